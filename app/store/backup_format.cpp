// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/store/backup_format.h"

#include "app/store/texts.h"

#include <QJsonDocument>
#include <QtEndian>
#include <cstring>

namespace hall::store {

using base::Error;
using base::ErrorCode;
using base::Result;
using base::Status;
using seal::SecretBuffer;
using sql::Value;
using Kind = BackupPiece::Kind;

namespace {

constexpr QByteArrayView kMagic("AHBK", 4);
constexpr char kVersion = 1;
constexpr qsizetype kStreamHeader = 24;
constexpr qsizetype kPieceHeader = 1 + 4;
constexpr qsizetype kSealedChunk = seal::kStreamChunk + seal::kStreamOverhead;
constexpr quint32 kLargestPiece = 64U << 20; // an entry has 16 MiB at most

Error damaged()
{
    return {ErrorCode::SealInvalid, tr("This backup was changed, is cut off, or belongs to another key. Nothing of it was used; take another copy, "
                                       "and check that the key file was written with it.")};
}
Error full()
{
    return {ErrorCode::DiskFull, tr("The backup could not be written to its end. Make room, then try again; nothing was left behind.")};
}

QByteArray context()
{
    return QByteArrayLiteral("hall.backup.v1");
}

template <class Number>
void appendNumber(QByteArray& to, Number number)
{
    const Number big = qToBigEndian(number);
    to.append(reinterpret_cast<const char*>(&big), sizeof big);
}

void appendBytes(QByteArray& to, char tag, const QByteArray& bytes)
{
    to.append(tag);
    appendNumber(to, static_cast<quint32>(bytes.size()));
    to.append(bytes);
}

QByteArray written(const RowValues& row)
{
    QByteArray bytes;
    for (const Value& cell : row) {
        std::visit([&]<class T>(const T& value) {
            if constexpr (std::is_same_v<T, std::monostate>) {
                bytes.append('0');
            } else if constexpr (std::is_same_v<T, QString>) {
                appendBytes(bytes, 't', value.toUtf8());
            } else if constexpr (std::is_same_v<T, QByteArray>) {
                appendBytes(bytes, 'b', value);
            } else {
                bytes.append(std::is_same_v<T, double> ? 'r' : 'i');
                quint64 raw = 0;
                static_assert(sizeof raw == sizeof value);
                std::memcpy(&raw, &value, sizeof raw);
                appendNumber(bytes, raw);
            }
        }, cell);
    }
    return bytes;
}

/// nullopt where the bytes are no row.
std::optional<RowValues> readRow(QByteArrayView bytes)
{
    RowValues row;
    while (!bytes.isEmpty()) {
        const char tag = bytes.front();
        bytes = bytes.sliced(1);
        if (tag == '0') {
            row.append(Value());
            continue;
        }
        const bool fixed = tag == 'i' || tag == 'r';
        const qsizetype head = fixed ? 8 : 4;
        if (bytes.size() < head || (!fixed && tag != 't' && tag != 'b'))
            return std::nullopt;
        if (fixed) {
            const quint64 raw = qFromBigEndian<quint64>(bytes.data());
            double real = 0;
            std::memcpy(&real, &raw, sizeof real);
            row.append(tag == 'r' ? Value(real) : Value(static_cast<qint64>(raw)));
            bytes = bytes.sliced(head);
            continue;
        }
        const qsizetype length = qFromBigEndian<quint32>(bytes.data());
        if (bytes.size() - head < length)
            return std::nullopt;
        const QByteArrayView content = bytes.sliced(head, length);
        row.append(tag == 't' ? Value(QString::fromUtf8(content)) : Value(content.toByteArray()));
        bytes = bytes.sliced(head + length);
    }
    return row;
}

} // namespace

BackupWriter::BackupWriter(QIODevice& target, const SecretBuffer& key)
    : m_target(target)
    , m_sealer(std::make_unique<seal::StreamSealer>(key, context()))
    , m_chunk(static_cast<std::size_t>(seal::kStreamChunk))
{
}

BackupWriter::~BackupWriter() = default;

Status BackupWriter::object(Kind kind, const QJsonObject& object)
{
    return piece(kind, QJsonDocument(object).toJson(QJsonDocument::Compact));
}

Status BackupWriter::key(const QString& name, const SecretBuffer& secret)
{
    const QByteArray label = name.toUtf8() + '\0';
    SecretBuffer bytes(static_cast<std::size_t>(label.size()) + secret.size());
    std::memcpy(bytes.data(), label.constData(), static_cast<std::size_t>(label.size()));
    std::memcpy(bytes.data() + label.size(), secret.data(), secret.size());
    return piece(Kind::Key, bytes.view());
}

Status BackupWriter::row(const RowValues& row)
{
    return piece(Kind::Row, written(row));
}

Status BackupWriter::end(qint64 records)
{
    HALL_TRY(object(Kind::End, {{QStringLiteral("records"), records}, {QStringLiteral("hash"), QString::fromLatin1(m_plain.result().toHex())}}));
    return flush(true);
}

Status BackupWriter::piece(Kind kind, QByteArrayView bytes)
{
    QByteArray header(1, static_cast<char>(kind));
    appendNumber(header, static_cast<quint32>(bytes.size()));
    if (kind != Kind::End) {
        m_plain.add(header);
        m_plain.add(bytes);
    }
    HALL_TRY(put(header));
    return put(bytes);
}

Status BackupWriter::put(QByteArrayView plain)
{
    while (!plain.isEmpty()) {
        if (m_filled == seal::kStreamChunk)
            HALL_TRY(flush(false));
        const qsizetype some = std::min(plain.size(), seal::kStreamChunk - m_filled);
        std::memcpy(m_chunk.data() + m_filled, plain.data(), static_cast<std::size_t>(some));
        m_filled += some;
        plain = plain.sliced(some);
    }
    return {};
}

Status BackupWriter::flush(bool last)
{
    if (!std::exchange(m_begun, true))
        HALL_TRY(write(kMagic.toByteArray() + kVersion + m_sealer->header()));
    const QByteArray sealed = m_sealer->seal(m_chunk.view().first(m_filled), last);
    m_filled = 0;
    return write(sealed);
}

Status BackupWriter::write(QByteArrayView bytes)
{
    m_file.add(bytes);
    return m_target.write(bytes.data(), bytes.size()) == bytes.size() ? Status() : Status(full());
}

BackupReader::BackupReader(QIODevice& source, seal::StreamOpener opener)
    : m_source(&source)
    , m_opener(std::move(opener))
{
}

Result<BackupReader> BackupReader::open(QIODevice& source, const SecretBuffer& key)
{
    const QByteArray head = source.read(kMagic.size() + 1 + kStreamHeader);
    if (head.size() != kMagic.size() + 1 + kStreamHeader || !head.startsWith(kMagic))
        return Error{ErrorCode::NotAPackage, tr("This file is no backup of a hall, or its beginning was changed.")};
    if (head.at(kMagic.size()) != kVersion)
        return Error{ErrorCode::StoreNewer, tr("This backup was made by a newer Accord Hall, or its beginning was changed. Update this machine first.")};
    auto opener = seal::StreamOpener::begin(key, head.last(kStreamHeader), context());
    if (!opener.ok())
        return damaged();
    BackupReader reader(source, std::move(opener).value());
    reader.m_file.add(head);
    return reader;
}

Status BackupReader::readChunk()
{
    if (m_opener.finished())
        return damaged();
    const QByteArray sealed = m_source->read(kSealedChunk);
    m_file.add(sealed);
    const auto plain = m_opener.open(sealed);
    if (!plain.ok())
        return damaged();
    std::memset(m_waiting.data(), 0, static_cast<std::size_t>(m_at));
    m_waiting.remove(0, m_at);
    m_at = 0;
    m_waiting.append(*plain);
    return {};
}

Status BackupReader::need(qsizetype bytes)
{
    while (m_waiting.size() - m_at < bytes)
        HALL_TRY(readChunk());
    return {};
}

Result<BackupPiece> BackupReader::next()
{
    HALL_TRY(need(kPieceHeader));
    const quint32 length = qFromBigEndian<quint32>(m_waiting.constData() + m_at + 1);
    if (length > kLargestPiece)
        return damaged();
    HALL_TRY(need(kPieceHeader + length));
    const QByteArrayView whole = QByteArrayView(m_waiting).sliced(m_at, kPieceHeader + length);
    if (whole.front() != static_cast<char>(Kind::End))
        m_plain.add(whole);
    auto piece = parsed(whole.front(), whole.sliced(kPieceHeader));
    m_at += kPieceHeader + length;
    return piece.ok() && piece->kind == Kind::End ? ended(piece->object) : std::move(piece);
}

Result<BackupPiece> BackupReader::parsed(char kind, QByteArrayView bytes)
{
    BackupPiece piece;
    piece.kind = static_cast<Kind>(kind);
    switch (piece.kind) {
    case Kind::Row: {
        auto row = readRow(bytes);
        if (!row)
            return damaged();
        piece.row = std::move(*row);
        ++m_rows;
        return piece;
    }
    case Kind::Key: {
        const qsizetype end = bytes.indexOf('\0');
        if (end < 0)
            return damaged();
        piece.name = QString::fromUtf8(bytes.first(end));
        piece.secret = SecretBuffer::copyOf(bytes.sliced(end + 1));
        return piece;
    }
    case Kind::Hall:
    case Kind::Table:
    case Kind::TableEnd:
    case Kind::End:
        piece.object = QJsonDocument::fromJson(bytes.toByteArray()).object();
        return piece;
    }
    return damaged();
}

Result<BackupPiece> BackupReader::ended(const QJsonObject& object)
{
    const bool whole = m_opener.finished() && m_at == m_waiting.size() && m_source->read(1).isEmpty()
        && object.value(QLatin1StringView("records")).toInteger(-1) == m_rows
        && object.value(QLatin1StringView("hash")).toString() == QString::fromLatin1(m_plain.result().toHex());
    if (!whole)
        return damaged();
    BackupPiece piece;
    piece.object = object;
    return piece;
}

} // namespace hall::store
