// SPDX-License-Identifier: GPL-3.0-or-later
// Services, desks, bookings and the day: what surrounds the tickets.
#include "app/ctl/commands.h"
#include "app/ctl/texts.h"
#include "app/queue/announcements.h"
#include "app/queue/appointments.h"
#include "app/queue/catalogue_shelf.h"
#include "app/queue/desk_register.h"
#include "app/queue/queue.h"
#include "app/rules/identity_number.h"
#include "app/sql/connection.h"

#include <QDir>
#include <QFile>
#include <QJsonArray>
#include <QJsonObject>

namespace hall::ctl {

using base::Error;
using base::ErrorCode;
using base::Result;

namespace {

QJsonObject json(const queue::Desk& desk, const QString& language)
{
    return {{QStringLiteral("desk"), desk.number},
            {QStringLiteral("name"), language == QLatin1StringView("en") ? desk.nameEn : desk.name},
            {QStringLiteral("state"), queue::deskStateName(desk.state)},
            {QStringLiteral("staff"), desk.staff},
            {QStringLiteral("services"), QJsonArray::fromStringList(desk.services)}};
}

const QStringList kDeskColumns = {QStringLiteral("desk"), QStringLiteral("name"), QStringLiteral("state"),
                                  QStringLiteral("staff"), QStringLiteral("services")};

QJsonObject json(const queue::Appointment& booking)
{
    return {{QStringLiteral("id"), booking.id.value()},
            {QStringLiteral("service"), booking.service},
            {QStringLiteral("due"), base::toIso(booking.due)},
            {QStringLiteral("code"), booking.code},
            {QStringLiteral("state"), booking.state}};
}

const QStringList kBookingColumns = {QStringLiteral("id"), QStringLiteral("due"), QStringLiteral("service"),
                                     QStringLiteral("code"), QStringLiteral("state")};

struct Loaded
{
    rules::Catalogue catalogue;
    queue::Policy policy;
};

Result<Loaded> readFolder(const QString& folder)
{
    HALL_ASSIGN(auto catalogue, rules::readCatalogue(folder));
    QFile file(QDir(folder).filePath(QStringLiteral("policy.json")));
    if (!file.open(QIODevice::ReadOnly))
        return Error{ErrorCode::FileUnreadable, tr("%1 cannot be read. A catalogue needs a policy.").arg(file.fileName())};
    HALL_ASSIGN(auto policy, queue::readPolicy(file.readAll(), QStringLiteral("policy.json")));
    return Loaded{catalogue, policy};
}

/// Default: today.
Result<QDate> dayFrom(const std::string& text, const CommandContext& context)
{
    const QDate date = text.empty() ? base::hallDay(context.clock().now()) : QDate::fromString(qs(text), Qt::ISODate);
    if (!date.isValid())
        return Error{ErrorCode::InvalidArgument, tr("\"%1\" is no date. Write 2026-03-05.").arg(qs(text))};
    return date;
}

} // namespace

void addServiceCommands(CLI::App& app, CommandContext& context)
{
    CLI::App* group = app.add_subcommand("service", "The services on the shelves");
    group->require_subcommand(1)->fallthrough();
    context.command(*group, "list", "Blocks and their services", [&context]() -> Result<Answer> {
        HALL_ASSIGN(auto* line, context.line());
        HALL_ASSIGN(const auto inForce, queue::CatalogueShelf(line->connection(), context.clock()).current());
        QJsonArray list;
        for (const rules::Service& service : inForce.catalogue.services) {
            const rules::Block* block = inForce.catalogue.block(service.block);
            list.append(QJsonObject{{QStringLiteral("code"), service.code},
                                    {QStringLiteral("block"), service.block},
                                    {QStringLiteral("name"), service.name.in(context.language())},
                                    {QStringLiteral("prefix"), block ? block->prefix : QString()}});
        }
        return Answer{list,
                      {QStringLiteral("prefix"), QStringLiteral("block"), QStringLiteral("code"), QStringLiteral("name")}};
    });
}

void addDeskCommands(CLI::App& app, CommandContext& context)
{
    struct Options
    {
        int desk = 0;
        std::vector<std::string> services;
    };
    auto options = std::make_shared<Options>();
    CLI::App* group = app.add_subcommand("desk", "Staffing of the desks");
    group->require_subcommand(1)->fallthrough();
    const auto step = [&context, options, group](const char* name, const char* about, auto body) {
        return context
            .command(*group, name, about,
                     [&context, options, body]() -> Result<Answer> {
                         HALL_ASSIGN(auto* line, context.line());
                         queue::DeskRegister desks(line->connection(), context.clock());
                         HALL_ASSIGN(const queue::Desk desk, body(desks));
                         return Answer{json(desk, context.language()), kDeskColumns};
                     });
    };
    CLI::App* open = step("open", "Staffs a desk", [&context, options](queue::DeskRegister& desks) {
        QStringList services;
        for (const std::string& code : options->services)
            services.append(qs(code));
        return desks.open(options->desk, services, context.actor());
    });
    open->add_option("--services", options->services, "Codes, separated by commas")->delimiter(',')->required();
    CLI::App* close = step("close", "Closes a desk", [&context, options](queue::DeskRegister& desks) {
        return desks.close(options->desk, context.actor());
    });
    CLI::App* pause = step("pause", "Sends a desk on pause", [&context, options](queue::DeskRegister& desks) {
        return desks.pause(options->desk, context.actor());
    });
    CLI::App* resume = step("resume", "Ends a desk's pause", [&context, options](queue::DeskRegister& desks) {
        return desks.resume(options->desk, context.actor());
    });
    for (CLI::App* command : {open, close, pause, resume})
        command->add_option("--desk", options->desk, "Number of the desk")->required();
    context.command(*group, "list", "All desks", [&context]() -> Result<Answer> {
        HALL_ASSIGN(auto* line, context.line());
        HALL_ASSIGN(const auto desks, queue::DeskRegister(line->connection(), context.clock()).list());
        QJsonArray list;
        for (const queue::Desk& desk : desks)
            list.append(json(desk, context.language()));
        return Answer{list, kDeskColumns};
    });
}

void addCatalogueCommands(CLI::App& app, CommandContext& context)
{
    auto folder = std::make_shared<std::string>();
    CLI::App* group = app.add_subcommand("catalogue", "Services, classes, desks, texts and policy as files");
    group->require_subcommand(1)->fallthrough();
    const auto summary = [](const Loaded& loaded, int version) {
        QJsonObject object{{QStringLiteral("blocks"), loaded.catalogue.blocks.size()},
                           {QStringLiteral("services"), loaded.catalogue.services.size()},
                           {QStringLiteral("desks"), loaded.catalogue.desks.size()},
                           {QStringLiteral("policy"), queue::policyName(loaded.policy.kind)}};
        if (version > 0)
            object.insert(QStringLiteral("version"), version);
        return Answer{object, {}};
    };
    CLI::App* check = context.command(*group, "check", "Reads a folder and says what is wrong with it",
                                      [folder, summary]() -> Result<Answer> {
                                          HALL_ASSIGN(const Loaded loaded, readFolder(qs(*folder)));
                                          return summary(loaded, 0);
                                      });
    CLI::App* load = context.command(*group, "load", "Puts a folder's catalogue in force",
                                     [&context, folder, summary]() -> Result<Answer> {
                                         HALL_ASSIGN(const Loaded loaded, readFolder(qs(*folder)));
                                         HALL_ASSIGN(auto* line, context.line());
                                         queue::CatalogueShelf shelf(line->connection(), context.clock());
                                         HALL_ASSIGN(const int version, shelf.publish(loaded.catalogue, loaded.policy,
                                                                                      context.actor()));
                                         return summary(loaded, version);
                                     });
    for (CLI::App* command : {check, load})
        command->add_option("folder", *folder, "Folder with the *.yaml files and policy.json")->required();
}

void addAppointmentCommands(CLI::App& app, CommandContext& context)
{
    struct Options
    {
        std::string service;
        std::string at;
        std::string day;
        qint64 id = 0;
    };
    auto options = std::make_shared<Options>();
    CLI::App* group = app.add_subcommand("appointment", "Booked visits");
    group->require_subcommand(1)->fallthrough();
    CLI::App* book = context.command(*group, "book", "Books a time", [&context, options]() -> Result<Answer> {
        const auto due = base::fromIso(qs(options->at));
        if (!due)
            return Error{ErrorCode::InvalidArgument, tr("\"%1\" is no time. Write 2026-03-05T09:30+08:00.").arg(qs(options->at))};
        HALL_ASSIGN(auto* line, context.line());
        HALL_ASSIGN(const auto booking, queue::Appointments(line->connection(), context.clock())
                                            .book(qs(options->service), *due, context.actor()));
        return Answer{json(booking), kBookingColumns};
    });
    book->add_option("--service", options->service, "Code of the service")->required();
    book->add_option("--at", options->at, "When (ISO 8601)")->required();
    CLI::App* list = context.command(*group, "list", "The bookings of a day", [&context, options]() -> Result<Answer> {
        HALL_ASSIGN(const QDate day, dayFrom(options->day, context));
        HALL_ASSIGN(auto* line, context.line());
        HALL_ASSIGN(const auto bookings, queue::Appointments(line->connection(), context.clock()).ofDay(day));
        QJsonArray array;
        for (const queue::Appointment& booking : bookings)
            array.append(json(booking));
        return Answer{array, kBookingColumns};
    });
    list->add_option("--day", options->day, "Default: today");
    CLI::App* cancel = context.command(*group, "cancel", "Cancels a booking", [&context, options]() -> Result<Answer> {
        HALL_ASSIGN(auto* line, context.line());
        HALL_TRY(queue::Appointments(line->connection(), context.clock())
                     .cancel(queue::AppointmentId(options->id), context.actor()));
        return Answer{QJsonObject{{QStringLiteral("id"), options->id}, {QStringLiteral("state"), QStringLiteral("cancelled")}}, {}};
    });
    cancel->add_option("--id", options->id, "Id of the booking")->required();
}

void addDayCommands(CLI::App& app, CommandContext& context)
{
    auto day = std::make_shared<std::string>();
    CLI::App* group = app.add_subcommand("day", "The hall's day");
    group->require_subcommand(1)->fallthrough();
    CLI::App* close = context.command(*group, "close", "Ends the day: lists everybody who was not served",
                                      [&context, day]() -> Result<Answer> {
        HALL_ASSIGN(const QDate date, dayFrom(*day, context));
        HALL_ASSIGN(auto* line, context.line());
        HALL_ASSIGN(const auto closing,
                    queue::Queue(line->connection(), context.clock()).closeDay(date, context.actor()));
        QJsonArray unserved;
        for (const queue::Ticket& ticket : closing.unservedTickets)
            unserved.append(ticket.number);
        return Answer{QJsonObject{{QStringLiteral("day"), date.toString(Qt::ISODate)},
                                  {QStringLiteral("finished"), closing.finished},
                                  {QStringLiteral("unserved"), closing.unserved},
                                  {QStringLiteral("tickets"), unserved}},
                      {}};
    });
    CLI::App* accuracy = context.command(*group, "accuracy", "How good the waits were that visitors were told",
                                         [&context, day]() -> Result<Answer> {
        HALL_ASSIGN(const QDate date, dayFrom(*day, context));
        HALL_ASSIGN(auto* line, context.line());
        HALL_ASSIGN(const auto figures, queue::Queue(line->connection(), context.clock()).estimatorAccuracy(date));
        return Answer{QJsonObject{{QStringLiteral("day"), date.toString(Qt::ISODate)},
                                  {QStringLiteral("visitors"), figures.count},
                                  {QStringLiteral("mae"), figures.meanAbsoluteError},
                                  {QStringLiteral("within_120s"), figures.within120},
                                  {QStringLiteral("p90_coverage"), figures.p90Coverage}},
                      {}};
    });
    CLI::App* books = context.command(*group, "books", "What became of each number: given, reserved, none missing",
                                      [&context, day]() -> Result<Answer> {
        HALL_ASSIGN(const QDate date, dayFrom(*day, context));
        HALL_ASSIGN(auto* line, context.line());
        HALL_ASSIGN(const auto blocks, queue::Queue(line->connection(), context.clock()).books(date));
        QJsonArray array;
        for (const queue::SeriesBooks& block : blocks)
            array.append(QJsonObject{{QStringLiteral("block"), block.block},
                                     {QStringLiteral("given"), block.given},
                                     {QStringLiteral("given_reserved"), block.givenReserved},
                                     {QStringLiteral("unused"), block.unused},
                                     {QStringLiteral("missing"), block.missing}});
        return Answer{array, {QStringLiteral("block"), QStringLiteral("given"), QStringLiteral("given_reserved"), QStringLiteral("unused"),
                              QStringLiteral("missing")}};
    });
    for (CLI::App* command : {close, accuracy, books})
        command->add_option("--day", *day, "Default: today");
}

void addIdentityCommand(CLI::App& app, CommandContext& context)
{
    auto number = std::make_shared<std::string>();
    CLI::App* command = context.command(app, "idcard", "Checks an 18-digit resident identity number",
                                        [&context, number]() -> Result<Answer> {
        const rules::IdentityCheck check =
            rules::checkIdentityNumber(qs(*number), base::hallDay(context.clock().now()));
        QJsonObject object{{QStringLiteral("valid"), check.valid()}};
        if (check.valid()) {
            object.insert(QStringLiteral("birth"), check.birth.toString(Qt::ISODate));
            object.insert(QStringLiteral("sex"), check.male ? QStringLiteral("male") : QStringLiteral("female"));
        } else {
            object.insert(QStringLiteral("reason"), rules::faultName(check.fault));
        }
        return Answer{object, {}};
    });
    command->add_option("--number", *number, "The number")->required();
}

} // namespace hall::ctl
