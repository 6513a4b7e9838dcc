// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/sql/connection.h"
#include "app/store/staff.h"
#include "app/store/texts.h"

// A passphrase is lost: the account goes on with new keys. What the old ones signed holds, what they opened does not come back
// by itself: a colleague hands the blocks' keys on, or two custodians do.
namespace hall::store {

using base::Error;
using base::ErrorCode;
using base::Status;
using sql::Mode;

Status StaffRegister::reset(const QString& login, const seal::SecretBuffer& passphrase, const SignedIn& security,
                            const SignedIn& audit, const seal::KdfCost& cost)
{
    return noted(resetSigned(login, passphrase, security, audit, cost), kAccountRefused, security.person.login,
                 QStringLiteral("reset %1 %2").arg(audit.person.login, login));
}

Status StaffRegister::resetSigned(const QString& login, const seal::SecretBuffer& passphrase, const SignedIn& security,
                                  const SignedIn& audit, const seal::KdfCost& cost)
{
    if (!security.person.is(role::kSecurity) || !audit.person.is(role::kAudit))
        return Error{ErrorCode::PermissionDenied,
                     tr("An account is reset by the security administrator and countersigned by the audit administrator.")};
    HALL_ASSIGN(const auto known, account(login));
    const Person& person = known.first;
    if (person.is(role::kSecurity) || person.is(role::kAudit))
        return Error{ErrorCode::PermissionDenied,
                     tr("The roster hangs on the keys of the security and the audit administrator: they cannot be reset.")};
    if (!person.active)
        return Error{ErrorCode::PermissionDenied, tr("This account has been closed. Ask the security administrator.")};
    const seal::Bundle bundle = seal::Bundle::generate();
    HALL_ASSIGN(const auto sealed, seal::sealBundle(bundle, login, passphrase, cost));
    return m_cases.transaction(Mode::Write, [&]() -> Status {
        // What was handed on with the old key holds up to here; whoever finds that key later hands nothing on.
        QMap<QString, int> until;
        for (const QString& block : person.blocks) {
            HALL_ASSIGN(const auto newest, m_cases.value<int>("SELECT max(generation) FROM group_key WHERE block = $1", block));
            until.insert(block, newest.value_or(0));
        }
        HALL_TRY(m_cases.execute("UPDATE staff SET bundle_version = $2, kdf_passes = $3, kdf_memory = $4, salt = $5, nonce = $6, "
                                 "sealed = $7, box_public = $8, sign_public = $9, failures = 0, locked_until = 0 WHERE login = $1",
                                 login, sealed.version, sealed.cost.passes, sealed.cost.memoryBytes, sealed.salt, sealed.nonce,
                                 sealed.sealed, sealed.boxPublicKey, sealed.signPublicKey));
        HALL_TRY(m_cases.execute("DELETE FROM group_grant WHERE member = $1", login));
        HALL_TRY(writeRoster(person, sealed, security.bundle.signSecretKey, audit.bundle.signSecretKey, until));
        return m_audit.append(QStringLiteral("account-reset"), security.person.login, login);
    });
}

} // namespace hall::store
