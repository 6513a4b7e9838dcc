// SPDX-License-Identifier: GPL-3.0-or-later
// What happens when nobody is there, the store is away, the paper is out, the hall is closed or the catalogue changes.
#include "tests/kiosk/kiosk_stage.h"

#include <QAbstractItemModelTester>
#include <QApplication>
#include <QClipboard>
#include <QSignalSpy>
#include <QTest>

using namespace hall;
using namespace hall::kiosk;
using namespace hall::kiosk::test;
using namespace std::chrono_literals;
using Page = VisitSession::Page;

#define CLICK(name) QVERIFY2(stage.click(QStringLiteral(name)), name)

class TestKiosk : public QObject
{
    Q_OBJECT

    static void toReview(KioskStage& stage)
    {
        CLICK("block.reception");
        CLICK("service.COMPLAIN");
        CLICK("people.1");
        CLICK("class.ordinary");
        QCOMPARE(stage.kiosk->page(), Page::Review);
    }
    static void pass(KioskStage& stage, base::Milliseconds time)
    {
        stage.clock.advance(time);
        stage.kiosk->idle()->tick();
        stage.settle();
    }

private slots:
    void idleWarnsCountsDownAndWipes()
    {
        KioskStage stage({540, 960}, u"zh"_qs);
        CLICK("nav.language");
        CLICK("nav.elder");
        toReview(stage);
        CLICK("review.tell");
        stage.type(u"Wang"_qs);
        QCOMPARE(stage.kiosk->session().details().name, u"Wang"_qs);
        QApplication::clipboard()->setText(u"Wang"_qs);
        pass(stage, 89s);
        QVERIFY(!stage.kiosk->idle()->warning());
        pass(stage, 2s);
        QVERIFY(stage.kiosk->idle()->warning());
        QCOMPARE(stage.kiosk->idle()->secondsLeft(), 20);
        QVERIFY(stage.isThere(u"idle.stay"_qs));
        pass(stage, 19s);
        QVERIFY(stage.kiosk->idle()->warning());
        pass(stage, 2s);
        QCOMPARE(stage.kiosk->page(), Page::Welcome);
        QVERIFY(stage.kiosk->session().details().isEmpty());
        QCOMPARE(stage.kiosk->language(), u"zh"_qs);
        QVERIFY(!stage.kiosk->elder());
        QVERIFY(QApplication::clipboard()->text().isEmpty());
        for (const QString& text : stage.texts())
            QVERIFY2(!text.contains(u"Wang"_qs), qPrintable(text));
        // The next visitor finds an empty field.
        toReview(stage);
        CLICK("review.tell");
        QCOMPARE(stage.item(u"name.field"_qs)->property("text").toString(), QString());
        QVERIFY(!stage.item(u"name.field"_qs)->property("canUndo").toBool());
    }

    void oneTouchExtendsAndPressesNothing()
    {
        KioskStage stage({540, 960}, u"en"_qs);
        CLICK("block.mediation");
        pass(stage, 61s);
        QVERIFY(stage.kiosk->idle()->warning());
        QTest::mouseClick(stage.window, Qt::LeftButton, {}, QPoint(270, 500)); // over a service that lies underneath
        stage.settle();
        QVERIFY(!stage.kiosk->idle()->warning());
        QCOMPARE(stage.kiosk->page(), Page::Service);
        pass(stage, 61s);
        QVERIFY(stage.kiosk->idle()->warning());
        QTest::keyClick(stage.window, Qt::Key_Space);
        stage.settle();
        QVERIFY(!stage.kiosk->idle()->warning());
        QCOMPARE(stage.kiosk->page(), Page::Service);
    }

    void aClockThatJumpsNeverSkipsTheWarning()
    {
        KioskStage stage({540, 960}, u"en"_qs);
        CLICK("block.mediation");
        pass(stage, 2h);
        QVERIFY(stage.kiosk->idle()->warning());
        QCOMPARE(stage.kiosk->idle()->secondsLeft(), 20);
        stage.clock.set(stage.clock.now() - 1h);
        pass(stage, 0s);
        QVERIFY(stage.kiosk->idle()->warning());
        pass(stage, 21s);
        QCOMPARE(stage.kiosk->page(), Page::Welcome);
    }

    void aFailingPrinterNeverHoldsUpTheTicket()
    {
        KioskStage stage({540, 960}, u"en"_qs);
        stage.fake.printer = true;
        stage.fake.printOutcome = base::Status(base::ErrorCode::PrinterUnavailable, u"out of paper"_qs);
        toReview(stage);
        CLICK("review.take");
        QCOMPARE(stage.kiosk->page(), Page::Ticket);
        QCOMPARE(stage.kiosk->ticket()->paper(), TicketCard::Paper::Failed);
        QVERIFY(stage.isThere(u"ticket.qr"_qs));
        stage.fake.printOutcome = {};
        CLICK("ticket.printAgain");
        QCOMPARE(stage.kiosk->ticket()->paper(), TicketCard::Paper::Printed);
        QCOMPARE(stage.fake.asked.size(), 1); // a reprint is no new ticket
        QVERIFY(stage.fake.printed.last().copy);
        QCOMPARE(stage.fake.printed.last().number, stage.kiosk->ticket()->number());
    }

