// SPDX-License-Identifier: GPL-3.0-or-later
// Who may do what, as the server itself says it: each statement is tried with the login of each kind of station, in a
// transaction that is rolled back. Then each kind does its real work through our code, with its own login.
#include "app/queue/catalogue_shelf.h"
#include "app/sql/postgres/postgres_connection.h"
#include "app/sql/postgres/station_accounts.h"
#include "app/seal/sealed_box.h"
#include "app/station/line_worker.h"
#include "app/store/admission.h"
#include "app/store/intake_custody.h"
#include "app/store/line_witness.h"
#include "tests/server/server_hall.h"

#include <QTest>

using namespace hall;
using base::ErrorCode;
using base::Status;
using sql::Connection;
using sql::Mode;
using sql::postgres::PostgresConnection;

namespace {

/// Letters: k kiosk, b board, d desk, a admin. Who is not named must be refused by the server.
struct Case
{
    const char* may;
    const char* sql;
};

constexpr Case kMatrix[] = {
    // The catalogue and counts: everybody.
    {"kbda", "SELECT version, document, policy FROM hall_line.catalogue"},
    {"kbda", "SELECT * FROM hall_line.service"},
    {"kbda", "SELECT * FROM hall_line.priority_class"},
    {"kbda", "SELECT * FROM hall_line.line_marks"},
    {"kbda", "SELECT * FROM hall_line.recent_visit"},
    {"kbda", "SELECT count(*) FROM hall_line.ticket WHERE state = 'waiting'"},
    {"kbda", "SELECT number, state FROM hall_line.desk"},
    {"kbda", "SELECT value FROM hall_line.setting WHERE name = 'hall_name'"},
    {"kbda", "SELECT public_key FROM hall_line.block_key"},
    // Staff, names, steps, what was typed.
    {"da", "SELECT staff FROM hall_line.desk"},
    {"da", "SELECT published_by FROM hall_line.catalogue"},
    {"da", "SELECT * FROM hall_line.ticket_event"},
    {"da", "SELECT actor FROM hall_line.ticket_event"},
    {"da", "SELECT ticket, kind, at FROM hall_line.ticket_event"},
    {"da", "SELECT sealed FROM hall_line.intake"},
    {"kda", "SELECT receipt_code FROM hall_line.ticket"},
    {"da", "SELECT predicted_p50 FROM hall_line.ticket"},
    {"bda", "SELECT * FROM hall_line.announcement"},
    {"bda", "SELECT * FROM hall_line.acknowledgement"},
    {"kda", "SELECT code FROM hall_line.appointment"},
    {"da", "SELECT actor FROM hall_line.withdrawal"},
    {"da", "SELECT login, name FROM hall_case.staff"},
    {"da", "SELECT sealed FROM hall_case.staff"},
    {"da", "SELECT * FROM hall_case.roster"},
    {"da", "SELECT * FROM hall_case.group_grant"},
    {"da", "SELECT * FROM hall_case.intake"},
    {"da", "SELECT * FROM hall_case.audit"},
    // Giving tickets.
    {"kda", "INSERT INTO hall_line.ticket (key, day, number, block, service, class, state, arrived, counts_from, receipt_code) "
            "SELECT 'k1', '2026-03-05', 'X1', 'reception', min(s.id), min(c.id), 'waiting', 1, 1, 'R' FROM hall_line.service s, "
            "hall_line.priority_class c"},
    {"da", "INSERT INTO hall_line.ticket (key, day, number, block, service, class, state, arrived, counts_from, receipt_code) "
           "SELECT 'k2', '2026-03-05', 'X2', 'reception', min(s.id), min(c.id), 'finished', 1, 1, 'R' FROM hall_line.service s, "
           "hall_line.priority_class c"},
    {"da", "INSERT INTO hall_line.ticket (key, day, number, block, service, class, state, arrived, counts_from, receipt_code, desk) "
           "SELECT 'k3', '2026-03-05', 'X3', 'reception', min(s.id), min(c.id), 'waiting', 1, 1, 'R', 1 FROM hall_line.service s, "
           "hall_line.priority_class c"},
    {"kda", "INSERT INTO hall_line.series (block, day, last) VALUES ('legal', '2001-01-01', 1)"},
    {"", "INSERT INTO hall_line.series (block, day, last) VALUES ('legal', '2001-01-01', 500)"},
    {"kda", "UPDATE hall_line.series SET last = last + 1"},
    {"", "UPDATE hall_line.series SET day = '2000-01-01'"},
    {"", "DELETE FROM hall_line.series"},
    {"k", "INSERT INTO hall_line.reservation VALUES ('legal', '2001-01-01', 800, 819, 'kiosk', 1)"},
    {"", "INSERT INTO hall_line.reservation VALUES ('legal', '2001-01-01', 800, 999, 'kiosk', 1)"},
    {"", "UPDATE hall_line.reservation SET station = 'other'"},
    {"", "DELETE FROM hall_line.reservation"},
    {"kda", "INSERT INTO hall_line.withdrawal VALUES ('nobody', 1, 'kiosk')"},
    {"", "DELETE FROM hall_line.withdrawal"},
    // Steps of a ticket: added by desks, never changed; the lobby adds the first one alone.
    {"da", "INSERT INTO hall_line.ticket_event (ticket, kind, at, desk, actor) SELECT min(id), 'finished', 1, 1, 'x' FROM hall_line.ticket"},
    {"da", "INSERT INTO hall_line.ticket_event (ticket, kind, at) SELECT min(id), 'issued', 1 FROM hall_line.ticket"},
    {"", "INSERT INTO hall_line.ticket_event (ticket, kind, at, login) SELECT min(id), 'issued', 1, 'somebody' FROM hall_line.ticket"},
    {"", "UPDATE hall_line.ticket_event SET actor = 'x'"},
    {"", "DELETE FROM hall_line.ticket_event"},
    {"da", "UPDATE hall_line.ticket SET state = 'cancelled'"},
    {"", "UPDATE hall_line.ticket SET number = 'Z1'"},
    {"", "UPDATE hall_line.ticket SET arrived = 0"},
    {"", "DELETE FROM hall_line.ticket"},
    {"", "TRUNCATE hall_line.ticket CASCADE"},
    {"da", "UPDATE hall_line.intake SET sealed = ''"},
    {"", "DELETE FROM hall_line.intake"},
    {"da", "INSERT INTO hall_line.announcement (ticket, desk, at) SELECT min(id), 1, 1 FROM hall_line.ticket"},
    {"da", "UPDATE hall_line.announcement SET withdrawn = 1"},
    {"", "UPDATE hall_line.announcement SET desk = 9"},
    {"b", "INSERT INTO hall_line.board VALUES ('board-x', 1)"},
    {"b", "UPDATE hall_line.board SET first_announcement = 1"},
    {"b", "INSERT INTO hall_line.acknowledgement SELECT 'b', min(id), 1 FROM hall_line.announcement"},
    {"", "DELETE FROM hall_line.acknowledgement"},
    // Desks, the catalogue, facts about the hall.
    {"da", "UPDATE hall_line.desk SET state = 'closed'"},
    {"a", "UPDATE hall_line.desk SET name = '{}'"},
    {"a", "INSERT INTO hall_line.desk (number, name) VALUES (99, '{}')"},
    {"da", "DELETE FROM hall_line.desk_service"},
    {"a", "INSERT INTO hall_line.catalogue (published_at, published_by, document, policy) VALUES (1, 'x', '{}', '{}')"},
    {"", "UPDATE hall_line.catalogue SET document = '{}'"},
    {"", "DELETE FROM hall_line.catalogue"},
    {"a", "UPDATE hall_line.policy SET bound_s = 1"},
    {"a", "INSERT INTO hall_line.setting VALUES ('hall_motto', 'x')"},
    {"da", "INSERT INTO hall_line.setting VALUES ('audit_head', '0 x') ON CONFLICT (name) DO UPDATE SET value = excluded.value"},
    {"", "DELETE FROM hall_line.setting"},
    {"a", "INSERT INTO hall_line.block_key VALUES ('legal', 9, 'key')"},
    {"", "UPDATE hall_line.block_key SET public_key = 'mine'"},
    {"", "UPDATE hall_line.hall_version SET version = 1"},
    // The case store. Nobody but the owner changes what was said or who looked.
    {"da", "INSERT INTO hall_case.audit VALUES (999999, 'r', 'h', 's')"},
    {"", "UPDATE hall_case.audit SET record = 'x'"},
    // Case files: desks add to them; nobody changes or removes what is there.
    {"da", "SELECT number, block, state FROM hall_case.case_file"},
    {"da", "SELECT header, body FROM hall_case.case_entry"},
    {"da", "SELECT sealed FROM hall_case.case_grant"},
    {"da", "INSERT INTO hall_case.case_series VALUES (1999, 1)"},
    {"da", "UPDATE hall_case.case_series SET last = last + 1"},
    {"da", "INSERT INTO hall_case.case_file VALUES ('x', '1999-1', 'reception', 0, 'registered', '', 'li', 0, 0, 0)"},
    {"da", "UPDATE hall_case.case_file SET state = 'closed', handler = 'li', changed_at = 1, entries = 2, category = ''"},
    {"", "UPDATE hall_case.case_file SET number = '1'"},
    {"", "UPDATE hall_case.case_file SET block = 'mediation'"},
    {"", "DELETE FROM hall_case.case_file"},
    {"", "UPDATE hall_case.case_entry SET body = 'x'"},
    {"", "DELETE FROM hall_case.case_entry"},
    {"", "TRUNCATE hall_case.case_entry"},
    {"", "UPDATE hall_case.case_grant SET granter = 'x'"},
    {"", "DELETE FROM hall_case.case_grant"},
    {"", "DELETE FROM hall_case.case_series"},
    // Attachments: what never finished may be swept away (the trigger keeps what counts), and nothing else.
    {"da", "SELECT sealed FROM hall_case.case_attachment_chunk"},
    {"da", "SELECT head FROM hall_case.case_attachment"},
    {"da", "INSERT INTO hall_case.case_upload VALUES ('u', 1)"},
    {"da", "UPDATE hall_case.case_upload SET alive_at = 2"},
    {"", "UPDATE hall_case.case_upload SET id = 'x'"},
    {"da", "DELETE FROM hall_case.case_upload"},
    {"da", "INSERT INTO hall_case.case_attachment_chunk VALUES ('u', 1, 's', 'h')"},
    {"", "UPDATE hall_case.case_attachment_chunk SET sealed = 'x'"},
    {"da", "DELETE FROM hall_case.case_attachment_chunk"},
    {"", "TRUNCATE hall_case.case_attachment_chunk"},
    {"", "UPDATE hall_case.case_attachment SET head = 'x'"},
    {"", "DELETE FROM hall_case.case_attachment"},
    {"", "TRUNCATE hall_case.case_attachment"},
    // Numbers of documents are only ever taken.
    {"da", "SELECT last FROM hall_case.document_series"},
    {"da", "INSERT INTO hall_case.document_series VALUES (2026, 's', 1)"},
    {"da", "UPDATE hall_case.document_series SET last = 2"},
    {"", "UPDATE hall_case.document_series SET series = 'x'"},
    {"", "DELETE FROM hall_case.document_series"},
    // The steps of one-time codes; countersignatures are only ever added.
    {"da", "SELECT step FROM hall_case.staff_code"},
    {"da", "INSERT INTO hall_case.staff_code (login, step) SELECT min(login), 1 FROM hall_case.staff"},
    {"da", "UPDATE hall_case.staff_code SET step = 2"},
    {"", "DELETE FROM hall_case.staff_code"},
    {"da", "INSERT INTO hall_case.audit_countersign VALUES (999999, 1, 'aud', 's')"},
    {"", "UPDATE hall_case.audit_countersign SET signature = 'x'"},
    {"", "DELETE FROM hall_case.audit_countersign"},
    {"", "ALTER TABLE hall_case.case_entry DISABLE TRIGGER ALL"},
    {"", "DELETE FROM hall_case.audit"},
    {"", "TRUNCATE hall_case.audit"},
    {"da", "INSERT INTO hall_case.intake VALUES (999999, 'reception', 1, 's', 1, 'x')"},
    {"", "UPDATE hall_case.intake SET sealed = 'x'"},
    {"", "DELETE FROM hall_case.intake"},
    {"a", "INSERT INTO hall_case.roster VALUES (999999, 'r', 'h', 's', 'c')"},
    {"", "UPDATE hall_case.roster SET record = 'x'"},
    {"", "DELETE FROM hall_case.roster"},
    {"da", "UPDATE hall_case.staff SET failures = failures + 1"},
    {"a", "UPDATE hall_case.staff SET roles = 'supervisor'"},
    {"a", "UPDATE hall_case.staff SET box_public = 'mine'"}, // a reset; the roster keeps anybody from believing it by itself
    {"", "DELETE FROM hall_case.staff"},
    {"a", "INSERT INTO hall_case.group_key VALUES ('legal', 9, 'key')"},
    {"", "UPDATE hall_case.group_key SET public_key = 'mine'"},
    {"a", "DELETE FROM hall_case.group_grant"}, // what was sealed to the keys before a reset
    {"da", "INSERT INTO hall_case.recovery_deposit VALUES (1, 'b', 1, 'm', 's', 's')"},
    {"a", "DELETE FROM hall_case.recovery_deposit"},
    {"a", "INSERT INTO hall_case.recovery_key VALUES (999999, 'r', 's', 'c')"},
    {"", "UPDATE hall_case.recovery_key SET record = 'x'"},
    // The server itself.
    {"", "CREATE TABLE hall_line.mine (x int)"},
    {"", "CREATE TABLE public.mine (x int)"},
    {"", "CREATE TEMPORARY TABLE mine (x int)"},
    {"", "CREATE SCHEMA mine"},
    {"", "DROP TABLE hall_line.ticket CASCADE"},
    {"", "ALTER TABLE hall_case.audit DISABLE TRIGGER ALL"},
    {"", "ALTER TABLE hall_line.ticket DISABLE ROW LEVEL SECURITY"},
    {"", "CREATE ROLE mine"},
    {"", "GRANT hall_admin TO CURRENT_USER"},
    {"", "SET ROLE owner"},
    {"", "COPY hall_line.service TO PROGRAM 'cat'"},
    {"", "SELECT pg_read_file('postgresql.conf')"},
    {"", "SELECT rolpassword FROM pg_authid"},
};

} // namespace

