// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QDate>
#include <QString>

namespace hall::desk {

/// A day as people type it: 2026-03-05, 2026/3/5, 2026.3.5, 2026年3月5日, 20260305, 3月5日 (of this year), 5 Mar 2026; a weekday
/// after it is passed over, full-width digits are digits. Invalid where it is none.
QDate typedDay(const QString& text, const QDate& today);

} // namespace hall::desk
