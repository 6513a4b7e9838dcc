-- SPDX-License-Identifier: GPL-3.0-or-later
-- Attachments: streams sealed in chunks under a key of their own, which the entry carries. An attachment counts from the
-- moment its row in case_attachment is there, which is written together with its entry; from then on nothing of it is
-- changed or removed. What a program put in that never finished belongs to a row of case_upload and may be swept away.

CREATE TABLE case_upload (
    id       BLOB PRIMARY KEY,   -- of the attachment that it may become
    alive_at INTEGER NOT NULL    -- when its program last put something in
) STRICT;

CREATE TABLE case_attachment_chunk (
    attachment BLOB NOT NULL,
    n          INTEGER NOT NULL, -- from 1
    sealed     BLOB NOT NULL,
    hash       BLOB NOT NULL,    -- of this chunk, chained to the one before
    PRIMARY KEY (attachment, n)
) STRICT;

CREATE TABLE case_attachment (
    id      BLOB PRIMARY KEY,
    case_id BLOB NOT NULL REFERENCES case_file (id),
    seq     INTEGER NOT NULL,    -- the entry that carries its key
    chunks  INTEGER NOT NULL,
    head    BLOB NOT NULL,       -- hash of the last chunk; the audit trail knows it too
    UNIQUE (case_id, seq)
) STRICT;

CREATE TRIGGER case_attachment_unchanged BEFORE UPDATE ON case_attachment
BEGIN SELECT RAISE(ABORT, 'attachments are never changed'); END;
CREATE TRIGGER case_attachment_kept BEFORE DELETE ON case_attachment
BEGIN SELECT RAISE(ABORT, 'attachments are never removed'); END;
CREATE TRIGGER case_attachment_chunk_unchanged BEFORE UPDATE ON case_attachment_chunk
BEGIN SELECT RAISE(ABORT, 'attachments are never changed'); END;
CREATE TRIGGER case_attachment_chunk_kept BEFORE DELETE ON case_attachment_chunk
WHEN EXISTS (SELECT 1 FROM case_attachment WHERE id = OLD.attachment)
BEGIN SELECT RAISE(ABORT, 'attachments are never removed'); END;
CREATE TRIGGER case_attachment_chunk_closed BEFORE INSERT ON case_attachment_chunk
WHEN EXISTS (SELECT 1 FROM case_attachment WHERE id = NEW.attachment)
BEGIN SELECT RAISE(ABORT, 'attachments are never changed'); END;
