// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/kiosk/station_hall.h"

#include "app/base/log.h"
#include "app/seal/sealed_box.h"

#include <QPromise>
#include <QtConcurrent>

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

GivenTicket given(const station::Outbox::Given& kept, const VisitRequest& request)
{
    GivenTicket shown;
    shown.number = kept.number;
    shown.block = kept.block;
    shown.service = request.service;
    shown.receiptCode = kept.receiptCode;
    shown.arrived = kept.arrived;
    shown.apart = true;
    return shown;
}

/// What the line is asked for; what was typed is sealed with the block's key and wiped. `kept` tells whether it could be.
queue::IssueRequest wantedFrom(VisitRequest& request, const QString& station,
                               const base::Result<store::LineStore::BlockKey>& key, bool& kept)
{
    queue::IssueRequest wanted;
    wanted.key = request.key;
    wanted.service = request.service;
    wanted.priorityClass = request.priorityClass;
    wanted.evidence = request.evidence;
    wanted.partySize = request.partySize;
    wanted.language = request.language;
    wanted.appointment = queue::AppointmentId(request.appointment);
    wanted.actor = station;
    kept = true;
    if (request.details.isEmpty())
        return wanted;
    // A hall without keys still gives tickets; the visitor is told to say it again.
    kept = key.ok();
    if (key.ok()) {
        QByteArray document = intakeDocument(request.details, request.language);
        const auto sealed = seal::sealTo(key->publicKey, key->generation, document);
        wipe(document);
        kept = sealed.ok();
        if (sealed.ok()) {
            wanted.sealedIntake = sealed->bytes;
            wanted.intakeGeneration = key->generation;
        }
    }
    request.details.wipe();
    return wanted;
}

/// How long a visitor stands before a screen that says "one moment" before the ticket comes out of the reserve.
constexpr int kPatienceMs = 4000;
constexpr int kTendEveryMs = 60'000;

bool isAway(base::ErrorCode code)
{
    return code == base::ErrorCode::StoreUnavailable || code == base::ErrorCode::StoreLocked;
}

} // namespace

/// One visitor's question to the line: whoever answers first has answered it.
class StationHall::Asking
{
public:
    explicit Asking(const VisitRequest& request)
        : m_request(request)
    {
        m_promise.start();
    }
    const VisitRequest& request() const { return m_request; }
    Reply<GivenTicket> reply() { return m_promise.future(); }
    bool isAnswered() const { return m_answered; }
    bool goesApart() { return !std::exchange(m_apart, true); }
    void answer(const base::Result<GivenTicket>& given)
    {
        if (std::exchange(m_answered, true))
            return;
        m_request.details.wipe();
        m_promise.addResult(given);
        m_promise.finish();
    }

private:
    VisitRequest m_request;
    QPromise<base::Result<GivenTicket>> m_promise;
    bool m_answered = false;
    bool m_apart = false;
};

StationHall::StationHall(station::LineWorker& worker, const base::Clock& clock, device::TicketPrinter* printer,
                         QObject* parent)
    : HallGateway(parent)
    , m_worker(worker)
    , m_clock(clock)
    , m_printer(printer)
    , m_station(worker.config().stationName)
{
    m_aside.setMaxThreadCount(1);
    m_tending.setInterval(kTendEveryMs);
    connect(&m_tending, &QTimer::timeout, this, &StationHall::tend);
    connect(&worker, &station::LineWorker::stateChanged, this, &StationHall::onState);
    connect(&worker, &station::LineWorker::changed, this, [this](station::Topics topics) {
        if (topics.testFlag(station::Topic::Catalogue)) {
            emit menuChanged();
            tend();
        }
    });
    if (worker.config().place().onServer())
        openOutbox();
}

StationHall::~StationHall()
{
    m_aside.waitForDone();
}

void StationHall::openOutbox()
{
    using Opened = std::shared_ptr<base::Result<std::unique_ptr<station::Outbox>>>;
    const auto open = [files = m_worker.config().place().files(), &clock = m_clock]() -> std::pair<Opened, bool> {
        auto outbox = std::make_shared<base::Result<std::unique_ptr<station::Outbox>>>(station::Outbox::open(files, clock));
        return {outbox, outbox->ok() && (**outbox)->catalogue().ok()};
    };
    QtConcurrent::run(&m_aside, open).then(this, [this](const std::pair<Opened, bool>& opened) {
        if (!opened.first->ok()) {
            qCWarning(base::logStation, "no tickets while the server is away: %s", qUtf8Printable(opened.first->error().message));
            return;
        }
        m_outbox = std::move(*opened.first).value();
        m_hasMenu = opened.second;
        m_tending.start();
        tend();
        emit linkChanged();
    });
}

