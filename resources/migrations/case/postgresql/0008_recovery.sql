-- SPDX-License-Identifier: GPL-3.0-or-later
-- Two-person recovery: whose halves make the recovery key, signed by the two administrators; every secret of a group sealed to it.

CREATE TABLE recovery_key (
    generation    BIGINT PRIMARY KEY,
    record        BYTEA NOT NULL,
    signature     BYTEA NOT NULL,
    countersigned BYTEA NOT NULL
);

-- A member deposits what they hold and signs it; of several members each has their own.
CREATE TABLE recovery_deposit (
    recovery   BIGINT NOT NULL,
    block      TEXT NOT NULL,
    generation BIGINT NOT NULL,
    member     TEXT NOT NULL,
    sealed     BYTEA NOT NULL,
    signature  BYTEA NOT NULL,
    PRIMARY KEY (recovery, block, generation, member)
);

GRANT SELECT ON recovery_key, recovery_deposit TO hall_desk, hall_admin;
GRANT INSERT ON recovery_deposit TO hall_desk, hall_admin;
GRANT INSERT, DELETE ON recovery_key TO hall_admin;
GRANT DELETE ON recovery_deposit TO hall_admin;
-- A reset account has new keys, and what was sealed to the old ones goes.
GRANT UPDATE (box_public, sign_public) ON staff TO hall_admin;
GRANT DELETE ON group_grant TO hall_admin;
