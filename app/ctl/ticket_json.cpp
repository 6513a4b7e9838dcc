// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/ctl/ticket_json.h"

namespace hall::ctl {

namespace {

QJsonValue moment(const std::optional<base::Timestamp>& t)
{
    return t ? QJsonValue(base::toIso(*t)) : QJsonValue();
}

} // namespace

QJsonObject json(const queue::WaitRange& wait)
{
    return {{QStringLiteral("p50"), wait.p50}, {QStringLiteral("p90"), wait.p90}};
}

QJsonObject json(const queue::Ticket& t)
{
    return {{QStringLiteral("id"), t.id.value()},
            {QStringLiteral("number"), t.number},
            {QStringLiteral("day"), t.day.toString(Qt::ISODate)},
            {QStringLiteral("block"), t.block},
            {QStringLiteral("service"), t.service},
            {QStringLiteral("priority"), t.priorityClass},
            {QStringLiteral("party"), t.partySize},
            {QStringLiteral("state"), queue::stateName(t.state)},
            {QStringLiteral("arrived"), base::toIso(t.arrived)},
            {QStringLiteral("counts_from"), base::toIso(t.countsFrom)},
            {QStringLiteral("due"), moment(t.due)},
            {QStringLiteral("return_at"), moment(t.returnAt)},
            {QStringLiteral("called"), moment(t.calledAt)},
            {QStringLiteral("served"), moment(t.servedAt)},
            {QStringLiteral("ended"), moment(t.endedAt)},
            {QStringLiteral("desk"), t.desk == 0 ? QJsonValue() : QJsonValue(t.desk)},
            {QStringLiteral("calls"), t.calls},
            {QStringLiteral("out_of_turn"), t.outOfTurn},
            {QStringLiteral("receipt"), t.receiptCode}};
}

QJsonObject json(const queue::TicketEvent& event)
{
    QJsonObject detail = event.detail;
    detail.remove(QStringLiteral("before")); // what undo needs is nobody else's business
    return {{QStringLiteral("id"), event.id.value()},
            {QStringLiteral("ticket"), event.ticket.value()},
            {QStringLiteral("kind"), event.kind},
            {QStringLiteral("at"), base::toIso(event.at)},
            {QStringLiteral("desk"), event.desk == 0 ? QJsonValue() : QJsonValue(event.desk)},
            {QStringLiteral("actor"), event.actor},
            {QStringLiteral("detail"), detail}};
}

} // namespace hall::ctl
