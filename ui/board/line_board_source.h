// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/station/line_worker.h"
#include "ui/board/board_source.h"

namespace hall::board {

/// The board's view of the hall's line. Acknowledges under the station's name: two boards of one hall bear two names.
class LineBoardSource final : public BoardSource
{
    Q_OBJECT

public:
    explicit LineBoardSource(station::LineWorker& worker, QObject* parent = nullptr);

    State state() const override;
    QFuture<base::Result<Calls>> readCalls(int latest) override;
    QFuture<base::Result<Standing>> readStanding() override;
    QFuture<base::Status> acknowledge(queue::AnnouncementId id) override;

private:
    station::LineWorker& m_worker;
};

} // namespace hall::board
