// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/desk/cases/people_editor.h"

#include <QJsonArray>

namespace hall::desk {

/// The fields of one kind of entry, made from casework.yaml, with its lists of people. Beside each field stands what is wrong with
/// it and the remedy.
class EntryForm : public QWidget
{
    Q_OBJECT

public:
    EntryForm(const Phrasebook& phrases, QWidget* parent = nullptr);

    void build(const CaseLawPointer& law, const rules::EntryKind& kind, const QDate& today = QDate::currentDate());
    QJsonObject content() const;
    void setContent(const QJsonObject& content);
    /// Whether nothing is wrong as far as the form alone can tell; the faults stand beside their fields.
    bool check(const QDate& today);
    void clear();
    void focusFirst();

signals:
    void edited();

private:
    const Phrasebook& m_phrases;
    CaseLawPointer m_law;
    rules::EntryKind m_kind;
    QVBoxLayout* m_column;
    QWidget* m_box = nullptr;
    FieldSet* m_fields = nullptr;
    QList<PeopleEditor*> m_people;
};

} // namespace hall::desk
