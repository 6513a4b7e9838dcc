// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/device/fake_printer.h"

namespace hall::device {

QFuture<base::Status> FakePrinter::print(const TicketSlip& slip)
{
    auto waiting = std::make_unique<Waiting>();
    waiting->slip = slip;
    waiting->promise.start();
    QFuture<base::Status> answer = waiting->promise.future();
    m_waiting.push_back(std::move(waiting));
    if (!hangs)
        answerAll(outcome);
    return answer;
}

void FakePrinter::answerAll(const base::Status& status)
{
    for (const auto& waiting : std::exchange(m_waiting, {})) {
        if (status.ok())
            printed << waiting->slip;
        waiting->promise.addResult(status);
        waiting->promise.finish();
    }
}

} // namespace hall::device