class TestRoles : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase();
    void matrix_data();
    void matrix();
    void theMatrixIsLongEnough() { QVERIFY(std::size(kMatrix) >= 60); }
    void theKioskGivesTickets();
    void theKioskTakesBackItsOwnAndNothingElse();
    void theKioskSeesNoHistory();
    void theBoardShowsCalls();
    void aDeskWorks();
    void anAdministratorAdmitsAndPublishes();
    void aLoginOfAnotherHallHasNoBusinessHere();
    void aLoginThatWasTakenAway();

private:
    std::unique_ptr<Connection> connect(const QString& login)
    {
        auto connection = PostgresConnection::open({.url = m_hall->url(login)});
        return connection.ok() ? std::move(connection).value() : nullptr;
    }
    /// The line with a station's own login.
    struct At
    {
        At(const tests::ServerHall& hall, const QString& login, const base::Clock& clock)
            : store(store::LineStore::open(hall.place(login)).value())
            , line(store, clock)
        {
        }
        store::LineStore store;
        station::Line line;
    };
    queue::IssueRequest request() const
    {
        queue::IssueRequest wanted;
        wanted.key = QUuid::createUuid();
        wanted.service = m_hall->service(QStringLiteral("reception"));
        wanted.actor = QStringLiteral("test");
        return wanted;
    }

    base::SystemClock m_clock;
    std::unique_ptr<tests::ServerHall> m_hall;
};

