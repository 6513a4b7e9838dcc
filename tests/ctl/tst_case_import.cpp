// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/casefile/case_hall.h"
#include "tests/ctl/hallctl_process.h"

#include <QElapsedTimer>
#include <QTest>
#include <csignal>

using namespace hall;
using tests::CaseHall;
using tests::HallctlProcess;

namespace {

const QByteArray kMap = R"(source: 热线
key: 工单编号
fixed: {work: petition}
columns:
  诉求内容: request
  姓名: petitioners.name
  身份证号: petitioners.id_number
  收到日期: received
  类型: {field: type, values: {建议: suggestion, 求决: appeal}}
)";
const QByteArray kHeader = "工单编号,姓名,身份证号,诉求内容,收到日期,类型\n";

} // namespace

/// hallctl case import: tables of other systems, each row once.
class CaseImportTest : public QObject
{
    Q_OBJECT

private slots:
    void init()
    {
        m_hall = std::make_unique<CaseHall>();
        QVERIFY2(m_hall->complaint().isEmpty(), qPrintable(m_hall->complaint()));
        m_hallctl = std::make_unique<HallctlProcess>(m_hall->place().url());
        m_map = m_hallctl->file(kMap, "yaml");
    }

    void everyRefusedRowSaysWhy()
    {
        const QString table = m_hallctl->file(kHeader + "A1,王一,11010519491231002X,\"路灯不亮，\n要求维修\",2026/3/5,求决\n"
                                                        "A2,李二,110105194912310021,漏水,2026年3月6日,求决\n"
                                                        "A3,张三,,,2026-02-30,抱怨\n"
                                                        "A1,王一,11010519491231002X,又来,2026/3/5,求决\n"
                                                        "A5,王一,11010519491231002X,\"路灯不亮， 要求维修\",20260306,求决\n");
        const auto dry = import(table, {QStringLiteral("--dry-run")});
        QVERIFY2(dry.code == 0, dry.complaint);
        QCOMPARE(dry.object()[u"rows"].toInt(), 5);
        QCOMPARE(dry.object()[u"imported"].toInt(), 2);
        QCOMPARE(dry.object()[u"refused_rows"].toInt(), 2);
        const QJsonArray refused = dry.object()[u"refused"].toArray();
        QCOMPARE(refused.size(), 4); // row 2: the number; row 3: no request, no such day, no such type
        QCOMPARE(refused.at(0)[u"row"].toInt(), 2);
        QCOMPARE(refused.at(0)[u"line"].toInt(), 4);
        QCOMPARE(refused.at(0)[u"column"].toString(), QStringLiteral("身份证号"));
        QVERIFY(!refused.at(0)[u"why"].toString().isEmpty());
        const QJsonArray twice = dry.object()[u"duplicates"].toArray();
        QCOMPARE(twice.size(), 2);
        QCOMPARE(twice.at(0)[u"why"].toString(), QStringLiteral("same-key"));
        QCOMPARE(twice.at(1)[u"why"].toString(), QStringLiteral("same-person-and-request"));
        QCOMPARE(twice.at(1)[u"of_row"].toInt(), 1);
        QCOMPARE(cases().size(), 0); // it wrote nothing
        QCOMPARE(import(table, {QStringLiteral("--strict")}).error(), QStringLiteral("invalid-argument"));
        QCOMPARE(cases().size(), 0);
        QCOMPARE(import(table).object()[u"imported"].toInt(), 2);
        const auto shown = m_hallctl->run(QStringLiteral("li"), {QStringLiteral("case"), QStringLiteral("show"), QStringLiteral("2026-000001")}).object();
        const QJsonObject content = shown[u"entries"][0][u"content"].toObject();
        QCOMPARE(content[u"request"].toString(), QStringLiteral("路灯不亮，\n要求维修"));
        QCOMPARE(content[u"received"].toString(), QStringLiteral("2026-03-05"));
        QCOMPARE(content[u"type"].toString(), QStringLiteral("appeal"));
        QCOMPARE(content[u"source_key"].toString(), QStringLiteral("热线 A1"));
    }
    void officeProgramsWriteManyWays_data()
    {
        QTest::addColumn<QByteArray>("table");
        const QByteArray utf8 = kHeader + "A1,王一,,灯坏了,2026/3/5,求决\n";
        QTest::newRow("UTF-8 with mark") << QByteArray("\xEF\xBB\xBF" + utf8);
        QByteArray windows = utf8;
        QTest::newRow("line ends of Windows") << windows.replace("\n", "\r\n");
        QTest::newRow("GB18030") << QByteArray::fromHex(
            "b9a4b5a5b1e0bac52cd0d5c3fb2cc9edb7ddd6a4bac52ccbdfc7f3c4dac8dd2ccad5b5bdc8d5c6da2cc0e0d0cd0a41312ccdf5d2bb2c2cb5c6bbb5c1"
            "cb2c323032362f332f352cc7f3bef60a");
        const QString text = QString::fromUtf8(utf8);
        QTest::newRow("UTF-16") << QByteArray("\xFF\xFE" + QByteArray(reinterpret_cast<const char*>(text.utf16()), text.size() * 2));
    }
    void officeProgramsWriteManyWays()
    {
        QFETCH(QByteArray, table);
        const auto done = import(m_hallctl->file(table, "csv"));
        QVERIFY2(done.code == 0, done.complaint);
        QCOMPARE(done.object()[u"imported"].toInt(), 1);
        const auto shown = m_hallctl->run(QStringLiteral("li"), {QStringLiteral("case"), QStringLiteral("show"), QStringLiteral("2026-000001")}).object();
        QCOMPARE(shown[u"entries"][0][u"content"][u"request"].toString(), QStringLiteral("灯坏了"));
    }
    void whatIsWrongWithTheFilesIsNamed_data()
    {
        QTest::addColumn<QByteArray>("table");
        QTest::addColumn<QByteArray>("map");
        QTest::newRow("no such column") << QByteArray("姓名\n王一\n") << kMap;
        QTest::newRow("no such field") << kHeader << QByteArray("source: x\ncolumns: {姓名: nickname}\n");
        QTest::newRow("no columns") << kHeader << QByteArray("source: x\n");
        QTest::newRow("no YAML") << kHeader << QByteArray("source: [\n");
        QTest::newRow("an open quotation") << QByteArray(kHeader + "A1,\"王一\n") << kMap;
        QTest::newRow("no text") << QByteArray("\xff\xff\xff\x80\n") << kMap;
    }
    void whatIsWrongWithTheFilesIsNamed()
    {
        QFETCH(QByteArray, table);
        QFETCH(QByteArray, map);
        m_map = m_hallctl->file(map, "yaml");
        const auto refused = import(m_hallctl->file(table, "csv"));
        QCOMPARE(refused.code, 1);
        QCOMPARE(refused.error(), QStringLiteral("file-invalid"));
    }
    void anotherBlocksMembersImportNothing()
    {
        const QString table = m_hallctl->file(kHeader + "A1,王一,,灯坏了,2026/3/5,求决\n");
        QCOMPARE(import(table, {}, "zhao").error(), QStringLiteral("permission-denied"));
    }

