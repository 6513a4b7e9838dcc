-- SPDX-License-Identifier: GPL-3.0-or-later
-- Case files. In plain sight: numbers, blocks, states, categories, times, who handles it. What was said is in the entries,
-- sealed; an entry is never changed and never removed.

CREATE TABLE case_series (
    year INTEGER PRIMARY KEY,
    last INTEGER NOT NULL
) STRICT;

CREATE TABLE case_file (
    id         BLOB PRIMARY KEY,
    number     TEXT NOT NULL UNIQUE,
    block      TEXT NOT NULL,              -- whose key it was opened with
    ticket     INTEGER NOT NULL DEFAULT 0, -- the visit that it began with; 0: none
    state      TEXT NOT NULL,
    category   TEXT NOT NULL DEFAULT '',
    handler    TEXT NOT NULL,              -- login of who wrote last
    opened_at  INTEGER NOT NULL,
    changed_at INTEGER NOT NULL,
    entries    INTEGER NOT NULL
) STRICT;
CREATE INDEX case_file_block ON case_file (block, changed_at);

-- A case's key, in generations, sealed to a generation of a group's key. Sealed boxes are anonymous, so the granter signs.
CREATE TABLE case_grant (
    case_id          BLOB NOT NULL REFERENCES case_file (id),
    generation       INTEGER NOT NULL,
    block            TEXT NOT NULL,
    block_generation INTEGER NOT NULL,
    sealed           BLOB NOT NULL,
    granter          TEXT NOT NULL,
    signature        BLOB NOT NULL,
    PRIMARY KEY (case_id, generation, block)
) STRICT;

CREATE TABLE case_entry (
    case_id   BLOB NOT NULL REFERENCES case_file (id),
    seq       INTEGER NOT NULL,
    header    BLOB NOT NULL,
    body      BLOB NOT NULL,
    signature BLOB NOT NULL,
    PRIMARY KEY (case_id, seq)
) STRICT;

CREATE TRIGGER case_entry_unchanged BEFORE UPDATE ON case_entry
BEGIN SELECT RAISE(ABORT, 'entries are never changed'); END;
CREATE TRIGGER case_entry_kept BEFORE DELETE ON case_entry
BEGIN SELECT RAISE(ABORT, 'entries are never removed'); END;
CREATE TRIGGER audit_unchanged BEFORE UPDATE ON audit
BEGIN SELECT RAISE(ABORT, 'audit records are never changed'); END;
CREATE TRIGGER audit_kept BEFORE DELETE ON audit
BEGIN SELECT RAISE(ABORT, 'audit records are never removed'); END;
