// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/casefile/hall_calendar.h"

#include "app/sql/connection.h"
#include "app/store/line_store.h"

#include <QCoreApplication>
#include <QFile>

namespace hall::casefile {

using base::Error;
using base::ErrorCode;
using base::Result;
using base::Status;

namespace {

const QString kDays = QStringLiteral("holidays.csv");
// Settings of the line; a system administrator alone may write them on a server.
const QString kVersion = QStringLiteral("calendar_version");
const QString kInForce = QStringLiteral("calendar");
const QString kCalendarBefore = QStringLiteral("calendar_before");
const QString kPublished = QStringLiteral("calendar-published");

Result<rules::Calendar> parsed(const QString& csv)
{
    if (csv.isEmpty())
        return rules::readCalendar(rules::lawFile({}, kDays));
    return rules::parseCalendar(csv.toUtf8(), kDays);
}

} // namespace

Result<HallCalendar> hallCalendar(store::LineStore& line)
{
    HallCalendar calendar;
    HALL_ASSIGN(const QString version, line.setting(kVersion));
    HALL_ASSIGN(const QString inForce, line.setting(kInForce));
    HALL_ASSIGN(const QString before, line.setting(kCalendarBefore));
    calendar.version = version.toInt();
    HALL_ASSIGN(calendar.inForce, parsed(inForce));
    HALL_ASSIGN(calendar.before, parsed(before));
    return calendar;
}

Result<int> calendarVersion(store::LineStore& line)
{
    HALL_ASSIGN(const QString version, line.setting(kVersion));
    return version.toInt();
}

Result<int> publishCalendar(store::LineStore& line, store::CaseOffice& office, const QByteArray& csv, const QString& file,
                            const store::SignedIn& administrator)
{
    if (!administrator.person.is(store::role::kSystem)) {
        HALL_TRY(office.audit().append(QStringLiteral("calendar-refused"), administrator.person.login));
        return Error{ErrorCode::PermissionDenied,
                     QCoreApplication::translate("hall::casefile", "Days off are published by a system administrator.")};
    }
    HALL_ASSIGN(const rules::Calendar calendar, rules::parseCalendar(csv, file));
    if (calendar.days().isEmpty())
        return Error{ErrorCode::FileInvalid,
                     QCoreApplication::translate("hall::casefile", "%1 holds no day. Publish a whole calendar, not the changes alone.").arg(file)};
    HALL_ASSIGN(const int version, line.connection().transaction(sql::Mode::Write, [&]() -> Result<int> {
        HALL_ASSIGN(const QString last, line.setting(kVersion));
        HALL_ASSIGN(const QString inForce, line.setting(kInForce));
        const int next = last.toInt() + 1;
        HALL_TRY(line.setSetting(kCalendarBefore, inForce));
        HALL_TRY(line.setSetting(kInForce, QString::fromUtf8(csv)));
        HALL_TRY(line.setSetting(kVersion, QString::number(next)));
        return next;
    }));
    const QString hash = QString::fromLatin1(seal::hash("hall.calendar.v1", csv).toHex());
    HALL_TRY(office.audit().append(kPublished, administrator.person.login, QStringLiteral("%1 %2").arg(version).arg(hash)));
    return version;
}

Result<CaseRules> rulesOf(store::LineStore& line, const QString& folder)
{
    HALL_ASSIGN(CaseRules rules, CaseRules::read(folder));
    if (folder.isEmpty() || !QFile::exists(folder + QLatin1Char('/') + kDays)) {
        HALL_ASSIGN(const HallCalendar calendar, hallCalendar(line));
        rules.calendar = calendar.inForce;
    }
    return rules;
}

std::optional<MovedClock> movedBetween(const rules::CaseClock& clock, const rules::DeadlineBook& book, const rules::Calendar& before,
                                       const rules::Calendar& after)
{
    MovedClock moved{clock, clock.dueDay(book, before), clock.dueDay(book, after)};
    if (moved.before == moved.after)
        return std::nullopt;
    return moved;
}

} // namespace hall::casefile
