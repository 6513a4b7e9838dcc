// SPDX-License-Identifier: GPL-3.0-or-later
// A backup is the whole hall at one moment, or it is refused whole.
#include "app/casefile/attachments.h"
#include "app/casefile/case_audit.h"
#include "app/store/backup_format.h"
#include "app/store/hall_backup.h"
#include "app/store/line_witness.h"
#include "tests/casefile/case_hall.h"

#include <QBuffer>
#include <QFile>
#include <QRandomGenerator>
#include <QTest>
#include <thread>

using namespace hall;
using namespace hall::casefile;
using base::ErrorCode;
using store::BackupPlace;
using store::HallPlace;
using tests::CaseHall;

namespace {

const QString kReception = QStringLiteral("reception");
const QString kNote = QStringLiteral("note");

QByteArray contentOf(const QString& path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

bool put(const QString& path, const QByteArray& bytes)
{
    QFile file(path);
    return file.open(QIODevice::WriteOnly) && file.write(bytes) == bytes.size();
}

} // namespace

class BackupTest : public QObject
{
    Q_OBJECT

private slots:
    void init()
    {
        m_folder = std::make_unique<QTemporaryDir>();
        m_hall = std::make_unique<CaseHall>();
        QVERIFY2(m_hall->complaint().isEmpty(), qPrintable(m_hall->complaint()));
        m_backup = {m_folder->filePath(QStringLiteral("hall.backup")), {}};
    }

