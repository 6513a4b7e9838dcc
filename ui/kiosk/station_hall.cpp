// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/kiosk/station_hall.h"

#include "app/seal/sealed_box.h"

#include <QPromise>

namespace hall::kiosk {
namespace {

GivenTicket given(const queue::Ticket& ticket)
{
    GivenTicket shown;
    shown.number = ticket.number;
    shown.block = ticket.block;
    shown.service = ticket.service;
    shown.receiptCode = ticket.receiptCode;
    shown.arrived = ticket.arrived;
    shown.due = ticket.due;
    shown.state = ticket.state;
    shown.desk = ticket.desk;
    return shown;
}

GivenTicket given(const queue::Issued& issued)
{
    GivenTicket shown = given(issued.ticket);
    shown.position = issued.position;
    shown.wait = issued.wait;
    return shown;
}

/// Seals what was typed to the block's newest key; nothing when nothing was typed or the hall has no key for the block.
base::Result<seal::Sealed> sealDetails(station::Line& line, Details& details, const QString& block,
                                       const QString& language, int& generation)
{
    HALL_ASSIGN(const auto key, line.store.blockKey(block));
    generation = key.generation;
    QByteArray document = intakeDocument(details, language);
    base::Result<seal::Sealed> sealed = seal::sealTo(key.publicKey, key.generation, document);
    wipe(document);
    return sealed;
}

} // namespace

StationHall::StationHall(station::LineWorker& worker, const base::Clock& clock, device::TicketPrinter* printer,
                         QObject* parent)
    : HallGateway(parent)
    , m_worker(worker)
    , m_clock(clock)
    , m_printer(printer)
    , m_station(worker.config().stationName)
{
    connect(&worker, &station::LineWorker::stateChanged, this, &HallGateway::linkChanged);
    connect(&worker, &station::LineWorker::changed, this, [this](station::Topics topics) {
        if (topics.testFlag(station::Topic::Catalogue))
            emit menuChanged();
    });
}

HallGateway::Link StationHall::link() const
{
    switch (m_worker.state()) {
    case station::LineWorker::State::Connecting:
        return Link::Connecting;
    case station::LineWorker::State::Connected:
        return Link::Connected;
    case station::LineWorker::State::Lost:
        break;
    }
    return Link::Away;
}

Reply<rules::Catalogue> StationHall::menu()
{
    return m_worker.run([](station::Line& line) -> base::Result<rules::Catalogue> {
        HALL_ASSIGN(auto inForce, line.catalogue.current());
        return inForce.catalogue;
    });
}

Reply<GivenTicket> StationHall::issue(const VisitRequest& request)
{
    return m_worker.run([request = VisitRequest(request), station = m_station](station::Line& line) mutable -> base::Result<GivenTicket> {
        queue::IssueRequest wanted;
        wanted.key = request.key;
        wanted.service = request.service;
        wanted.priorityClass = request.priorityClass;
        wanted.evidence = request.evidence;
        wanted.partySize = request.partySize;
        wanted.language = request.language;
        wanted.appointment = queue::AppointmentId(request.appointment);
        wanted.actor = station;
        bool kept = true;
        if (!request.details.isEmpty()) {
            auto sealed = sealDetails(line, request.details, request.block, request.language, wanted.intakeGeneration);
            request.details.wipe();
            // A hall without keys still gives tickets; the visitor is told to say it again.
            kept = sealed.ok();
            if (sealed)
                wanted.sealedIntake = sealed->bytes;
        }
        HALL_ASSIGN(const queue::Issued issued, line.queue.issue(wanted));
        GivenTicket shown = given(issued);
        shown.intakeKept = kept;
        return shown;
    });
}

Reply<bool> StationHall::withdraw(const QUuid& key)
{
    return m_worker.run([key, station = m_station](station::Line& line) -> base::Result<bool> {
        HALL_ASSIGN(const std::optional<queue::Ticket> ticket, line.queue.ticketByKey(key));
        if (!ticket || !queue::isOpen(ticket->state))
            return false;
        HALL_TRY(line.queue.cancel(ticket->id, station));
        return true;
    });
}

Reply<Booking> StationHall::booking(const QString& code)
{
    return m_worker.run([code](station::Line& line) -> base::Result<Booking> {
        HALL_ASSIGN(const std::optional<queue::Appointment> found, line.appointments.byCode(code));
        if (!found || found->state != QLatin1String("booked"))
            return base::Error{base::ErrorCode::AppointmentNotFound, QStringLiteral("No booking is open under this code.")};
        return Booking{found->id.value(), found->service, found->due};
    });
}

Reply<GivenTicket> StationHall::find(const QString& receiptCode)
{
    const QDate today = base::hallDay(m_clock.now());
    return m_worker.run([receiptCode, today](station::Line& line) -> base::Result<GivenTicket> {
        HALL_ASSIGN(const std::optional<queue::Ticket> found, line.queue.ticketByReceipt(today, receiptCode));
        if (!found)
            return base::Error{base::ErrorCode::TicketNotFound, QStringLiteral("No ticket of today has this code.")};
        if (found->state != queue::TicketState::Waiting)
            return given(*found);
        HALL_ASSIGN(const queue::Issued standing, line.queue.standing(found->id));
        return given(standing);
    });
}

QFuture<base::Status> StationHall::print(const device::TicketSlip& slip)
{
    if (m_printer)
        return m_printer->print(slip);
    QPromise<base::Status> promise;
    promise.start();
    promise.addResult(base::Status(base::ErrorCode::PrinterUnavailable, QStringLiteral("No printer is set up here.")));
    promise.finish();
    return promise.future();
}

} // namespace hall::kiosk
