// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/casefile/case_grants.h"

#include "app/casefile/texts.h"
#include "app/sql/connection.h"

#include <algorithm>

namespace hall::casefile {

using base::Result;

QByteArray CaseGrants::bound(const QByteArray& caseId, int generation, const QString& to, int toGeneration,
                             const QByteArray& sealed)
{
    return seal::hash("hall.casegrant.v1", caseId + QByteArray::number(generation) + '\0' + to.toUtf8() + '\0'
                                               + QByteArray::number(toGeneration) + '\0' + sealed);
}

Result<CaseGrants> CaseGrants::read(sql::Connection& cases, const store::Trust& trust, const CaseSummary& summary)
{
    CaseGrants grants(trust, summary);
    HALL_ASSIGN(auto rows, cases.query("SELECT generation, block, block_generation, sealed, granter, signature FROM case_grant "
                                       "WHERE case_id = $1 ORDER BY generation, block",
                                       summary.id));
    while (true) {
        HALL_ASSIGN(const bool more, rows.next());
        if (!more)
            break;
        grants.m_all.append({rows.get<int>(0), rows.get<QString>(1), rows.get<int>(2), rows.get<QByteArray>(3),
                             rows.get<QString>(4), rows.get<QByteArray>(5)});
    }
    grants.findWriters();
    return grants;
}

/// A block that a case was shared with may share it on, so this goes on until nothing is added.
void CaseGrants::findWriters()
{
    m_writers = {m_summary.block};
    if (m_summary.inWorkspace())
        return;
    bool added = true;
    while (added) {
        added = false;
        for (const CaseGrant& grant : std::as_const(m_all)) {
            if (!m_writers.contains(grant.to) && grant.to != store::kSupervisorsGroup && believed(grant)) {
                m_writers.append(grant.to);
                added = true;
            }
        }
    }
}

/// The roster's record with the key that signed; null: nobody's.
const store::Trust::Record* CaseGrants::signer(const CaseGrant& grant) const
{
    const QByteArray what = bound(m_summary.id, grant.generation, grant.to, grant.toGeneration, grant.sealed);
    const auto found = std::find_if(m_trust.records.rbegin(), m_trust.records.rend(), [&](const store::Trust::Record& record) {
        return record.login == grant.granter && seal::verify(record.sign, what, grant.signature);
    });
    return found == m_trust.records.rend() ? nullptr : &*found;
}

/// Whoever left, or got other keys, could still sign with those that they had; so what these signed counts only beside a grant
/// to their block that they could open.
bool CaseGrants::mightGrant(const CaseGrant& grant, const QByteArray& key) const
{
    const auto* now = m_trust.person(grant.granter, m_trust.records.size() - 1);
    return std::any_of(m_writers.begin(), m_writers.end(), [&](const QString& block) {
        if (now->blocks.contains(block) && now->sign == key)
            return true;
        const int until = now->until.value(block, 0);
        return std::any_of(m_all.begin(), m_all.end(), [&](const CaseGrant& other) {
            const bool beside = other.generation == grant.generation && other.to == block;
            return beside && other.toGeneration <= until;
        });
    });
}

bool CaseGrants::believed(const CaseGrant& grant) const
{
    const auto* by = signer(grant);
    const bool handedIn = m_summary.inWorkspace() && grant.generation == 1;
    return by && (handedIn || mightGrant(grant, by->sign));
}

QStringList CaseGrants::faults(const QString& opener) const
{
    QStringList faults;
    for (const CaseGrant& grant : m_all) {
        const auto* by = signer(grant);
        const bool handedInByAnother = by && grant.granter != opener && !mightGrant(grant, by->sign);
        if (handedInByAnother || !believed(grant))
            faults.append(tr("has a key (generation %1) that was handed on by nobody who may").arg(grant.generation));
    }
    if (m_all.isEmpty())
        faults.append(tr("has lost its keys"));
    return faults;
}

} // namespace hall::casefile
