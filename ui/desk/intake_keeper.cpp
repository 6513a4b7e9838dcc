// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/desk/intake_keeper.h"

namespace hall::desk {

IntakeKeeper::IntakeKeeper(DeskGateway& gateway, QObject* parent)
    : QObject(parent)
    , m_gateway(gateway)
{
}

IntakeKeeper::~IntakeKeeper() { m_intake.wipe(); }

void IntakeKeeper::show(const std::optional<queue::Ticket>& ticket)
{
    const auto id = ticket ? ticket->id : queue::TicketId();
    if (id == m_ticket)
        return;
    wipe();
    m_ticket = id;
    if (ticket && ticket->hasIntake)
        open();
}

void IntakeKeeper::retry()
{
    if (m_state == State::Refused)
        open();
}

void IntakeKeeper::open()
{
    m_state = State::Opening;
    emit changed();
    m_gateway.openIntake(m_ticket).then(this, [this, ticket = m_ticket](base::Result<Intake> opened) {
        if (ticket != m_ticket) {
            if (opened.ok())
                opened.value().wipe();
            return;
        }
        if (opened.ok()) {
            m_intake = std::move(opened).value();
            m_state = State::Opened;
        } else {
            m_error = opened.error();
            m_state = State::Refused;
        }
        emit changed();
    });
}

void IntakeKeeper::wipe()
{
    m_ticket = {};
    m_state = State::None;
    emit changed(); // the panes drop their copies first
    m_intake.wipe();
    m_error = {};
}

} // namespace hall::desk
