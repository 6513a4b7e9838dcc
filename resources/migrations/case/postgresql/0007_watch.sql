-- SPDX-License-Identifier: GPL-3.0-or-later
-- One-time codes at signing in, and the audit administrator's signature under the trail.

-- The secret itself is in the person's bundle; here stand which step was used last, so that a code is good once, and a secret
-- that was shown and waits for its first code, sealed to the person.
CREATE TABLE staff_code (
    login TEXT PRIMARY KEY REFERENCES staff (login),
    offer BYTEA,
    step  BIGINT NOT NULL DEFAULT 0
);

-- The audit administrator saw the trail up to this record.
CREATE TABLE audit_countersign (
    seq       BIGINT PRIMARY KEY,
    at        BIGINT NOT NULL,
    signer    TEXT NOT NULL,
    signature BYTEA NOT NULL
);
CREATE TRIGGER audit_countersign_kept BEFORE UPDATE OR DELETE OR TRUNCATE ON audit_countersign
    FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();

GRANT SELECT, INSERT ON staff_code, audit_countersign TO hall_desk, hall_admin;
GRANT UPDATE (offer, step) ON staff_code TO hall_desk, hall_admin;
