// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/base/clock.h"
#include "app/base/progress.h"
#include "app/seal/bundle.h"

#include <QList>

namespace hall::sql {
class Connection;
}

namespace hall::store {

struct AuditRecord
{
    qint64 seq = 0;
    base::Timestamp at;
    QString kind;    ///< "signed-in", "sign-in-refused", "account-locked", "account-created", "intake-opened", …
    QString actor;   ///< login
    QString subject; ///< a code or a number, never a visitor's name
    QByteArray sealed; ///< to the audit administrator; mostly empty
    bool operator==(const AuditRecord&) const = default;
};

/// Who did what: one chain per hall, signed by the station. A record that is changed, removed, repeated or reordered
/// breaks the chain.
class AuditTrail
{
public:
    AuditTrail(sql::Connection& cases, const base::Clock& clock, const seal::SignKeyPair& station);

    /// `sealed`: words that the audit administrator alone may read.
    base::Status append(const QString& kind, const QString& actor, const QString& subject = {}, const QByteArray& sealed = {});
    base::Result<QList<AuditRecord>> list(int newest = 1000);
    /// Those older than record `seq`, newest first: the trail page by page.
    base::Result<QList<AuditRecord>> before(qint64 seq, int atMost);

    struct Verdict
    {
        qint64 records = 0;
        QList<qint64> broken; ///< numbers of records that do not follow from what stands before
        QByteArray head;
    };
    /// Errors: Cancelled.
    base::Result<Verdict> verify(const base::Progress& progress = {});

    struct Head
    {
        qint64 seq = 0;
        QByteArray hash;
    };
    /// The newest record; what was seen of it elsewhere proves later that the trail was not cut.
    base::Result<Head> head();
    /// Empty when there is no such record.
    base::Result<QByteArray> hashOf(qint64 seq);
    /// The records behind a known one, oldest first, no more than `atMost`: each follows from the one before, and the station
    /// signed the last. `newest`: that last one. Errors: SignatureInvalid.
    struct Continuation
    {
        QList<AuditRecord> records;
        Head newest;
    };
    base::Result<Continuation> since(const Head& known, int atMost);
    QByteArray stationKey() const { return m_station.publicKey; }

private:
    sql::Connection& m_cases;
    const base::Clock& m_clock;
    const seal::SignKeyPair& m_station;
};

} // namespace hall::store
