// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/ctl/command_context.h"

#include "app/station/station_config.h"

#include <QCoreApplication>
#include <QLocale>
#include <cstdio>

namespace hall::ctl {

QString qs(const std::string& text)
{
    return QString::fromStdString(text);
}

QStringList qs(const std::vector<std::string>& texts)
{
    QStringList list;
    for (const std::string& text : texts)
        list.append(qs(text));
    return list;
}

void CommandContext::addCommonOptions(CLI::App& app)
{
    app.add_option("--store", m_store, "Folder of the hall or postgresql://… (default: HALL_STORE, then this station's configuration)");
    app.add_option("--user", m_user, "Who acts");
    app.add_option("--language", m_language, "zh or en")->check(CLI::IsMember({"zh", "en"}));
    app.add_flag("--json", m_json, "Answer one JSON document");
}

CLI::App* CommandContext::command(CLI::App& parent, const char* name, const std::string& about,
                                  std::function<base::Result<Answer>()> body)
{
    CLI::App* command = parent.add_subcommand(name, about);
    command->fallthrough();
    command->callback([this, body = std::move(body)] {
        m_translations.use(language());
        m_outcome = body();
    });
    return command;
}

base::Result<store::HallPlace> CommandContext::place() const
{
    station::StationConfig::Given given;
    given.storeUrl = qs(m_store);
    HALL_ASSIGN(const auto config, station::StationConfig::load(QStringLiteral("ctl"), given));
    if (!config.isSetUp())
        return base::Error{base::ErrorCode::StoreNotFound,
                           QCoreApplication::translate("hall::ctl", "No hall is named. Give --store, or set "
                                                                    "HALL_STORE; make a hall with: hallctl init")};
    return config.place();
}

base::Result<store::LineStore*> CommandContext::line()
{
    if (!m_line) {
        HALL_ASSIGN(const store::HallPlace hall, place());
        HALL_ASSIGN(m_line, store::LineStore::open(hall));
    }
    return &*m_line;
}

QString CommandContext::actor() const
{
    return m_user.empty() ? QStringLiteral("hallctl") : qs(m_user);
}

QString CommandContext::language() const
{
    if (!m_language.empty())
        return qs(m_language);
    return QLocale::system().language() == QLocale::Chinese ? QStringLiteral("zh") : QStringLiteral("en");
}

int CommandContext::finish() const
{
    if (!m_outcome)
        return 2;
    if (!m_outcome->ok()) {
        if (m_json)
            printJson(errorJson(m_outcome->error()));
        std::fprintf(stderr, "hallctl: %s\n", qUtf8Printable(m_outcome->error().message));
        return 1;
    }
    if (m_json)
        printJson(m_outcome->value().json);
    else
        std::fputs(qUtf8Printable(tableText(m_outcome->value())), stdout);
    return 0;
}

} // namespace hall::ctl
