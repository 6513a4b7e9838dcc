// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/sql/connection.h"
#include "app/store/base64.h"
#include "app/store/staff.h"
#include "app/store/texts.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QSet>
#include <algorithm>

// Where all members of a group have lost their passphrases: every secret of a group is also sealed to a recovery key, and
// that key is in two halves with each pair of three custodians.
namespace hall::store {

using base::Error;
using base::ErrorCode;
using base::Result;
using base::Status;
using seal::BoxKeyPair;
using seal::SecretBuffer;
using sql::Mode;

namespace {

constexpr qsizetype kCustodians = 3;

QByteArray boundRecord(const QByteArray& record)
{
    return seal::hash("hall.recovery.v1", record);
}

QByteArray boundDeposit(int recovery, const QString& block, int generation, const QByteArray& sealed)
{
    return seal::hash("hall.deposit.v1", QByteArray::number(recovery) + '\0' + block.toUtf8() + '\0'
                                             + QByteArray::number(generation) + '\0' + sealed);
}

/// One of them alone is as good as noise.
SecretBuffer exclusiveOr(const SecretBuffer& one, const SecretBuffer& other)
{
    SecretBuffer both(std::min(one.size(), other.size()));
    for (std::size_t i = 0; i < both.size(); ++i)
        both.data()[i] = one.data()[i] ^ other.data()[i];
    return both;
}

/// For each pair of custodians a random r sealed to the one and secret ⊕ r sealed to the other.
Result<QJsonArray> split(const SecretBuffer& secret, int recovery, const QList<Trust::Record>& custodians)
{
    QJsonArray shares;
    const auto add = [&](const Trust::Record& holder, const Trust::Record& other, const SecretBuffer& half) -> Status {
        HALL_ASSIGN(const auto sealed, seal::sealTo(holder.box, recovery, half.view()));
        shares.append(QJsonObject{{QStringLiteral("holder"), holder.login},
                                  {QStringLiteral("with"), other.login},
                                  {QStringLiteral("sealed"), base64(sealed.bytes)}});
        return {};
    };
    for (qsizetype i = 0; i < custodians.size(); ++i) {
        for (qsizetype j = i + 1; j < custodians.size(); ++j) {
            const SecretBuffer noise = SecretBuffer::random(secret.size());
            HALL_TRY(add(custodians.at(i), custodians.at(j), noise));
            HALL_TRY(add(custodians.at(j), custodians.at(i), exclusiveOr(secret, noise)));
        }
    }
    return shares;
}

Result<SecretBuffer> openShare(const QJsonArray& shares, const SignedIn& holder, const SignedIn& other)
{
    for (const QJsonValue& value : shares) {
        const QJsonObject share = value.toObject();
        if (share.value(QLatin1StringView("holder")).toString() == holder.person.login
            && share.value(QLatin1StringView("with")).toString() == other.person.login)
            return seal::openSealed(holder.bundle.box, {fromBase64(share.value(QLatin1StringView("sealed")))});
    }
    return Error{ErrorCode::PermissionDenied,
                 tr("\"%1\" and \"%2\" are not two of the custodians. Ask \"recovery status\" who they are.")
                     .arg(holder.person.login, other.person.login)};
}

} // namespace

Result<std::optional<StaffRegister::RecoveryRecord>> StaffRegister::recoveryRecord(const Trust& trust)
{
    HALL_ASSIGN(auto rows, m_cases.query("SELECT generation, record, signature, countersigned FROM recovery_key "
                                         "ORDER BY generation DESC LIMIT 1"));
    HALL_ASSIGN(const bool found, rows.next());
    if (!found)
        return std::optional<RecoveryRecord>();
    const auto bytes = rows.get<QByteArray>(1);
    const QByteArray bound = boundRecord(bytes);
    const QJsonObject content = QJsonDocument::fromJson(bytes).object();
    RecoveryRecord record;
    record.generation = content.value(QLatin1StringView("generation")).toInt();
    if (record.generation != rows.get<int>(0) || !seal::verify(trust.records.at(0).sign, bound, rows.get<QByteArray>(2))
        || !seal::verify(trust.records.at(1).sign, bound, rows.get<QByteArray>(3)))
        return Error{ErrorCode::SignatureInvalid,
                     tr("The recovery key is not the one that the administrators signed. Tell the audit administrator and set "
                        "it up again.")};
    record.publicKey = fromBase64(content.value(QLatin1StringView("key")));
    record.shares = content.value(QLatin1StringView("shares")).toArray();
    for (const QJsonValue& value : content.value(QLatin1StringView("custodians")).toArray())
        record.custodians.append({value.toObject().value(QLatin1StringView("login")).toString(),
                                  fromBase64(value.toObject().value(QLatin1StringView("box")))});
    return std::optional(record);
}

Status StaffRegister::setUpRecovery(const QStringList& custodians, const SignedIn& security, const SignedIn& audit)
{
    return noted(setUpSigned(custodians, security, audit), QStringLiteral("recovery-set-up-refused"), security.person.login, audit.person.login);
}

Status StaffRegister::setUpSigned(const QStringList& custodians, const SignedIn& security, const SignedIn& audit)
{
    if (!security.person.is(role::kSecurity) || !audit.person.is(role::kAudit))
        return Error{ErrorCode::PermissionDenied,
                     tr("Recovery is set up by the security administrator and countersigned by the audit administrator.")};
    if (custodians.size() != kCustodians || QSet<QString>(custodians.begin(), custodians.end()).size() != kCustodians)
        return Error{ErrorCode::InvalidArgument, tr("Recovery needs three custodians, who are three people.")};
    HALL_ASSIGN(const Trust trust, this->trust());
    QList<Trust::Record> people;
    QJsonArray named;
    for (const QString& login : custodians) {
        const Trust::Record* person = trust.person(login, trust.records.size() - 1);
        if (!person || person->roles.isEmpty())
            return Error{ErrorCode::StaffUnknown, tr("There is no person \"%1\" on the roster.").arg(login)};
        // The two who admit people to a block must not be able to open it as well.
        if (person->roles.contains(role::kSecurity) || person->roles.contains(role::kAudit))
            return Error{ErrorCode::PermissionDenied, tr("The security and the audit administrator cannot be custodians.")};
        people.append(*person);
        named.append(QJsonObject{{QStringLiteral("login"), login}, {QStringLiteral("box"), base64(person->box)}});
    }
    const BoxKeyPair pair = BoxKeyPair::generate();
    return m_cases.transaction(Mode::Write, [&]() -> Status {
        HALL_ASSIGN(const auto newest, m_cases.value<int>("SELECT max(generation) FROM recovery_key"));
        const int generation = newest.value_or(0) + 1;
        HALL_ASSIGN(const QJsonArray shares, split(pair.secretKey, generation, people));
        const QByteArray record = QJsonDocument(QJsonObject{{QStringLiteral("generation"), generation},
                                                            {QStringLiteral("key"), base64(pair.publicKey)},
                                                            {QStringLiteral("custodians"), named},
                                                            {QStringLiteral("shares"), shares}})
                                      .toJson(QJsonDocument::Compact);
        // What the custodians of before hold opens nothing of this store any more.
        HALL_TRY(m_cases.execute("DELETE FROM recovery_deposit"));
        HALL_TRY(m_cases.execute("DELETE FROM recovery_key"));
        HALL_TRY(m_cases.execute("INSERT INTO recovery_key (generation, record, signature, countersigned) VALUES ($1, $2, $3, $4)",
                                 generation, record, seal::sign(security.bundle, boundRecord(record)),
                                 seal::sign(audit.bundle, boundRecord(record))));
        return m_audit.append(QStringLiteral("recovery-set-up"), security.person.login, custodians.join(QLatin1Char(',')));
    });
}

/// What this member holds and nobody deposited yet.
Status StaffRegister::depositForRecovery(const SignedIn& member, const Trust& trust)
{
    if (member.groups.empty())
        return {};
    HALL_ASSIGN(const auto recovery, recoveryRecord(trust));
    if (!recovery)
        return {};
    for (const auto& [key, pair] : member.groups)
        HALL_TRY(deposit(*recovery, key.first, key.second, pair, member));
    return {};
}

Status StaffRegister::depositNew(const QString& block, int generation, const BoxKeyPair& pair, const SignedIn& member,
                                 const Trust& trust)
{
    HALL_ASSIGN(const auto recovery, recoveryRecord(trust));
    return recovery ? deposit(*recovery, block, generation, pair, member) : Status();
}

Status StaffRegister::deposit(const RecoveryRecord& recovery, const QString& block, int generation, const BoxKeyPair& pair,
                              const SignedIn& member)
{
    HALL_ASSIGN(const auto there, m_cases.value<int>("SELECT 1 FROM recovery_deposit WHERE recovery = $1 AND block = $2 AND "
                                                     "generation = $3 AND member = $4",
                                                     recovery.generation, block, generation, member.person.login));
    if (there)
        return {};
    HALL_ASSIGN(const auto sealed, seal::sealTo(recovery.publicKey, generation, pair.secretKey.view()));
    return m_cases.execute("INSERT INTO recovery_deposit (recovery, block, generation, member, sealed, signature) "
                           "VALUES ($1, $2, $3, $4, $5, $6) ON CONFLICT DO NOTHING",
                           recovery.generation, block, generation, member.person.login, sealed.bytes,
                           seal::sign(member.bundle, boundDeposit(recovery.generation, block, generation, sealed.bytes)));
}

Result<RecoveryState> StaffRegister::recovery()
{
    HALL_ASSIGN(const Trust trust, this->trust());
    HALL_ASSIGN(const auto record, recoveryRecord(trust));
    RecoveryState state;
    if (!record)
        return state;
    state.generation = record->generation;
    for (const auto& [login, box] : record->custodians) {
        const Trust::Record* person = trust.person(login, trust.records.size() - 1);
        state.custodians.append({login, person && !person->roles.isEmpty() && person->box == box});
    }
    HALL_ASSIGN(auto rows, m_cases.query("SELECT k.block, k.generation, d.member, d.sealed, d.signature FROM group_key k "
                                         "LEFT JOIN recovery_deposit d ON d.block = k.block AND d.generation = k.generation "
                                         "AND d.recovery = $1 ORDER BY k.block, k.generation",
                                         record->generation));
    while (true) {
        HALL_ASSIGN(const bool more, rows.next());
        if (!more)
            return state;
        const auto block = rows.get<QString>(0);
        const auto generation = rows.get<int>(1);
        if (state.groups.isEmpty() || state.groups.last().block != block)
            state.groups.append({block, 0, 0});
        state.groups.last().generation = generation;
        const auto member = rows.get<std::optional<QString>>(2);
        if (member
            && trust.granted(*member, block, generation,
                             boundDeposit(record->generation, block, generation, rows.get<QByteArray>(3)), rows.get<QByteArray>(4)))
            state.groups.last().deposited = generation;
    }
}

Result<int> StaffRegister::recoverGroup(const QString& block, const SignedIn& first, const SignedIn& second, SignedIn& member)
{
    const auto recovered = recoverWith(block, first, second, member);
    if (!recovered.ok())
        HALL_TRY(m_audit.append(QStringLiteral("recovery-refused"), first.person.login,
                                second.person.login + QLatin1Char('/') + block));
    return recovered;
}

Result<int> StaffRegister::recoverWith(const QString& block, const SignedIn& first, const SignedIn& second, SignedIn& member)
{
    if (!member.mayServe(block))
        return Error{ErrorCode::PermissionDenied, tr("\"%1\" does not serve this block.").arg(member.person.login)};
    HALL_ASSIGN(const Trust trust, this->trust());
    HALL_ASSIGN(const auto record, recoveryRecord(trust));
    if (!record)
        return Error{ErrorCode::KeyMissing, tr("No recovery was set up for this hall before its keys were lost.")};
    if (first.person.login == second.person.login)
        return Error{ErrorCode::PermissionDenied, tr("Recovery takes two custodians, who are two people.")};
    HALL_ASSIGN(const SecretBuffer one, openShare(record->shares, first, second));
    HALL_ASSIGN(const SecretBuffer other, openShare(record->shares, second, first));
    HALL_ASSIGN(const BoxKeyPair recovery, BoxKeyPair::fromSecret(exclusiveOr(one, other)));
    if (recovery.publicKey != record->publicKey)
        return Error{ErrorCode::SealInvalid, tr("The two halves do not make the recovery key. Tell the audit administrator.")};
    HALL_ASSIGN(auto deposits, openDeposits(*record, recovery, block, trust));
    if (deposits.empty())
        return Error{ErrorCode::KeyMissing,
                     tr("No key of the block \"%1\" that its members deposited is there: none of them has signed in since recovery was "
                        "set up, or what they deposited was changed. \"recovery status\" shows what could be brought back.")
                         .arg(block)};
    return m_cases.transaction(Mode::Write, [&]() -> Result<int> {
        for (auto& [generation, pair] : deposits)
            HALL_TRY(handOn(block, generation, pair, member.person.login, member.bundle.box.publicKey, member));
        for (const SignedIn* custodian : {&first, &second})
            HALL_TRY(m_audit.append(QStringLiteral("recovery-share-opened"), custodian->person.login, block));
        HALL_TRY(m_audit.append(QStringLiteral("group-recovered"), member.person.login, block));
        const auto many = static_cast<int>(deposits.size());
        for (auto& [generation, pair] : deposits)
            member.groups.insert_or_assign(std::pair(block, generation), std::move(pair));
        return many;
    });
}

/// Those that a member deposited and that are the group's keys; by generation.
Result<std::map<int, BoxKeyPair>> StaffRegister::openDeposits(const RecoveryRecord& record, const BoxKeyPair& recovery,
                                                              const QString& block, const Trust& trust)
{
    HALL_ASSIGN(auto rows, m_cases.query("SELECT d.generation, d.member, d.sealed, d.signature, k.public_key FROM recovery_deposit d "
                                         "JOIN group_key k ON k.block = d.block AND k.generation = d.generation "
                                         "WHERE d.recovery = $1 AND d.block = $2 ORDER BY d.generation",
                                         record.generation, block));
    std::map<int, BoxKeyPair> deposits;
    while (true) {
        HALL_ASSIGN(const bool more, rows.next());
        if (!more)
            return deposits;
        const auto generation = rows.get<int>(0);
        const seal::Sealed sealed{rows.get<QByteArray>(2)};
        if (!trust.granted(rows.get<QString>(1), block, generation, boundDeposit(record.generation, block, generation, sealed.bytes),
                           rows.get<QByteArray>(3)))
            continue; // put in by somebody who may not, or changed: a true one beside it still counts
        auto secret = seal::openSealed(recovery, sealed);
        if (!secret.ok())
            continue;
        HALL_ASSIGN(BoxKeyPair pair, BoxKeyPair::fromSecret(std::move(secret).value()));
        if (pair.publicKey != rows.get<QByteArray>(4))
            continue;
        deposits.insert_or_assign(generation, std::move(pair));
    }
}

} // namespace hall::store
