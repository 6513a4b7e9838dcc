// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/casefile/audit_reader.h"

#include "app/casefile/texts.h"

#include <algorithm>

namespace hall::casefile {

using base::Result;
using store::AuditRecord;

namespace {

constexpr int kAtOnce = 500;     ///< records read in one go
constexpr int kAtMost = 20'000;  ///< records looked at before whoever asked hears of it

bool matches(const AuditQuery& query, const AuditRecord& record)
{
    return (query.kinds.isEmpty() || query.kinds.contains(record.kind)) && (query.actor.isEmpty() || record.actor == query.actor) &&
           (!query.day.isValid() || base::hallDay(record.at) == query.day) &&
           (query.number.isEmpty() || record.subject.section(QLatin1Char(' '), 0, 0).contains(query.number, Qt::CaseInsensitive));
}

} // namespace

AuditReader::AuditReader(store::CaseOffice& office, const rules::CaseworkBook& casework, const store::SignedIn* reader)
    : m_office(office)
{
    for (const rules::Workspace& workspace : casework.workspaces)
        m_prefixes.append(workspace.prefix);
    if (reader && reader->person.is(store::role::kAudit))
        m_auditor = reader;
}

bool AuditReader::withholds(const AuditRecord& record) const
{
    return !m_auditor && std::any_of(m_prefixes.begin(), m_prefixes.end(), [&](const QString& prefix) {
        return record.subject.size() > prefix.size() && record.subject.startsWith(prefix) &&
               record.subject.at(prefix.size()).isDigit();
    });
}

Result<AuditPage> AuditReader::page(const AuditQuery& query, qint64 before, int wanted)
{
    AuditPage page;
    for (int looked = 0; looked < kAtMost; looked += kAtOnce) {
        const int atOnce = std::min(kAtOnce, query == AuditQuery() ? wanted - static_cast<int>(page.rows.size()) : kAtOnce);
        HALL_ASSIGN(const auto records, m_office.audit().before(before, atOnce));
        if (records.isEmpty()) {
            page.next = 0;
            return page;
        }
        for (const AuditRecord& record : records) {
            before = page.next = record.seq;
            const bool withheld = withholds(record);
            // One that is withheld answers to no filter: what it answered to would be told.
            if (withheld ? query == AuditQuery() : matches(query, record))
                page.rows.append({withheld ? AuditRecord{record.seq, {}, {}, {}, {}, {}} : record, withheld});
            if (page.rows.size() >= wanted)
                return page;
        }
    }
    return page;
}

QString AuditReader::words(const AuditRecord& record) const
{
    if (!m_auditor || record.sealed.isEmpty())
        return {};
    const auto words = seal::openSealed(m_auditor->bundle.box, {record.sealed});
    return words.ok() ? QString::fromUtf8(words->view())
                      : tr("(sealed to another audit administrator)");
}

} // namespace hall::casefile
