// SPDX-License-Identifier: GPL-3.0-or-later
// The models under QAbstractItemModelTester while the line moves; offers, figures and phrases one by one.
#include "tests/support/line_fixture.h"
#include "ui/desk/day_model.h"
#include "ui/desk/desk_action.h"
#include "ui/desk/desks_model.h"
#include "ui/desk/intake_card.h"
#include "ui/desk/line_model.h"
#include "ui/desk/line_service.h"

#include <QAbstractItemModelTester>
#include <QTest>

using namespace hall;
using namespace hall::tests;
using Mode = QAbstractItemModelTester::FailureReportingMode;

class TestDeskModels : public QObject
{
    Q_OBJECT

private slots:
    void lineKeepsTheOrderOfTheQueue();
    void filterUnderTest();
    void dayAndFigures();
    void desks();
    void offers();
    void phrases();
    void masked();
};

void TestDeskModels::lineKeepsTheOrderOfTheQueue()
{
    LineFixture hall;
    desk::Phrasebook phrases;
    desk::LineModel model(phrases);
    QAbstractItemModelTester tester(&model, Mode::QtTest);
    QList<queue::Ticket> tickets;
    for (int i = 0; i < 30; ++i) {
        tickets.append(hall.issue(i % 3 == 0 ? QStringLiteral("A2") : QStringLiteral("A1"),
                                  i % 4 == 0 ? QStringLiteral("elderly") : QStringLiteral("ordinary")));
        hall.clock.advance(std::chrono::minutes(1));
        if (i % 5 == 4) {
            QVERIFY(hall.queue.callNext(1, QStringLiteral("c")).value().ticket);
            QVERIFY(hall.queue.finish(hall.queue.current(1).value()->id, QStringLiteral("c")).ok());
        }
        if (i % 7 == 6)
            QVERIFY(hall.queue.park(tickets.last().id, hall.clock.now() + std::chrono::hours(1), QStringLiteral("c")).ok());
        const auto picture = desk::readPicture(hall.queue, hall.desks, 1, hall.clock.now()).value();
        model.setTickets(picture.line, hall.clock.now(), 3600);
        QCOMPARE(model.rowCount(), static_cast<int>(picture.line.size()));
        for (int row = 0; row < model.rowCount(); ++row)
            QCOMPARE(model.index(row).data(desk::LineModel::TicketIdRole).toLongLong(), picture.line[row].id.value());
    }
    // The first row is who would be called.
    const auto first = model.index(0).data(desk::LineModel::NumberRole).toString();
    QCOMPARE(hall.queue.callNext(1, QStringLiteral("c")).value().ticket->number, first);
    model.setTickets({}, hall.clock.now(), 0);
    QCOMPARE(model.rowCount(), 0);
}

void TestDeskModels::filterUnderTest()
{
    LineFixture hall;
    desk::Phrasebook phrases;
    desk::LineModel model(phrases);
    desk::LineFilter filter;
    QAbstractItemModelTester tester(&filter, Mode::QtTest);
    filter.setSourceModel(&model);
    QList<queue::Ticket> tickets{hall.issue(), hall.issue(QStringLiteral("B1")), hall.issue()};
    model.setTickets(tickets, hall.clock.now(), 0);
    filter.setNumber(QStringLiteral("b0"));
    QCOMPARE(filter.rowCount(), 1);
    std::swap(tickets[0], tickets[2]);
    model.setTickets(tickets, hall.clock.now(), 0);
    filter.setNumber({});
    QCOMPARE(filter.rowCount(), 3);
    filter.setStates({static_cast<int>(queue::TicketState::Parked)});
    QCOMPARE(filter.rowCount(), 0);
}

