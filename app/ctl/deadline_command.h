// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/rules/deadline_book.h"

#include <QJsonObject>

namespace hall::ctl {

/// The rules and the days off that a command works with.
struct Law {
    rules::DeadlineBook book;
    rules::Calendar calendar;
};

/// `folder`: rule files that go before the programs' own, may be empty. `calendar`: a file instead of all of them, may
/// be empty.
base::Result<Law> readLaw(const QString& folder, const QString& calendar);

/// {"rule","due","unit","basis","steps", and "extended","in_force","mark","days_off"}.
QJsonObject reckoningJson(const rules::Reckoning& reckoning, const Law& law, const QString& language);

} // namespace hall::ctl
