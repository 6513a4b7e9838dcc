// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/seal/bundle.h"

#include <QStringList>

namespace hall::store {

class CaseOffice;
class LineStore;
struct Person;
struct SignedIn;

/// Which of a new person's blocks they hold the key of, and for which a colleague has to hand it on.
struct Admission
{
    QStringList held;
    QStringList missing;
    bool operator==(const Admission&) const = default;
};

/// Admits a person to a hall that is running: account and roster, signed by both administrators. A block of theirs that has
/// no key yet gets it now, with them as its first member, and the kiosks can seal to it from then on.
/// Errors: those of StaffRegister::add.
base::Result<Admission> admit(LineStore& line, CaseOffice& office, const Person& person,
                              const seal::SecretBuffer& passphrase, const SignedIn& security, const SignedIn& audit,
                              const seal::KdfCost& cost);

/// Puts the public halves of the blocks' keys that this member holds into the line, where kiosks look for them; repeated, it
/// changes nothing.
base::Status publishBlockKeys(LineStore& line, const SignedIn& member);

} // namespace hall::store
