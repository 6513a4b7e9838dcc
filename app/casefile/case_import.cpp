// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/casefile/case_import.h"

#include "app/casefile/case_keys.h"
#include "app/casefile/texts.h"
#include "app/rules/entry_values.h"
#include "app/sql/connection.h"

#include <QHash>
#include <QJsonArray>
#include <algorithm>

namespace hall::casefile {

using base::Error;
using base::ErrorCode;
using base::Result;
using base::Status;

namespace {

constexpr std::size_t kBatch = 100;   // rows that a crash may cost; the next run brings them in
constexpr qsizetype kImportedIdBytes = 16;
const QByteArray kPurpose = QByteArrayLiteral("hall.case-import.v1");

/// Who asks for what; empty where nobody is named.
QString personAndRequest(const QJsonObject& registration)
{
    const QJsonObject person = registration.value(QLatin1StringView("petitioners")).toArray().at(0).toObject();
    const QString number = person.value(QLatin1StringView("id_number")).toString().toUpper();
    const QString name = person.value(QLatin1StringView("name")).toString().simplified();
    if (number.isEmpty() && name.isEmpty())
        return {};
    const QString who = number.isEmpty() ? name + person.value(QLatin1StringView("phone")).toString() : number;
    return who + QChar(0x1f) + registration.value(QLatin1StringView("request")).toString().simplified();
}

/// What was found in this table so far.
struct Seen
{
    QHash<QByteArray, qint64> ids;
    QHash<QString, qint64> matters;
};

} // namespace

CaseImport::CaseImport(store::CaseOffice& office, const store::SignedIn& person, const CaseRules& rules, const QString& language)
    : m_office(office)
    , m_person(person)
    , m_rules(rules)
    , m_language(language)
{
}

Result<QByteArray> CaseImport::idOf(const QString& block, const QString& source, const QString& key) const
{
    // Every member holds the block's keys from the first generation on; a secret, so that nobody who reads the store can guess
    // who is in it.
    const auto found = std::find_if(m_person.groups.begin(), m_person.groups.end(),
                                    [&](const auto& group) { return group.first.first == block; });
    if (found == m_person.groups.end())
        return notTheirs();
    QByteArray message = found->second.secretKey.view().toByteArray();
    message += source.toUtf8() + '\0' + key.toUtf8();
    QByteArray id = seal::hash(kPurpose, message).left(kImportedIdBytes);
    message.fill('\0');
    return id;
}

Result<QString> CaseImport::known(const QByteArray& id) const
{
    HALL_ASSIGN(const auto number, m_office.store().connection().value<QString>("SELECT number FROM case_file WHERE id = $1", id));
    return number.value_or(QString());
}

/// Looks at every row before anything is written.
Result<std::vector<CaseImport::Pending>> CaseImport::look(const rules::ImportMap& map, const rules::CsvTable& table,
                                                          const ImportOptions& options, ImportReport& report) const
{
    const QDate today = base::hallDay(m_office.clock().now());
    std::vector<Pending> pending;
    Seen seen;
    report.rows = table.rows.size();
    for (qsizetype i = 0; i < table.rows.size(); ++i) {
        rules::ImportRow row = rules::importRow(map, table, i, m_rules.casework, m_language, today);
        for (const auto& refusal : std::as_const(row.refusals))
            report.refused.append({row.number, row.line, refusal.column, refusal.field, refusal.why});
        if (!row.refusals.isEmpty()) {
            ++report.refusedRows;
            continue;
        }
        HALL_ASSIGN(const QByteArray id, idOf(options.block, map.source, row.key));
        if (const qint64 first = seen.ids.value(id); first != 0) {
            report.duplicates.append({row.number, row.line, first, QString(), QStringLiteral("same-key")});
            continue;
        }
        seen.ids.insert(id, row.number);
        HALL_ASSIGN(const QString number, known(id));
        if (!number.isEmpty()) {
            ++report.already;
            continue;
        }
        const QString matter = personAndRequest(row.registration);
        if (const qint64 first = matter.isEmpty() ? 0 : seen.matters.value(matter); first != 0)
            report.duplicates.append({row.number, row.line, first, QString(), QStringLiteral("same-person-and-request")});
        else if (!matter.isEmpty())
            seen.matters.insert(matter, row.number);
        HALL_TRY(compareWithCases(row, options, report));
        pending.push_back({id, row.registration});
    }
    return pending;
}

/// By what proves something: names alone would fill the list.
Status CaseImport::compareWithCases(const rules::ImportRow& row, const ImportOptions& options, ImportReport& report)
{
    if (!options.earlier)
        return {};
    HALL_ASSIGN(const QList<EarlierCase> found, options.earlier(row.registration));
    for (const EarlierCase& earlier : found) {
        if (earlier.why == EarlierCase::Why::IdentityNumber || earlier.why == EarlierCase::Why::Phone)
            report.duplicates.append({row.number, row.line, 0, earlier.summary.number,
                                      earlier.why == EarlierCase::Why::Phone ? QStringLiteral("phone") : QStringLiteral("identity-number")});
    }
    return {};
}

Result<ImportReport> CaseImport::run(const rules::ImportMap& map, const rules::CsvTable& table, const ImportOptions& options)
{
    ImportReport report;
    HALL_ASSIGN(const std::vector<Pending> pending, look(map, table, options, report));
    if (options.strict && !options.dryRun && report.refusedRows > 0)
        return Error{ErrorCode::InvalidArgument,
                     tr("%1 of %2 rows are refused, so nothing was imported. --dry-run lists them.").arg(report.refusedRows).arg(report.rows)};
    if (options.dryRun) {
        report.imported = static_cast<qint64>(pending.size());
        return report;
    }
    CaseFiles files(m_office, m_person, m_rules, m_language);
    const auto whole = static_cast<qint64>(pending.size());
    for (std::size_t from = 0; from < pending.size(); from += kBatch) {
        const std::size_t to = std::min(pending.size(), from + kBatch);
        QStringList numbers;
        HALL_TRY(m_office.store().connection().transaction(sql::Mode::Write, [&]() -> Status {
            numbers.clear();
            for (std::size_t i = from; i < to; ++i) {
                HALL_ASSIGN(const QString already, known(pending[i].id)); // by somebody else, meanwhile
                if (!already.isEmpty())
                    continue;
                HALL_ASSIGN(const CaseSummary opened, files.open(options.block, pending[i].registration, 0, pending[i].id));
                numbers.append(opened.number);
            }
            return {};
        }));
        report.numbers += numbers;
        report.imported += numbers.size();
        if (options.progress)
            options.progress(static_cast<qint64>(to), whole);
    }
    report.already += whole - report.imported;
    return report;
}

} // namespace hall::casefile
