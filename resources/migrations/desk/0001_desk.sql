-- SPDX-License-Identifier: GPL-3.0-or-later
-- What a person's vault holds that nothing can build again: texts that are not entries yet, and the newest record of each
-- hall's audit trail that this person has seen.

CREATE TABLE draft (
    key     TEXT PRIMARY KEY,
    content TEXT NOT NULL
) STRICT;

CREATE TABLE seen (
    place TEXT PRIMARY KEY,
    seq   INTEGER NOT NULL,
    hash  BLOB NOT NULL
) STRICT;
