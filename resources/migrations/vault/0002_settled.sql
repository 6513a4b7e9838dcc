-- SPDX-License-Identifier: GPL-3.0-or-later
-- After a rebuild the full text lies in many pieces, which are made one while nobody waits for it: whether that is done.
ALTER TABLE progress ADD COLUMN settled INTEGER NOT NULL DEFAULT 0;
