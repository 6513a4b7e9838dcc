// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/ctl/commands.h"
#include "app/ctl/texts.h"
#include "app/ctl/ticket_json.h"
#include "app/sql/connection.h"

#include <QJsonArray>

namespace hall::ctl {

using base::Error;
using base::ErrorCode;
using base::Result;
using queue::TicketId;

namespace {

const QStringList kTicketColumns = {QStringLiteral("id"),      QStringLiteral("number"), QStringLiteral("service"),
                                    QStringLiteral("priority"), QStringLiteral("state"),  QStringLiteral("desk"),
                                    QStringLiteral("arrived")};

struct TicketOptions
{
    std::string service;
    std::string priority = "ordinary";
    std::string key;
    std::string at;
    std::string state;
    std::string reason;
    std::string until;
    int party = 1;
    int desk = 0;
    int minutes = 15;
    qint64 ticket = 0;
    qint64 appointment = 0;
    bool byPolicy = false;
};

Result<std::optional<base::Timestamp>> momentOf(const std::string& text)
{
    if (text.empty())
        return std::optional<base::Timestamp>();
    const auto moment = base::fromIso(qs(text));
    if (!moment)
        return Error{ErrorCode::InvalidArgument,
                     tr("\"%1\" is no time. Write it as ISO 8601: 2026-03-05T09:30:00+08:00.").arg(qs(text))};
    return std::optional(*moment);
}

/// The services that could have been meant, for whoever mistyped one.
Error withKnown(Error error, CommandContext& context)
{
    if (error.code != ErrorCode::ServiceUnknown && error.code != ErrorCode::PriorityClassUnknown)
        return error;
    const auto line = context.line();
    if (!line.ok())
        return error;
    const std::string_view sql = error.code == ErrorCode::ServiceUnknown
        ? "SELECT group_concat(code, ', ') FROM (SELECT code FROM service WHERE retired = 0 ORDER BY position)"
        : "SELECT group_concat(code, ', ') FROM (SELECT code FROM priority_class WHERE retired = 0 ORDER BY id)";
    const auto known = (*line)->connection().value<QString>(sql);
    if (known.ok() && *known)
        error.message += QLatin1Char(' ') + tr("Known: %1").arg(**known);
    return error;
}

Result<Answer> issue(CommandContext& context, const TicketOptions& options)
{
    queue::IssueRequest request;
    request.key = options.key.empty() ? QUuid::createUuid() : QUuid::fromString(qs(options.key));
    if (request.key.isNull())
        return Error{ErrorCode::InvalidArgument, tr("\"%1\" is no UUID.").arg(qs(options.key))};
    request.service = qs(options.service);
    request.priorityClass = qs(options.priority);
    request.partySize = options.party;
    request.appointment = queue::AppointmentId(options.appointment);
    request.actor = context.actor();
    HALL_ASSIGN(request.at, momentOf(options.at));
    HALL_ASSIGN(auto* line, context.line());
    const auto issued = queue::Queue(line->connection(), context.clock()).issue(request);
    if (!issued.ok())
        return withKnown(issued.error(), context);
    QJsonObject object = json(issued->ticket);
    object.insert(QStringLiteral("position"), issued->position);
    object.insert(QStringLiteral("ahead"), issued->ahead);
    object.insert(QStringLiteral("wait"), json(issued->wait));
    object.insert(QStringLiteral("repeated"), issued->repeated);
    return Answer{object,
                  {QStringLiteral("id"), QStringLiteral("number"), QStringLiteral("service"), QStringLiteral("position"),
                   QStringLiteral("ahead"), QStringLiteral("wait"), QStringLiteral("receipt")}};
}

Result<Answer> call(CommandContext& context, const TicketOptions& options)
{
    HALL_ASSIGN(auto* line, context.line());
    queue::Queue queue(line->connection(), context.clock());
    HALL_ASSIGN(const auto called, options.ticket == 0
                    ? queue.callNext(options.desk, context.actor())
                    : queue.callOutOfTurn(options.desk, TicketId(options.ticket), qs(options.reason), context.actor()));
    return Answer{QJsonObject{{QStringLiteral("ticket"), called.ticket ? QJsonValue(json(*called.ticket)) : QJsonValue()},
                              {QStringLiteral("why"), queue::toJson(called.why)}},
                  {QStringLiteral("ticket"), QStringLiteral("why")}};
}

Result<Answer> list(CommandContext& context, const TicketOptions& options)
{
    queue::Queue::Filter filter;
    if (!options.state.empty()) {
        const auto state = queue::stateFromName(qs(options.state));
        if (!state)
            return Error{ErrorCode::InvalidArgument, tr("There is no state \"%1\".").arg(qs(options.state))};
        filter.states = {*state};
    }
    HALL_ASSIGN(auto* line, context.line());
    HALL_ASSIGN(const auto tickets, queue::Queue(line->connection(), context.clock()).list(filter));
    QJsonArray array;
    for (const queue::Ticket& ticket : tickets)
        array.append(json(ticket));
    return Answer{array, kTicketColumns};
}

Result<Answer> history(CommandContext& context, const TicketOptions& options)
{
    HALL_ASSIGN(auto* line, context.line());
    HALL_ASSIGN(const auto events,
                queue::Queue(line->connection(), context.clock()).history(TicketId(options.ticket)));
    QJsonArray array;
    for (const queue::TicketEvent& event : events)
        array.append(json(event));
    return Answer{array,
                  {QStringLiteral("at"), QStringLiteral("kind"), QStringLiteral("desk"), QStringLiteral("actor"),
                   QStringLiteral("detail")}};
}

Result<queue::Ticket> park(CommandContext& context, queue::Queue& queue, const TicketOptions& options)
{
    HALL_ASSIGN(const auto until, momentOf(options.until));
    const auto back = until.value_or(context.clock().now() + std::chrono::minutes(options.minutes));
    return queue.park(TicketId(options.ticket), back, context.actor());
}

} // namespace

void addTicketCommands(CLI::App& app, CommandContext& context)
{
    auto options = std::make_shared<TicketOptions>();
    CLI::App* group = app.add_subcommand("ticket", "Tickets of the line");
    group->require_subcommand(1)->fallthrough();

    CLI::App* issued = context.command(*group, "issue", "Issues a ticket",
                                       [&context, options] { return issue(context, *options); });
    issued->add_option("--service", options->service, "Code of the service")->required();
    issued->add_option("--priority", options->priority, "Priority class (default: ordinary)");
    issued->add_option("--key", options->key, "Idempotency key (UUID): repeated, it answers the same ticket");
    issued->add_option("--at", options->at, "Arrival (ISO 8601; default: now)");
    issued->add_option("--party", options->party, "People in the visit");
    issued->add_option("--appointment", options->appointment, "Id of a booking");

    CLI::App* called = context.command(*group, "call", "Chooses and claims the next visitor",
                                       [&context, options] { return call(context, *options); });
    called->add_option("--desk", options->desk, "Number of the desk")->required();
    called->add_option("--ticket", options->ticket, "Out of turn: this one (with --reason)");
    called->add_option("--reason", options->reason, "Why out of turn");

    using Step = std::function<Result<queue::Ticket>(queue::Queue&)>;
    const auto addStep = [&](const char* name, const char* about, Step step) {
        CLI::App* command = context.command(*group, name, about, [&context, options, step]() -> Result<Answer> {
            HALL_ASSIGN(auto* line, context.line());
            queue::Queue queue(line->connection(), context.clock());
            const auto moved = step(queue);
            if (!moved.ok())
                return withKnown(moved.error(), context);
            return Answer{json(*moved), kTicketColumns};
        });
        command->add_option("--ticket", options->ticket, "Id of the ticket")->required();
        return command;
    };
    const auto id = [options] { return TicketId(options->ticket); };
    addStep("recall", "Calls again", [&context, id](queue::Queue& q) { return q.recall(id(), context.actor()); });
    addStep("serve", "The visitor is at the desk", [&context, id](queue::Queue& q) { return q.serve(id(), context.actor()); });
    addStep("finish", "The visit is over", [&context, id](queue::Queue& q) { return q.finish(id(), context.actor()); });
    addStep("resume", "A parked visitor waits again", [&context, id](queue::Queue& q) { return q.resume(id(), context.actor()); });
    addStep("cancel", "The visitor goes", [&context, id](queue::Queue& q) { return q.cancel(id(), context.actor()); });
    addStep("no-show", "The visitor did not come", [&context, id, options](queue::Queue& q) {
        return q.noShow(id(), context.actor(), !options->byPolicy);
    })->add_flag("--by-policy", options->byPolicy, "Refuse before the policy's number of calls and seconds");
    CLI::App* parked = addStep("park", "The visitor comes back later",
                               [&context, options](queue::Queue& q) { return park(context, q, *options); });
    parked->add_option("--minutes", options->minutes, "Until then (default: 15)")->check(CLI::Range(1, 600));
    parked->add_option("--until", options->until, "Until then (ISO 8601)");
    addStep("transfer", "To another service; keeps number and arrival", [&context, id, options](queue::Queue& q) {
        return q.transfer(id(), qs(options->service), context.actor());
    })->add_option("--service", options->service, "Code of the service")->required();

    CLI::App* listed = context.command(*group, "list", "Today's tickets, those who wait in the order of the calls",
                                       [&context, options] { return list(context, *options); });
    listed->add_option("--state", options->state, "Only this state");
    context.command(*group, "history", "What happened to a ticket", [&context, options] { return history(context, *options); })
        ->add_option("--ticket", options->ticket, "Id of the ticket")
        ->required();
}

} // namespace hall::ctl
