// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/desk/worker_gateway.h"

#include "app/base/log.h"
#include "app/queue/catalogue_shelf.h"
#include "app/rules/catalogue.h"
#include "app/seal/clean_memory.h"
#include "app/sql/connection.h"
#include "ui/desk/line_service.h"
#include "ui/desk/put_away.h"

#include <QFile>
#include <QJsonDocument>
#include <QJsonObject>
#include <algorithm>

namespace hall::desk {

using base::Error;
using base::ErrorCode;
using base::Result;
using station::DeskRoom;

namespace {

Role roleOf(const store::Person& person)
{
    namespace role = store::role;
    const std::pair<const QString&, Role> roles[] = {
        {role::kSystem, Role::SystemAdministrator}, {role::kSecurity, Role::SecurityAdministrator},
        {role::kAudit, Role::AuditAdministrator},   {role::kSupervisor, Role::Supervisor},
        {role::kReception, Role::Clerk},            {role::kLegal, Role::Clerk},
        {role::kMediator, Role::Mediator},          {role::kExpert, Role::Expert},
    };
    for (const auto& [name, own] : roles) {
        if (person.is(name))
            return own;
    }
    return Role::Guide;
}

Person personFrom(const store::Person& person) { return {person.login, person.name, roleOf(person), person.blocks}; }

/// Runs as the person who is signed in; what is written carries their login, which two people cannot share.
template <class F>
auto asPerson(DeskRoom& room, F f) -> decltype(f(room, QString()))
{
    if (!room.person)
        return station::nobodySignedIn();
    return f(room, room.person->person.login);
}

Bilingual bilingual(const rules::Text& text) { return {text.zh, text.en}; }

Result<CatalogueView> viewOf(station::Line& line, const base::Clock& clock)
{
    queue::CatalogueShelf shelf(line.store.connection(), clock);
    HALL_ASSIGN(const auto now, shelf.current());
    CatalogueView view;
    view.version = now.version;
    auto& connection = line.store.connection();
    HALL_ASSIGN(const auto at, connection.value<base::Timestamp>("SELECT published_at FROM catalogue WHERE version = $1", now.version));
    HALL_ASSIGN(const auto by, connection.value<QString>("SELECT published_by FROM catalogue WHERE version = $1", now.version));
    view.publishedAt = at.value_or(base::Timestamp());
    view.publishedBy = by.value_or(QString());
    view.hallName = bilingual(now.catalogue.hallName);
    for (const auto& b : now.catalogue.blocks)
        view.blocks.append({b.code, b.prefix, bilingual(b.name)});
    for (const auto& s : now.catalogue.services)
        view.services.append({s.code, s.block, bilingual(s.name)});
    for (const auto& c : now.catalogue.classes)
        view.classes.append({c.code, bilingual(c.name)});
    for (const auto& d : now.catalogue.desks)
        view.desks.append({d.number, bilingual(d.name), d.services});
    view.noShowCalls = now.policy.noShowCalls;
    view.noShowSeconds = now.policy.noShowSeconds;
    view.undoSeconds = now.policy.undoSeconds;
    view.boundSeconds = now.policy.bound;
    return view;
}

/// Moves what the visitor typed from the line into the case store, still sealed; false when nothing was typed.
Result<bool> takeIntake(DeskRoom& room, queue::TicketId id, const QString& actor)
{
    HALL_ASSIGN(const auto held, room.custody.holds(id.value()));
    if (held)
        return true;
    HALL_ASSIGN(const auto ticket, room.line.queue.ticket(id));
    HALL_ASSIGN(const auto sealed, room.line.queue.sealedIntake(id));
    if (sealed.first.isEmpty())
        return false;
    // The block that numbered the ticket is the one it was sealed to; a transfer keeps both.
    HALL_TRY(room.custody.take(id.value(), ticket.block, sealed.second, sealed.first, actor));
    HALL_TRY(room.line.queue.forgetIntake(id));
    return true;
}

Result<Intake> readIntake(DeskRoom& room, queue::TicketId id, const QString& actor)
{
    HALL_ASSIGN(const bool typedAnything, takeIntake(room, id, actor));
    if (!typedAnything)
        return Intake{};
    HALL_ASSIGN(const auto opened, room.custody.open(id.value(), *room.person));
    const auto typed = QJsonDocument::fromJson(QByteArray::fromRawData(opened.view().data(), opened.view().size())).object();
    if (typed.isEmpty())
        return Error{ErrorCode::SealInvalid, QStringLiteral("What the visitor typed is not in the form that the kiosk writes.")};
    Intake intake;
    intake.name = typed.value(QLatin1StringView("name")).toString();
    intake.phone = typed.value(QLatin1StringView("phone")).toString();
    intake.idNumber = typed.value(QLatin1StringView("id_number")).toString();
    intake.text = typed.value(QLatin1StringView("text")).toString();
    return intake;
}

/// A visitor who is sent on to another block does not tell everything again. Without an intake, or without the right to open
/// it, the visitor is sent on all the same.
void sendIntakeAlong(DeskRoom& room, const Step& step, const QString& actor)
{
    const auto ticket = room.line.queue.ticket(step.ticket);
    const auto now = room.line.catalogue.current();
    if (!ticket.ok() || !now.ok())
        return;
    const auto service = std::find_if(now->catalogue.services.begin(), now->catalogue.services.end(),
                                      [&](const auto& s) { return s.code == step.service; });
    if (service == now->catalogue.services.end() || service->block == ticket->block)
        return;
    const auto held = takeIntake(room, step.ticket, actor);
    const auto key = room.line.store.blockKey(service->block);
    if (!held.ok() || !*held || !key.ok())
        return;
    const auto handed = room.custody.handOver(step.ticket.value(), *room.person, service->block, *key);
    if (!handed.ok())
        qCWarning(base::logStore, "an intake was not handed over to the other block");
}

Result<CatalogueReport> publishFolder(DeskRoom& room, const QString& folder, bool publish, const QString& actor)
{
    CatalogueReport report;
    report.folder = folder;
    const auto refused = [&](const Error& error) -> Result<CatalogueReport> {
        if (error.code != ErrorCode::CatalogueInvalid && error.code != ErrorCode::PolicyInvalid)
            return error;
        report.complaints = error.message.split(u'\n', Qt::SkipEmptyParts);
        return report;
    };
    const auto read = rules::readCatalogue(folder);
    if (!read.ok())
        return refused(read.error());
    report.blocks = static_cast<int>(read.value().blocks.size());
    report.services = static_cast<int>(read.value().services.size());
    report.desks = static_cast<int>(read.value().desks.size());
    queue::CatalogueShelf shelf(room.line.store.connection(), room.clock);
    Result<queue::Policy> policy = Error{ErrorCode::PolicyInvalid, QString()};
    QFile file(folder + QStringLiteral("/policy.json"));
    if (file.open(QIODevice::ReadOnly)) {
        policy = queue::readPolicy(file.readAll(), QStringLiteral("policy.json"));
        if (!policy.ok())
            return refused(policy.error());
    } else {
        HALL_ASSIGN(const auto now, shelf.current());
        policy = now.policy;
    }
    if (!publish)
        return report;
    const auto version = shelf.publish(read.value(), policy.value(), actor);
    if (!version.ok())
        return refused(version.error());
    report.version = version.value();
    return report;
}

} // namespace

WorkerGateway::WorkerGateway(station::DeskWorker& worker, QObject* parent)
    : DeskGateway(parent)
    , m_worker(worker)
{
    connect(&m_worker, &station::LineWorker::stateChanged, this, [this] { emit connectionChanged(connection()); });
    connect(&m_worker, &station::LineWorker::changed, this, [this](station::Topics topics) {
        Changes what;
        what.setFlag(Change::Line, topics.testFlag(station::Topic::Line));
        what.setFlag(Change::Desks, topics.testFlag(station::Topic::Desks));
        what.setFlag(Change::Catalogue, topics.testFlag(station::Topic::Catalogue));
        if (what)
            emit changed(what);
    });
}

DeskGateway::Connection WorkerGateway::connection() const
{
    switch (m_worker.state()) {
    case station::LineWorker::State::Connecting: return Connection::Connecting;
    case station::LineWorker::State::Connected: return Connection::Connected;
    case station::LineWorker::State::Lost: break;
    }
    return Connection::Lost;
}

Reply<Person> WorkerGateway::signIn(const QString& login, QByteArray passphrase, const QString& code)
{
    return m_worker.signIn(login, passphrase, code).then([](Result<store::Person> person) -> Result<Person> {
        if (!person.ok())
            return person.error();
        return personFrom(person.value());
    });
}

void WorkerGateway::signOut()
{
    m_worker.signOut();
    const auto afterThePages = [] {
        putAwayWhatQtKeeps();
        seal::forgetCalls();
    };
    QMetaObject::invokeMethod(this, afterThePages, Qt::QueuedConnection);
}

Reply<CatalogueView> WorkerGateway::catalogue()
{
    return m_worker.serve([](DeskRoom& room) -> Result<CatalogueView> {
        HALL_ASSIGN(auto view, viewOf(room.line, room.clock));
        HALL_ASSIGN(const auto people, room.office.staff().list());
        for (const store::Person& person : people)
            view.people.insert(person.login, person.name);
        return view;
    });
}

Reply<Picture> WorkerGateway::picture(int desk)
{
    return m_worker.serve(
        [desk](DeskRoom& room) { return readPicture(room.line.queue, room.line.desks, desk, room.clock.now()); });
}

Reply<queue::Desk> WorkerGateway::openDesk(int number, const QStringList& services)
{
    return m_worker.serve([=](DeskRoom& room) {
        return asPerson(room, [=](DeskRoom& r, const QString& actor) -> Result<queue::Desk> {
            if (!store::worksAtDesk(r.person->person)) {
                HALL_TRY(r.office.audit().append(QStringLiteral("desk-refused"), actor, QString::number(number)));
                return Error{ErrorCode::PermissionDenied, QStringLiteral("A desk is opened by whoever serves visitors there: clerks, mediators and experts.")};
            }
            return r.line.desks.open(number, services, actor);
        });
    });
}

Reply<queue::Desk> WorkerGateway::pauseDesk(int number)
{
    return m_worker.serve([=](DeskRoom& room) {
        return asPerson(room, [=](DeskRoom& r, const QString& actor) { return r.line.desks.pause(number, actor); });
    });
}

Reply<queue::Desk> WorkerGateway::resumeDesk(int number)
{
    return m_worker.serve([=](DeskRoom& room) {
        return asPerson(room, [=](DeskRoom& r, const QString& actor) { return r.line.desks.resume(number, actor); });
    });
}

Reply<queue::Desk> WorkerGateway::closeDesk(int number)
{
    return m_worker.serve([=](DeskRoom& room) {
        return asPerson(room, [=](DeskRoom& r, const QString& actor) { return r.line.desks.close(number, actor); });
    });
}

Reply<Outcome> WorkerGateway::perform(const Step& step)
{
    return m_worker.serve([step](DeskRoom& room) {
        return asPerson(room, [step](DeskRoom& r, const QString& actor) -> Result<Outcome> {
            HALL_ASSIGN(auto outcome, takeStep(r.line.queue, step, actor));
            if (step.action == Action::Transfer)
                sendIntakeAlong(r, step, actor);
            return outcome;
        });
    });
}

Reply<QList<queue::TicketEvent>> WorkerGateway::history(queue::TicketId ticket)
{
    return m_worker.serve([ticket](DeskRoom& room) { return room.line.queue.history(ticket); });
}

Reply<QList<DayEntry>> WorkerGateway::day(int desk, const QDate& day)
{
    return m_worker.serve([=](DeskRoom& room) { return readDay(room.line.queue, desk, day); });
}

Reply<Intake> WorkerGateway::openIntake(queue::TicketId ticket)
{
    return m_worker.serve([ticket](DeskRoom& room) {
        return asPerson(room, [ticket](DeskRoom& r, const QString& actor) { return readIntake(r, ticket, actor); });
    });
}

Reply<CatalogueReport> WorkerGateway::readCatalogue(const QString& folder, bool publish)
{
    return m_worker.serve([=](DeskRoom& room) {
        return asPerson(room, [=](DeskRoom& r, const QString& actor) -> Result<CatalogueReport> {
            if (!r.person->person.is(store::role::kSystem)) {
                HALL_TRY(r.office.audit().append(QStringLiteral("catalogue-refused"), actor));
                return Error{ErrorCode::PermissionDenied,
                             QStringLiteral("Only a system administrator may load a catalogue.")};
            }
            return publishFolder(r, folder, publish, actor);
        });
    });
}

} // namespace hall::desk
