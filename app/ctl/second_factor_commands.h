// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/ctl/command_context.h"
#include "app/ctl/passphrase_source.h"

namespace hall::ctl {

/// `totp enrol`, `confirm` and `remove`, below `hallctl staff`.
void addSecondFactorCommands(CLI::App& staff, CommandContext& context,
                             const std::shared_ptr<PassphraseSource>& passphrases);

} // namespace hall::ctl
