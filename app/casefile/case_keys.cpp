// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/casefile/case_keys.h"

#include "app/casefile/texts.h"
#include "app/seal/case_entry.h"
#include "app/sql/connection.h"

#include <algorithm>

namespace hall::casefile {

using base::Error;
using base::ErrorCode;
using base::Result;
using base::Status;
using seal::SecretBuffer;

namespace {

QString personCode(const QString& login)
{
    return QLatin1Char('@') + login;
}

Error unread(const QString& block)
{
    return {ErrorCode::KeyMissing,
            tr("Nobody serves \"%1\" who could read this case. Let the administrators admit somebody first.").arg(block)};
}

} // namespace

Error notTheirs()
{
    return {ErrorCode::PermissionDenied,
            tr("This case belongs to another block. Ask somebody who serves there, or the supervisor.")};
}

CaseKeys::CaseKeys(store::StaffRegister& staff, sql::Connection& cases, const store::SignedIn& person, const store::Trust& trust)
    : m_staff(staff)
    , m_cases(cases)
    , m_person(person)
    , m_trust(trust)
{
}

/// The newest key of a group: the person's own where they are a member, else one that a member vouches for.
Result<std::optional<CaseKeys::Recipient>> CaseKeys::group(const QString& block)
{
    HALL_ASSIGN(const auto vouched, m_staff.vouchedKey(block, m_trust));
    Recipient newest{block, vouched.generation, vouched.publicKey};
    for (const auto& [key, pair] : m_person.groups) {
        if (key.first == block && key.second >= newest.generation)
            newest = {block, key.second, pair.publicKey};
    }
    if (newest.generation == 0)
        return std::optional<Recipient>();
    return std::optional(newest);
}

Result<QList<CaseKeys::Recipient>> CaseKeys::recipients(const CaseSummary& summary, const CaseGrants& grants,
                                                        const QStringList& excluded)
{
    QList<Recipient> list;
    if (!summary.inWorkspace() || excluded.isEmpty()) {
        QStringList blocks = grants.writers();
        if (!summary.inWorkspace())
            blocks.append(store::kSupervisorsGroup);
        for (const QString& block : std::as_const(blocks)) {
            HALL_ASSIGN(const auto newest, group(block));
            if (newest)
                list.append(*newest);
            else if (block != store::kSupervisorsGroup)
                return unread(block);
        }
    } else {
        const QStringList members = m_trust.serving(summary.block);
        for (const QString& login : members) {
            const auto* record = m_trust.person(login, m_trust.records.size() - 1);
            if (!excluded.contains(login))
                list.append({personCode(login), static_cast<int>(m_trust.indexOf(record->hash)) + 1, record->box});
        }
    }
    if (list.isEmpty())
        return unread(summary.block);
    return list;
}

Result<std::pair<int, SecretBuffer>> CaseKeys::forWriting(const CaseSummary& summary, const QStringList& excluded)
{
    HALL_ASSIGN(const auto grants, CaseGrants::read(m_cases, m_trust, summary));
    HALL_ASSIGN(const auto wanted, recipients(summary, grants, excluded));
    const int newest = grants.newest();
    QList<Recipient> lacking;
    bool stale = newest == 0;
    int current = 0;
    for (const Recipient& recipient : wanted) {
        const auto held = std::find_if(grants.all().begin(), grants.all().end(), [&](const CaseGrant& grant) {
            return grant.generation == newest && grant.to == recipient.code;
        });
        if (held == grants.all().end()) {
            lacking.append(recipient);
            continue;
        }
        ++current;
        stale = stale || held->toGeneration < recipient.generation;
    }
    const auto atNewest = std::count_if(grants.all().begin(), grants.all().end(), [&](const CaseGrant& g) { return g.generation == newest; });
    stale = stale || current < atNewest; // somebody who had the key is not to have the next one
    if (stale) {
        SecretBuffer key = SecretBuffer::random(seal::kCaseKeyBytes);
        for (const Recipient& recipient : wanted)
            HALL_TRY(handOn(summary.id, newest + 1, key, recipient));
        return std::pair(newest + 1, std::move(key));
    }
    HALL_ASSIGN(auto keys, forReading(summary));
    if (!keys.contains(newest))
        return notTheirs();
    for (const Recipient& recipient : std::as_const(lacking)) { // the supervisors' group was made after the case
        for (const auto& [generation, key] : keys)
            HALL_TRY(handOn(summary.id, generation, key, recipient));
    }
    return std::pair(newest, std::move(keys.at(newest)));
}

Status CaseKeys::handOn(const QByteArray& caseId, int generation, const SecretBuffer& key, const Recipient& to)
{
    HALL_ASSIGN(const auto sealed, seal::sealTo(to.publicKey, to.generation, key.view()));
    const QByteArray bound = CaseGrants::bound(caseId, generation, to.code, to.generation, sealed.bytes);
    return m_cases.execute("INSERT INTO case_grant (case_id, generation, block, block_generation, sealed, granter, signature) "
                           "VALUES ($1, $2, $3, $4, $5, $6, $7) ON CONFLICT DO NOTHING",
                           caseId, generation, to.code, to.generation, sealed.bytes, m_person.person.login,
                           seal::sign(m_person.bundle, bound));
}

Status CaseKeys::share(const CaseSummary& summary, const QString& block)
{
    HALL_ASSIGN(const auto newest, group(block));
    if (!newest || block == store::kSupervisorsGroup || summary.inWorkspace())
        return Error{ErrorCode::BlockUnknown,
                     tr("This case cannot be shared with \"%1\": give a block whose members hold its key. A case of a workspace "
                        "is shared with nobody.")
                         .arg(block)};
    HALL_ASSIGN(const auto keys, forReading(summary));
    for (const auto& [generation, key] : keys)
        HALL_TRY(handOn(summary.id, generation, key, *newest));
    return {};
}

const seal::BoxKeyPair* CaseKeys::pairFor(const CaseGrant& grant) const
{
    if (grant.to == personCode(m_person.person.login))
        return &m_person.bundle.box;
    const auto pair = m_person.groups.find({grant.to, grant.toGeneration});
    return pair == m_person.groups.end() ? nullptr : &pair->second;
}

Result<SecretBuffer> CaseKeys::open(const CaseGrants& grants, const CaseGrant& grant) const
{
    if (!grants.believed(grant))
        return Error{ErrorCode::SignatureInvalid,
                     tr("The key of a case was handed on by nobody who may. Tell the audit administrator.")};
    return seal::openSealed(*pairFor(grant), seal::Sealed{grant.sealed});
}

Result<std::map<int, SecretBuffer>> CaseKeys::forReading(const CaseSummary& summary)
{
    HALL_ASSIGN(const auto grants, CaseGrants::read(m_cases, m_trust, summary));
    std::map<int, SecretBuffer> keys;
    for (const CaseGrant& grant : grants.all()) {
        if (!pairFor(grant) || keys.contains(grant.generation))
            continue;
        HALL_ASSIGN(SecretBuffer key, open(grants, grant));
        keys.insert_or_assign(grant.generation, std::move(key));
    }
    if (!grants.all().isEmpty() && keys.empty())
        return notTheirs();
    return keys;
}

Result<Standing> CaseKeys::standing(const CaseSummary& summary)
{
    const auto serves = [this](const QString& block) {
        return std::any_of(m_person.groups.begin(), m_person.groups.end(), [&](const auto& g) { return g.first.first == block; });
    };
    if (!summary.inWorkspace() && serves(summary.block))
        return Standing::Own;
    HALL_ASSIGN(const auto grants, CaseGrants::read(m_cases, m_trust, summary));
    Standing found = Standing::Stranger;
    for (const CaseGrant& grant : grants.all()) {
        if (!pairFor(grant))
            continue;
        if (summary.inWorkspace())
            return Standing::Own;
        if (grant.to != store::kSupervisorsGroup)
            return Standing::Shared;
        found = Standing::Supervising;
    }
    return found;
}

} // namespace hall::casefile
