-- SPDX-License-Identifier: GPL-3.0-or-later
-- The day on which a clock ends by the calendar that is in force; `due` stays what it was when the case was put here, so that a
-- board can say what moved.
ALTER TABLE deadline ADD COLUMN falls TEXT NOT NULL DEFAULT '';
UPDATE deadline SET falls = due;
DROP INDEX deadline_due;
CREATE INDEX deadline_falls ON deadline (falls);
ALTER TABLE progress ADD COLUMN calendar BLOB NOT NULL DEFAULT x''; -- which one `falls` was reckoned with
