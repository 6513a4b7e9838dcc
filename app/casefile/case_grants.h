// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/casefile/case_file.h"
#include "app/store/staff.h"

namespace hall::sql {
class Connection;
}

namespace hall::casefile {

/// A key of a case, sealed to a group ("reception"), or to one member of a workspace ("@li") where another is excluded.
struct CaseGrant
{
    int generation = 0;   ///< of the case's key
    QString to;
    int toGeneration = 0; ///< of the group's key; of a person's: place of the roster record with it, from 1
    QByteArray sealed;
    QString granter;
    QByteArray signature;
};

/// Everything that was granted of one case, and which of it is to be believed. Needs no key.
/// Believed is what was signed by somebody who serves the case's block, or a block that it was shared with in this way; of
/// somebody who left, what they granted while they held the newest key. The first key of a case in a workspace may come from
/// whoever handed it in.
class CaseGrants
{
public:
    static base::Result<CaseGrants> read(sql::Connection& cases, const store::Trust& trust, const CaseSummary& summary);

    const QList<CaseGrant>& all() const { return m_all; }
    bool believed(const CaseGrant& grant) const;
    /// Blocks whose members write: the case's own and those that it was shared with.
    const QStringList& writers() const { return m_writers; }
    int newest() const { return m_all.isEmpty() ? 0 : m_all.last().generation; }
    /// What is wrong, in words. `opener`: who signed the first entry.
    QStringList faults(const QString& opener) const;

    /// What the granter signs.
    static QByteArray bound(const QByteArray& caseId, int generation, const QString& to, int toGeneration,
                            const QByteArray& sealed);

private:
    CaseGrants(const store::Trust& trust, const CaseSummary& summary)
        : m_trust(trust)
        , m_summary(summary)
    {
    }
    void findWriters();
    const store::Trust::Record* signer(const CaseGrant& grant) const;
    bool mightGrant(const CaseGrant& grant, const QByteArray& key) const;

    const store::Trust& m_trust;
    const CaseSummary& m_summary;
    QList<CaseGrant> m_all; ///< by generation
    QStringList m_writers;
};

} // namespace hall::casefile
