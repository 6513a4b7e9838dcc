// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/ctl/commands.h"
#include "app/queue/announcements.h"
#include "app/sql/connection.h"

#include <QJsonArray>
#include <QJsonObject>

namespace hall::ctl {

using base::Result;

namespace {

QJsonObject json(const queue::AnnouncementReport& report)
{
    const queue::Announcement& call = report.announcement;
    QJsonArray boards;
    QStringList names;
    for (auto board = report.acknowledged.cbegin(); board != report.acknowledged.cend(); ++board) {
        boards.append(QJsonObject{{QStringLiteral("board"), board.key()}, {QStringLiteral("at"), base::toIso(board.value())}});
        names.append(board.key());
    }
    return {{QStringLiteral("id"), call.id.value()},
            {QStringLiteral("ticket"), call.ticket.value()},
            {QStringLiteral("number"), call.number},
            {QStringLiteral("desk"), call.desk},
            {QStringLiteral("at"), base::toIso(call.at)},
            {QStringLiteral("repeat"), call.repeat},
            {QStringLiteral("withdrawn"), call.withdrawn},
            {QStringLiteral("acknowledged"), boards},
            {QStringLiteral("boards"), names.join(QStringLiteral(", "))}};
}

} // namespace

void addAnnouncementCommands(CLI::App& app, CommandContext& context)
{
    auto count = std::make_shared<int>(50);
    CLI::App* group = app.add_subcommand("announcement", "Calls on the boards");
    group->require_subcommand(1)->fallthrough();
    CLI::App* list = context.command(*group, "list", "The newest calls, and which boards have shown and spoken them",
                                     [&context, count]() -> Result<Answer> {
        HALL_ASSIGN(auto* line, context.line());
        HALL_ASSIGN(const auto reports, queue::Announcements(line->connection(), context.clock()).report(*count));
        QJsonArray array;
        for (const queue::AnnouncementReport& report : reports)
            array.append(json(report));
        return Answer{array,
                      {QStringLiteral("at"), QStringLiteral("number"), QStringLiteral("desk"), QStringLiteral("repeat"),
                       QStringLiteral("withdrawn"), QStringLiteral("boards")}};
    });
    list->add_option("--count", *count, "How many (default: 50)")->check(CLI::Range(1, 10000));
}

} // namespace hall::ctl
