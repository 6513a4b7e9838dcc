// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/ctl/staff_desk.h"

#include "app/store/line_witness.h"

#include <QCoreApplication>

namespace hall::ctl {

using base::Error;
using base::ErrorCode;
using base::Result;
using base::Status;
using store::SignedIn;

StaffDesk::StaffDesk(CommandContext& context, PassphraseSource& passphrases)
    : m_context(context)
    , m_passphrases(passphrases)
{
}

Status StaffDesk::open()
{
    HALL_ASSIGN(const store::HallPlace place, m_context.place());
    HALL_ASSIGN(m_line, m_context.line());
    HALL_ASSIGN(m_office, store::CaseOffice::open(place, m_context.clock()));
    return {};
}

Result<SignedIn> StaffDesk::signIn(const QString& login)
{
    HALL_ASSIGN(const auto passphrase, m_passphrases.next(login));
    return signIn(login, passphrase);
}

Result<SignedIn> StaffDesk::signIn(const QString& login, const seal::SecretBuffer& passphrase)
{
    QString code;
    HALL_ASSIGN(const bool asked, m_office->staff().asksCode(login));
    if (asked) {
        HALL_ASSIGN(code, m_passphrases.nextCode(login));
    }
    HALL_ASSIGN(auto signedIn, m_office->staff().signIn(login, passphrase, code));
    HALL_TRY(store::compareWithLine(*m_line, *m_office, signedIn));
    return signedIn;
}

Result<StaffDesk::Administrators> StaffDesk::administrators()
{
    HALL_ASSIGN(SignedIn security, signInWith(store::role::kSecurity));
    HALL_ASSIGN(SignedIn audit, signInWith(store::role::kAudit));
    return Administrators{std::move(security), std::move(audit)};
}

Result<SignedIn> StaffDesk::signInWith(const QString& role)
{
    HALL_ASSIGN(const auto people, m_office->staff().list());
    for (const store::Person& person : people) {
        if (person.is(role) && person.active)
            return signIn(person.login);
    }
    return Error{ErrorCode::StaffUnknown,
                 QCoreApplication::translate("hall::ctl", "This hall has nobody with the role \"%1\".").arg(role)};
}

} // namespace hall::ctl
