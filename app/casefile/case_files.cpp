// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/casefile/case_files.h"

#include "app/casefile/case_audit.h"
#include "app/casefile/case_chain.h"
#include "app/casefile/case_keys.h"
#include "app/rules/casework_checks.h"
#include "app/sql/connection.h"

#include <QCoreApplication>
#include <QJsonDocument>
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

constexpr std::size_t kIdBytes = 16;

QString tr(const char* text)
{
    return QCoreApplication::translate("hall::casefile", text);
}

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

Result<CaseSummary> CaseFiles::open(const QString& block, const QJsonObject& registration, qint64 ticket, const QByteArray& id)
{
    const rules::EntryKind& kind = *m_rules.casework.opening();
    HALL_TRY(mayWrite(kind, rules::CaseStanding(), registration));
    HALL_ASSIGN(const Trust trust, m_office.staff().trust());
    return m_cases.transaction(Mode::Write, [&]() -> Result<CaseSummary> {
        CaseSummary summary;
        summary.id = id.isEmpty() ? SecretBuffer::random(kIdBytes).view().toByteArray() : id;
        summary.block = block;
        summary.ticket = ticket;
        summary.openedAt = m_office.clock().now();
        HALL_TRY(refuseStrangers(summary));
        if (const QString earlier = rules::continuedCase(m_rules.casework, registration); !earlier.isEmpty()) {
            HALL_ASSIGN(const CaseSummary before, readSummary(m_cases, earlier));
            HALL_TRY(rules::checkContinuation(m_rules.casework, registration, before.state, m_language));
        }
        HALL_ASSIGN(summary.number, nextNumber(m_cases, summary.openedAt));
        summary.state = kind.to;
        summary.category = registration.value(QLatin1StringView("category")).toString();
        summary.handler = m_person.person.login;
        summary.changedAt = summary.openedAt;
        HALL_TRY(insertSummary(m_cases, summary));
        HALL_ASSIGN(const CaseEntry first, write({summary, kind, registration, QByteArray(seal::kEntryHashBytes, '\0')}, trust));
        summary.entries = first.sequence;
        summary.changedAt = first.at;
        return summary;
    });
}

Result<CaseFiles::Writing> CaseFiles::prepared(const QString& number, const QString& kindCode, const QJsonObject& content,
                                              qint64 after, const Trust& trust)
{
    HALL_ASSIGN(const rules::EntryKind kind, m_rules.casework.find(kindCode));
    HALL_ASSIGN(CaseSummary summary, readSummary(m_cases, number));
    HALL_TRY(refuseStrangers(summary));
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
    return Writing{summary, kind, content, before.last().hash};
}

Result<CaseSummary> CaseFiles::check(const QString& number, const QString& kind, const QJsonObject& content, qint64 after)
{
    HALL_ASSIGN(const Trust trust, m_office.staff().trust());
    HALL_ASSIGN(const Writing writing, prepared(number, kind, content, after, trust));
    return writing.summary;
}

Result<CaseEntry> CaseFiles::append(const QString& number, const QString& kind, const QJsonObject& content, qint64 after)
{
    HALL_ASSIGN(const Trust trust, m_office.staff().trust());
    return m_cases.transaction(Mode::Write, [&]() -> Result<CaseEntry> {
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
    // Somebody may have left while they were signed in; what they signed now, nobody would believe.
    const Trust::Record* author = trust.person(m_person.person.login, trust.records.size() - 1);
    if (!author || !author->blocks.contains(summary.block))
        return notTheirs();
    CaseKeys keys(m_cases, m_person, trust);
    HALL_ASSIGN(const auto key, keys.forWriting(summary.id, summary.block));
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
    HALL_TRY(updateSummary(m_cases, summary));
    const CaseEntry written{header.sequence, writing.kind.code, writing.content, m_person.person.login, now, entry.hash()};
    HALL_TRY(m_office.audit().append(kEntryAdded, m_person.person.login,
                                     auditSubject(summary.number, written.sequence, written.hash)));
    return written;
}

Status CaseFiles::refuseStrangers(const CaseSummary& summary)
{
    const bool theirs = std::any_of(m_person.groups.begin(), m_person.groups.end(),
                                    [&](const auto& group) { return group.first.first == summary.block; });
    if (theirs)
        return {};
    return notTheirs();
}

Result<QList<CaseEntry>> CaseFiles::entries(const CaseSummary& summary, const Trust& trust)
{
    CaseKeys caseKeys(m_cases, m_person, trust);
    HALL_ASSIGN(const auto keys, caseKeys.forReading(summary.id));
    HALL_ASSIGN(const QList<EntryRow> rows, readEntries(m_cases, summary.id));
    CaseChain chain(trust, summary);
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

Result<CaseFile> CaseFiles::openedFor(const QString& purpose, const QString& number, const QString& subject)
{
    HALL_ASSIGN(const Trust trust, m_office.staff().trust());
    HALL_ASSIGN(const CaseSummary summary, readSummary(m_cases, number));
    const Status allowed = refuseStrangers(summary);
    HALL_TRY(m_office.audit().append(allowed.ok() ? purpose : kCaseRefused, m_person.person.login, subject));
    HALL_TRY(allowed);
    // As of one moment: an entry that somebody writes in between would look like one that is missing.
    CaseSummary seen;
    HALL_ASSIGN(const QList<CaseEntry> all, m_cases.transaction(Mode::Read, [&]() -> Result<QList<CaseEntry>> {
        HALL_ASSIGN(seen, readSummary(m_cases, number));
        return entries(seen, trust);
    }));
    const rules::CaseStanding standing = standingOf(all);
    if (rules::steppedBack(standing, {m_person.person.login, m_person.person.name})) {
        HALL_TRY(m_office.audit().append(kCaseRefused, m_person.person.login, number));
        return rules::refusedAfterSteppingBack();
    }
    return CaseFile{seen, all, standing};
}

Result<CaseFile> CaseFiles::show(const QString& number)
{
    return openedFor(kCaseOpened, number, number);
}

Result<std::pair<CaseSummary, CaseEntry>> CaseFiles::entry(const QString& number, qint64 sequence, const QString& purpose)
{
    HALL_ASSIGN(const CaseFile file, openedFor(purpose, number, QStringLiteral("%1 %2").arg(number, QString::number(sequence))));
    if (sequence < 1 || sequence > file.entries.size())
        return Error{ErrorCode::InvalidArgument, tr("Case %1 has no entry %2; its entries are 1 to %3.")
                                                     .arg(number, QString::number(sequence), QString::number(file.entries.size()))};
    return std::pair(file.summary, file.entries.at(sequence - 1));
}

Result<CaseFile> CaseFiles::read(const CaseSummary& summary, const Trust& trust)
{
    HALL_TRY(refuseStrangers(summary));
    HALL_ASSIGN(const QList<CaseEntry> all, entries(summary, trust));
    const rules::CaseStanding standing = standingOf(all);
    if (rules::steppedBack(standing, {m_person.person.login, m_person.person.name}))
        return rules::refusedAfterSteppingBack();
    return CaseFile{summary, all, standing};
}

Result<QList<CaseSummary>> CaseFiles::list()
{
    QStringList blocks;
    for (const auto& [key, pair] : m_person.groups) {
        if (!blocks.contains(key.first))
            blocks.append(key.first);
    }
    return readSummaries(m_cases, blocks);
}

} // namespace hall::casefile
