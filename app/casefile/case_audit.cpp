// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/casefile/case_audit.h"

#include "app/casefile/attachment_rows.h"
#include "app/casefile/case_chain.h"
#include "app/casefile/case_keys.h"
#include "app/casefile/texts.h"
#include "app/sql/connection.h"

#include <QHash>
#include <limits>
#include <numeric>

namespace hall::casefile {

using base::Result;
using base::Status;
using store::Trust;

namespace {

/// Hash of each entry that the audit trail knows, by case and sequence number.
using Witness = QHash<QString, QMap<qint64, QByteArray>>;

class CaseInspection
{
public:
    CaseInspection(store::CaseOffice& office, Trust trust)
        : m_office(office)
        , m_trust(std::move(trust))
    {
    }

    Status readWitness(const base::Progress& progress)
    {
        HALL_ASSIGN(const auto trail, m_office.audit().verify(progress));
        for (const qint64 seq : trail.broken)
            m_verdict.broken.append({QString(), seq, tr("is a record of the audit trail that does not follow")});
        HALL_ASSIGN(const auto records, m_office.audit().list(std::numeric_limits<int>::max()));
        for (const store::AuditRecord& record : records) {
            const QStringList parts = record.subject.split(QLatin1Char(' '));
            if (record.kind == kEntryAdded && parts.size() == 3)
                m_witness[parts.at(0)].insert(parts.at(1).toLongLong(), QByteArray::fromHex(parts.at(2).toLatin1()));
            if (record.kind == kAttachmentAdded && parts.size() == 5)
                m_attached[parts.at(0)].insert(parts.at(1).toLongLong(), record.subject);
        }
        return {};
    }

    Status inspect(const CaseSummary& summary)
    {
        m_verdict.cases += summary.inWorkspace() ? 0 : 1;
        HALL_ASSIGN(const auto rows, readEntries(m_office.store().connection(), summary.id));
        HALL_ASSIGN(const auto grants, CaseGrants::read(m_office.store().connection(), m_trust, summary));
        CaseChain chain(m_trust, summary, grants.writers());
        QString opener;
        QMap<qint64, QByteArray> known = m_witness.take(summary.number);
        for (const EntryRow& row : rows) {
            m_verdict.entries += summary.inWorkspace() ? 0 : 1;
            QString fault = chain.take(row);
            if (row.sequence == 1)
                opener = chain.author();
            const QByteArray witnessed = known.take(row.sequence);
            if (fault.isEmpty() && witnessed != chain.head())
                fault = tr("is not the one that the audit trail knows");
            if (!fault.isEmpty())
                m_verdict.broken.append({summary.number, row.sequence, fault});
        }
        for (auto it = known.begin(); it != known.end(); ++it)
            m_verdict.broken.append({summary.number, it.key(), tr("is missing")});
        if (chain.count() != summary.entries)
            m_verdict.broken.append({summary.number, 0, tr("says that it has %1 entries, but has %2").arg(summary.entries).arg(chain.count())});
        const QStringList faults = grants.faults(opener);
        for (const QString& fault : faults)
            m_verdict.broken.append({summary.number, 0, fault});
        return inspectAttachments(summary);
    }

    /// Cases that the audit trail knows and the store lacks.
    void reportMissing()
    {
        for (auto it = m_witness.begin(); it != m_witness.end(); ++it)
            m_verdict.broken.append({it.key(), 0, tr("is missing as a whole")});
    }

    const CaseVerdict& verdict() const { return m_verdict; }

private:
    Status inspectAttachments(const CaseSummary& summary)
    {
        sql::Connection& cases = m_office.store().connection();
        HALL_ASSIGN(const auto rows, readAttachments(cases, summary.id));
        QMap<qint64, QString> known = m_attached.take(summary.number);
        for (const AttachmentRow& row : rows) {
            if (known.take(row.sequence) != attachmentSubject(summary.number, row))
                m_verdict.broken.append({summary.number, row.sequence, tr("has an attachment that is not the one that the audit trail knows")});
            HALL_ASSIGN(const QStringList faults, faultyChunks(cases, row));
            for (const QString& fault : faults)
                m_verdict.broken.append({summary.number, row.sequence, fault});
        }
        for (auto it = known.begin(); it != known.end(); ++it)
            m_verdict.broken.append({summary.number, it.key(), tr("has lost its attachment")});
        return {};
    }

    store::CaseOffice& m_office;
    Trust m_trust;
    Witness m_witness;
    QHash<QString, QMap<qint64, QString>> m_attached; ///< what the audit trail says of attachments, by case and entry
    CaseVerdict m_verdict;
};

/// One case alone.
Result<CaseVerdict> verifyCase(store::CaseOffice& office, const QString& number, Trust trust, const base::Progress& progress)
{
    CaseInspection inspection(office, std::move(trust));
    HALL_TRY(inspection.readWitness(progress));
    HALL_ASSIGN(const CaseSummary summary, readSummary(office.store().connection(), number));
    if (summary.inWorkspace())
        return noSuchCase(number);
    HALL_TRY(inspection.inspect(summary));
    return inspection.verdict();
}

Result<CaseVerdict> verifyAllCases(store::CaseOffice& office, Trust trust, const base::Progress& progress)
{
    CaseInspection inspection(office, std::move(trust));
    HALL_ASSIGN(const auto all, readAllSummaries(office.store().connection()));
    HALL_ASSIGN(const auto newest, office.audit().head());
    const qint64 records = newest.seq;
    const qint64 whole = std::accumulate(all.begin(), all.end(), records, [](qint64 sum, const CaseSummary& each) { return sum + each.entries; });
    base::Progress overTrail;
    if (progress)
        overTrail = [&](qint64 done, qint64) { return progress(done, whole); };
    HALL_TRY(inspection.readWitness(overTrail));
    qint64 done = records;
    for (const CaseSummary& summary : all) {
        if (progress && !progress(done, whole))
            return base::Error{base::ErrorCode::Cancelled, tr("Stopped before every case was walked.")};
        HALL_TRY(inspection.inspect(summary));
        done += summary.entries;
    }
    inspection.reportMissing();
    return inspection.verdict();
}

} // namespace

QString auditSubject(const QString& number, qint64 sequence, const QByteArray& hash)
{
    return QStringLiteral("%1 %2 %3").arg(number, QString::number(sequence), QString::fromLatin1(hash.toHex()));
}

Result<CaseVerdict> verifyCases(store::CaseOffice& office, const std::optional<QString>& number, const base::Progress& progress)
{
    // As of one moment: the hall works on meanwhile.
    return office.store().connection().transaction(sql::Mode::Read, [&]() -> Result<CaseVerdict> {
        HALL_TRY(office.staff().verifyRoster());
        HALL_ASSIGN(Trust trust, office.staff().trust());
        return number ? verifyCase(office, *number, std::move(trust), progress) : verifyAllCases(office, std::move(trust), progress);
    });
}

} // namespace hall::casefile
