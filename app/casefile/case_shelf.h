// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/casefile/case_file.h"
#include "app/casefile/case_search.h"

namespace hall::sql {
class Connection;
}

namespace hall::casefile {

/// A case on its way into a vault, opened.
struct Projected
{
    CaseSummary summary;
    QJsonArray people;
    QString text;
    QList<std::pair<rules::CaseClock, QDate>> clocks; ///< those that run, with their day
};

/// The opened cases of a person's vault (resources/migrations/vault): put there and found. Knows nothing of keys.
class CaseShelf
{
public:
    explicit CaseShelf(sql::Connection& vault);

    /// In the place `id`; what stood there of this case before goes.
    base::Status put(qint64 id, const Projected& projected);
    base::Status remove(const QString& number);
    base::Result<bool> holds(const QString& number);
    base::Status clear();

    /// `today`: closes a span of days that is open at its end.
    base::Result<QList<CaseHit>> search(const CaseQuery& query, QDate today);
    /// Clocks that end by this day (all, where it is none), soonest first.
    base::Result<QList<OpenDeadline>> openDeadlines(QDate until);
    base::Result<QList<EarlierCase>> people(const PersonQuery& query, int limit);

private:
    base::Result<QList<CaseHit>> searchDue(const CaseQuery& query, const QStringList& words);
    base::Result<std::optional<CaseHit>> hit(qint64 id, const CaseQuery& query, const QStringList& words);

    sql::Connection& m_vault;
};

} // namespace hall::casefile
