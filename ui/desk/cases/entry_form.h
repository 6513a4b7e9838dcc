// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/desk/cases/case_gateway.h"
#include "ui/desk/parts.h"
#include "ui/desk/phrasebook.h"

#include <QJsonArray>
#include <functional>

namespace hall::desk {

/// The fields of one kind of entry, made from casework.yaml. Beside each field stands what is wrong with it and the remedy.
class EntryForm : public QWidget
{
    Q_OBJECT

public:
    EntryForm(const Phrasebook& phrases, QWidget* parent = nullptr);

    void build(const CaseLawPointer& law, const rules::EntryKind& kind);
    QJsonObject content() const;
    void setContent(const QJsonObject& content);
    /// Whether nothing is wrong as far as the form alone can tell; the faults stand beside their fields.
    bool check(const QDate& today);
    void clear();
    void focusFirst();

signals:
    void edited();

private:
    struct Field
    {
        rules::EntryField rule;
        QWidget* editor;
        QLabel* fault;
        std::function<QJsonValue()> read;
        std::function<void(const QJsonValue&)> write;
    };
    void add(const rules::EntryField& rule, const QString& prefix);
    void makeEditor(Field& field);
    void makeText(Field& field);
    void makeChoice(Field& field, const QList<std::pair<QString, QString>>& choices);
    QList<std::pair<QString, QString>> choicesOf(const rules::EntryField& rule) const;
    QString named(const rules::Text& text) const { return m_phrases.chinese() || text.en.isEmpty() ? text.zh : text.en; }

    const Phrasebook& m_phrases;
    CaseLawPointer m_law;
    rules::EntryKind m_kind;
    QVBoxLayout* m_column;
    QWidget* m_fieldsBox = nullptr;
    QList<Field> m_fields;
    QList<Field> m_person; ///< of the first petitioner
    QJsonObject m_kept; ///< what the form does not show
    bool m_setting = false;
};

} // namespace hall::desk
