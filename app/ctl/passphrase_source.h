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
    /// Adds `--passphrase-fd` and `--totp-fd`; the source lives as long as the command.
    static std::shared_ptr<PassphraseSource> addTo(CLI::App& command);

    /// Errors: PassphraseWrong when there is none left, or no terminal to ask on.
    base::Result<seal::SecretBuffer> next(const QString& whose);
    /// A one-time code, in the same way: `--totp-fd`, HALL_TOTP, the terminal.
    base::Result<QString> nextCode(const QString& whose);

private:
    /// Where one kind of secret comes from.
    struct Given
    {
        const char* variable;
        int descriptor = -1;
        bool read = false;
        bool given = false;
        std::deque<seal::SecretBuffer> lines = {};
    };
    base::Status readGiven(Given& from);
    base::Result<seal::SecretBuffer> take(Given& from, const QString& whose, const QString& question);
    base::Result<seal::SecretBuffer> ask(const QString& whose, const QString& question) const;

    Given m_passphrases = {"HALL_PASSPHRASE"};
    Given m_codes = {"HALL_TOTP"};
};

} // namespace hall::ctl
