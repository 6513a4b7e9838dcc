// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/queue/queue.h"
#include "ui/desk/desk_action.h"

namespace hall::desk {

/// The part of the gateway that runs on the worker's thread, beside the store.
base::Result<Picture> readPicture(queue::Queue& queue, queue::DeskRegister& desks, int desk, base::Timestamp now);
base::Result<Outcome> takeStep(queue::Queue& queue, const Step& step, const QString& actor);
base::Result<QList<DayEntry>> readDay(queue::Queue& queue, int desk, const QDate& day);

} // namespace hall::desk
