// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/casefile/case_audit.h"
#include "tests/casefile/case_hall.h"

#include <QTest>
#include <thread>

using namespace hall;
using namespace hall::casefile;
using base::ErrorCode;
using tests::CaseHall;

namespace {

const QString kReception = QStringLiteral("reception");
const QString kNote = QStringLiteral("note");

} // namespace

class CaseFilesTest : public QObject
{
    Q_OBJECT

private slots:
    void init()
    {
        m_hall = std::make_unique<CaseHall>();
        QVERIFY2(m_hall->complaint().isEmpty(), qPrintable(m_hall->complaint()));
    }

    void aCaseReadsAsItWasWritten()
    {
        const auto li = m_hall->signIn("li");
        auto files = m_hall->files(li);
        const auto opened = files.open(kReception, CaseHall::registration(), 17);
        QVERIFY2(opened.ok(), opened.ok() ? "" : qPrintable(opened.error().message));
        QCOMPARE(opened->number, QStringLiteral("2026-000001"));
        m_hall->clock.advance(std::chrono::minutes(5));
        QVERIFY(files.append(opened->number, kNote, CaseHall::text(QStringLiteral("情绪激动，已安抚 𠮷"))).ok());
        const auto shown = files.show(opened->number);
        QVERIFY2(shown.ok(), shown.ok() ? "" : qPrintable(shown.error().message));
        QCOMPARE(shown->summary.ticket, qint64(17));
        QCOMPARE(shown->summary.entries, qint64(2));
        QCOMPARE(shown->entries.size(), 2);
        QCOMPARE(shown->entries.at(0).content, CaseHall::registration());
        QCOMPARE(shown->entries.at(1).content, CaseHall::text(QStringLiteral("情绪激动，已安抚 𠮷")));
        QCOMPARE(shown->entries.at(1).author, QStringLiteral("li"));
        QCOMPARE(shown->entries.at(1).at, m_hall->clock.now());
        QCOMPARE(shown->standing.state, QStringLiteral("registered"));
    }
    void numbersGoOnAndBeginAnewEachYear()
    {
        const auto li = m_hall->signIn("li");
        auto files = m_hall->files(li);
        QCOMPARE(files.open(kReception, CaseHall::registration())->number, QStringLiteral("2026-000001"));
        QCOMPARE(files.open(kReception, CaseHall::registration())->number, QStringLiteral("2026-000002"));
        m_hall->clock.set(base::fromIso(QStringLiteral("2027-01-01T00:30:00+08:00")).value());
        QCOMPARE(files.open(kReception, CaseHall::registration())->number, QStringLiteral("2027-000001"));
    }
    void whatIsRefusedLeavesNothing()
    {
        const auto li = m_hall->signIn("li");
        auto files = m_hall->files(li);
        QCOMPARE(files.open(kReception, {}).error().code, ErrorCode::InvalidArgument);
        const QString number = files.open(kReception, CaseHall::registration())->number;
        QCOMPARE(number, QStringLiteral("2026-000001"));
        QCOMPARE(files.append(number, kNote, {}).error().code, ErrorCode::InvalidArgument);
        QCOMPARE(files.append(number, QStringLiteral("gossip"), {}).error().code, ErrorCode::InvalidArgument);
        QCOMPARE(files.append(QStringLiteral("2026-000099"), kNote, CaseHall::text(QStringLiteral("x"))).error().code,
                 ErrorCode::CaseNotFound);
        QCOMPARE(files.show(number)->entries.size(), 1);
    }

