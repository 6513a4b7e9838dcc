// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/device/ticket_printer.h"

#include <QList>
#include <QPromise>
#include <memory>
#include <vector>

namespace hall::device {

/// A printer for tests: keeps what it was given, and fails, or does not answer, on command.
class FakePrinter final : public TicketPrinter
{
public:
    bool isSetUp() const override { return present; }
    QFuture<base::Status> print(const TicketSlip& slip) override;

    /// Answers those that hang, in order.
    void answerAll(const base::Status& status = {});

    bool present = true;
    bool hangs = false;                 ///< a print is not answered until answerAll
    base::Status outcome;               ///< what each print answers
    QList<TicketSlip> printed;          ///< those that succeeded

private:
    struct Waiting
    {
        TicketSlip slip;
        QPromise<base::Status> promise;
    };
    std::vector<std::unique_ptr<Waiting>> m_waiting;
};

} // namespace hall::device
