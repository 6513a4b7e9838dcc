// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/base/clock.h"

namespace hall::base {

QTimeZone hallTimeZone()
{
    // The named zone where the machine knows it, else the fixed offset: China has had no summer time since 1991.
    static const QTimeZone zone = [] {
        const QTimeZone named("Asia/Shanghai");
        return named.isValid() ? named : QTimeZone(8 * 3600);
    }();
    return zone;
}

QDateTime toHallTime(Timestamp t)
{
    return QDateTime::fromMSecsSinceEpoch(toMs(t), hallTimeZone());
}

QDate hallDay(Timestamp t)
{
    return toHallTime(t).date();
}

QString toIso(Timestamp t)
{
    const QDateTime local = toHallTime(t);
    return local.toOffsetFromUtc(local.offsetFromUtc()).toString(Qt::ISODateWithMs);
}

std::optional<Timestamp> fromIso(const QString& text)
{
    QDateTime parsed = QDateTime::fromString(text, Qt::ISODateWithMs);
    if (!parsed.isValid())
        return std::nullopt;
    if (parsed.timeSpec() == Qt::LocalTime)
        parsed = QDateTime(parsed.date(), parsed.time(), hallTimeZone());
    return timestampFromMs(parsed.toMSecsSinceEpoch());
}

Timestamp SystemClock::now() const
{
    return std::chrono::time_point_cast<Milliseconds>(std::chrono::system_clock::now());
}

} // namespace hall::base
