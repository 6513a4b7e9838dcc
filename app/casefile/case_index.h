// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/casefile/case_files.h"
#include "app/casefile/case_search.h"
#include "app/casefile/vault_progress.h"
#include "app/store/vault.h"

namespace hall::casefile {

/// How far a vault has come.
struct CatchUp
{
    qint64 done = 0;
    qint64 total = 0;
    bool finished = false;
    /// Cases that were left out because they do not follow: somebody changed them. For the audit administrator.
    QStringList broken = {};
    /// Everything is there, but whoever calls again in idle moments makes it quicker to search.
    bool settling = false;
    /// Another number than before: something else can be found now, whichever of this person's programs brought it in.
    qint64 mark = 0;
};

/// A person's vault kept up to date with the case store, and asked. What another block shared with theirs stands there by its head
/// alone, as the store shows it: what was said in it is read with a reason. Every case is verified as it is opened. What changed is
/// known from the audit trail, whose records are checked as they are read. A rebuild goes from the newest case to the oldest
/// in slices, each a transaction: it can be broken off anywhere, goes on where it was, and what is there can be searched meanwhile.
/// Errors: SignatureInvalid (the store does not go on from what this vault saw before: rolled back or forked), and the stores'.
class CaseIndex
{
public:
    CaseIndex(store::Vault& vault, store::CaseOffice& office, const store::SignedIn& person, const CaseRules& rules);

    /// One slice: looks at no more than `atMostCases` cases.
    base::Result<CatchUp> catchUp(int atMostCases);

    /// Newest change first. What is meant (Typing::Done) is an audit record.
    base::Result<QList<CaseHit>> search(const CaseQuery& query, Typing typing = Typing::Done);
    /// The clocks that end by this day (all that run, where it is none), soonest first.
    base::Result<QList<OpenDeadline>> openDeadlines(QDate until = {});
    /// The clock of this case that ends first; none where none runs.
    base::Result<std::optional<OpenDeadline>> nextDeadline(const QString& number);
    /// Cases of whom may be the same person: surest reason first, then newest change first.
    base::Result<QList<EarlierCase>> people(const PersonQuery& query, int limit = 20);

private:
    struct Slice;
    base::Result<Slice> gather(const std::optional<VaultProgress>& before, int atMostCases);
    base::Status gatherChanges(Slice& slice, int atMostCases);
    base::Status gatherMissed(Slice& slice);
    base::Status gatherOlder(Slice& slice, int atMostCases);
    base::Status gatherShared(Slice& slice, const QStringList& projected);
    base::Status take(Slice& slice, const CaseSummary& summary, bool older, const QByteArray& witnessed);
    base::Result<std::optional<VaultProgress>> put(const Slice& slice);
    base::Result<bool> settle();
    /// What is found damaged begins anew.
    template <class T>
    base::Result<T> orBeginAnew(base::Result<T> outcome);

    store::Vault& m_vault;
    store::CaseOffice& m_office;
    const store::SignedIn& m_person;
    const CaseRules& m_rules;
    CaseFiles m_files;
};

} // namespace hall::casefile
