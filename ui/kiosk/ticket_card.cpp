// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/kiosk/ticket_card.h"

#include <algorithm>
#include <cmath>

namespace hall::kiosk {

QString waitWords(const queue::WaitRange& wait)
{
    const int from = std::max(0, static_cast<int>(std::floor(wait.p50 / 60)));
    const int until = std::max(from + 1, static_cast<int>(std::ceil(wait.p90 / 60)));
    if (until <= 5)
        return TicketCard::tr("less than 5 minutes");
    if (from == 0)
        return TicketCard::tr("up to %1 minutes").arg(until);
    return TicketCard::tr("%1 to %2 minutes").arg(from).arg(until);
}

void TicketCard::show(const GivenTicket& ticket, const rules::Catalogue& menu, const QString& proofCode)
{
    m_ticket = ticket;
    m_menu = menu;
    m_proof = {};
    for (const rules::PriorityClass& priority : menu.classes) {
        for (const rules::Proof& proof : priority.proofs) {
            if (proof.code == proofCode)
                m_proof = proof.name;
        }
    }
    emit changed();
}

void TicketCard::clear()
{
    show({}, {}, {});
    setPaper(Paper::None);
}

void TicketCard::setLanguage(const QString& language)
{
    m_language = language;
    emit changed();
}

void TicketCard::setPaper(Paper paper)
{
    if (paper == m_paper)
        return;
    m_paper = paper;
    emit paperChanged();
}

QString TicketCard::blockName() const
{
    const rules::Block* block = m_menu.block(m_ticket.block);
    return block ? block->name.in(m_language) : QString();
}

QString TicketCard::serviceName() const
{
    const rules::Service* service = m_menu.service(m_ticket.service);
    return service ? service->name.in(m_language) : QString();
}

QString TicketCard::place() const
{
    switch (m_ticket.state) {
    case queue::TicketState::Waiting:
        break;
    case queue::TicketState::Called:
        return tr("You are being called. Please go to desk %1.").arg(m_ticket.desk);
    case queue::TicketState::Serving:
        return tr("You are at desk %1.").arg(m_ticket.desk);
    case queue::TicketState::Parked:
        return tr("You will be called again later.");
    default:
        return tr("This ticket is done.");
    }
    if (m_ticket.apart)
        return tr("Your number counts. How many are before you cannot be told just now.");
    if (m_ticket.position <= 0)
        return {};
    if (m_ticket.position == 1)
        return tr("Nobody is before you");
    if (m_ticket.position == 2)
        return tr("1 person is before you");
    return tr("%1 people are before you").arg(m_ticket.position - 1);
}

QString TicketCard::waitTime() const
{
    return m_ticket.state == queue::TicketState::Waiting && m_ticket.position > 0 ? waitWords(m_ticket.wait) : QString();
}

QString TicketCard::next() const
{
    if (m_ticket.due)
        return tr("You are booked for %1. Your number is shown on the board and read out.")
            .arg(base::toHallTime(*m_ticket.due).toString(QStringLiteral("HH:mm")));
    return tr("Please take a seat. Your number is shown on the board and read out.");
}

QString TicketCard::proof() const
{
    return m_proof.zh.isEmpty() ? QString() : tr("Please have ready: %1").arg(m_proof.in(m_language));
}

device::TicketSlip TicketCard::slip(bool copy) const
{
    const QString other = m_language == QLatin1String("zh") ? QStringLiteral("en") : QStringLiteral("zh");
    device::TicketSlip slip;
    slip.language = m_language;
    slip.hallName = m_menu.hallName.in(m_language);
    slip.otherHallName = m_menu.hallName.in(other);
    slip.number = m_ticket.number;
    slip.service = serviceName();
    if (const rules::Service* service = m_menu.service(m_ticket.service))
        slip.otherService = service->name.in(other);
    slip.block = blockName();
    slip.ahead = m_ticket.position > 0 ? m_ticket.position - 1 : -1;
    slip.wait = waitTime();
    slip.issued = base::toHallTime(m_ticket.arrived);
    slip.receiptCode = m_ticket.receiptCode;
    if (!m_proof.zh.isEmpty())
        slip.bring.append(m_proof.in(m_language));
    slip.closing = tr("If you have to leave, please tell the guide desk.");
    slip.copy = copy;
    return slip;
}

} // namespace hall::kiosk
