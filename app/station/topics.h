// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QFlags>
#include <QMetaType>

namespace hall::station {

/// What changed in the hall. A model re-reads what it shows of these.
enum class Topic {
    Line = 1,          ///< tickets, their states, bookings
    Announcements = 2, ///< calls to show and speak, calls withdrawn
    Desks = 4,         ///< who is open, paused, closed, and for what
    Catalogue = 8,     ///< services, classes, texts, policy
};
Q_DECLARE_FLAGS(Topics, Topic)
Q_DECLARE_OPERATORS_FOR_FLAGS(Topics)

constexpr Topics kAllTopics = Topics(Topic::Line) | Topic::Announcements | Topic::Desks | Topic::Catalogue;

} // namespace hall::station

Q_DECLARE_METATYPE(hall::station::Topics)
