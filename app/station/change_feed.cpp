// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/station/change_feed.h"

#include "app/sql/connection.h"

#include <QFileInfo>

namespace hall::station {

using base::Result;
using base::Status;

Result<LineMarks> LineMarks::read(sql::Connection& line)
{
    HALL_ASSIGN(auto rows,
                line.query("SELECT event, step, announcement, desks, catalogue, booking, open_bookings FROM line_marks"));
    HALL_TRY(rows.next());
    return LineMarks{rows.get<qint64>(0), rows.get<qint64>(1), rows.get<qint64>(2), rows.get<qint64>(3),
                     rows.get<qint64>(4), rows.get<qint64>(5), rows.get<qint64>(6)};
}

ChangeFeed::ChangeFeed(sql::Connection& line, const QString& bellPath, Pace pace, QObject* parent)
    : QObject(parent)
    , m_line(line)
    , m_bellPath(bellPath)
    , m_pace(pace)
{
    m_settle.setSingleShot(true);
    m_settle.setTimerType(Qt::PreciseTimer);
    m_settle.setInterval(pace.settleMs);
    m_poll.setInterval(pace.pollMs);
    connect(&m_settle, &QTimer::timeout, this, [this] {
        if (std::exchange(m_again, false))
            look();
    });
    connect(&m_poll, &QTimer::timeout, this, &ChangeFeed::poll);
    connect(&m_watcher, &QFileSystemWatcher::fileChanged, this, &ChangeFeed::hearBell);
    connect(&m_watcher, &QFileSystemWatcher::directoryChanged, this, &ChangeFeed::watchBell);
}

Status ChangeFeed::start()
{
    HALL_ASSIGN(const int descriptor, m_line.listen());
    if (descriptor >= 0) {
        m_server = std::make_unique<QSocketNotifier>(descriptor, QSocketNotifier::Read);
        connect(m_server.get(), &QSocketNotifier::activated, this, &ChangeFeed::hearServer);
    }
    watchBell();
    HALL_ASSIGN(m_stamp, m_line.changeStamp());
    HALL_ASSIGN(m_known, LineMarks::read(m_line));
    m_poll.start();
    return {};
}

void ChangeFeed::hearServer()
{
    const Result<bool> ours = m_line.heard();
    if (!ours.ok()) {
        m_server->setEnabled(false); // a closed socket is readable for ever
        emit failed(ours.error());
    } else if (*ours) {
        nudge();
    }
}

void ChangeFeed::watchBell()
{
    if (m_bellPath.isEmpty())
        return;
    const QString folder = QFileInfo(m_bellPath).absolutePath();
    if (m_watcher.directories().isEmpty() && QFileInfo::exists(folder))
        m_watcher.addPath(folder);
    if (m_watcher.files().isEmpty() && QFileInfo::exists(m_bellPath))
        m_watcher.addPath(m_bellPath);
}

void ChangeFeed::hearBell()
{
    watchBell(); // a bell that was replaced is no longer watched
    m_poll.setInterval(m_pace.pollMs);
    nudge();
}

void ChangeFeed::nudge()
{
    if (m_settle.isActive())
        m_again = true;
    else
        look();
}

void ChangeFeed::poll()
{
    watchBell();
    const Result<qint64> stamp = m_line.changeStamp();
    if (!stamp.ok()) {
        emit failed(stamp.error());
        return;
    }
    if (m_server) {
        // The stamp tells of the whole server. What was notified during a job is looked at here at the latest.
        nudge();
    } else if (*stamp != m_stamp) {
        // Nobody rang: other programs hold a bell that is no longer at its place. Until one is heard, look more often.
        if (m_poll.interval() != m_pace.deafPollMs)
            m_poll.setInterval(m_pace.deafPollMs);
        nudge();
    }
    emit pulse();
}

void ChangeFeed::look()
{
    m_settle.start();
    const Result<qint64> stamp = m_line.changeStamp();
    if (!stamp.ok()) {
        emit failed(stamp.error());
        return;
    }
    const Result<LineMarks> marks = LineMarks::read(m_line);
    if (!marks.ok()) {
        emit failed(marks.error());
        return;
    }
    m_stamp = *stamp;
    // What came in while these were read waits in the connection, and no longer at its socket.
    m_again = m_again || m_line.heard().valueOr(false);
    if (*marks == m_known)
        return;
    const Topics topics = differences(*marks);
    m_known = *marks;
    emit changed(topics);
}

Topics ChangeFeed::differences(const LineMarks& now) const
{
    Topics topics;
    if (now.event != m_known.event) {
        topics |= Topic::Line;
        // Every step but the first may withdraw a call.
        if (now.step != m_known.step || now.event < m_known.event)
            topics |= Topic::Announcements;
    }
    if (now.bookings != m_known.bookings || now.openBookings != m_known.openBookings)
        topics |= Topic::Line;
    if (now.announcement != m_known.announcement)
        topics |= Topic::Announcements;
    if (now.desks != m_known.desks)
        topics |= Topic::Desks;
    if (now.catalogue != m_known.catalogue)
        topics = kAllTopics;
    return topics;
}

} // namespace hall::station
