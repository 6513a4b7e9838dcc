// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/base/result.h"
#include "app/station/topics.h"

#include <QFileSystemWatcher>
#include <QObject>
#include <QTimer>

namespace hall::sql {
class Connection;
}

namespace hall::station {

/// How far the line had come when it was looked at. What moved since tells what changed.
struct LineMarks
{
    qint64 event = 0;        ///< newest ticket_event
    qint64 announcement = 0; ///< newest announcement
    qint64 desks = 0;        ///< sum of the desks' versions
    qint64 catalogue = 0;    ///< newest catalogue
    qint64 bookings = 0;     ///< newest appointment, and how many are open
    qint64 openBookings = 0;
    bool operator==(const LineMarks&) const = default;

    static base::Result<LineMarks> read(sql::Connection& line);
};

/// Tells when anybody, this program included, has changed the line. The embedded engine's programs ring a bell (a file that
/// each commit touches); the feed then looks at the marks: at once for the first ring, then at most every 20 ms. A slow
/// poll stands behind the bell, so that a bell that is lost, replaced or unheard only makes the feed slower. No clock of the
/// day is used. Lives on the thread that owns the connection.
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

    ChangeFeed(sql::Connection& line, const QString& bellPath, Pace pace, QObject* parent = nullptr);
    ChangeFeed(sql::Connection& line, const QString& bellPath)
        : ChangeFeed(line, bellPath, Pace{})
    {
    }

    /// Takes the present state as known. To be called once, before anything else.
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
    void watchBell();
    void poll();
    void look();
    base::Result<Topics> differences(const LineMarks& now);

    sql::Connection& m_line;
    QString m_bellPath;
    Pace m_pace;
    QFileSystemWatcher m_watcher;
    QTimer m_settle;
    QTimer m_poll;
    bool m_again = false;
    qint64 m_stamp = 0;
    LineMarks m_known;
};

} // namespace hall::station
