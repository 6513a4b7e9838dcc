// SPDX-License-Identifier: GPL-3.0-or-later
// The clerk's whole way through the window, by real clicks and keys, on a real store.
#include "tests/desk/desk_fixture.h"

#include <QDateEdit>
#include <QListView>
#include <QTimeEdit>
#include <QWheelEvent>

using namespace hall;
using namespace hall::tests;
using queue::TicketState;

class TestDeskClerk : public QObject
{
    Q_OBJECT

private slots:
    void wholeVisitByKeys();
    void wholeVisitByClicks();
    void wrongPassphraseIsSaidBesideTheField();
    void deskAndSkillsAreRemembered();
    void atLeastOneSkill();
    void noShowWaitsForThePolicy();
    void parkWithTime();
    void transferBySearch();
    void outOfTurnNeedsAReason();
    void resumeAndCancelFromTheLine();
    void undoTakesBack();
    void undoExpires();
    void pauseAndClose();
    void filtersAndSearch();
    void nobodyWaits();
    void scrollingChangesNoChoice();

private:
    static TicketState stateOf(DeskFixture& f, queue::TicketId id) { return f.hall.queue.ticket(id).value().state; }
    static QStringList skillsOf(DeskFixture& f, int desk)
    {
        QStringList services = f.hall.desks.desk(desk).value().services;
        services.sort();
        return services;
    }
    static QStringList kindsOf(DeskFixture& f, queue::TicketId id)
    {
        QStringList kinds;
        const QList<queue::TicketEvent> history = f.hall.queue.history(id).value();
        for (const auto& e : history)
            kinds.append(e.kind);
        return kinds;
    }
};

void TestDeskClerk::wholeVisitByKeys()
{
    DeskFixture f;
    const auto a = f.hall.issue();
    const auto b = f.hall.issue();
    f.signIn();
    QCOMPARE(f.session->phase(), desk::DeskSession::Phase::ChoosingDesk);
    f.key(Qt::Key_Return);
    QCOMPARE(f.session->phase(), desk::DeskSession::Phase::AtDesk);
    QCOMPARE(f.hall.desks.desk(1).value().state, queue::DeskState::Open);

    f.key(Qt::Key_F2);
    QCOMPARE(f.text("currentNumber"), a.number);
    QCOMPARE(stateOf(f, a.id), TicketState::Called);
    f.key(Qt::Key_F3);
    QCOMPARE(f.hall.queue.ticket(a.id).value().calls, 2);
    f.key(Qt::Key_F4);
    QCOMPARE(stateOf(f, a.id), TicketState::Serving);
    f.key(Qt::Key_F8);
    QCOMPARE(stateOf(f, a.id), TicketState::Finished);
    QVERIFY(f.find("visitorEmpty")->isVisible());

    f.key(Qt::Key_F2);
    QCOMPARE(f.text("currentNumber"), b.number);
    QCOMPARE(kindsOf(f, a.id), QStringList({QStringLiteral("issued"), QStringLiteral("called"), QStringLiteral("recalled"),
                                            QStringLiteral("serving"), QStringLiteral("finished")}));
    f.key(Qt::Key_2, Qt::ControlModifier);
    QCOMPARE(f.text("dayCalled"), QStringLiteral("2"));
    QCOMPARE(f.text("dayFinished"), QStringLiteral("1"));
}

void TestDeskClerk::wholeVisitByClicks()
{
    DeskFixture f;
    const auto a = f.hall.issue();
    f.openDesk();
    f.click("callNext");
    f.click("serve");
    QCOMPARE(stateOf(f, a.id), TicketState::Serving);
    QVERIFY(!f.find("callNext")->isEnabled());
    QVERIFY(!f.find("callNext")->accessibleDescription().isEmpty());
    f.click("finish");
    QCOMPARE(stateOf(f, a.id), TicketState::Finished);
}

