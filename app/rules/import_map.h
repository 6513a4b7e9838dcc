// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/rules/calendar_csv.h"
#include "app/rules/casework_checks.h"

namespace hall::rules {

/// Where a column of a foreign table goes.
struct ImportColumn {
    QString header;                ///< in small letters, as the table has it
    QString path;                  ///< "request", "petitioners.id_number" (the first petitioner's)
    FieldType type = FieldType::Text;
    QMap<QString, QString> values; ///< the table's words and ours
};

/// How the rows of a foreign table become registrations: data, YAML or JSON.
///     source: 12345热线          # with the key it makes a row one thing, so that it comes in once
///     key: 工单编号               # without one: the whole row
///     fixed: {channel: call, work: petition}
///     columns:
///       诉求内容: request
///       姓名: petitioners.name
///       类型: {field: type, values: {建议: suggestion, 求决: appeal}}
struct ImportMap {
    QString source;
    QString key;
    QJsonObject fixed;
    QList<ImportColumn> columns;

    /// Faults are named as "file:line: reason" (FileInvalid): a field that a registration does not have, no column at all.
    static base::Result<ImportMap> read(const QString& path, const CaseworkBook& book);
    /// FileInvalid naming the columns that the table lacks.
    base::Status fits(const CsvTable& table, const QString& file) const;
};

/// A row as it would be registered.
struct ImportRow {
    qint64 number = 0; ///< from 1, the header not counted
    int line = 0;      ///< of the file
    QString key;
    QJsonObject registration;
    struct Refusal {
        QString column; ///< empty: none of the columns that the map names
        QString field;
        QString why;
    };
    QList<Refusal> refusals;
};

/// Days as office programs write them (2026/3/5, 2026-03-05, 2026年3月5日, 20260305), 是 and 否, and words by the map become ours;
/// then the row is checked like any registration.
ImportRow importRow(const ImportMap& map, const CsvTable& table, qsizetype index, const CaseworkBook& book,
                    const QString& language, QDate today);

} // namespace hall::rules
