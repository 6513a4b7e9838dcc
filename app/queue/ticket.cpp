// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/queue/ticket.h"

#include <QJsonArray>
#include <QRandomGenerator>
#include <array>
#include <utility>

namespace hall::queue {

QString ticketNumber(const QString& prefix, int serial)
{
    return prefix + QStringLiteral("%1").arg(serial, 3, 10, QLatin1Char('0'));
}

QString newReceiptCode()
{
    constexpr std::string_view alphabet = "23456789ABCDEFGHJKMNPQRSTVWXYZ";
    QString code;
    for (int i = 0; i < 8; ++i)
        code += QLatin1Char(alphabet[QRandomGenerator::system()->bounded(static_cast<quint32>(alphabet.size()))]);
    return code;
}

namespace {

constexpr std::array kStateNames = {
    std::pair(TicketState::Waiting, QLatin1StringView("waiting")),
    std::pair(TicketState::Called, QLatin1StringView("called")),
    std::pair(TicketState::Serving, QLatin1StringView("serving")),
    std::pair(TicketState::Parked, QLatin1StringView("parked")),
    std::pair(TicketState::Finished, QLatin1StringView("finished")),
    std::pair(TicketState::NoShow, QLatin1StringView("no-show")),
    std::pair(TicketState::Cancelled, QLatin1StringView("cancelled")),
    std::pair(TicketState::Unserved, QLatin1StringView("unserved")),
};

} // namespace

QString stateName(TicketState state)
{
    return kStateNames[static_cast<size_t>(state)].second;
}

std::optional<TicketState> stateFromName(const QString& name)
{
    for (const auto& [state, known] : kStateNames) {
        if (known == name)
            return state;
    }
    return std::nullopt;
}

QJsonObject toJson(const Why& why)
{
    QJsonArray runnersUp;
    for (const RunnerUp& r : why.runnersUp)
        runnersUp.append(QJsonObject{{QStringLiteral("id"), r.ticket.value()},
                                     {QStringLiteral("number"), r.number},
                                     {QStringLiteral("score"), r.score},
                                     {QStringLiteral("waited"), r.waited}});
    QJsonObject object{{QStringLiteral("rule"), why.rule},
                       {QStringLiteral("score"), why.score},
                       {QStringLiteral("waited"), why.waited},
                       {QStringLiteral("runners_up"), runnersUp}};
    if (!why.reason.isEmpty())
        object.insert(QStringLiteral("reason"), why.reason);
    return object;
}

} // namespace hall::queue