    void colleaguesOfTheBlockReadAndWrite()
    {
        const auto li = m_hall->signIn("li");
        const QString number = m_hall->files(li).open(kReception, CaseHall::registration())->number;
        const auto wang = m_hall->signIn("wang");
        auto files = m_hall->files(wang);
        QVERIFY(files.append(number, kNote, CaseHall::text(QStringLiteral("接着办"))).ok());
        QCOMPARE(files.show(number)->entries.last().author, QStringLiteral("wang"));
        QCOMPARE(files.list()->size(), 1);
    }
    void othersOpenNothing_data()
    {
        QTest::addColumn<QByteArray>("login");
        for (const char* login : {"zhao", "lin", "sys", "sec", "aud"})
            QTest::newRow(login) << QByteArray(login);
    }
    void othersOpenNothing()
    {
        QFETCH(QByteArray, login);
        const auto li = m_hall->signIn("li");
        const QString number = m_hall->files(li).open(kReception, CaseHall::registration())->number;
        const auto stranger = m_hall->signIn(login.constData());
        auto files = m_hall->files(stranger);
        QCOMPARE(files.show(number).error().code, ErrorCode::PermissionDenied);
        QCOMPARE(files.append(number, kNote, CaseHall::text(QStringLiteral("x"))).error().code, ErrorCode::PermissionDenied);
        QCOMPARE(files.open(kReception, CaseHall::registration()).error().code, ErrorCode::PermissionDenied);
        QVERIFY(files.list()->isEmpty());
        const auto records = m_hall->office->audit().list().value();
        QCOMPARE(records.first().kind, kCaseRefused);
        QCOMPARE(records.first().actor, QString::fromLatin1(login));
    }
    /// Somebody who can edit the store moves the case to a block of theirs: its keys do not move with it.
    void editingTheStoreOpensNothing()
    {
        const auto li = m_hall->signIn("li");
        const QString number = m_hall->files(li).open(kReception, CaseHall::registration())->number;
        QVERIFY(m_hall->db().execute("UPDATE case_file SET block = 'mediation'").ok());
        const auto zhao = m_hall->signIn("zhao");
        QCOMPARE(m_hall->files(zhao).show(number).error().code, ErrorCode::PermissionDenied);
        QCOMPARE(m_hall->files(zhao).append(number, kNote, CaseHall::text(QStringLiteral("x"))).error().code,
                 ErrorCode::PermissionDenied);
        // chen serves both blocks: the entries were not signed by anybody of the other one.
        const auto chen = m_hall->signIn("chen");
        QCOMPARE(m_hall->files(chen).show(number).error().code, ErrorCode::SignatureInvalid);
        QVERIFY(!verifyCases(*m_hall->office)->broken.isEmpty());
    }

    void theSecondOfTwoSeesTheFirst()
    {
        const auto li = m_hall->signIn("li");
        const auto wang = m_hall->signIn("wang");
        const QString number = m_hall->files(li).open(kReception, CaseHall::registration())->number;
        QVERIFY(m_hall->files(li).append(number, kNote, CaseHall::text(QStringLiteral("first")), 1).ok());
        const auto late = m_hall->files(wang).append(number, kNote, CaseHall::text(QStringLiteral("second")), 1);
        QCOMPARE(late.error().code, ErrorCode::EntryConflict);
        QVERIFY(late.error().message.contains(QLatin1String("li")));
        QVERIFY(m_hall->files(wang).append(number, kNote, CaseHall::text(QStringLiteral("second")), 2).ok());
        QCOMPARE(m_hall->files(li).show(number)->entries.size(), 3);
    }
    void manyWritersAtOnceLoseNoLine()
    {
        constexpr int kWriters = 4;
        constexpr int kLines = 8;
        const auto li = m_hall->signIn("li");
        const QString number = m_hall->files(li).open(kReception, CaseHall::registration())->number;
        std::atomic<int> failed = 0;
        std::vector<std::thread> writers;
        for (int writer = 0; writer < kWriters; ++writer) {
            writers.emplace_back([&, writer] {
                auto office = store::CaseOffice::open(m_hall->place(), m_hall->clock).value();
                const auto person = office->staff().signIn(QStringLiteral("wang"), seal::SecretBuffer::copyOf("wang")).value();
                CaseFiles files(*office, person, m_hall->rules, QStringLiteral("zh"));
                for (int line = 0; line < kLines; ++line)
                    failed += !files.append(number, kNote, CaseHall::text(QStringLiteral("%1-%2").arg(writer).arg(line))).ok();
            });
        }
        for (std::thread& writer : writers)
            writer.join();
        QCOMPARE(failed.load(), 0);
        const auto shown = m_hall->files(li).show(number).value();
        QSet<QString> lines;
        for (const CaseEntry& entry : shown.entries)
            lines.insert(entry.content.value(QLatin1StringView("text")).toString());
        QCOMPARE(shown.entries.size(), 1 + kWriters * kLines);
        QCOMPARE(lines.size(), 1 + kWriters * kLines); // the registration has no text
        QVERIFY(verifyCases(*m_hall->office)->broken.isEmpty());
    }

