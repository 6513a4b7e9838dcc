// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/desk/cases/field_set.h"

namespace hall::desk {

/// A list of people and organisations: a card each, one more at the press of a button. What an organisation has not (birth, gender)
/// and what a guardian alone is asked (whom, consent) is shown where it belongs.
class PeopleEditor : public QWidget
{
    Q_OBJECT

public:
    /// `minimum`: so many cards stand there even when nothing is said.
    PeopleEditor(const Phrasebook& phrases, const CaseLawPointer& law, const rules::EntryField& field, int minimum, QWidget* parent);

    const QString& code() const { return m_field.code; }
    QJsonArray content() const;
    void setContent(const QJsonArray& people);
    void setToday(const QDate& today);
    /// Faults by path ("petitioners[1].name"); what belongs to nobody stands above.
    void setFaults(const QMap<QString, QString>& faults);

signals:
    void edited();

private:
    struct Card
    {
        QFrame* frame;
        QLabel* title;
        QLabel* fault;
        QPushButton* remove;
        FieldSet* fields;
    };
    void add(const QJsonObject& person);
    void remove(QFrame* frame);
    void fit(const Card& card);
    void tell();

    const Phrasebook& m_phrases;
    CaseLawPointer m_law;
    rules::EntryField m_field;
    int m_minimum;
    QVBoxLayout* m_column;
    QLabel* m_fault;
    QPushButton* m_more;
    QList<Card> m_cards;
    QDate m_today = QDate::currentDate();
};

} // namespace hall::desk
