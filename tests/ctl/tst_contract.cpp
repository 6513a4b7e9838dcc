// SPDX-License-Identifier: GPL-3.0-or-later
// hallctl's contract, on the demo hall and through the real program: one JSON document, its keys, exit codes, and for every
// wrong call one plain line that says what to do.
#include "app/sql/connection.h"
#include "app/store/line_store.h"
#include "tests/day/program_runner.h"

#include <QFile>
#include <QJsonArray>
#include <QTemporaryDir>
#include <QTest>

using namespace hall;
using namespace hall::tests;

namespace {

QStringList words(const char* line)
{
    return QString::fromUtf8(line).split(u' ', Qt::SkipEmptyParts);
}

} // namespace

class TestContract : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase()
    {
        const ProgramAnswer made = m_hall.ctl(words("init --demo"), 120'000);
        QVERIFY2(made.exitCode == 0, made.complaint.constData());
    }

    /// The demo hall's case files were written under the hall's own rules and hold together.
    void demoCasesHoldTogether()
    {
        const QJsonObject verdict = m_hall.ctl(words("case verify")).object();
        QVERIFY(verdict.value(u"cases").toInt() >= 50);
        QVERIFY(verdict.value(u"entries").toInt() > 3 * 50);
        QVERIFY(verdict.value(u"broken").toArray().isEmpty());
        QVERIFY(m_hall.ctl(words("audit verify")).object().value(u"broken").toArray().isEmpty());
    }

    void answers_data()
    {
        QTest::addColumn<QString>("call");
        QTest::addColumn<QStringList>("keys"); // of the answer, or of each of its rows
        const auto row = [](const char* call, const char* keys) { QTest::newRow(call) << QString::fromUtf8(call) << words(keys); };
        row("service list", "code block name prefix");
        row("desk list", "desk state");
        row("ticket list", "id number service state");
        row("announcement list", "id number desk at repeat withdrawn acknowledged");
        row("idcard --number 11010519491231002X", "valid birth sex");
        row("idcard --number 110105194912310021", "valid reason");
        row("deadline --rule XF-HANDLE --from 2026-03-05", "rule due unit basis steps");
        row("rules list", "rule length unit basis in_force");
        row("route --questions", "fact text");
        row("staff list", "name");
        row("day accuracy", "");
        row("case verify", "cases entries broken");
        row("audit verify", "records broken head");
        row("self-test", "parts");
    }
    void answers()
    {
        QFETCH(QString, call);
        QFETCH(QStringList, keys);
        const ProgramAnswer answer = m_hall.ctl(call.split(u' '));
        QVERIFY2(answer.exitCode == 0, answer.complaint.constData());
        QVERIFY2(!answer.json().isNull(), answer.output.left(200).constData());
        const QJsonArray rows = answer.json().isArray() ? answer.json().array() : QJsonArray{answer.object()};
        QVERIFY(!rows.isEmpty());
        for (const QString& key : keys)
            QVERIFY2(rows.first().toObject().contains(key), qPrintable(key));
        // The same for a person: a table or prose, no JSON, in both languages.
        for (const char* language : {"zh", "en"}) {
            const ProgramAnswer read = m_hall.run(u"hallctl"_qs, call.split(u' ') << u"--language"_qs << QString::fromLatin1(language));
            QCOMPARE(read.exitCode, 0);
            QVERIFY(!read.output.trimmed().isEmpty());
            QVERIFY(!read.output.startsWith('{') && !read.output.startsWith('['));
        }
    }

    void wrongCalls_data()
    {
        QTest::addColumn<QString>("call");
        QTest::addColumn<int>("code");
        QTest::addColumn<QString>("error");
        const auto row = [](const char* call, int code, const char* error) {
            QTest::newRow(call) << QString::fromUtf8(call) << code << QString::fromLatin1(error);
        };
        row("", 2, "wrong-usage");
        row("dance", 2, "wrong-usage");
        row("ticket", 2, "wrong-usage");
        row("ticket issue", 2, "wrong-usage");
        row("ticket issue --service nothing", 1, "service-unknown");
        row("ticket issue --service legal-advice --priority emperor", 1, "priority-class-unknown");
        row("ticket issue --service legal-advice --key no-uuid", 1, "invalid-argument");
        row("ticket finish --ticket 999999999", 1, "ticket-not-found");
        row("ticket call --desk 999", 1, "desk-unknown");
        row("desk open --desk 1 --services nothing", 1, "service-unknown");
        row("appointment book --service legal-advice --at yesterday", 1, "invalid-argument");
        row("appointment cancel --id 999999", 1, "appointment-not-found");
        row("announcement list --count 0", 2, "wrong-usage");
        row("deadline", 1, "invalid-argument");
        row("deadline --rule XF-HNDLE --from 2026-03-05", 1, "rule-unknown");
        row("deadline --rule XF-HANDLE --from 2026-02-30", 1, "invalid-argument");
        row("deadline --rule XF-HANDLE --from 2026-03-05 --calendar /no/such.csv", 1, "file-unreadable");
        row("deadline --rule DV-ORDER --from 2026-03-05 --hours-from 25:00", 1, "invalid-argument");
        row("deadline --rule XF-HANDLE --from 2026-03-05 --profile martian", 1, "invalid-argument");
        row("route --facts /no/such.json", 1, "file-unreadable");
        row("simulate --trace /no/such.csv --desks /no/such.json", 1, "file-unreadable");
        row("init --demo", 1, "store-exists");
        row("service list --store /no/such/hall", 1, "store-not-found");
    }
    void wrongCalls()
    {
        QFETCH(QString, call);
        QFETCH(int, code);
        QFETCH(QString, error);
        const ProgramAnswer answer = m_hall.ctl(call.split(u' ', Qt::SkipEmptyParts));
        QCOMPARE(answer.exitCode, code);
        const QJsonObject told = answer.object().value(u"error").toObject();
        QCOMPARE(told.value(u"code").toString(), error);
        QVERIFY(told.value(u"message").toString().size() > 5);
        QVERIFY(!answer.complaint.trimmed().isEmpty());
        // One plain line for a person, nothing on standard output.
        const ProgramAnswer read = m_hall.run(u"hallctl"_qs, call.split(u' ', Qt::SkipEmptyParts));
        QCOMPARE(read.exitCode, code);
        QVERIFY2(code == 2 || read.output.isEmpty(), read.output.constData());
    }

    void anErrorSpeaksChinese()
    {
        const ProgramAnswer answer = m_hall.run(u"hallctl"_qs, words("ticket finish --ticket 999999999 --language zh"));
        QCOMPARE(answer.exitCode, 1);
        const QString line = QString::fromUtf8(answer.complaint);
        QVERIFY2(std::ranges::any_of(line, [](QChar c) { return c.script() == QChar::Script_Han; }), qPrintable(line));
    }

    void simulateRefusesWhatItCannotRead_data()
    {
        QTest::addColumn<QByteArray>("trace");
        QTest::addColumn<QByteArray>("desks");
        QTest::addColumn<QByteArray>("policy");
        QTest::addColumn<QString>("error");
        QTest::addColumn<QString>("named");
        const QByteArray good = "arrival_s,service,priority,service_s\n0,A,ordinary,60\n";
        const QByteArray desks = R"([{"desk":1,"services":["A"],"from_s":0,"to_s":null}])";
        const auto row = [](const char* name, const QByteArray& t, const QByteArray& d, const QByteArray& p, const char* error, const char* named) {
            QTest::newRow(name) << t << d << p << QString::fromLatin1(error) << QString::fromLatin1(named);
        };
        row("no header", "0,A,ordinary,60\n", desks, {}, "file-invalid", "trace.csv:1: ");
        row("too few cells", good + "1,A,ordinary\n", desks, {}, "file-invalid", "trace.csv:3: ");
        row("too many cells", good + "1,A,ordinary,60,9,9\n", desks, {}, "file-invalid", "trace.csv:3: ");
        row("negative arrival", good + "-1,A,ordinary,60\n", desks, {}, "file-invalid", "trace.csv:3: ");
        row("no number", good + "soon,A,ordinary,60\n", desks, {}, "file-invalid", "trace.csv:3: ");
        row("not finite", good + "nan,A,ordinary,60\n", desks, {}, "file-invalid", "trace.csv:3: ");
        row("patience", good + "1,A,ordinary,60,never\n", desks, {}, "file-invalid", "trace.csv:3: ");
        row("class that the policy does not name", good + "1,A,emperor,60\n", desks, {}, "priority-class-unknown", "trace.csv:3: ");
        row("desks: not JSON", good, "[{", {}, "file-invalid", "desks.json:1");
        row("desks: an object", good, "{}", {}, "file-invalid", "desks.json:1");
        row("desks: none", good, "[]", {}, "file-invalid", "desks.json");
        row("desks: no services", good, R"([{"desk":1,"services":[]}])", {}, "file-invalid", "desks.json: ");
        row("desks: ends before it begins", good, R"([{"desk":1,"services":["A"],"from_s":9,"to_s":3}])", {}, "file-invalid", "desks.json: ");
        row("desks: one number twice", good, R"([{"desk":1,"services":["A"]},{"desk":1,"services":["A"]}])", {}, "file-invalid", "desks.json: ");
        row("policy: not JSON", good, desks, "{", "policy-invalid", "policy.json");
        row("policy: unknown kind", good, desks, R"({"policy":"random","classes":{"ordinary":{"rate":1}}})", "policy-invalid", "policy.json");
    }
    void simulateRefusesWhatItCannotRead()
    {
        QFETCH(QByteArray, trace);
        QFETCH(QByteArray, desks);
        QFETCH(QByteArray, policy);
        QFETCH(QString, error);
        QFETCH(QString, named);
        QStringList call = words("simulate");
        call << u"--trace"_qs << put("trace.csv", trace) << u"--desks"_qs << put("desks.json", desks);
        if (!policy.isEmpty())
            call << u"--policy"_qs << put("policy.json", policy);
        const ProgramAnswer answer = m_hall.ctl(call);
        QCOMPARE(answer.exitCode, 1);
        const QJsonObject told = answer.object().value(u"error").toObject();
        QCOMPARE(told.value(u"code").toString(), error);
        QVERIFY2(told.value(u"message").toString().contains(named), qPrintable(told.value(u"message").toString()));
    }

    // Three visitors, one desk, by hand: waits of 0, 50 and 100 seconds.
    void simulateAnswersByHand()
    {
        const QString trace = put("trace.csv", "arrival_s,service,priority,service_s\n0,A,ordinary,60\n10,A,ordinary,60\n20,A,ordinary,60\n");
        const QString desks = put("desks.json", R"([{"desk":7,"services":["A"],"from_s":0,"to_s":null}])");
        const QString out = m_folder.filePath(u"out.csv"_qs);
        const ProgramAnswer answer = m_hall.ctl({u"simulate"_qs, u"--trace"_qs, trace, u"--desks"_qs, desks, u"--out"_qs, out});
        QVERIFY2(answer.exitCode == 0, answer.complaint.constData());
        QCOMPARE(answer.object().value(u"customers").toInt(), 3);
        QCOMPARE(answer.object().value(u"abandoned").toInt(), 0);
        const QJsonObject figures = answer.object().value(u"classes")[u"ordinary"].toObject();
        QCOMPARE(figures.value(u"mean_wait").toDouble(), 50.0);
        QCOMPARE(figures.value(u"p50").toDouble(), 50.0);
        QCOMPARE(figures.value(u"max").toDouble(), 100.0);
        QFile rows(out);
        QVERIFY(rows.open(QIODevice::ReadOnly));
        const QByteArrayList lines = rows.readAll().trimmed().split('\n');
        QCOMPARE(lines.size(), 4);
        QCOMPARE(lines.first(), QByteArray("index,start_s,desk,waited_s,predicted_p50_s,predicted_p90_s"));
        QVERIFY2(lines.at(3).startsWith("2,120.000,7,100.000,"), lines.at(3).constData());
    }

    // The published year of Zhuji's centre (2020), which the demo hall's history repeats visit by visit.
    void historyFollowsZhuji_data()
    {
        QTest::addColumn<QString>("services");
        QTest::addColumn<int>("visits");
        QTest::newRow("信访") << u"petition-%"_qs << 2002;
        QTest::newRow("公安") << u"legal-police"_qs << 59;
        QTest::newRow("法院") << u"legal-court"_qs << 151;
        QTest::newRow("公共法律服务") << u"legal-advice legal-route legal-labour legal-aid legal-review"_qs << 4995;
        QTest::newRow("调解") << u"mediation-%"_qs << 2060;
        QTest::newRow("其他") << u"expert-%"_qs << 140;
    }
    void historyFollowsZhuji()
    {
        QFETCH(QString, services);
        QFETCH(int, visits);
        QFile key(m_hall.store() + u"/keys/line.key"_qs);
        QVERIFY(key.open(QIODevice::ReadOnly));
        auto line = store::LineStore::open(m_hall.store(), key.readAll());
        QVERIFY(line.ok());
        const QString today = base::hallDay(base::SystemClock().now()).toString(Qt::ISODate);
        qint64 found = 0;
        for (const QString& service : services.split(u' ')) {
            const auto count = line->connection().value<qint64>(
                "SELECT count(*) FROM ticket t JOIN service s ON s.id = t.service WHERE s.code LIKE $1 AND t.day < $2", service, today);
            QVERIFY(count.ok());
            found += count->value_or(0);
        }
        QCOMPARE(found, visits);
    }

    void aDemoHallIsAlive()
    {
        const QJsonArray desks = m_hall.ctl(words("desk list")).json().array();
        QCOMPARE(desks.size(), 8);
        QVERIFY(std::ranges::count_if(desks, [](const QJsonValue& d) { return d[u"state"].toString() == u"open"; }) >= 4);
        const QJsonArray waiting = m_hall.ctl(words("ticket list --state waiting")).json().array();
        QVERIFY(waiting.size() >= 5);
        QVERIFY(!m_hall.ctl(words("announcement list")).json().array().isEmpty());
    }

    void batchOfDeadlines()
    {
        const QString good = put("batch.csv", "rule,from,extend\nXF-HANDLE,2026-03-05,no\nXF-HANDLE,2026-03-05,yes\nXF-REVIEW-APPLY,2026-09-01,\n");
        const ProgramAnswer answer = m_hall.ctl({u"deadline"_qs, u"--batch"_qs, good});
        QVERIFY2(answer.exitCode == 0, answer.complaint.constData());
        QStringList due;
        for (const QJsonValue& row : answer.json().array())
            due << row[u"due"].toString();
        QCOMPARE(due, (QStringList{u"2026-05-04"_qs, u"2026-06-03"_qs, u"2026-10-08"_qs}));
        const QString bad = put("batch.csv", "rule,from,extend\nXF-HANDLE,2026-03-05,no\nNONE,2026-03-05,no\nXF-HANDLE,2026-13-05,perhaps\n");
        const ProgramAnswer refused = m_hall.ctl({u"deadline"_qs, u"--batch"_qs, bad});
        QCOMPARE(refused.exitCode, 1);
        const QString told = refused.object().value(u"error")[u"message"].toString();
        QVERIFY2(told.contains(u"batch.csv:3: ") && told.contains(u"batch.csv:4: "), qPrintable(told));
    }

    // A calendar of one's own moves a right; a duty stays.
    void ownCalendar()
    {
        const QString days = put("days.csv", "date,kind,name,status\n2026-04-06,off,closed,published\n2026-04-07,off,closed,published\n");
        const auto due = [&](const char* rule) {
            return m_hall.ctl({u"deadline"_qs, u"--rule"_qs, QString::fromLatin1(rule), u"--from"_qs, u"2026-03-07"_qs, u"--calendar"_qs, days})
                .object().value(u"due").toString();
        };
        QCOMPARE(due("XF-REVIEW-APPLY"), u"2026-04-08"_qs); // 7 March + 30 = 6 April
        QCOMPARE(due("XF-REVIEW-DECIDE"), u"2026-04-06"_qs);
    }

    void routeFromFacts()
    {
        const QString facts = put("facts.json", R"({"purpose":"appeal","stage":"first","procedure":"none","relation":"employer","work":"claim","knew":"2026-01-05"})");
        const ProgramAnswer answer = m_hall.ctl({u"route"_qs, u"--facts"_qs, facts});
        QVERIFY2(answer.exitCode == 0, answer.complaint.constData());
        QCOMPARE(answer.object().value(u"channel").toString(), u"arbitration"_qs);
        QVERIFY(answer.object().value(u"article").toString().contains(u"31"));
        QVERIFY(!answer.object().value(u"because").toArray().isEmpty());
        const QJsonArray then = answer.object().value(u"then").toArray();
        QVERIFY(std::ranges::any_of(then, [](const QJsonValue& t) {
            return t[u"rule"].toString() == u"LAB-ARB-LIMIT" && t[u"due"].toString() == u"2027-01-05";
        }));
        // An unfinished set of facts is no error: it says what to ask next.
        const ProgramAnswer open = m_hall.ctl({u"route"_qs, u"--facts"_qs, put("facts.json", R"({"purpose":"appeal"})")});
        QCOMPARE(open.exitCode, 0);
        QCOMPARE(open.object().value(u"next")[u"fact"].toString(), u"stage"_qs);
    }

    void aHallThatIsNone()
    {
        QTemporaryDir other;
        QFile plain(other.filePath(u"line.db"_qs));
        QVERIFY(plain.open(QIODevice::WriteOnly));
        plain.write("SQLite format 3");
        plain.close();
        const ProgramAnswer answer = m_hall.ctl({u"service"_qs, u"list"_qs, u"--store"_qs, other.path()});
        QCOMPARE(answer.exitCode, 1);
        QVERIFY(!answer.object().value(u"error")[u"code"].toString().isEmpty());
        QVERIFY(QFile(other.filePath(u"line.db"_qs)).size() == 15); // left as it was
    }

private:
    QString put(const char* name, const QByteArray& text)
    {
        QFile file(m_folder.filePath(QString::fromLatin1(name)));
        if (!file.open(QIODevice::WriteOnly | QIODevice::Truncate))
            qFatal("cannot write %s", name);
        file.write(text);
        return file.fileName();
    }

    QTemporaryDir m_folder;
    ProgramRunner m_hall{QStringLiteral(HALL_BIN), m_folder.filePath(QStringLiteral("hall"))};
};

QTEST_GUILESS_MAIN(TestContract)
#include "tst_contract.moc"