void TestDeskClerk::wrongPassphraseIsSaidBesideTheField()
{
    DeskFixture f;
    f.type("signInName", QStringLiteral("lina"));
    f.type("signInPassphrase", QStringLiteral("wrong"));
    f.click("signIn");
    QVERIFY(f.find("signInError")->isVisible());
    QVERIFY(f.find<QLineEdit>("signInPassphrase")->text().isEmpty());
    QVERIFY(f.find("signInPassphrase")->hasFocus());
    f.gateway.refuseSignIn = {base::ErrorCode::AccountLocked, QStringLiteral("Locked for 4 more minutes.")};
    f.type("signInPassphrase", QStringLiteral("wrong"));
    f.click("signIn");
    QVERIFY(f.text("signInError").contains(QStringLiteral("4 more minutes")));
    f.gateway.refuseSignIn = {};
    QTest::keyClick(f.find("signInPassphrase"), Qt::Key_A, Qt::NoModifier);
    QVERIFY(!f.find("capsLock")->isVisible());
}

void TestDeskClerk::deskAndSkillsAreRemembered()
{
    DeskFixture f;
    f.signIn();
    auto* choice = f.find<QComboBox>("openDeskChoice");
    choice->setCurrentIndex(choice->findData(2));
    f.click("skill_B1");
    f.click("skill_A1");
    f.click("openDesk");
    QCOMPARE(skillsOf(f, 2), QStringList({QStringLiteral("A2"), QStringLiteral("B1")}));
    f.key(Qt::Key_Q, Qt::ControlModifier | Qt::ShiftModifier);
    QCOMPARE(f.session->phase(), desk::DeskSession::Phase::SignedOut);
    QCOMPARE(f.hall.desks.desk(2).value().state, queue::DeskState::Closed);
    f.signIn();
    QCOMPARE(f.find<QComboBox>("openDeskChoice")->currentData().toInt(), 2);
    f.key(Qt::Key_Return);
    QCOMPARE(skillsOf(f, 2), QStringList({QStringLiteral("A2"), QStringLiteral("B1")}));
}

void TestDeskClerk::atLeastOneSkill()
{
    DeskFixture f;
    f.signIn();
    f.click("skill_A1");
    f.click("skill_A2");
    f.click("openDesk");
    QVERIFY(f.find("openDeskError")->isVisible());
    QCOMPARE(f.session->phase(), desk::DeskSession::Phase::ChoosingDesk);
}

void TestDeskClerk::noShowWaitsForThePolicy()
{
    DeskFixture f;
    const auto a = f.hall.issue();
    f.openDesk();
    f.key(Qt::Key_F2);
    QVERIFY(!f.find("noShow")->isEnabled());
    f.key(Qt::Key_F7);
    QVERIFY(f.find("notice")->isVisible()); // says why not
    QCOMPARE(stateOf(f, a.id), TicketState::Called);
    f.key(Qt::Key_F3);
    QVERIFY(!f.find("noShow")->isEnabled());
    f.hall.clock.advance(std::chrono::seconds(61));
    emit f.session->secondPassed();
    QVERIFY(f.find("noShow")->isEnabled());
    f.key(Qt::Key_F7);
    QCOMPARE(stateOf(f, a.id), TicketState::NoShow);
}

void TestDeskClerk::parkWithTime()
{
    DeskFixture f;
    const auto a = f.hall.issue();
    f.openDesk();
    f.key(Qt::Key_F2);
    f.key(Qt::Key_F5);
    QVERIFY(f.find("parkForm")->isVisible());
    f.click("park30");
    f.gateway.failNext({base::ErrorCode::StoreUnavailable, QStringLiteral("away")});
    f.key(Qt::Key_Return);
    QVERIFY(f.find("parkForm")->isVisible()); // the error stands in the form, the choice stays
    QVERIFY(f.find<QPushButton>("park30")->isChecked());
    f.key(Qt::Key_Return);
    QVERIFY(!f.find("parkForm")->isVisible());
    const auto parked = f.hall.queue.ticket(a.id).value();
    QCOMPARE(parked.state, TicketState::Parked);
    QCOMPARE(*parked.returnAt, f.hall.clock.now() + std::chrono::minutes(30));

    f.key(Qt::Key_Z, Qt::ControlModifier);
    f.key(Qt::Key_F5);
    auto* time = f.find<QTimeEdit>("parkTime");
    time->setTime(QTime(8, 0));
    f.click("formGo");
    QVERIFY(f.find("parkForm")->isVisible()); // in the past
    time->setTime(QTime(14, 30));
    f.key(Qt::Key_Escape);
    f.key(Qt::Key_F5);
    QCOMPARE(time->time(), QTime(14, 30)); // kept
}