void StationHall::onState()
{
    tend();
    emit linkChanged();
}

/// What was given meanwhile goes into the line, and the reserve is made full again.
void StationHall::tend()
{
    if (!m_outbox || m_worker.state() != station::LineWorker::State::Connected)
        return;
    const auto job = [outbox = m_outbox, station = m_station](station::Line& line) -> base::Status {
        HALL_TRY(outbox->drain(line, station));
        return outbox->fill(line, station);
    };
    m_worker.run(job).then(this, [this](const base::Status& tended) {
        if (tended.ok())
            m_hasMenu = true;
        else
            qCWarning(base::logStation, "the reserve could not be filled: %s", base::errorName(tended.error().code).data());
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
    return m_outbox && m_hasMenu ? Link::Apart : Link::Away;
}

Reply<rules::Catalogue> StationHall::menu()
{
    if (link() == Link::Apart)
        return QtConcurrent::run(&m_aside, [outbox = m_outbox] { return outbox->catalogue(); });
    return m_worker.run([](station::Line& line) -> base::Result<rules::Catalogue> {
        HALL_ASSIGN(auto inForce, line.catalogue.current());
        return inForce.catalogue;
    });
}

Reply<GivenTicket> StationHall::issueInLine(const VisitRequest& request)
{
    return m_worker.run([request = VisitRequest(request), station = m_station](station::Line& line) mutable -> base::Result<GivenTicket> {
        bool kept = true;
        const auto key = line.store.blockKey(request.block);
        const queue::IssueRequest wanted = wantedFrom(request, station, key, kept);
        HALL_ASSIGN(const queue::Issued issued, line.queue.issue(wanted));
        GivenTicket shown = given(issued);
        shown.intakeKept = kept;
        return shown;
    });
}

Reply<GivenTicket> StationHall::issueApart(const VisitRequest& request)
{
    const auto job = [outbox = m_outbox, request = VisitRequest(request), station = m_station]() mutable -> base::Result<GivenTicket> {
        bool kept = true;
        const queue::IssueRequest wanted = wantedFrom(request, station, outbox->blockKey(request.block), kept);
        HALL_ASSIGN(const auto ticket, outbox->give(wanted));
        GivenTicket shown = given(ticket, request);
        shown.intakeKept = kept;
        return shown;
    };
    return QtConcurrent::run(&m_aside, job);
}

Reply<GivenTicket> StationHall::issue(const VisitRequest& request)
{
    if (link() == Link::Apart)
        return issueApart(request);
    if (!m_outbox || !m_hasMenu)
        return issueInLine(request);
    // The server may have gone a moment ago without anybody having noticed yet. Whatever the line makes of the request after
    // the visitor has a ticket out of the reserve is withdrawn when that ticket is written.
    const auto asking = std::make_shared<Asking>(request);
    const auto goApart = [this, asking] {
        if (!asking->isAnswered() && asking->goesApart())
            issueApart(asking->request()).then(this, [this, asking](const base::Result<GivenTicket>& ticket) {
                asking->answer(ticket);
                tend();
            });
    };
    issueInLine(request).then(this, [asking, goApart](const base::Result<GivenTicket>& ticket) {
        if (!ticket.ok() && isAway(ticket.error().code))
            goApart();
        else if (asking->goesApart()) // not decided otherwise yet
            asking->answer(ticket);
    });
    QTimer::singleShot(kPatienceMs, this, goApart);
    return asking->reply();
}

Reply<bool> StationHall::withdraw(const QUuid& key)
{
    return m_worker.run([key, outbox = m_outbox, station = m_station](station::Line& line) -> base::Result<bool> {
        if (outbox) {
            HALL_ASSIGN(const auto writtenAs, outbox->takeBack(key));
            if (writtenAs)
                return line.queue.withdraw(*writtenAs, station);
        }
        return line.queue.withdraw(key, station);
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
