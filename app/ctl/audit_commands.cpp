// SPDX-License-Identifier: GPL-3.0-or-later
// The audit trail: who did what, and whether it still holds together.
#include "app/ctl/commands.h"
#include "app/store/hall_folder.h"
#include "app/store/line_witness.h"

#include <QCoreApplication>
#include <QJsonArray>
#include <QJsonObject>

namespace hall::ctl {

using base::Result;

namespace {

constexpr int kDefaultLimit = 1000;

Result<Answer> listTrail(CommandContext& context, int limit)
{
    HALL_ASSIGN(const auto place, context.place());
    HALL_ASSIGN(const auto office, store::CaseOffice::open(place, context.clock()));
    HALL_ASSIGN(const auto records, office->audit().list(limit));
    QJsonArray rows;
    for (const store::AuditRecord& record : records)
        rows.append(QJsonObject{{QStringLiteral("seq"), record.seq},
                                {QStringLiteral("at"), base::toIso(record.at)},
                                {QStringLiteral("kind"), record.kind},
                                {QStringLiteral("actor"), record.actor},
                                {QStringLiteral("subject"), record.subject}});
    return Answer{rows, {QStringLiteral("seq"), QStringLiteral("at"), QStringLiteral("kind"), QStringLiteral("actor"),
                         QStringLiteral("subject")}};
}

Result<Answer> verifyTrail(CommandContext& context)
{
    HALL_ASSIGN(const auto place, context.place());
    HALL_ASSIGN(store::LineStore* line, context.line());
    HALL_ASSIGN(const auto office, store::CaseOffice::open(place, context.clock()));
    HALL_ASSIGN(const auto verdict, office->audit().verify());
    QJsonArray broken;
    for (const qint64 seq : verdict.broken)
        broken.append(QJsonObject{{QStringLiteral("seq"), seq},
                                  {QStringLiteral("why"), QCoreApplication::translate("hall::ctl", "does not follow from the record before it")}});
    if (const base::Status witnessed = store::compareTrailWithLine(*line, *office); !witnessed.ok())
        broken.append(QJsonObject{{QStringLiteral("seq"), verdict.records}, {QStringLiteral("why"), witnessed.error().message}});
    return Answer{QJsonObject{{QStringLiteral("records"), verdict.records},
                              {QStringLiteral("broken"), broken},
                              {QStringLiteral("head"), QString::fromLatin1(verdict.head.toHex())}},
                  {QStringLiteral("records"), QStringLiteral("broken"), QStringLiteral("head")}};
}

} // namespace

void addAuditCommands(CLI::App& app, CommandContext& context)
{
    CLI::App* group = app.add_subcommand("audit", "The audit trail");
    group->require_subcommand(1)->fallthrough();
    auto limit = std::make_shared<int>(kDefaultLimit);
    CLI::App* list = context.command(*group, "list", "Who did what, newest first", [&context, limit] { return listTrail(context, *limit); });
    list->add_option("--limit", *limit, "How many records")->check(CLI::PositiveNumber);
    context.command(*group, "verify", "Walks the whole trail: chain, signatures, and what the line remembers of it",
                    [&context] { return verifyTrail(context); });
}

} // namespace hall::ctl
