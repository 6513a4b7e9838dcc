-- SPDX-License-Identifier: GPL-3.0-or-later
-- Who may do what, by the server itself. Four groups; the login of each station is a member of one (hallctl station add).
-- What is not granted here is refused. tests/sql/tst_roles.cpp tries it, statement by statement.

DO $$
DECLARE
    role_name TEXT;
BEGIN
    FOREACH role_name IN ARRAY ARRAY['hall_kiosk', 'hall_board', 'hall_desk', 'hall_admin'] LOOP
        IF NOT EXISTS (SELECT 1 FROM pg_roles WHERE rolname = role_name) THEN
            EXECUTE format('CREATE ROLE %I NOLOGIN', role_name);
        END IF;
    END LOOP;
    -- A login of another hall on the same server has no business here.
    EXECUTE format('REVOKE ALL ON DATABASE %I FROM PUBLIC', current_database());
END $$;

GRANT USAGE ON SCHEMA hall_line TO hall_kiosk, hall_board, hall_desk, hall_admin;
REVOKE EXECUTE ON FUNCTION withdrawal_cancels() FROM PUBLIC;

-- What everybody may see: the catalogue, how long the line is, who is open. Neither staff nor steps.
GRANT SELECT ON hall_version, setting, block, service, priority_class, policy, desk_service, block_key,
    line_clock, line_marks, recent_visit, recent_arrival TO hall_kiosk, hall_board, hall_desk, hall_admin;
GRANT SELECT (version, document, policy) ON catalogue TO hall_kiosk, hall_board;
GRANT SELECT (number, name, state, since, version, retired) ON desk TO hall_kiosk, hall_board;

-- The kiosk gives tickets.
GRANT SELECT (id, key, day, number, block, service, class, evidence, party_size, language, state, arrived, counts_from, due,
    return_at, first_called_at, called_at, served_at, ended_at, desk, calls, out_of_turn, receipt_code) ON ticket TO hall_kiosk;
GRANT INSERT (key, day, number, block, service, class, evidence, party_size, language, state, arrived, counts_from, due,
    receipt_code, predicted_p50, predicted_p90) ON ticket TO hall_kiosk;
GRANT INSERT (ticket, kind, at, desk, actor, detail) ON ticket_event TO hall_kiosk;
GRANT SELECT (ticket), INSERT ON intake TO hall_kiosk;
GRANT SELECT, INSERT, UPDATE (last) ON series TO hall_kiosk;
GRANT SELECT, INSERT ON reservation TO hall_kiosk;
GRANT SELECT (key), INSERT ON withdrawal TO hall_kiosk;
GRANT SELECT, UPDATE (state, ticket) ON appointment TO hall_kiosk;

-- The board shows calls and says that it did.
GRANT SELECT (id, day, number, block, service, class, language, state, arrived, counts_from, due, return_at, first_called_at,
    called_at, served_at, ended_at, desk) ON ticket TO hall_board;
GRANT SELECT (service, due, state) ON appointment TO hall_board;
GRANT SELECT ON announcement TO hall_board;
GRANT SELECT, INSERT ON acknowledgement TO hall_board;
GRANT SELECT, INSERT, UPDATE (first_announcement) ON board TO hall_board;

-- Desks work the line; administrators besides furnish it. Steps are only ever added.
GRANT SELECT ON catalogue, desk, ticket, ticket_event, announcement, acknowledgement, board, appointment, intake, series,
    reservation, withdrawal TO hall_desk, hall_admin;
GRANT INSERT ON ticket, announcement, appointment, intake, series, withdrawal, desk_service TO hall_desk, hall_admin;
GRANT INSERT (ticket, kind, at, desk, actor, detail) ON ticket_event TO hall_desk, hall_admin;
GRANT UPDATE (service, state, return_at, first_called_at, called_at, served_at, ended_at, desk, calls, out_of_turn)
    ON ticket TO hall_desk, hall_admin;
GRANT UPDATE (state, staff, since, version) ON desk TO hall_desk, hall_admin;
GRANT UPDATE (withdrawn) ON announcement TO hall_desk, hall_admin;
GRANT UPDATE (state, ticket) ON appointment TO hall_desk, hall_admin;
GRANT UPDATE (sealed) ON intake TO hall_desk, hall_admin;
GRANT UPDATE (last) ON series TO hall_desk, hall_admin;
GRANT DELETE ON desk_service TO hall_desk, hall_admin;
GRANT INSERT, UPDATE ON setting TO hall_desk, hall_admin;

