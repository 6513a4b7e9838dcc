// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/ctl/command_context.h"
#include "app/ctl/passphrase_source.h"

namespace hall::ctl {

/// `staff reset`: new keys under a new passphrase, which is answered once.
base::Result<Answer> resetAccount(CommandContext& context, PassphraseSource& passphrases, const QString& login);

} // namespace hall::ctl
