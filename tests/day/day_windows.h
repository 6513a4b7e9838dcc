// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/base/clock.h"
#include "app/station/line_worker.h"

#include <QFuture>
#include <QQuickWindow>
#include <QTest>
#include <QWidget>

#include <memory>

namespace hall::tests {

/// The three windows of a hall as their programs make them, each with its own worker on the same store, in one process
/// and at one clock, so that a test can touch them and move the time.
class DayWindows
{
public:
    /// `scratch` takes what a station remembers between days.
    DayWindows(const QString& store, const QString& scratch, const base::Clock& clock);
    ~DayWindows();

    QQuickWindow* kiosk() const;
    QQuickWindow* board() const;
    QWidget* desk() const;
    /// What the board said aloud, in order, and how often two of its announcements overlapped.
    QStringList spoken() const;
    int overlaps() const;

    /// Asks the line as another station would, and waits for the answer.
    template <class F>
    auto ask(F f) -> std::invoke_result_t<F, station::Line&>
    {
        auto future = observer().run(std::move(f));
        (void)QTest::qWaitFor([&] { return future.isFinished(); }, 10000);
        return future.result();
    }

private:
    station::LineWorker& observer() const;

    struct Parts;
    std::unique_ptr<Parts> m_parts;
};

} // namespace hall::tests