void TestRoles::initTestCase()
{
    m_hall = std::make_unique<tests::ServerHall>(m_clock);
    QVERIFY2(m_hall->complaint().isEmpty(), qPrintable(m_hall->complaint()));
    // Something of everything, so that a statement on rows has rows.
    At owner(*m_hall, {}, m_clock);
    QVERIFY(owner.line.desks.open(1, {m_hall->service(QStringLiteral("reception"))}, QStringLiteral("li")).ok());
    queue::IssueRequest typed = request();
    typed.sealedIntake = "sealed";
    const auto first = owner.line.queue.issue(typed);
    QVERIFY2(first.ok(), first.ok() ? "" : qPrintable(first.error().message));
    QVERIFY(owner.line.queue.callNext(1, QStringLiteral("li")).ok());
    QVERIFY(owner.line.announcements.pending(QStringLiteral("b")).ok());
    QVERIFY(owner.line.queue.issue(request()).ok());
    QVERIFY(owner.line.appointments.book(typed.service, m_clock.now() + std::chrono::hours(1), {}).ok());
}

void TestRoles::matrix_data()
{
    QTest::addColumn<QString>("login");
    for (const QString& login : sql::postgres::StationAccounts::kinds())
        QTest::newRow(qPrintable(login)) << login + QStringLiteral("-1");
}

