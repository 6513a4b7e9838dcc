-- SPDX-License-Identifier: GPL-3.0-or-later
-- What the programs of the lobby may know without reading anybody's history, and what a kiosk needs to go on while the
-- store is away.

-- The moment of the newest step: the line's time never runs backwards.
CREATE VIEW line_clock AS SELECT at FROM ticket_event ORDER BY id DESC LIMIT 1;

-- How far the line has come; what moved tells what changed. `step` leaves out tickets that were only issued.
CREATE VIEW line_marks AS SELECT
    (SELECT coalesce(max(id), 0) FROM ticket_event) AS event,
    coalesce((SELECT id FROM ticket_event WHERE kind <> 'issued' ORDER BY id DESC LIMIT 1), 0) AS step,
    (SELECT coalesce(max(id), 0) FROM announcement) AS announcement,
    (SELECT coalesce(sum(version), 0) FROM desk) AS desks,
    (SELECT coalesce(max(version), 0) FROM catalogue) AS catalogue,
    (SELECT coalesce(max(id), 0) FROM appointment) AS booking,
    (SELECT count(*) FROM appointment WHERE state = 'booked') AS open_bookings;

-- Lengths of the latest visits, and who came lately: the newest 3000 steps alone are looked at.
CREATE VIEW recent_visit AS SELECT e.id, t.service, t.ended_at - t.served_at AS length
    FROM ticket_event e JOIN ticket t ON t.id = e.ticket
    WHERE e.id > (SELECT coalesce(max(id), 0) FROM ticket_event) - 3000
    AND e.kind = 'finished' AND t.served_at IS NOT NULL AND t.ended_at > t.served_at;
CREATE VIEW recent_arrival AS SELECT t.service, t.class, e.at
    FROM ticket_event e JOIN ticket t ON t.id = e.ticket
    WHERE e.id > (SELECT coalesce(max(id), 0) FROM ticket_event) - 3000 AND e.kind = 'issued';

-- A call that was repeated is found behind the one before it.
DROP INDEX announcement_ticket;
CREATE INDEX announcement_ticket ON announcement (ticket, id);

-- Numbers that a station took in advance, to go on giving tickets while the store is away. Those it did not give stay
-- here: each number of a day is a ticket's or somebody's reserve.
CREATE TABLE reservation (
    block   TEXT NOT NULL REFERENCES block (code),
    day     TEXT NOT NULL,
    first   INTEGER NOT NULL,
    last    INTEGER NOT NULL CHECK (last >= first),
    station TEXT NOT NULL,
    at      INTEGER NOT NULL,
    PRIMARY KEY (block, day, first)
) STRICT;

-- Tickets that nobody has seen: the station did not hear whether the line had written them. One that waits is cancelled,
-- one that comes later is not written any more.
CREATE TABLE withdrawal (
    key   BLOB PRIMARY KEY,
    at    INTEGER NOT NULL,
    actor TEXT NOT NULL
) STRICT;

CREATE TRIGGER withdrawal_cancels AFTER INSERT ON withdrawal
BEGIN
    INSERT INTO ticket_event (ticket, kind, at, actor, detail)
        SELECT id, 'cancelled', NEW.at, NEW.actor, '{"because":"withdrawn"}' FROM ticket WHERE key = NEW.key AND state = 'waiting';
    UPDATE ticket SET state = 'cancelled', ended_at = NEW.at WHERE key = NEW.key AND state = 'waiting';
END;
