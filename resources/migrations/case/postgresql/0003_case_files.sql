-- SPDX-License-Identifier: GPL-3.0-or-later
-- Case files. In plain sight: numbers, blocks, states, categories, times, who handles it. What was said is in the entries,
-- sealed; an entry is never changed and never removed.

CREATE TABLE case_series (
    year BIGINT PRIMARY KEY,
    last BIGINT NOT NULL
);

CREATE TABLE case_file (
    id         BYTEA PRIMARY KEY,
    number     TEXT NOT NULL UNIQUE,
    block      TEXT NOT NULL,             -- whose key it was opened with
    ticket     BIGINT NOT NULL DEFAULT 0, -- the visit that it began with; 0: none
    state      TEXT NOT NULL,
    category   TEXT NOT NULL DEFAULT '',
    handler    TEXT NOT NULL,             -- login of who wrote last
    opened_at  BIGINT NOT NULL,
    changed_at BIGINT NOT NULL,
    entries    BIGINT NOT NULL
);
CREATE INDEX case_file_block ON case_file (block, changed_at);

-- A case's key, in generations, sealed to a generation of a group's key. Sealed boxes are anonymous, so the granter signs.
CREATE TABLE case_grant (
    case_id          BYTEA NOT NULL REFERENCES case_file (id),
    generation       BIGINT NOT NULL,
    block            TEXT NOT NULL,
    block_generation BIGINT NOT NULL,
    sealed           BYTEA NOT NULL,
    granter          TEXT NOT NULL,
    signature        BYTEA NOT NULL,
    PRIMARY KEY (case_id, generation, block)
);

CREATE TABLE case_entry (
    case_id   BYTEA NOT NULL REFERENCES case_file (id),
    seq       BIGINT NOT NULL,
    header    BYTEA NOT NULL,
    body      BYTEA NOT NULL,
    signature BYTEA NOT NULL,
    PRIMARY KEY (case_id, seq)
);

-- The owner of the database, too, has to remove a trigger first, which the chains and the audit trail then show.
CREATE FUNCTION refuse_change() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    RAISE EXCEPTION '% is only ever added to', TG_TABLE_NAME USING ERRCODE = 'insufficient_privilege';
END $$;
CREATE TRIGGER case_entry_kept BEFORE UPDATE OR DELETE OR TRUNCATE ON case_entry
    FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
CREATE TRIGGER audit_kept BEFORE UPDATE OR DELETE OR TRUNCATE ON audit
    FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();

GRANT SELECT, INSERT ON case_series, case_file, case_grant, case_entry TO hall_desk, hall_admin;
GRANT UPDATE (last) ON case_series TO hall_desk, hall_admin;
GRANT UPDATE (state, category, handler, changed_at, entries) ON case_file TO hall_desk, hall_admin;