    /// HALL_BACKUP_ENTRIES entries (100,000 to show the criterion), and two clerks who go on writing.
    void aWorkingHallIsTherePieceByPiece()
    {
        bool given = false;
        const int asked = qEnvironmentVariableIntValue("HALL_BACKUP_ENTRIES", &given);
        const int entries = given ? asked : CaseHall::onServer() ? 300 : 2000;
        const QString first = fill(entries);
        std::atomic<bool> over = false;
        std::atomic<int> meanwhile = 0;
        std::vector<std::thread> clerks;
        for (int clerk = 0; clerk < 2; ++clerk)
            clerks.emplace_back([&] { writeUntil(over, meanwhile); });
        while (meanwhile < 4)
            std::this_thread::sleep_for(std::chrono::milliseconds(2));
        const int before = meanwhile;
        const auto made = store::backUpHall(m_hall->place(), m_backup, QStringLiteral("sys"), m_hall->clock);
        const int after = meanwhile;
        over = true;
        for (std::thread& clerk : clerks)
            clerk.join();
        QVERIFY2(made.ok(), made.ok() ? "" : qPrintable(made.error().message));
        QVERIFY2(!given || after > before, "nobody could write while the backup was made");
        const HallPlace there = m_hall->emptyPlace();
        isWholeAt(there, *made);
        // What was acknowledged before it began is in it.
        auto office = store::CaseOffice::open(there, m_hall->clock).value();
        const auto verdict = verifyCases(*office).value();
        QVERIFY(verdict.broken.isEmpty());
        QVERIFY2(verdict.entries >= entries + before, qPrintable(QString::number(verdict.entries)));
        QVERIFY(verdict.entries < entries + meanwhile + 3);
        // And people go on there.
        const auto li = office->staff().signIn(QStringLiteral("li"), seal::SecretBuffer::copyOf("li")).value();
        CaseFiles files(*office, li, m_hall->rules, QStringLiteral("zh"));
        QVERIFY(files.append(first, kNote, CaseHall::text(QStringLiteral("迁移后"))).ok());
    }
    void attachmentsAreInIt()
    {
        const QByteArray bytes = QByteArray(3, 'a') + QByteArray(300'000, 'b');
        const QString number = attach(bytes);
        QVERIFY(store::backUpHall(m_hall->place(), m_backup, QStringLiteral("sys"), m_hall->clock).ok());
        const HallPlace there = m_hall->emptyPlace();
        QVERIFY(store::restoreHall(m_backup, there, m_hall->clock).ok());
        auto office = store::CaseOffice::open(there, m_hall->clock).value();
        const auto wang = office->staff().signIn(QStringLiteral("wang"), seal::SecretBuffer::copyOf("wang")).value();
        CaseFiles files(*office, wang, m_hall->rules, QStringLiteral("zh"));
        QVERIFY(Attachments(files, *office, wang).read(number, 2, bytes.size())->view() == bytes);
        QVERIFY(verifyCases(*office)->broken.isEmpty());
        // The new hall refuses changes as the old one did.
        QVERIFY(!office->store().connection().script("DELETE FROM case_entry").ok());
    }
    /// From the engine to a folder, and back.
    void theOtherEngineTakesIt()
    {
        const QString number = attach(QByteArray(100'000, 'x'));
        const auto made = store::backUpHall(m_hall->place(), m_backup, QStringLiteral("sys"), m_hall->clock).value();
        const HallPlace folder(m_folder->filePath(QStringLiteral("hall")));
        isWholeAt(folder, made);
        m_backup = {m_folder->filePath(QStringLiteral("second")), m_folder->filePath(QStringLiteral("second.key"))};
        const auto second = store::backUpHall(folder, m_backup, QStringLiteral("sys"), m_hall->clock);
        QVERIFY2(second.ok(), second.ok() ? "" : qPrintable(second.error().message));
        const HallPlace there = m_hall->emptyPlace();
        isWholeAt(there, *second);
        auto office = store::CaseOffice::open(there, m_hall->clock).value();
        const auto li = office->staff().signIn(QStringLiteral("li"), seal::SecretBuffer::copyOf("li")).value();
        CaseFiles files(*office, li, m_hall->rules, QStringLiteral("zh"));
        QCOMPARE(files.show(number)->entries.size(), 2);
    }
    void itIsARecordOfTheTrail()
    {
        QVERIFY(store::backUpHall(m_hall->place(), m_backup, QStringLiteral("sys"), m_hall->clock).ok());
        const auto record = m_hall->office->audit().list(1)->first();
        QCOMPARE(record.kind, QStringLiteral("backup-made"));
        QCOMPARE(record.actor, QStringLiteral("sys"));
    }

    void randomBitsAreRefused()
    {
        attach(QByteArray(70'000, 'x'));
        QVERIFY(store::backUpHall(m_hall->place(), m_backup, QStringLiteral("sys"), m_hall->clock).ok());
        const QByteArray whole = contentOf(m_backup.file);
        QRandomGenerator random(815);
        for (int i = 0; i < 100; ++i) {
            QByteArray changed = whole;
            const int bit = i < 40 ? i * 5 : random.bounded(static_cast<int>(whole.size() * 8)); // the beginning, too
            changed[bit / 8] = static_cast<char>(changed[bit / 8] ^ (1 << (bit % 8)));
            isRefused(changed, QStringLiteral("bit %1").arg(bit));
        }
    }
    void aCutFileIsRefused()
    {
        attach(QByteArray(200'000, 'x'));
        QVERIFY(store::backUpHall(m_hall->place(), m_backup, QStringLiteral("sys"), m_hall->clock).ok());
        const QByteArray whole = contentOf(m_backup.file);
        const qsizetype chunk = 65536 + 17;
        for (const qsizetype size : {qsizetype(0), qsizetype(3), qsizetype(29), 29 + chunk, 29 + 2 * chunk, whole.size() / 2, whole.size() - 1})
            isRefused(whole.first(size), QStringLiteral("%1 bytes").arg(size));
        isRefused(whole + 'x', QStringLiteral("something behind it"));
        isRefused(whole.first(29) + whole.sliced(29 + chunk), QStringLiteral("the first chunk taken out"));
        isRefused(whole.first(29) + whole.sliced(29 + chunk, chunk) + whole.sliced(29, chunk) + whole.sliced(29 + 2 * chunk),
                  QStringLiteral("two chunks swapped"));
        isRefused("SQLite format 3", QStringLiteral("something else"));
    }
    void anotherKeyOpensNothing()
    {
        QVERIFY(store::backUpHall(m_hall->place(), m_backup, QStringLiteral("sys"), m_hall->clock).ok());
        const QString other = m_folder->filePath(QStringLiteral("other.key"));
        QVERIFY(put(other, QByteArray(32, 'k')));
        const HallPlace there = m_hall->emptyPlace();
        QCOMPARE(store::restoreHall({m_backup.file, other}, there, m_hall->clock).error().code, ErrorCode::SealInvalid);
        QCOMPARE(store::restoreHall({m_backup.file, other + QLatin1Char('x')}, there, m_hall->clock).error().code, ErrorCode::KeyMissing);
        QVERIFY(put(other, QByteArray(31, 'k')));
        QCOMPARE(store::restoreHall({m_backup.file, other}, there, m_hall->clock).error().code, ErrorCode::WrongKey);
        QCOMPARE(store::LineStore::open(there).error().code, ErrorCode::StoreNotFound);
    }
    void aHallIsNeverWrittenOver()
    {
        const QString number = attach("x");
        const auto made = store::backUpHall(m_hall->place(), m_backup, QStringLiteral("sys"), m_hall->clock).value();
        QCOMPARE(store::restoreHall(m_backup, m_hall->place(), m_hall->clock).error().code, ErrorCode::StoreExists);
        QCOMPARE(store::backUpHall(m_hall->place(), m_backup, QStringLiteral("sys"), m_hall->clock).error().code, ErrorCode::InvalidArgument);
        const auto li = m_hall->signIn("li");
        QCOMPARE(m_hall->files(li).show(number)->entries.size(), 2);
        isWholeAt(m_hall->emptyPlace(), made); // the first backup is as it was
    }
    /// The copy of the key beside the backup is another hall's: its backups would open for nobody.
    void anotherHallsKeyIsNotTaken()
    {
        QVERIFY(put(m_backup.key(), QByteArray(32, 'k')));
        QCOMPARE(store::backUpHall(m_hall->place(), m_backup, QStringLiteral("sys"), m_hall->clock).error().code, ErrorCode::StoreExists);
        QVERIFY(!QFile::exists(m_backup.file));
        QCOMPARE(contentOf(m_backup.key()), QByteArray(32, 'k'));
    }
    void nothingStandsInItInPlain()
    {
        const auto li = m_hall->signIn("li");
        QVERIFY(m_hall->files(li).open(kReception, CaseHall::registration(QStringLiteral("欧阳翠花"))).ok());
        QVERIFY(store::backUpHall(m_hall->place(), m_backup, QStringLiteral("sys"), m_hall->clock).ok());
        const QByteArray bytes = contentOf(m_backup.file);
        QVERIFY(bytes.size() > 10'000);
        for (const QByteArray& word : {QByteArray("欧阳翠花"), QByteArray("漏水"), QByteArray("reception"), QByteArray("2026-000001"), QByteArray("case_entry"),
                                       contentOf(m_hall->place().files().keys() + QStringLiteral("/station.key")).first(16), contentOf(m_backup.key())})
            QVERIFY(!bytes.contains(word));
        for (const QString& path : {m_backup.file, m_backup.key()})
            QCOMPARE(QFile::permissions(path) & ~(QFile::ReadUser | QFile::WriteUser), QFile::ReadOwner | QFile::WriteOwner);
    }
    /// A backup of a hall that knew no attachments yet comes back and is brought up to date.
    void anOlderHallComesBack()
    {
        const auto li = m_hall->signIn("li");
        const QString number = m_hall->files(li).open(kReception, CaseHall::registration())->number;
        QVERIFY(store::backUpHall(m_hall->place(), m_backup, QStringLiteral("sys"), m_hall->clock).ok());
        const QStringList later{QStringLiteral("case_upload"), QStringLiteral("case_attachment_chunk"), QStringLiteral("case_attachment"), QStringLiteral("document_series"),
                                QStringLiteral("group_voucher"), QStringLiteral("workspace_series"),
                                QStringLiteral("staff_code"), QStringLiteral("audit_countersign"),
                                QStringLiteral("recovery_key"), QStringLiteral("recovery_deposit")};
        rewritten([&](QJsonObject& hall) {
            QJsonArray known = hall.value(QLatin1String("case")).toArray();
            while (known.last() != QLatin1String("case_files"))
                known.removeLast();
            hall.insert(QStringLiteral("case"), known);
        }, later);
        const HallPlace there = m_hall->emptyPlace();
        const auto restored = store::restoreHall(m_backup, there, m_hall->clock);
        QVERIFY2(restored.ok(), restored.ok() ? "" : qPrintable(restored.error().message));
        auto office = store::CaseOffice::open(there, m_hall->clock).value();
        QCOMPARE(office->store().connection().value<int>("SELECT count(*) FROM case_attachment").value().value(), 0);
        QVERIFY(verifyCases(*office)->broken.isEmpty());
    }
    void aNewerHallIsRefused()
    {
        QVERIFY(store::backUpHall(m_hall->place(), m_backup, QStringLiteral("sys"), m_hall->clock).ok());
        rewritten([](QJsonObject& hall) {
            QJsonArray known = hall.value(QLatin1String("line")).toArray();
            known.append(QStringLiteral("flying_desks"));
            hall.insert(QStringLiteral("line"), known);
        }, {});
        const HallPlace there = m_hall->emptyPlace();
        QCOMPARE(store::restoreHall(m_backup, there, m_hall->clock).error().code, ErrorCode::StoreNewer);
        QCOMPARE(store::LineStore::open(there).error().code, ErrorCode::StoreNotFound);
    }

private:
    QString fill(int entries)
    {
        constexpr int kInACase = 20;
        const auto li = m_hall->signIn("li");
        auto files = m_hall->files(li);
        QString first;
        for (int written = 0; written < entries; ++written) {
            if (written % kInACase == 0)
                m_number = files.open(kReception, CaseHall::registration())->number;
            else if (!files.append(m_number, kNote, CaseHall::text(QStringLiteral("第 %1 条").arg(written))).ok())
                return {};
            first = first.isEmpty() ? m_number : first;
        }
        return first;
    }
    void writeUntil(const std::atomic<bool>& over, std::atomic<int>& written)
    {
        auto office = store::CaseOffice::open(m_hall->place(), m_hall->clock).value();
        auto line = store::LineStore::open(m_hall->place()).value();
        const auto wang = office->staff().signIn(QStringLiteral("wang"), seal::SecretBuffer::copyOf("wang")).value();
        CaseFiles files(*office, wang, m_hall->rules, QStringLiteral("zh"));
        const QString own = files.open(kReception, CaseHall::registration())->number;
        ++written;
        while (!over && written < 2000) {
            written += files.append(own, kNote, CaseHall::text(QStringLiteral("照常办事"))).ok() ? 1 : 0;
            (void)store::compareTrailWithLine(line, *office); // as a desk does after each entry
        }
    }
    QString attach(const QByteArray& bytes)
    {
        const auto li = m_hall->signIn("li");
        auto files = m_hall->files(li);
        const QString number = files.open(kReception, CaseHall::registration())->number;
        QBuffer source;
        source.setData(bytes);
        source.open(QIODevice::ReadOnly);
        return Attachments(files, *m_hall->office, li).add(number, {QStringLiteral("证据")}, source).ok() ? number : QString();
    }
    /// Restored, the hall weighs table by table what was backed up, and the line remembers nothing that the case store lacks.
    void isWholeAt(const HallPlace& there, const store::BackupReport& made)
    {
        const auto restored = store::restoreHall(m_backup, there, m_hall->clock);
        QVERIFY2(restored.ok(), restored.ok() ? "" : qPrintable(restored.error().message));
        QCOMPARE(restored->records, made.records);
        QCOMPARE(restored->checksum, made.checksum);
        QVERIFY(restored->tables == made.tables);
        auto line = store::LineStore::open(there).value();
        auto office = store::CaseOffice::open(there, m_hall->clock).value();
        qint64 rows = 0;
        for (const store::MovedTable& table : made.tables) {
            sql::Connection& store = table.part == QLatin1String("line") ? line.connection() : office->store().connection();
            QStringList columns = store.columnsOf(table.name).value();
            if (table.name == QLatin1String("ticket_event"))
                columns.removeAll(QStringLiteral("login")); // a folder knows no accounts
            QVERIFY2(store::weigh(store, table.part, table.name, columns).value() == table, qPrintable(table.name));
            rows += table.rows;
        }
        QCOMPARE(rows, made.records);
        QVERIFY(store::compareTrailWithLine(line, *office).ok());
    }
    void isRefused(const QByteArray& bytes, const QString& what)
    {
        const BackupPlace damaged{m_folder->filePath(QStringLiteral("damaged")), m_backup.key()};
        QVERIFY(put(damaged.file, bytes));
        const HallPlace there(m_folder->filePath(QStringLiteral("there")));
        const auto refused = store::restoreHall(damaged, there, m_hall->clock);
        QVERIFY2(!refused.ok(), qPrintable(what));
        const ErrorCode code = refused.error().code;
        QVERIFY2(code == ErrorCode::SealInvalid || code == ErrorCode::NotAPackage || code == ErrorCode::StoreNewer, qPrintable(what));
        QVERIFY2(!refused.error().message.isEmpty() && !QFile::exists(there.url()), qPrintable(what));
    }
    /// The backup, written anew with another description and without some tables.
    template <class Change>
    void rewritten(Change change, const QStringList& without)
    {
        const auto key = seal::SecretBuffer::copyOf(contentOf(m_backup.key()));
        QFile source(m_backup.file);
        QVERIFY(source.open(QIODevice::ReadOnly));
        auto reader = store::BackupReader::open(source, key);
        m_backup = {m_folder->filePath(QStringLiteral("rewritten")), m_backup.key()};
        QFile target(m_backup.file);
        QVERIFY(target.open(QIODevice::WriteOnly));
        store::BackupWriter writer(target, key);
        using Kind = store::BackupPiece::Kind;
        bool leftOut = false;
        qint64 rows = 0;
        while (true) {
            auto piece = reader->next();
            QVERIFY(piece.ok());
            if (piece->kind == Kind::End)
                break;
            if (piece->kind == Kind::Table)
                leftOut = without.contains(piece->object.value(QLatin1String("table")).toString());
            if (piece->kind == Kind::Hall)
                change(piece->object);
            if (piece->kind == Kind::Key)
                QVERIFY(writer.key(piece->name, piece->secret).ok());
            else if (!leftOut && piece->kind == Kind::Row)
                QVERIFY(++rows > 0 && writer.row(piece->row).ok());
            else if (!leftOut)
                QVERIFY(writer.object(piece->kind, piece->object).ok());
        }
        QVERIFY(writer.end(rows).ok());
    }

    std::unique_ptr<QTemporaryDir> m_folder;
    std::unique_ptr<CaseHall> m_hall;
    BackupPlace m_backup;
    QString m_number;
};

QTEST_GUILESS_MAIN(BackupTest)
#include "tst_backup.moc"
