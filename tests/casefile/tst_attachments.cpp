// SPDX-License-Identifier: GPL-3.0-or-later
// Attachments: what comes out is what was put in, and nothing comes out of what was changed.
#include "app/casefile/attachment_rows.h"
#include "app/casefile/attachments.h"
#include "app/casefile/case_audit.h"
#include "app/seal/sealed_stream.h"
#include "tests/casefile/case_hall.h"

#include <QBuffer>
#include <QRandomGenerator>
#include <QTest>
#include <thread>

using namespace hall;
using namespace hall::casefile;
using base::ErrorCode;
using tests::CaseHall;

namespace {

const QString kReception = QStringLiteral("reception");
const QString kPhoto = QStringLiteral("漏水照片.jpg");

/// Bytes that a compressor or a repeated block would show.
QByteArray noise(qsizetype size)
{
    QByteArray bytes(size, '\0');
    QRandomGenerator random(static_cast<quint32>(size) + 1);
    for (char& byte : bytes)
        byte = static_cast<char>(random.generate());
    return bytes;
}

/// A pipe: no size, and it hands out what it has in pieces.
class Drip final : public QIODevice
{
public:
    explicit Drip(QByteArray bytes)
        : m_bytes(std::move(bytes))
    {
        open(QIODevice::ReadOnly | QIODevice::Unbuffered);
    }
    bool isSequential() const override { return true; }
    bool atEnd() const override { return m_at == m_bytes.size(); }

protected:
    qint64 readData(char* data, qint64 most) override
    {
        const qint64 some = std::min<qint64>({most, 4001, m_bytes.size() - m_at});
        std::copy_n(m_bytes.constData() + m_at, some, data);
        m_at += some;
        return some;
    }
    qint64 writeData(const char*, qint64) override { return -1; }

private:
    QByteArray m_bytes;
    qint64 m_at = 0;
};

/// As large as it says, without the bytes.
class Hollow final : public QIODevice
{
public:
    explicit Hollow(qint64 size)
        : m_size(size)
    {
        open(QIODevice::ReadOnly | QIODevice::Unbuffered);
    }
    qint64 size() const override { return m_size; }

protected:
    qint64 readData(char* data, qint64 most) override
    {
        std::fill_n(data, most, 'x');
        return most;
    }
    qint64 writeData(const char*, qint64) override { return -1; }

private:
    qint64 m_size;
};

/// Breaks off after so many bytes.
class Torn final : public QIODevice
{
public:
    explicit Torn(qint64 good)
        : m_good(good)
    {
        open(QIODevice::ReadOnly | QIODevice::Unbuffered);
    }
    bool isSequential() const override { return true; }
    bool atEnd() const override { return false; }

protected:
    qint64 readData(char* data, qint64 most) override
    {
        if (m_good <= 0)
            return -1;
        const qint64 some = std::min(most, m_good);
        std::fill_n(data, some, 'x');
        m_good -= some;
        return some;
    }
    qint64 writeData(const char*, qint64) override { return -1; }

private:
    qint64 m_good;
};

} // namespace

class AttachmentsTest : public QObject
{
    Q_OBJECT

private slots:
    void init()
    {
        m_hall = std::make_unique<CaseHall>();
        QVERIFY2(m_hall->complaint().isEmpty(), qPrintable(m_hall->complaint()));
        const auto li = m_hall->signIn("li");
        m_number = m_hall->files(li).open(kReception, CaseHall::registration())->number;
    }

