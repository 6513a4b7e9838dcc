// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/device/speaker.h"
#include "app/queue/announcements.h"

namespace hall::board {

/// What is said for a call, in the visitor's language first: "A 零一七号,请到三号窗口" and "Number A 0 1 7, please go to
/// Desk 3". Numbers of tickets are said figure by figure (1 is 幺 nowhere: it is no telephone number), those of desks as
/// numbers. A recall says that it is one.
QList<device::Utterance> spokenCall(const queue::Announcement& call);

/// "三", "十二", "一百零五" up to 999; longer ones figure by figure.
QString chineseNumber(const QString& figures);
/// "A017" → "A 零一七".
QString chineseFigures(const QString& number);
/// "A017" → "A 0 1 7".
QString englishFigures(const QString& number);

} // namespace hall::board
