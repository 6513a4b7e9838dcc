// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/casefile/attachments.h"

#include "app/casefile/attachment_rows.h"
#include "app/casefile/texts.h"
#include "app/seal/sealed_stream.h"
#include "app/sql/connection.h"

#include <QMimeDatabase>
#include <QSaveFile>
#include <cstring>

namespace hall::casefile {

using base::Error;
using base::ErrorCode;
using base::Result;
using base::Status;
using seal::SecretBuffer;
using sql::Mode;

namespace {

constexpr qsizetype kChunksInATransaction = 16; // a mebibyte: others wait for some milliseconds at most
constexpr std::size_t kIdBytes = 16;
constexpr qsizetype kLongestName = 200;
constexpr auto kDeadAfter = std::chrono::hours(24);

const QString kField = QStringLiteral("attachment");
const QString kKey = QStringLiteral("key");
const QString kHeader = QStringLiteral("header");

QString hex(QByteArrayView bytes)
{
    return QString::fromLatin1(bytes.toByteArray().toHex());
}

Error tooLarge()
{
    return {ErrorCode::TextTooLong, tr("An attachment has 2 GiB at most. Split it, or keep the original and note where it lies.")};
}
Error cancelled()
{
    return {ErrorCode::Cancelled, tr("Stopped. Nothing was kept of it.")};
}
Error broken(const QString& number, qint64 sequence)
{
    return {ErrorCode::SealInvalid, tr("The attachment of entry %1 of case %2 was changed or is not whole. Nothing of it is given out; tell "
                                       "the audit administrator.")
                                        .arg(QString::number(sequence), number)};
}

/// A chunk cannot be taken out and put into another attachment, nor an attachment into another case.
QByteArray contextOf(const QByteArray& caseId, const QByteArray& id)
{
    return QByteArrayLiteral("hall.attachment.v1") + caseId + id;
}

/// What people call it, without the path of the machine that it came from.
Result<QString> cleanName(const QString& given)
{
    QString name;
    const QString last = given.section(QLatin1Char('/'), -1).section(QLatin1Char('\\'), -1);
    for (const QChar c : last) {
        if (c.category() != QChar::Other_Control && c.category() != QChar::Other_Format)
            name.append(c);
    }
    name = name.trimmed();
    if (name.isEmpty() || name.size() > kLongestName)
        return Error{ErrorCode::InvalidArgument, tr("Give the attachment a name of 1 to %1 characters.").arg(kLongestName)};
    return name;
}

/// The content decides; the name only says more exactly what the content allows (a ZIP that is a DOCX).
QString sniffed(QByteArrayView beginning, const QString& name)
{
    const QMimeDatabase types;
    const QMimeType byContent = types.mimeTypeForData(QByteArray::fromRawData(beginning.data(), beginning.size()));
    const QList<QMimeType> byName = types.mimeTypesForFileName(name);
    for (const QMimeType& type : byName) {
        if (type.inherits(byContent.name()))
            return type.name();
    }
    return byContent.name();
}

/// Reads ahead by one chunk, so that the last is known as the last. Two buffers, wiped when they go.
class ChunkReader
{
public:
    explicit ChunkReader(QIODevice& source)
        : m_source(source)
        , m_current(static_cast<std::size_t>(seal::kStreamChunk))
        , m_next(static_cast<std::size_t>(seal::kStreamChunk))
    {
    }
    Status begin() { return fill(); }
    /// The next chunk; `last` says whether it is the last. A source without bytes is one chunk without bytes.
    Result<QByteArrayView> next()
    {
        std::swap(m_current, m_next);
        const qsizetype length = m_length;
        if (length == seal::kStreamChunk)
            HALL_TRY(fill());
        else
            m_length = 0;
        m_last = m_length == 0;
        return m_current.view().first(length);
    }
    bool last() const { return m_last; }
    QByteArrayView ahead() const { return m_next.view().first(m_length); }

private:
    Status fill()
    {
        m_length = 0;
        while (m_length < seal::kStreamChunk) {
            const qint64 got = m_source.read(reinterpret_cast<char*>(m_next.data()) + m_length, seal::kStreamChunk - m_length);
            if (got < 0)
                return Error{ErrorCode::FileUnreadable, tr("The file could not be read to its end. Nothing of it was kept.")};
            if (got == 0 && (m_source.atEnd() || !m_source.waitForReadyRead(-1)))
                return {};
            m_length += got;
        }
        return {};
    }

