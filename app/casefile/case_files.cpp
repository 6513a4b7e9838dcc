// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/casefile/case_files.h"

#include "app/casefile/case_audit.h"
#include "app/casefile/case_chain.h"
#include "app/casefile/case_grants.h"
#include "app/casefile/case_keys.h"
#include "app/casefile/texts.h"
#include "app/rules/casework_checks.h"
#include "app/sql/connection.h"

#include <QJsonDocument>
#include <QRegularExpression>
#include <algorithm>

namespace hall::casefile {

using base::Error;
using base::ErrorCode;
using base::Result;
using base::Status;
using seal::SecretBuffer;
using sql::Mode;
using store::Trust;

namespace {

constexpr int kCaseIdBytes = 16;

Error tampered(const QString& number, qint64 sequence, const QString& why)
{
    return {ErrorCode::SignatureInvalid,
            tr("Entry %1 of case %2 %3. Tell the audit administrator; do not go on working on this case.")
                .arg(QString::number(sequence), number, why)};
}

} // namespace

Result<CaseRules> CaseRules::read(const QString& folder)
{
    CaseRules rules;
    HALL_ASSIGN(rules.deadlines, rules::readDeadlineBook(folder));
    HALL_ASSIGN(rules.casework, rules::readCasework(folder, rules.deadlines));
    HALL_ASSIGN(rules.calendar, rules::readCalendar(rules::lawFile(folder, QStringLiteral("holidays.csv"))));
    return rules;
}

CaseFiles::CaseFiles(store::CaseOffice& office, const store::SignedIn& person, const CaseRules& rules, const QString& language)
    : m_office(office)
    , m_cases(office.store().connection())
    , m_person(person)
    , m_rules(rules)
    , m_language(language)
{
}

/// An accusation goes to its workspace, whichever block it was brought to: whoever hands it in need not be a member.
Result<CaseSummary> CaseFiles::open(const QString& block, const QJsonObject& registration, qint64 ticket, const QByteArray& id)
{
    const rules::Workspace* workspace = m_rules.casework.workspaceFor(registration);
    if (!workspace && m_rules.casework.workspace(block))
        return Error{ErrorCode::InvalidArgument, tr("Only what belongs into a workspace is registered there.")};
    const rules::EntryKind& kind = *m_rules.casework.opening();
    HALL_TRY(mayWrite(kind, rules::CaseStanding(), registration));
    HALL_ASSIGN(Trust trust, m_office.staff().trust());
    return m_cases.transaction(Mode::Write, [&]() -> Result<CaseSummary> {
        HALL_TRY(m_office.staff().renew(trust));
        CaseSummary summary;
        summary.id = id.isEmpty() ? SecretBuffer::random(kCaseIdBytes).view().toByteArray() : id;
        summary.block = workspace ? workspace->code : block;
        summary.ticket = workspace ? 0 : ticket;
        summary.openedAt = m_office.clock().now();
        HALL_TRY(refuseToOpen(block, trust));
        if (const QString earlier = rules::continuedCase(m_rules.casework, registration); !earlier.isEmpty()) {
            HALL_ASSIGN(const CaseSummary before, visible(earlier, trust));
            HALL_TRY(rules::checkContinuation(m_rules.casework, registration, before.state, m_language));
        }
        HALL_ASSIGN(summary.number, nextNumber(m_cases, summary.openedAt, workspace ? workspace->prefix : QString()));
        summary.state = kind.to;
        summary.category = registration.value(QLatin1StringView("category")).toString();
        summary.handler = m_person.person.login;
        summary.changedAt = summary.openedAt;
        HALL_TRY(insertSummary(m_cases, inPlainSight(summary)));
        const QStringList excluded = accusedBy(registration);
        HALL_ASSIGN(const CaseEntry first, write({summary, kind, registration, QByteArray(seal::kEntryHashBytes, '\0'), excluded}, trust));
        summary.entries = first.sequence;
        summary.changedAt = first.at;
        return summary;
    });
}

Result<CaseFiles::Writing> CaseFiles::prepared(const QString& number, const QString& kindCode, const QJsonObject& content,
                                              qint64 after, const Trust& trust)
{
    HALL_ASSIGN(const rules::EntryKind kind, m_rules.casework.find(kindCode));
    HALL_ASSIGN(CaseSummary summary, visible(number, trust));
    CaseKeys keys(m_office.staff(), m_cases, m_person, trust);
    HALL_ASSIGN(const Standing theirs, keys.standing(summary));
    if (theirs == Standing::Stranger)
        return notTheirs();
    HALL_ASSIGN(const QList<CaseEntry> before, entries(summary, trust));
    if (before.isEmpty())
        return tampered(number, 1, tr("is missing"));
    if (after != 0 && before.last().sequence != after)
        return conflict(number, before.last());
    const rules::CaseStanding standing = standingOf(before);
    HALL_TRY(mayWrite(kind, standing, content));
    if (!summary.category.isEmpty() || content.contains(QLatin1StringView("category")))
        summary.category = content.value(QLatin1StringView("category")).toString(summary.category);
    summary.state = rules::stateAfter(kind, standing);
    summary.entries = before.last().sequence;
    return Writing{summary, kind, content, before.last().hash, accusedBy(before.first().content)};
}

Result<CaseSummary> CaseFiles::check(const QString& number, const QString& kind, const QJsonObject& content, qint64 after)
{
    return m_cases.transaction(Mode::Read, [&]() -> Result<CaseSummary> {
        HALL_ASSIGN(const Trust trust, m_office.staff().trust());
        HALL_ASSIGN(const Writing writing, prepared(number, kind, content, after, trust));
        return writing.summary;
    });
}

Result<CaseEntry> CaseFiles::append(const QString& number, const QString& kind, const QJsonObject& content, qint64 after)
{
    HALL_ASSIGN(Trust trust, m_office.staff().trust());
    return m_cases.transaction(Mode::Write, [&]() -> Result<CaseEntry> {
        HALL_TRY(m_office.staff().renew(trust));
        HALL_ASSIGN(const Writing writing, prepared(number, kind, content, after, trust));
        return write(writing, trust);
    });
}

Status CaseFiles::mayWrite(const rules::EntryKind& kind, const rules::CaseStanding& standing, const QJsonObject& content) const
{
    const rules::LawToday law{m_rules.casework, m_rules.deadlines, m_rules.calendar, base::hallDay(m_office.clock().now()), m_language};
    return rules::checkWriting(law, kind, standing, content, {m_person.person.login, m_person.person.name});
}

Error CaseFiles::conflict(const QString& number, const CaseEntry& newest) const
{
    const rules::EntryKind* kind = m_rules.casework.kind(newest.kind);
    return {ErrorCode::EntryConflict,
            tr("%1 wrote \"%2\" before you in case %3. Read entry %4, then write yours again; your text is kept.")
                .arg(newest.author, kind ? kind->name.in(m_language) : newest.kind, number, QString::number(newest.sequence))};
}

/// In the caller's transaction: the entry, the summary and the audit record stand together or not at all.
Result<CaseEntry> CaseFiles::write(const Writing& writing, const Trust& trust)
{
    CaseSummary summary = writing.summary;
    // Somebody may have left or got new keys while they were signed in; what they signed now, nobody would believe.
    HALL_ASSIGN(const CaseGrants grants, CaseGrants::read(m_cases, trust, summary));
    const Trust::Record* author = trust.holder(m_person.bundle.signPublicKey, trust.records.size() - 1);
    const bool writes = author && std::any_of(grants.writers().begin(), grants.writers().end(),
                                              [&](const QString& block) { return author->blocks.contains(block); });
    const bool handsIn = author && !author->roles.isEmpty() && summary.inWorkspace() && summary.entries == 0;
    if (!writes && !handsIn)
        return notTheirs();
    CaseKeys keys(m_office.staff(), m_cases, m_person, trust);
    HALL_ASSIGN(const auto key, keys.forWriting(summary, writing.excluded));
    if (!writing.kind.shares.isEmpty())
        HALL_TRY(keys.share(summary, writing.content.value(writing.kind.shares).toString()));
    const base::Timestamp now = m_office.clock().now();
    seal::EntryHeader header;
    header.store = storeId(trust);
    header.caseId = summary.id;
    header.sequence = summary.entries + 1;
    header.generation = key.first;
    header.previous = writing.previous;
    header.station = m_office.audit().stationKey();
    header.at = base::toMs(now);
    header.rosterHead = trust.head();
    QJsonObject sealed{{QStringLiteral("kind"), writing.kind.code}, {QStringLiteral("content"), writing.content}};
    if (writing.kind.opens)
        sealed.insert(QStringLiteral("block"), summary.block);
    QByteArray text = QJsonDocument(sealed).toJson(QJsonDocument::Compact);
    const auto plain = SecretBuffer::takeFrom(text);
    HALL_ASSIGN(const auto entry, seal::sealEntry(header, key.second, plain.view(), m_person.bundle));
    HALL_TRY(insertEntry(m_cases, summary.id, {header.sequence, entry}));
    summary.entries = header.sequence;
    summary.handler = m_person.person.login;
    summary.changedAt = now;
    HALL_TRY(updateSummary(m_cases, inPlainSight(summary)));
    const CaseEntry written{header.sequence, writing.kind.code, writing.content, m_person.person.login, now, entry.hash()};
    HALL_TRY(m_office.audit().append(kEntryAdded, m_person.person.login,
                                     auditSubject(summary.number, written.sequence, written.hash)));
    return written;
}

/// Whether they may open a case in this block.
Status CaseFiles::refuseToOpen(const QString& block, const Trust& trust) const
{
    const Trust::Record* now = trust.holder(m_person.bundle.signPublicKey, trust.records.size() - 1);
    const bool member = std::any_of(m_person.groups.begin(), m_person.groups.end(), [&](const auto& g) { return g.first.first == block; });
    if (member && now && now->blocks.contains(block) && block != store::kSupervisorsGroup)
        return {};
    return notTheirs();
}

/// To somebody outside a workspace its cases are no cases.
Result<CaseSummary> CaseFiles::visible(const QString& number, const Trust& trust)
{
    HALL_ASSIGN(const CaseSummary summary, readSummary(m_cases, number));
    if (!summary.inWorkspace())
        return summary;
    CaseKeys keys(m_office.staff(), m_cases, m_person, trust);
    HALL_ASSIGN(const Standing theirs, keys.standing(summary));
    if (theirs == Standing::Stranger)
        return noSuchCase(number);
    return summary;
}

/// Of a case in a workspace nothing but its existence stands in plain sight of the store.
CaseSummary CaseFiles::inPlainSight(CaseSummary summary)
{
    if (summary.inWorkspace()) {
        summary.state.clear();
        summary.category.clear();
        summary.handler.clear();
    }
    return summary;
}

/// What was left out there, filled in from the entries.
CaseSummary CaseFiles::toMembers(CaseSummary summary, const QList<CaseEntry>& entries, const rules::CaseStanding& standing)
{
    if (summary.inWorkspace() && !entries.isEmpty()) {
        summary.state = standing.state;
        summary.category = entries.first().content.value(QLatin1StringView("category")).toString();
        summary.handler = entries.last().author;
    }
    return summary;
}

QStringList CaseFiles::accusedBy(const QJsonObject& registration) const
{
    const rules::Workspace* workspace = m_rules.casework.workspaceFor(registration);
    if (!workspace || workspace->accused.isEmpty())
        return {};
    static const QRegularExpression between(QStringLiteral("[\\s,;、，；]+"));
    return registration.value(workspace->accused).toString().split(between, Qt::SkipEmptyParts);
}

Result<QList<CaseEntry>> CaseFiles::entries(const CaseSummary& summary, const Trust& trust)
{
    CaseKeys caseKeys(m_office.staff(), m_cases, m_person, trust);
    HALL_ASSIGN(const auto keys, caseKeys.forReading(summary));
    HALL_ASSIGN(const CaseGrants grants, CaseGrants::read(m_cases, trust, summary));
    HALL_ASSIGN(const QList<EntryRow> rows, readEntries(m_cases, summary.id));
    CaseChain chain(trust, summary, grants.writers());
    QList<CaseEntry> list;
    for (const EntryRow& row : rows) {
        if (const QString fault = chain.take(row); !fault.isEmpty())
            return tampered(summary.number, row.sequence, fault);
        HALL_ASSIGN(const CaseEntry entry, opened(row, chain.header(), chain.author(), keys));
        list.append(entry);
    }
    if (chain.count() != summary.entries)
        return tampered(summary.number, chain.count() + 1, tr("is missing"));
    return list;
}

Result<CaseEntry> CaseFiles::opened(const EntryRow& row, const seal::EntryHeader& header, const QString& author,
                                    const std::map<int, SecretBuffer>& keys) const
{
    const auto key = keys.find(header.generation);
    if (key == keys.end())
        return Error{ErrorCode::PermissionDenied,
                     tr("Part of this case is sealed with a key that was not handed on to you. Ask a colleague of the block.")};
    HALL_ASSIGN(const SecretBuffer plain, seal::openEntry(row.entry, key->second));
    const QJsonObject object = QJsonDocument::fromJson(QByteArray::fromRawData(plain.view().data(), plain.view().size())).object();
    return CaseEntry{row.sequence,
                     object.value(QLatin1StringView("kind")).toString(),
                     object.value(QLatin1StringView("content")).toObject(),
                     author,
                     base::timestampFromMs(header.at),
                     row.entry.hash()};
}

rules::CaseStanding CaseFiles::standingOf(const QList<CaseEntry>& entries) const
{
    QList<rules::WrittenEntry> written;
    for (const CaseEntry& entry : entries)
        written.append({entry.sequence, entry.kind, entry.content, base::toHallTime(entry.at).date()});
    return rules::standing(written, m_rules.casework, m_rules.deadlines);
}

Result<CaseFile> CaseFiles::openedFor(const Purpose& purpose, const QString& number, const QString& subject)
{
    HALL_ASSIGN(Trust trust, m_office.staff().trust());
    HALL_ASSIGN(const CaseSummary summary, readSummary(m_cases, number));
    HALL_TRY(noteOpening(purpose, summary, subject, trust));
    CaseSummary seen;
    HALL_ASSIGN(const QList<CaseEntry> all, m_cases.transaction(Mode::Read, [&]() -> Result<QList<CaseEntry>> {
        HALL_ASSIGN(seen, readSummary(m_cases, number));
        HALL_TRY(m_office.staff().renew(trust));
        return entries(seen, trust);
    }));
    const rules::CaseStanding standing = standingOf(all);
    if (rules::steppedBack(standing, {m_person.person.login, m_person.person.name})) {
        HALL_TRY(m_office.audit().append(kCaseRefused, m_person.person.login, number));
        return rules::refusedAfterSteppingBack();
    }
    return CaseFile{toMembers(seen, all, standing), all, standing};
}

/// Nobody reads without a record; outside their duty, not without a reason.
Status CaseFiles::noteOpening(const Purpose& purpose, const CaseSummary& summary, const QString& subject, const Trust& trust)
{
    const QString& login = m_person.person.login;
    CaseKeys keys(m_office.staff(), m_cases, m_person, trust);
    HALL_ASSIGN(const Standing theirs, keys.standing(summary));
    if (theirs == Standing::Own)
        return m_office.audit().append(purpose.kind, login, subject);
    const rules::ReadingReason* reason = m_rules.casework.reason(purpose.reason.code);
    if (theirs == Standing::Stranger || !reason) {
        HALL_TRY(m_office.audit().append(kCaseRefused, login, summary.number));
        if (theirs == Standing::Stranger)
            return summary.inWorkspace() ? noSuchCase(summary.number) : notTheirs();
        QStringList codes;
        for (const rules::ReadingReason& each : m_rules.casework.reasons)
            codes.append(QStringLiteral("%1 (%2)").arg(each.code, each.name.in(m_language)));
        return Error{ErrorCode::ReasonMissing,
                     tr("Case %1 belongs to another block. Say why you read it: %2.").arg(summary.number, codes.join(QLatin1String(", ")))};
    }
    QByteArray sealed;
    if (const Trust::Record* auditor = trust.holding(store::role::kAudit); auditor && !purpose.reason.words.isEmpty()) {
        HALL_ASSIGN(const auto box, seal::sealTo(auditor->box, 1, purpose.reason.words.toUtf8()));
        sealed = box.bytes;
    }
    return m_office.audit().append(kCaseOpenedOutside, login, subject + QLatin1Char(' ') + reason->code, sealed);
}

Result<CaseFile> CaseFiles::show(const QString& number, const Reason& reason)
{
    return openedFor({kCaseOpened, reason}, number, number);
}

Result<std::pair<CaseSummary, CaseEntry>> CaseFiles::entry(const QString& number, qint64 sequence, const QString& purpose,
                                                           const Reason& reason)
{
    const QString subject = QStringLiteral("%1 %2").arg(number, QString::number(sequence));
    HALL_ASSIGN(const CaseFile file, openedFor({purpose, reason}, number, subject));
    if (sequence < 1 || sequence > file.entries.size())
        return Error{ErrorCode::InvalidArgument, tr("Case %1 has no entry %2; its entries are 1 to %3.")
                                                     .arg(number, QString::number(sequence), QString::number(file.entries.size()))};
    return std::pair(file.summary, file.entries.at(sequence - 1));
}

Result<CaseFile> CaseFiles::read(const CaseSummary& summary, const Trust& trust)
{
    CaseKeys keys(m_office.staff(), m_cases, m_person, trust);
    HALL_ASSIGN(const Standing theirs, keys.standing(summary));
    if (theirs != Standing::Own && theirs != Standing::Supervising)
        return notTheirs();
    HALL_ASSIGN(QList<CaseEntry> all, entries(summary, trust));
    const rules::CaseStanding standing = standingOf(all);
    if (theirs == Standing::Supervising) {
        for (CaseEntry& entry : all)
            entry.content = {};
        return CaseFile{summary, all, rules::CaseStanding{standing.state, standing.clocks, {}, {}, {}, {}}};
    }
    if (rules::steppedBack(standing, {m_person.person.login, m_person.person.name}))
        return rules::refusedAfterSteppingBack();
    return CaseFile{toMembers(summary, all, standing), all, standing};
}

Result<QList<CaseSummary>> CaseFiles::list()
{
    QStringList recipients{QLatin1Char('@') + m_person.person.login};
    for (const auto& [key, pair] : m_person.groups) {
        if (!recipients.contains(key.first))
            recipients.append(key.first);
    }
    return readSummaries(m_cases, recipients);
}

} // namespace hall::casefile
