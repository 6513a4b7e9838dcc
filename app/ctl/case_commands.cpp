// SPDX-License-Identifier: GPL-3.0-or-later
// Case files, as the person named with --user may see them.
#include "app/rules/casework_checks.h"
#include "app/ctl/case_desk.h"
#include "app/ctl/case_json.h"
#include "app/ctl/case_kin.h"
#include "app/ctl/commands.h"
#include "app/ctl/texts.h"
#include "app/store/line_witness.h"

#include <QFile>
#include <QJsonDocument>

namespace hall::ctl {

using base::Error;
using base::ErrorCode;
using base::Result;
using base::Status;

namespace {

constexpr qint64 kLargestJson = 8 << 20;

const QStringList kSummaryColumns = {QStringLiteral("number"), QStringLiteral("block"),      QStringLiteral("state"),
                                     QStringLiteral("category"), QStringLiteral("handler"), QStringLiteral("changed_at")};
const QStringList kEntryColumns = {QStringLiteral("case"), QStringLiteral("seq"), QStringLiteral("kind"), QStringLiteral("author"),
                                   QStringLiteral("at")};

struct CaseOptions
{
    std::string number;
    std::string block;
    std::string kind;
    std::string file;
    std::string rules;
    std::string to;
    std::string reason;
    std::string words;
    qint64 ticket = 0;
    qint64 after = 0;
};

Result<QJsonObject> readObject(const QString& path)
{
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly))
        return Error{ErrorCode::FileUnreadable, tr("%1 cannot be read. Check the path.").arg(path)};
    if (file.size() > kLargestJson)
        return Error{ErrorCode::TextTooLong, tr("%1 is larger than 8 MiB. Put long texts in as attachments.").arg(path)};
    QJsonParseError fault;
    const QJsonDocument document = QJsonDocument::fromJson(file.readAll(), &fault);
    if (fault.error != QJsonParseError::NoError)
        return Error{ErrorCode::FileInvalid,
                     tr("%1 is not JSON: %2 at byte %3.").arg(path, fault.errorString()).arg(fault.offset)};
    if (!document.isObject())
        return Error{ErrorCode::FileInvalid, tr("%1 must hold one JSON object.").arg(path)};
    return document.object();
}

Result<Answer> newCase(CommandContext& context, PassphraseSource& passphrases, const CaseOptions& options)
{
    HALL_ASSIGN(const QJsonObject registration, readObject(qs(options.file)));
    CaseDesk desk(context, passphrases);
    HALL_TRY(desk.open(qs(options.rules)));
    auto files = desk.files();
    // Found before the case is there, so that it does not find itself. Nobody waits for their registration because a vault cannot
    // be opened: then the answer says that nothing is known.
    const auto kin = kinOf(desk, registration);
    HALL_ASSIGN(const auto summary, files.open(qs(options.block), registration, options.ticket));
    HALL_TRY(desk.remember());
    QJsonObject answer = summaryJson(summary);
    answer.insert(QStringLiteral("earlier"), kin.ok() ? QJsonValue(kinJson(*kin)) : QJsonValue(QJsonValue::Null));
    answer.insert(QStringLiteral("earlier_complete"), kin.ok() && kin->complete);
    answer.insert(QStringLiteral("missing"),
                  QJsonArray::fromStringList(rules::missingFields(desk.casework(), *desk.casework().opening(), registration)));
    QStringList columns = kSummaryColumns;
    if (kin.ok() && !kin->cases.isEmpty())
        columns.append(QStringLiteral("earlier"));
    return Answer{answer, columns};
}

/// The same people's other cases.
Result<Answer> kinOfCase(CommandContext& context, PassphraseSource& passphrases, const CaseOptions& options)
{
    CaseDesk desk(context, passphrases);
    HALL_TRY(desk.open(qs(options.rules)));
    auto files = desk.files();
    HALL_ASSIGN(const auto file, files.show(qs(options.number)));
    HALL_ASSIGN(const Kin kin, kinOf(desk, file.standing.facts, file.summary.number));
    return Answer{kinJson(kin),
                  {QStringLiteral("case"), QStringLiteral("why"), QStringLiteral("name"), QStringLiteral("state"), QStringLiteral("opened_at")}};
}

Result<Answer> appendEntry(CommandContext& context, PassphraseSource& passphrases, const CaseOptions& options)
{
    HALL_ASSIGN(const QJsonObject content, readObject(qs(options.file)));
    CaseDesk desk(context, passphrases);
    HALL_TRY(desk.open(qs(options.rules)));
    auto files = desk.files();
    HALL_ASSIGN(const auto entry, files.append(qs(options.number), qs(options.kind), content, options.after));
    HALL_TRY(desk.remember());
    return Answer{entryJson(qs(options.number), entry), kEntryColumns};
}

Result<Answer> showCase(CommandContext& context, PassphraseSource& passphrases, const CaseOptions& options)
{
    CaseDesk desk(context, passphrases);
    HALL_TRY(desk.open(qs(options.rules)));
    auto files = desk.files();
    HALL_ASSIGN(const auto file, files.show(qs(options.number), {qs(options.reason), qs(options.words)}));
    HALL_ASSIGN(const QJsonObject object, caseJson(file, desk.today(), desk.law(), context.language()));
    HALL_ASSIGN(const QString story, caseStory(file, desk.casework(), desk.today(), desk.law(), context.language()));
    return Answer{object, kSummaryColumns, story};
}

