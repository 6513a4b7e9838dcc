// SPDX-License-Identifier: GPL-3.0-or-later
// The visitor's whole way with real clicks: every screen in both orientations and languages, larger, in high contrast and
// seated, looked over for what would trouble somebody.
#include "tests/kiosk/kiosk_stage.h"

#include <QApplication>
#include <QRegularExpression>
#include <QTest>

using namespace hall;
using namespace hall::kiosk;
using namespace hall::kiosk::test;
using Page = VisitSession::Page;

#define CLICK(name) QVERIFY2(stage.click(QStringLiteral(name)), name)
#define LOOK(name)                                                                                                     \
    do {                                                                                                               \
        stage.shoot(tag + QStringLiteral("-" name));                                                                   \
        const QStringList faults = stage.faults();                                                                     \
        for (const QString& fault : faults)                                                                            \
            troubles.append(QStringLiteral(name ": ") + fault);                                                        \
    } while (false)

class TestKioskWay : public QObject
{
    Q_OBJECT

private slots:
    void wholeWay_data()
    {
        QTest::addColumn<QSize>("size");
        QTest::addColumn<QString>("language");
        QTest::addColumn<QString>("view");
        const QList<QPair<const char*, QSize>> sizes{{"portrait", {1080, 1920}}, {"landscape", {1920, 1080}}};
        for (const auto& [shape, size] : sizes) {
            for (const char* language : {"zh", "en"}) {
                for (const char* view : {"plain", "elder", "contrast", "seated", "elder-seated"}) {
                    // Colours do not depend on the language, and English is the longer one.
                    if ((qstrcmp(view, "contrast") == 0) != (qstrcmp(view, "elder-seated") == 0)
                        && (qstrcmp(view, "contrast") == 0) == (qstrcmp(language, "en") == 0))
                        continue;
                    QTest::addRow("%s-%s-%s", shape, language, view)
                        << size << QString::fromLatin1(language) << QString::fromLatin1(view);
                }
            }
        }
    }

    void wholeWay()
    {
        QFETCH(QSize, size);
        QFETCH(QString, language);
        QFETCH(QString, view);
        const QString tag = QString::fromLatin1(QTest::currentDataTag());
        QStringList troubles;
        QTest::failOnWarning(QRegularExpression(u"Binding loop|TypeError|ReferenceError|Unable to assign"_qs));
        KioskStage stage(size, language);
        stage.fake.printer = view == QLatin1String("contrast");
        stage.settle();
        if (view.contains(QLatin1String("elder")))
            CLICK("nav.elder");
        if (view.contains(QLatin1String("contrast")))
            CLICK("nav.contrast");
        if (view.contains(QLatin1String("seated")))
            CLICK("nav.seated");
        fromWelcomeToReview(stage, tag, troubles);
        whatIsTold(stage, tag, troubles);
        ticketBookingAndFinding(stage, tag, troubles, view);
        QVERIFY2(troubles.isEmpty(), qPrintable(u'\n' + troubles.join(u'\n')));
    }

private:
    static void fromWelcomeToReview(KioskStage& stage, const QString& tag, QStringList& troubles)
    {
        LOOK("01-welcome");
        CLICK("nav.help");
        LOOK("02-help");
        CLICK("help.close");
        CLICK("welcome.unsure");
        LOOK("03-guide");
        CLICK("answer.1");
        CLICK("answer.1");
        LOOK("04-guide3");
        CLICK("nav.startAgain");
        CLICK("block.mediation");
        LOOK("05-service");
        CLICK("service.FAMILY");
        LOOK("06-people");
        CLICK("people.more");
        LOOK("07-joint");
        CLICK("people.count.more");
        QCOMPARE(stage.kiosk->people(), 7);
        CLICK("people.continue");
        LOOK("08-priority");
        CLICK("class.elderly");
        LOOK("09-proof");
        CLICK("proof.id-card");
        LOOK("10-review");
    }

    static void whatIsTold(KioskStage& stage, const QString& tag, QStringList& troubles)
    {
        CLICK("review.tell");
        LOOK("11-name");
        CLICK("key.l");
        CLICK("key.i");
        CLICK("field.next");
        CLICK("pad.key.1");
        CLICK("pad.key.3");
        CLICK("field.next");
        QCOMPARE(stage.kiosk->page(), Page::Phone);
        LOOK("12-phone-problem");
        CLICK("field.skip");
        stage.type(u"110105194912310021"_qs);
        CLICK("field.next");
        LOOK("13-identity-problem");
        QCOMPARE(stage.kiosk->page(), Page::Identity);
        CLICK("pad.key.erase");
        CLICK("pad.key.X");
        LOOK("14-identity");
        stage.kiosk->type(u"identity"_qs, u"11010519491231002X"_qs);
        stage.kiosk->confirmField();
        QCOMPARE(stage.kiosk->page(), Page::Matter);
        stage.kiosk->type(u"matter"_qs, QString(10'000, u'字'));
        CLICK("field.next");
        LOOK("15-matter-problem");
        QCOMPARE(stage.kiosk->page(), Page::Matter);
        stage.kiosk->type(u"matter"_qs, u"楼上漏水 💧"_qs);
        CLICK("field.next");
        LOOK("16-review-filled");
    }

    static void ticketBookingAndFinding(KioskStage& stage, const QString& tag, QStringList& troubles, const QString& view)
    {
        CLICK("review.take");
        QCOMPARE(stage.kiosk->page(), Page::Ticket);
        LOOK("17-ticket");
        QVERIFY(stage.isThere(u"ticket.qr"_qs));
        CLICK("ticket.done");
        if (view == QLatin1String("elder"))
            stage.kiosk->setElder(true);
        if (view == QLatin1String("seated"))
            stage.kiosk->setSeated(true);
        CLICK("welcome.booking");
        for (const char* digit : {"9", "9", "9", "9", "9", "9"})
            QVERIFY(stage.click(u"pad.key."_qs + QLatin1String(digit)));
        LOOK("18-booking-problem");
        CLICK("nav.back");
        CLICK("welcome.find");
        LOOK("19-find");
        for (const char letter : {'7', 'K', 'F', '3', 'M', 'X', 'W', '9'})
            QVERIFY(stage.click(u"code.key."_qs + QLatin1Char(letter)));
        QCOMPARE(stage.kiosk->page(), Page::Found);
        LOOK("20-found");
        CLICK("found.done");
    }
};

int main(int argc, char** argv)
{
    QApplication app(argc, argv);
    TestKioskWay test;
    return QTest::qExec(&test, argc, argv);
}
#include "tst_kiosk_way.moc"
