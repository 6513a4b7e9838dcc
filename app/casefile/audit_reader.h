// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/rules/casework.h"
#include "app/store/hall_folder.h"

#include <QDate>

namespace hall::casefile {

/// What is looked for in the audit trail; what is left empty lets everything through.
struct AuditQuery
{
    QStringList kinds;
    QString actor;  ///< login
    QDate day;      ///< of the hall
    QString number; ///< part of a case's or a ticket's number
    bool operator==(const AuditQuery&) const = default;
};

struct AuditRow
{
    store::AuditRecord record; ///< of a withheld one nothing but its place
    bool withheld = false;
};

struct AuditPage
{
    QList<AuditRow> rows; ///< newest first
    qint64 next = 0;      ///< read on before this record; 0: nothing older is there
};

/// The audit trail as one person may read it, page by page. Records about cases of sealed workspaces are the audit
/// administrator's alone: their number, their time and who acted would tell that somebody handed in an accusation. So are the
/// words that stand sealed in a record.
class AuditReader
{
public:
    /// `reader`: whoever is signed in; null: nobody. It outlives the reader, as does the office.
    AuditReader(store::CaseOffice& office, const rules::CaseworkBook& casework, const store::SignedIn* reader);

    /// As many rows as are wanted, or fewer where it took too long to find them or nothing older is there (AuditPage::next tells).
    base::Result<AuditPage> page(const AuditQuery& query, qint64 before, int wanted);
    /// Empty where nothing was sealed, or for anybody but the audit administrator.
    QString words(const store::AuditRecord& record) const;

private:
    bool withholds(const store::AuditRecord& record) const;

    store::CaseOffice& m_office;
    QStringList m_prefixes; ///< of the numbers in workspaces
    const store::SignedIn* m_auditor = nullptr;
};

} // namespace hall::casefile
