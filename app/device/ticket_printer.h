// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/base/result.h"
#include "app/device/ticket_slip.h"

#include <QFuture>

namespace hall::device {

/// Prints tickets. Never waits for paper or a cable on the caller's thread: the answer comes through the future, at the
/// latest when the time-out has passed. A ticket is valid whether or not it is on paper.
class TicketPrinter
{
public:
    TicketPrinter() = default;
    TicketPrinter(const TicketPrinter&) = delete;
    TicketPrinter& operator=(const TicketPrinter&) = delete;
    virtual ~TicketPrinter() = default;

    /// Whether there is a printer at all, as far as known now (any thread). Where there is none, the ticket is shown to
    /// be photographed.
    virtual bool isSetUp() const = 0;
    /// Errors: PrinterUnavailable; its message says what to do (paper, cover, cable, set-up).
    virtual QFuture<base::Status> print(const TicketSlip& slip) = 0;
};

} // namespace hall::device
