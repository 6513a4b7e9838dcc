// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/ctl/command_context.h"
#include "app/ctl/passphrase_source.h"
#include "app/store/hall_folder.h"

namespace hall::ctl {

/// The case store and the line of one hall, and people who sign in to act.
class StaffDesk
{
public:
    StaffDesk(CommandContext& context, PassphraseSource& passphrases);

    base::Status open();
    store::CaseOffice& office() { return *m_office; }
    store::LineStore& line() { return *m_line; }

    /// With the next passphrase, and one-time code where one is asked; what the line witnesses is compared.
    base::Result<store::SignedIn> signIn(const QString& login);
    /// With this one; where the account asks for a one-time code, with the next of those.
    base::Result<store::SignedIn> signIn(const QString& login, const seal::SecretBuffer& passphrase);
    /// The two who sign accounts and roster together, with the next two passphrases: security, then audit.
    struct Administrators
    {
        store::SignedIn security;
        store::SignedIn audit;
    };
    base::Result<Administrators> administrators();
    /// The first active person with this role. Errors: StaffUnknown.
    base::Result<store::SignedIn> signInWith(const QString& role);

private:
    CommandContext& m_context;
    PassphraseSource& m_passphrases;
    store::LineStore* m_line = nullptr;
    std::unique_ptr<store::CaseOffice> m_office;
};

} // namespace hall::ctl
