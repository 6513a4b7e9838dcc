// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/casefile/case_index.h"

#include "app/casefile/case_audit.h"
#include "app/casefile/case_clocks.h"
#include "app/casefile/case_shelf.h"
#include "app/casefile/case_words.h"
#include "app/seal/bundle.h"
#include "app/sql/connection.h"

#include <algorithm>

namespace hall::casefile {

using base::Error;
using base::ErrorCode;
using base::Result;
using base::Status;
using sql::Mode;
using store::Trust;

namespace {

/// Most audit records tell of no entry, and cost little.
constexpr int kRecordsForEachCase = 8;

/// Blocks and generations, in order.
QString keysOf(const store::SignedIn& person)
{
    QStringList keys;
    for (const auto& [key, pair] : person.groups)
        keys.append(key.first + QLatin1Char(':') + QString::number(key.second));
    return keys.join(QLatin1Char(' '));
}

/// Supervisors have a key of every case: for looking into one with a reason, and for the clocks of all.
QStringList withoutSupervisors(QStringList blocks)
{
    blocks.removeAll(store::kSupervisorsGroup);
    return blocks;
}

/// What stands in plain sight of a case that belongs to others.
Projected headOf(const CaseSummary& summary)
{
    return {summary, {}, summary.number, {}};
}

QStringList blocksIn(const QString& keys)
{
    QStringList blocks;
    for (const QString& key : keys.split(QLatin1Char(' '), Qt::SkipEmptyParts))
        blocks.append(key.section(QLatin1Char(':'), 0, 0));
    blocks.removeDuplicates();
    return blocks;
}

/// Blocks whose cases come into the vault: the person's own; of whoever supervises all but workspaces that they are no member of.
Result<QStringList> projectedBlocks(sql::Connection& cases, const QString& keys, const CaseRules& rules)
{
    QStringList blocks = blocksIn(keys);
    if (!blocks.contains(store::kSupervisorsGroup))
        return blocks;
    HALL_ASSIGN(const QStringList all, readBlocks(cases));
    for (const QString& block : all) {
        if (!blocks.contains(block) && !rules.casework.workspace(block))
            blocks.append(block);
    }
    return blocks;
}

Result<Projected> project(const CaseFile& file, const CaseRules& rules)
{
    Projected projected{file.summary, namedPeople(file), searchableText(file, rules.casework), {}};
    projected.summary.state = file.standing.state;
    for (const rules::CaseClock& clock : file.standing.clocks) {
        if (clock.stoppedBy != 0)
            continue;
        const auto reading = readClock(clock, clock.trigger.day, rules.deadlines, rules.calendar);
        // A rule that was taken out of the file meanwhile: the clock is shown by the case itself.
        if (reading.ok())
            projected.clocks.append({clock, reading->due});
    }
    return projected;
}

/// Two calendars with the same days off have the same.
QByteArray markOf(const rules::Calendar& calendar)
{
    QByteArray days;
    for (auto it = calendar.days().begin(); it != calendar.days().end(); ++it)
        days += it.key().toString(Qt::ISODate).toLatin1() + (it->off ? '-' : '+');
    return seal::hash(QByteArrayLiteral("hall.vault.calendar.v1"), days);
}

/// Errors that say something of one case alone.
bool isOfOneCase(ErrorCode code)
{
    return code == ErrorCode::SignatureInvalid || code == ErrorCode::SealInvalid || code == ErrorCode::NotAPackage
        || code == ErrorCode::CaseNotFound;
}

/// What a file answers that is not as it was written.
bool isDamage(ErrorCode code)
{
    return code == ErrorCode::StoreDamaged || code == ErrorCode::WrongKey || code == ErrorCode::Internal;
}

} // namespace

/// What one slice found in the case store, to be put into the vault in one transaction.
struct CaseIndex::Slice
{
    Trust trust;
    std::optional<VaultProgress> before;
    VaultProgress after;
    bool anew = false;           ///< the projection is emptied first
    QList<Projected> older;      ///< from old to new
    QList<Projected> changed;    ///< in the order of the change
    QStringList gone;            ///< cases that cannot be opened or do not follow
    QStringList missed;          ///< those of them that lack a key
    QStringList found;           ///< those that were missed before and can be opened now
    QStringList broken;
    bool finished = false;
    qint64 newest = 0;           ///< number of the newest audit record
};

CaseIndex::CaseIndex(store::Vault& vault, store::CaseOffice& office, const store::SignedIn& person, const CaseRules& rules)
    : m_vault(vault)
    , m_office(office)
    , m_person(person)
    , m_rules(rules)
    , m_files(office, person, rules, QString())
{
}

template <class T>
Result<T> CaseIndex::orBeginAnew(Result<T> outcome)
{
    if (!outcome.ok() && isDamage(outcome.error().code))
        HALL_TRY(m_vault.beginAnew());
    return outcome;
}

Result<CatchUp> CaseIndex::catchUp(int atMostCases)
{
    HALL_TRY(m_vault.witness(m_office.audit()));
    auto before = orBeginAnew(VaultProgress::read(m_vault.projection()));
    // As of one moment: what others write meanwhile would look like something that is missing.
    HALL_ASSIGN(const Slice slice, m_office.store().connection().transaction(Mode::Read, [&] {
        return gather(before.ok() ? *before : std::nullopt, std::max(atMostCases, 1));
    }));
    const auto put = orBeginAnew(this->put(slice));
    if (!put.ok() && !isDamage(put.error().code))
        return put.error();
    CatchUp answer{slice.after.done, slice.after.total, slice.finished, slice.broken};
    if (!put.ok() || !put->has_value()) { // begun anew, or another program of this person was faster: once more
        answer.finished = false;
        return answer;
    }
    answer.mark = (*put)->lastId - (*put)->firstId + 1; // places that were ever given
    if (!slice.after.rebuilding) {
        answer.done = slice.after.audit.seq;
        answer.total = slice.newest;
    }
    if (answer.finished && !slice.after.settled) {
        HALL_ASSIGN(answer.settling, orBeginAnew(settle()));
    }
    return answer;
}

/// True while something is left to do. Leaves what another program of this person does meanwhile as it is.
Result<bool> CaseIndex::settle()
{
    sql::Connection& vault = m_vault.projection();
    CaseShelf shelf(vault);
    HALL_ASSIGN(const bool more, shelf.settle());
    if (!more)
        HALL_TRY(vault.execute("UPDATE progress SET settled = 1 WHERE rebuilding = 0"));
    return more;
}

Result<CaseIndex::Slice> CaseIndex::gather(const std::optional<VaultProgress>& before, int atMostCases)
{
    Slice slice;
    slice.before = before;
    HALL_ASSIGN(slice.trust, m_office.staff().trust());
    const QString keys = keysOf(m_person);
    bool keysChanged = false;
    if (before) {
        slice.after = *before;
        keysChanged = before->keys != keys;
        HALL_ASSIGN(const QByteArray known, m_office.audit().hashOf(before->audit.seq));
        // The vault served another copy of this hall before, or the person serves other blocks now.
        slice.anew = (before->audit.seq > 0 && known != before->audit.hash) || blocksIn(before->keys) != blocksIn(keys);
    }
    if (!before || slice.anew) {
        slice.anew = true;
        slice.after = VaultProgress::beginning();
        HALL_ASSIGN(slice.after.audit, m_office.audit().head());
        HALL_ASSIGN(const QStringList blocks, projectedBlocks(m_office.store().connection(), keys, m_rules));
        HALL_ASSIGN(slice.after.total, countSummaries(m_office.store().connection(), blocks));
    } else if (keysChanged) {
        HALL_TRY(gatherMissed(slice));
    }
    slice.after.keys = keys;
    HALL_TRY(gatherChanges(slice, atMostCases));
    HALL_TRY(gatherOlder(slice, atMostCases - static_cast<int>(slice.changed.size())));
    HALL_ASSIGN(const auto head, m_office.audit().head());
    slice.newest = head.seq;
    slice.finished = !slice.after.rebuilding && slice.after.audit.seq == head.seq;
    return slice;
}

/// What was written since, each case once, in the order of its last entry.
Status CaseIndex::gatherChanges(Slice& slice, int atMostCases)
{
    HALL_ASSIGN(const auto trail, m_office.audit().since(slice.after.audit, atMostCases * kRecordsForEachCase));
    QStringList order;
    QHash<QString, QByteArray> witnessed;
    for (const store::AuditRecord& record : trail.records) {
        if (record.kind != kEntryAdded)
            continue;
        const QStringList parts = record.subject.split(QLatin1Char(' '));
        if (parts.size() != 3)
            continue;
        order.removeOne(parts.at(0));
        order.append(parts.at(0));
        witnessed.insert(parts.at(0), parts.at(1).toLatin1() + ' ' + parts.at(2).toLatin1());
    }
    HALL_ASSIGN(const QStringList blocks, projectedBlocks(m_office.store().connection(), slice.after.keys, m_rules));
    const QStringList theirs = withoutSupervisors(blocksIn(slice.after.keys));
    for (const QString& number : std::as_const(order)) {
        const auto summary = readSummary(m_office.store().connection(), number);
        if (!summary.ok() && summary.error().code == ErrorCode::CaseNotFound) {
            slice.broken.append(number);
            slice.gone.append(number);
            continue;
        }
        HALL_TRY(summary);
        if (blocks.contains(summary->block)) {
            HALL_TRY(take(slice, *summary, false, witnessed.value(number)));
            continue;
        }
        HALL_ASSIGN(const bool shared, isSharedWith(m_office.store().connection(), *summary, theirs));
        if (shared)
            slice.changed.append(headOf(*summary));
    }
    slice.after.audit = trail.newest;
    return {};
}

/// Keys were handed on: what could not be opened before is tried again.
Status CaseIndex::gatherMissed(Slice& slice)
{
    HALL_ASSIGN(auto rows, m_vault.projection().query("SELECT number FROM missed ORDER BY number"));
    while (true) {
        HALL_ASSIGN(const bool more, rows.next());
        if (!more)
            return {};
        HALL_ASSIGN(const CaseSummary summary, readSummary(m_office.store().connection(), rows.get<QString>(0)));
        slice.found.append(summary.number);
        HALL_TRY(take(slice, summary, false, {}));
    }
}

Status CaseIndex::gatherOlder(Slice& slice, int atMostCases)
{
    if (!slice.after.rebuilding || atMostCases <= 0)
        return {};
    sql::Connection& cases = m_office.store().connection();
    HALL_ASSIGN(const QStringList blocks, projectedBlocks(cases, slice.after.keys, m_rules));
    HALL_ASSIGN(const auto page, readSummariesBehind(cases, blocks, slice.after.behind, atMostCases));
    for (const CaseSummary& summary : page)
        HALL_TRY(take(slice, summary, true, {}));
    if (page.size() < atMostCases)
        HALL_TRY(gatherShared(slice, blocks));
    std::reverse(slice.older.begin(), slice.older.end());
    slice.after.done += page.size();
    if (!page.isEmpty())
        slice.after.behind = {page.last().changedAt, page.last().number};
    slice.after.rebuilding = page.size() == atMostCases;
    if (!slice.after.rebuilding)
        slice.after.done = slice.after.total;
    return {};
}

/// All at once, behind the block's own: they are few, and to look for them in the order of the change would read every key each time.
Status CaseIndex::gatherShared(Slice& slice, const QStringList& projected)
{
    HALL_ASSIGN(const auto shared, readShared(m_office.store().connection(), withoutSupervisors(blocksIn(slice.after.keys))));
    for (const CaseSummary& summary : shared) {
        if (!projected.contains(summary.block))
            slice.older.append(headOf(summary));
    }
    return {};
}

/// `witnessed`: number and hash of the newest entry that the audit trail knows; empty where it was not asked.
Status CaseIndex::take(Slice& slice, const CaseSummary& summary, bool older, const QByteArray& witnessed)
{
    const auto file = m_files.read(summary, slice.trust);
    if (!file.ok() && file.error().code == ErrorCode::PermissionDenied) {
        slice.missed.append(summary.number);
        slice.gone.append(summary.number);
        return {};
    }
    bool follows = file.ok();
    if (file.ok() && !witnessed.isEmpty()) {
        const qint64 sequence = witnessed.split(' ').first().toLongLong();
        follows = sequence >= 1 && sequence <= file->entries.size()
            && file->entries.at(sequence - 1).hash.toHex() == witnessed.split(' ').last();
    }
    if (!file.ok() && !isOfOneCase(file.error().code))
        return file.error();
    if (!follows) {
        slice.broken.append(summary.number);
        slice.gone.append(summary.number);
        return {};
    }
    HALL_ASSIGN(const Projected projected, project(*file, m_rules));
    (older ? slice.older : slice.changed).append(projected);
    return {};
}

/// Where the vault stands then; nothing when another program moved it on meanwhile.
Result<std::optional<VaultProgress>> CaseIndex::put(const Slice& slice)
{
    using Place = std::optional<VaultProgress>;
    sql::Connection& vault = m_vault.projection();
    return vault.transaction(Mode::Write, [&]() -> Result<Place> {
        HALL_ASSIGN(const auto now, VaultProgress::read(vault));
        if (now.has_value() != slice.before.has_value() || (now && !now->isAt(*slice.before)))
            return Place();
        CaseShelf shelf(vault);
        if (slice.anew) {
            HALL_TRY(shelf.clear());
            HALL_TRY(vault.execute("DELETE FROM missed"));
        }
        VaultProgress after = slice.after;
        for (const QString& number : slice.found)
            HALL_TRY(vault.execute("DELETE FROM missed WHERE number = $1", number));
        for (const QString& number : slice.gone)
            HALL_TRY(shelf.remove(number));
        for (const QString& number : slice.missed)
            HALL_TRY(vault.execute("INSERT OR IGNORE INTO missed (number) VALUES ($1)", number));
        after.firstId -= slice.older.size();
        for (qsizetype i = 0; i < slice.older.size(); ++i) {
            // One that changed since the rebuild began has its place already.
            HALL_ASSIGN(const bool changed, shelf.holds(slice.older.at(i).summary.number));
            if (!changed)
                HALL_TRY(shelf.put(after.firstId + i, slice.older.at(i)));
        }
        for (const Projected& projected : slice.changed)
            HALL_TRY(shelf.put(++after.lastId, projected));
        after.lastId += slice.gone.size(); // no place of theirs, but whoever looks must notice
        if (const QByteArray mark = markOf(m_rules.calendar); mark != after.calendar) {
            HALL_TRY(shelf.reckonAgain([&](const rules::CaseClock& clock) { return clock.dueDay(m_rules.deadlines, m_rules.calendar); }));
            after.calendar = mark;
            ++after.lastId; // whoever looks must notice
        }
        HALL_TRY(after.write(vault));
        return Place(after);
    });
}

Result<QList<CaseHit>> CaseIndex::search(const CaseQuery& query, Typing typing)
{
    if (typing == Typing::Done)
        HALL_TRY(m_office.audit().append(kCaseSearch, m_person.person.login));
    CaseShelf shelf(m_vault.projection());
    return orBeginAnew(shelf.search(query, base::hallDay(m_office.clock().now())));
}

Result<QList<OpenDeadline>> CaseIndex::openDeadlines(QDate until)
{
    CaseShelf shelf(m_vault.projection());
    return orBeginAnew(shelf.openDeadlines(until));
}

Result<std::optional<OpenDeadline>> CaseIndex::nextDeadline(const QString& number)
{
    CaseShelf shelf(m_vault.projection());
    return orBeginAnew(shelf.nextDeadline(number));
}

Result<QList<EarlierCase>> CaseIndex::people(const PersonQuery& query, int limit)
{
    CaseShelf shelf(m_vault.projection());
    return orBeginAnew(shelf.people(query, limit));
}

} // namespace hall::casefile
