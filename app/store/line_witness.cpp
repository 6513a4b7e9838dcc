// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/store/line_witness.h"

#include "app/sql/connection.h"
#include "app/store/hall_folder.h"
#include "app/store/texts.h"
#include "app/store/trail_memory.h"

namespace hall::store {

using base::Error;
using base::ErrorCode;
using base::Result;
using base::Status;

namespace {

const QString kHead = QStringLiteral("audit_head"); // "seq hash"

Status compareFounders(LineStore& line, CaseOffice& office)
{
    HALL_ASSIGN(const QString root, line.setting(QStringLiteral("roster_root")));
    HALL_ASSIGN(const QString station, line.setting(QStringLiteral("station_key")));
    HALL_ASSIGN(const QByteArray actualRoot, office.staff().rosterRoot());
    if (root != QString::fromLatin1(actualRoot.toHex())
        || station != QString::fromLatin1(office.audit().stationKey().toHex()))
        return Error{ErrorCode::SignatureInvalid,
                     tr("The line and the case store were not made for the same hall. Tell the audit administrator; do not "
                        "go on working.")};
    return {};
}

Status compareBlockKeys(LineStore& line, const SignedIn& person)
{
    HALL_ASSIGN(auto rows, line.connection().query("SELECT block, generation, public_key FROM block_key"));
    while (true) {
        HALL_ASSIGN(const bool more, rows.next());
        if (!more)
            return {};
        const auto block = rows.get<QString>(0);
        const auto any = person.groups.lower_bound({block, 0});
        if (any == person.groups.end() || any->first.first != block)
            continue; // not this person's block, or its key was not handed on to them yet
        const auto own = person.groups.find({block, rows.get<int>(1)});
        if (own == person.groups.end() || own->second.publicKey != rows.get<QByteArray>(2))
            return Error{ErrorCode::SignatureInvalid,
                         tr("The kiosks seal what visitors type for the block \"%1\" to a key that is not the block's. Stop "
                            "the kiosks and tell the audit administrator.")
                             .arg(block)};
    }
}

Status compareTrail(LineStore& line, CaseOffice& office)
{
    AuditTrail& audit = office.audit();
    HALL_TRY(compareWithAccount(office));
    HALL_ASSIGN(const QString remembered, line.setting(kHead));
    const qint64 seq = remembered.section(QLatin1Char(' '), 0, 0).toLongLong();
    if (seq > 0) {
        HALL_ASSIGN(const QByteArray hash, audit.hashOf(seq));
        if (QString::fromLatin1(hash.toHex()) != remembered.section(QLatin1Char(' '), 1))
            return Error{ErrorCode::SignatureInvalid,
                         tr("The case store is older than what was seen before, or its audit trail was cut. Tell the audit "
                            "administrator; do not go on working.")};
    }
    HALL_ASSIGN(const AuditTrail::Head head, audit.head());
    if (head.seq <= seq)
        return {};
    return line.setSetting(kHead, QString::number(head.seq) + QLatin1Char(' ') + QString::fromLatin1(head.hash.toHex()));
}

} // namespace

Status compareWithLine(LineStore& line, CaseOffice& office, const SignedIn& person)
{
    Status outcome = compareFounders(line, office);
    if (outcome.ok())
        outcome = compareBlockKeys(line, person);
    if (outcome.ok())
        outcome = compareTrail(line, office);
    if (!outcome.ok() && outcome.error().code == ErrorCode::SignatureInvalid)
        HALL_TRY(office.audit().append(QStringLiteral("stores-disagree"), person.person.login));
    return outcome;
}

Status compareTrailWithLine(LineStore& line, CaseOffice& office)
{
    return compareTrail(line, office);
}

} // namespace hall::store