    /// Killed on the way, again and again: in the end each row is there, and there once.
    void killedOnTheWayEachRowComesInOnce()
    {
        constexpr int kRows = 600;
        QByteArray rows = kHeader;
        for (int i = 0; i < kRows; ++i)
            rows += QStringLiteral("K%1,张%1,,第%1号路灯不亮,2026/3/5,求决\n").arg(i).toUtf8();
        const QString table = m_hallctl->file(rows, "csv");
        m_hall->office.reset();
        int killed = 0;
        qint64 wait = 400;
        for (int attempt = 0; attempt < 4; ++attempt, wait += 250) {
            const auto process = m_hallctl->start(QStringLiteral("li"), words(table));
            QVERIFY(process->waitForStarted());
            if (process->waitForFinished(static_cast<int>(wait)))
                continue;
            ::kill(static_cast<pid_t>(process->processId()), SIGKILL);
            process->waitForFinished();
            ++killed;
        }
        QVERIFY(killed > 0);
        const auto last = import(table);
        QVERIFY2(last.code == 0, last.complaint);
        QCOMPARE(last.object()[u"imported"].toInt() + last.object()[u"already"].toInt(), kRows);
        const auto again = import(table);
        QCOMPARE(again.object()[u"imported"].toInt(), 0);
        QCOMPARE(again.object()[u"already"].toInt(), kRows);
        QCOMPARE(cases().size(), kRows);
        const auto verdict = m_hallctl->run(QStringLiteral("li"), {QStringLiteral("case"), QStringLiteral("verify")}).object();
        QCOMPARE(verdict[u"cases"].toInt(), kRows);
        QVERIFY(verdict[u"broken"].toArray().isEmpty());
    }

