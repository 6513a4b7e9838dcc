// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/desk/cases/value_words.h"
#include "ui/desk/parts.h"

#include <QTimer>

namespace hall::desk {

/// Cases of whom may be the same people: surest reason first, each with its why. Shown, never joined by itself: a person decides to
/// go on with one.
class EarlierPane : public QWidget
{
    Q_OBJECT

public:
    EarlierPane(CaseGateway& gateway, const Phrasebook& phrases, QWidget* parent = nullptr);

    /// The people of a registration as it is typed, or of the case `except`.
    void lookFor(const CaseLawPointer& law, const QJsonArray& people, const QString& except);
    /// Whether one of them can be gone on with: while something is registered.
    void setContinuing(bool offered) { m_continuing = offered; }
    void wipe();
    bool isEmpty() const { return m_found.isEmpty(); }

signals:
    void openAsked(const QString& number);
    void continueAsked(const QString& number);
    void found(int cases);

private:
    void ask();
    void take(const QList<casefile::EarlierCase>& found);
    void show();
    void add(const casefile::EarlierCase& earlier);

    CaseGateway& m_gateway;
    const Phrasebook& m_phrases;
    CaseLawPointer m_law;
    QVBoxLayout* m_column;
    QList<casefile::PersonQuery> m_people;
    QString m_except;
    QList<casefile::EarlierCase> m_found;
    QTimer m_pause;
    quint64 m_epoch = 0;
    bool m_continuing = false;
};

} // namespace hall::desk
