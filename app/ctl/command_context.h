// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/base/clock.h"
#include "app/ctl/answer.h"
#include "app/station/translations.h"
#include "app/store/line_store.h"

#include <CLI/CLI.hpp>
#include <functional>
#include <memory>
#include <optional>

namespace hall::ctl {

/// What all commands share: where the hall is, who acts, how to answer.
class CommandContext
{
public:
    explicit CommandContext(const base::Clock& clock)
        : m_clock(clock)
    {
    }

    /// The options that every command knows; `--json` is understood before and after the command.
    void addCommonOptions(CLI::App& app);

    /// Makes a subcommand that runs `body` when it is chosen.
    CLI::App* command(CLI::App& parent, const char* name, const std::string& about,
                      std::function<base::Result<Answer>()> body);

    /// Where the hall is: --store, HALL_STORE, the station's configuration.
    base::Result<store::HallPlace> place() const;
    /// Opens the line, once.
    base::Result<store::LineStore*> line();
    const base::Clock& clock() const { return m_clock; }
    QString actor() const;
    bool json() const { return m_json; }
    QString language() const;

    /// Prints the chosen command's answer; the exit code.
    int finish() const;

private:
    const base::Clock& m_clock;
    std::string m_store;
    std::string m_user;
    std::string m_language;
    bool m_json = false;
    station::Translations m_translations;
    std::optional<store::LineStore> m_line;
    std::optional<base::Result<Answer>> m_outcome;
};

QString qs(const std::string& text);
QStringList qs(const std::vector<std::string>& texts);

} // namespace hall::ctl
