// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/desk/desk_gateway.h"

namespace hall::desk {

/// Holds what the visitor at the desk typed, opened, for as long as that visitor is at the desk and no longer.
class IntakeKeeper : public QObject
{
    Q_OBJECT

public:
    enum class State { None, Opening, Opened, Refused };

    IntakeKeeper(DeskGateway& gateway, QObject* parent = nullptr);
    ~IntakeKeeper() override;

    State state() const { return m_state; }
    const Intake& intake() const { return m_intake; }
    const base::Error& error() const { return m_error; }

    /// Opens the intake of this ticket if it has one; the ticket already open stays as it is.
    void show(const std::optional<queue::Ticket>& ticket);
    void retry();
    void wipe();

signals:
    void changed();

private:
    void open();

    DeskGateway& m_gateway;
    queue::TicketId m_ticket;
    Intake m_intake;
    base::Error m_error;
    State m_state = State::None;
};

} // namespace hall::desk
