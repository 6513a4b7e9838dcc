// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/store/hall_move.h"

#include "app/sql/connection.h"
#include "app/store/hall_folder.h"
#include "app/store/key_ring.h"
#include "app/store/table_rows.h"
#include "app/store/texts.h"

#include <QFile>

namespace hall::store {

using base::Error;
using base::ErrorCode;
using base::Result;
using base::Status;
using sql::Mode;

namespace {

/// After it, the folder's line takes no step: each of them adds an event.
constexpr const char* kCloseOldLine =
    "CREATE TRIGGER hall_has_moved BEFORE INSERT ON ticket_event BEGIN SELECT RAISE(ABORT, 'this hall has moved to a server'); END";

Status copyTable(sql::Connection& from, sql::Connection& to, const QString& table, const QStringList& columns, const std::string& where)
{
    RowBundle bundle(to, table, columns);
    HALL_TRY(eachRow(from, table, columns, where, [&](const sql::Rows& rows) { return bundle.add(valuesOf(rows)); }));
    HALL_TRY(bundle.send());
    return countOn(to, table);
}

class Mover
{
public:
    Mover(const HallPlace& from, const HallPlace& to, const base::Clock& clock, std::function<void(const MovedTable&)> copied)
        : m_from(from)
        , m_to(to)
        , m_clock(clock)
        , m_copied(std::move(copied))
    {
    }

    Status run(LineStore& line, CaseStore& cases, LineStore& newLine, CaseStore& newCases)
    {
        HALL_TRY(mustBeQuiet(line.connection()));
        HALL_TRY(copyPart(QStringLiteral("line"), line.connection(), newLine.connection()));
        HALL_TRY(copyPart(QStringLiteral("case"), cases.connection(), newCases.connection()));
        HALL_TRY(carryKey());
        HALL_TRY(walk(newCases));
        HALL_ASSIGN(const QString id, line.setting(QStringLiteral("hall_id")));
        HALL_TRY(newLine.setSetting(QStringLiteral("hall_id"), id)); // from here on there is a hall
        HALL_TRY(line.setSetting(QStringLiteral("moved_to"), m_to.shown()));
        return line.connection().script(kCloseOldLine);
    }
    QList<MovedTable> tables() const { return m_tables; }

private:
    static Status mustBeQuiet(sql::Connection& line)
    {
        HALL_ASSIGN(const auto desk, line.value<int>("SELECT number FROM desk WHERE state <> 'closed' ORDER BY number"));
        if (desk)
            return Error{ErrorCode::DeskBusy, tr("Desk %1 is open. End the day first (hallctl day close) and stop the programs.").arg(*desk)};
        return {};
    }

    Status copyPart(const QString& part, sql::Connection& from, sql::Connection& to)
    {
        for (const QString& table : tablesOf(part)) {
            HALL_ASSIGN(const QStringList columns, from.columnsOf(table));
            const bool settings = table == QLatin1StringView("setting");
            HALL_TRY(to.transaction(Mode::Write, [&] {
                return copyTable(from, to, table, columns, settings ? " WHERE name <> 'hall_id'" : "");
            }));
            HALL_ASSIGN(MovedTable here, weigh(from, part, table, columns));
            HALL_ASSIGN(const MovedTable there, weigh(to, part, table, columns));
            if (!(here == there) && !settings)
                return Error{ErrorCode::StoreDamaged,
                             tr("The server does not hold what this hall's table \"%1\" holds. Nothing was moved.").arg(table)};
            m_tables.append(there);
            if (m_copied)
                m_copied(there);
        }
        return {};
    }

    /// Desks go on with the same key: it signs the audit trail.
    Status carryKey()
    {
        HALL_ASSIGN(const seal::SecretBuffer key, KeyRing(m_from.files()).read(KeyName::Station));
        return KeyRing(m_to.files()).adopt(KeyName::Station, key);
    }

    Status walk(CaseStore& cases)
    {
        HALL_ASSIGN(seal::SecretBuffer secret, KeyRing(m_to.files()).read(KeyName::Station));
        HALL_ASSIGN(const auto station, seal::SignKeyPair::fromSecret(std::move(secret)));
        return proveTrust(cases, station, m_clock);
    }

    const HallPlace& m_from;
    const HallPlace& m_to;
    const base::Clock& m_clock;
    std::function<void(const MovedTable&)> m_copied;
    QList<MovedTable> m_tables;
};

} // namespace

Result<QList<MovedTable>> moveHall(const HallPlace& from, const HallPlace& to, const base::Clock& clock,
                                   const std::function<void(const MovedTable&)>& copied)
{
    if (from.onServer() || !to.onServer())
        return Error{ErrorCode::InvalidArgument, tr("A hall moves from a folder (--from) to a server (--to postgresql://…).")};
    HALL_ASSIGN(LineStore line, LineStore::open(from));
    HALL_ASSIGN(CaseStore cases, CaseStore::open(from));
    Mover mover(from, to, clock, copied);
    // Both parts stand still while they are copied.
    HALL_TRY(line.connection().transaction(Mode::Write, [&] {
        return cases.connection().transaction(Mode::Write, [&] {
            return onFreshServer(to, [&](LineStore& newLine, CaseStore& newCases) { return mover.run(line, cases, newLine, newCases); });
        });
    }));
    return mover.tables();
}

} // namespace hall::store
