// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/base/result.h"
#include "app/queue/announcements.h"
#include "app/rules/catalogue.h"

#include <QFuture>
#include <QObject>
#include <optional>

namespace hall::board {

/// The calls as the board needs them.
struct Calls {
    QList<queue::Announcement> pending; ///< to be shown and spoken, oldest first
    QList<queue::Announcement> latest;  ///< newest call of each ticket, newest first
};

/// How the blocks stand.
struct Standing {
    QList<queue::BlockLoad> loads;
    int desksOpen = 0; ///< open or on pause
    std::optional<rules::Catalogue> catalogue; ///< none: nothing published yet
};

/// Where the board learns what to show. Fake in tests; LineBoardSource asks the line's worker.
class BoardSource : public QObject
{
    Q_OBJECT

public:
    enum class State { Connecting, Connected, Lost };

    using QObject::QObject;

    virtual State state() const = 0;
    virtual QFuture<base::Result<Calls>> readCalls(int latest) = 0;
    virtual QFuture<base::Result<Standing>> readStanding() = 0;
    virtual QFuture<base::Status> acknowledge(queue::AnnouncementId id) = 0;

signals:
    void stateChanged();
    void callsChanged();
    void standingChanged();
};

} // namespace hall::board
