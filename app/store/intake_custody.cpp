// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/store/intake_custody.h"

#include "app/sql/connection.h"
#include "app/store/texts.h"

namespace hall::store {

using base::Error;
using base::ErrorCode;
using base::Result;
using base::Status;
using sql::Mode;

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
        HALL_TRY(keep(ticket, block, generation, sealed, actor));
        return m_audit.append(QStringLiteral("intake-taken"), actor, QString::number(ticket));
    });
}

Status IntakeCustody::keep(qint64 ticket, const QString& block, int generation, const QByteArray& sealed,
                           const QString& actor)
{
    return m_cases.execute("INSERT INTO intake (ticket, block, generation, sealed, taken_at, taken_by) "
                           "VALUES ($1, $2, $3, $4, $5, $6)",
                           ticket, block, generation, sealed, m_clock.now(), actor);
}

Result<bool> IntakeCustody::holds(qint64 ticket)
{
    HALL_ASSIGN(const auto held, m_cases.value<int>("SELECT 1 FROM intake WHERE ticket = $1", ticket));
    return held.has_value();
}

Result<seal::SecretBuffer> IntakeCustody::open(qint64 ticket, const SignedIn& reader)
{
    QString block;
    const seal::BoxKeyPair* key = nullptr;
    seal::Sealed sealed;
    {
        HALL_ASSIGN(auto rows, m_cases.query("SELECT block, generation, sealed FROM intake WHERE ticket = $1 ORDER BY taken_at",
                                             ticket));
        while (!key) {
            HALL_ASSIGN(const bool found, rows.next());
            if (!found)
                break;
            block = rows.get<QString>(0);
            const auto held = reader.groups.find({block, rows.get<int>(1)});
            if (held == reader.groups.end())
                continue;
            key = &held->second;
            sealed.bytes = rows.get<QByteArray>(2);
        }
    }
    if (block.isEmpty())
        return Error{ErrorCode::TicketNotFound, tr("Nothing was typed at the kiosk for this visit.")};
    if (!key) {
        HALL_TRY(m_audit.append(QStringLiteral("intake-refused"), reader.person.login, QString::number(ticket)));
        return Error{ErrorCode::PermissionDenied,
                     tr("What this visitor typed is for the block \"%1\". Ask somebody who serves there.").arg(block)};
    }
    auto text = seal::openSealed(*key, sealed);
    if (!text.ok()) {
        HALL_TRY(m_audit.append(QStringLiteral("intake-damaged"), reader.person.login, QString::number(ticket)));
        return text.error();
    }
    HALL_TRY(m_audit.append(QStringLiteral("intake-opened"), reader.person.login, QString::number(ticket)));
    return text;
}

Status IntakeCustody::handOver(qint64 ticket, const SignedIn& reader, const QString& block, const LineStore::BlockKey& key)
{
    HALL_ASSIGN(const auto there,
                m_cases.value<int>("SELECT 1 FROM intake WHERE ticket = $1 AND block = $2", ticket, block));
    if (there)
        return {};
    HALL_ASSIGN(const auto text, open(ticket, reader));
    HALL_ASSIGN(const auto sealed, seal::sealTo(key.publicKey, key.generation, text.view()));
    return m_cases.transaction(Mode::Write, [&]() -> Status {
        HALL_TRY(keep(ticket, block, key.generation, sealed.bytes, reader.person.login));
        return m_audit.append(QStringLiteral("intake-handed-over"), reader.person.login,
                              QString::number(ticket) + QLatin1Char('/') + block);
    });
}

} // namespace hall::store