void TestRoles::matrix()
{
    QFETCH(QString, login);
    const auto db = connect(login);
    QVERIFY(db);
    QStringList wrong;
    for (const Case& tried : kMatrix) {
        Status outcome;
        const Status undone = db->transaction(Mode::Write, [&]() -> Status {
            outcome = db->execute(tried.sql);
            return base::Error{ErrorCode::Cancelled, {}};
        });
        QCOMPARE(undone.error().code, ErrorCode::Cancelled);
        const bool may = QByteArrayView(tried.may).contains(login.at(0).toLatin1());
        const QString said = outcome.ok() ? QStringLiteral("done") : outcome.error().message;
        if (may ? !outcome.ok() : (outcome.ok() || outcome.error().code != ErrorCode::PermissionDenied))
            wrong << QStringLiteral("%1 %2: %3 → %4").arg(login, may ? QStringLiteral("may") : QStringLiteral("may not"),
                                                          QString::fromUtf8(tried.sql), said);
    }
    QVERIFY2(wrong.isEmpty(), qPrintable(u'\n' + wrong.join(u'\n')));
}

void TestRoles::theKioskGivesTickets()
{
    At kiosk(*m_hall, QStringLiteral("kiosk-1"), m_clock);
    queue::IssueRequest wanted = request();
    wanted.sealedIntake = "sealed";
    const auto issued = kiosk.line.queue.issue(wanted);
    QVERIFY2(issued.ok(), issued.ok() ? "" : qPrintable(issued.error().message));
    QVERIFY(issued->position > 0);
    QVERIFY(kiosk.line.queue.issue(wanted)->repeated);
    QVERIFY(kiosk.line.catalogue.current().ok());
    QVERIFY(kiosk.store.blockKey(QStringLiteral("reception")).ok());
    const QDate today = base::hallDay(m_clock.now());
    QVERIFY(kiosk.line.queue.ticketByReceipt(today, issued->ticket.receiptCode)->has_value());
    QVERIFY(kiosk.line.queue.standing(issued->ticket.id).ok());
    QVERIFY(kiosk.line.queue.reserve(QStringLiteral("reception"), today, 20, QStringLiteral("kiosk-1")).ok());
    // Somebody who is booked is received.
    At desk(*m_hall, QStringLiteral("desk-1"), m_clock);
    const auto booking = desk.line.appointments.book(wanted.service, m_clock.now() + std::chrono::hours(1), {});
    QVERIFY2(booking.ok(), booking.ok() ? "" : qPrintable(booking.error().message));
    QVERIFY(kiosk.line.appointments.byCode(booking->code)->has_value());
    queue::IssueRequest booked = request();
    booked.appointment = booking->id;
    booked.priorityClass = QStringLiteral("booked");
    const auto received = kiosk.line.queue.issue(booked);
    QVERIFY2(received.ok(), received.ok() ? "" : qPrintable(received.error().message));
    // What a kiosk has no business with.
    QVERIFY(desk.line.desks.open(3, {wanted.service}, QStringLiteral("li")).ok());
    QCOMPARE(kiosk.line.queue.callNext(3, QStringLiteral("kiosk")).error().code, ErrorCode::PermissionDenied);
    QCOMPARE(kiosk.line.queue.cancel(issued->ticket.id, QStringLiteral("kiosk")).error().code, ErrorCode::PermissionDenied);
    QCOMPARE(kiosk.line.queue.history(issued->ticket.id).error().code, ErrorCode::PermissionDenied);
    QCOMPARE(store::CaseStore::open(m_hall->place(QStringLiteral("kiosk-1"))).error().code, ErrorCode::PermissionDenied);
}

