// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/store/countersign.h"

#include "app/sql/connection.h"
#include "app/store/texts.h"

#include <algorithm>

namespace hall::store {

using base::Error;
using base::ErrorCode;
using base::Result;
using base::Status;
using sql::Mode;

namespace {

/// The record's hash covers everything before it.
QByteArray messageOf(const Countersignature& signature, const QByteArray& hash)
{
    return "hall.countersign.v1 " + QByteArray::number(signature.seq) + ' ' +
           QByteArray::number(base::toMs(signature.at)) + ' ' + signature.signer.toUtf8() + ' ' + hash;
}

/// Whether somebody of this login ever stood on the roster as audit administrator and signed this.
bool signedByAuditor(const Trust& trust, const Countersignature& signature, const QByteArray& hash,
                     const QByteArray& bytes)
{
    return std::any_of(trust.records.begin(), trust.records.end(), [&](const Trust::Record& record) {
        return record.login == signature.signer && record.roles.contains(role::kAudit) &&
               seal::verify(record.sign, messageOf(signature, hash), bytes);
    });
}

} // namespace

Result<Countersignature> countersign(CaseOffice& office, const SignedIn& auditor, const base::Progress& progress)
{
    if (!auditor.person.is(role::kAudit)) {
        HALL_TRY(office.audit().append(kAuditRefused, auditor.person.login));
        return Error{ErrorCode::PermissionDenied, tr("The audit trail is countersigned by the audit administrator.")};
    }
    HALL_ASSIGN(const auto verdict, office.audit().verify(progress));
    HALL_ASSIGN(const auto before, verifyCountersignatures(office));
    if (!verdict.broken.isEmpty() || !before.broken.isEmpty())
        return Error{ErrorCode::SignatureInvalid, tr("The audit trail does not hold together, so nothing was signed. "
                                                     "Run \"hallctl audit verify\" and find out who changed it.")};
    const Countersignature signature{verdict.records, office.clock().now(), auditor.person.login};
    HALL_TRY(office.store().connection().transaction(Mode::Write, [&]() -> Status {
        HALL_TRY(office.store().connection().execute(
            "INSERT INTO audit_countersign (seq, at, signer, signature) VALUES ($1, $2, $3, $4)", signature.seq,
            signature.at, signature.signer, seal::sign(auditor.bundle, messageOf(signature, verdict.head))));
        return office.audit().append(QStringLiteral("audit-countersigned"), auditor.person.login,
                                     QString::number(signature.seq));
    }));
    return signature;
}

Result<CountersignVerdict> verifyCountersignatures(CaseOffice& office)
{
    HALL_ASSIGN(const Trust trust, office.staff().trust());
    HALL_ASSIGN(auto rows, office.store().connection().query(
                               "SELECT s.seq, s.at, s.signer, s.signature, a.hash FROM audit_countersign s "
                               "LEFT JOIN audit a ON a.seq = s.seq ORDER BY s.seq"));
    CountersignVerdict verdict;
    while (true) {
        HALL_ASSIGN(const bool more, rows.next());
        if (!more)
            return verdict;
        const Countersignature signature{rows.get<qint64>(0), rows.get<base::Timestamp>(1), rows.get<QString>(2)};
        const QByteArray hash = rows.isNull(4) ? QByteArray() : rows.get<QByteArray>(4);
        if (!hash.isEmpty() && signedByAuditor(trust, signature, hash, rows.get<QByteArray>(3)))
            verdict.newest = signature;
        else
            verdict.broken.append(signature.seq);
    }
}

} // namespace hall::store