void TestDeskClerk::transferBySearch()
{
    DeskFixture f;
    const auto a = f.hall.issue();
    f.openDesk();
    f.key(Qt::Key_F2);
    f.key(Qt::Key_F6);
    QVERIFY(f.find("transferSearch")->hasFocus());
    QTest::keyClicks(f.find("transferSearch"), QStringLiteral("labour"));
    QCOMPARE(f.find<QListView>("transferList")->model()->rowCount(), 1);
    f.key(Qt::Key_Return);
    const auto moved = f.hall.queue.ticket(a.id).value();
    QCOMPARE(moved.service, QStringLiteral("B1"));
    QCOMPARE(moved.number, a.number);
    QCOMPARE(moved.arrived, a.arrived);
    QCOMPARE(moved.state, TicketState::Waiting);
}

void TestDeskClerk::outOfTurnNeedsAReason()
{
    DeskFixture f;
    f.hall.issue();
    const auto b = f.hall.issue();
    f.openDesk();
    f.key(Qt::Key_J, Qt::ControlModifier);
    f.key(Qt::Key_Down);
    QCOMPARE(f.session->selected()->id, b.id);
    f.key(Qt::Key_F9);
    QVERIFY(f.find("reasonForm")->isVisible());
    f.key(Qt::Key_Return);
    QCOMPARE(stateOf(f, b.id), TicketState::Waiting);
    QTest::keyClicks(f.find("reasonField"), QStringLiteral("feels unwell"));

    // The connection goes and comes back: what was typed is still there.
    f.gateway.setConnection(desk::DeskGateway::Connection::Lost);
    QVERIFY(!f.find("reasonForm")->findChild<QPushButton*>(QStringLiteral("formGo"))->isEnabled());
    f.gateway.setConnection(desk::DeskGateway::Connection::Connected);
    QCOMPARE(f.find<QLineEdit>("reasonField")->text(), QStringLiteral("feels unwell"));
    f.key(Qt::Key_Return);
    const auto called = f.hall.queue.ticket(b.id).value();
    QCOMPARE(called.state, TicketState::Called);
    QVERIFY(called.outOfTurn);
    QVERIFY(f.text("whyThisVisitor").contains(QStringLiteral("feels unwell")));
}

void TestDeskClerk::resumeAndCancelFromTheLine()
{
    DeskFixture f;
    const auto a = f.hall.issue();
    QVERIFY(f.hall.queue.park(a.id, f.hall.clock.now() + std::chrono::hours(1), QStringLiteral("x")).ok());
    f.openDesk();
    f.key(Qt::Key_J, Qt::ControlModifier);
    f.key(Qt::Key_F10);
    QCOMPARE(stateOf(f, a.id), TicketState::Waiting);
    f.key(Qt::Key_Delete, Qt::ControlModifier);
    QCOMPARE(stateOf(f, a.id), TicketState::Cancelled);
    f.key(Qt::Key_Z, Qt::ControlModifier);
    QCOMPARE(stateOf(f, a.id), TicketState::Waiting);
}

void TestDeskClerk::undoTakesBack()
{
    DeskFixture f;
    const auto a = f.hall.issue();
    f.openDesk();
    f.key(Qt::Key_F2);
    f.key(Qt::Key_F4);
    f.key(Qt::Key_F8);
    QVERIFY(f.find("undoBar")->isVisible());
    f.key(Qt::Key_Z, Qt::ControlModifier);
    QCOMPARE(stateOf(f, a.id), TicketState::Serving);
    QCOMPARE(f.text("currentNumber"), a.number);
    QVERIFY(!f.find("undoBar")->isVisible());
    f.click("finish");
    QTest::mouseClick(f.find("undoBar")->findChild<QPushButton*>(QStringLiteral("undo")), Qt::LeftButton);
    QCOMPARE(stateOf(f, a.id), TicketState::Serving);
}

