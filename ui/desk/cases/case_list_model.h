// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/desk/cases/case_gateway.h"
#include "ui/desk/phrasebook.h"

#include <QAbstractListModel>

namespace hall::desk {

/// The cases that were found, newest change first: one row says in words what the light says in colour.
class CaseListModel : public QAbstractListModel
{
    Q_OBJECT

public:
    enum Role {
        NumberRole = Qt::UserRole,
        BlockRole,
        NamesRole,     ///< of the people
        FactsRole,     ///< state, handler, day
        LightRole,     ///< casefile::Light as int; none: no clock runs
        LightWordRole,
        SnippetRole,   ///< one line; as long as what was found
        MarksRole,     ///< QList<QPoint>: place and length in the snippet
    };

    CaseListModel(const Phrasebook& phrases, QObject* parent = nullptr);

    void setLaw(const CaseLawPointer& law) { m_law = law; }
    void setRows(const QList<CaseRow>& rows);
    void addRows(const QList<CaseRow>& rows);
    void wipe() { setRows({}); }
    const QList<CaseRow>& rows() const { return m_rows; }
    int rowOf(const QString& number) const;

    int rowCount(const QModelIndex& parent = {}) const override;
    QVariant data(const QModelIndex& index, int role = Qt::DisplayRole) const override;

private:
    QString names(const CaseRow& row) const;
    QString facts(const CaseRow& row) const;
    QString line(const CaseRow& row) const;

    const Phrasebook& m_phrases;
    CaseLawPointer m_law;
    QList<CaseRow> m_rows;
};

/// "due in 3 days", "3 days late".
QString lightWord(const casefile::ClockReading& reading);

} // namespace hall::desk
