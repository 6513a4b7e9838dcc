// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/desk/cases/field_set.h"

#include "app/rules/entry_values.h"
#include "ui/desk/cases/typed_day.h"
#include "ui/desk/cases/value_words.h"

#include <QComboBox>
#include <QGridLayout>
#include <QLineEdit>
#include <QPlainTextEdit>
#include <algorithm>

namespace hall::desk {

using rules::FieldType;

FieldSet::FieldSet(const Phrasebook& phrases, const CaseLawPointer& law, const QList<rules::EntryField>& fields, const QString& path, QWidget* parent)
    : QWidget(parent)
    , m_phrases(phrases)
    , m_law(law)
    , m_grid(new QGridLayout(this))
{
    m_grid->setContentsMargins(0, 0, 0, 0);
    m_grid->setHorizontalSpacing(14);
    m_grid->setVerticalSpacing(6);
    for (const auto& rule : fields) {
        if (rule.type != FieldType::People)
            add(rule, path);
    }
    arrange();
}

void FieldSet::add(const rules::EntryField& rule, const QString& path)
{
    auto* cell = new QWidget(this);
    auto* column = new QVBoxLayout(cell);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(2);
    auto* label = makeLabel("caption", cell);
    const QString name = named(rule.name);
    setText(label, rule.required ? tr("%1 (required)").arg(name) : rule.expected ? tr("%1 (asked for by law)").arg(name) : name);
    Field field{rule, cell, nullptr, makeLabel("error", cell), {}, {}};
    makeEditor(field);
    field.editor->setObjectName(QStringLiteral("entry_") + path + rule.code);
    field.editor->setAccessibleName(label->text());
    label->setBuddy(field.editor);
    field.fault->hide();
    column->addWidget(label);
    column->addWidget(field.editor);
    column->addWidget(field.fault);
    column->addStretch();
    m_fields.append(field);
}

QList<std::pair<QString, QString>> FieldSet::choicesOf(const rules::EntryField& rule) const
{
    const ValueWords words(*m_law, m_phrases);
    QList<std::pair<QString, QString>> choices{{QString(), tr("(not said)")}};
    const auto add = [&](const QString& code) { choices.append({code, words.choice(rule, code)}); };
    switch (rule.type) {
    case FieldType::YesNo:
        add(QStringLiteral("yes"));
        add(QStringLiteral("no"));
        break;
    case FieldType::Category:
        for (auto it = m_law->categories.cbegin(); it != m_law->categories.cend(); ++it)
            choices.append({it.key(), m_phrases.text(it.value())});
        break;
    case FieldType::Rule:
        for (const auto& own : m_law->rules.deadlines.rules) {
            if (m_law->rules.deadlines.inForce(own))
                choices.append({own.id, named(own.trigger) + QStringLiteral(" (") + own.id + u')'});
        }
        break;
    default:
        for (const QString& code : rule.choices)
            add(code);
    }
    return choices;
}

void FieldSet::told()
{
    if (!m_setting)
        emit edited();
}

void FieldSet::makeEditor(Field& field)
{
    switch (field.rule.type) {
    case FieldType::YesNo:
    case FieldType::Category:
    case FieldType::Rule:
    case FieldType::Choice: makeChoice(field); return;
    case FieldType::Date: makeDay(field); return;
    default: field.rule.isLong ? makeLongText(field) : makeLine(field);
    }
}

void FieldSet::makeLongText(Field& field)
{
    auto* edit = new QPlainTextEdit(field.cell);
    edit->setTabChangesFocus(true);
    edit->ensurePolished();
    edit->setFixedHeight(edit->fontMetrics().lineSpacing() * 4 + 16);
    connect(edit, &QPlainTextEdit::textChanged, this, &FieldSet::told);
    field.editor = edit;
    field.read = [edit] { return QJsonValue(edit->toPlainText().trimmed()); };
    field.write = [edit](const QJsonValue& value) { edit->setPlainText(rules::valueAsText(value)); };
}

void FieldSet::makeLine(Field& field)
{
    auto* edit = new QLineEdit(field.cell);
    connect(edit, &QLineEdit::textChanged, this, &FieldSet::told);
    const bool number = field.rule.type == FieldType::Number;
    field.editor = edit;
    field.read = [edit, number] {
        bool whole = false;
        const qint64 value = edit->text().toLongLong(&whole);
        return number && whole ? QJsonValue(value) : QJsonValue(edit->text().trimmed());
    };
    field.write = [edit](const QJsonValue& value) { edit->setText(rules::valueAsText(value)); };
}

/// Typed in any of the usual ways, kept as 2026-03-05, shown as the reader writes days once the field is left.
void FieldSet::makeDay(Field& field)
{
    auto* edit = new QLineEdit(field.cell);
    edit->setPlaceholderText(tr("2026-03-05 or 5 Mar 2026"));
    connect(edit, &QLineEdit::textChanged, this, &FieldSet::told);
    connect(edit, &QLineEdit::editingFinished, this, [this, edit] {
        const QDate day = typedDay(edit->text(), m_today);
        const QSignalBlocker quiet(edit); // the day is the same
        if (day.isValid())
            edit->setText(m_phrases.date(day));
    });
    field.editor = edit;
    field.read = [this, edit] {
        const QDate day = typedDay(edit->text(), m_today);
        return QJsonValue(day.isValid() ? day.toString(Qt::ISODate) : edit->text().trimmed());
    };
    field.write = [this, edit](const QJsonValue& value) {
        const QDate day = QDate::fromString(value.toString(), Qt::ISODate);
        edit->setText(day.isValid() ? m_phrases.date(day) : value.toString());
    };
}

void FieldSet::makeChoice(Field& field)
{
    auto* box = new QComboBox(field.cell);
    box->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
    box->setMinimumContentsLength(6);
    box->setFocusPolicy(Qt::StrongFocus);
    for (const auto& [code, name] : choicesOf(field.rule))
        box->addItem(name, code);
    connect(box, &QComboBox::currentIndexChanged, this, &FieldSet::told);
    const bool yesNo = field.rule.type == FieldType::YesNo;
    field.editor = box;
    field.read = [box, yesNo] {
        const QString code = box->currentData().toString();
        return yesNo && !code.isEmpty() ? QJsonValue(code == QLatin1StringView("yes")) : QJsonValue(code);
    };
    field.write = [box](const QJsonValue& value) { box->setCurrentIndex(std::max(0, box->findData(rules::valueAsText(value)))); };
}

QJsonObject FieldSet::content() const
{
    QJsonObject all = m_kept;
    for (const Field& field : m_fields) {
        const QJsonValue value = m_hidden.contains(field.rule.code) ? QJsonValue() : field.read();
        if (rules::saysNothing(value))
            all.remove(field.rule.code);
        else
            all.insert(field.rule.code, value);
    }
    return all;
}

void FieldSet::setContent(const QJsonObject& content)
{
    m_setting = true;
    m_kept = content;
    for (const Field& field : std::as_const(m_fields))
        field.write(content.value(field.rule.code));
    setFaults({});
    m_setting = false;
}

void FieldSet::setFaults(const QMap<QString, QString>& faults)
{
    for (const Field& field : std::as_const(m_fields))
        setText(field.fault, faults.value(field.rule.code), true);
}

const FieldSet::Field* FieldSet::find(const QString& code) const
{
    const auto found = std::find_if(m_fields.begin(), m_fields.end(), [&](const Field& field) { return field.rule.code == code; });
    return found == m_fields.end() ? nullptr : &*found;
}

void FieldSet::setFieldShown(const QString& code, bool shown)
{
    if (!find(code) || m_hidden.contains(code) != shown)
        return;
    if (shown)
        m_hidden.removeAll(code);
    else
        m_hidden.append(code);
    arrange();
}

QString FieldSet::valueOf(const QString& code) const
{
    const Field* field = find(code);
    return field ? rules::valueAsText(field->read()) : QString();
}

QWidget* FieldSet::editor(const QString& code) const
{
    const Field* field = find(code);
    return field ? field->editor : nullptr;
}

void FieldSet::focusFirst()
{
    if (!m_fields.isEmpty())
        m_fields.first().editor->setFocus(Qt::OtherFocusReason);
}

void FieldSet::arrange()
{
    int row = 0;
    int column = 0;
    for (const Field& field : std::as_const(m_fields)) {
        m_grid->removeWidget(field.cell);
        const bool shown = !m_hidden.contains(field.rule.code);
        field.cell->setVisible(shown);
        if (!shown)
            continue;
        if (!m_two || field.rule.isLong) {
            row += column; // a half row that was begun stays as it is
            m_grid->addWidget(field.cell, row++, 0, 1, m_two ? 2 : 1);
            column = 0;
            continue;
        }
        m_grid->addWidget(field.cell, row, column);
        row += column;
        column = 1 - column;
    }
    m_grid->setColumnStretch(0, 1);
    m_grid->setColumnStretch(1, m_two ? 1 : 0);
}

void FieldSet::resizeEvent(QResizeEvent* event)
{
    QWidget::resizeEvent(event);
    const bool two = !m_fields.isEmpty() && width() > m_fields.first().editor->fontMetrics().horizontalAdvance(u'0') * 58;
    if (two == m_two)
        return;
    m_two = two;
    arrange();
}

} // namespace hall::desk