    void comesOutAsItWasPutIn_data()
    {
        QTest::addColumn<int>("size");
        for (const int size : {0, 1, 65535, 65536, 65537, 2 * 65536, 20 * 65536 + 5})
            QTest::addRow("%d bytes", size) << size;
    }
    void comesOutAsItWasPutIn()
    {
        QFETCH(int, size);
        const QByteArray bytes = noise(size);
        const auto li = m_hall->signIn("li");
        const auto entry = add(li, bytes);
        QVERIFY2(entry.ok(), entry.ok() ? "" : qPrintable(entry.error().message));
        const auto facts = attachmentOf(*entry);
        QVERIFY(facts);
        QCOMPARE(facts->name, kPhoto);
        QCOMPARE(facts->size, qint64(size));
        QCOMPARE(facts->chunks, std::max<qint64>(1, (size + 65535) / 65536));
        seal::RunningHash hash;
        hash.add(bytes);
        QCOMPARE(facts->hash, hash.result());
        // A colleague of the block has it, too.
        const auto wang = m_hall->signIn("wang");
        auto files = m_hall->files(wang);
        Attachments attachments(files, *m_hall->office, wang);
        QBuffer out;
        out.open(QIODevice::WriteOnly);
        QVERIFY(attachments.save(m_number, entry->sequence, out).ok());
        QVERIFY(out.data() == bytes);
        QVERIFY(attachments.read(m_number, entry->sequence, size)->view() == bytes);
        if (size > 0)
            QCOMPARE(attachments.read(m_number, entry->sequence, size - 1).error().code, ErrorCode::TextTooLong);
        QVERIFY(verifyCases(*m_hall->office)->broken.isEmpty());
        QCOMPARE(count("case_upload"), 0);
    }
    void aPipeIsReadToItsEnd()
    {
        const QByteArray bytes = noise(200'000);
        Drip drip(bytes);
        const auto li = m_hall->signIn("li");
        auto files = m_hall->files(li);
        Attachments attachments(files, *m_hall->office, li);
        const auto entry = attachments.add(m_number, {kPhoto}, drip);
        QVERIFY2(entry.ok(), entry.ok() ? "" : qPrintable(entry.error().message));
        QVERIFY(attachments.read(m_number, entry->sequence, bytes.size())->view() == bytes);
    }
    void theTypeIsToldFromTheContent_data()
    {
        QTest::addColumn<QByteArray>("bytes");
        QTest::addColumn<QString>("name");
        QTest::addColumn<QString>("type");
        const QByteArray png = QByteArray::fromHex("89504e470d0a1a0a0000000d49484452000000010000000108060000001f15c489");
        QTest::newRow("png") << png << QStringLiteral("a.png") << QStringLiteral("image/png");
        QTest::newRow("png that says it is text") << png << QStringLiteral("a.txt") << QStringLiteral("image/png");
        QTest::newRow("pdf without a name for it") << QByteArray("%PDF-1.7\n1 0 obj\n") << QStringLiteral("x") << QStringLiteral("application/pdf");
        QTest::newRow("program that says it is a photo") << QByteArray("\x7f" "ELF\x02\x01\x01") + QByteArray(64, '\0') << QStringLiteral("a.jpg")
                                                         << QStringLiteral("application/x-executable");
        QTest::newRow("text") << QByteArray("letter") << QStringLiteral("a.txt") << QStringLiteral("text/plain");
    }
    void theTypeIsToldFromTheContent()
    {
        QFETCH(QByteArray, bytes);
        QFETCH(QString, name);
        QFETCH(QString, type);
        const auto li = m_hall->signIn("li");
        QCOMPARE(attachmentOf(*add(li, bytes, name))->mediaType, type);
    }
    void thePathOfTheMachineIsDropped()
    {
        const auto li = m_hall->signIn("li");
        QCOMPARE(attachmentOf(*add(li, "x", QStringLiteral("/home/li/王大爷/证据.txt")))->name, QStringLiteral("证据.txt"));
        QCOMPARE(attachmentOf(*add(li, "x", QStringLiteral("C:\\Users\\li\\a.txt")))->name, QStringLiteral("a.txt"));
        QCOMPARE(attachmentOf(*add(li, "x", QStringLiteral("\u202Egpj.exe\n")))->name, QStringLiteral("gpj.exe"));
        for (const QString& name : {QString(), QStringLiteral("/"), QString(201, QLatin1Char('x'))})
            QCOMPARE(add(li, "x", name).error().code, ErrorCode::InvalidArgument);
    }
    void moreThanTwoGibibytesAreRefusedAtOnce()
    {
        const auto li = m_hall->signIn("li");
        auto files = m_hall->files(li);
        Attachments attachments(files, *m_hall->office, li);
        Hollow hollow(kLargestAttachment + 1);
        QCOMPARE(attachments.add(m_number, {kPhoto}, hollow).error().code, ErrorCode::TextTooLong);
        nothingWasKept();
    }
    void whatIsStoppedLeavesNothing()
    {
        const auto li = m_hall->signIn("li");
        auto files = m_hall->files(li);
        Attachments attachments(files, *m_hall->office, li);
        QBuffer source;
        source.setData(noise(40 * 65536));
        source.open(QIODevice::ReadOnly);
        qint64 seen = 0;
        const auto stopped = attachments.add(m_number, {kPhoto}, source, [&](qint64 done, qint64 whole) {
            seen = done;
            return whole == 40 * 65536 && done < 30 * 65536;
        });
        QCOMPARE(stopped.error().code, ErrorCode::Cancelled);
        QCOMPARE(seen, qint64(30 * 65536));
        nothingWasKept();
        Torn torn(20 * 65536);
        QCOMPARE(attachments.add(m_number, {kPhoto}, torn).error().code, ErrorCode::FileUnreadable);
        nothingWasKept();
    }
    /// The program dies while it puts something in; a day later whoever puts in the next takes it away. What counts stays.
    void theRestOfADeadProgramIsSweptAway()
    {
        const auto li = m_hall->signIn("li");
        const auto kept = add(li, noise(100'000));
        auto& db = m_hall->db();
        const QByteArray id(16, 'd');
        QVERIFY(beginUpload(db, id, m_hall->clock.now()).ok());
        QVERIFY(addChunks(db, id, 1, QList<SealedChunk>(70, {"s", "h"}), m_hall->clock.now()).ok());
        auto files = m_hall->files(li);
        Attachments attachments(files, *m_hall->office, li);
        m_hall->clock.advance(std::chrono::hours(23));
        QCOMPARE(attachments.sweep().value(), 0);
        QVERIFY(addChunks(db, id, 71, {{"s", "h"}}, m_hall->clock.now()).ok()); // it lives
        m_hall->clock.advance(std::chrono::hours(2));
        QCOMPARE(attachments.sweep().value(), 0);
        m_hall->clock.advance(std::chrono::hours(24));
        QVERIFY(add(li, "x").ok());
        QCOMPARE(count("case_upload"), 0);
        QCOMPARE(db.value<int>("SELECT count(*) FROM case_attachment_chunk WHERE attachment = $1", id).value().value(), 0);
        QCOMPARE(addChunks(db, id, 72, {{"s", "h"}}, m_hall->clock.now()).error().code, ErrorCode::Cancelled);
        QVERIFY(attachments.read(m_number, kept->sequence, 100'000).ok());
        QVERIFY(verifyCases(*m_hall->office)->broken.isEmpty());
    }
    void othersHaveNothingOfIt()
    {
        const auto li = m_hall->signIn("li");
        const auto entry = add(li, noise(1000));
        for (const char* login : {"zhao", "sys", "aud"}) {
            const auto stranger = m_hall->signIn(login);
            auto files = m_hall->files(stranger);
            Attachments attachments(files, *m_hall->office, stranger);
            QCOMPARE(attachments.read(m_number, entry->sequence, 10'000).error().code, ErrorCode::PermissionDenied);
            QCOMPARE(add(stranger, "x").error().code, ErrorCode::PermissionDenied);
        }
        QCOMPARE(m_hall->office->audit().list().value().first().kind, kCaseRefused);
    }
    void eachTimeItIsTakenOutIsARecord()
    {
        const auto li = m_hall->signIn("li");
        const auto entry = add(li, "x");
        auto files = m_hall->files(li);
        Attachments attachments(files, *m_hall->office, li);
        QVERIFY(attachments.read(m_number, entry->sequence, 10).ok());
        const store::AuditRecord opened = m_hall->office->audit().list(1)->first();
        QCOMPARE(opened.kind, kAttachmentOpened);
        QCOMPARE(opened.subject, m_number + QStringLiteral(" 2"));
        QTemporaryDir folder;
        QVERIFY(attachments.saveTo(m_number, entry->sequence, folder.filePath(QStringLiteral("x"))).ok());
        QCOMPARE(m_hall->office->audit().list(1)->first().kind, kAttachmentSaved);
        QCOMPARE(attachments.read(m_number, 1, 10).error().code, ErrorCode::InvalidArgument);
        QCOMPARE(attachments.read(m_number, 9, 10).error().code, ErrorCode::InvalidArgument);
    }

    void changedChunksAreNamedAndNotGivenOut_data()
    {
        QTest::addColumn<QByteArray>("sql");
        const QByteArray chunk = "UPDATE case_attachment_chunk SET sealed = (SELECT b.sealed FROM case_attachment_chunk b WHERE "
                                 "b.attachment = case_attachment_chunk.attachment AND b.n = ";
        QTest::newRow("lost") << QByteArray("DELETE FROM case_attachment_chunk WHERE n = 2");
        QTest::newRow("the last lost") << QByteArray("DELETE FROM case_attachment_chunk WHERE n = 4");
        QTest::newRow("the last lost and the row mended")
            << QByteArray("DELETE FROM case_attachment_chunk WHERE n = 4; UPDATE case_attachment SET chunks = 3, head = (SELECT hash FROM "
                          "case_attachment_chunk WHERE n = 3)");
        QTest::newRow("repeated") << chunk + "1) WHERE n = 2";
        QTest::newRow("swapped") << QByteArray("UPDATE case_attachment_chunk SET n = -n WHERE n IN (2, 3); UPDATE case_attachment_chunk SET n = 5 + n "
                                               "WHERE n < 0");
        QTest::newRow("cut short") << QByteArray("UPDATE case_attachment_chunk SET sealed = substr(sealed, 1, 1000) WHERE n = 3");
        QTest::newRow("the last cut short, its hash and the row mended")
            << QByteArray("UPDATE case_attachment_chunk SET sealed = substr(sealed, 1, 20), hash = substr(hash, 1, 31) WHERE n = 4; UPDATE "
                          "case_attachment SET head = (SELECT hash FROM case_attachment_chunk WHERE n = 4)");
        QTest::newRow("all removed") << QByteArray("DELETE FROM case_attachment_chunk");
        QTest::newRow("all removed, and the row") << QByteArray("DELETE FROM case_attachment; DELETE FROM case_attachment_chunk");
    }
    void changedChunksAreNamedAndNotGivenOut()
    {
        QFETCH(QByteArray, sql);
        const auto li = m_hall->signIn("li");
        const auto entry = add(li, noise(4 * 65536));
        QVERIFY(entry.ok());
        dropGuards();
        const auto done = m_hall->db().script(sql);
        QVERIFY2(done.ok(), done.ok() ? "" : qPrintable(done.error().message));
        const auto verdict = verifyCases(*m_hall->office);
        QVERIFY(!verdict->broken.isEmpty());
        QCOMPARE(verdict->broken.first().number, m_number);
        QCOMPARE(verdict->broken.first().sequence, entry->sequence);
        auto files = m_hall->files(li);
        Attachments attachments(files, *m_hall->office, li);
        QCOMPARE(attachments.read(m_number, entry->sequence, 1 << 20).error().code, ErrorCode::SealInvalid);
        QTemporaryDir folder;
        QCOMPARE(attachments.saveTo(m_number, entry->sequence, folder.filePath(QStringLiteral("x"))).error().code, ErrorCode::SealInvalid);
        QVERIFY(QDir(folder.path()).isEmpty(QDir::AllEntries | QDir::Hidden | QDir::NoDotAndDotDot));
    }
    void somethingAddedIsNamed()
    {
        const auto li = m_hall->signIn("li");
        QVERIFY(add(li, noise(65536)).ok());
        dropGuards();
        QVERIFY(m_hall->db().execute("INSERT INTO case_attachment_chunk SELECT attachment, 2, sealed, hash FROM case_attachment_chunk").ok());
        QVERIFY(!verifyCases(*m_hall->office)->broken.isEmpty());
    }
    /// An attachment of one case in another: the same block, the same clerk, another petitioner.
    void nothingMovesToAnotherCase()
    {
        const auto li = m_hall->signIn("li");
        const auto mine = add(li, noise(1000));
        const QString other = m_hall->files(li).open(kReception, CaseHall::registration())->number;
        QVERIFY(m_hall->files(li).append(other, QStringLiteral("attachment"), mine->content).ok());
        auto files = m_hall->files(li);
        QCOMPARE(Attachments(files, *m_hall->office, li).read(other, 2, 10'000).error().code, ErrorCode::SealInvalid);
    }
    void theStoreItselfRefusesChanges()
    {
        const auto li = m_hall->signIn("li");
        QVERIFY(add(li, noise(65537)).ok());
        for (const char* sql : {"UPDATE case_attachment SET chunks = 1", "DELETE FROM case_attachment", "UPDATE case_attachment_chunk SET n = 9",
                                "DELETE FROM case_attachment_chunk WHERE n = 2",
                                "INSERT INTO case_attachment_chunk SELECT attachment, 3, sealed, hash FROM case_attachment_chunk WHERE n = 2"})
            QVERIFY2(!m_hall->db().script(sql).ok(), sql);
    }
    /// While something large goes in, others write: none of them waits for the end of it.
    void othersWriteMeanwhile()
    {
        const auto li = m_hall->signIn("li");
        std::atomic<int> notes = 0;
        std::atomic<bool> over = false;
        std::thread colleague([&] {
            auto office = store::CaseOffice::open(m_hall->place(), m_hall->clock).value();
            const auto wang = office->staff().signIn(QStringLiteral("wang"), seal::SecretBuffer::copyOf("wang")).value();
            CaseFiles files(*office, wang, m_hall->rules, QStringLiteral("zh"));
            while (!over)
                notes += files.append(m_number, QStringLiteral("note"), CaseHall::text(QStringLiteral("同时"))).ok() ? 1 : 0;
        });
        const auto entry = add(li, noise(24 << 20));
        over = true;
        colleague.join();
        QVERIFY2(entry.ok(), entry.ok() ? "" : qPrintable(entry.error().message));
        QVERIFY2(notes >= 5, qPrintable(QString::number(notes)));
        QVERIFY(verifyCases(*m_hall->office)->broken.isEmpty());
    }
    void theKeyIsNotShown()
    {
        const auto li = m_hall->signIn("li");
        const auto entry = add(li, "x");
        const QJsonObject whole = entry->content.value(QLatin1String("attachment")).toObject();
        QVERIFY(whole.contains(QLatin1String("key")));
        const QJsonObject shown = withoutAttachmentKey(entry->content).value(QLatin1String("attachment")).toObject();
        QVERIFY(!shown.contains(QLatin1String("key")));
        QCOMPARE(shown.value(QLatin1String("size")).toInteger(), qint64(1));
        QCOMPARE(withoutAttachmentKey(CaseHall::text(QStringLiteral("a"))), CaseHall::text(QStringLiteral("a")));
    }

private:
    base::Result<CaseEntry> add(const store::SignedIn& person, const QByteArray& bytes, const QString& name = kPhoto)
    {
        QBuffer source;
        source.setData(bytes);
        source.open(QIODevice::ReadOnly);
        auto files = m_hall->files(person);
        return Attachments(files, *m_hall->office, person).add(m_number, {name}, source);
    }
    int count(const char* table) { return m_hall->db().value<int>(std::string("SELECT count(*) FROM ") + table).value().value(); }
    void nothingWasKept()
    {
        for (const char* table : {"case_upload", "case_attachment_chunk", "case_attachment"})
            QCOMPARE(count(table), 0);
        QCOMPARE(count("case_entry"), 1);
    }
    /// Whoever owns the store can.
    void dropGuards()
    {
        const QByteArray script = CaseHall::onServer()
            ? QByteArray("ALTER TABLE case_attachment DISABLE TRIGGER ALL; ALTER TABLE case_attachment_chunk DISABLE TRIGGER ALL")
            : QByteArray("DROP TRIGGER case_attachment_unchanged; DROP TRIGGER case_attachment_kept; DROP TRIGGER case_attachment_chunk_unchanged; "
                         "DROP TRIGGER case_attachment_chunk_kept; DROP TRIGGER case_attachment_chunk_closed");
        QVERIFY(m_hall->db().script(script).ok());
    }

    std::unique_ptr<CaseHall> m_hall;
    QString m_number;
};

QTEST_GUILESS_MAIN(AttachmentsTest)
#include "tst_attachments.moc"
