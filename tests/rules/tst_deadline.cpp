// SPDX-License-Identifier: GPL-3.0-or-later
// Statutory dates: worked by hand with their articles, against a table that another program reckoned, and by law.
#include "app/rules/calendar_csv.h"
#include "app/rules/deadline_book.h"

#include <QFile>
#include <QTest>
#include <rapidcheck.h>

using namespace hall;
using namespace hall::rules;

class TestDeadline : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase()
    {
        const auto book = readDeadlineBook(shippedLaw());
        QVERIFY2(book.ok(), book.ok() ? "" : qPrintable(book.error().message));
        m_book = *book;
        m_rules.assign(m_book.rules.begin(), m_book.rules.end());
        const auto calendar = readCalendar(lawFile(shippedLaw(), QStringLiteral("holidays.csv")));
        QVERIFY2(calendar.ok(), calendar.ok() ? "" : qPrintable(calendar.error().message));
        m_calendar = *calendar;
    }

    void byHand_data()
    {
        QTest::addColumn<QString>("rule");
        QTest::addColumn<QString>("from");
        QTest::addColumn<bool>("extend");
        QTest::addColumn<QString>("due");
        const auto row = [](const char* name, const char* rule, const char* from, bool extend, const char* due) {
            QTest::newRow(name) << QString::fromLatin1(rule) << QString::fromLatin1(from) << extend << QString::fromLatin1(due);
        };
        // 信访工作条例 Art 34: 60 days from acceptance; March has 31, April 30: 5 March + 60 = 4 May (a Monday).
        row("handle", "XF-HANDLE", "2026-03-05", false, "2026-05-04");
        row("handle, extended by 30", "XF-HANDLE", "2026-03-05", true, "2026-06-03");
        // Art 22: an organ's 15 days end on a Sunday and stay there.
        row("a duty does not roll", "XF-REG", "2026-03-07", false, "2026-03-22");
        // Art 35: a citizen's 30 days end on 1 October; the holiday lasts to the 7th.
        row("a right rolls over National Day", "XF-REVIEW-APPLY", "2026-09-01", false, "2026-10-08");
        // Art 23(3): 5 working days over National Day 2025 (1 to 8 October off, 28 September and 11 October worked):
        // 26 September is a Friday; 28 (Sunday, worked), 29, 30, then 9 and 10 October.
        row("working days around make-up days", "XF-OBJECT", "2025-09-26", false, "2025-10-10");
        // 民诉法解释: six months from 31 August: February lacks a 31st; 28 February 2026 is a make-up Saturday, a working day.
        row("month end", "CT-CONFIRM-OBJ-3P", "2025-08-31", false, "2026-02-28");
        // 劳动争议调解仲裁法 Art 27: a year from 29 February 2024 is 28 February 2025, a Friday.
        row("leap day", "LAB-ARB-LIMIT", "2024-02-29", false, "2025-02-28");
        // 反家庭暴力法 Art 28: hours run from the minute; without one from the day's first.
        row("hours", "DV-ORDER", "2026-12-30", false, "2027-01-02T00:00:00+08:00");
        row("urgent", "DV-ORDER-URGENT", "2026-02-28", false, "2026-03-01T00:00:00+08:00");
    }
    void byHand()
    {
        QFETCH(QString, rule);
        QFETCH(QString, from);
        QFETCH(bool, extend);
        QFETCH(QString, due);
        const auto reckoning = reckonBy(rule, dayFromIso(from), extend);
        QVERIFY2(reckoning.ok(), reckoning.ok() ? "" : qPrintable(reckoning.error().message));
        QCOMPARE(reckoning->dueText(), due);
    }

    // deadline_vectors.csv: every rule from 54 days of 2024 to 2027 or more, awkward ones first, reckoned by a program written
    // apart from this one (deadline_table.py).
    void everyRuleAgreesWithTheTable()
    {
        QFile file(QFINDTESTDATA("deadline_vectors.csv"));
        QVERIFY(file.open(QIODevice::ReadOnly));
        const auto table = parseCsv(file.readAll(), QStringLiteral("deadline_vectors.csv"));
        QVERIFY(table.ok());
        QVERIFY(table->rows.size() >= 2000);
        QSet<QString> seen;
        for (CsvTable::Row row : table->rows) {
            const QDate from = dayFromIso(row.cells.at(1));
            Trigger trigger{from, {}};
            if (const QTime time = QTime::fromString(row.cells.at(2), QStringLiteral("HH:mm")); time.isValid())
                trigger.moment = base::timestampFromMs(QDateTime(from, time, base::hallTimeZone()).toMSecsSinceEpoch());
            const auto reckoning = reckon(*m_book.find(row.cells.at(0)), trigger, row.cells.at(3) == u"yes", m_calendar);
            QVERIFY2(reckoning.ok(), qPrintable(row.cells.join(u' ')));
            QVERIFY2(reckoning->dueText() == row.cells.at(4), qPrintable((row.cells << reckoning->dueText()).join(u' ')));
            seen.insert(row.cells.at(0));
        }
        for (const DeadlineRule& rule : m_book.rules)
            QVERIFY2(seen.contains(rule.id), qPrintable(rule.id));
    }

    void hoursFromAMinute()
    {
        const auto rule = m_book.find(QStringLiteral("DV-ORDER-URGENT"));
        const auto moment = base::fromIso(QStringLiteral("2026-03-05T23:59:00+08:00"));
        const auto reckoning = reckon(*rule, {QDate(2026, 3, 5), *moment}, false, m_calendar);
        QVERIFY(reckoning.ok());
        QCOMPARE(reckoning->dueText(), QStringLiteral("2026-03-06T23:59:00+08:00"));
    }

    void laws()
    {
        QVERIFY(rc::check("a right ends on a working day, at or after the plain count; a duty exactly on it", [this] {
            const Reckoning r = any(false);
            if (r.rule.unit == TermUnit::Hour)
                return;
            if (r.rule.rolls) {
                RC_ASSERT(m_calendar.isWorkday(r.due));
                RC_ASSERT(r.due >= r.lastDay);
                for (QDate day = r.lastDay; day < r.due; day = day.addDays(1))
                    RC_ASSERT(!m_calendar.isWorkday(day));
            } else {
                RC_ASSERT(r.due == r.lastDay);
            }
        }));
        QVERIFY(rc::check("an extension never shortens", [this] {
            const DeadlineRule rule = *rc::gen::elementOf(m_rules);
            const QDate from = anyDay();
            RC_ASSERT(reckon(rule, {from, {}}, true, m_calendar)->due >= reckon(rule, {from, {}}, false, m_calendar)->due);
        }));
        QVERIFY(rc::check("a later trigger never ends earlier", [this] {
            const DeadlineRule rule = *rc::gen::elementOf(m_rules);
            const QDate from = anyDay();
            const QDate later = from.addDays(*rc::gen::inRange(0, 40));
            RC_ASSERT(reckon(rule, {later, {}}, false, m_calendar)->due >= reckon(rule, {from, {}}, false, m_calendar)->due);
        }));
        QVERIFY(rc::check("between trigger and end stand exactly as many working days as the term has", [this] {
            const QDate from = anyDay();
            const int n = *rc::gen::inRange(1, 60);
            const QDate end = m_calendar.workdayAfter(from, n);
            int counted = 0;
            for (QDate day = from.addDays(1); day <= end; day = day.addDays(1))
                counted += m_calendar.isWorkday(day) ? 1 : 0;
            RC_ASSERT(counted == n);
            RC_ASSERT(m_calendar.isWorkday(end));
        }));
        QVERIFY(rc::check("a day off more never brings a date forward", [this] {
            auto days = m_calendar.days();
            days.insert(anyDay(), {true, {}, Certainty::Published});
            const Calendar more(days);
            const DeadlineRule rule = *rc::gen::elementOf(m_rules);
            const QDate from = anyDay();
            RC_ASSERT(reckon(rule, {from, {}}, false, more)->due >= reckon(rule, {from, {}}, false, m_calendar)->due);
        }));
    }

    void daysThatAreNone()
    {
        const auto rule = m_book.find(QStringLiteral("XF-REG"));
        for (const QDate day : {QDate(), QDate(1899, 12, 31), QDate(2200, 1, 1)})
            QCOMPARE(reckon(*rule, {day, {}}, false, m_calendar).error().code, base::ErrorCode::InvalidArgument);
        for (const char* text : {"2026-02-30", "2026-2-3", "20260303", "2026-03-05x", "", "1899-01-01", "２０２６-03-05"})
            QVERIFY2(!dayFromIso(QString::fromUtf8(text)).isValid(), text);
        QCOMPARE(dayFromIso(QStringLiteral("2024-02-29")), QDate(2024, 2, 29));
    }

    // A calendar in which nobody works says so instead of searching for ever.
    void noWorkingDays()
    {
        QMap<QDate, CalendarDay> days;
        for (QDate day(2026, 1, 1); day.year() < 2040; day = day.addDays(1))
            days.insert(day, {});
        const auto rule = m_book.find(QStringLiteral("XF-OBJECT"));
        const auto reckoning = reckon(*rule, {QDate(2026, 1, 1), {}}, false, Calendar(days));
        QVERIFY(!reckoning.ok());
        QVERIFY(reckoning.error().message.contains(u"calendar"));
    }

    void howSureADateIs()
    {
        const auto right = *m_book.find(QStringLiteral("XF-REVIEW-APPLY"));
        QCOMPARE(reckon(right, {QDate(2025, 3, 5), {}}, false, m_calendar)->certainty, Certainty::Published);
        QCOMPARE(reckon(right, {QDate(2040, 3, 5), {}}, false, m_calendar)->certainty, Certainty::Unknown);
        // A duty in calendar days depends on no day off.
        QCOMPARE(reckon(*m_book.find(QStringLiteral("XF-REG")), {QDate(2040, 3, 5), {}}, false, m_calendar)->certainty, Certainty::Published);
    }

private:
    base::Result<Reckoning> reckonBy(const QString& id, QDate from, bool extend) const
    {
        HALL_ASSIGN(const DeadlineRule rule, m_book.find(id));
        return reckon(rule, {from, {}}, extend, m_calendar);
    }
    static QDate anyDay() { return QDate(2024, 1, 1).addDays(*rc::gen::inRange(0, 1000)); }
    Reckoning any(bool extend) const { return *reckon(*rc::gen::elementOf(m_rules), {anyDay(), {}}, extend, m_calendar); }

    DeadlineBook m_book;
    std::vector<DeadlineRule> m_rules;
    Calendar m_calendar;
};

QTEST_GUILESS_MAIN(TestDeadline)
#include "tst_deadline.moc"
