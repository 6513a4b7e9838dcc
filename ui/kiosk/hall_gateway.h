// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/base/result.h"
#include "app/device/ticket_slip.h"
#include "app/queue/ticket.h"
#include "app/rules/catalogue.h"
#include "ui/kiosk/visit_session.h"

#include <QFuture>
#include <QObject>

namespace hall::kiosk {

template <class T>
using Reply = QFuture<base::Result<T>>;

/// A ticket as the kiosk shows it.
struct GivenTicket
{
    QString number;
    QString block;
    QString service;
    QString receiptCode;
    base::Timestamp arrived;
    std::optional<base::Timestamp> due;
    queue::TicketState state = queue::TicketState::Waiting;
    int desk = 0;
    int position = 0; ///< place in the line, 1 = next; 0: not in the line
    queue::WaitRange wait;
    bool apart = false;     ///< given out of this machine's reserve while the hall's server is away
    bool intakeKept = true; ///< false: what was typed could not be sealed and was thrown away
};

/// The kiosk's only way to the hall: everything behind it runs on other threads. Answers arrive as futures; while the
/// store is away they fail at once with StoreUnavailable. Apart, the kiosk still gives tickets, from what it reserved.
class HallGateway : public QObject
{
    Q_OBJECT

public:
    enum class Link { Connecting, Connected, Apart, Away };
    Q_ENUM(Link)

    using QObject::QObject;

    virtual Link link() const = 0;
    virtual Reply<rules::Catalogue> menu() = 0;
    /// Gives the ticket of the request's key, a new one or the one there is. What was typed is sealed and overwritten.
    virtual Reply<GivenTicket> issue(const VisitRequest& request) = 0;
    /// Cancels the ticket of a key that nobody has seen; well if there is none.
    virtual Reply<bool> withdraw(const QUuid& key) = 0;
    /// AppointmentNotFound when no booking is open under the code.
    virtual Reply<Booking> booking(const QString& code) = 0;
    /// TicketNotFound when no ticket of today has this receipt code.
    virtual Reply<GivenTicket> find(const QString& receiptCode) = 0;

    virtual bool hasPrinter() const = 0;
    virtual QFuture<base::Status> print(const device::TicketSlip& slip) = 0;

signals:
    void linkChanged();
    void menuChanged();
    void printerChanged();
};

} // namespace hall::kiosk
