// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/casefile/case_rows.h"

#include "app/casefile/texts.h"
#include "app/sql/connection.h"

#include <QMap>
#include <algorithm>

namespace hall::casefile {

using base::Error;
using base::ErrorCode;
using base::Result;
using base::Status;

namespace {

constexpr const char* kColumns = "id, number, block, ticket, state, category, handler, opened_at, changed_at, entries";

Result<QList<CaseSummary>> collect(sql::Rows rows)
{
    QList<CaseSummary> list;
    while (true) {
        HALL_ASSIGN(const bool more, rows.next());
        if (!more)
            return list;
        list.append(summaryFrom(rows));
    }
}

void sortByChange(QList<CaseSummary>& cases)
{
    std::sort(cases.begin(), cases.end(), [](const CaseSummary& a, const CaseSummary& b) {
        return a.changedAt != b.changedAt ? a.changedAt > b.changedAt : a.number > b.number;
    });
}

EntryRow rowFrom(const sql::Rows& rows)
{
    return {rows.get<qint64>(0), {rows.get<QByteArray>(1), rows.get<QByteArray>(2), rows.get<QByteArray>(3)}};
}

} // namespace

CaseSummary summaryFrom(const sql::Rows& rows)
{
    return {rows.get<QByteArray>(0), rows.get<QString>(1), rows.get<QString>(2), rows.get<qint64>(3),
            rows.get<QString>(4),    rows.get<QString>(5), rows.get<QString>(6), rows.get<base::Timestamp>(7),
            rows.get<base::Timestamp>(8), rows.get<qint64>(9)};
}

Result<QString> nextNumber(sql::Connection& cases, base::Timestamp now, const QString& prefix)
{
    const int year = base::toHallTime(now).date().year();
    std::optional<qint64> last;
    if (prefix.isEmpty()) {
        HALL_ASSIGN(last, cases.value<qint64>("INSERT INTO case_series (year, last) VALUES ($1, 1) ON CONFLICT (year) DO UPDATE "
                                              "SET last = case_series.last + 1 RETURNING last",
                                              year));
    } else {
        HALL_ASSIGN(last, cases.value<qint64>("INSERT INTO workspace_series (prefix, year, last) VALUES ($1, $2, 1) "
                                              "ON CONFLICT (prefix, year) DO UPDATE SET last = workspace_series.last + 1 "
                                              "RETURNING last",
                                              prefix, year));
    }
    return QStringLiteral("%1%2-%3").arg(prefix).arg(year).arg(last.value_or(1), 6, 10, QLatin1Char('0'));
}

Error noSuchCase(const QString& number)
{
    return {ErrorCode::CaseNotFound,
            tr("There is no case \"%1\". A number looks like 2026-000123.").arg(number)};
}

Status insertSummary(sql::Connection& cases, const CaseSummary& summary)
{
    return cases.execute("INSERT INTO case_file (id, number, block, ticket, state, category, handler, opened_at, changed_at, "
                         "entries) VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)",
                         summary.id, summary.number, summary.block, summary.ticket, summary.state, summary.category,
                         summary.handler, summary.openedAt, summary.changedAt, summary.entries);
}

Status updateSummary(sql::Connection& cases, const CaseSummary& summary)
{
    return cases.execute("UPDATE case_file SET state = $2, category = $3, handler = $4, changed_at = $5, entries = $6 "
                         "WHERE id = $1",
                         summary.id, summary.state, summary.category, summary.handler, summary.changedAt, summary.entries);
}

Result<CaseSummary> readSummary(sql::Connection& cases, const QString& number)
{
    const std::string statement = std::string("SELECT ") + kColumns + " FROM case_file WHERE number = $1";
    HALL_ASSIGN(auto rows, cases.query(statement, number));
    HALL_ASSIGN(const bool found, rows.next());
    if (!found)
        return noSuchCase(number);
    return summaryFrom(rows);
}

Result<QList<CaseSummary>> readSummaries(sql::Connection& cases, const QStringList& recipients)
{
    QMap<QByteArray, CaseSummary> byId;
    for (const QString& recipient : recipients) {
        const std::string statement = std::string("SELECT ") + kColumns
            + " FROM case_file WHERE id IN (SELECT case_id FROM case_grant WHERE block = $1)";
        HALL_ASSIGN(auto rows, cases.query(statement, recipient));
        HALL_ASSIGN(const QList<CaseSummary> some, collect(std::move(rows)));
        for (const CaseSummary& summary : some)
            byId.insert(summary.id, summary);
    }
    QList<CaseSummary> all = byId.values();
    sortByChange(all);
    return all;
}

Result<QList<CaseSummary>> readSummariesBehind(sql::Connection& cases, const QStringList& blocks, const CasePlace& place, int atMost)
{
    static const std::string statement = std::string("SELECT ") + kColumns
        + " FROM case_file WHERE block = $1 AND changed_at <= $2 AND (changed_at < $2 OR number < $3) "
          "ORDER BY changed_at DESC, number DESC LIMIT $4";
    QList<CaseSummary> all;
    for (const QString& block : blocks) {
        HALL_ASSIGN(auto rows, cases.query(statement, block, place.changedAt, place.number, atMost));
        HALL_ASSIGN(const QList<CaseSummary> some, collect(std::move(rows)));
        all += some;
    }
    sortByChange(all);
    if (all.size() > atMost)
        all.resize(atMost);
    return all;
}

Result<QList<CaseSummary>> readShared(sql::Connection& cases, const QStringList& blocks)
{
    QList<CaseSummary> all;
    for (const QString& block : blocks) {
        HALL_ASSIGN(auto rows, cases.query(std::string("SELECT ") + kColumns
                                               + " FROM case_file WHERE block <> $1 AND id IN (SELECT case_id FROM case_grant WHERE block = $1)",
                                           block));
        HALL_ASSIGN(const QList<CaseSummary> some, collect(std::move(rows)));
        for (const CaseSummary& summary : some) {
            if (!blocks.contains(summary.block) && !all.contains(summary))
                all.append(summary);
        }
    }
    sortByChange(all);
    return all;
}

Result<bool> isSharedWith(sql::Connection& cases, const CaseSummary& summary, const QStringList& blocks)
{
    for (const QString& block : blocks) {
        HALL_ASSIGN(const auto grants, cases.value<qint64>("SELECT count(*) FROM case_grant WHERE case_id = $1 AND block = $2", summary.id, block));
        if (grants.value_or(0) > 0)
            return true;
    }
    return false;
}

Result<qint64> countSummaries(sql::Connection& cases, const QStringList& blocks)
{
    qint64 count = 0;
    for (const QString& block : blocks) {
        HALL_ASSIGN(const auto some, cases.value<qint64>("SELECT count(*) FROM case_file WHERE block = $1", block));
        count += some.value_or(0);
    }
    return count;
}

/// From one to the next by the index: there are few blocks and many cases.
Result<QStringList> readBlocks(sql::Connection& cases)
{
    QStringList blocks;
    while (true) {
        HALL_ASSIGN(const auto next, cases.value<QString>("SELECT min(block) FROM case_file WHERE block > $1",
                                                          blocks.isEmpty() ? QStringLiteral("") : blocks.last()));
        if (!next)
            return blocks;
        blocks.append(*next);
    }
}

Result<QList<CaseSummary>> readAllSummaries(sql::Connection& cases)
{
    HALL_ASSIGN(auto rows, cases.query(std::string("SELECT ") + kColumns + " FROM case_file ORDER BY number"));
    return collect(std::move(rows));
}

Status insertEntry(sql::Connection& cases, const QByteArray& caseId, const EntryRow& row)
{
    return cases.execute("INSERT INTO case_entry (case_id, seq, header, body, signature) VALUES ($1, $2, $3, $4, $5)", caseId,
                         row.sequence, row.entry.header, row.entry.body, row.entry.signature);
}

Result<QList<EntryRow>> readEntries(sql::Connection& cases, const QByteArray& caseId)
{
    HALL_ASSIGN(auto rows,
                cases.query("SELECT seq, header, body, signature FROM case_entry WHERE case_id = $1 ORDER BY seq", caseId));
    QList<EntryRow> list;
    while (true) {
        HALL_ASSIGN(const bool more, rows.next());
        if (!more)
            return list;
        list.append(rowFrom(rows));
    }
}

Result<EntryRow> lastEntry(sql::Connection& cases, const QByteArray& caseId)
{
    HALL_ASSIGN(auto rows, cases.query("SELECT seq, header, body, signature FROM case_entry WHERE case_id = $1 "
                                       "ORDER BY seq DESC LIMIT 1",
                                       caseId));
    HALL_ASSIGN(const bool found, rows.next());
    return found ? rowFrom(rows) : EntryRow();
}

} // namespace hall::casefile
