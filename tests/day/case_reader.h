// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/casefile/case_files.h"

namespace hall::tests {

/// Opens case files of a hall beside its desk, as the same person, to see what was really written.
class CaseReader
{
public:
    CaseReader(const QString& store, const base::Clock& clock, const QString& login, const QString& passphrase)
        : m_rules(casefile::CaseRules::read({}).value())
    {
        auto office = store::CaseOffice::open(store, clock);
        if (!office.ok())
            return;
        m_office = std::move(*office);
        auto person = m_office->staff().signIn(login, seal::SecretBuffer::copyOf(passphrase.toUtf8()));
        if (person.ok())
            m_person.emplace(std::move(*person));
    }

    /// Verified as a desk verifies it; empty where it cannot be read.
    casefile::CaseFile read(const QString& number)
    {
        if (!m_person)
            return {};
        return casefile::CaseFiles(*m_office, *m_person, m_rules, QStringLiteral("zh")).show(number).valueOr({});
    }
    bool wasAudited(const QString& kind, const QString& subject)
    {
        const auto all = m_office ? m_office->audit().list(200).valueOr({}) : QList<store::AuditRecord>();
        return std::any_of(all.begin(), all.end(), [&](const auto& record) { return record.kind == kind && record.subject == subject; });
    }

private:
    casefile::CaseRules m_rules;
    std::unique_ptr<store::CaseOffice> m_office;
    std::optional<store::SignedIn> m_person;
};

} // namespace hall::tests