Result<Answer> shareCase(CommandContext& context, PassphraseSource& passphrases, const CaseOptions& options)
{
    CaseDesk desk(context, passphrases);
    HALL_TRY(desk.open(qs(options.rules)));
    auto files = desk.files();
    const QJsonObject content{{QStringLiteral("to"), qs(options.to)}, {QStringLiteral("reason"), qs(options.words)}};
    HALL_ASSIGN(const auto entry, files.append(qs(options.number), QStringLiteral("shared"), content));
    HALL_TRY(desk.remember());
    return Answer{entryJson(qs(options.number), entry), kEntryColumns};
}

Result<Answer> listCases(CommandContext& context, PassphraseSource& passphrases, const CaseOptions& options)
{
    CaseDesk desk(context, passphrases);
    HALL_TRY(desk.open(qs(options.rules)));
    auto files = desk.files();
    HALL_ASSIGN(const auto cases, files.list());
    QJsonArray rows;
    for (const casefile::CaseSummary& summary : cases)
        rows.append(summaryJson(summary));
    return Answer{rows, kSummaryColumns};
}

Result<Answer> verifyAll(CommandContext& context, const CaseOptions& options)
{
    HALL_ASSIGN(const auto place, context.place());
    HALL_ASSIGN(store::LineStore* line, context.line());
    HALL_ASSIGN(const auto office, store::CaseOffice::open(place, context.clock()));
    HALL_ASSIGN(auto verdict, casefile::verifyCases(*office, options.number.empty() ? std::nullopt : std::optional(qs(options.number))));
    if (const Status witnessed = store::compareTrailWithLine(*line, *office); !witnessed.ok())
        verdict.broken.append({QString(), 0, witnessed.error().message});
    return Answer{QJsonObject{{QStringLiteral("cases"), verdict.cases},
                              {QStringLiteral("entries"), verdict.entries},
                              {QStringLiteral("broken"), brokenJson(verdict.broken)}},
                  {QStringLiteral("cases"), QStringLiteral("entries"), QStringLiteral("broken")}};
}

} // namespace

void addCaseCommands(CLI::App& app, CommandContext& context)
{
    auto options = std::make_shared<CaseOptions>();
    CLI::App* group = app.add_subcommand("case", "Case files, as --user may see them");
    group->require_subcommand(1)->fallthrough();
    group->add_option("--rules", options->rules, "A folder whose rule files go before the programs' own");
    auto passphrases = PassphraseSource::addTo(*group);
    const auto file = [options](CLI::App* command, const char* what) {
        command->add_option("--file", options->file, what)->required();
    };
    const auto number = [options](CLI::App* command) {
        return command->add_option("id", options->number, "Number of the case, such as 2026-000123");
    };
    CLI::App* opened = context.command(*group, "new", "Opens a case with its registration",
                                       [&context, options, passphrases] { return newCase(context, *passphrases, *options); });
    opened->add_option("--block", options->block, "Block that serves the visitor")->required();
    opened->add_option("--ticket", options->ticket, "The visit that the case begins with");
    file(opened, "JSON: request, facts, reasons, petitioners, category, …");
    CLI::App* append = context.command(*group, "append", "Adds an entry to a case",
                                       [&context, options, passphrases] { return appendEntry(context, *passphrases, *options); });
    number(append)->required();
    append->add_option("--kind", options->kind, "Kind of the entry: note, accepted, replied, …")->required();
    append->add_option("--after", options->after, "The newest entry that you have read; refused when there is a newer one");
    file(append, "JSON: what the entry says");
    CLI::App* show = context.command(*group, "show", "A case with its entries and deadlines",
                                     [&context, options, passphrases] { return showCase(context, *passphrases, *options); });
    number(show)->required();
    show->add_option("--reason", options->reason, "Why you read it, where it is not your duty: supervision, complaint, …");
    show->add_option("--words", options->words, "More about the reason, for the audit administrator alone");
    CLI::App* share = context.command(*group, "share", "Lets the members of another block read a case and write into it",
                                      [&context, options, passphrases] { return shareCase(context, *passphrases, *options); });
    number(share)->required();
    share->add_option("--to", options->to, "Block that takes part")->required();
    share->add_option("--why", options->words, "The reason, which becomes an entry of the case")->required();
    number(context.command(*group, "kin", "Other cases of the same people, with the reason: identity number, phone or similar name",
                           [&context, options, passphrases] { return kinOfCase(context, *passphrases, *options); }))->required();
    context.command(*group, "list", "The cases of your blocks, newest change first",
                    [&context, options, passphrases] { return listCases(context, *passphrases, *options); });
    const CaseCommandGroup others{*group, context, passphrases, std::shared_ptr<std::string>(options, &options->rules)};
    addCaseImport(others);
    addCaseDeadlines(others);
    addCaseAttachments(others);
    addCaseSearch(others);
    number(context.command(*group, "verify", "Walks every chain and signature of the cases; needs no key",
                           [&context, options] { return verifyAll(context, *options); }));
}

} // namespace hall::ctl
