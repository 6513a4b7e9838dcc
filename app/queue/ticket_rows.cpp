// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/queue/ticket_rows.h"

#include "app/base/log.h"

#include <QCoreApplication>
#include <QJsonDocument>

namespace hall::queue {

using base::Error;
using base::ErrorCode;
using base::Timestamp;

namespace {

QString compactOrEmpty(const QJsonObject& object)
{
    return object.isEmpty() ? QString() : QString::fromUtf8(QJsonDocument(object).toJson(QJsonDocument::Compact));
}

QJsonValue momentOrNull(const std::optional<Timestamp>& moment)
{
    return moment ? QJsonValue(base::toMs(*moment)) : QJsonValue();
}

std::optional<Timestamp> momentFrom(const QJsonValue& value)
{
    return value.isDouble() ? std::optional(base::timestampFromMs(value.toInteger())) : std::nullopt;
}

} // namespace

Ticket ticketFrom(const sql::Rows& rows)
{
    Ticket t;
    t.id = rows.get<TicketId>(0);
    t.key = rows.get<QUuid>(1);
    t.number = rows.get<QString>(2);
    t.day = rows.get<QDate>(3);
    t.block = rows.get<QString>(4);
    t.service = rows.get<QString>(5);
    t.priorityClass = rows.get<QString>(6);
    t.evidence = rows.get<QString>(7);
    t.partySize = rows.get<int>(8);
    t.language = rows.get<QString>(9);
    t.state = stateFromName(rows.get<QString>(10)).value_or(TicketState::Waiting);
    t.arrived = rows.get<Timestamp>(11);
    t.countsFrom = rows.get<Timestamp>(12);
    t.due = rows.get<std::optional<Timestamp>>(13);
    t.returnAt = rows.get<std::optional<Timestamp>>(14);
    t.calledAt = rows.get<std::optional<Timestamp>>(15);
    t.servedAt = rows.get<std::optional<Timestamp>>(16);
    t.endedAt = rows.get<std::optional<Timestamp>>(17);
    t.desk = rows.get<int>(18);
    t.calls = rows.get<int>(19);
    t.outOfTurn = rows.get<int>(20) != 0;
    t.hasIntake = rows.get<int>(21) != 0;
    t.receiptCode = rows.get<QString>(22);
    return t;
}

base::Result<Ticket> readTicket(sql::Connection& line, TicketId id)
{
    HALL_ASSIGN(const auto found, findTicket(line, "WHERE t.id = $1", id));
    if (!found)
        return Error{ErrorCode::TicketNotFound,
                     QCoreApplication::translate("hall::queue", "There is no ticket with the id %1. List the tickets to "
                                                                "find the right one.")
                         .arg(id.value())};
    return *found;
}

base::Status writeSteps(sql::Connection& line, const Ticket& t)
{
    return line.execute("UPDATE ticket SET state = $2, service = (SELECT id FROM service WHERE code = $3), desk = $4, "
                        "calls = $5, return_at = $6, called_at = $7, served_at = $8, ended_at = $9, out_of_turn = $10, "
                        "first_called_at = coalesce(first_called_at, $7) WHERE id = $1",
                        t.id, stateName(t.state), t.service, t.desk, t.calls, t.returnAt, t.calledAt, t.servedAt,
                        t.endedAt, t.outOfTurn);
}

QJsonObject snapshot(const Ticket& t)
{
    return {{QStringLiteral("state"), stateName(t.state)},
            {QStringLiteral("service"), t.service},
            {QStringLiteral("desk"), t.desk},
            {QStringLiteral("calls"), t.calls},
            {QStringLiteral("return_at"), momentOrNull(t.returnAt)},
            {QStringLiteral("called_at"), momentOrNull(t.calledAt)},
            {QStringLiteral("served_at"), momentOrNull(t.servedAt)},
            {QStringLiteral("ended_at"), momentOrNull(t.endedAt)},
            {QStringLiteral("out_of_turn"), t.outOfTurn}};
}

void restore(Ticket& t, const QJsonObject& before)
{
    t.state = stateFromName(before.value(QLatin1StringView("state")).toString()).value_or(t.state);
    t.service = before.value(QLatin1StringView("service")).toString();
    t.desk = before.value(QLatin1StringView("desk")).toInt();
    t.calls = before.value(QLatin1StringView("calls")).toInt();
    t.returnAt = momentFrom(before.value(QLatin1StringView("return_at")));
    t.calledAt = momentFrom(before.value(QLatin1StringView("called_at")));
    t.servedAt = momentFrom(before.value(QLatin1StringView("served_at")));
    t.endedAt = momentFrom(before.value(QLatin1StringView("ended_at")));
    t.outOfTurn = before.value(QLatin1StringView("out_of_turn")).toBool();
}

base::Status addEvent(sql::Connection& line, TicketId ticket, const QString& kind, Timestamp now, int desk,
                      const QString& actor, const QJsonObject& detail)
{
    return line.execute("INSERT INTO ticket_event (ticket, kind, at, desk, actor, detail) VALUES ($1, $2, $3, $4, $5, $6)",
                        ticket, kind, now, desk, actor, compactOrEmpty(detail));
}

TicketEvent eventFrom(const sql::Rows& rows)
{
    TicketEvent e;
    e.id = rows.get<EventId>(0);
    e.ticket = rows.get<TicketId>(1);
    e.kind = rows.get<QString>(2);
    e.at = rows.get<Timestamp>(3);
    e.desk = rows.get<int>(4);
    e.actor = rows.get<QString>(5);
    e.detail = QJsonDocument::fromJson(rows.get<QString>(6).toUtf8()).object();
    return e;
}

base::Result<Timestamp> lineNow(sql::Connection& line, const base::Clock& clock)
{
    constexpr auto kBelievable = std::chrono::hours(12);
    const Timestamp now = clock.now();
    HALL_ASSIGN(const auto newest, line.value<Timestamp>("SELECT at FROM line_clock"));
    if (!newest || *newest <= now || *newest - now > kBelievable)
        return now;
    if (*newest - now > std::chrono::seconds(5))
        qCWarning(base::logLine, "this machine's clock is %lld s behind the line; the line's time is used",
                  static_cast<long long>((*newest - now) / std::chrono::seconds(1)));
    return *newest;
}

DeskNames deskNames(const QString& json)
{
    const QJsonObject names = QJsonDocument::fromJson(json.toUtf8()).object();
    return {names.value(QLatin1StringView("zh")).toString(), names.value(QLatin1StringView("en")).toString()};
}

} // namespace hall::queue
