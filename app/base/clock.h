// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QDate>
#include <QDateTime>
#include <QTimeZone>
#include <chrono>
#include <optional>

namespace hall::base {

using Milliseconds = std::chrono::milliseconds;

/// A moment: UTC milliseconds since 1970. Stored as that whole number everywhere.
using Timestamp = std::chrono::sys_time<Milliseconds>;

constexpr Timestamp timestampFromMs(qint64 ms) { return Timestamp(Milliseconds(ms)); }
constexpr qint64 toMs(Timestamp t) { return t.time_since_epoch().count(); }
/// Seconds with fraction, for JSON and for people.
constexpr double toSeconds(Milliseconds d) { return static_cast<double>(d.count()) / 1000.0; }

/// The zone in which the hall keeps its days: China has one.
QTimeZone hallTimeZone();
QDateTime toHallTime(Timestamp t);
/// The hall's calendar day of a moment; number series and opening hours follow it.
QDate hallDay(Timestamp t);
/// ISO 8601 with offset, to the millisecond: "2026-03-05T09:12:30.000+08:00".
QString toIso(Timestamp t);
/// Reads ISO 8601; a time without offset is the hall's. Invalid text gives nullopt.
std::optional<Timestamp> fromIso(const QString& text);

/// Where the time comes from. Everything that asks for the time is handed one, so that tests can move it.
class Clock
{
public:
    virtual ~Clock() = default;
    virtual Timestamp now() const = 0;
};

class SystemClock final : public Clock
{
public:
    Timestamp now() const override;
};

/// A clock that stands still until it is moved: tests and the simulator.
class ManualClock final : public Clock
{
public:
    explicit ManualClock(Timestamp start)
        : m_now(start)
    {
    }
    Timestamp now() const override { return m_now; }
    void set(Timestamp t) { m_now = t; }
    void advance(Milliseconds by) { m_now += by; }

private:
    Timestamp m_now;
};

} // namespace hall::base
