// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/casefile/case_file.h"
#include "app/casefile/case_grants.h"
#include "app/store/staff.h"

namespace hall::sql {
class Connection;
}

namespace hall::casefile {

/// What somebody is to a case.
enum class Standing {
    Stranger,   ///< holds no key of it
    Own,        ///< serves its block, or is a member of its workspace
    Shared,     ///< serves a block that it was shared with: reads with a reason, writes
    Supervising ///< reads with a reason
};

/// The keys of one case, as somebody holds them. A grant of each generation is sealed to each group that may read it, signed
/// by whoever made it. A case moves to a new key with the first entry after a key of one of those groups was renewed, so that
/// somebody who left reads nothing that was written afterwards.
class CaseKeys
{
public:
    CaseKeys(store::StaffRegister& staff, sql::Connection& cases, const store::SignedIn& person, const store::Trust& trust);

    /// Errors: the store's.
    base::Result<Standing> standing(const CaseSummary& summary);
    /// The newest key, which entries are written with; a new one where there is none or where one of its readers' keys was
    /// renewed. `excluded`: members of a workspace who get no key of this case. To be called in the transaction that writes.
    /// Errors: PermissionDenied, SignatureInvalid (granted by nobody who may), SealInvalid, KeyMissing (nobody could read it).
    base::Result<std::pair<int, seal::SecretBuffer>> forWriting(const CaseSummary& summary, const QStringList& excluded);
    /// Every key of the case that this person can open, by generation.
    base::Result<std::map<int, seal::SecretBuffer>> forReading(const CaseSummary& summary);
    /// Hands every key of the case on to another block. Errors: BlockUnknown (it has no key), PermissionDenied.
    base::Status share(const CaseSummary& summary, const QString& block);

private:
    struct Recipient
    {
        QString code;
        int generation = 0;
        QByteArray publicKey;
    };
    base::Result<std::optional<Recipient>> group(const QString& block);
    base::Result<QList<Recipient>> recipients(const CaseSummary& summary, const CaseGrants& grants, const QStringList& excluded);
    base::Status handOn(const QByteArray& caseId, int generation, const seal::SecretBuffer& key, const Recipient& to);
    const seal::BoxKeyPair* pairFor(const CaseGrant& grant) const;
    base::Result<seal::SecretBuffer> open(const CaseGrants& grants, const CaseGrant& grant) const;

    store::StaffRegister& m_staff;
    sql::Connection& m_cases;
    const store::SignedIn& m_person;
    const store::Trust& m_trust;
};

/// PermissionDenied: the case is another block's.
base::Error notTheirs();

} // namespace hall::casefile
