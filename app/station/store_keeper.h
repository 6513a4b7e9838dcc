// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/station/change_feed.h"
#include "app/station/store_session.h"
#include "app/store/hall_place.h"

#include <QElapsedTimer>
#include <QObject>
#include <QTimer>
#include <deque>
#include <optional>

namespace hall::station {

/// The worker's side of the thread: keeps the session open, runs jobs, notices loss and comes back. Jobs arrive as events,
/// so the event queue is the queue of jobs and keeps its order.
class StoreKeeper : public QObject
{
    Q_OBJECT

public:
    using Job = std::function<std::optional<base::Error>(StoreSession*, const base::Error&)>;

    /// Where the hall is a folder, its line file must stay at its place, or the store counts as lost.
    StoreKeeper(store::HallPlace place, OpenSession open);
    ~StoreKeeper() override;

    void connectNow();
    /// Everything that is asked of the keeper comes through here. The system's keyring answers through an event loop of its
    /// own: what arrives while the store is being opened waits until it is open.
    void inTurn(std::function<void()> task);
    void run(const Job& job);
    /// Closes the store; nothing may be asked of the keeper afterwards.
    void close();

signals:
    void connected();
    void lost(const hall::base::Error& error);
    void changed(hall::station::Topics topics);

private:
    base::Status open();
    void lose(const base::Error& error);
    void scheduleRetry();
    /// Checks that the files that were opened are still the ones at their place, and that the engine answers.
    base::Status examine();

    store::HallPlace m_place;
    OpenSession m_open;
    std::unique_ptr<StoreSession> m_session;
    std::unique_ptr<ChangeFeed> m_feed;
    quint64 m_identity = 0;
    base::Error m_whyNot;
    QTimer m_retry;
    bool m_isOpening = false;
    bool m_isClosed = false;
    std::deque<std::function<void()>> m_waiting;
    int m_backOffMs = 0;
    QElapsedTimer m_connectedFor;
};

} // namespace hall::station
