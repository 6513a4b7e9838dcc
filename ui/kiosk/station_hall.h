// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/device/system_ticket_printer.h"
#include "app/station/line_worker.h"
#include "ui/kiosk/hall_gateway.h"

namespace hall::kiosk {

/// The hall behind a station's worker thread.
class StationHall final : public HallGateway
{
    Q_OBJECT

public:
    StationHall(station::LineWorker& worker, const base::Clock& clock, device::TicketPrinter* printer,
                QObject* parent = nullptr);

    Link link() const override;
    Reply<rules::Catalogue> menu() override;
    Reply<GivenTicket> issue(const VisitRequest& request) override;
    Reply<bool> withdraw(const QUuid& key) override;
    Reply<Booking> booking(const QString& code) override;
    Reply<GivenTicket> find(const QString& receiptCode) override;
    bool hasPrinter() const override { return m_printer && m_printer->isSetUp(); }
    QFuture<base::Status> print(const device::TicketSlip& slip) override;

private:
    station::LineWorker& m_worker;
    const base::Clock& m_clock;
    device::TicketPrinter* m_printer;
    QString m_station;
};

} // namespace hall::kiosk
