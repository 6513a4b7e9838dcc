// SPDX-License-Identifier: GPL-3.0-or-later
// The whole hall in one sealed file, and a hall made of it again.
#include "app/ctl/commands.h"
#include "app/ctl/texts.h"
#include "app/store/hall_backup.h"

#include <QJsonArray>
#include <QJsonObject>

namespace hall::ctl {

using base::Result;

namespace {

struct BackupOptions
{
    std::string file;
    std::string key;
    store::BackupPlace place() const { return {qs(file), qs(key)}; }
};

QJsonObject reportJson(const store::BackupReport& report)
{
    QJsonArray tables;
    for (const store::MovedTable& table : report.tables)
        tables.append(QJsonObject{{QStringLiteral("part"), table.part},
                                  {QStringLiteral("table"), table.name},
                                  {QStringLiteral("rows"), table.rows},
                                  {QStringLiteral("sha256"), QString::fromLatin1(table.digest.toHex())}});
    return {{QStringLiteral("records"), report.records},
            {QStringLiteral("checksum"), QString::fromLatin1(report.checksum.toHex())},
            {QStringLiteral("key"), report.keyFile},
            {QStringLiteral("tables"), tables}};
}

Result<Answer> backUp(CommandContext& context, const BackupOptions& options)
{
    HALL_ASSIGN(const auto place, context.place());
    HALL_ASSIGN(const auto report, store::backUpHall(place, options.place(), context.actor(), context.clock()));
    const QString said = tr("%1 records written to %2.\nChecksum (b2sum -l 256): %3\n"
                            "Its key is in %4. Move that file to another place, under lock: whoever has both has the hall's stores, "
                            "and without the key the backup opens for nobody.\n");
    return Answer{reportJson(report), {},
                  said.arg(QString::number(report.records), qs(options.file), QString::fromLatin1(report.checksum.toHex()), report.keyFile)};
}

Result<Answer> restore(CommandContext& context, const BackupOptions& options)
{
    HALL_ASSIGN(const auto place, context.place());
    HALL_ASSIGN(const auto report, store::restoreHall(options.place(), place, context.clock()));
    QJsonObject object = reportJson(report);
    object.insert(QStringLiteral("store"), place.shown());
    object.insert(QStringLiteral("keys"), place.files().keys());
    const QString said = tr("%1 records restored to %2, every table weighed against the backup, roster and audit trail walked.\n"
                            "The keys are in %3.\n");
    return Answer{object, {}, said.arg(QString::number(report.records), place.shown(), place.files().keys())};
}

} // namespace

void addBackupCommands(CLI::App& app, CommandContext& context)
{
    auto options = std::make_shared<BackupOptions>();
    CLI::App* backup = context.command(app, "backup", "Writes the whole hall into one sealed file, while it works",
                                       [&context, options] { return backUp(context, *options); });
    backup->add_option("--out", options->file, "The file to write; must not be there")->required();
    backup->add_option("--key", options->key, "Where the copy of its key goes (default: the file's name with .key)");
    CLI::App* restored = context.command(app, "restore", "Makes a hall of a backup where --store says, and proves that all of it is there",
                                         [&context, options] { return restore(context, *options); });
    restored->add_option("--from", options->file, "The backup")->required();
    restored->add_option("--key", options->key, "Its key (default: the file's name with .key)");
}

} // namespace hall::ctl
