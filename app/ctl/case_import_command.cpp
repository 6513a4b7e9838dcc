// SPDX-License-Identifier: GPL-3.0-or-later
// A table of another system, brought in as case files.
#include "app/casefile/case_import.h"
#include "app/ctl/case_desk.h"
#include "app/ctl/case_kin.h"
#include "app/ctl/texts.h"

#include <QFile>
#include <QFileInfo>
#include <QJsonArray>
#include <cstdio>

namespace hall::ctl {

using base::Error;
using base::ErrorCode;
using base::Result;

namespace {

constexpr qint64 kLargestTable = 512LL << 20;

struct CaseImportOptions
{
    std::string file;
    std::string map;
    std::string block;
    bool dryRun = false;
    bool strict = false;
};

QJsonValue orNull(const QString& text)
{
    return text.isEmpty() ? QJsonValue(QJsonValue::Null) : QJsonValue(text);
}

QJsonObject reportJson(const casefile::ImportReport& report, bool dryRun)
{
    QJsonArray refused;
    for (const auto& row : report.refused)
        refused.append(QJsonObject{{QStringLiteral("row"), row.row},
                                   {QStringLiteral("line"), row.line},
                                   {QStringLiteral("column"), orNull(row.column)},
                                   {QStringLiteral("field"), orNull(row.field)},
                                   {QStringLiteral("why"), row.why}});
    QJsonArray duplicates;
    for (const auto& row : report.duplicates)
        duplicates.append(QJsonObject{{QStringLiteral("row"), row.row},
                                      {QStringLiteral("line"), row.line},
                                      {QStringLiteral("of_row"), row.ofRow == 0 ? QJsonValue(QJsonValue::Null) : QJsonValue(row.ofRow)},
                                      {QStringLiteral("of_case"), orNull(row.ofCase)},
                                      {QStringLiteral("why"), row.why}});
    return {{QStringLiteral("dry_run"), dryRun},
            {QStringLiteral("rows"), report.rows},
            {QStringLiteral("imported"), report.imported},
            {QStringLiteral("already"), report.already},
            {QStringLiteral("refused_rows"), report.refusedRows},
            {QStringLiteral("refused"), refused},
            {QStringLiteral("duplicates"), duplicates},
            {QStringLiteral("first"), orNull(report.numbers.value(0))},
            {QStringLiteral("last"), orNull(report.numbers.isEmpty() ? QString() : report.numbers.last())}};
}

QString reportText(const casefile::ImportReport& report, bool dryRun)
{
    QStringList lines{dryRun ? tr("Rows: %1. Would be imported: %2. Imported before: %3. Refused: %4.")
                                   .arg(report.rows).arg(report.imported).arg(report.already).arg(report.refusedRows)
                             : tr("Rows: %1. Imported: %2. Imported before: %3. Refused: %4.")
                                   .arg(report.rows).arg(report.imported).arg(report.already).arg(report.refusedRows)};
    for (const auto& row : report.refused)
        lines.append(tr("Row %1 (line %2), column \"%3\": %4").arg(row.row).arg(row.line).arg(row.column, row.why));
    for (const auto& row : report.duplicates)
        lines.append(tr("Row %1 (line %2) repeats %3: %4")
                         .arg(row.row).arg(row.line)
                         .arg(row.ofCase.isEmpty() ? tr("row %1").arg(row.ofRow) : row.ofCase, row.why));
    return lines.join(QLatin1Char('\n')) + QLatin1Char('\n');
}

Result<Answer> import(CommandContext& context, PassphraseSource& passphrases, const CaseImportOptions& options, const QString& rules)
{
    const QString path = qs(options.file);
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly))
        return Error{ErrorCode::FileUnreadable, tr("%1 cannot be read. Check the path.").arg(path)};
    if (file.size() > kLargestTable)
        return Error{ErrorCode::TextTooLong, tr("%1 is larger than 512 MiB. Cut it into several files.").arg(path)};
    const QString name = QFileInfo(path).fileName();
    HALL_ASSIGN(const auto table, rules::parseForeignCsv(file.readAll(), name));
    CaseDesk desk(context, passphrases);
    HALL_TRY(desk.open(rules));
    HALL_ASSIGN(const auto map, rules::ImportMap::read(qs(options.map), desk.casework()));
    HALL_TRY(map.fits(table, name));
    casefile::ImportOptions how;
    how.block = qs(options.block);
    how.dryRun = options.dryRun;
    how.strict = options.strict;
    how.earlier = [&desk](const QJsonObject& registration) -> Result<QList<casefile::EarlierCase>> {
        HALL_ASSIGN(const Kin kin, kinOf(desk, registration));
        return kin.cases;
    };
    if (!context.json())
        how.progress = [](qint64 done, qint64 of) { std::fprintf(stderr, "\r%lld/%lld", static_cast<long long>(done), static_cast<long long>(of)); };
    casefile::CaseImport import(desk.office(), desk.person(), desk.rules(), context.language());
    HALL_ASSIGN(const auto report, import.run(map, table, how));
    if (!options.dryRun)
        HALL_TRY(desk.remember());
    return Answer{reportJson(report, options.dryRun), {}, reportText(report, options.dryRun)};
}

} // namespace

void addCaseImport(const CaseCommandGroup& cases)
{
    auto options = std::make_shared<CaseImportOptions>();
    CommandContext& context = cases.context;
    CLI::App* command = context.command(cases.group, "import", "Brings the rows of a table in as case files, each row once",
                                        [&context, options, passphrases = cases.passphrases, rules = cases.rules] {
                                            return import(context, *passphrases, *options, qs(*rules));
                                        });
    command->add_option("--file", options->file, "CSV (UTF-8, UTF-16 or GB18030)")->required();
    command->add_option("--map", options->map, "YAML or JSON: which column is which field")->required();
    command->add_option("--block", options->block, "Block that the cases belong to")->required();
    command->add_flag("--dry-run", options->dryRun, "Writes nothing; lists every row that would be refused, and why");
    command->add_flag("--strict", options->strict, "One refused row, and nothing comes in");
}

} // namespace hall::ctl
