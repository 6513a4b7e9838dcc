// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/desk/oversight/audit_gateway.h"
#include "ui/desk/phrasebook.h"

namespace hall::desk {

/// What an auditor may look for. The first two cut across the others.
enum class AuditGroup { Refused, OutsideDuty, Keys, SigningIn, Cases, Intakes, Hall };

/// Records of the audit trail as people say them. A kind that nobody put into words stands for itself.
class AuditWords
{
    Q_DECLARE_TR_FUNCTIONS(hall::desk::AuditWords)

public:
    explicit AuditWords(const Phrasebook& phrases)
        : m_phrases(phrases)
    {
    }
    void setOverview(AuditOverview overview) { m_overview = std::move(overview); }
    const AuditOverview& overview() const { return m_overview; }

    QString what(const store::AuditRecord& record) const;
    QString who(const store::AuditRecord& record) const;
    /// What the record is about: a case, a visit, an account, a block.
    QString about(const store::AuditRecord& record) const;
    /// The hall's day and time, to the second.
    QString when(const store::AuditRecord& record) const;
    /// Something was refused, locked or found changed.
    static bool refused(const QString& kind);

    static QString groupName(AuditGroup group);
    static QStringList kinds(AuditGroup group);
    static QStringList allKinds();

    /// One fault as a sentence.
    QString fault(const casefile::HallFault& fault) const;
    /// What to do about faults of these parts.
    static QString remedy(const QList<casefile::HallFault>& faults);

private:
    QString person(const QString& login) const;
    QString block(const QString& code) const;
    QString caseOf(const QStringList& parts) const;
    QString attempt(const QStringList& parts) const;

    const Phrasebook& m_phrases;
    AuditOverview m_overview;
};

} // namespace hall::desk