    /// Two clerks write at the same moment, as two programs: one is first, the other is told what was written, reads it and goes on.
    void twoClerksAtOnceLoseNoLine()
    {
        constexpr int kRounds = 5;
        const auto opened = m_hallctl->run(QStringLiteral("li"), {QStringLiteral("case"), QStringLiteral("new"), QStringLiteral("--block"),
                                                                  QStringLiteral("reception"), QStringLiteral("--file"),
                                                                  m_hallctl->file(CaseHall::registration())});
        const QString number = opened.object()[u"number"].toString();
        int entries = 1;
        const auto append = [&](const QString& login, const QString& line, int after) {
            return m_hallctl->start(login, {QStringLiteral("case"), QStringLiteral("append"), number, QStringLiteral("--kind"),
                                            QStringLiteral("note"), QStringLiteral("--after"), QString::number(after),
                                            QStringLiteral("--file"), m_hallctl->file(CaseHall::text(line))});
        };
        QStringList expected;
        for (int round = 0; round < kRounds; ++round) {
            const QStringList lines{QStringLiteral("li-%1").arg(round), QStringLiteral("wang-%1").arg(round)};
            expected += lines;
            const auto first = append(QStringLiteral("li"), lines.at(0), entries);
            const auto second = append(QStringLiteral("wang"), lines.at(1), entries);
            const auto one = HallctlProcess::finish(*first);
            const auto two = HallctlProcess::finish(*second);
            QCOMPARE(one.code + two.code, 1); // one of them was second
            const bool liLost = one.code == 1;
            const auto& lost = liLost ? one : two;
            QCOMPARE(lost.error(), QStringLiteral("entry-conflict"));
            const QString told = lost.object()[u"error"][u"message"].toString();
            QVERIFY2(told.contains(liLost ? u"wang" : u"li") && told.contains(u"Note"), qPrintable(told));
            QVERIFY(!told.contains(lines.at(liLost ? 1 : 0))); // what it says is read in the case, not in a message
            const auto again = append(liLost ? QStringLiteral("li") : QStringLiteral("wang"), lines.at(liLost ? 0 : 1), entries + 1);
            QCOMPARE(HallctlProcess::finish(*again).code, 0);
            entries += 2;
        }
        const auto shown = m_hallctl->run(QStringLiteral("wang"), {QStringLiteral("case"), QStringLiteral("show"), number}).object();
        QStringList found;
        for (const QJsonValue& entry : shown[u"entries"].toArray())
            found.append(entry[u"content"][u"text"].toString());
        for (const QString& line : std::as_const(expected))
            QCOMPARE(found.count(line), 1);
        QCOMPARE(found.size(), 1 + 2 * kRounds);
    }

private:
    QStringList words(const QString& table, const QStringList& more = {}) const
    {
        return QStringList{QStringLiteral("case"), QStringLiteral("import"), QStringLiteral("--file"), table, QStringLiteral("--map"), m_map,
                           QStringLiteral("--block"), QStringLiteral("reception")}
            + more;
    }
    HallctlProcess::Answer import(const QString& table, const QStringList& more = {}, const char* login = "li") const
    {
        return m_hallctl->run(QString::fromLatin1(login), words(table, more));
    }
    QJsonArray cases() const { return m_hallctl->run(QStringLiteral("li"), {QStringLiteral("case"), QStringLiteral("list")}).array(); }

    std::unique_ptr<CaseHall> m_hall;
    std::unique_ptr<HallctlProcess> m_hallctl;
    QString m_map;
};

QTEST_GUILESS_MAIN(CaseImportTest)
#include "tst_case_import.moc"
