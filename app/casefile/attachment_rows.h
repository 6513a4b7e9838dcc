// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/base/clock.h"
#include "app/base/result.h"

#include <QByteArray>
#include <QList>

namespace hall::sql {
class Connection;
}

namespace hall::casefile {

/// The rows of the case store that hold attachments; nothing is opened here.

inline const QString kAttachmentAdded = QStringLiteral("attachment-added");

/// A sealed chunk, and its hash chained to the one before.
struct SealedChunk
{
    QByteArray sealed;
    QByteArray hash;
};
QByteArray chainedChunk(const QByteArray& previous, const QByteArray& sealed);

struct AttachmentRow
{
    QByteArray id;
    QByteArray caseId;
    qint64 sequence = 0; ///< of its entry
    qint64 chunks = 0;
    QByteArray head;     ///< hash of the last chunk
    bool operator==(const AttachmentRow&) const = default;
};

/// "2026-000123 4 9f… 12 a1…": case, entry, attachment, chunks, head. With it the audit trail witnesses each attachment.
QString attachmentSubject(const QString& number, const AttachmentRow& row);

base::Status beginUpload(sql::Connection& cases, const QByteArray& id, base::Timestamp now);
/// Adds chunks behind `first - 1`. Errors: Cancelled, when the upload was swept away meanwhile.
base::Status addChunks(sql::Connection& cases, const QByteArray& id, qint64 first, const QList<SealedChunk>& chunks,
                       base::Timestamp now);
/// In the transaction that writes the entry: from now on the attachment counts.
base::Status finishUpload(sql::Connection& cases, const AttachmentRow& row);
/// Takes back what did not finish, bundle by bundle.
base::Status removeUpload(sql::Connection& cases, const QByteArray& id);
/// Uploads without a sign of life since then.
base::Result<QList<QByteArray>> deadUploads(sql::Connection& cases, base::Timestamp since);

base::Result<QList<AttachmentRow>> readAttachments(sql::Connection& cases, const QByteArray& caseId);
/// sealed is empty where there is no such chunk.
base::Result<SealedChunk> readChunk(sql::Connection& cases, const QByteArray& id, qint64 n);
/// What is wrong with an attachment's chunks, in words, chunk by chunk; needs no key.
base::Result<QStringList> faultyChunks(sql::Connection& cases, const AttachmentRow& row);

} // namespace hall::casefile
