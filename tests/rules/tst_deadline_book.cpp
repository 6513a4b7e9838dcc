// SPDX-License-Identifier: GPL-3.0-or-later
// Rules and calendars as files: what is wrong with one is said with file and line; a changed calendar says which dates moved.
#include "app/rules/calendar_csv.h"
#include "app/rules/deadline_book.h"

#include <QDir>
#include <QFile>
#include <QTemporaryDir>
#include <QRegularExpression>
#include <QTest>

using namespace hall;
using namespace hall::rules;

class TestDeadlineBook : public QObject
{
    Q_OBJECT

private slots:
    /// statutory_deadlines.csv is the table of the law as it was researched; the rule file says the same, row by row.
    void theRuleFileIsTheTableOfTheLaw()
    {
        QFile file(QFINDTESTDATA("statutory_deadlines.csv"));
        QVERIFY(file.open(QIODevice::ReadOnly));
        const auto table = parseCsv(file.readAll(), QStringLiteral("statutory_deadlines.csv"));
        QVERIFY(table.ok());
        const DeadlineBook book = readDeadlineBook({}).value();
        QCOMPARE(book.rules.size(), table->rows.size());
        for (const CsvTable::Row& row : table->rows) {
            const auto cell = [&](const char* name) { return CsvTable::cell(row, table->column(QString::fromLatin1(name))); };
            const DeadlineRule* rule = book.rule(cell("rule_id"));
            QVERIFY2(rule, qPrintable(cell("rule_id")));
            QCOMPARE(rule->matter, cell("matter"));
            QCOMPARE(QString::number(rule->length), cell("length"));
            QCOMPARE(termUnitName(rule->unit), cell("unit"));
            QCOMPARE(rule->extension, cell("extension").toInt());
            QCOMPARE(rule->condition.en.isEmpty(), cell("extension_condition").isEmpty());
            QCOMPARE(rule->rolls, cell("rolls") == QLatin1String("yes"));
            QCOMPARE(rule->profile, cell("profile"));
            QVERIFY2(rule->mark.section(u' ', 0, 0).remove(u';') == cell("mark").section(u' ', 0, 0).remove(u';'), qPrintable(rule->id));
            QCOMPARE(book.inForce(*rule), cell("profile") == QLatin1String("national"));
        }
    }
    void shipped()
    {
        const auto book = readDeadlineBook(shippedLaw());
        QVERIFY2(book.ok(), book.ok() ? "" : qPrintable(book.error().message));
        QCOMPARE(book->rules.size(), 40);
        for (const DeadlineRule& rule : book->rules) {
            QVERIFY2(book->matter(rule.matter), qPrintable(rule.id));
            QVERIFY2(!rule.basis.zh.isEmpty() && !rule.basis.en.isEmpty() && !rule.actor.zh.isEmpty(), qPrintable(rule.id));
            QCOMPARE(book->inForce(rule), rule.profile == u"national"); // Zhejiang's profile is switched off
        }
    }

    void unknownRuleSaysWhatIsNear()
    {
        const auto book = readDeadlineBook(shippedLaw());
        const auto rule = book->find(QStringLiteral("XF-HNDLE"));
        QCOMPARE(rule.error().code, base::ErrorCode::RuleUnknown);
        QVERIFY(rule.error().message.contains(u"XF-HANDLE"));
    }

    void explainsItself_data()
    {
        QTest::addColumn<QString>("language");
        QTest::addColumn<QStringList>("said");
        QTest::newRow("zh") << QStringLiteral("zh")
                            << QStringList{QStringLiteral("第二百零一条"), QStringLiteral("2026-09-01起30日"), QStringLiteral("国庆节"),
                                           QStringLiteral("2026年10月8日"), QStringLiteral("第三十五条")};
        QTest::newRow("en") << QStringLiteral("en")
                            << QStringList{QStringLiteral("Art 201"), QStringLiteral("2026-09-01 + 30 calendar days"),
                                           QStringLiteral("National Day"), QStringLiteral("2026-10-08"), QStringLiteral("Art35")};
    }
    void explainsItself()
    {
        QFETCH(QString, language);
        QFETCH(QStringList, said);
        const auto book = readDeadlineBook(shippedLaw());
        const auto calendar = readCalendar(lawFile({}, QStringLiteral("holidays.csv")));
        QVERIFY(calendar.ok());
        const auto r = reckon(*book->find(QStringLiteral("XF-REVIEW-APPLY")), {QDate(2026, 9, 1), {}}, false, *calendar);
        const QString steps = explain(*r, *book, *calendar, language).join(u'\n');
        for (const QString& words : said)
            QVERIFY2(steps.contains(words), qPrintable(words + u'\n' + steps));
        QVERIFY(!steps.contains(u'%'));
    }

    // Every sentence that a date can need, in both languages, has its values filled in.
    void noSentenceIsLeftOpen()
    {
        const auto book = readDeadlineBook(shippedLaw());
        const auto calendar = readCalendar(lawFile({}, QStringLiteral("holidays.csv")));
        for (const DeadlineRule& rule : book->rules) {
            for (const QDate from : {QDate(2024, 2, 29), QDate(2025, 9, 26), QDate(2026, 9, 1), QDate(2035, 1, 31)}) {
                for (const bool extend : {false, true}) {
                    const auto r = reckon(rule, {from, {}}, extend, *calendar);
                    QVERIFY(r.ok());
                    for (const char* language : {"zh", "en"}) {
                        const QStringList steps = explain(*r, *book, *calendar, QLatin1StringView(language));
                        QVERIFY(steps.size() >= 3);
                        for (const QString& step : steps)
                            QVERIFY2(!step.trimmed().isEmpty() && !step.contains(QRegularExpression(QStringLiteral("%[0-9]"))), qPrintable(rule.id + step));
                    }
                }
            }
        }
    }

