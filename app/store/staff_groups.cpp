// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/sql/connection.h"
#include "app/store/staff.h"
#include "app/store/texts.h"

// The groups' keys: one per block, in generations, each member with a grant of their own.
namespace hall::store {

using base::Error;
using base::ErrorCode;
using base::Result;
using base::Status;
using seal::BoxKeyPair;
using seal::SecretBuffer;
using sql::Mode;

namespace {

constexpr int kFirstGeneration = 1;

/// What the granter signs: without it, a sealed box from nobody would be believed.
QByteArray boundGrant(const QString& block, int generation, const QString& member, const QByteArray& sealed)
{
    return seal::hash("hall.grant.v1",
                      block.toUtf8() + '\0' + QByteArray::number(generation) + '\0' + member.toUtf8() + '\0' + sealed);
}

QByteArray boundVoucher(const QString& block, int generation, const QByteArray& publicKey)
{
    return seal::hash("hall.voucher.v1", block.toUtf8() + '\0' + QByteArray::number(generation) + '\0' + publicKey);
}

} // namespace

Status StaffRegister::vouch(const QString& block, int generation, const QByteArray& publicKey, const SignedIn& member)
{
    return m_cases.execute("INSERT INTO group_voucher (block, generation, member, signature) VALUES ($1, $2, $3, $4) "
                           "ON CONFLICT DO NOTHING",
                           block, generation, member.person.login,
                           seal::sign(member.bundle, boundVoucher(block, generation, publicKey)));
}

/// Groups that were made before there were vouchers, or whose only voucher was given by somebody who is not believed any more.
Status StaffRegister::vouchForOwn(const SignedIn& member)
{
    for (const auto& [key, pair] : member.groups) {
        HALL_ASSIGN(const auto there, m_cases.value<int>("SELECT 1 FROM group_voucher WHERE block = $1 AND generation = $2 AND "
                                                         "member = $3",
                                                         key.first, key.second, member.person.login));
        if (!there)
            HALL_TRY(vouch(key.first, key.second, pair.publicKey, member));
    }
    return {};
}

Result<StaffRegister::VouchedKey> StaffRegister::vouchedKey(const QString& block, const Trust& trust)
{
    HALL_ASSIGN(auto rows, m_cases.query("SELECT k.generation, k.public_key, v.member, v.signature FROM group_key k "
                                         "JOIN group_voucher v ON v.block = k.block AND v.generation = k.generation "
                                         "WHERE k.block = $1 ORDER BY k.generation DESC",
                                         block));
    while (true) {
        HALL_ASSIGN(const bool more, rows.next());
        if (!more)
            return VouchedKey();
        const auto generation = rows.get<int>(0);
        const auto publicKey = rows.get<QByteArray>(1);
        if (trust.granted(rows.get<QString>(2), block, generation, boundVoucher(block, generation, publicKey),
                          rows.get<QByteArray>(3)))
            return VouchedKey{generation, publicKey};
    }
}

Result<QByteArray> StaffRegister::makeGroup(const QString& block, SignedIn& first)
{
    return noted(makeHeld(block, first), kGroupRefused, first.person.login, block);
}

Result<QByteArray> StaffRegister::makeHeld(const QString& block, SignedIn& first)
{
    if (!first.mayServe(block))
        return Error{ErrorCode::PermissionDenied, tr("\"%1\" does not serve this block.").arg(first.person.login)};
    HALL_ASSIGN(const Trust trust, this->trust());
    BoxKeyPair pair = BoxKeyPair::generate();
    HALL_TRY(m_cases.transaction(Mode::Write, [&]() -> Status {
        HALL_TRY(m_cases.execute("INSERT INTO group_key (block, generation, public_key) VALUES ($1, $2, $3)", block,
                                 kFirstGeneration, pair.publicKey));
        HALL_TRY(handOn(block, kFirstGeneration, pair, first.person.login, first.bundle.box.publicKey, first));
        HALL_TRY(vouch(block, kFirstGeneration, pair.publicKey, first));
        HALL_TRY(depositNew(block, kFirstGeneration, pair, first, trust));
        return m_audit.append(QStringLiteral("group-made"), first.person.login, block);
    }));
    const QByteArray publicKey = pair.publicKey;
    first.groups.emplace(std::pair(block, kFirstGeneration), std::move(pair));
    return publicKey;
}

Status StaffRegister::handOn(const QString& block, int generation, const BoxKeyPair& pair, const QString& member,
                             const QByteArray& box, const SignedIn& granter)
{
    HALL_ASSIGN(const auto sealed, seal::sealTo(box, generation, pair.secretKey.view()));
    return m_cases.execute("INSERT INTO group_grant (block, generation, member, sealed, granter, signature) "
                           "VALUES ($1, $2, $3, $4, $5, $6) ON CONFLICT DO NOTHING",
                           block, generation, member, sealed.bytes, granter.person.login,
                           seal::sign(granter.bundle, boundGrant(block, generation, member, sealed.bytes)));
}

Status StaffRegister::grant(const QString& block, const QString& member, const SignedIn& granter)
{
    return noted(grantHeld(block, member, granter), kGroupRefused, granter.person.login, block + QLatin1Char('/') + member);
}

Status StaffRegister::grantHeld(const QString& block, const QString& member, const SignedIn& granter)
{
    HALL_ASSIGN(const auto roster, readRoster());
    if (!roster.contains(member))
        return Error{ErrorCode::StaffUnknown, tr("There is no person \"%1\" on the roster.").arg(member)};
    if (!roster.value(member).blocks.contains(block))
        return Error{ErrorCode::PermissionDenied, tr("\"%1\" does not serve this block.").arg(member)};
    return m_cases.transaction(Mode::Write, [&]() -> Status {
        bool any = false;
        for (const auto& [key, pair] : granter.groups) {
            if (key.first != block)
                continue;
            any = true;
            HALL_TRY(handOn(block, key.second, pair, member, roster.value(member).box, granter));
        }
        if (!any)
            return Error{ErrorCode::PermissionDenied,
                         tr("Only a member of the block can hand its key on. Ask somebody who serves there.")};
        return m_audit.append(QStringLiteral("group-granted"), granter.person.login, block + QLatin1Char('/') + member);
    });
}

Result<QMap<QString, QStringList>> StaffRegister::keyHolders()
{
    HALL_ASSIGN(auto rows, m_cases.query("SELECT DISTINCT block, member FROM group_grant ORDER BY block, member"));
    QMap<QString, QStringList> holders;
    while (true) {
        HALL_ASSIGN(const bool more, rows.next());
        if (!more)
            return holders;
        holders[rows.get<QString>(0)].append(rows.get<QString>(1));
    }
}

Status StaffRegister::openGroups(SignedIn& signedIn, const Trust& trust)
{
    HALL_ASSIGN(auto rows, m_cases.query("SELECT g.block, g.generation, g.sealed, g.granter, g.signature, k.public_key "
                                         "FROM group_grant g JOIN group_key k ON k.block = g.block AND "
                                         "k.generation = g.generation WHERE g.member = $1",
                                         signedIn.person.login));
    while (true) {
        HALL_ASSIGN(const bool more, rows.next());
        if (!more)
            return {};
        const auto block = rows.get<QString>(0);
        const auto generation = rows.get<int>(1);
        const seal::Sealed sealed{rows.get<QByteArray>(2)};
        const QByteArray bound = boundGrant(block, generation, signedIn.person.login, sealed.bytes);
        if (!trust.granted(rows.get<QString>(3), block, generation, bound, rows.get<QByteArray>(4)))
            return Error{ErrorCode::SignatureInvalid,
                         tr("A key of the block \"%1\" was handed on by nobody who may. Tell the audit administrator.")
                             .arg(block)};
        if (!signedIn.mayServe(block))
            continue; // served there once
        HALL_ASSIGN(SecretBuffer secret, seal::openSealed(signedIn.bundle.box, sealed));
        HALL_ASSIGN(BoxKeyPair pair, BoxKeyPair::fromSecret(std::move(secret)));
        if (pair.publicKey != rows.get<QByteArray>(5))
            return Error{ErrorCode::SignatureInvalid,
                         tr("The public key of the block \"%1\" is not its members' key. Tell the audit administrator.")
                             .arg(block)};
        signedIn.groups.emplace(std::pair(block, generation), std::move(pair));
    }
}

} // namespace hall::store
