// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/store/intake_custody.h"

#include "app/sql/connection.h"

#include <QCoreApplication>

namespace hall::store {

using base::Error;
using base::ErrorCode;
using base::Result;
using base::Status;
using sql::Mode;

namespace {

QString tr(const char* text)
{
    return QCoreApplication::translate("hall::store", text);
}

} // namespace

IntakeCustody::IntakeCustody(sql::Connection& cases, const base::Clock& clock, AuditTrail& audit)
    : m_cases(cases)
    , m_clock(clock)
    , m_audit(audit)
{
}

Status IntakeCustody::take(qint64 ticket, const QString& block, int generation, const QByteArray& sealed,
                           const QString& actor)
{
    return m_cases.transaction(Mode::Write, [&]() -> Status {
        HALL_ASSIGN(const bool held, holds(ticket));
        if (held)
            return {};
        HALL_ASSIGN(const int sealedTo, seal::generationOf(seal::Sealed{sealed}));
        if (sealedTo != generation)
            return Error{ErrorCode::SealInvalid, tr("This was sealed to another generation of the block's key.")};
        HALL_TRY(m_cases.execute("INSERT INTO intake (ticket, block, generation, sealed, taken_at, taken_by) "
                                 "VALUES ($1, $2, $3, $4, $5, $6)",
                                 ticket, block, generation, sealed, m_clock.now(), actor));
        return m_audit.append(QStringLiteral("intake-taken"), actor, QString::number(ticket));
    });
}

Result<bool> IntakeCustody::holds(qint64 ticket)
{
    HALL_ASSIGN(const auto held, m_cases.value<int>("SELECT 1 FROM intake WHERE ticket = $1", ticket));
    return held.has_value();
}

Result<seal::SecretBuffer> IntakeCustody::open(qint64 ticket, const SignedIn& reader)
{
    QString block;
    int generation = 0;
    seal::Sealed sealed;
    {
        HALL_ASSIGN(auto rows, m_cases.query("SELECT block, generation, sealed FROM intake WHERE ticket = $1", ticket));
        HALL_ASSIGN(const bool found, rows.next());
        if (!found)
            return Error{ErrorCode::TicketNotFound, tr("Nothing was typed at the kiosk for this visit.")};
        block = rows.get<QString>(0);
        generation = rows.get<int>(1);
        sealed.bytes = rows.get<QByteArray>(2);
    }
    const auto key = reader.groups.find({block, generation});
    if (key == reader.groups.end()) {
        HALL_TRY(m_audit.append(QStringLiteral("intake-refused"), reader.person.login, QString::number(ticket)));
        return Error{ErrorCode::PermissionDenied,
                     tr("What this visitor typed is for the block \"%1\". Ask somebody who serves there.").arg(block)};
    }
    auto text = seal::openSealed(key->second, sealed);
    if (!text.ok()) {
        HALL_TRY(m_audit.append(QStringLiteral("intake-damaged"), reader.person.login, QString::number(ticket)));
        return text.error();
    }
    HALL_TRY(m_audit.append(QStringLiteral("intake-opened"), reader.person.login, QString::number(ticket)));
    return text;
}

} // namespace hall::store
