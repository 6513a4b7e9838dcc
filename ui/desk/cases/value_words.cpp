// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/desk/cases/value_words.h"

#include "app/rules/entry_values.h"

#include <QJsonArray>

namespace hall::desk {

using rules::FieldType;

QString ValueWords::state(const QString& code) const
{
    const auto* state = m_law.casework().state(code);
    return state ? named(state->name) : code;
}

QString ValueWords::kind(const QString& code) const
{
    const auto* kind = m_law.casework().kind(code);
    return kind ? named(kind->name) : code;
}

QString ValueWords::person(const QJsonObject& person) const
{
    const QString name = person.value(QLatin1StringView("name")).toString();
    QStringList more;
    for (const auto& field : m_law.casework().person) {
        const QJsonValue said = person.value(field.code);
        if (field.code == QLatin1StringView("name") || rules::saysNothing(said))
            continue;
        if (field.type == FieldType::Choice)
            more.append(value(field, said));
        else
            more.append(tr("%1 %2", "field of a person, value").arg(named(field.name), value(field, said)));
    }
    return more.isEmpty() ? name : tr("%1 (%2)", "name, what else is known").arg(name, m_phrases.joined(more));
}

QString ValueWords::value(const rules::EntryField& field, const QJsonValue& value) const
{
    const QString said = rules::valueAsText(value);
    switch (field.type) {
    case FieldType::People: {
        QStringList people;
        for (const auto& each : value.toArray())
            people.append(person(each.toObject()));
        return people.join(m_phrases.chinese() ? QStringLiteral("；") : QStringLiteral("; "));
    }
    case FieldType::Date: {
        const QDate day = QDate::fromString(said, Qt::ISODate);
        return day.isValid() ? m_phrases.date(day) : said;
    }
    case FieldType::YesNo: return named(m_law.casework().choiceName({}, said));
    case FieldType::Choice: return choice(field, said);
    case FieldType::Category: return m_phrases.text(m_law.categories.value(said, {said, said}));
    case FieldType::Rule: {
        const auto* rule = m_law.rules.deadlines.rule(said);
        return rule ? named(rule->trigger) + QStringLiteral(" (") + said + u')' : said;
    }
    default: return said;
    }
}

QStringList ValueWords::lines(const casefile::CaseEntry& entry) const
{
    QStringList lines;
    const auto* kind = m_law.casework().kind(entry.kind);
    if (!kind)
        return lines;
    for (const auto& field : kind->fields) {
        const QJsonValue said = entry.content.value(field.code);
        if (!rules::saysNothing(said))
            lines.append(tr("%1: %2", "name of a field, what it says").arg(named(field.name), value(field, said)));
    }
    return lines;
}

} // namespace hall::desk
