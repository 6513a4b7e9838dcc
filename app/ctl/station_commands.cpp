// SPDX-License-Identifier: GPL-3.0-or-later
// The stations of a hall on a server: each has a login of its own there.
#include "app/ctl/commands.h"
#include "app/ctl/hall_maker.h"
#include "app/ctl/texts.h"
#include "app/sql/postgres/station_accounts.h"
#include "app/station/station_config.h"
#include "app/store/hall_move.h"

#include <QJsonArray>
#include <QJsonObject>

namespace hall::ctl {

using base::Error;
using base::ErrorCode;
using base::Result;
using sql::postgres::StationAccounts;

namespace {

struct StationOptions
{
    std::string login;
    std::string kind;
};

Result<StationAccounts> accountsOf(const CommandContext& context)
{
    HALL_ASSIGN(const store::HallPlace place, context.place());
    if (!place.onServer())
        return Error{ErrorCode::InvalidArgument,
                     tr("A hall in a folder has no logins; who may open it is said by the permissions of its files. Name a server "
                        "with --store postgresql://…")};
    return StationAccounts::open(place.url());
}

Result<Answer> add(const CommandContext& context, const StationOptions& options)
{
    HALL_ASSIGN(StationAccounts accounts, accountsOf(context));
    HALL_ASSIGN(const store::HallPlace place, context.place());
    const QByteArray password = newPassphrase();
    HALL_TRY(accounts.add(qs(options.login), qs(options.kind), password));
    const QJsonObject station{{QStringLiteral("login"), qs(options.login)},
                              {QStringLiteral("kind"), qs(options.kind)},
                              {QStringLiteral("password"), QString::fromLatin1(password)}};
    return Answer{station, {QStringLiteral("login"), QStringLiteral("kind"), QStringLiteral("password")}};
}

Result<Answer> list(const CommandContext& context)
{
    HALL_ASSIGN(StationAccounts accounts, accountsOf(context));
    HALL_ASSIGN(const auto all, accounts.list());
    QJsonArray stations;
    for (const auto& account : all)
        stations.append(QJsonObject{{QStringLiteral("login"), account.login},
                                    {QStringLiteral("kind"), account.kind},
                                    {QStringLiteral("connected"), account.connected}});
    return Answer{stations, {QStringLiteral("login"), QStringLiteral("kind"), QStringLiteral("connected")}};
}

} // namespace

void addMoveCommand(CLI::App& app, CommandContext& context)
{
    struct Places
    {
        std::string from;
        std::string to;
    };
    auto places = std::make_shared<Places>();
    CLI::App* command = context.command(app, "move", "Moves a hall from a folder to a server, and proves that all of it is there",
                                        [&context, places]() -> Result<Answer> {
        HALL_ASSIGN(const QString from, station::StationConfig::storeAddress(qs(places->from)));
        HALL_ASSIGN(const QString to, station::StationConfig::storeAddress(qs(places->to)));
        HALL_ASSIGN(const auto moved, store::moveHall(from, to, context.clock()));
        QJsonArray tables;
        qint64 rows = 0;
        for (const store::MovedTable& table : moved) {
            rows += table.rows;
            tables.append(QJsonObject{{QStringLiteral("part"), table.part},
                                      {QStringLiteral("table"), table.name},
                                      {QStringLiteral("rows"), table.rows},
                                      {QStringLiteral("sha256"), QString::fromLatin1(table.digest.toHex())}});
        }
        const store::HallPlace place(to);
        return Answer{QJsonObject{{QStringLiteral("store"), place.shown()},
                                  {QStringLiteral("rows"), rows},
                                  {QStringLiteral("keys"), place.files().keys()},
                                  {QStringLiteral("tables"), tables}},
                      {}};
    });
    command->add_option("--from", places->from, "Folder of the hall")->required();
    command->add_option("--to", places->to, "postgresql://…, a database that holds no hall")->required();
}

void addStationCommands(CLI::App& app, CommandContext& context)
{
    CLI::App* group = app.add_subcommand("station", "Logins of the stations of a hall on a server");
    group->require_subcommand(1);
    group->fallthrough();
    auto options = std::make_shared<StationOptions>();
    CLI::App* added = context.command(*group, "add", "Makes a login and prints its password once",
                                      [&context, options] { return add(context, *options); });
    added->add_option("--kind", options->kind, "kiosk, board, desk or admin")
        ->required()
        ->check(CLI::IsMember({"kiosk", "board", "desk", "admin"}));
    CLI::App* removed = context.command(*group, "remove", "Takes a login away and ends its connections",
                                        [&context, options]() -> Result<Answer> {
                                            HALL_ASSIGN(StationAccounts accounts, accountsOf(context));
                                            HALL_TRY(accounts.remove(qs(options->login)));
                                            return list(context);
                                        });
    for (CLI::App* command : {added, removed})
        command->add_option("name", options->login, "Login of the station, for example kiosk-1")->required();
    context.command(*group, "list", "Who has a login", [&context] { return list(context); });
}

} // namespace hall::ctl
