// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/casefile/case_keys.h"

#include "app/seal/case_entry.h"
#include "app/sql/connection.h"

#include <QCoreApplication>
#include <algorithm>

namespace hall::casefile {

using base::Error;
using base::ErrorCode;
using base::Result;
using seal::SecretBuffer;

namespace {

QString tr(const char* text)
{
    return QCoreApplication::translate("hall::casefile", text);
}

/// What the granter signs.
QByteArray boundGrant(const QByteArray& caseId, int generation, const QString& block, int blockGeneration,
                      const QByteArray& sealed)
{
    return seal::hash("hall.casegrant.v1", caseId + QByteArray::number(generation) + '\0' + block.toUtf8() + '\0'
                                               + QByteArray::number(blockGeneration) + '\0' + sealed);
}

} // namespace

Error notTheirs()
{
    return {ErrorCode::PermissionDenied,
            tr("This case belongs to another block. Ask somebody who serves there, or the supervisor.")};
}

CaseKeys::CaseKeys(sql::Connection& cases, const store::SignedIn& person, const store::Trust& trust)
    : m_cases(cases)
    , m_person(person)
    , m_trust(trust)
{
}

int CaseKeys::newestGeneration(const QString& block) const
{
    int newest = 0;
    for (const auto& [key, pair] : m_person.groups) {
        if (key.first == block)
            newest = std::max(newest, key.second);
    }
    return newest;
}

Result<std::pair<int, SecretBuffer>> CaseKeys::forWriting(const QByteArray& caseId, const QString& block)
{
    const int newest = newestGeneration(block);
    if (newest == 0)
        return notTheirs();
    int generation = 0;
    {
        HALL_ASSIGN(auto rows, m_cases.query("SELECT generation, block_generation, sealed, granter, signature FROM case_grant "
                                             "WHERE case_id = $1 AND block = $2 ORDER BY generation DESC LIMIT 1",
                                             caseId, block));
        HALL_ASSIGN(const bool found, rows.next());
        if (found) {
            generation = rows.get<int>(0);
            const auto sealedTo = rows.get<int>(1);
            if (sealedTo >= newest) {
                HALL_ASSIGN(SecretBuffer key, open(caseId, generation, block, sealedTo, rows.get<QByteArray>(2),
                                                   rows.get<QString>(3), rows.get<QByteArray>(4)));
                return std::pair(generation, std::move(key));
            }
        }
    }
    HALL_ASSIGN(SecretBuffer key, make(caseId, generation + 1, block, newest));
    return std::pair(generation + 1, std::move(key));
}

Result<SecretBuffer> CaseKeys::make(const QByteArray& caseId, int generation, const QString& block, int blockGeneration)
{
    SecretBuffer key = SecretBuffer::random(seal::kCaseKeyBytes);
    const auto& pair = m_person.groups.at({block, blockGeneration});
    HALL_ASSIGN(const auto sealed, seal::sealTo(pair.publicKey, blockGeneration, key.view()));
    const QByteArray bound = boundGrant(caseId, generation, block, blockGeneration, sealed.bytes);
    HALL_TRY(m_cases.execute("INSERT INTO case_grant (case_id, generation, block, block_generation, sealed, granter, signature) "
                             "VALUES ($1, $2, $3, $4, $5, $6, $7)",
                             caseId, generation, block, blockGeneration, sealed.bytes, m_person.person.login,
                             seal::sign(m_person.bundle, bound)));
    return key;
}

Result<SecretBuffer> CaseKeys::open(const QByteArray& caseId, int generation, const QString& block, int blockGeneration,
                                    const QByteArray& sealed, const QString& granter, const QByteArray& signature) const
{
    const auto pair = m_person.groups.find({block, blockGeneration});
    if (pair == m_person.groups.end())
        return notTheirs();
    const QByteArray bound = boundGrant(caseId, generation, block, blockGeneration, sealed);
    if (!m_trust.granted(granter, block, blockGeneration, bound, signature))
        return Error{ErrorCode::SignatureInvalid,
                     tr("The key of a case was handed on by nobody who may. Tell the audit administrator.")};
    return seal::openSealed(pair->second, seal::Sealed{sealed});
}

Result<std::map<int, SecretBuffer>> CaseKeys::forReading(const QByteArray& caseId)
{
    HALL_ASSIGN(auto rows, m_cases.query("SELECT generation, block, block_generation, sealed, granter, signature FROM case_grant "
                                         "WHERE case_id = $1 ORDER BY generation",
                                         caseId));
    std::map<int, SecretBuffer> keys;
    bool any = false;
    while (true) {
        HALL_ASSIGN(const bool more, rows.next());
        if (!more)
            break;
        any = true;
        const auto block = rows.get<QString>(1);
        const auto blockGeneration = rows.get<int>(2);
        if (!m_person.groups.contains({block, blockGeneration}))
            continue;
        HALL_ASSIGN(SecretBuffer key, open(caseId, rows.get<int>(0), block, blockGeneration, rows.get<QByteArray>(3),
                                           rows.get<QString>(4), rows.get<QByteArray>(5)));
        keys.insert_or_assign(rows.get<int>(0), std::move(key));
    }
    if (any && keys.empty())
        return notTheirs();
    return keys;
}

Result<QStringList> faultyGrants(sql::Connection& cases, const store::Trust& trust, const QByteArray& caseId)
{
    HALL_ASSIGN(auto rows, cases.query("SELECT generation, block, block_generation, sealed, granter, signature FROM case_grant "
                                       "WHERE case_id = $1 ORDER BY generation, block",
                                       caseId));
    QStringList faults;
    int grants = 0;
    while (true) {
        HALL_ASSIGN(const bool more, rows.next());
        if (!more)
            break;
        ++grants;
        const auto block = rows.get<QString>(1);
        const QByteArray bound = boundGrant(caseId, rows.get<int>(0), block, rows.get<int>(2), rows.get<QByteArray>(3));
        if (!trust.granted(rows.get<QString>(4), block, rows.get<int>(2), bound, rows.get<QByteArray>(5)))
            faults.append(tr("has a key (generation %1) that was handed on by nobody who may").arg(rows.get<int>(0)));
    }
    if (grants == 0)
        faults.append(tr("has lost its keys"));
    return faults;
}

} // namespace hall::casefile
