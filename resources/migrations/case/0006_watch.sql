-- SPDX-License-Identifier: GPL-3.0-or-later
-- One-time codes at signing in, and the audit administrator's signature under the trail.

-- The secret itself is in the person's bundle; here stand which step was used last, so that a code is good once, and a secret
-- that was shown and waits for its first code, sealed to the person.
CREATE TABLE staff_code (
    login TEXT PRIMARY KEY REFERENCES staff (login),
    offer BLOB,
    step  INTEGER NOT NULL DEFAULT 0
) STRICT;

-- The audit administrator saw the trail up to this record.
CREATE TABLE audit_countersign (
    seq       INTEGER PRIMARY KEY,
    at        INTEGER NOT NULL,
    signer    TEXT NOT NULL,
    signature BLOB NOT NULL
) STRICT;
CREATE TRIGGER audit_countersign_unchanged BEFORE UPDATE ON audit_countersign
BEGIN SELECT RAISE(ABORT, 'countersignatures are never changed'); END;
CREATE TRIGGER audit_countersign_kept BEFORE DELETE ON audit_countersign
BEGIN SELECT RAISE(ABORT, 'countersignatures are never removed'); END;
