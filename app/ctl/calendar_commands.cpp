// SPDX-License-Identifier: GPL-3.0-or-later
// The days off of the hall, in one place for every desk.
#include "app/casefile/hall_calendar.h"
#include "app/ctl/commands.h"
#include "app/ctl/staff_desk.h"
#include "app/store/line_witness.h"

#include <QCoreApplication>
#include <QFile>
#include <QFileInfo>
#include <QJsonArray>

namespace hall::ctl {

using base::Error;
using base::ErrorCode;
using base::Result;

namespace {

QString kindOf(const rules::Calendar& calendar, QDate day)
{
    const rules::CalendarDay* special = calendar.special(day);
    return !special ? QString() : special->off ? QStringLiteral("off") : QStringLiteral("work");
}

/// The days that are not the same by both.
QJsonArray changesJson(const rules::Calendar& before, const rules::Calendar& after)
{
    QSet<QDate> days(before.days().keyBegin(), before.days().keyEnd());
    days.unite(QSet<QDate>(after.days().keyBegin(), after.days().keyEnd()));
    QList<QDate> sorted(days.begin(), days.end());
    std::sort(sorted.begin(), sorted.end());
    QJsonArray changes;
    for (const QDate& day : std::as_const(sorted)) {
        if (kindOf(before, day) != kindOf(after, day))
            changes.append(QJsonObject{{QStringLiteral("date"), day.toString(Qt::ISODate)},
                                       {QStringLiteral("before"), kindOf(before, day)},
                                       {QStringLiteral("after"), kindOf(after, day)}});
    }
    return changes;
}

QJsonObject calendarJson(const casefile::HallCalendar& calendar)
{
    return {{QStringLiteral("version"), calendar.version},
            {QStringLiteral("days"), calendar.inForce.days().size()},
            {QStringLiteral("changed"), changesJson(calendar.before, calendar.inForce)}};
}

const QStringList kColumns = {QStringLiteral("version"), QStringLiteral("days"), QStringLiteral("changed")};

Result<Answer> publish(CommandContext& context, PassphraseSource& passphrases, const QString& path)
{
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly))
        return Error{ErrorCode::FileUnreadable,
                     QCoreApplication::translate("hall::ctl", "%1 cannot be read. Check the path.").arg(path)};
    StaffDesk desk(context, passphrases);
    HALL_TRY(desk.open());
    HALL_ASSIGN(const auto administrator, desk.signIn(context.actor()));
    HALL_TRY(casefile::publishCalendar(desk.line(), desk.office(), file.readAll(), QFileInfo(path).fileName(), administrator));
    HALL_TRY(store::compareTrailWithLine(desk.line(), desk.office()));
    HALL_ASSIGN(const auto now, casefile::hallCalendar(desk.line()));
    return Answer{calendarJson(now), kColumns};
}

} // namespace

void addCalendarCommands(CLI::App& app, CommandContext& context)
{
    CLI::App* group = app.add_subcommand("calendar", "The hall's days off and make-up workdays");
    group->require_subcommand(1)->fallthrough();
    auto path = std::make_shared<std::string>();
    auto passphrases = PassphraseSource::addTo(*group);
    CLI::App* published = context.command(*group, "publish", "Puts a calendar in force for every desk; --user is a system administrator",
                                          [&context, path, passphrases] { return publish(context, *passphrases, qs(*path)); });
    published->add_option("file", *path, "CSV: date,kind,name,status[,name_zh]")->required();
    context.command(*group, "show", "The version in force, and the days that it changed", [&context]() -> Result<Answer> {
        HALL_ASSIGN(store::LineStore* line, context.line());
        HALL_ASSIGN(const auto now, casefile::hallCalendar(*line));
        return Answer{calendarJson(now), kColumns};
    });
}

} // namespace hall::ctl