    QIODevice& m_source;
    SecretBuffer m_current;
    SecretBuffer m_next;
    qsizetype m_length = 0;
    bool m_last = false;
};

/// An attachment on its way in; what did not finish is taken out again.
class Upload
{
public:
    Upload(sql::Connection& cases, const base::Clock& clock, const QByteArray& caseId)
        : m_cases(cases)
        , m_clock(clock)
        , m_key(SecretBuffer::random(seal::kStreamKeyBytes))
        , m_row{SecretBuffer::random(kIdBytes).view().toByteArray(), caseId, 0, 0, {}}
        , m_sealer(m_key, contextOf(caseId, m_row.id))
    {
    }
    ~Upload()
    {
        if (m_begun && !m_counts)
            (void)removeUpload(m_cases, m_row.id); // what cannot be removed now is swept away later
    }
    Q_DISABLE_COPY_MOVE(Upload)

    Status run(ChunkReader& reader, qint64 whole, const Progress& progress)
    {
        HALL_TRY(beginUpload(m_cases, m_row.id, m_clock.now()));
        m_begun = true;
        while (!reader.last()) {
            HALL_ASSIGN(const QByteArrayView plain, reader.next());
            m_size += plain.size();
            if (m_size > kLargestAttachment)
                return tooLarge();
            m_hash.add(plain);
            const QByteArray sealed = m_sealer.seal(plain, reader.last());
            m_row.head = chainedChunk(m_row.head, sealed);
            m_waiting.append({sealed, m_row.head});
            if (m_waiting.size() == kChunksInATransaction || reader.last())
                HALL_TRY(send());
            if (progress && !progress(m_size, whole))
                return cancelled();
        }
        return {};
    }
    QJsonObject facts(const QString& mediaType)
    {
        return {{QStringLiteral("id"), hex(m_row.id)},
                {QStringLiteral("media_type"), mediaType},
                {QStringLiteral("size"), m_size},
                {QStringLiteral("hash"), hex(m_hash.result())},
                {QStringLiteral("chunks"), m_row.chunks},
                {kHeader, hex(m_sealer.header())},
                {kKey, hex(m_key.view())}};
    }
    /// In the transaction that writes the entry.
    Result<AttachmentRow> finish(qint64 sequence)
    {
        m_row.sequence = sequence;
        HALL_TRY(finishUpload(m_cases, m_row));
        return m_row;
    }
    void counts() { m_counts = true; }

private:
    Status send()
    {
        HALL_TRY(addChunks(m_cases, m_row.id, m_row.chunks + 1, m_waiting, m_clock.now()));
        m_row.chunks += m_waiting.size();
        m_waiting.clear();
        return {};
    }

