-- SPDX-License-Identifier: GPL-3.0-or-later
-- The case store: people, whom to believe, which keys they hold, what visitors typed, and who looked. Desks and hallctl
-- alone open it. Names of staff stand here in plain sight of the store's key; what visitors typed never does.

CREATE TABLE staff (
    login          TEXT PRIMARY KEY,
    name           TEXT NOT NULL,
    roles          TEXT NOT NULL,              -- codes, separated by spaces
    blocks         TEXT NOT NULL,              -- codes of the blocks they serve
    active         INTEGER NOT NULL DEFAULT 1,
    failures       INTEGER NOT NULL DEFAULT 0, -- since the last time the passphrase was right
    locked_until   INTEGER NOT NULL DEFAULT 0,
    bundle_version INTEGER NOT NULL,
    kdf_passes     INTEGER NOT NULL,
    kdf_memory     INTEGER NOT NULL,
    salt           BLOB NOT NULL,
    box_public     BLOB NOT NULL,
    sign_public    BLOB NOT NULL,
    nonce          BLOB NOT NULL,
    sealed         BLOB NOT NULL
) STRICT;

-- Whom to believe: each record signed by the security administrator, countersigned by the audit administrator, and
-- chained to the one before.
CREATE TABLE roster (
    seq            INTEGER PRIMARY KEY,
    record         BLOB NOT NULL,
    hash           BLOB NOT NULL,
    signature      BLOB NOT NULL,
    countersigned  BLOB NOT NULL
) STRICT;

CREATE TABLE group_key (
    block      TEXT NOT NULL,
    generation INTEGER NOT NULL,
    public_key BLOB NOT NULL,
    PRIMARY KEY (block, generation)
) STRICT;

-- The secret half of a group's key, sealed to a member; sealed boxes are anonymous, so the granter signs.
CREATE TABLE group_grant (
    block      TEXT NOT NULL,
    generation INTEGER NOT NULL,
    member     TEXT NOT NULL REFERENCES staff (login),
    sealed     BLOB NOT NULL,
    granter    TEXT NOT NULL,
    signature  BLOB NOT NULL,
    PRIMARY KEY (block, generation, member),
    FOREIGN KEY (block, generation) REFERENCES group_key (block, generation)
) STRICT;

-- What a visitor typed, moved here from the line by the desk that served them; still sealed. A visitor who is sent on to
-- another block has a row for each.
CREATE TABLE intake (
    ticket     INTEGER NOT NULL,
    block      TEXT NOT NULL,
    generation INTEGER NOT NULL,
    sealed     BLOB NOT NULL,
    taken_at   INTEGER NOT NULL,
    taken_by   TEXT NOT NULL,
    PRIMARY KEY (ticket, block)
) STRICT;

-- Who did what, chained and signed by the station. Subjects are codes and numbers, never names of visitors.
CREATE TABLE audit (
    seq       INTEGER PRIMARY KEY,
    record    BLOB NOT NULL,
    hash      BLOB NOT NULL,
    signature BLOB NOT NULL
) STRICT;