void TestRoles::theKioskTakesBackItsOwnAndNothingElse()
{
    At kiosk(*m_hall, QStringLiteral("kiosk-1"), m_clock);
    const queue::IssueRequest own = request();
    QVERIFY(kiosk.line.queue.issue(own).ok());
    QVERIFY(kiosk.line.queue.withdraw(own.key, QStringLiteral("kiosk")).value());
    QCOMPARE(kiosk.line.queue.ticketByKey(own.key).value()->state, queue::TicketState::Cancelled);
    At desk(*m_hall, QStringLiteral("desk-1"), m_clock);
    const queue::IssueRequest others = request();
    QVERIFY(desk.line.queue.issue(others).ok());
    QVERIFY(!kiosk.line.queue.withdraw(others.key, QStringLiteral("kiosk")).value());
    QCOMPARE(desk.line.queue.ticketByKey(others.key).value()->state, queue::TicketState::Waiting);
    // A key that was withdrawn before its ticket came is never written.
    const queue::IssueRequest late = request();
    QVERIFY(!kiosk.line.queue.withdraw(late.key, QStringLiteral("kiosk")).value());
    QCOMPARE(kiosk.line.queue.issue(late).error().code, ErrorCode::Cancelled);
}

void TestRoles::theKioskSeesNoHistory()
{
    const auto owner = connect({});
    QVERIFY(owner->execute("UPDATE hall_line.ticket SET state = 'finished', ended_at = 1 WHERE id = (SELECT max(id) FROM hall_line.ticket)").ok());
    const auto kiosk = connect(QStringLiteral("kiosk-1"));
    QCOMPARE(kiosk->value<int>("SELECT count(*) FROM hall_line.ticket WHERE ended_at = 1").value().value(), 0);
    QCOMPARE(owner->value<int>("SELECT count(*) FROM hall_line.ticket WHERE ended_at = 1").value().value(), 1);
    // A booking that is not open cannot be touched either.
    QVERIFY(owner->execute("UPDATE hall_line.appointment SET state = 'cancelled'").ok());
    QVERIFY(kiosk->execute("UPDATE hall_line.appointment SET state = 'arrived'").ok());
    QCOMPARE(kiosk->changes(), 0);
}