    void workGoesByTheStateOfTheCase()
    {
        const auto li = m_hall->signIn("li");
        auto files = m_hall->files(li);
        const QString number = files.open(kReception, CaseHall::registration())->number;
        QCOMPARE(files.append(number, QStringLiteral("reviewed"), CaseHall::text(QStringLiteral("x"))).error().code,
                 ErrorCode::InvalidArgument);
        QVERIFY(files.append(number, QStringLiteral("accepted"), {{QStringLiteral("matter"), true}}).ok());
        QVERIFY(files.append(number, QStringLiteral("closed"), {{QStringLiteral("reason"), QStringLiteral("已协商")}}).ok());
        QCOMPARE(files.append(number, kNote, CaseHall::text(QStringLiteral("x"))).error().code, ErrorCode::InvalidArgument);
        QCOMPARE(files.list()->first().state, QStringLiteral("closed"));
        const auto standing = files.show(number)->standing;
        for (const rules::CaseClock& clock : standing.clocks)
            QVERIFY2(clock.stoppedBy > 0, qPrintable(clock.rule));
    }

    /// 条例 Art 28.
    void whoSteppedBackOpensItNoMore()
    {
        const auto li = m_hall->signIn("li");
        const auto wang = m_hall->signIn("wang");
        const QString number = m_hall->files(li).open(kReception, CaseHall::registration())->number;
        const auto about = [](const QString& who) {
            return QJsonObject{{QStringLiteral("who"), who}, {QStringLiteral("reason"), QStringLiteral("有直接利害关系")}};
        };
        QVERIFY(m_hall->files(wang).append(number, QStringLiteral("recused"), about(QStringLiteral("li"))).ok());
        QCOMPARE(m_hall->files(li).show(number).error().code, ErrorCode::PermissionDenied);
        QCOMPARE(m_hall->office->audit().list(1)->first().kind, kCaseRefused);
        QCOMPARE(m_hall->files(li).append(number, kNote, CaseHall::text(QStringLiteral("x"))).error().code, ErrorCode::PermissionDenied);
        QCOMPARE(m_hall->files(li).append(number, QStringLiteral("recusal-lifted"), about(QStringLiteral("li"))).error().code,
                 ErrorCode::PermissionDenied);
        QVERIFY(m_hall->files(wang).append(number, QStringLiteral("recusal-lifted"), about(QStringLiteral("li"))).ok());
        QVERIFY(m_hall->files(li).append(number, kNote, CaseHall::text(QStringLiteral("x"))).ok());
        QCOMPARE(m_hall->files(li).show(number)->entries.size(), 4);
    }
    /// 条例 Art 36.
    void aConcludedMatterIsTakenUpForNewFactsAlone()
    {
        const auto li = m_hall->signIn("li");
        auto files = m_hall->files(li);
        const QString number = files.open(kReception, CaseHall::registration())->number;
        const QJsonObject opinion{{QStringLiteral("opinion"), QStringLiteral("explained")}, {QStringLiteral("request"), QStringLiteral("r")},
                                  {QStringLiteral("facts"), QStringLiteral("f")}, {QStringLiteral("legal_basis"), QStringLiteral("l")}};
        QVERIFY(files.append(number, QStringLiteral("replied"), opinion).ok());
        for (const char* kind : {"review-requested", "reviewed", "re-examination-requested", "re-examined"})
            QVERIFY(files.append(number, QString::fromLatin1(kind), CaseHall::text(QStringLiteral("x"))).ok());
        QJsonObject again = CaseHall::registration();
        again.insert(QStringLiteral("continues"), number);
        const auto refused = files.open(kReception, again);
        QCOMPARE(refused.error().code, ErrorCode::InvalidArgument);
        QVERIFY(refused.error().message.contains(QStringLiteral("行政诉讼")));
        again.insert(QStringLiteral("new_facts"), QStringLiteral("新的证人"));
        QVERIFY(files.open(kReception, again).ok());
        again.insert(QStringLiteral("continues"), QStringLiteral("2026-000777"));
        QCOMPARE(files.open(kReception, again).error().code, ErrorCode::CaseNotFound);
    }
    /// A suspended case goes back to the state it was in, in plain sight too.
    void whatWasSuspendedGoesBack()
    {
        const auto li = m_hall->signIn("li");
        auto files = m_hall->files(li);
        const QString number = files.open(kReception, CaseHall::registration())->number;
        const QJsonObject begun{{QStringLiteral("sort"), QStringLiteral("medical")}, {QStringLiteral("mediators"), QStringLiteral("赵")},
                                {QStringLiteral("consent"), true}};
        QVERIFY(files.append(number, QStringLiteral("mediation-begun"), begun).ok());
        QVERIFY(files.append(number, QStringLiteral("suspended"), {{QStringLiteral("reason"), QStringLiteral("鉴定")}}).ok());
        QCOMPARE(files.list()->first().state, QStringLiteral("suspended"));
        QVERIFY(files.append(number, QStringLiteral("resumed"), {}).ok());
        QCOMPARE(files.list()->first().state, QStringLiteral("mediation"));
    }

