// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/desk/cases/entry_form.h"

#include "app/rules/casework_checks.h"
#include "app/rules/entry_values.h"

#include <QComboBox>
#include <QLineEdit>
#include <QPlainTextEdit>
#include <algorithm>

namespace hall::desk {

using rules::FieldType;

namespace {

const QString kPetitioners = QStringLiteral("petitioners");

/// What is written at length.
bool isLong(const rules::EntryField& rule)
{
    static const QStringList kLong{QStringLiteral("request"), QStringLiteral("facts"), QStringLiteral("reasons"), QStringLiteral("text"),
                                   QStringLiteral("reason"), QStringLiteral("measures")};
    return rule.type == FieldType::Text && kLong.contains(rule.code);
}

} // namespace

EntryForm::EntryForm(const Phrasebook& phrases, QWidget* parent)
    : QWidget(parent)
    , m_phrases(phrases)
    , m_column(new QVBoxLayout(this))
{
    m_column->setContentsMargins(0, 0, 0, 0);
}

void EntryForm::build(const CaseLawPointer& law, const rules::EntryKind& kind)
{
    m_law = law;
    m_kind = kind;
    m_fields.clear();
    m_person.clear();
    m_kept = {};
    delete m_fieldsBox;
    m_fieldsBox = new QWidget(this);
    m_column->addWidget(m_fieldsBox);
    auto* column = new QVBoxLayout(m_fieldsBox);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(4);
    for (const auto& rule : kind.fields)
        add(rule, {});
}

void EntryForm::add(const rules::EntryField& rule, const QString& prefix)
{
    if (rule.type == FieldType::People) {
        if (rule.code == kPetitioners) {
            for (const auto& own : m_law->rules.casework.person)
                add(own, kPetitioners + QStringLiteral("[0]."));
        }
        return; // further people are kept as they are
    }
    auto* column = static_cast<QVBoxLayout*>(m_fieldsBox->layout());
    auto* label = makeLabel("caption", m_fieldsBox);
    const QString name = named(rule.name);
    setText(label, rule.required ? tr("%1 (required)").arg(name) : rule.expected ? tr("%1 (asked for by law)").arg(name) : name);
    Field field{rule, nullptr, makeLabel("error", m_fieldsBox), {}, {}};
    makeEditor(field);
    field.editor->setObjectName(QStringLiteral("entry_") + prefix + rule.code);
    field.editor->setAccessibleName(label->text());
    label->setBuddy(field.editor);
    field.fault->hide();
    column->addWidget(label);
    column->addWidget(field.editor);
    column->addWidget(field.fault);
    (prefix.isEmpty() ? m_fields : m_person).append(field);
}

QList<std::pair<QString, QString>> EntryForm::choicesOf(const rules::EntryField& rule) const
{
    QList<std::pair<QString, QString>> choices{{QString(), tr("(not said)")}};
    switch (rule.type) {
    case FieldType::YesNo:
        choices.append({QStringLiteral("yes"), tr("Yes")});
        choices.append({QStringLiteral("no"), tr("No")});
        break;
    case FieldType::Category:
        for (auto it = m_law->categories.cbegin(); it != m_law->categories.cend(); ++it)
            choices.append({it.key(), it.value().in(m_phrases.chinese())});
        break;
    case FieldType::Rule:
        for (const auto& own : m_law->rules.deadlines.rules) {
            if (m_law->rules.deadlines.inForce(own))
                choices.append({own.id, own.id + QStringLiteral(" · ") + named(own.trigger)});
        }
        break;
    default:
        for (const QString& code : rule.choices)
            choices.append({code, m_phrases.text({code, code})});
    }
    return choices;
}

void EntryForm::makeEditor(Field& field)
{
    switch (field.rule.type) {
    case FieldType::YesNo:
    case FieldType::Category:
    case FieldType::Rule:
    case FieldType::Choice: makeChoice(field, choicesOf(field.rule)); return;
    default: makeText(field);
    }
}

void EntryForm::makeText(Field& field)
{
    const auto told = [this] {
        if (!m_setting)
            emit edited();
    };
    if (isLong(field.rule)) {
        auto* edit = new QPlainTextEdit(m_fieldsBox);
        edit->setTabChangesFocus(true);
        edit->setMaximumHeight(edit->fontMetrics().lineSpacing() * 5);
        connect(edit, &QPlainTextEdit::textChanged, this, told);
        field.editor = edit;
        field.read = [edit] { return QJsonValue(edit->toPlainText().trimmed()); };
        field.write = [edit](const QJsonValue& value) { edit->setPlainText(rules::valueAsText(value)); };
        return;
    }
    auto* edit = new QLineEdit(m_fieldsBox);
    if (field.rule.type == FieldType::Date)
        edit->setPlaceholderText(QStringLiteral("2026-03-05"));
    connect(edit, &QLineEdit::textChanged, this, told);
    const bool number = field.rule.type == FieldType::Number;
    field.editor = edit;
    field.read = [edit, number] {
        bool whole = false;
        const qint64 value = edit->text().toLongLong(&whole);
        return number && whole ? QJsonValue(value) : QJsonValue(edit->text().trimmed());
    };
    field.write = [edit](const QJsonValue& value) { edit->setText(rules::valueAsText(value)); };
}

void EntryForm::makeChoice(Field& field, const QList<std::pair<QString, QString>>& choices)
{
    auto* box = new QComboBox(m_fieldsBox);
    box->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
    for (const auto& [code, name] : choices)
        box->addItem(name, code);
    connect(box, &QComboBox::currentIndexChanged, this, [this] {
        if (!m_setting)
            emit edited();
    });
    const bool yesNo = field.rule.type == FieldType::YesNo;
    field.editor = box;
    field.read = [box, yesNo] {
        const QString code = box->currentData().toString();
        return yesNo && !code.isEmpty() ? QJsonValue(code == QLatin1StringView("yes")) : QJsonValue(code);
    };
    field.write = [box](const QJsonValue& value) { box->setCurrentIndex(std::max(0, box->findData(rules::valueAsText(value)))); };
}

QJsonObject EntryForm::content() const
{
    const auto gather = [](const QList<Field>& fields, QJsonObject into) {
        for (const Field& field : fields) {
            const QJsonValue value = field.read();
            if (rules::saysNothing(value))
                into.remove(field.rule.code);
            else
                into.insert(field.rule.code, value);
        }
        return into;
    };
    QJsonObject all = gather(m_fields, m_kept);
    if (m_person.isEmpty())
        return all;
    QJsonArray people = m_kept.value(kPetitioners).toArray();
    const QJsonObject first = gather(m_person, people.isEmpty() ? QJsonObject() : people.first().toObject());
    if (!people.isEmpty())
        people.removeFirst();
    if (!first.isEmpty())
        people.prepend(first);
    if (!people.isEmpty())
        all.insert(kPetitioners, people);
    return all;
}

void EntryForm::setContent(const QJsonObject& content)
{
    m_setting = true;
    m_kept = content;
    for (const Field& field : std::as_const(m_fields))
        field.write(content.value(field.rule.code));
    const QJsonObject first = content.value(kPetitioners).toArray().first().toObject();
    for (const Field& field : std::as_const(m_person))
        field.write(first.value(field.rule.code));
    m_setting = false;
}

bool EntryForm::check(const QDate& today)
{
    const auto faults = rules::entryFaults(m_law->rules.casework, m_kind, content(),
                                           m_phrases.chinese() ? QStringLiteral("zh") : QStringLiteral("en"), today);
    const auto tell = [&](const QList<Field>& fields, const QString& prefix) {
        for (const Field& field : fields) {
            const auto found = std::find_if(faults.begin(), faults.end(), [&](const auto& fault) { return fault.path == prefix + field.rule.code; });
            setText(field.fault, found == faults.end() ? QString() : found->why, true);
        }
    };
    tell(m_fields, {});
    tell(m_person, kPetitioners + QStringLiteral("[0]."));
    return faults.isEmpty();
}

void EntryForm::clear()
{
    setContent({});
    for (const Field& field : std::as_const(m_fields) + m_person)
        field.fault->hide();
}

void EntryForm::focusFirst()
{
    if (!m_fields.isEmpty())
        m_fields.first().editor->setFocus(Qt::OtherFocusReason);
}

} // namespace hall::desk