    sql::Connection& m_cases;
    const base::Clock& m_clock;
    SecretBuffer m_key;
    AttachmentRow m_row;
    seal::StreamSealer m_sealer;
    seal::RunningHash m_hash;
    QList<SealedChunk> m_waiting;
    qint64 m_size = 0;
    bool m_begun = false;
    bool m_counts = false;
};

/// A device that writes into protected memory.
class SecretMemory final : public QIODevice
{
public:
    explicit SecretMemory(qint64 size)
        : m_bytes(static_cast<std::size_t>(size))
    {
        open(QIODevice::WriteOnly | QIODevice::Unbuffered);
    }
    SecretBuffer take() { return std::move(m_bytes); }

protected:
    qint64 readData(char*, qint64) override { return -1; }
    qint64 writeData(const char* data, qint64 size) override
    {
        if (size > static_cast<qint64>(m_bytes.size()) - m_written)
            return -1;
        std::memcpy(m_bytes.data() + m_written, data, static_cast<std::size_t>(size));
        m_written += size;
        return size;
    }

private:
    SecretBuffer m_bytes;
    qint64 m_written = 0;
};

} // namespace

std::optional<AttachmentFacts> attachmentOf(const CaseEntry& entry)
{
    const QJsonObject object = entry.content.value(kField).toObject();
    if (object.isEmpty())
        return std::nullopt;
    const auto bytes = [&](const char* field) { return QByteArray::fromHex(object.value(QLatin1StringView(field)).toString().toLatin1()); };
    return AttachmentFacts{bytes("id"),
                           entry.content.value(QLatin1StringView("name")).toString(),
                           object.value(QLatin1StringView("media_type")).toString(),
                           object.value(QLatin1StringView("size")).toInteger(),
                           bytes("hash"),
                           object.value(QLatin1StringView("chunks")).toInteger()};
}

QJsonObject withoutAttachmentKey(const QJsonObject& content)
{
    QJsonObject shown = content;
    QJsonObject attachment = content.value(kField).toObject();
    if (attachment.isEmpty())
        return shown;
    attachment.remove(kKey);
    attachment.remove(kHeader);
    shown.insert(kField, attachment);
    return shown;
}

Attachments::Attachments(CaseFiles& files, store::CaseOffice& office, const store::SignedIn& person)
    : m_files(files)
    , m_office(office)
    , m_cases(office.store().connection())
    , m_person(person)
{
}

Result<CaseEntry> Attachments::add(const QString& number, const NewAttachment& attachment, QIODevice& source,
                                   const Progress& progress, qint64 after)
{
    HALL_ASSIGN(const QString name, cleanName(attachment.name));
    const qint64 whole = source.isSequential() ? -1 : source.size() - source.pos();
    if (whole > kLargestAttachment)
        return tooLarge();
    QJsonObject content = attachment.content;
    content.insert(QStringLiteral("name"), name);
    HALL_ASSIGN(const CaseSummary summary, m_files.check(number, attachment.kind, content, after));
    HALL_TRY(sweep());
    ChunkReader reader(source);
    HALL_TRY(reader.begin());
    const QString mediaType = attachment.mediaType.isEmpty() ? sniffed(reader.ahead(), name) : attachment.mediaType;
    Upload upload(m_cases, m_office.clock(), summary.id);
    HALL_TRY(upload.run(reader, whole, progress));
    content.insert(kField, upload.facts(mediaType));
    auto written = m_cases.transaction(Mode::Write, [&]() -> Result<CaseEntry> {
        HALL_ASSIGN(const CaseEntry entry, m_files.append(number, attachment.kind, content, after));
        HALL_ASSIGN(const AttachmentRow row, upload.finish(entry.sequence));
        HALL_TRY(m_office.audit().append(kAttachmentAdded, m_person.person.login, attachmentSubject(number, row)));
        return entry;
    });
    if (written.ok())
        upload.counts();
    return written;
}

Status Attachments::stream(const CaseSummary& summary, const CaseEntry& entry, QIODevice& target, const Progress& progress)
{
    const auto facts = attachmentOf(entry);
    if (!facts)
        return Error{ErrorCode::InvalidArgument,
                     tr("Entry %1 of case %2 has no attachment.").arg(QString::number(entry.sequence), summary.number)};
    const Error fault = broken(summary.number, entry.sequence);
    const QJsonObject object = entry.content.value(kField).toObject();
    QByteArray keyBytes = QByteArray::fromHex(object.value(kKey).toString().toLatin1());
    const SecretBuffer key = SecretBuffer::takeFrom(keyBytes);
    HALL_ASSIGN(auto opener, seal::StreamOpener::begin(key, QByteArray::fromHex(object.value(kHeader).toString().toLatin1()),
                                                       contextOf(summary.id, facts->id)));
    seal::RunningHash hash;
    qint64 done = 0;
    for (qint64 n = 1; n <= facts->chunks; ++n) {
        HALL_ASSIGN(const SealedChunk chunk, readChunk(m_cases, facts->id, n));
        const auto plain = opener.open(chunk.sealed);
        if (!plain.ok())
            return fault;
        hash.add(*plain);
        done += plain->size();
        if (target.write(plain->data(), plain->size()) != plain->size())
            return Error{ErrorCode::DiskFull, tr("The attachment could not be written to its end. Make room, then try again.")};
        if (progress && !progress(done, facts->size))
            return cancelled();
    }
    return opener.finished() && done == facts->size && hash.result() == facts->hash ? Status() : Status(fault);
}

Status Attachments::save(const QString& number, qint64 sequence, QIODevice& target, const Progress& progress, const Reason& reason)
{
    HALL_ASSIGN(const auto found, m_files.entry(number, sequence, kAttachmentSaved, reason));
    return stream(found.first, found.second, target, progress);
}

Status Attachments::saveTo(const QString& number, qint64 sequence, const QString& path, const Progress& progress, const Reason& reason)
{
    QSaveFile file(path);
    if (!file.open(QIODevice::WriteOnly) || !file.setPermissions(QFileDevice::ReadOwner | QFileDevice::WriteOwner))
        return Error{ErrorCode::FileUnreadable, tr("%1 cannot be written. Check the folder and its permissions.").arg(path)};
    HALL_TRY(save(number, sequence, file, progress, reason)); // without commit() nothing stays
    if (!file.commit())
        return Error{ErrorCode::DiskFull, tr("The attachment could not be written to its end. Make room, then try again.")};
    return {};
}

Result<SecretBuffer> Attachments::read(const QString& number, qint64 sequence, qint64 limit, const Reason& reason)
{
    HALL_ASSIGN(const auto found, m_files.entry(number, sequence, kAttachmentOpened, reason));
    const auto facts = attachmentOf(found.second);
    if (facts && facts->size > limit)
        return Error{ErrorCode::TextTooLong, tr("This attachment is too large to be shown here. Save it, and open it with its program.")};
    SecretMemory memory(facts ? facts->size : 0);
    HALL_TRY(stream(found.first, found.second, memory, {}));
    return memory.take();
}

Result<int> Attachments::sweep()
{
    HALL_ASSIGN(const auto dead, deadUploads(m_cases, m_office.clock().now() - kDeadAfter));
    for (const QByteArray& id : dead)
        HALL_TRY(removeUpload(m_cases, id));
    return static_cast<int>(dead.size());
}

} // namespace hall::casefile
