// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/casefile/case_file.h"
#include "app/store/staff.h"

namespace hall::sql {
class Connection;
}

namespace hall::casefile {

/// The keys of one case, as somebody who serves its block holds them: a grant of each generation is sealed to the block's
/// key, signed by whoever made it. A case moves to a new key with the first entry after the block's key was renewed, so that
/// somebody who left reads nothing that was written afterwards.
class CaseKeys
{
public:
    CaseKeys(sql::Connection& cases, const store::SignedIn& person, const store::Trust& trust);

    /// The newest key, which entries are written with. A case without one, or with one that was sealed to an older
    /// generation of the block's key, is given a new one. To be called in the transaction that writes the entry.
    /// Errors: PermissionDenied (the block's key is not theirs), SignatureInvalid (granted by nobody who may), SealInvalid.
    base::Result<std::pair<int, seal::SecretBuffer>> forWriting(const QByteArray& caseId, const QString& block);
    /// Every key of the case that this person can open, by generation.
    base::Result<std::map<int, seal::SecretBuffer>> forReading(const QByteArray& caseId);

private:
    base::Result<seal::SecretBuffer> open(const QByteArray& caseId, int generation, const QString& block,
                                          int blockGeneration, const QByteArray& sealed, const QString& granter,
                                          const QByteArray& signature) const;
    base::Result<seal::SecretBuffer> make(const QByteArray& caseId, int generation, const QString& block,
                                          int blockGeneration);
    int newestGeneration(const QString& block) const;

    sql::Connection& m_cases;
    const store::SignedIn& m_person;
    const store::Trust& m_trust;
};

/// PermissionDenied: the case is another block's.
base::Error notTheirs();
/// What is wrong with the grants of a case's keys, in words; needs no key.
base::Result<QStringList> faultyGrants(sql::Connection& cases, const store::Trust& trust, const QByteArray& caseId);

} // namespace hall::casefile
