// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/base/result.h"

namespace hall::sql {
class Connection;
}

namespace hall::casefile {

/// The next number of a form's series in a year. To be called in the transaction that writes the document's entry: what is
/// rolled back gives its number back, so that none is missing and none is there twice.
base::Result<qint64> takeDocumentNumber(sql::Connection& cases, int year, const QString& series);
/// What takeDocumentNumber would give, if nobody else takes it before.
base::Result<qint64> likelyDocumentNumber(sql::Connection& cases, int year, const QString& series);

} // namespace hall::casefile