void TestDeskModels::dayAndFigures()
{
    LineFixture hall;
    desk::Phrasebook phrases;
    desk::DayModel model(phrases);
    QAbstractItemModelTester tester(&model, Mode::QtTest);
    const QString me = QStringLiteral("李娜");
    const auto refresh = [&] {
        const auto day = desk::readDay(hall.queue, 1, base::hallDay(hall.clock.now())).value();
        model.setEntries(day);
        return desk::figuresOf(day);
    };
    for (int i = 0; i < 2; ++i) {
        hall.issue();
        const auto t = *hall.queue.callNext(1, me).value().ticket;
        QVERIFY(hall.queue.serve(t.id, me).ok());
        hall.clock.advance(std::chrono::minutes(10));
        QVERIFY(hall.queue.finish(t.id, me).ok());
        refresh();
    }
    QVERIFY(hall.queue.undo(hall.queue.dayOf(1, base::hallDay(hall.clock.now())).value().first().ticket, me).ok());
    const auto figures = refresh();
    QCOMPARE(figures.called, 2);
    QCOMPARE(figures.finished, 1); // the second was taken back
    QCOMPARE(*figures.perVisit(), base::Milliseconds(std::chrono::minutes(10)));
}

void TestDeskModels::desks()
{
    LineFixture hall;
    desk::Phrasebook phrases;
    desk::DesksModel model(phrases);
    QAbstractItemModelTester tester(&model, Mode::QtTest);
    hall.issue();
    const auto called = *hall.queue.callNext(1, QStringLiteral("c")).value().ticket;
    model.setPicture(desk::readPicture(hall.queue, hall.desks, 0, hall.clock.now()).value());
    QCOMPARE(model.rowCount(), 3);
    QCOMPARE(model.index(0, desk::DesksModel::Visitor).data().toString(), called.number);
    QCOMPARE(model.index(2, desk::DesksModel::Services).data().toString(), QStringLiteral("–"));
}

void TestDeskModels::offers()
{
    desk::Situation s;
    s.desk = queue::DeskState::Open;
    QVERIFY(!desk::Actions::offer(desk::Action::CallNext, s).enabled); // the store is away
    QVERIFY(!desk::Actions::offer(desk::Action::CallNext, s).reason.isEmpty());
    s.connected = true;
    QVERIFY(desk::Actions::offer(desk::Action::CallNext, s).enabled);
    QCOMPARE(desk::Actions::suggested(s), desk::Action::CallNext);
    s.current = queue::Ticket();
    s.current->state = queue::TicketState::Called;
    s.current->calls = 3;
    s.current->calledAt = base::timestampFromMs(0);
    s.now = base::timestampFromMs(30'000);
    QCOMPARE(desk::Actions::offer(desk::Action::NoShow, s).note, QStringLiteral("1:30"));
    QVERIFY(!desk::Actions::offer(desk::Action::CallNext, s).enabled);
    s.now = base::timestampFromMs(120'000);
    QVERIFY(desk::Actions::offer(desk::Action::NoShow, s).enabled);
    QCOMPARE(desk::Actions::suggested(s), desk::Action::Serve);
    // Whatever is not offered says why.
    for (auto action : {desk::Action::Finish, desk::Action::CallOutOfTurn, desk::Action::Resume, desk::Action::Cancel,
                        desk::Action::ResumeDesk, desk::Action::CloseDesk, desk::Action::Undo}) {
        const auto offer = desk::Actions::offer(action, s);
        QVERIFY(!offer.enabled && !offer.reason.isEmpty());
    }
    s.busy = true;
    QVERIFY(!desk::Actions::offer(desk::Action::Serve, s).enabled);
}

void TestDeskModels::phrases()
{
    desk::Phrasebook p;
    QCOMPARE(p.date(QDate(2026, 3, 5)), QStringLiteral("2026年3月5日 周四"));
    p.setChinese(false);
    QCOMPARE(p.date(QDate(2026, 3, 5)), QStringLiteral("Thu 5 Mar 2026"));
    QCOMPARE(p.stopwatch(std::chrono::seconds(3725)), QStringLiteral("1:02:05"));
    QCOMPARE(p.duration(std::chrono::minutes(65)), QStringLiteral("1 h 05 min"));
    QCOMPARE(p.clock(base::fromIso(QStringLiteral("2026-03-05T09:41:00+08:00")).value()), QStringLiteral("09:41"));
}

void TestDeskModels::masked()
{
    QCOMPARE(desk::IntakeCard::masked(QStringLiteral("330681195803124512")), QStringLiteral("3306**********4512"));
    QCOMPARE(desk::IntakeCard::masked(QStringLiteral("1234")), QStringLiteral("****"));
}

QTEST_MAIN(TestDeskModels)
#include "tst_desk_models.moc"
