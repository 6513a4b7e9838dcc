-- SPDX-License-Identifier: GPL-3.0-or-later
-- Attachments: streams sealed in chunks under a key of their own, which the entry carries. An attachment counts from the
-- moment its row in case_attachment is there, which is written together with its entry; from then on nothing of it is
-- changed or removed. What a program put in that never finished belongs to a row of case_upload and may be swept away.

CREATE TABLE case_upload (
    id       BYTEA PRIMARY KEY, -- of the attachment that it may become
    alive_at BIGINT NOT NULL    -- when its program last put something in
);

CREATE TABLE case_attachment_chunk (
    attachment BYTEA NOT NULL,
    n          BIGINT NOT NULL, -- from 1
    sealed     BYTEA NOT NULL,
    hash       BYTEA NOT NULL,  -- of this chunk, chained to the one before
    PRIMARY KEY (attachment, n)
);
-- Sealed bytes cannot be made smaller.
ALTER TABLE case_attachment_chunk ALTER COLUMN sealed SET STORAGE EXTERNAL;

CREATE TABLE case_attachment (
    id      BYTEA PRIMARY KEY,
    case_id BYTEA NOT NULL REFERENCES case_file (id),
    seq     BIGINT NOT NULL,    -- the entry that carries its key
    chunks  BIGINT NOT NULL,
    head    BYTEA NOT NULL,     -- hash of the last chunk; the audit trail knows it too
    UNIQUE (case_id, seq)
);

CREATE FUNCTION refuse_change_of_attachment() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
    concerned BYTEA := CASE TG_OP WHEN 'DELETE' THEN OLD.attachment ELSE NEW.attachment END;
BEGIN
    IF EXISTS (SELECT 1 FROM hall_case.case_attachment WHERE id = concerned) THEN
        RAISE EXCEPTION 'attachments are never changed' USING ERRCODE = 'insufficient_privilege';
    END IF;
    IF TG_OP = 'DELETE' THEN
        RETURN OLD;
    END IF;
    RETURN NEW;
END $$;
CREATE TRIGGER case_attachment_kept BEFORE UPDATE OR DELETE OR TRUNCATE ON case_attachment
    FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
CREATE TRIGGER case_attachment_chunk_kept BEFORE UPDATE OR TRUNCATE ON case_attachment_chunk
    FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
CREATE TRIGGER case_attachment_chunk_closed BEFORE INSERT OR DELETE ON case_attachment_chunk
    FOR EACH ROW EXECUTE FUNCTION refuse_change_of_attachment();

GRANT SELECT, INSERT ON case_upload, case_attachment_chunk, case_attachment TO hall_desk, hall_admin;
GRANT UPDATE (alive_at) ON case_upload TO hall_desk, hall_admin;
-- Of what never finished alone: the trigger sees to it.
GRANT DELETE ON case_upload, case_attachment_chunk TO hall_desk, hall_admin;
