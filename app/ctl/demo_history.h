// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/base/clock.h"
#include "app/base/result.h"
#include "app/rules/catalogue.h"

#include <functional>

namespace hall::sql {
class Connection;
}

namespace hall::ctl {

/// How many visits of a year went where: Zhuji's petition supermarket to August 2020, 9,407 in all (信访 2,002, 公安 59,
/// 法院 151, 公共法律服务 4,995, 调解 2,060, 其他 140). Each number is spread over the services named.
struct YearShare
{
    int visits;
    QStringList services;
};
QList<YearShare> zhujiYear();

/// Writes a year of visits that ended before `today`: opening days alone, mornings busier than afternoons, lengths of visit
/// around the catalogue's, waits as a line at these desks would make them, a few no-shows, transfers and parked visits.
/// The same seed writes the same year. One transaction.
base::Status writeHistory(sql::Connection& line, const rules::Catalogue& catalogue, const QDate& today, unsigned seed);

} // namespace hall::ctl
