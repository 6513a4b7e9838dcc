// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/casefile/case_files.h"

namespace hall::store {
class LineStore;
}

namespace hall::casefile {

/// The days off that a hall reckons with: published by its system administrator, kept in the store, so that there is one for
/// all desks; until something was published, those that the programs come with.
struct HallCalendar
{
    int version = 0; ///< 0: the programs' own
    rules::Calendar inForce;
    rules::Calendar before; ///< what was in force until then; the programs' own at first
};

/// Errors: FileInvalid (what was published cannot be read by this program), and the store's.
base::Result<HallCalendar> hallCalendar(store::LineStore& line);

/// The number alone: whether what was read of it still holds.
base::Result<int> calendarVersion(store::LineStore& line);

/// Puts a calendar in force; an audit record says so. Which cases move is for those to see who may open them: movedBetween().
/// The new version's number. Errors: FileInvalid (file:line), PermissionDenied (no system administrator), and the stores'.
base::Result<int> publishCalendar(store::LineStore& line, store::CaseOffice& office, const QByteArray& csv, const QString& file,
                                  const store::SignedIn& administrator);

/// The rules of a folder with the hall's calendar, unless the folder brings its own days off.
base::Result<CaseRules> rulesOf(store::LineStore& line, const QString& folder);

/// A day that is another one by a changed calendar.
struct MovedClock
{
    rules::CaseClock clock;
    QDate before;
    QDate after;
};
/// Nothing where the clock ends on the same day by both.
std::optional<MovedClock> movedBetween(const rules::CaseClock& clock, const rules::DeadlineBook& book, const rules::Calendar& before,
                                       const rules::Calendar& after);

} // namespace hall::casefile