    void theStoreGoesWhileATicketIsIssued()
    {
        KioskStage stage({540, 960}, u"en"_qs);
        toReview(stage);
        stage.fake.loseAnswer = true; // written, and the answer is lost
        CLICK("review.take");
        QCOMPARE(stage.kiosk->stage(), Kiosk::Stage::Away);
        QVERIFY(stage.isThere(u"notice.away"_qs));
        stage.shoot(u"away"_qs);
        stage.fake.setLink(HallGateway::Link::Away);
        stage.fake.loseAnswer = false;
        stage.fake.setLink(HallGateway::Link::Connected);
        stage.settle();
        QCOMPARE(stage.kiosk->page(), Page::Ticket);
        QCOMPARE(stage.kiosk->stage(), Kiosk::Stage::Visit);
        QCOMPARE(stage.fake.given.size(), 1); // never two tickets
        QCOMPARE(stage.fake.asked.size(), 2);
        QCOMPARE(stage.fake.asked.first().key, stage.fake.asked.last().key);
        // A ticket that was shown stays on the screen.
        stage.fake.setLink(HallGateway::Link::Away);
        stage.settle();
        QVERIFY(stage.isThere(u"ticket.number"_qs));
    }

    void aTicketThatNobodySawIsTakenBack()
    {
        KioskStage stage({540, 960}, u"en"_qs);
        toReview(stage);
        stage.fake.loseAnswer = true;
        CLICK("review.take");
        stage.fake.setLink(HallGateway::Link::Away);
        pass(stage, 61s);
        pass(stage, 21s);
        QCOMPARE(stage.kiosk->page(), Page::Welcome);
        QCOMPARE(stage.fake.given.size(), 1);
        stage.fake.loseAnswer = false;
        stage.fake.setLink(HallGateway::Link::Connected);
        stage.settle();
        QCOMPARE(stage.fake.given.size(), 0);
        QCOMPARE(stage.fake.withdrawn.size(), 1);
        QCOMPARE(stage.kiosk->stage(), Kiosk::Stage::Visit);
    }

    void anAnswerToAVisitorWhoIsGoneIsNotShown()
    {
        KioskStage stage({540, 960}, u"en"_qs);
        toReview(stage);
        stage.fake.hang = true;
        CLICK("review.take");
        QCOMPARE(stage.kiosk->page(), Page::Issuing);
        stage.kiosk->leave();
        stage.fake.answer();
        stage.settle();
        QCOMPARE(stage.kiosk->page(), Page::Welcome);
        QVERIFY(!stage.isThere(u"ticket.number"_qs));
        QCOMPARE(stage.fake.withdrawn.size(), 1);
    }

    void theHallIsClosed()
    {
        KioskStage stage({540, 960}, u"en"_qs);
        stage.clock.set(*base::fromIso(u"2026-03-06T18:00:00"_qs)); // a Friday
        stage.kiosk->leave();
        stage.settle();
        QCOMPARE(stage.kiosk->stage(), Kiosk::Stage::Closed);
        QVERIFY(stage.isThere(u"notice.closed"_qs));
        QVERIFY2(stage.kiosk->opensAgain().contains(u"08:30"_qs), qPrintable(stage.kiosk->opensAgain()));
        stage.shoot(u"closed"_qs);
    }

    void aNewCatalogueIsTakenUpByTheNextVisit()
    {
        KioskStage stage({540, 960}, u"en"_qs);
        QAbstractItemModelTester tester(stage.kiosk->services());
        CLICK("block.mediation");
        rules::Catalogue next = smallCatalogue();
        next.services.removeIf([](const rules::Service& service) { return service.code == QLatin1String("FAMILY"); });
        stage.fake.publish(next);
        stage.settle();
        QVERIFY(stage.isThere(u"service.FAMILY"_qs));
        CLICK("service.FAMILY");
        CLICK("people.1");
        CLICK("class.ordinary");
        CLICK("review.take");
        QCOMPARE(stage.kiosk->page(), Page::Review); // refused, with the reason, and nothing was lost
        QVERIFY(!stage.kiosk->refusal().isEmpty());
        CLICK("nav.startAgain");
        CLICK("block.mediation");
        QVERIFY(!stage.isThere(u"service.FAMILY"_qs));
    }

    void aBookingOfTodayLeadsToTheTicket()
    {
        KioskStage stage({540, 960}, u"en"_qs);
        stage.fake.booked = {9, u"LAND"_qs, stage.clock.now() + 30min};
        CLICK("welcome.booking");
        stage.type(u"123456"_qs); // a keyboard with wires
        QCOMPARE(stage.kiosk->page(), Page::Review);
        CLICK("review.take");
        QCOMPARE(stage.fake.asked.last().appointment, 9);
    }

    void everythingWorksByKeyboard()
    {
        KioskStage stage({540, 960}, u"en"_qs);
        const auto tabTo = [&](const QString& name) {
            for (int i = 0; i < 60; ++i) {
                QTest::keyClick(stage.window, Qt::Key_Tab);
                if (stage.window->activeFocusItem() && stage.window->activeFocusItem()->objectName() == name)
                    return true;
            }
            return false;
        };
        for (const char* name : {"block.reception", "service.COMPLAIN", "people.1", "class.ordinary", "review.take"}) {
            QVERIFY2(tabTo(QLatin1String(name)), name);
            QTest::keyClick(stage.window, Qt::Key_Return);
            stage.settle();
        }
        QCOMPARE(stage.kiosk->page(), Page::Ticket);
    }

    void copyAndPasteAreTakenAway()
    {
        KioskStage stage({540, 960}, u"en"_qs);
        toReview(stage);
        CLICK("review.tell");
        QApplication::clipboard()->setText(u"before"_qs);
        QTest::keyClick(stage.window, Qt::Key_V, Qt::ControlModifier);
        stage.settle();
        QVERIFY(stage.kiosk->session().details().name.isEmpty());
    }
};

int main(int argc, char** argv)
{
    QApplication app(argc, argv);
    TestKiosk test;
    return QTest::qExec(&test, argc, argv);
}
#include "tst_kiosk.moc"
