// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/base/result.h"
#include "app/station/topics.h"

#include <QFileSystemWatcher>
#include <QObject>
#include <QSocketNotifier>
#include <QTimer>
#include <memory>

namespace hall::sql {
class Connection;
}

namespace hall::station {

/// How far the line had come when it was looked at. What moved since tells what changed.
struct LineMarks
{
    qint64 event = 0;        ///< newest step of a ticket
    qint64 step = 0;         ///< newest step other than a ticket's being issued
    qint64 announcement = 0; ///< newest announcement
    qint64 desks = 0;        ///< sum of the desks' versions
    qint64 catalogue = 0;    ///< newest catalogue
    qint64 bookings = 0;     ///< newest appointment, and how many are open
    qint64 openBookings = 0;
    bool operator==(const LineMarks&) const = default;

    static base::Result<LineMarks> read(sql::Connection& line);
};

/// Tells when anybody, this program included, has changed the line. The embedded engine's programs ring a bell (a file that
/// each commit touches), a server notifies its connections; the feed then looks at the marks: at once for the first, then at
/// most every 20 ms. A slow poll stands behind both, so that what is lost, replaced or unheard only makes the feed slower. No
/// clock of the day is used. Lives on the thread that owns the connection.
class ChangeFeed : public QObject
{
    Q_OBJECT

public:
    struct Pace
    {
        int settleMs = 20;   ///< least time between two looks
        int pollMs = 1000;   ///< when the bell works
        int deafPollMs = 100;///< after changes that no bell announced
    };

    /// `bellPath` is empty where the engine itself tells of changes.
    ChangeFeed(sql::Connection& line, const QString& bellPath, Pace pace, QObject* parent = nullptr);
    ChangeFeed(sql::Connection& line, const QString& bellPath)
        : ChangeFeed(line, bellPath, Pace{})
    {
    }

    /// Listens, then takes the present state as known, so that nothing falls between. To be called once, before anything else.
    base::Status start();
    /// This program may have changed something: look soon.
    void nudge();

signals:
    void changed(hall::station::Topics topics);
    /// Each turn of the poll: the owner may examine the store.
    void pulse();
    void failed(const hall::base::Error& error);

private:
    void hearBell();
    void hearServer();
    void watchBell();
    void poll();
    void look();
    Topics differences(const LineMarks& now) const;

    sql::Connection& m_line;
    QString m_bellPath;
    Pace m_pace;
    QFileSystemWatcher m_watcher;
    std::unique_ptr<QSocketNotifier> m_server; ///< where the engine itself tells of changes
    QTimer m_settle;
    QTimer m_poll;
    bool m_again = false;
    qint64 m_stamp = 0;
    LineMarks m_known;
};

} // namespace hall::station