void TestRoles::theBoardShowsCalls()
{
    At board(*m_hall, QStringLiteral("board-1"), m_clock);
    const auto pending = board.line.announcements.pending(QStringLiteral("board-1"));
    QVERIFY2(pending.ok(), pending.ok() ? "" : qPrintable(pending.error().message));
    QVERIFY(board.line.announcements.latest(5).ok());
    QVERIFY(!pending->isEmpty());
    QVERIFY(board.line.announcements.acknowledge(pending->first().id, QStringLiteral("board-1")).ok());
    QVERIFY(board.line.queue.loads().ok());
    QVERIFY(board.line.desks.openCount().ok());
    QVERIFY(board.line.catalogue.version().ok());
    QVERIFY(board.line.catalogue.current().ok());
    QCOMPARE(board.line.queue.issue(request()).error().code, ErrorCode::PermissionDenied);
}

void TestRoles::aDeskWorks()
{
    At desk(*m_hall, QStringLiteral("desk-1"), m_clock);
    queue::Queue& queue = desk.line.queue;
    const QString clerk = QStringLiteral("li");
    QVERIFY(desk.line.desks.open(2, {m_hall->service(QStringLiteral("reception"))}, clerk).ok());
    const auto called = queue.callNext(2, clerk);
    QVERIFY2(called.ok() && called->ticket, called.ok() ? "nobody" : qPrintable(called.error().message));
    const queue::TicketId id = called->ticket->id;
    QVERIFY(queue.recall(id, clerk).ok());
    QVERIFY(queue.serve(id, clerk).ok());
    QVERIFY(queue.park(id, m_clock.now() + std::chrono::minutes(5), clerk).ok());
    QVERIFY(queue.resume(id, clerk).ok());
    QVERIFY(queue.callOutOfTurn(2, id, QStringLiteral("reason"), clerk).ok());
    QVERIFY(queue.transfer(id, m_hall->service(QStringLiteral("mediation")), clerk).ok());
    QVERIFY(queue.undo(id, clerk).ok());
    QVERIFY(queue.finish(id, clerk).ok());
    QVERIFY(queue.history(id).ok());
    QVERIFY(queue.issue(request()).ok());
    // A person signs in, opens what a visitor typed, and hands it on.
    const auto office = store::CaseOffice::open(m_hall->place(QStringLiteral("desk-1")), m_clock);
    QVERIFY2(office.ok(), office.ok() ? "" : qPrintable(office.error().message));
    const auto li = (*office)->staff().signIn(clerk, seal::SecretBuffer::copyOf("li"));
    QVERIFY2(li.ok(), li.ok() ? "" : qPrintable(li.error().message));
    const Status compared = store::compareWithLine(desk.store, **office, *li);
    QVERIFY2(compared.ok(), compared.ok() ? "" : qPrintable(compared.error().message));
    QCOMPARE((*office)->staff().signIn(clerk, seal::SecretBuffer::copyOf("wrong")).error().code, ErrorCode::PassphraseWrong);
    store::IntakeCustody custody((*office)->store().connection(), m_clock, (*office)->audit());
    const auto key = desk.store.blockKey(QStringLiteral("reception"));
    const auto sealed = seal::sealTo(key->publicKey, key->generation, QByteArrayView("{\"v\":1}"));
    QVERIFY(custody.take(id.value(), QStringLiteral("reception"), key->generation, sealed->bytes, clerk).ok());
    QVERIFY(custody.open(id.value(), *li).ok());
    QVERIFY(custody.handOver(id.value(), *li, QStringLiteral("mediation"), *desk.store.blockKey(QStringLiteral("mediation"))).ok());
    QVERIFY(queue.forgetIntake(id).ok());
    QVERIFY((*office)->audit().verify()->broken.isEmpty());
    QVERIFY((*office)->staff().changePassphrase(*li, seal::SecretBuffer::copyOf("new-passphrase"), seal::KdfCost::cheapForTests()).ok());
    QVERIFY(queue.closeDay(base::hallDay(m_clock.now()), clerk).ok());
}

