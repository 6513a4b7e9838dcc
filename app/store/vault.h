// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/base/result.h"
#include "app/seal/secret_buffer.h"
#include "app/store/hall_place.h"

#include <QJsonObject>
#include <QMap>
#include <memory>

namespace hall::sql {
class Connection;
}

namespace hall::store {

class AuditTrail;
class CaseOffice;
struct SignedIn;

/// What one person has of a hall on this machine, encrypted: the cases that they may open, opened, to be searched
/// (casefile::CaseIndex fills it), their drafts, and the newest record of the audit trail that they saw. Two SQLCipher files
/// in this account's data folder, named after the hall and the person without saying either. Their raw key is BLAKE2b of the
/// person's vault secret, which their passphrase opens, and this machine's device secret: neither half alone opens anything.
///
/// The projection can be built again, so one that is damaged, foreign or of a newer program is removed and begun anew; drafts
/// that cannot be read are set aside beside it (`.unreadable`) for whoever may save them. Neither keeps anybody from signing in.
///
/// Used by one thread at a time; several programs of one person may have it open at once.
/// Errors: DiskFull, StoreUnavailable, StoreLocked, PermissionDenied (this account cannot write its own data folder).
class Vault
{
public:
    /// `folder`: of this account, for tests; empty: below the system's data folder.
    static base::Result<std::unique_ptr<Vault>> open(const HallPlace& place, CaseOffice& office, const SignedIn& person,
                                                     const QString& folder = {});
    ~Vault();
    Vault(const Vault&) = delete;
    Vault& operator=(const Vault&) = delete;

    /// Kept under a name of the caller's choice, on the disk when this returns: it survives the end of the program and a power
    /// cut.
    base::Status keepDraft(const QString& key, const QJsonObject& content);
    base::Result<QMap<QString, QJsonObject>> drafts();
    base::Status dropDraft(const QString& key);

    /// A witness outside the store: the audit trail goes on from the newest record that this person saw here, and its newest
    /// record is remembered. To be asked at each sign-in, and after writing.
    /// Errors: SignatureInvalid (the store was rolled back to an older copy, or forked).
    base::Status witness(AuditTrail& audit);

    /// The tables of resources/migrations/vault; for casefile.
    sql::Connection& projection() { return *m_projection; }
    /// Throws the projection away: what was found damaged while it was used, or belongs to another copy of the hall.
    base::Status beginAnew();
    /// Whether what lay there could not be used, so that it begins anew.
    bool begunAnew() const { return m_begunAnew; }
    /// Of the projection; for tests and for administrators.
    const QString& file() const { return m_file; }

private:
    Vault() = default;

    base::Status openProjection();

    seal::SecretBuffer m_key;
    std::unique_ptr<sql::Connection> m_projection;
    std::unique_ptr<sql::Connection> m_desk;
    QString m_place;
    QString m_file;
    bool m_begunAnew = false;
};

} // namespace hall::store
