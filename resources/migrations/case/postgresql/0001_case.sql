-- SPDX-License-Identifier: GPL-3.0-or-later
-- The case store: people, whom to believe, which keys they hold, what visitors typed, and who looked. Desks and hallctl
-- alone open it. Names of staff stand here in plain sight of the store's key; what visitors typed never does.

CREATE TABLE staff (
    login          TEXT PRIMARY KEY,
    name           TEXT NOT NULL,
    roles          TEXT NOT NULL,              -- codes, separated by spaces
    blocks         TEXT NOT NULL,              -- codes of the blocks they serve
    active         BIGINT NOT NULL DEFAULT 1,
    failures       BIGINT NOT NULL DEFAULT 0, -- since the last time the passphrase was right
    locked_until   BIGINT NOT NULL DEFAULT 0,
    bundle_version BIGINT NOT NULL,
    kdf_passes     BIGINT NOT NULL,
    kdf_memory     BIGINT NOT NULL,
    salt           BYTEA NOT NULL,
    box_public     BYTEA NOT NULL,
    sign_public    BYTEA NOT NULL,
    nonce          BYTEA NOT NULL,
    sealed         BYTEA NOT NULL
);

-- Whom to believe: each record signed by the security administrator, countersigned by the audit administrator, and
-- chained to the one before.
CREATE TABLE roster (
    seq            BIGINT PRIMARY KEY,
    record         BYTEA NOT NULL,
    hash           BYTEA NOT NULL,
    signature      BYTEA NOT NULL,
    countersigned  BYTEA NOT NULL
);

CREATE TABLE group_key (
    block      TEXT NOT NULL,
    generation BIGINT NOT NULL,
    public_key BYTEA NOT NULL,
    PRIMARY KEY (block, generation)
);

-- The secret half of a group's key, sealed to a member; sealed boxes are anonymous, so the granter signs.
CREATE TABLE group_grant (
    block      TEXT NOT NULL,
    generation BIGINT NOT NULL,
    member     TEXT NOT NULL REFERENCES staff (login),
    sealed     BYTEA NOT NULL,
    granter    TEXT NOT NULL,
    signature  BYTEA NOT NULL,
    PRIMARY KEY (block, generation, member),
    FOREIGN KEY (block, generation) REFERENCES group_key (block, generation)
);

-- What a visitor typed, moved here from the line by the desk that served them; still sealed. A visitor who is sent on to
-- another block has a row for each.
CREATE TABLE intake (
    ticket     BIGINT NOT NULL,
    block      TEXT NOT NULL,
    generation BIGINT NOT NULL,
    sealed     BYTEA NOT NULL,
    taken_at   BIGINT NOT NULL,
    taken_by   TEXT NOT NULL,
    PRIMARY KEY (ticket, block)
);

-- Who did what, chained and signed by the station. Subjects are codes and numbers, never names of visitors.
CREATE TABLE audit (
    seq       BIGINT PRIMARY KEY,
    record    BYTEA NOT NULL,
    hash      BYTEA NOT NULL,
    signature BYTEA NOT NULL
);
