// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/desk/cases/entry_form.h"

#include "app/rules/casework_checks.h"
#include "app/rules/entry_values.h"

namespace hall::desk {

EntryForm::EntryForm(const Phrasebook& phrases, QWidget* parent)
    : QWidget(parent)
    , m_phrases(phrases)
    , m_column(new QVBoxLayout(this))
{
    m_column->setContentsMargins(0, 0, 0, 0);
}

void EntryForm::build(const CaseLawPointer& law, const rules::EntryKind& kind, const QDate& today)
{
    m_law = law;
    m_kind = kind;
    m_people.clear();
    delete m_box;
    m_box = new QWidget(this);
    m_column->addWidget(m_box);
    auto* column = new QVBoxLayout(m_box);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(10);
    m_fields = new FieldSet(m_phrases, law, kind.fields, {}, m_box);
    m_fields->setToday(today);
    connect(m_fields, &FieldSet::edited, this, &EntryForm::edited);
    // Who comes stands before what they ask for.
    for (const auto& field : kind.fields) {
        if (field.type != rules::FieldType::People)
            continue;
        auto* people = new PeopleEditor(m_phrases, law, field, field.expected ? 1 : 0, m_box);
        people->setToday(today);
        connect(people, &PeopleEditor::edited, this, &EntryForm::edited);
        m_people.append(people);
        column->addWidget(people);
    }
    column->addWidget(m_fields);
}

QJsonObject EntryForm::content() const
{
    if (!m_fields)
        return {};
    QJsonObject all = m_fields->content();
    for (const PeopleEditor* people : m_people) {
        const QJsonArray list = people->content();
        if (list.isEmpty())
            all.remove(people->code());
        else
            all.insert(people->code(), list);
    }
    return all;
}

void EntryForm::setContent(const QJsonObject& content)
{
    if (!m_fields)
        return;
    m_fields->setContent(content);
    for (PeopleEditor* people : std::as_const(m_people))
        people->setContent(content.value(people->code()).toArray());
}

bool EntryForm::check(const QDate& today)
{
    const auto found = rules::entryFaults(m_law->rules.casework, m_kind, content(), m_phrases.language(), today);
    QMap<QString, QString> faults;
    for (const auto& fault : found) {
        if (!faults.contains(fault.path)) // beside the field its code says nothing
            faults.insert(fault.path, QString(fault.why).remove(QStringLiteral(" (%1)").arg(fault.path)));
    }
    m_fields->setFaults(faults);
    for (PeopleEditor* people : std::as_const(m_people))
        people->setFaults(faults);
    return faults.isEmpty();
}

void EntryForm::clear() { setContent({}); }

void EntryForm::focusFirst()
{
    if (m_fields)
        m_fields->focusFirst();
}

} // namespace hall::desk