void TestDeskClerk::undoExpires()
{
    DeskFixture f;
    const auto a = f.hall.issue();
    f.openDesk();
    f.key(Qt::Key_F2);
    f.hall.clock.advance(std::chrono::milliseconds(5100));
    QTRY_VERIFY(!f.find("undoBar")->isVisible());
    f.key(Qt::Key_Z, Qt::ControlModifier);
    QCOMPARE(stateOf(f, a.id), TicketState::Called);
}

void TestDeskClerk::pauseAndClose()
{
    DeskFixture f;
    f.hall.issue();
    f.openDesk();
    f.key(Qt::Key_F11);
    QCOMPARE(f.hall.desks.desk(1).value().state, queue::DeskState::Paused);
    QVERIFY(!f.find("callNext")->isEnabled());
    f.key(Qt::Key_F11);
    QCOMPARE(f.hall.desks.desk(1).value().state, queue::DeskState::Open);
    f.key(Qt::Key_F2);
    f.key(Qt::Key_F12);
    QCOMPARE(f.session->phase(), desk::DeskSession::Phase::AtDesk); // a visitor is here
    f.key(Qt::Key_F4);
    f.key(Qt::Key_F8);
    f.key(Qt::Key_F12);
    QCOMPARE(f.session->phase(), desk::DeskSession::Phase::ChoosingDesk);
    QCOMPARE(f.hall.desks.desk(1).value().state, queue::DeskState::Closed);
}

void TestDeskClerk::filtersAndSearch()
{
    DeskFixture f;
    f.hall.issue();
    f.hall.issue(QStringLiteral("B1"));
    const auto elder = f.hall.issue(QStringLiteral("A2"), QStringLiteral("elderly"));
    f.openDesk();
    const auto* rows = f.find<QListView>("lineList")->model();
    QCOMPARE(rows->rowCount(), 3);
    f.click("lineMine");
    QCOMPARE(rows->rowCount(), 2);
    f.click("lineMine");
    auto* classes = f.find<QComboBox>("lineClass");
    classes->setCurrentIndex(classes->findData(QStringLiteral("elderly")));
    QCOMPARE(rows->rowCount(), 1);
    classes->setCurrentIndex(0);
    f.key(Qt::Key_F, Qt::ControlModifier);
    QTest::keyClicks(f.find("lineSearch"), elder.number);
    QCOMPARE(rows->rowCount(), 1);
    QTest::keyClicks(f.find("lineSearch"), QStringLiteral("99"));
    QVERIFY(f.find("lineEmpty")->isVisible());
    f.click("lineClear");
    QCOMPARE(rows->rowCount(), 3);
}

void TestDeskClerk::nobodyWaits()
{
    DeskFixture f;
    f.openDesk();
    f.key(Qt::Key_F2);
    QVERIFY(f.find("notice")->isVisible());
    QVERIFY(!f.session->current());
}

void TestDeskClerk::scrollingChangesNoChoice()
{
    DeskFixture f;
    f.openDesk();
    QWidget form(f.window.get()); // as a form inside of what scrolls
    QComboBox box(&form);
    box.addItems({QStringLiteral("petition"), QStringLiteral("consultation")});
    QDateEdit day(QDate(2026, 3, 5), &form);
    form.show();
    for (QWidget* under : std::initializer_list<QWidget*>{&box, &day}) {
        under->setFocus(); // not even where it was chosen last
        QWheelEvent turn(QPointF(4, 4), under->mapToGlobal(QPointF(4, 4)), {}, {0, -120}, Qt::NoButton, Qt::NoModifier, Qt::NoScrollPhase, false);
        QApplication::sendEvent(under, &turn);
    }
    QCOMPARE(box.currentIndex(), 0);
    QCOMPARE(day.date(), QDate(2026, 3, 5));
}

QTEST_MAIN(TestDeskClerk)
#include "tst_desk_clerk.moc"