    void everyOpeningIsAnAuditRecord()
    {
        const auto li = m_hall->signIn("li");
        const QString number = m_hall->files(li).open(kReception, CaseHall::registration())->number;
        QVERIFY(m_hall->files(li).show(number).ok());
        const auto records = m_hall->office->audit().list(2).value();
        QCOMPARE(records.at(0).kind, kCaseOpened);
        QCOMPARE(records.at(0).subject, number);
        QCOMPARE(records.at(1).kind, kEntryAdded);
        QVERIFY(records.at(1).subject.startsWith(number));
    }
    void nothingThatWasSaidLiesInTheStore()
    {
        const auto li = m_hall->signIn("li");
        auto files = m_hall->files(li);
        const QString number = files.open(kReception, CaseHall::registration(QStringLiteral("王建国")))->number;
        QVERIFY(files.append(number, kNote, CaseHall::text(QStringLiteral("33010519491231002X"))).ok());
        for (const char* table : {"case_file", "case_entry", "case_grant", "audit"}) {
            const auto columns = m_hall->db().columnsOf(QString::fromLatin1(table)).value();
            for (const QString& column : columns) {
                auto rows = m_hall->db().query(QStringLiteral("SELECT %1 FROM %2").arg(column, QLatin1String(table)).toStdString());
                while (rows->next().value()) {
                    const auto value = rows->get<sql::Value>(0);
                    const QByteArray bytes = std::holds_alternative<QByteArray>(value) ? std::get<QByteArray>(value)
                        : std::holds_alternative<QString>(value)                       ? std::get<QString>(value).toUtf8()
                                                                                       : QByteArray();
                    for (const QString& planted : {QStringLiteral("王建国"), QStringLiteral("33010519491231002X"), QStringLiteral("漏水")})
                        QVERIFY2(!bytes.contains(planted.toUtf8()), table);
                }
            }
        }
    }

private:
    std::unique_ptr<CaseHall> m_hall;
};

QTEST_GUILESS_MAIN(CaseFilesTest)
#include "tst_case_files.moc"
