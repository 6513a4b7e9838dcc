// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/base/result.h"

#include <QByteArray>
#include <QList>
#include <QStringList>

namespace hall::rules {

/// A file of rows and columns (RFC 4180: cells may be quoted, a quoted cell may hold commas, quotes and line breaks).
struct CsvTable {
    struct Row {
        int line = 0; ///< where it begins, counted from 1
        QStringList cells;
    };

    QStringList header; ///< in small letters, trimmed
    QList<Row> rows;    ///< without empty lines

    qsizetype column(const QString& name) const { return header.indexOf(name); }
    /// The cell under a column, trimmed; empty where the row is short or the column missing.
    static QString cell(const Row& row, qsizetype column);
};

/// UTF-8, with or without a byte order mark. FileInvalid with "file:line: reason" for other encodings, for an open
/// quote and for a file without a header.
base::Result<CsvTable> parseCsv(const QByteArray& text, const QString& file);
/// The same of a file that comes from an office program: UTF-8 (with or without mark), UTF-16 with a mark, or GB18030.
base::Result<CsvTable> parseForeignCsv(const QByteArray& text, const QString& file);

} // namespace hall::rules
