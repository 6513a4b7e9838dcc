// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/seal/totp.h"
#include "app/sql/connection.h"
#include "app/store/staff.h"
#include "app/store/texts.h"

// One-time codes as a second factor, and sealing a person's bundle anew.
namespace hall::store {

using base::Error;
using base::ErrorCode;
using base::Result;
using base::Status;
using seal::SecretBuffer;
using sql::Mode;

namespace {

Error codeRefused()
{
    return {ErrorCode::PassphraseWrong,
            tr("The one-time code is not right, or it was used already. Wait for the next one, and see that "
               "the clocks of this machine and of the authenticator agree.")};
}

} // namespace

Result<bool> StaffRegister::asksCode(const QString& login)
{
    HALL_ASSIGN(const auto version, m_cases.value<int>("SELECT bundle_version FROM staff WHERE login = $1", login));
    return version.value_or(seal::SealedBundle::kPlain) == seal::SealedBundle::kWithCodes;
}

/// The second of two people who saw the same code comes too late: a step counts once, and none before it.
Result<bool> StaffRegister::useUpStep(const QString& login, qint64 step)
{
    HALL_ASSIGN(const auto used,
                m_cases.value<qint64>("INSERT INTO staff_code (login, step) VALUES ($1, $2) ON CONFLICT (login) "
                                      "DO UPDATE SET step = excluded.step WHERE staff_code.step < excluded.step "
                                      "RETURNING step",
                                      login, step));
    return used.has_value();
}

Status StaffRegister::checkCode(const SignedIn& person, const QString& code, base::Milliseconds lock)
{
    if (person.bundle.codeSecret.isEmpty())
        return {};
    const auto step = seal::stepOfCode(person.bundle.codeSecret, code, m_clock.now());
    bool fresh = false;
    if (step) {
        HALL_ASSIGN(fresh, useUpStep(person.person.login, *step));
    }
    if (fresh)
        return {};
    HALL_TRY(noteRefusal(person.person.login, lock, QStringLiteral("code-refused")));
    return codeRefused();
}

Result<SecretBuffer> StaffRegister::offerCodes(const SignedIn& person)
{
    SecretBuffer secret = SecretBuffer::random(seal::kCodeSecretBytes);
    HALL_ASSIGN(const auto sealed, seal::sealTo(person.bundle.box.publicKey, 1, secret.view()));
    HALL_TRY(m_cases.transaction(Mode::Write, [&]() -> Status {
        HALL_TRY(m_cases.execute("INSERT INTO staff_code (login, offer) VALUES ($1, $2) ON CONFLICT (login) DO UPDATE "
                                 "SET offer = excluded.offer",
                                 person.person.login, sealed.bytes));
        return m_audit.append(QStringLiteral("second-factor-offered"), person.person.login);
    }));
    return secret;
}

Status StaffRegister::confirmCodes(SignedIn& person, const SecretBuffer& passphrase, const QString& code,
                                   const seal::KdfCost& cost)
{
    const QString& login = person.person.login;
    HALL_ASSIGN(const auto offered, m_cases.value<QByteArray>(
                                        "SELECT offer FROM staff_code WHERE login = $1 AND offer IS NOT NULL", login));
    if (!offered || offered->isEmpty())
        return Error{ErrorCode::InvalidArgument,
                     tr("No secret for one-time codes was shown to this person yet. Enrol first.")};
    HALL_ASSIGN(auto secret, seal::openSealed(person.bundle.box, {*offered}));
    const auto step = seal::stepOfCode(secret, code, m_clock.now());
    if (!step) {
        HALL_TRY(m_audit.append(QStringLiteral("code-refused"), login));
        return codeRefused();
    }
    person.bundle.codeSecret = std::move(secret);
    return m_cases.transaction(Mode::Write, [&]() -> Status {
        HALL_TRY(resealBundle(person, passphrase, cost, QStringLiteral("second-factor-confirmed")));
        return m_cases.execute("UPDATE staff_code SET offer = NULL, step = $2 WHERE login = $1", login, *step);
    });
}

Status StaffRegister::removeCodes(SignedIn& person, const SecretBuffer& passphrase, const seal::KdfCost& cost)
{
    person.bundle.codeSecret.clear();
    return resealBundle(person, passphrase, cost, QStringLiteral("second-factor-removed"));
}

Status StaffRegister::resealBundle(const SignedIn& person, const SecretBuffer& passphrase, const seal::KdfCost& cost,
                                   const QString& kind)
{
    HALL_ASSIGN(const auto sealed, seal::sealBundle(person.bundle, person.person.login, passphrase, cost));
    return m_cases.transaction(Mode::Write, [&]() -> Status {
        HALL_TRY(m_cases.execute("UPDATE staff SET bundle_version = $2, kdf_passes = $3, kdf_memory = $4, salt = $5, "
                                 "nonce = $6, sealed = $7 WHERE login = $1",
                                 person.person.login, sealed.version, sealed.cost.passes, sealed.cost.memoryBytes,
                                 sealed.salt, sealed.nonce, sealed.sealed));
        return m_audit.append(kind, person.person.login);
    });
}

Status StaffRegister::changePassphrase(const SignedIn& person, const SecretBuffer& passphrase,
                                       const seal::KdfCost& cost)
{
    return resealBundle(person, passphrase, cost, QStringLiteral("passphrase-changed"));
}

} // namespace hall::store
