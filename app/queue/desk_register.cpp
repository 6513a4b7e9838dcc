// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/queue/desk_register.h"

#include "app/queue/texts.h"
#include "app/queue/ticket_rows.h"

namespace hall::queue {

using base::Error;
using base::ErrorCode;
using base::Result;
using base::Status;
using base::Timestamp;
using sql::Mode;

namespace {

DeskState stateFrom(const QString& name)
{
    if (name == QLatin1StringView("open"))
        return DeskState::Open;
    return name == QLatin1StringView("paused") ? DeskState::Paused : DeskState::Closed;
}

Desk deskFrom(const sql::Rows& rows)
{
    Desk desk;
    desk.number = rows.get<int>(0);
    const DeskNames names = deskNames(rows.get<QString>(1));
    desk.name = names.zh;
    desk.nameEn = names.en;
    desk.state = stateFrom(rows.get<QString>(2));
    desk.staff = rows.get<QString>(3);
    desk.since = rows.get<std::optional<Timestamp>>(4);
    return desk;
}

Result<QList<Desk>> readDesks(sql::Connection& line)
{
    QList<Desk> desks;
    {
        HALL_ASSIGN(auto rows, line.query("SELECT number, name, state, staff, since FROM desk WHERE retired = 0 "
                                          "ORDER BY number"));
        while (true) {
            HALL_ASSIGN(const bool more, rows.next());
            if (!more)
                break;
            desks.append(deskFrom(rows));
        }
    }
    for (Desk& desk : desks) {
        HALL_ASSIGN(auto rows, line.query("SELECT s.code FROM desk_service d JOIN service s ON s.id = d.service "
                                          "WHERE d.desk = $1 ORDER BY s.position, s.id",
                                          desk.number));
        while (true) {
            HALL_ASSIGN(const bool more, rows.next());
            if (!more)
                break;
            desk.services.append(rows.get<QString>(0));
        }
    }
    return desks;
}

Result<Desk> readDesk(sql::Connection& line, int number)
{
    HALL_ASSIGN(const QList<Desk> desks, readDesks(line));
    for (const Desk& desk : desks) {
        if (desk.number == number)
            return desk;
    }
    return Error{ErrorCode::DeskUnknown, tr("There is no desk %1. Choose one of the catalogue.").arg(number)};
}

Status setState(sql::Connection& line, int number, DeskState state, const QString& staff, Timestamp now)
{
    return line.execute("UPDATE desk SET state = $2, staff = $3, since = $4, version = version + 1 WHERE number = $1",
                        number, deskStateName(state), staff, now);
}

Status setServices(sql::Connection& line, int number, const QList<QString>& services)
{
    HALL_TRY(line.execute("DELETE FROM desk_service WHERE desk = $1", number));
    for (const QString& code : services) {
        HALL_ASSIGN(const auto id, line.value<qint64>("SELECT id FROM service WHERE code = $1 AND retired = 0", code));
        if (!id)
            return Error{ErrorCode::ServiceUnknown,
                         tr("There is no service \"%1\". Choose one of the catalogue.").arg(code)};
        HALL_TRY(line.execute("INSERT INTO desk_service (desk, service) VALUES ($1, $2) ON CONFLICT DO NOTHING", number,
                              *id));
    }
    return {};
}

} // namespace

QString deskStateName(DeskState state)
{
    switch (state) {
    case DeskState::Closed: return QStringLiteral("closed");
    case DeskState::Open: return QStringLiteral("open");
    case DeskState::Paused: return QStringLiteral("paused");
    }
    return {};
}

DeskRegister::DeskRegister(sql::Connection& line, const base::Clock& clock)
    : m_line(line)
    , m_clock(clock)
{
}

Result<Desk> DeskRegister::open(int number, const QList<QString>& services, const QString& staff)
{
    return m_line.transaction(Mode::Write, [&]() -> Result<Desk> {
        HALL_ASSIGN(const Desk desk, readDesk(m_line, number));
        if (services.isEmpty())
            return Error{ErrorCode::InvalidArgument, tr("Choose at least one service for desk %1.").arg(number)};
        if (desk.state != DeskState::Closed && desk.staff != staff)
            return Error{ErrorCode::DeskBusy,
                         tr("%2 sits at desk %1. Choose another desk, or ask %2 to close it.").arg(number).arg(desk.staff)};
        HALL_TRY(setServices(m_line, number, services));
        HALL_TRY(setState(m_line, number, DeskState::Open, staff, m_clock.now()));
        return readDesk(m_line, number);
    });
}

Result<Desk> DeskRegister::pause(int number, const QString&)
{
    return m_line.transaction(Mode::Write, [&]() -> Result<Desk> {
        HALL_ASSIGN(const Desk desk, readDesk(m_line, number));
        if (desk.state == DeskState::Closed)
            return Error{ErrorCode::DeskClosed, tr("Desk %1 is closed. Open it first.").arg(number)};
        HALL_TRY(setState(m_line, number, DeskState::Paused, desk.staff, m_clock.now()));
        return readDesk(m_line, number);
    });
}

Result<Desk> DeskRegister::resume(int number, const QString&)
{
    return m_line.transaction(Mode::Write, [&]() -> Result<Desk> {
        HALL_ASSIGN(const Desk desk, readDesk(m_line, number));
        if (desk.state == DeskState::Closed)
            return Error{ErrorCode::DeskClosed, tr("Desk %1 is closed. Open it first.").arg(number)};
        HALL_TRY(setState(m_line, number, DeskState::Open, desk.staff, m_clock.now()));
        return readDesk(m_line, number);
    });
}

Result<Desk> DeskRegister::close(int number, const QString&)
{
    return m_line.transaction(Mode::Write, [&]() -> Result<Desk> {
        HALL_TRY(readDesk(m_line, number));
        HALL_ASSIGN(const auto visitor, m_line.value<QString>("SELECT number FROM ticket WHERE desk = $1 "
                                                              "AND state IN ('called', 'serving')",
                                                              number));
        if (visitor)
            return Error{ErrorCode::DeskBusy,
                         tr("Desk %1 still has %2. Finish, park or transfer that visit first.").arg(number).arg(*visitor)};
        HALL_TRY(setState(m_line, number, DeskState::Closed, QString(), m_clock.now()));
        return readDesk(m_line, number);
    });
}

Result<Desk> DeskRegister::desk(int number)
{
    return readDesk(m_line, number);
}

Result<QList<Desk>> DeskRegister::list()
{
    return readDesks(m_line);
}

Result<int> DeskRegister::openCount()
{
    HALL_ASSIGN(const auto count, m_line.value<int>("SELECT count(*) FROM desk WHERE retired = 0 AND state <> 'closed'"));
    return count.value_or(0);
}

} // namespace hall::queue
