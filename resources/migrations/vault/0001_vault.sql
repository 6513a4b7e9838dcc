-- SPDX-License-Identifier: GPL-3.0-or-later
-- What one person may open, opened, to be searched: a projection that can be built again from the case store at any time.
-- `id` counts upwards with each change, so the newest change has the greatest one; a case that changes gets a new one.

CREATE TABLE shown (
    id         INTEGER PRIMARY KEY,
    number     TEXT NOT NULL UNIQUE,
    case_id    BLOB NOT NULL,
    block      TEXT NOT NULL,
    ticket     INTEGER NOT NULL,
    state      TEXT NOT NULL,
    category   TEXT NOT NULL,
    handler    TEXT NOT NULL,
    opened_at  INTEGER NOT NULL,
    changed_at INTEGER NOT NULL,
    entries    INTEGER NOT NULL,
    people     TEXT NOT NULL, -- JSON: those that the registration names
    text       TEXT NOT NULL  -- everything that was said, a line for each field
) STRICT;
CREATE INDEX shown_block ON shown (block);

-- The index keeps no text. What is put in: marks, then the folded text (app/sql/full_text.h).
CREATE VIRTUAL TABLE words USING fts5 (
    text, content='', contentless_delete=1, detail='none', tokenize='hall_grams'
);

-- Clocks that run, so that the board of deadlines opens no case.
CREATE TABLE deadline (
    number     TEXT NOT NULL,
    rule       TEXT NOT NULL,
    trigger_day TEXT NOT NULL,
    trigger_at INTEGER,             -- of terms in hours
    extended   INTEGER NOT NULL,
    standstill INTEGER NOT NULL,    -- calendar days
    started_by INTEGER NOT NULL,    -- entry
    standing   INTEGER NOT NULL,    -- the case is suspended
    explained_by INTEGER NOT NULL,  -- entry that says why it is late; 0: none
    until      TEXT NOT NULL,       -- a day that the parties agreed on; empty: none
    due        TEXT NOT NULL        -- with the calendar of when it was put here
) STRICT;
CREATE INDEX deadline_case ON deadline (number);
CREATE INDEX deadline_due ON deadline (due);

-- Cases that could not be opened when they changed, for want of a key.
CREATE TABLE missed (
    number TEXT PRIMARY KEY
) STRICT;

-- How far it has come: one row.
CREATE TABLE progress (
    only        INTEGER PRIMARY KEY CHECK (only = 1),
    audit_seq   INTEGER NOT NULL,   -- the audit trail was read up to here
    audit_hash  BLOB NOT NULL,
    keys        TEXT NOT NULL,      -- blocks and generations that were held
    before_at   INTEGER NOT NULL,   -- a rebuild goes from new to old and has come to here
    before_number TEXT NOT NULL,
    first_id    INTEGER NOT NULL,   -- ids that are free below and above
    last_id     INTEGER NOT NULL,
    total       INTEGER NOT NULL,   -- cases that the rebuild wants
    done        INTEGER NOT NULL,
    rebuilding  INTEGER NOT NULL
) STRICT;
