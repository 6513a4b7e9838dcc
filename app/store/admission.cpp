// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/store/admission.h"

#include "app/sql/connection.h"
#include "app/store/hall_folder.h"

namespace hall::store {

using base::Result;
using base::Status;

Result<Admission> admit(LineStore& line, CaseOffice& office, const Person& person, const seal::SecretBuffer& passphrase,
                        const SignedIn& security, const SignedIn& audit, const seal::KdfCost& cost)
{
    StaffRegister& staff = office.staff();
    HALL_TRY(staff.add(person, passphrase, security, audit, cost));
    HALL_ASSIGN(const auto holders, staff.keyHolders());
    Admission admission;
    QStringList keyless;
    for (const QString& block : person.blocks)
        (holders.contains(block) ? admission.missing : keyless).append(block);
    if (keyless.isEmpty())
        return admission;
    HALL_ASSIGN(SignedIn member, staff.signIn(person.login, passphrase));
    for (const QString& block : std::as_const(keyless))
        HALL_TRY(staff.makeGroup(block, member));
    HALL_TRY(publishBlockKeys(line, member));
    admission.held = keyless;
    return admission;
}

Status publishBlockKeys(LineStore& line, const SignedIn& member)
{
    return line.connection().transaction(sql::Mode::Write, [&]() -> Status {
        for (const auto& [key, pair] : member.groups)
            HALL_TRY(line.connection().execute("INSERT INTO block_key (block, generation, public_key) VALUES ($1, $2, $3) "
                                               "ON CONFLICT DO NOTHING",
                                               key.first, key.second, pair.publicKey));
        return {};
    });
}

} // namespace hall::store