void TestRoles::anAdministratorAdmitsAndPublishes()
{
    At admin(*m_hall, QStringLiteral("admin-1"), m_clock);
    const auto office = store::CaseOffice::open(m_hall->place(QStringLiteral("admin-1")), m_clock).value();
    const auto sec = office->staff().signIn(QStringLiteral("sec"), seal::SecretBuffer::copyOf("sec")).value();
    const auto aud = office->staff().signIn(QStringLiteral("aud"), seal::SecretBuffer::copyOf("aud")).value();
    const store::Person talker{QStringLiteral("zhang"), QStringLiteral("张敏"), {store::role::kLegal}, {QStringLiteral("legal")}, true};
    const auto admitted = store::admit(admin.store, *office, talker, seal::SecretBuffer::copyOf("zhang"), sec, aud, seal::KdfCost::cheapForTests());
    QVERIFY2(admitted.ok(), admitted.ok() ? "" : qPrintable(admitted.error().message));
    QCOMPARE(admitted->held, QStringList{QStringLiteral("legal")});
    QVERIFY(office->staff().verifyRoster().ok());
    const auto inForce = admin.line.catalogue.current().value();
    const auto published = admin.line.catalogue.publish(inForce.catalogue, inForce.policy, QStringLiteral("sys"));
    QVERIFY2(published.ok(), published.ok() ? "" : qPrintable(published.error().message));
}

void TestRoles::aLoginOfAnotherHallHasNoBusinessHere()
{
    const QString other = m_hall->cluster().createDatabase();
    const store::HallPlace place(m_hall->cluster().url(other), m_hall->place().files().folder + QStringLiteral("-other"));
    QVERIFY(store::makeHall(tests::ServerHall::plan(place), m_clock).ok());
    const auto refused = PostgresConnection::open({.url = m_hall->cluster().url(other, QStringLiteral("desk-1"))});
    QVERIFY(!refused.ok());
}

void TestRoles::aLoginThatWasTakenAway()
{
    auto accounts = sql::postgres::StationAccounts::open(m_hall->url()).value();
    QCOMPARE(accounts.add(QStringLiteral("Desk 2"), QStringLiteral("desk"), "x").error().code, ErrorCode::InvalidArgument);
    QCOMPARE(accounts.add(QStringLiteral("desk-1"), QStringLiteral("desk"), "x").error().code, ErrorCode::StaffExists);
    QVERIFY(accounts.add(QStringLiteral("desk-2"), QStringLiteral("desk"), "x").ok());
    const auto db = connect(QStringLiteral("desk-2"));
    QVERIFY(db);
    QVERIFY(accounts.list()->contains({QStringLiteral("desk-2"), QStringLiteral("desk"), true}));
    QVERIFY(accounts.remove(QStringLiteral("desk-2")).ok());
    QTRY_COMPARE(db->execute("SELECT 1").error().code, ErrorCode::StoreUnavailable);
    QVERIFY(!connect(QStringLiteral("desk-2")));
    QCOMPARE(accounts.remove(QStringLiteral("owner")).error().code, ErrorCode::StaffUnknown);
}

QTEST_GUILESS_MAIN(TestRoles)
#include "tst_roles.moc"
