-- SPDX-License-Identifier: GPL-3.0-or-later
-- The line: what kiosk, board and desks share. No name, number of a person or narrative stands here in plain sight.
-- Moments are UTC milliseconds, days ISO text, codes those of the catalogue.

CREATE TABLE setting (
    name  TEXT PRIMARY KEY,
    value TEXT NOT NULL
) STRICT;

-- Every catalogue that was ever in force, as normalised JSON, with its policy; the newest version counts.
CREATE TABLE catalogue (
    version      INTEGER PRIMARY KEY,
    published_at INTEGER NOT NULL,
    published_by TEXT    NOT NULL,
    document     TEXT    NOT NULL,
    policy       TEXT    NOT NULL
) STRICT;

-- Projections of the catalogue in force that the line's statements join with. What left the catalogue is `retired`.
CREATE TABLE block (
    code     TEXT PRIMARY KEY,
    prefix   TEXT NOT NULL UNIQUE,
    position INTEGER NOT NULL
) STRICT;

CREATE TABLE service (
    id       INTEGER PRIMARY KEY,
    code     TEXT NOT NULL UNIQUE,
    block    TEXT NOT NULL REFERENCES block (code),
    position INTEGER NOT NULL,
    retired  INTEGER NOT NULL DEFAULT 0
) STRICT;

CREATE TABLE priority_class (
    id         INTEGER PRIMARY KEY,
    code       TEXT NOT NULL UNIQUE,
    rank       INTEGER NOT NULL, -- strict priority: lower first; equal for all under the other policies
    rate       REAL NOT NULL,    -- claim per second waited
    head_start REAL NOT NULL,    -- seconds of claim on arrival
    retired    INTEGER NOT NULL DEFAULT 0
) STRICT;

CREATE TABLE policy (
    id              INTEGER PRIMARY KEY CHECK (id = 1),
    kind            TEXT NOT NULL,
    bound_s         REAL NOT NULL, -- 0: none
    no_show_calls   INTEGER NOT NULL,
    no_show_seconds REAL NOT NULL,
    undo_seconds    REAL NOT NULL
) STRICT;

CREATE TABLE desk (
    number  INTEGER PRIMARY KEY,
    name    TEXT NOT NULL,               -- JSON {"zh","en"}
    state   TEXT NOT NULL DEFAULT 'closed', -- closed, open, paused
    staff   TEXT NOT NULL DEFAULT '',
    since   INTEGER,
    version INTEGER NOT NULL DEFAULT 0,  -- counts changes, for the change feed
    retired INTEGER NOT NULL DEFAULT 0
) STRICT;

CREATE TABLE desk_service (
    desk    INTEGER NOT NULL REFERENCES desk (number),
    service INTEGER NOT NULL REFERENCES service (id),
    PRIMARY KEY (desk, service)
) STRICT;

-- The last number given in each block on each day. Its row is written in the transaction that gives the number.
CREATE TABLE series (
    block TEXT NOT NULL REFERENCES block (code),
    day   TEXT NOT NULL,
    last  INTEGER NOT NULL,
    PRIMARY KEY (block, day)
) STRICT;

CREATE TABLE ticket (
    id              INTEGER PRIMARY KEY,
    key             BLOB NOT NULL UNIQUE, -- idempotency key
    day             TEXT NOT NULL,
    number          TEXT NOT NULL,
    block           TEXT NOT NULL REFERENCES block (code),
    service         INTEGER NOT NULL REFERENCES service (id),
    class           INTEGER NOT NULL REFERENCES priority_class (id),
    evidence        TEXT NOT NULL DEFAULT '',
    party_size      INTEGER NOT NULL DEFAULT 1 CHECK (party_size >= 1),
    language        TEXT NOT NULL DEFAULT 'zh',
    state           TEXT NOT NULL,
    arrived         INTEGER NOT NULL,
    counts_from     INTEGER NOT NULL, -- arrival, or the booked time if that is later
    due             INTEGER,
    return_at       INTEGER,
    first_called_at INTEGER,
    called_at       INTEGER,
    served_at       INTEGER,
    ended_at        INTEGER,
    desk            INTEGER NOT NULL DEFAULT 0,
    calls           INTEGER NOT NULL DEFAULT 0,
    out_of_turn     INTEGER NOT NULL DEFAULT 0,
    receipt_code    TEXT NOT NULL,
    predicted_p50   REAL, -- seconds, as told to the visitor
    predicted_p90   REAL,
    UNIQUE (day, number)
) STRICT;

-- Within a class and a service the order of the line never changes, so the next visitor is the best of a few heads.
CREATE INDEX ticket_line ON ticket (service, class, counts_from, id) WHERE state = 'waiting';
CREATE INDEX ticket_parked ON ticket (return_at) WHERE state = 'parked';
CREATE INDEX ticket_desk ON ticket (desk) WHERE state IN ('called', 'serving');

CREATE TABLE ticket_event (
    id     INTEGER PRIMARY KEY,
    ticket INTEGER NOT NULL REFERENCES ticket (id),
    kind   TEXT NOT NULL,
    at     INTEGER NOT NULL,
    desk   INTEGER NOT NULL DEFAULT 0,
    actor  TEXT NOT NULL DEFAULT '',
    detail TEXT NOT NULL DEFAULT ''
) STRICT;

CREATE INDEX ticket_event_ticket ON ticket_event (ticket, id);
CREATE INDEX ticket_event_desk ON ticket_event (desk, at) WHERE desk > 0;

CREATE TABLE announcement (
    id        INTEGER PRIMARY KEY,
    ticket    INTEGER NOT NULL REFERENCES ticket (id),
    desk      INTEGER NOT NULL,
    at        INTEGER NOT NULL,
    repeat    INTEGER NOT NULL DEFAULT 0,
    withdrawn INTEGER NOT NULL DEFAULT 0
) STRICT;

CREATE INDEX announcement_ticket ON announcement (ticket);
CREATE INDEX announcement_at ON announcement (at);

-- A board and the first announcement that is its business.
CREATE TABLE board (
    name               TEXT PRIMARY KEY,
    first_announcement INTEGER NOT NULL
) STRICT;

CREATE TABLE acknowledgement (
    board        TEXT NOT NULL REFERENCES board (name),
    announcement INTEGER NOT NULL REFERENCES announcement (id),
    at           INTEGER NOT NULL,
    PRIMARY KEY (board, announcement)
) STRICT;

CREATE TABLE appointment (
    id      INTEGER PRIMARY KEY,
    service INTEGER NOT NULL REFERENCES service (id),
    due     INTEGER NOT NULL,
    code    TEXT NOT NULL,
    state   TEXT NOT NULL DEFAULT 'booked', -- booked, arrived, cancelled, missed
    ticket  INTEGER REFERENCES ticket (id)
) STRICT;

CREATE INDEX appointment_due ON appointment (due);
CREATE UNIQUE INDEX appointment_code ON appointment (code) WHERE state = 'booked';

-- What a visitor typed, sealed to the block's key; the line's programs cannot read it.
CREATE TABLE intake (
    ticket     INTEGER PRIMARY KEY REFERENCES ticket (id),
    generation INTEGER NOT NULL,
    sealed     BLOB NOT NULL
) STRICT;

CREATE TABLE block_key (
    block      TEXT NOT NULL,
    generation INTEGER NOT NULL,
    public_key BLOB NOT NULL,
    PRIMARY KEY (block, generation)
) STRICT;
