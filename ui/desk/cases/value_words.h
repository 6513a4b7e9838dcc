// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/desk/cases/case_gateway.h"
#include "ui/desk/phrasebook.h"

#include <QCoreApplication>

namespace hall::desk {

/// What codes and values of a case are called in the reader's language: choices, kinds, states, days, people.
class ValueWords
{
    Q_DECLARE_TR_FUNCTIONS(hall::desk::ValueWords)

public:
    ValueWords(const CaseLaw& law, const Phrasebook& phrases)
        : m_law(law)
        , m_phrases(phrases)
    {
    }

    QString named(const rules::Text& text) const { return m_phrases.text({text.zh, text.en}); }
    QString state(const QString& code) const;
    QString kind(const QString& code) const;
    QString choice(const rules::EntryField& field, const QString& code) const { return named(m_law.casework().choiceName(field.code, code)); }
    /// "王秀英（代表人，电话 138…）".
    QString person(const QJsonObject& person) const;
    QString value(const rules::EntryField& field, const QJsonValue& value) const;
    /// A line for each field that says something.
    QStringList lines(const casefile::CaseEntry& entry) const;

private:
    const CaseLaw& m_law;
    const Phrasebook& m_phrases;
};

} // namespace hall::desk
