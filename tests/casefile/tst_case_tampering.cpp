// SPDX-License-Identifier: GPL-3.0-or-later
// What somebody can do who may write the case store's file: none of it goes unnamed.
#include "app/casefile/attachments.h"
#include "app/casefile/case_audit.h"
#include "tests/casefile/case_hall.h"

#include <QBuffer>
#include <QFile>
#include <QRandomGenerator>
#include <QTest>

using namespace hall;
using namespace hall::casefile;
using tests::CaseHall;

class CaseTamperingTest : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase()
    {
        QVERIFY2(m_hall.complaint().isEmpty(), qPrintable(m_hall.complaint()));
        const auto li = m_hall.signIn("li");
        auto files = m_hall.files(li);
        for (int number = 0; number < 4; ++number) {
            const QString opened = files.open(QStringLiteral("reception"), CaseHall::registration())->number;
            for (int entry = 0; entry < 4; ++entry)
                QVERIFY(files.append(opened, QStringLiteral("note"), CaseHall::text(QString::number(entry))).ok());
        }
        Attachments attachments(files, *m_hall.office, li);
        for (const int size : {10, 3 * 65536})
            QVERIFY(attach(attachments, QStringLiteral("2026-000003"), size));
        for (const char* trigger : {"case_entry_unchanged", "case_entry_kept", "audit_unchanged", "audit_kept", "case_attachment_unchanged",
                                    "case_attachment_kept", "case_attachment_chunk_unchanged", "case_attachment_chunk_kept",
                                    "case_attachment_chunk_closed"})
            QVERIFY(m_hall.db().script(QByteArray("DROP TRIGGER ") + trigger).ok());
        const auto whole = verifyCases(*m_hall.office).value();
        QCOMPARE(whole.cases, qint64(4));
        QCOMPARE(whole.entries, qint64(22));
        QVERIFY(whole.broken.isEmpty());
    }

    void namedByTheVerification_data()
    {
        QTest::addColumn<QByteArray>("tampering");
        const QByteArray third = "(SELECT id FROM case_file WHERE number = '2026-000003')";
        const QByteArray first = "(SELECT id FROM case_file WHERE number = '2026-000001')";
        QTest::newRow("the newest entry removed") << "DELETE FROM case_entry WHERE seq = 7 AND case_id = " + third;
        QTest::newRow("the newest removed and the count mended")
            << "DELETE FROM case_entry WHERE seq = 7 AND case_id = " + third + "; UPDATE case_file SET entries = 6 WHERE id = " + third;
        QTest::newRow("one in the middle removed") << "DELETE FROM case_entry WHERE seq = 2 AND case_id = " + third;
        QTest::newRow("two change places")
            << "UPDATE case_entry SET seq = -seq WHERE seq IN (3, 4) AND case_id = " + third
                   + "; UPDATE case_entry SET seq = 7 + seq WHERE seq < 0";
        QTest::newRow("one repeated")
            << "INSERT INTO case_entry SELECT case_id, 8, header, body, signature FROM case_entry WHERE seq = 7 AND case_id = " + third;
        QTest::newRow("one of another case")
            << "UPDATE case_entry SET (header, body, signature) = (SELECT header, body, signature FROM case_entry WHERE seq = 3 AND "
               "case_id = " + first + ") WHERE seq = 3 AND case_id = " + third;
        QTest::newRow("a whole case removed")
            << "PRAGMA foreign_keys = OFF; DELETE FROM case_attachment WHERE case_id = " + third + "; DELETE FROM case_entry WHERE case_id = " + third + "; DELETE FROM case_grant WHERE case_id = "
                   + third + "; DELETE FROM case_file WHERE id = " + third;
        QTest::newRow("its keys removed") << "DELETE FROM case_grant WHERE case_id = " + third;
        QTest::newRow("another's key put in")
            << "UPDATE case_grant SET (sealed, signature) = (SELECT sealed, signature FROM case_grant WHERE case_id = " + first
                   + ") WHERE case_id = " + third;
        QTest::newRow("an attachment taken away") << QByteArray("DELETE FROM case_attachment WHERE seq = 6");
        QTest::newRow("two attachments swapped")
            << QByteArray("UPDATE case_attachment SET seq = 13 - seq + 100; UPDATE case_attachment SET seq = seq - 100");
        QTest::newRow("chunks of one in the other")
            << QByteArray("UPDATE case_attachment_chunk SET (sealed, hash) = (SELECT sealed, hash FROM case_attachment_chunk b WHERE b.n = 2) WHERE n = 3");
        QTest::newRow("its record in the audit trail removed")
            << QByteArray("DELETE FROM audit WHERE seq = (SELECT max(seq) FROM audit)");
        QTest::newRow("case numbers swapped")
            << QByteArray("UPDATE case_file SET number = 'x' WHERE number = '2026-000001'; UPDATE case_file SET number = "
                          "'2026-000001' WHERE number = '2026-000002'; UPDATE case_file SET number = '2026-000002' WHERE number = 'x'");
    }
    void namedByTheVerification()
    {
        QFETCH(QByteArray, tampering);
        auto& db = m_hall.db();
        const base::Status takenBack = db.transaction(sql::Mode::Write, [&]() -> base::Status {
            [&] {
                const auto done = db.script(tampering);
                QVERIFY2(done.ok(), done.ok() ? "" : qPrintable(done.error().message));
                const auto verdict = verifyCases(*m_hall.office);
                QVERIFY(verdict.ok());
                QVERIFY(!verdict->broken.isEmpty());
            }();
            return base::Error{base::ErrorCode::Cancelled, {}};
        });
        QCOMPARE(takenBack.error().code, base::ErrorCode::Cancelled);
        QVERIFY(verifyCases(*m_hall.office)->broken.isEmpty());
    }

    /// Random bits of random rows: HALL_MUTATIONS of them (10,000 to show the criterion; some in every run).
    void randomMutationsAreNamed()
    {
        bool given = false;
        const int asked = qEnvironmentVariableIntValue("HALL_MUTATIONS", &given);
        const int count = given ? asked : 300;
        auto& db = m_hall.db();
        QRandomGenerator random(4711);
        using Columns = QList<std::string>;
        const Columns entry{"header", "body", "signature"};
        const QList<std::pair<std::string, Columns>> places = {
            {"case_entry", entry},  {"case_entry", entry},
            {"case_entry", entry},  {"case_grant", {"sealed", "signature"}},
            {"audit", {"record", "hash", "signature"}}, {"case_attachment_chunk", {"sealed", "hash"}},
            {"case_attachment", {"id", "head"}}};
        for (int i = 0; i < count; ++i) {
            const auto& [table, columns] = places.at(static_cast<qsizetype>(random.bounded(static_cast<int>(places.size()))));
            const std::string column = columns.at(random.bounded(static_cast<int>(columns.size())));
            const auto rows = db.value<qint64>("SELECT count(*) FROM " + table).value().value();
            const auto row = db.value<qint64>("SELECT rowid FROM " + table + " LIMIT 1 OFFSET $1",
                                              random.bounded(static_cast<int>(rows))).value().value();
            const QByteArray before = db.value<QByteArray>("SELECT " + column + " FROM " + table + " WHERE rowid = $1", row).value().value();
            QByteArray after = before;
            const int bit = random.bounded(static_cast<int>(before.size() * 8));
            after[bit / 8] = static_cast<char>(after[bit / 8] ^ (1 << (bit % 8)));
            const std::string put = "UPDATE " + table + " SET " + column + " = $1 WHERE rowid = $2";
            QVERIFY(db.execute(put, after, row).ok());
            const auto verdict = verifyCases(*m_hall.office);
            const QString what = QStringLiteral("%1.%2 row %3 bit %4").arg(QString::fromStdString(table), QString::fromStdString(column))
                                     .arg(row).arg(bit);
            QVERIFY2(verdict.ok() && !verdict->broken.isEmpty(), qPrintable(what));
            QVERIFY(db.execute(put, before, row).ok());
        }
        QVERIFY(verifyCases(*m_hall.office)->broken.isEmpty());
    }

    /// The engine's own check sees nothing: each page is rightly sealed, only older. The chains must.
    void anOldPagePutBackIsNamed()
    {
        CaseHall hall;
        QVERIFY(hall.complaint().isEmpty());
        const QString path = hall.place().files().cases();
        const auto li = hall.signIn("li");
        auto files = hall.files(li);
        const QString number = files.open(QStringLiteral("reception"), CaseHall::registration())->number;
        Attachments attachments(files, *hall.office, li);
        QVERIFY(attach(attachments, number, 200'000));
        const QByteArray before = closedFile(hall, path);
        hall.clock.advance(std::chrono::minutes(1)); // so that no page is written anew with what it held
        QVERIFY(hall.files(li).append(number, QStringLiteral("note"), CaseHall::text(QStringLiteral("后来的"))).ok());
        const QByteArray after = closedFile(hall, path);
        QVERIFY(before.size() > 4096 && after.size() >= before.size());
        int put = 0;
        int named = 0;
        int silent = 0; // the engine's check
        for (qsizetype at = 4096; at + 4096 <= before.size(); at += 4096) {
            if (before.mid(at, 4096) == after.mid(at, 4096))
                continue;
            ++put;
            QByteArray forged = after;
            forged.replace(at, 4096, before.mid(at, 4096));
            hall.office.reset();
            QVERIFY(overwrite(path, forged));
            auto office = store::CaseOffice::open(hall.place(), hall.clock);
            const auto pages = office.ok() ? (*office)->store().connection().value<QString>("PRAGMA cipher_integrity_check")
                                           : base::Result<std::optional<QString>>(office.error());
            silent += pages.ok() && !pages.value() ? 1 : 0;
            const auto verdict = office.ok() ? verifyCases(**office) : base::Result<CaseVerdict>(office.error());
            named += !verdict.ok() || !verdict->broken.isEmpty() || !(*office)->store().connection().integrityComplaints()->isEmpty() ? 1 : 0;
        }
        QVERIFY2(put >= 3, qPrintable(QString::number(put)));
        QVERIFY2(silent > 0, "the engine saw all of it by itself");
        QCOMPARE(named, put);
    }

    /// The store itself refuses, for programs and for people with a console.
    void entriesAndTheTrailAreOnlyAddedTo()
    {
        CaseHall fresh;
        QVERIFY(fresh.complaint().isEmpty());
        const auto li = fresh.signIn("li");
        QVERIFY(fresh.files(li).open(QStringLiteral("reception"), CaseHall::registration()).ok());
        for (const char* sql : {"UPDATE case_entry SET body = x'00'", "DELETE FROM case_entry", "UPDATE audit SET hash = x'00'",
                                "DELETE FROM audit"})
            QVERIFY2(!fresh.db().script(sql).ok(), sql);
    }

private:
    static bool attach(Attachments& attachments, const QString& number, int size)
    {
        QBuffer photo;
        photo.setData(QByteArray(size, 'p'));
        photo.open(QIODevice::ReadOnly);
        return attachments.add(number, {QStringLiteral("照片")}, photo).ok();
    }
    /// With everything of the log in it.
    static QByteArray closedFile(CaseHall& hall, const QString& path)
    {
        hall.office.reset();
        QFile file(path);
        const QByteArray bytes = file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
        hall.open();
        return bytes;
    }
    static bool overwrite(const QString& path, const QByteArray& bytes)
    {
        QFile::remove(path + QStringLiteral("-wal"));
        QFile::remove(path + QStringLiteral("-shm"));
        QFile file(path);
        return file.open(QIODevice::WriteOnly) && file.write(bytes) == bytes.size();
    }

    CaseHall m_hall;
};

QTEST_GUILESS_MAIN(CaseTamperingTest)
#include "tst_case_tampering.moc"
