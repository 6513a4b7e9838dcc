// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/base/result.h"
#include "app/seal/secret_buffer.h"

#include <CLI/CLI.hpp>
#include <deque>
#include <memory>

namespace hall::ctl {

/// Where a command gets passphrases: one a line from the descriptor of `--passphrase-fd`, else from HALL_PASSPHRASE, else
/// asked on the terminal without showing it; in the order in which the command asks. Never from an argument, which every
/// account of the machine can see.
class PassphraseSource
{
public:
    /// Adds `--passphrase-fd`; the source lives as long as the command.
    static std::shared_ptr<PassphraseSource> addTo(CLI::App& command);

    /// Errors: PassphraseWrong when there is none left, or no terminal to ask on.
    base::Result<seal::SecretBuffer> next(const QString& whose);

private:
    base::Status readGiven();
    base::Result<seal::SecretBuffer> ask(const QString& whose) const;

    int m_descriptor = -1;
    bool m_read = false;
    bool m_given = false;
    std::deque<seal::SecretBuffer> m_lines;
};

} // namespace hall::ctl
