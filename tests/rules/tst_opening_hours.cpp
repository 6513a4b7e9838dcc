// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/base/clock.h"
#include "app/rules/opening_hours.h"

#include <QTest>
#include <rapidcheck.h>

using namespace hall::rules;

namespace {

OpeningHours fullWeek()
{
    OpeningHours hours;
    for (int day = Qt::Monday; day <= Qt::Friday; ++day)
        hours.week[day] = {{QTime(8, 30), QTime(12, 0)}, {QTime(13, 30), QTime(17, 30)}};
    hours.week[Qt::Friday] = {{QTime(8, 30), QTime(12, 0)}};
    hours.daysOff = {QDate(2026, 10, 1), QDate(2026, 10, 2)};
    hours.workdays = {QDate(2026, 9, 20)}; // a Sunday worked for National Day
    return hours;
}

QDateTime at(QDate day, int hour, int minute, int second = 0)
{
    return QDateTime(day, QTime(hour, minute, second), hall::base::hallTimeZone());
}

} // namespace

class TestOpeningHours : public QObject
{
    Q_OBJECT

private slots:
    void edges()
    {
        const OpeningHours hours = fullWeek();
        const QDate thursday(2026, 3, 5);
        QVERIFY(!hours.isOpen(at(thursday, 8, 29, 59)));
        QVERIFY(hours.isOpen(at(thursday, 8, 30)));
        QVERIFY(hours.isOpen(at(thursday, 11, 59, 59)));
        QVERIFY(!hours.isOpen(at(thursday, 12, 0)));
        QVERIFY(hours.isOpen(at(thursday, 13, 30)));
        QVERIFY(!hours.isOpen(at(thursday, 17, 30)));
        QVERIFY(!hours.isOpen(at(thursday.addDays(2), 10, 0)));
        QCOMPARE(hours.closingOn(thursday), QTime(17, 30));
        QCOMPARE(hours.closingOn(thursday.addDays(1)), QTime(12, 0));
        QVERIFY(!hours.closingOn(thursday.addDays(2)));
    }
    void daysOffAndMakeUpWorkdays()
    {
        const OpeningHours hours = fullWeek();
        QVERIFY(!hours.isOpen(at(QDate(2026, 10, 1), 10, 0)));
        QVERIFY(hours.isOpen(at(QDate(2026, 9, 20), 10, 0)));
        QCOMPARE(hours.closingOn(QDate(2026, 9, 20)), QTime(17, 30)); // Monday's plan
    }
    void nextOpening()
    {
        const OpeningHours hours = fullWeek();
        const QDate thursday(2026, 3, 5);
        QCOMPARE(hours.nextOpening(at(thursday, 7, 0)), at(thursday, 8, 30));
        QCOMPARE(hours.nextOpening(at(thursday, 8, 30)), at(thursday, 13, 30));
        QCOMPARE(hours.nextOpening(at(thursday, 23, 59, 59)), at(thursday.addDays(1), 8, 30));
        QCOMPARE(hours.nextOpening(at(thursday.addDays(1), 12, 0)), at(thursday.addDays(4), 8, 30)); // over the weekend
        QCOMPARE(hours.nextOpening(at(QDate(2026, 9, 30), 17, 30)), at(QDate(2026, 10, 5), 8, 30));
        QVERIFY(!OpeningHours().nextOpening(at(thursday, 7, 0)));
    }
    void laws()
    {
        QVERIFY(rc::check("what opens next is open, was shut or opens anew, and nothing opens before it", [] {
            const OpeningHours hours = fullWeek();
            const QDateTime moment = at(QDate(2026, 1, 1), 0, 0).addSecs(*rc::gen::inRange<qint64>(0, 360LL * 86'400));
            const auto opening = hours.nextOpening(moment);
            RC_ASSERT(opening.has_value());
            RC_ASSERT(*opening > moment);
            RC_ASSERT(hours.isOpen(*opening));
            RC_ASSERT(!hours.isOpen(opening->addSecs(-1)));
            const QDateTime between = moment.addSecs(*rc::gen::inRange<qint64>(0, std::max<qint64>(1, moment.secsTo(*opening))));
            if (!hours.isOpen(moment))
                RC_ASSERT(!hours.isOpen(between));
        }));
    }
};

QTEST_GUILESS_MAIN(TestOpeningHours)
#include "tst_opening_hours.moc"
