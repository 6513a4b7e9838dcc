// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/ctl/command_context.h"

/// The groups of commands; each adds its subcommands to hallctl.
namespace hall::ctl {

void addServiceCommands(CLI::App& app, CommandContext& context);
void addDeskCommands(CLI::App& app, CommandContext& context);
void addTicketCommands(CLI::App& app, CommandContext& context);
void addCatalogueCommands(CLI::App& app, CommandContext& context);
void addAppointmentCommands(CLI::App& app, CommandContext& context);
void addDayCommands(CLI::App& app, CommandContext& context);
void addInitCommand(CLI::App& app, CommandContext& context);
void addAnnouncementCommands(CLI::App& app, CommandContext& context);
void addSimulateCommand(CLI::App& app, CommandContext& context);
void addSelfTestCommand(CLI::App& app, CommandContext& context);
void addMoveCommand(CLI::App& app, CommandContext& context);
void addStationCommands(CLI::App& app, CommandContext& context);
void addStaffCommands(CLI::App& app, CommandContext& context);
void addRecoveryCommands(CLI::App& app, CommandContext& context);
void addIdentityCommand(CLI::App& app, CommandContext& context);
void addDeadlineCommands(CLI::App& app, CommandContext& context);
void addCalendarCommands(CLI::App& app, CommandContext& context);
void addCaseCommands(CLI::App& app, CommandContext& context);
void addBackupCommands(CLI::App& app, CommandContext& context);
void addDocumentCommands(CLI::App& app, CommandContext& context);
void addAuditCommands(CLI::App& app, CommandContext& context);
void addRouteCommand(CLI::App& app, CommandContext& context);

} // namespace hall::ctl
