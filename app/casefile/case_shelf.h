// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/casefile/case_file.h"
#include "app/casefile/case_search.h"

#include <functional>

namespace hall::sql {
class Connection;
class Rows;
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
    /// A bounded step towards one piece of full text, after many cases were put: whoever asks for several words then walks one
    /// list for each and not dozens. Searching works meanwhile. False when nothing is left to do.
    base::Result<bool> settle();

    /// `today`: closes a span of days that is open at its end.
    base::Result<QList<CaseHit>> search(const CaseQuery& query, QDate today);
    /// Puts down on which day each clock ends now, where that is another one: the calendar changed.
    base::Status reckonAgain(const std::function<QDate(const rules::CaseClock&)>& falls);
    /// Clocks that end by this day (all, where it is none), soonest first.
    base::Result<QList<OpenDeadline>> openDeadlines(QDate until);
    /// The clock of this case that ends first.
    base::Result<std::optional<OpenDeadline>> nextDeadline(const QString& number);
    base::Result<QList<EarlierCase>> people(const PersonQuery& query, int limit);

private:
    /// The first of these rows (columns of a case and its text) that hold what is asked for.
    base::Result<QList<CaseHit>> collect(sql::Rows& rows, const CaseQuery& query, const QStringList& words);

    sql::Connection& m_vault;
};

} // namespace hall::casefile