    void calendarRefusals_data()
    {
        QTest::addColumn<QByteArray>("text");
        QTest::addColumn<QString>("complaint");
        const auto row = [](const char* name, const char* text, const char* complaint) {
            QTest::newRow(name) << QByteArray(text) << QString::fromUtf8(complaint);
        };
        row("no date", "date,kind,name,status\n2026-02-30,off,X,published\n", "days.csv:2:");
        row("kind", "date,kind,name,status\n2026-01-01,off,X,published\n2026-01-02,holiday,X,published\n", "days.csv:3:");
        row("twice", "date,kind,name,status\n2026-01-01,off,X,published\n2026-01-01,work,X,published\n", "days.csv:3:");
        row("status", "date,kind,name,status\n2026-01-01,off,X,perhaps\n", "days.csv:2:");
        row("no header", "", "days.csv:1:");
        row("wrong header", "day,what\n2026-01-01,off\n", "days.csv:1:");
        row("open quote", "date,kind,name,status\n2026-01-01,off,\"X,published\n", "days.csv:2:");
        row("not UTF-8", "date,kind,name,status\n2026-01-01,off,\xb4\xba,published\n", "days.csv:1:");
    }
    void calendarRefusals()
    {
        QFETCH(QByteArray, text);
        QFETCH(QString, complaint);
        const auto calendar = parseCalendar(text, QStringLiteral("days.csv"));
        QVERIFY(!calendar.ok());
        QCOMPARE(calendar.error().code, base::ErrorCode::FileInvalid);
        QVERIFY2(calendar.error().message.startsWith(complaint), qPrintable(calendar.error().message));
    }

    void ruleRefusals_data()
    {
        QTest::addColumn<QString>("was");
        QTest::addColumn<QString>("is");
        const auto row = [](const char* name, const char* was, const char* is) {
            QTest::newRow(name) << QString::fromUtf8(was) << QString::fromUtf8(is);
        };
        row("length", "length: 15", "length: 0");
        row("unit", "unit: calendar_day", "unit: fortnight");
        row("matter", "matter: petition_any\n", "matter: petition_all\n");
        row("profile", "profile: national", "profile: martian");
        row("mark", "mark: 'V'", "mark: 'sure'");
        row("id twice", "id: XF-INFORM-DIRECT", "id: XF-REG");
        row("key", "rolls: no", "rols: no");
        row("no YAML", "rules:", "rules: [");
    }
    void ruleRefusals()
    {
        QFETCH(QString, was);
        QFETCH(QString, is);
        QTemporaryDir folder;
        QFile shipped(lawFile({}, QStringLiteral("deadlines.yaml")));
        QVERIFY(shipped.open(QIODevice::ReadOnly));
        QString text = QString::fromUtf8(shipped.readAll());
        const qsizetype place = text.indexOf(was);
        QVERIFY(place >= 0);
        text.replace(place, was.size(), is);
        QFile file(folder.filePath(QStringLiteral("deadlines.yaml")));
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write(text.toUtf8());
        file.close();
        const auto book = readDeadlineBook(folder.path());
        QVERIFY(!book.ok());
        QCOMPARE(book.error().code, base::ErrorCode::FileInvalid);
        QVERIFY2(QRegularExpression(QStringLiteral("^deadlines\\.yaml:[0-9]+: ")).match(book.error().message).hasMatch(), qPrintable(book.error().message));
    }

    // A changed calendar reckons the open deadlines anew and says which moved.
    void aChangedCalendarSaysWhatMoved()
    {
        const auto book = readDeadlineBook(shippedLaw());
        const auto before = readCalendar(lawFile({}, QStringLiteral("holidays.csv")));
        auto days = before->days();
        days.insert(QDate(2026, 3, 12), {true, {QStringLiteral("停工"), QStringLiteral("closed")}, Certainty::Published});
        const Calendar after(days);
        const QList<OpenDeadline> open{
            {QStringLiteral("a"), QStringLiteral("XF-OBJECT"), {QDate(2026, 3, 6), {}}, false},       // 5 working days over the 12th
            {QStringLiteral("b"), QStringLiteral("XF-HANDLE"), {QDate(2026, 3, 6), {}}, false},       // calendar days: untouched
            {QStringLiteral("c"), QStringLiteral("XF-REVIEW-APPLY"), {QDate(2026, 2, 10), {}}, false}, // a right that ends on the 12th
        };
        const auto moved = movedDeadlines(open, *book, *before, after);
        QVERIFY(moved.ok());
        QCOMPARE(moved->size(), 2);
        QCOMPARE(moved->at(0).key, QStringLiteral("a"));
        QCOMPARE(moved->at(0).before.due, QDate(2026, 3, 13));
        QCOMPARE(moved->at(0).after.due, QDate(2026, 3, 16));
        QCOMPARE(moved->at(1).key, QStringLiteral("c"));
        QCOMPARE(moved->at(1).after.due, QDate(2026, 3, 13));
        QVERIFY(movedDeadlines(open, *book, *before, *before)->isEmpty());
        QCOMPARE(movedDeadlines({{QStringLiteral("x"), QStringLiteral("GONE"), {QDate(2026, 3, 6), {}}, false}}, *book, *before, after).error().code,
                 base::ErrorCode::RuleUnknown);
    }
};

QTEST_GUILESS_MAIN(TestDeadlineBook)
#include "tst_deadline_book.moc"
