// SPDX-License-Identifier: GPL-3.0-or-later
// Searching what one person may open, in their vault.
#include "app/casefile/case_index.h"
#include "app/ctl/case_desk.h"
#include "app/ctl/case_json.h"
#include "app/ctl/texts.h"
#include "app/rules/calendar_csv.h"

#include <cstdio>
#include <unistd.h>

namespace hall::ctl {

using base::Error;
using base::ErrorCode;
using base::Result;
using base::Status;

namespace {

constexpr int kSettlingSteps = 20; // nobody waits for the rest; the desk goes on with it

struct CaseSearchOptions
{
    std::string text;
    int limit = 50;
    std::string block;
    std::string state;
    std::string category;
    std::string handler;
    std::string openedFrom;
    std::string openedTo;
    std::string dueUntil;
};

Result<QDate> dayOf(const std::string& text)
{
    const QDate day = rules::dayFromIso(qs(text));
    if (!text.empty() && !day.isValid())
        return Error{ErrorCode::InvalidArgument, tr("\"%1\" is not a day. Write it as 2026-03-05.").arg(qs(text))};
    return day;
}

Result<casefile::CaseQuery> queryOf(const CaseSearchOptions& options)
{
    casefile::CaseQuery query;
    query.text = qs(options.text);
    query.limit = options.limit;
    query.block = qs(options.block);
    query.state = qs(options.state);
    query.category = qs(options.category);
    query.handler = qs(options.handler);
    HALL_ASSIGN(query.openedFrom, dayOf(options.openedFrom));
    HALL_ASSIGN(query.openedTo, dayOf(options.openedTo));
    HALL_ASSIGN(query.dueUntil, dayOf(options.dueUntil));
    return query;
}

/// What is done is kept, so breaking it off loses nothing. A person at a terminal sees how far it is.
Status bringUpToDate(casefile::CaseIndex& index)
{
    const bool shown = isatty(STDERR_FILENO) != 0;
    bool wrote = false;
    int settled = 0;
    while (true) {
        HALL_ASSIGN(const casefile::CatchUp progress, index.catchUp(kCatchUpSlice));
        for (const QString& number : progress.broken)
            std::fprintf(stderr, "%s\n", qPrintable(tr("Case %1 was left out: it does not follow. Run hallctl case verify.").arg(number)));
        if (shown && (wrote || !progress.finished)) {
            std::fprintf(stderr, "\r%s", qPrintable(tr("Bringing your vault up to date: %1 of %2").arg(progress.done).arg(progress.total)));
            wrote = true;
        }
        if (progress.finished && (!progress.settling || ++settled == kSettlingSteps))
            break;
    }
    if (wrote)
        std::fputc('\n', stderr);
    return {};
}

QJsonObject hitJson(const casefile::CaseHit& hit)
{
    QJsonArray marks;
    for (const casefile::CaseHit::Mark& mark : hit.marks)
        marks.append(QJsonObject{{QStringLiteral("at"), mark.at}, {QStringLiteral("length"), mark.length}});
    QJsonObject object = summaryJson(hit.summary);
    object.insert(QStringLiteral("snippet"), hit.snippet);
    object.insert(QStringLiteral("marks"), marks);
    return object;
}

Result<Answer> search(const CaseCommandGroup& cases, const CaseSearchOptions& options)
{
    HALL_ASSIGN(const casefile::CaseQuery query, queryOf(options));
    CaseDesk desk(cases.context, *cases.passphrases);
    HALL_TRY(desk.open(qs(*cases.rules)));
    HALL_ASSIGN(casefile::CaseIndex* const index, desk.index(0)); // brought up to date here, where it is seen
    HALL_TRY(bringUpToDate(*index));
    HALL_ASSIGN(const auto hits, index->search(query));
    HALL_TRY(desk.remember());
    QJsonArray rows;
    for (const casefile::CaseHit& hit : hits)
        rows.append(hitJson(hit));
    return Answer{rows, {QStringLiteral("number"), QStringLiteral("block"), QStringLiteral("state"), QStringLiteral("changed_at"),
                         QStringLiteral("snippet")}};
}

} // namespace

void addCaseSearch(const CaseCommandGroup& cases)
{
    auto options = std::make_shared<CaseSearchOptions>();
    CLI::App* command = cases.context.command(cases.group, "search", "Finds cases of your blocks by what was said in them, newest change first",
                                              [cases, options] { return search(cases, *options); });
    command->add_option("text", options->text, "Words, names, numbers or parts of them; all must be there")->required();
    command->add_option("--limit", options->limit, "At most so many")->check(CLI::Range(1, 1000))->capture_default_str();
    command->add_option("--block", options->block, "Cases of this block alone");
    command->add_option("--state", options->state, "Cases in this state alone");
    command->add_option("--category", options->category, "Cases of this category alone");
    command->add_option("--handler", options->handler, "Cases that this person wrote in last");
    command->add_option("--opened-from", options->openedFrom, "Opened on this day or later");
    command->add_option("--opened-to", options->openedTo, "Opened on this day or before");
    command->add_option("--due-until", options->dueUntil, "With a deadline that ends by this day");
}

} // namespace hall::ctl
