// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/casefile/attachment_rows.h"

#include "app/casefile/texts.h"
#include "app/seal/bundle.h"
#include "app/sql/connection.h"

namespace hall::casefile {

using base::Error;
using base::ErrorCode;
using base::Result;
using base::Status;
using sql::Mode;

namespace {

constexpr qint64 kChunksAtOnce = 64;

} // namespace

QByteArray chainedChunk(const QByteArray& previous, const QByteArray& sealed)
{
    return seal::hash("hall.chunk.v1", previous + sealed);
}

QString attachmentSubject(const QString& number, const AttachmentRow& row)
{
    return QStringLiteral("%1 %2 %3 %4 %5").arg(number, QString::number(row.sequence), QString::fromLatin1(row.id.toHex()),
                                                QString::number(row.chunks), QString::fromLatin1(row.head.toHex()));
}

Status beginUpload(sql::Connection& cases, const QByteArray& id, base::Timestamp now)
{
    return cases.execute("INSERT INTO case_upload (id, alive_at) VALUES ($1, $2)", id, now);
}

Status addChunks(sql::Connection& cases, const QByteArray& id, qint64 first, const QList<SealedChunk>& chunks, base::Timestamp now)
{
    return cases.transaction(Mode::Write, [&]() -> Status {
        HALL_TRY(cases.execute("UPDATE case_upload SET alive_at = $2 WHERE id = $1", id, now));
        if (cases.changes() != 1)
            return Error{ErrorCode::Cancelled, tr("Putting the attachment in took so long that it was given up. Try again.")};
        qint64 n = first;
        for (const SealedChunk& chunk : chunks)
            HALL_TRY(cases.execute("INSERT INTO case_attachment_chunk (attachment, n, sealed, hash) VALUES ($1, $2, $3, $4)", id, n++,
                                   chunk.sealed, chunk.hash));
        return {};
    });
}

Status finishUpload(sql::Connection& cases, const AttachmentRow& row)
{
    HALL_ASSIGN(const auto there, cases.value<qint64>("SELECT count(*) FROM case_attachment_chunk WHERE attachment = $1", row.id));
    if (there.value_or(0) != row.chunks)
        return Error{ErrorCode::Cancelled, tr("Part of the attachment was removed while it was put in. Try again.")};
    HALL_TRY(cases.execute("DELETE FROM case_upload WHERE id = $1", row.id));
    return cases.execute("INSERT INTO case_attachment (id, case_id, seq, chunks, head) VALUES ($1, $2, $3, $4, $5)", row.id, row.caseId,
                         row.sequence, row.chunks, row.head);
}

Status removeUpload(sql::Connection& cases, const QByteArray& id)
{
    for (qint64 first = 1;; first += kChunksAtOnce) {
        qint64 removed = 0;
        HALL_TRY(cases.transaction(Mode::Write, [&]() -> Status {
            HALL_TRY(cases.execute("DELETE FROM case_attachment_chunk WHERE attachment = $1 AND n >= $2 AND n < $3", id, first,
                                   first + kChunksAtOnce));
            removed = cases.changes();
            return removed > 0 ? Status() : cases.execute("DELETE FROM case_upload WHERE id = $1", id);
        }));
        if (removed == 0)
            return {};
    }
}

Result<QList<QByteArray>> deadUploads(sql::Connection& cases, base::Timestamp since)
{
    HALL_ASSIGN(auto rows, cases.query("SELECT id FROM case_upload WHERE alive_at < $1", since));
    QList<QByteArray> ids;
    while (true) {
        HALL_ASSIGN(const bool more, rows.next());
        if (!more)
            return ids;
        ids.append(rows.get<QByteArray>(0));
    }
}

Result<QList<AttachmentRow>> readAttachments(sql::Connection& cases, const QByteArray& caseId)
{
    HALL_ASSIGN(auto rows,
                cases.query("SELECT id, case_id, seq, chunks, head FROM case_attachment WHERE case_id = $1 ORDER BY seq", caseId));
    QList<AttachmentRow> list;
    while (true) {
        HALL_ASSIGN(const bool more, rows.next());
        if (!more)
            return list;
        list.append({rows.get<QByteArray>(0), rows.get<QByteArray>(1), rows.get<qint64>(2), rows.get<qint64>(3), rows.get<QByteArray>(4)});
    }
}

Result<SealedChunk> readChunk(sql::Connection& cases, const QByteArray& id, qint64 n)
{
    HALL_ASSIGN(auto rows, cases.query("SELECT sealed, hash FROM case_attachment_chunk WHERE attachment = $1 AND n = $2", id, n));
    HALL_ASSIGN(const bool found, rows.next());
    return found ? SealedChunk{rows.get<QByteArray>(0), rows.get<QByteArray>(1)} : SealedChunk();
}

Result<QStringList> faultyChunks(sql::Connection& cases, const AttachmentRow& row)
{
    QStringList faults;
    QByteArray previous;
    for (qint64 n = 1; n <= row.chunks; ++n) {
        HALL_ASSIGN(const SealedChunk chunk, readChunk(cases, row.id, n));
        if (chunk.sealed.isEmpty())
            faults.append(tr("has lost chunk %1 of %2 of its attachment").arg(n).arg(row.chunks));
        else if (chainedChunk(previous, chunk.sealed) != chunk.hash)
            faults.append(tr("has an attachment whose chunk %1 of %2 was changed").arg(n).arg(row.chunks));
        previous = chunk.hash;
    }
    if (faults.isEmpty() && previous != row.head)
        faults.append(tr("has an attachment whose last chunk was changed"));
    HALL_ASSIGN(const auto beyond, cases.value<qint64>("SELECT count(*) FROM case_attachment_chunk WHERE attachment = $1 AND (n < 1 OR n > $2)",
                                                       row.id, row.chunks));
    if (beyond.value_or(0) > 0)
        faults.append(tr("has an attachment to which something was added"));
    return faults;
}

} // namespace hall::casefile
