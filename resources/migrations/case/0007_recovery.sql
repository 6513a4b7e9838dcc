-- SPDX-License-Identifier: GPL-3.0-or-later
-- Two-person recovery: whose halves make the recovery key, signed by the two administrators; every secret of a group sealed to it.

CREATE TABLE recovery_key (
    generation    INTEGER PRIMARY KEY,
    record        BLOB NOT NULL,
    signature     BLOB NOT NULL,
    countersigned BLOB NOT NULL
) STRICT;

-- A member deposits what they hold and signs it; of several members each has their own.
CREATE TABLE recovery_deposit (
    recovery   INTEGER NOT NULL,
    block      TEXT NOT NULL,
    generation INTEGER NOT NULL,
    member     TEXT NOT NULL,
    sealed     BLOB NOT NULL,
    signature  BLOB NOT NULL,
    PRIMARY KEY (recovery, block, generation, member)
) STRICT;
