-- SPDX-License-Identifier: GPL-3.0-or-later
-- What the programs of the lobby may know without reading anybody's history, and what a kiosk needs to go on while the
-- store is away. A view reads with its owner's rights.

CREATE VIEW line_clock AS SELECT at FROM ticket_event ORDER BY id DESC LIMIT 1;

CREATE VIEW line_marks AS SELECT
    (SELECT coalesce(max(id), 0) FROM ticket_event) AS event,
    coalesce((SELECT id FROM ticket_event WHERE kind <> 'issued' ORDER BY id DESC LIMIT 1), 0) AS step,
    (SELECT coalesce(max(id), 0) FROM announcement) AS announcement,
    (SELECT coalesce(sum(version), 0) FROM desk) AS desks,
    (SELECT coalesce(max(version), 0) FROM catalogue) AS catalogue,
    (SELECT coalesce(max(id), 0) FROM appointment) AS booking,
    (SELECT count(*) FROM appointment WHERE state = 'booked') AS open_bookings;

CREATE VIEW recent_visit AS SELECT e.id, t.service, t.ended_at - t.served_at AS length
    FROM ticket_event e JOIN ticket t ON t.id = e.ticket
    WHERE e.id > (SELECT coalesce(max(id), 0) FROM ticket_event) - 3000
    AND e.kind = 'finished' AND t.served_at IS NOT NULL AND t.ended_at > t.served_at;
CREATE VIEW recent_arrival AS SELECT t.service, t.class, e.at
    FROM ticket_event e JOIN ticket t ON t.id = e.ticket
    WHERE e.id > (SELECT coalesce(max(id), 0) FROM ticket_event) - 3000 AND e.kind = 'issued';

DROP INDEX announcement_ticket;
CREATE INDEX announcement_ticket ON announcement (ticket, id);

CREATE TABLE reservation (
    block   TEXT NOT NULL REFERENCES block (code),
    day     TEXT NOT NULL,
    first   BIGINT NOT NULL,
    last    BIGINT NOT NULL CHECK (last >= first),
    station TEXT NOT NULL,
    at      BIGINT NOT NULL,
    PRIMARY KEY (block, day, first)
);

CREATE TABLE withdrawal (
    key   BYTEA PRIMARY KEY,
    at    BIGINT NOT NULL,
    actor TEXT NOT NULL
);

-- Which account of the server wrote a step; the embedded engine knows no accounts.
ALTER TABLE ticket_event ADD COLUMN login TEXT NOT NULL DEFAULT session_user;

-- A station withdraws what it gave itself, and nothing else.
CREATE FUNCTION withdrawal_cancels() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = hall_line, pg_temp AS $$
DECLARE
    given BIGINT;
BEGIN
    SELECT t.id INTO given FROM ticket t WHERE t.key = NEW.key AND t.state = 'waiting' AND EXISTS
        (SELECT 1 FROM ticket_event e WHERE e.ticket = t.id AND e.kind = 'issued' AND e.login = session_user);
    IF FOUND THEN
        INSERT INTO ticket_event (ticket, kind, at, actor, detail)
            VALUES (given, 'cancelled', NEW.at, NEW.actor, '{"because":"withdrawn"}');
        UPDATE ticket SET state = 'cancelled', ended_at = NEW.at WHERE id = given;
    END IF;
    RETURN NULL;
END $$;
CREATE TRIGGER withdrawal_cancels AFTER INSERT ON withdrawal FOR EACH ROW EXECUTE FUNCTION withdrawal_cancels();
