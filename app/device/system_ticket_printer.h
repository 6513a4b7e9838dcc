// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/device/ticket_printer.h"

#include <QObject>
#include <QThread>
#include <atomic>
#include <chrono>
#include <memory>

namespace hall::device {

/// Prints through the system's printers, on a thread of its own. Lives on the GUI thread.
class SystemTicketPrinter final : public QObject, public TicketPrinter
{
    Q_OBJECT

public:
    struct Options
    {
        QString printer;       ///< as the system calls it; empty: the default printer
        int paperMm = 80;      ///< 58 or 80
        int dotsPerInch = 203;
        std::chrono::milliseconds timeout{15'000};
        QString pdfFolder;     ///< instead of a printer: one PDF a ticket, for looking at and for tests
    };

    explicit SystemTicketPrinter(Options options, QObject* parent = nullptr);
    ~SystemTicketPrinter() override;

    bool isSetUp() const override { return *m_isSetUp; }
    QFuture<base::Status> print(const TicketSlip& slip) override;

    /// Asks the system again whether there is a printer (one may be plugged in while the program runs).
    void refresh();

signals:
    void setUpChanged(bool isSetUp);

private:
    struct Job;

    Options m_options;
    std::unique_ptr<QThread> m_thread;
    QObject* m_context = nullptr; ///< lives on the thread
    std::shared_ptr<std::atomic<bool>> m_isSetUp;
    std::shared_ptr<std::atomic<bool>> m_isStuck; ///< a job has outlived its time-out and not come back yet
};

} // namespace hall::device
