// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/base/progress.h"
#include "app/casefile/case_files.h"

#include <QIODevice>

namespace hall::casefile {

inline constexpr qint64 kLargestAttachment = qint64(2) << 30;

inline const QString kAttachmentOpened = QStringLiteral("attachment-opened");
inline const QString kAttachmentSaved = QStringLiteral("attachment-saved");

/// What is put in besides the bytes.
struct NewAttachment
{
    QString name;                                 ///< as people call it; a path before it is dropped
    QString mediaType = {};                       ///< empty: told from the content
    QString kind = QStringLiteral("attachment");  ///< of the entry that carries it; "document" for one that we made
    QJsonObject content = {};                     ///< what else that entry says
};

/// What an entry says of its attachment. Everything but key and header may be shown.
struct AttachmentFacts
{
    QByteArray id;      ///< 16 bytes
    QString name;
    QString mediaType;  ///< "image/jpeg"
    qint64 size = 0;    ///< plain bytes
    QByteArray hash;    ///< BLAKE2b-256 of the plain bytes
    qint64 chunks = 0;
    bool operator==(const AttachmentFacts&) const = default;
};

/// nullopt: the entry carries none.
std::optional<AttachmentFacts> attachmentOf(const CaseEntry& entry);
/// An entry's content as it may leave the program or be searched: without the attachment's key.
QJsonObject withoutAttachmentKey(const QJsonObject& content);

/// In bytes; the whole is -1 while it is not known.
using base::Progress;

/// Attachments of case files, up to 2 GiB each, streamed: never in memory as a whole, never on disk in plain. Each is sealed
/// in chunks (seal::StreamSealer) under a key of its own that its entry carries. Chunks go in in short transactions, so that
/// others write meanwhile; the entry comes last and makes it count.
/// Errors: those of CaseFiles, TextTooLong (more than 2 GiB), Cancelled, FileUnreadable (the source), SealInvalid (a chunk was
/// changed, lost, moved or cut off), DiskFull, InvalidArgument (the entry has no attachment).
class Attachments
{
public:
    Attachments(CaseFiles& files, store::CaseOffice& office, const store::SignedIn& person);

    /// `after`: as in CaseFiles::append, asked before the first byte and again with the entry.
    base::Result<CaseEntry> add(const QString& number, const NewAttachment& attachment, QIODevice& source,
                                const Progress& progress = {}, qint64 after = 0);
    /// Writes what was put in. Each chunk is authentic when it is written, but only with success it is whole: what was
    /// written before an error is to be thrown away.
    /// `reason`: as in CaseFiles::show.
    base::Status save(const QString& number, qint64 sequence, QIODevice& target, const Progress& progress = {}, const Reason& reason = {});
    /// Into a file that appears whole or not at all, readable by this account alone.
    base::Status saveTo(const QString& number, qint64 sequence, const QString& path, const Progress& progress = {},
                        const Reason& reason = {});
    /// For showing it. TextTooLong when it has more bytes than `limit`.
    base::Result<seal::SecretBuffer> read(const QString& number, qint64 sequence, qint64 limit, const Reason& reason = {});

    /// Removes what was put in by programs that ended before they finished, a day after their last sign of life. add() does
    /// it, too. How many there were.
    base::Result<int> sweep();

private:
    base::Status stream(const CaseSummary& summary, const CaseEntry& entry, QIODevice& target, const Progress& progress);

    CaseFiles& m_files;
    store::CaseOffice& m_office;
    sql::Connection& m_cases;
    const store::SignedIn& m_person;
};

} // namespace hall::casefile
