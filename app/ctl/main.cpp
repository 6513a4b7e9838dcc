// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/base/log.h"
#include "app/ctl/command_application.h"
#include "app/ctl/commands.h"
#include "app/seal/clean_memory.h"

#include <QCoreApplication>
#include <QJsonObject>
#include <iostream>
#include <string_view>

using namespace hall;

namespace {

/// With --json even a wrong call answers JSON, so that a script need not read prose.
int wrongUsage(CLI::App& app, const CLI::ParseError& error, int argc, char** argv)
{
    const int code = app.exit(error, std::cout, std::cerr);
    if (code == 0)
        return 0;
    for (int i = 1; i < argc; ++i) {
        if (std::string_view(argv[i]) == "--json")
            ctl::printJson(QJsonObject{{QStringLiteral("error"),
                                        QJsonObject{{QStringLiteral("code"), QStringLiteral("wrong-usage")},
                                                    {QStringLiteral("message"), QString::fromUtf8(error.what())}}}});
    }
    return 2;
}

} // namespace

int main(int argc, char** argv)
{
    if (!seal::closeToOthers())
        std::cerr << "This system does not let the program keep its memory to itself.\n";
    base::keepLibrariesQuiet();
    const auto application = ctl::applicationFor(argc, argv);
    QCoreApplication::setApplicationName(QStringLiteral("hallctl"));
    const base::SystemClock clock;
    ctl::CommandContext context(clock);
    CLI::App app("The command line of the hall");
    app.require_subcommand(1);
    app.fallthrough();
    context.addCommonOptions(app);
    ctl::addInitCommand(app, context);
    ctl::addSelfTestCommand(app, context);
    ctl::addSimulateCommand(app, context);
    ctl::addServiceCommands(app, context);
    ctl::addDeskCommands(app, context);
    ctl::addTicketCommands(app, context);
    ctl::addAppointmentCommands(app, context);
    ctl::addDayCommands(app, context);
    ctl::addCatalogueCommands(app, context);
    ctl::addMoveCommand(app, context);
    ctl::addStationCommands(app, context);
    ctl::addStaffCommands(app, context);
    ctl::addRecoveryCommands(app, context);
    ctl::addIdentityCommand(app, context);
    ctl::addAnnouncementCommands(app, context);
    ctl::addDeadlineCommands(app, context);
    ctl::addRouteCommand(app, context);
    ctl::addCalendarCommands(app, context);
    ctl::addCaseCommands(app, context);
    ctl::addDocumentCommands(app, context);
    ctl::addAuditCommands(app, context);
    ctl::addBackupCommands(app, context);
    try {
        app.parse(argc, argv);
    } catch (const CLI::ParseError& error) {
        return wrongUsage(app, error, argc, argv);
    }
    return context.finish();
}
