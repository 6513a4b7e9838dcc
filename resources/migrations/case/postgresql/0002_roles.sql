-- SPDX-License-Identifier: GPL-3.0-or-later
-- Desks and administrators alone see the case store. What visitors typed, the roster and the audit trail are only ever
-- added to: nobody but the owner of the database can change or remove a row of them. The groups were made with the line's.

GRANT USAGE ON SCHEMA hall_case TO hall_desk, hall_admin;
GRANT SELECT ON hall_version, staff, roster, group_key, group_grant, intake, audit TO hall_desk, hall_admin;
GRANT INSERT ON group_grant, intake, audit TO hall_desk, hall_admin;
-- Signing in counts attempts; a new passphrase seals the person's bundle anew. Roles and keys are the administrators'.
GRANT UPDATE (failures, locked_until, bundle_version, kdf_passes, kdf_memory, salt, nonce, sealed) ON staff TO hall_desk, hall_admin;
GRANT INSERT ON staff, roster, group_key TO hall_admin;
GRANT UPDATE (name, roles, blocks, active) ON staff TO hall_admin;