GRANT INSERT ON catalogue, block, service, priority_class, policy, desk, block_key TO hall_admin;
GRANT UPDATE ON block, service, priority_class, policy, desk TO hall_admin;

-- Rows. A new ticket waits; nothing else can be written as a ticket from the lobby, and yesterday's are not shown there.
ALTER TABLE ticket ENABLE ROW LEVEL SECURITY;
CREATE POLICY house ON ticket TO hall_board, hall_desk, hall_admin USING (true) WITH CHECK (true);
CREATE POLICY kiosk_sees ON ticket FOR SELECT TO hall_kiosk
    USING (ended_at IS NULL OR ended_at > (extract(epoch FROM now()) * 1000)::BIGINT - 86400000);
CREATE POLICY kiosk_gives ON ticket FOR INSERT TO hall_kiosk WITH CHECK (state = 'waiting');

CREATE FUNCTION has_no_steps(wanted BIGINT) RETURNS boolean LANGUAGE sql STABLE SECURITY DEFINER
    SET search_path = hall_line, pg_temp AS $$ SELECT NOT EXISTS (SELECT 1 FROM ticket_event WHERE ticket = wanted) $$;
REVOKE EXECUTE ON FUNCTION has_no_steps(BIGINT) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION has_no_steps(BIGINT) TO hall_kiosk;
ALTER TABLE ticket_event ENABLE ROW LEVEL SECURITY;
CREATE POLICY house ON ticket_event TO hall_desk, hall_admin USING (true) WITH CHECK (true);
CREATE POLICY kiosk_gives ON ticket_event FOR INSERT TO hall_kiosk
    WITH CHECK (kind = 'issued' AND desk = 0 AND has_no_steps(ticket));

ALTER TABLE appointment ENABLE ROW LEVEL SECURITY;
CREATE POLICY house ON appointment TO hall_board, hall_desk, hall_admin USING (true) WITH CHECK (true);
CREATE POLICY kiosk_sees ON appointment FOR SELECT TO hall_kiosk USING (true);
CREATE POLICY kiosk_receives ON appointment FOR UPDATE TO hall_kiosk USING (state = 'booked') WITH CHECK (state = 'arrived');

ALTER TABLE reservation ENABLE ROW LEVEL SECURITY;
CREATE POLICY all_see ON reservation FOR SELECT USING (true);
CREATE POLICY kiosk_reserves ON reservation FOR INSERT TO hall_kiosk WITH CHECK (last - first < 100);

-- A desk remembers the newest record of the audit trail; every other fact about the hall is the administrators'.
ALTER TABLE setting ENABLE ROW LEVEL SECURITY;
CREATE POLICY all_see ON setting FOR SELECT USING (true);
CREATE POLICY desk_remembers ON setting FOR INSERT TO hall_desk WITH CHECK (name = 'audit_head');
CREATE POLICY desk_goes_on ON setting FOR UPDATE TO hall_desk USING (name = 'audit_head') WITH CHECK (name = 'audit_head');
CREATE POLICY admin_adds ON setting FOR INSERT TO hall_admin WITH CHECK (true);
CREATE POLICY admin_changes ON setting FOR UPDATE TO hall_admin USING (true) WITH CHECK (true);

-- Numbers go up by one, whoever takes them.
CREATE FUNCTION series_goes_up() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    IF TG_OP = 'UPDATE' AND NEW.last <> OLD.last + 1 THEN
        RAISE EXCEPTION 'numbers go up by one' USING ERRCODE = 'check_violation';
    END IF;
    RETURN NEW;
END $$;
CREATE TRIGGER series_goes_up BEFORE UPDATE ON series FOR EACH ROW EXECUTE FUNCTION series_goes_up();
ALTER TABLE series ENABLE ROW LEVEL SECURITY;
CREATE POLICY all_see ON series FOR SELECT USING (true);
CREATE POLICY all_begin ON series FOR INSERT WITH CHECK (last = 1);
CREATE POLICY all_go_on ON series FOR UPDATE USING (true) WITH CHECK (true);
