// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/casefile/case_files.h"
#include "app/casefile/case_search.h"
#include "app/rules/import_map.h"

#include <functional>

namespace hall::casefile {

/// What an import did, or would do.
struct ImportReport
{
    struct Refused
    {
        qint64 row = 0;
        int line = 0;
        QString column;
        QString field;
        QString why;
    };
    /// The same matter, or the same person: told, never merged.
    struct Duplicate
    {
        qint64 row = 0;
        int line = 0;
        qint64 ofRow = 0; ///< 0: of a case
        QString ofCase;
        QString why;      ///< "same-key", "same-person-and-request", "identity-number", "phone"
    };
    qint64 rows = 0;
    qint64 imported = 0; ///< in a dry run: how many would be
    qint64 already = 0;  ///< came in with an earlier run
    qint64 refusedRows = 0;
    QList<Refused> refused;
    QList<Duplicate> duplicates;
    QStringList numbers; ///< of the cases that were opened
};

struct ImportOptions
{
    QString block;
    bool dryRun = false;
    bool strict = false; ///< one refused row, and nothing comes in
    std::function<void(qint64 done, qint64 of)> progress;
    /// Cases that are there already of whom a registration names; empty: not asked.
    std::function<base::Result<QList<EarlierCase>>(const QJsonObject& registration)> earlier;
};

/// Brings the rows of a foreign table in as case files. A row is one thing by its source and key: its case's id is a hash of them
/// under a secret of the block, so the same file brings nothing in twice, and a run that ended early is simply run again. Rows
/// come in batches, each a transaction; a row that is refused stops no other.
/// Errors: InvalidArgument (strict, and rows are refused), PermissionDenied (the block's key is not theirs), and the stores'.
class CaseImport
{
public:
    CaseImport(store::CaseOffice& office, const store::SignedIn& person, const CaseRules& rules, const QString& language);

    base::Result<ImportReport> run(const rules::ImportMap& map, const rules::CsvTable& table, const ImportOptions& options);

private:
    struct Pending
    {
        QByteArray id;
        QJsonObject registration;
    };
    base::Result<QByteArray> idOf(const QString& block, const QString& source, const QString& key) const;
    base::Result<std::vector<Pending>> look(const rules::ImportMap& map, const rules::CsvTable& table, const ImportOptions& options,
                                            ImportReport& report) const;
    static base::Status compareWithCases(const rules::ImportRow& row, const ImportOptions& options, ImportReport& report);
    base::Result<QString> known(const QByteArray& id) const;

    store::CaseOffice& m_office;
    const store::SignedIn& m_person;
    const CaseRules& m_rules;
    QString m_language;
};

} // namespace hall::casefile
