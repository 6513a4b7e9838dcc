-- SPDX-License-Identifier: GPL-3.0-or-later
-- Who may open what: whose public key a group's is, and the numbers of sealed workspaces.

-- A member says which public key is the group's, so that people outside may seal to it.
CREATE TABLE group_voucher (
    block      TEXT NOT NULL,
    generation INTEGER NOT NULL,
    member     TEXT NOT NULL,
    signature  BLOB NOT NULL,
    PRIMARY KEY (block, generation, member)
) STRICT;

-- Numbers of a workspace's cases: no gap in the others' numbers tells of them.
CREATE TABLE workspace_series (
    prefix TEXT NOT NULL,
    year   INTEGER NOT NULL,
    last   INTEGER NOT NULL,
    PRIMARY KEY (prefix, year)
) STRICT;

-- Whoever has a key finds the cases.
CREATE INDEX case_grant_block ON case_grant (block, case_id);
