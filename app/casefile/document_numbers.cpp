// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/casefile/document_numbers.h"

#include "app/sql/connection.h"

namespace hall::casefile {

using base::Result;

Result<qint64> takeDocumentNumber(sql::Connection& cases, int year, const QString& series)
{
    HALL_ASSIGN(const auto last, cases.value<qint64>("INSERT INTO document_series (year, series, last) VALUES ($1, $2, 1) "
                                                     "ON CONFLICT (year, series) DO UPDATE SET last = document_series.last + 1 "
                                                     "RETURNING last",
                                                     year, series));
    return last.value_or(1);
}

Result<qint64> likelyDocumentNumber(sql::Connection& cases, int year, const QString& series)
{
    HALL_ASSIGN(const auto last, cases.value<qint64>("SELECT last FROM document_series WHERE year = $1 AND series = $2", year, series));
    return last.value_or(0) + 1;
}

} // namespace hall::casefile
