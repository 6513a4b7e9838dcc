// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/board/line_board_source.h"

namespace hall::board {

LineBoardSource::LineBoardSource(station::LineWorker& worker, QObject* parent)
    : BoardSource(parent)
    , m_worker(worker)
{
    connect(&worker, &station::LineWorker::stateChanged, this, &BoardSource::stateChanged);
    connect(&worker, &station::LineWorker::changed, this, [this](station::Topics topics) {
        if (topics.testFlag(station::Topic::Announcements))
            emit callsChanged();
        emit standingChanged();
    });
}

BoardSource::State LineBoardSource::state() const
{
    switch (m_worker.state()) {
    case station::LineWorker::State::Connecting:
        return State::Connecting;
    case station::LineWorker::State::Connected:
        return State::Connected;
    case station::LineWorker::State::Lost:
        break;
    }
    return State::Lost;
}

QFuture<base::Result<Calls>> LineBoardSource::readCalls(int latest)
{
    return m_worker.run([latest, board = m_worker.config().stationName](station::Line& line) -> base::Result<Calls> {
        Calls calls;
        HALL_ASSIGN(calls.pending, line.announcements.pending(board));
        HALL_ASSIGN(calls.latest, line.announcements.latest(latest));
        return calls;
    });
}

QFuture<base::Result<Standing>> LineBoardSource::readStanding()
{
    return m_worker.run([shelf = m_shelf](station::Line& line) -> base::Result<Standing> {
        Standing standing;
        HALL_ASSIGN(standing.loads, line.queue.loads());
        HALL_ASSIGN(standing.desksOpen, line.desks.openCount());
        // A hall without a catalogue still has calls to show.
        const auto version = line.catalogue.version();
        if (version && *version != shelf->version) {
            if (auto inForce = line.catalogue.current()) {
                shelf->version = inForce->version;
                shelf->catalogue = std::move(inForce.value().catalogue);
            }
        }
        standing.catalogue = shelf->catalogue;
        return standing;
    });
}

QFuture<base::Status> LineBoardSource::acknowledge(queue::AnnouncementId id)
{
    return m_worker.run([id, board = m_worker.config().stationName](station::Line& line) -> base::Status {
        return line.announcements.acknowledge(id, board);
    });
}

} // namespace hall::board
