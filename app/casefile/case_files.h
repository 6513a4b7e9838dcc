// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/casefile/case_file.h"
#include "app/casefile/case_rows.h"
#include "app/store/hall_folder.h"

namespace hall::casefile {

/// The rules that cases are worked by.
struct CaseRules
{
    rules::DeadlineBook deadlines;
    rules::CaseworkBook casework;
    rules::Calendar calendar;

    /// Of a folder, or the programs' own. Errors: FileInvalid, file:line.
    static base::Result<CaseRules> read(const QString& folder);
};

/// Why somebody reads a case outside their duty.
struct Reason
{
    QString code;  ///< of casework.yaml; stands in the audit trail
    QString words; ///< sealed to the audit administrator: names may stand in them
};

/// The case files of a hall, as one signed-in person may work with them. Entries are only ever added: sealed with the case's
/// key, signed by the person, chained to the entry before. Each opening and each entry is an audit record of the same
/// transaction.
/// Errors: PermissionDenied (another block's case, or one that this person stepped back from), CaseNotFound, InvalidArgument (the entry does not say what it must, or
/// cannot be written now), EntryConflict (somebody wrote before), SealInvalid and SignatureInvalid (the case was tampered
/// with), and the store's.
class CaseFiles
{
public:
    CaseFiles(store::CaseOffice& office, const store::SignedIn& person, const CaseRules& rules, const QString& language);

    /// Opens a case with its registration. `ticket`: the visit that it begins with; 0: a letter, a call, a transfer. `id`: 16 bytes
    /// that no other case has; empty: random ones.
    base::Result<CaseSummary> open(const QString& block, const QJsonObject& registration, qint64 ticket = 0,
                                   const QByteArray& id = {});
    /// `after`: the newest entry that the writer has read; EntryConflict when there is a newer one, so that nobody answers
    /// what they have not seen. 0: whatever is there.
    base::Result<CaseEntry> append(const QString& number, const QString& kind, const QJsonObject& content, qint64 after = 0);
    /// Whether append() would be accepted now: asked before something large is made ready for it.
    base::Result<CaseSummary> check(const QString& number, const QString& kind, const QJsonObject& content, qint64 after = 0);
    /// Every entry, opened and verified, and what they add up to.
    /// `reason`: needed by whoever reads outside their duty (ReasonMissing): a supervisor, or somebody of a block that the case
    /// was shared with.
    base::Result<CaseFile> show(const QString& number, const Reason& reason = {});
    /// One entry, for a purpose that the audit trail then names together with case and entry ("attachment-saved").
    base::Result<std::pair<CaseSummary, CaseEntry>> entry(const QString& number, qint64 sequence, const QString& purpose,
                                                         const Reason& reason = {});
    /// Of a summary that was read already, for the person's own vault: opened and verified, but nobody looks at it yet, so it
    /// leaves no audit record. In the transaction that read the summary and the trust.
    base::Result<CaseFile> read(const CaseSummary& summary, const store::Trust& trust);
    /// The cases that this person holds a key of, newest change first: of their blocks, shared with them, for supervisors all
    /// but those of workspaces. What stands there is in plain sight of the store; of a workspace's case it is the number alone.
    base::Result<QList<CaseSummary>> list();

private:
    struct Writing
    {
        CaseSummary summary;
        rules::EntryKind kind;
        QJsonObject content;
        QByteArray previous;
        QStringList excluded; ///< members of the workspace who get no key
    };
    struct Purpose
    {
        QString kind;
        Reason reason;
    };
    base::Result<Writing> prepared(const QString& number, const QString& kind, const QJsonObject& content, qint64 after,
                                   const store::Trust& trust);
    base::Result<CaseEntry> write(const Writing& writing, const store::Trust& trust);
    base::Result<CaseFile> openedFor(const Purpose& purpose, const QString& number, const QString& subject);
    /// In the transaction that read the summary and the trust, summary first: an entry written in between would look like one
    /// that is missing, and the roster it names like one that never was.
    base::Result<QList<CaseEntry>> entries(const CaseSummary& summary, const store::Trust& trust);
    base::Result<CaseEntry> opened(const EntryRow& row, const seal::EntryHeader& header, const QString& author,
                                   const std::map<int, seal::SecretBuffer>& keys) const;
    rules::CaseStanding standingOf(const QList<CaseEntry>& entries) const;
    base::Status mayWrite(const rules::EntryKind& kind, const rules::CaseStanding& standing, const QJsonObject& content) const;
    base::Error conflict(const QString& number, const CaseEntry& newest) const;
    base::Status refuseToOpen(const QString& block, const store::Trust& trust) const;
    base::Result<CaseSummary> visible(const QString& number, const store::Trust& trust);
    base::Status noteOpening(const Purpose& purpose, const CaseSummary& summary, const QString& subject, const store::Trust& trust);
    static CaseSummary inPlainSight(CaseSummary summary);
    static CaseSummary toMembers(CaseSummary summary, const QList<CaseEntry>& entries, const rules::CaseStanding& standing);
    QStringList accusedBy(const QJsonObject& registration) const;

    store::CaseOffice& m_office;
    sql::Connection& m_cases;
    const store::SignedIn& m_person;
    const CaseRules& m_rules;
    QString m_language;
};

} // namespace hall::casefile
