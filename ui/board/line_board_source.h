// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/station/line_worker.h"
#include "ui/board/board_source.h"

#include <memory>

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
    /// The catalogue is read again only when its version has changed. Touched on the worker's thread alone.
    struct Shelf {
        int version = 0;
        std::optional<rules::Catalogue> catalogue;
    };

    station::LineWorker& m_worker;
    std::shared_ptr<Shelf> m_shelf = std::make_shared<Shelf>();
};

} // namespace hall::board
