// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/sql/connection.h"
#include "app/store/staff.h"
#include "app/store/texts.h"

#include <algorithm>

// Somebody leaves: the account is closed on the roster, and their blocks' keys are renewed without them.
namespace hall::store {

using base::Error;
using base::ErrorCode;
using base::Result;
using base::Status;
using seal::BoxKeyPair;
using sql::Mode;

Status StaffRegister::renewGroup(const QString& block, SignedIn& member)
{
    return noted(renewHeld(block, member), kGroupRefused, member.person.login, block);
}

Status StaffRegister::renewHeld(const QString& block, SignedIn& member)
{
    BoxKeyPair pair = BoxKeyPair::generate();
    int generation = 0;
    HALL_TRY(m_cases.transaction(Mode::Write, [&]() -> Status {
        HALL_ASSIGN(const auto newest, m_cases.value<int>("SELECT max(generation) FROM group_key WHERE block = $1", block));
        if (!newest || !member.mayServe(block) || !member.groups.contains({block, *newest}))
            return Error{ErrorCode::PermissionDenied,
                         tr("\"%1\" does not hold the newest key of the block \"%2\" and cannot renew it.")
                             .arg(member.person.login, block)};
        generation = *newest + 1;
        HALL_TRY(m_cases.execute("INSERT INTO group_key (block, generation, public_key) VALUES ($1, $2, $3)", block, generation,
                                 pair.publicKey));
        HALL_TRY(vouch(block, generation, pair.publicKey, member));
        HALL_ASSIGN(const Trust trust, this->trust());
        HALL_TRY(depositNew(block, generation, pair, member, trust));
        const Roster roster = rosterOf(trust);
        HALL_ASSIGN(const auto holders, keyHolders());
        for (const QString& holder : holders.value(block)) {
            const Believed believed = roster.value(holder);
            if (believed.blocks.contains(block))
                HALL_TRY(handOn(block, generation, pair, holder, believed.box, member));
        }
        return m_audit.append(QStringLiteral("group-renewed"), member.person.login,
                              block + QLatin1Char('/') + QString::number(generation));
    }));
    member.groups.insert_or_assign(std::pair(block, generation), std::move(pair));
    return {};
}

Status StaffRegister::close(const QString& login, const SignedIn& security, const SignedIn& audit,
                            const std::vector<SignedIn*>& members)
{
    return noted(closeSigned(login, security, audit, members), kAccountRefused, security.person.login,
                 QStringLiteral("closed %1 %2").arg(audit.person.login, login));
}

Status StaffRegister::closeSigned(const QString& login, const SignedIn& security, const SignedIn& audit,
                                  const std::vector<SignedIn*>& members)
{
    if (!security.person.is(role::kSecurity) || !audit.person.is(role::kAudit))
        return Error{ErrorCode::PermissionDenied,
                     tr("An account is closed by the security administrator and countersigned by the audit administrator.")};
    HALL_ASSIGN(const auto known, account(login));
    const Person& leaver = known.first;
    if (leaver.isAdministrator())
        return Error{ErrorCode::PermissionDenied, tr("An administrator cannot be taken off while nobody has their place.")};
    return m_cases.transaction(Mode::Write, [&]() -> Status {
        HALL_ASSIGN(const auto holders, keyHolders());
        QMap<QString, int> until;
        std::vector<std::pair<QString, SignedIn*>> renewals;
        HALL_ASSIGN(const Trust trust, this->trust());
        const bool hadOtherKeys = std::any_of(trust.records.begin(), trust.records.end(), [&](const Trust::Record& record) {
            return record.login == login && record.sign != known.second.signPublicKey;
        });
        for (const QString& block : leaver.blocks) {
            HALL_ASSIGN(const auto newest, m_cases.value<int>("SELECT max(generation) FROM group_key WHERE block = $1", block));
            // Its key was never handed on to them. Whoever was reset may have had it before, and may have a copy of the store.
            if (!newest || (!holders.value(block).contains(login) && !hadOtherKeys))
                continue;
            const auto holder = std::find_if(members.begin(), members.end(), [&](const SignedIn* member) {
                return member->person.login != login && member->mayServe(block) && holders.value(block).contains(member->person.login);
            });
            if (holder == members.end())
                return Error{ErrorCode::KeyMissing,
                             tr("Somebody else who holds the key of the block \"%1\" must be there to renew it. Where nobody "
                                "else holds it, hand it on first.")
                                 .arg(block)};
            until.insert(block, *newest);
            renewals.emplace_back(block, *holder);
        }
        const Person gone{leaver.login, leaver.name, {}, {}, false};
        HALL_TRY(m_cases.execute("UPDATE staff SET roles = '', blocks = '', active = 0 WHERE login = $1", login));
        HALL_TRY(writeRoster(gone, known.second, security.bundle.signSecretKey, audit.bundle.signSecretKey, until));
        HALL_TRY(m_audit.append(QStringLiteral("account-closed"), security.person.login, login));
        for (const auto& [block, member] : renewals)
            HALL_TRY(renewHeld(block, *member));
        return {};
    });
}

} // namespace hall::store
