// SPDX-License-Identifier: GPL-3.0-or-later
// The audit trail: who did what, and whether it still holds together.
#include "app/casefile/audit_reader.h"
#include "app/casefile/case_files.h"
#include "app/ctl/commands.h"
#include "app/ctl/staff_desk.h"
#include "app/ctl/texts.h"
#include "app/store/countersign.h"
#include "app/store/line_witness.h"

#include <QJsonArray>
#include <QJsonObject>
#include <limits>

namespace hall::ctl {

using base::Result;

namespace {

constexpr int kDefaultLimit = 1000;

/// Signed in where --user is the audit administrator; nobody otherwise, who sees less.
Result<std::optional<store::SignedIn>> auditorOf(CommandContext& context, StaffDesk& desk)
{
    const auto person = desk.office().staff().person(context.actor());
    if (!person.ok() || !person->is(store::role::kAudit))
        return std::optional<store::SignedIn>();
    HALL_ASSIGN(store::SignedIn auditor, desk.signIn(context.actor()));
    return std::optional<store::SignedIn>(std::move(auditor));
}

QJsonObject json(const casefile::AuditRow& row, const casefile::AuditReader& reader)
{
    const store::AuditRecord& record = row.record;
    QJsonObject object{{QStringLiteral("seq"), record.seq},
                       {QStringLiteral("at"), row.withheld ? QString() : base::toIso(record.at)},
                       {QStringLiteral("kind"), row.withheld ? QStringLiteral("withheld") : record.kind},
                       {QStringLiteral("actor"), record.actor},
                       {QStringLiteral("subject"), record.subject}};
    if (const QString words = reader.words(record); !words.isEmpty())
        object.insert(QStringLiteral("words"), words);
    return object;
}

Result<Answer> listTrail(CommandContext& context, PassphraseSource& passphrases, int limit)
{
    StaffDesk desk(context, passphrases);
    HALL_TRY(desk.open());
    HALL_ASSIGN(const auto auditor, auditorOf(context, desk));
    HALL_ASSIGN(const auto law, casefile::CaseRules::read({}));
    casefile::AuditReader reader(desk.office(), law.casework, auditor ? &*auditor : nullptr);
    QJsonArray rows;
    qint64 before = std::numeric_limits<qint64>::max();
    while (before > 0 && rows.size() < limit) {
        HALL_ASSIGN(const auto page, reader.page({}, before, limit - static_cast<int>(rows.size())));
        for (const casefile::AuditRow& row : page.rows)
            rows.append(json(row, reader));
        before = page.next;
    }
    return Answer{rows,
                  {QStringLiteral("seq"), QStringLiteral("at"), QStringLiteral("kind"), QStringLiteral("actor"),
                   QStringLiteral("subject"), QStringLiteral("words")}};
}

QJsonValue countersignedJson(const std::optional<store::Countersignature>& newest)
{
    if (!newest)
        return QJsonValue();
    return QJsonObject{{QStringLiteral("seq"), newest->seq},
                       {QStringLiteral("at"), base::toIso(newest->at)},
                       {QStringLiteral("by"), newest->signer}};
}

Result<Answer> verifyTrail(CommandContext& context)
{
    HALL_ASSIGN(const auto place, context.place());
    HALL_ASSIGN(store::LineStore* line, context.line());
    HALL_ASSIGN(const auto office, store::CaseOffice::open(place, context.clock()));
    HALL_ASSIGN(const auto verdict, office->audit().verify());
    HALL_ASSIGN(const auto countersigned, store::verifyCountersignatures(*office));
    QJsonArray broken;
    const auto tell = [&broken](qint64 seq, const QString& why) {
        broken.append(QJsonObject{{QStringLiteral("seq"), seq}, {QStringLiteral("why"), why}});
    };
    for (const qint64 seq : verdict.broken)
        tell(seq, tr("does not follow from the record before it"));
    for (const qint64 seq : countersigned.broken)
        tell(seq, tr("is not the one that the audit administrator countersigned"));
    if (const base::Status witnessed = store::compareTrailWithLine(*line, *office); !witnessed.ok())
        tell(verdict.records, witnessed.error().message);
    const bool overdue =
        !countersigned.newest || context.clock().now() - countersigned.newest->at > store::kCountersignedWithin;
    return Answer{QJsonObject{{QStringLiteral("records"), verdict.records},
                              {QStringLiteral("broken"), broken},
                              {QStringLiteral("head"), QString::fromLatin1(verdict.head.toHex())},
                              {QStringLiteral("countersigned"), countersignedJson(countersigned.newest)},
                              {QStringLiteral("countersignature_overdue"), overdue}},
                  {QStringLiteral("records"), QStringLiteral("broken"), QStringLiteral("head"),
                   QStringLiteral("countersigned"), QStringLiteral("countersignature_overdue")}};
}

Result<Answer> countersignTrail(CommandContext& context, PassphraseSource& passphrases)
{
    StaffDesk desk(context, passphrases);
    HALL_TRY(desk.open());
    HALL_ASSIGN(const store::SignedIn auditor, desk.signIn(context.actor()));
    HALL_ASSIGN(const auto signature, store::countersign(desk.office(), auditor));
    HALL_TRY(store::compareTrailWithLine(desk.line(), desk.office()));
    return Answer{countersignedJson(signature).toObject(),
                  {QStringLiteral("seq"), QStringLiteral("at"), QStringLiteral("by")}};
}

} // namespace

void addAuditCommands(CLI::App& app, CommandContext& context)
{
    CLI::App* group = app.add_subcommand("audit", "The audit trail");
    group->require_subcommand(1)->fallthrough();
    auto limit = std::make_shared<int>(kDefaultLimit);
    auto passphrases = PassphraseSource::addTo(*group);
    CLI::App* list = context.command(
        *group, "list",
        "Who did what, newest first; records about sealed workspaces for the audit administrator (--user) alone",
        [&context, passphrases, limit] { return listTrail(context, *passphrases, *limit); });
    list->add_option("--limit", *limit, "How many records")->check(CLI::PositiveNumber);
    context.command(*group, "verify", "Walks the whole trail: chain, signatures, and what the line remembers of it",
                    [&context] { return verifyTrail(context); });
    context.command(*group, "countersign", "The audit administrator (--user) signs the trail as it stands; once a day",
                    [&context, passphrases] { return countersignTrail(context, *passphrases); });
}

} // namespace hall::ctl
