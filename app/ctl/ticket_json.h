// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/queue/queue.h"

#include <QJsonObject>

namespace hall::ctl {

QJsonObject json(const queue::Ticket& ticket);
QJsonObject json(const queue::TicketEvent& event);
QJsonObject json(const queue::WaitRange& wait);

} // namespace hall::ctl
