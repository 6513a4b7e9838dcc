// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/casefile/case_shelf.h"

#include "app/casefile/case_rows.h"
#include "app/casefile/case_snippet.h"
#include "app/casefile/case_words.h"
#include "app/sql/connection.h"
#include "app/sql/full_text.h"

#include <QJsonDocument>
#include <algorithm>

namespace hall::casefile {

using base::Result;
using base::Status;

namespace {

constexpr int kMostHits = 1000;
constexpr int kFirstYear = 1949;
constexpr int kMonths = 12;
constexpr const char* kShownColumns = "s.case_id, s.number, s.block, s.ticket, s.state, s.category, s.handler, s.opened_at, "
                                      "s.changed_at, s.entries, s.people";
constexpr int kText = 11; // columns behind them
constexpr int kId = 12;
constexpr int kPagesOfStep = 1000; // of the full text, written by one step of settling

QString property(const char* kind, const QString& value)
{
    return QLatin1StringView(kind) + value;
}

QString yearMark(int year)
{
    return property("y:", QString::number(year));
}

QString monthMark(QDate day)
{
    return property("m:", day.toString(QStringLiteral("yyyy-MM")));
}

QJsonArray peopleFrom(const sql::Rows& rows)
{
    return QJsonDocument::fromJson(rows.get<QString>(10).toUtf8()).array();
}

/// What stands in the index in front of the text.
QString marksOf(const Projected& projected)
{
    const CaseSummary& summary = projected.summary;
    const QDate opened = base::hallDay(summary.openedAt);
    QStringList properties{property("b:", summary.block),     property("s:", summary.state), property("c:", summary.category),
                           property("h:", summary.handler), yearMark(opened.year()),       monthMark(opened)};
    for (const QJsonValue& value : projected.people) {
        const PersonTraits traits = traitsOf(value.toObject());
        if (!traits.identityNumber.isEmpty())
            properties.append(property("i:", traits.identityNumber));
        if (!traits.phone.isEmpty())
            properties.append(property("p:", traits.phone));
        if (traits.name.isEmpty())
            continue;
        properties.append(property("n:", traits.name));
        for (const QString& similar : similarNames(traits.name))
            properties.append(property("~:", similar));
    }
    QString marks;
    for (const QString& each : std::as_const(properties))
        marks += sql::mark(each);
    return marks;
}

/// Whole years where they lie within, else months; the days at both ends are looked at in the row.
QStringList openedWithin(QDate from, QDate to)
{
    QStringList marks;
    for (int year = std::max(from.year(), kFirstYear); year <= to.year(); ++year) {
        if (from <= QDate(year, 1, 1) && QDate(year, kMonths, 31) <= to) {
            marks.append(yearMark(year));
            continue;
        }
        for (int month = 1; month <= kMonths; ++month) {
            const QDate first(year, month, 1);
            if (first <= to && first.addMonths(1) > from)
                marks.append(monthMark(first));
        }
    }
    return marks;
}

QList<QStringList> marksFor(const CaseQuery& query, QDate today)
{
    QList<QStringList> marks;
    const auto wanted = [&](const char* kind, const QString& value) {
        if (!value.isEmpty())
            marks.append(QStringList{property(kind, value)});
    };
    wanted("b:", query.block);
    wanted("s:", query.state);
    wanted("c:", query.category);
    wanted("h:", query.handler);
    if (query.openedFrom.isValid() || query.openedTo.isValid()) {
        const QDate from = query.openedFrom.isValid() ? query.openedFrom : QDate(kFirstYear, 1, 1);
        const QDate to = query.openedTo.isValid() ? query.openedTo : std::max(today, from);
        QStringList within = openedWithin(from, to);
        if (within.isEmpty())
            within.append(QStringLiteral("y:none")); // a span that ends before it begins
        marks.append(within);
    }
    return marks;
}

bool isWithin(const CaseSummary& summary, const CaseQuery& query)
{
    const bool anyDay = !query.openedFrom.isValid() && !query.openedTo.isValid();
    const QDate opened = anyDay ? QDate() : base::hallDay(summary.openedAt); // not for nothing: zones are slow
    return (query.block.isEmpty() || query.block == summary.block) && (query.state.isEmpty() || query.state == summary.state)
        && (query.category.isEmpty() || query.category == summary.category)
        && (query.handler.isEmpty() || query.handler == summary.handler)
        && (!query.openedFrom.isValid() || query.openedFrom <= opened) && (!query.openedTo.isValid() || opened <= query.openedTo);
}

int limitOf(int limit)
{
    return std::clamp(limit, 1, kMostHits);
}

} // namespace

CaseShelf::CaseShelf(sql::Connection& vault)
    : m_vault(vault)
{
}

Status CaseShelf::put(qint64 id, const Projected& projected)
{
    const CaseSummary& summary = projected.summary;
    HALL_TRY(remove(summary.number));
    HALL_TRY(m_vault.execute("INSERT INTO shown (id, number, case_id, block, ticket, state, category, handler, opened_at, "
                             "changed_at, entries, people, text) VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13)",
                             id, summary.number, summary.id, summary.block, summary.ticket, summary.state, summary.category,
                             summary.handler, summary.openedAt, summary.changedAt, summary.entries,
                             QString::fromUtf8(QJsonDocument(projected.people).toJson(QJsonDocument::Compact)), projected.text));
    HALL_TRY(m_vault.execute("INSERT INTO words (rowid, text) VALUES ($1, $2)", id, marksOf(projected) + sql::fold(projected.text)));
    for (const auto& [clock, due] : projected.clocks) {
        HALL_TRY(m_vault.execute("INSERT INTO deadline (number, rule, trigger_day, trigger_at, extended, standstill, started_by, "
                                 "standing, explained_by, until, due, falls) VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $11)",
                                 summary.number, clock.rule, clock.trigger.day, clock.trigger.moment, clock.extended,
                                 clock.standstill, clock.startedBy, clock.standing, clock.explainedBy,
                                 clock.until.toString(Qt::ISODate), due));
    }
    return {};
}

Status CaseShelf::remove(const QString& number)
{
    HALL_ASSIGN(const auto id, m_vault.value<qint64>("SELECT id FROM shown WHERE number = $1", number));
    if (!id)
        return {};
    HALL_TRY(m_vault.execute("DELETE FROM words WHERE rowid = $1", *id));
    HALL_TRY(m_vault.execute("DELETE FROM deadline WHERE number = $1", number));
    return m_vault.execute("DELETE FROM shown WHERE id = $1", *id);
}

Result<bool> CaseShelf::holds(const QString& number)
{
    HALL_ASSIGN(const auto id, m_vault.value<qint64>("SELECT id FROM shown WHERE number = $1", number));
    return id.has_value();
}

Status CaseShelf::clear()
{
    HALL_TRY(m_vault.execute("INSERT INTO words (words) VALUES ('delete-all')"));
    HALL_TRY(m_vault.execute("DELETE FROM deadline"));
    return m_vault.execute("DELETE FROM shown");
}

Result<bool> CaseShelf::settle()
{
    return m_vault.transaction(sql::Mode::Write, [&]() -> Result<bool> {
        HALL_ASSIGN(const auto before, m_vault.value<qint64>("SELECT total_changes()"));
        // Negative: all pieces into one, and what was begun goes on.
        HALL_TRY(m_vault.execute("INSERT INTO words (words, rank) VALUES ('merge', $1)", -kPagesOfStep));
        HALL_ASSIGN(const auto after, m_vault.value<qint64>("SELECT total_changes()"));
        return after.value_or(0) - before.value_or(0) >= 2; // the command itself is one
    });
}

Result<QList<CaseHit>> CaseShelf::search(const CaseQuery& query, QDate today)
{
    const QStringList words = sql::searchedWords(query.text);
    if (words.isEmpty() && !query.text.trimmed().isEmpty())
        return QList<CaseHit>(); // nothing but signs, which are not indexed
    const qint64 before = query.before > 0 ? query.before : std::numeric_limits<qint64>::max();
    static const std::string select = std::string("SELECT ") + kShownColumns + ", s.text, s.id FROM ";
    static const std::string everything = select + "shown s WHERE s.id < $1 ORDER BY s.id DESC";
    static const std::string matched = select + "words w JOIN shown s ON s.id = w.rowid WHERE w.words MATCH $2 AND w.rowid < $1 "
                                                "ORDER BY w.rowid DESC";
    // Few cases have a clock that ends soon, so they are looked through.
    static const std::string due = select + "shown s WHERE s.id IN (SELECT c.id FROM deadline d JOIN shown c ON c.number = d.number "
                                            "WHERE d.falls <= $2 AND d.standing = 0) AND s.id < $1 ORDER BY s.id DESC";
    if (query.dueUntil.isValid()) {
        HALL_ASSIGN(auto rows, m_vault.query(due, before, query.dueUntil));
        return collect(rows, query, words);
    }
    const QString match = sql::matching(words, marksFor(query, today));
    if (match.isEmpty()) {
        HALL_ASSIGN(auto rows, m_vault.query(everything, before));
        return collect(rows, query, words);
    }
    HALL_ASSIGN(auto rows, m_vault.query(matched, before, match));
    return collect(rows, query, words);
}

Result<QList<CaseHit>> CaseShelf::collect(sql::Rows& rows, const CaseQuery& query, const QStringList& words)
{
    const bool sure = !query.dueUntil.isValid() && std::all_of(words.begin(), words.end(), sql::isOneToken);
    QList<CaseHit> hits;
    while (hits.size() < limitOf(query.limit)) {
        HALL_ASSIGN(const bool more, rows.next());
        if (!more)
            break;
        CaseHit hit;
        hit.summary = summaryFrom(rows);
        if (!isWithin(hit.summary, query))
            continue;
        const auto text = rows.get<QString>(kText);
        const sql::FoldedText folded = sql::foldWithOrigin(text);
        if (!sure && !holdsAll(folded.text, words))
            continue;
        hit.id = rows.get<qint64>(kId);
        hit.people = peopleFrom(rows);
        if (text != hit.summary.number) // of what belongs to others nothing else is here
            cutSnippet(text, folded, words, hit);
        hits.append(hit);
    }
    return hits;
}

namespace {

constexpr const char* kClockColumns = ", d.rule, d.trigger_day, d.trigger_at, d.extended, d.standstill, d.started_by, d.standing, "
                                      "d.explained_by, d.until, d.due FROM deadline d JOIN shown s ON s.number = d.number ";

/// From kClockColumns, the first of which is this one.
rules::CaseClock clockFrom(const sql::Rows& rows, int first)
{
    rules::CaseClock clock;
    clock.rule = rows.get<QString>(first);
    clock.trigger = {rows.get<QDate>(first + 1), rows.get<std::optional<base::Timestamp>>(first + 2)};
    clock.extended = rows.get<bool>(first + 3);
    clock.standstill = rows.get<int>(first + 4);
    clock.startedBy = rows.get<qint64>(first + 5);
    clock.standing = rows.get<bool>(first + 6);
    clock.explainedBy = rows.get<qint64>(first + 7);
    clock.until = QDate::fromString(rows.get<QString>(first + 8), Qt::ISODate);
    return clock;
}

OpenDeadline deadlineFrom(const sql::Rows& rows)
{
    return {summaryFrom(rows), peopleFrom(rows), clockFrom(rows, 11), rows.get<QDate>(20)};
}

} // namespace

Result<QList<OpenDeadline>> CaseShelf::openDeadlines(QDate until)
{
    static const std::string statement = std::string("SELECT ") + kShownColumns + kClockColumns + "WHERE d.falls <= $1 ORDER BY d.falls, s.number";
    HALL_ASSIGN(auto rows, m_vault.query(statement, until.isValid() ? until.toString(Qt::ISODate) : QStringLiteral("9999")));
    QList<OpenDeadline> open;
    while (true) {
        HALL_ASSIGN(const bool more, rows.next());
        if (!more)
            return open;
        open.append(deadlineFrom(rows));
    }
}

Status CaseShelf::reckonAgain(const std::function<QDate(const rules::CaseClock&)>& falls)
{
    QList<std::pair<qint64, QDate>> moved;
    {
        HALL_ASSIGN(auto rows, m_vault.query(std::string("SELECT d.rowid, d.falls") + kClockColumns));
        while (true) {
            HALL_ASSIGN(const bool more, rows.next());
            if (!more)
                break;
            const QDate day = falls(clockFrom(rows, 2));
            if (day.isValid() && day != rows.get<QDate>(1))
                moved.append({rows.get<qint64>(0), day});
        }
    }
    for (const auto& [row, day] : moved)
        HALL_TRY(m_vault.execute("UPDATE deadline SET falls = $2 WHERE rowid = $1", row, day));
    return {};
}

Result<std::optional<OpenDeadline>> CaseShelf::nextDeadline(const QString& number)
{
    static const std::string statement = std::string("SELECT ") + kShownColumns + kClockColumns + "WHERE d.number = $1 ORDER BY d.falls LIMIT 1";
    HALL_ASSIGN(auto rows, m_vault.query(statement, number));
    HALL_ASSIGN(const bool found, rows.next());
    return found ? std::optional(deadlineFrom(rows)) : std::nullopt;
}

namespace {

/// Why this person of a case may be the one who is asked for.
std::optional<EarlierCase::Why> whyTheSame(const PersonTraits& one, const PersonTraits& asked)
{
    using Why = EarlierCase::Why;
    if (!asked.identityNumber.isEmpty() && one.identityNumber == asked.identityNumber)
        return Why::IdentityNumber;
    if (!asked.phone.isEmpty() && one.phone == asked.phone)
        return Why::Phone;
    if (asked.name.isEmpty() || one.name.isEmpty())
        return std::nullopt;
    if (one.name == asked.name)
        return Why::SameName;
    return isSimilar(one.name, asked.name) ? std::optional(Why::SimilarName) : std::nullopt;
}

} // namespace

Result<QList<EarlierCase>> CaseShelf::people(const PersonQuery& query, int limit)
{
    const PersonTraits asked{comparedName(query.name), query.identityNumber.trimmed().toUpper(), comparedPhone(query.phone)};
    static const std::string statement = std::string("SELECT ") + kShownColumns + " FROM words w JOIN shown s ON s.id = w.rowid "
                                                                             "WHERE w.words MATCH $1 ORDER BY w.rowid DESC LIMIT $2";
    QList<EarlierCase> found;
    QStringList seen;
    const auto collect = [&](EarlierCase::Why why, const QStringList& marks) -> Status {
        HALL_ASSIGN(auto rows, m_vault.query(statement, sql::matching({}, {marks}), limitOf(limit)));
        while (found.size() < limit) {
            HALL_ASSIGN(const bool more, rows.next());
            if (!more)
                break;
            const CaseSummary summary = summaryFrom(rows);
            const QJsonArray people = peopleFrom(rows);
            for (const QJsonValue& value : people) {
                const auto reason = whyTheSame(traitsOf(value.toObject()), asked);
                if (!reason || *reason != why || seen.contains(summary.number))
                    continue;
                seen.append(summary.number);
                found.append({summary, value.toObject(), why});
            }
        }
        return {};
    };
    using Why = EarlierCase::Why;
    if (!asked.identityNumber.isEmpty())
        HALL_TRY(collect(Why::IdentityNumber, {property("i:", asked.identityNumber)}));
    if (!asked.phone.isEmpty())
        HALL_TRY(collect(Why::Phone, {property("p:", asked.phone)}));
    if (asked.name.isEmpty())
        return found;
    HALL_TRY(collect(Why::SameName, {property("n:", asked.name)}));
    QStringList similar;
    for (const QString& name : similarNames(asked.name))
        similar.append(property("~:", name));
    HALL_TRY(collect(Why::SimilarName, similar));
    return found;
}

} // namespace hall::casefile
