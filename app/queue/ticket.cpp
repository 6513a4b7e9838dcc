// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/queue/ticket.h"

#include <array>
#include <utility>

namespace hall::queue {

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

} // namespace hall::queue
