// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/casefile/attachments.h"
#include "app/casefile/case_documents.h"
#include "app/casefile/case_clocks.h"
#include "app/casefile/case_index.h"
#include "ui/desk/cases/catch_up_loop.h"

#include <QMap>
#include <atomic>
#include <memory>

namespace hall::desk {

/// What the pages know of the law and of the catalogue; read on the worker's thread (LawShelf), never changed afterwards.
struct CaseLaw
{
    const rules::CaseworkBook& casework() const { return rules.casework; }

    casefile::CaseRules rules;
    QMap<QString, Bilingual> categories; ///< names by code
    rules::Router router;
    document::FormBook forms;
};
using CaseLawPointer = std::shared_ptr<const CaseLaw>;

/// One row of the list. `people` and `snippet` come from the vault; without one they are empty.
struct CaseRow
{
    casefile::CaseHit hit;
    std::optional<casefile::ClockReading> nearest; ///< the running clock that ends first
};

/// A case as the page shows it: opened, verified, its clocks read on today's day.
struct CaseView
{
    casefile::CaseFile file;
    QList<casefile::ClockReading> clocks; ///< running ones first, soonest first
    QList<casefile::FormOffer> forms;     ///< documents; those that can be made now first
};

/// How far something long has come; written by the worker's thread, read by the window's.
struct LongWork
{
    std::atomic<qint64> done = 0;
    std::atomic<qint64> whole = 0;
    std::atomic<bool> stop = false;
};

/// Tells it, and stops when it says so.
inline base::Progress into(std::shared_ptr<LongWork> work)
{
    return [work = std::move(work)](qint64 done, qint64 whole) {
        work->done = done;
        work->whole = whole;
        return !work->stop;
    };
}

using Drafts = QMap<QString, QJsonObject>;

/// The pages' only way to case files, as DeskGateway is to the line: store, vault and keys stay on the worker's thread, and
/// the person is whoever signed in there. Errors are those of casefile::CaseFiles, CaseIndex and Attachments; StoreUnavailable
/// while the store is away, PermissionDenied while nobody is signed in.
class CaseGateway : public QObject
{
    Q_OBJECT

public:
    using QObject::QObject;

    /// What is in force now.
    virtual Reply<CaseLawPointer> law() = 0;

    /// From the vault; where there is none, the cases' plain heads, and only the number can be looked for.
    virtual Reply<QList<CaseRow>> search(const casefile::CaseQuery& query, casefile::Typing typing) = 0;
    /// The only one that brings the vault up to date. Without a vault it is finished at once.
    virtual CatchUpLoop& catchUp() = 0;
    virtual Reply<QList<casefile::EarlierCase>> people(const casefile::PersonQuery& query) = 0;
    virtual Reply<QList<casefile::OpenDeadline>> openDeadlines(const QDate& until) = 0;

    /// `reason`: needed by whoever reads outside their duty (ReasonMissing).
    virtual Reply<CaseView> show(const QString& number, const casefile::Reason& reason) = 0;
    /// `ticket`: the visit that the case begins with; 0: a letter, a call, a transfer.
    virtual Reply<casefile::CaseSummary> open(const QString& block, const QJsonObject& registration, qint64 ticket) = 0;
    /// `after`: the newest entry that the writer has read; EntryConflict when there is a newer one.
    virtual Reply<casefile::CaseEntry> append(const QString& number, const QString& kind, const QJsonObject& content,
                                              qint64 after) = 0;

    /// Kept in the vault, on the disk when the answer comes.
    virtual Reply<bool> keepDraft(const QString& key, const QJsonObject& content) = 0;
    virtual Reply<bool> dropDraft(const QString& key) = 0;
    virtual Reply<Drafts> drafts() = 0;

    // What takes long runs beside the line's jobs, one after the other.
    virtual Reply<casefile::CaseEntry> attach(const QString& number, const QString& path, std::shared_ptr<LongWork> work) = 0;
    /// The bytes of a small attachment, for showing it. TextTooLong above `limit` bytes.
    virtual Reply<QByteArray> readAttachment(const QString& number, qint64 sequence, qint64 limit, const casefile::Reason& reason) = 0;
    virtual Reply<bool> saveAttachment(const QString& number, qint64 sequence, const QString& path, const casefile::Reason& reason,
                                       std::shared_ptr<LongWork> work) = 0;
    /// As it would be made now, without a number.
    virtual Reply<document::Pages> preview(const casefile::DocumentOrder& order) = 0;
    virtual Reply<casefile::MadeDocument> makeDocument(const casefile::DocumentOrder& order) = 0;
    virtual Reply<bool> notePrinted(const QString& number, qint64 sequence) = 0;

    /// The language of refusals: "zh" or "en".
    virtual void setLanguage(const QString& language) = 0;

signals:
    /// The hall published other rules, perhaps: law() tells.
    void lawChanged();
};

} // namespace hall::desk
