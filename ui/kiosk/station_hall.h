// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/device/system_ticket_printer.h"
#include "app/station/line_worker.h"
#include "app/station/outbox.h"
#include "ui/kiosk/hall_gateway.h"

#include <QThreadPool>
#include <QTimer>

namespace hall::kiosk {

/// The hall behind a station's worker thread. For a hall on a server it keeps an outbox: while the server is away, or does
/// not answer within the visitor's patience, tickets are given out of it, and written into the line when it is back.
class StationHall final : public HallGateway
{
    Q_OBJECT

public:
    StationHall(station::LineWorker& worker, const base::Clock& clock, device::TicketPrinter* printer,
                QObject* parent = nullptr);
    ~StationHall() override;

    Link link() const override;
    Reply<rules::Catalogue> menu() override;
    Reply<GivenTicket> issue(const VisitRequest& request) override;
    Reply<bool> withdraw(const QUuid& key) override;
    Reply<Booking> booking(const QString& code) override;
    Reply<GivenTicket> find(const QString& receiptCode) override;
    bool hasPrinter() const override { return m_printer && m_printer->isSetUp(); }
    QFuture<base::Status> print(const device::TicketSlip& slip) override;

private:
    class Asking;

    void openOutbox();
    void onState();
    void tend();
    Reply<GivenTicket> issueInLine(const VisitRequest& request);
    Reply<GivenTicket> issueApart(const VisitRequest& request);

    station::LineWorker& m_worker;
    const base::Clock& m_clock;
    device::TicketPrinter* m_printer;
    QString m_station;
    std::shared_ptr<station::Outbox> m_outbox; ///< none for a hall in a folder, or until it is open
    bool m_hasMenu = false;                    ///< the outbox knows a catalogue
    QTimer m_tending;                          ///< numbers are reserved anew, also when the day changes
    QThreadPool m_aside;                       ///< the outbox's own thread
};

} // namespace hall::kiosk
