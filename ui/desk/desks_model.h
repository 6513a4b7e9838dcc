// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/desk/phrasebook.h"

#include <QAbstractTableModel>

namespace hall::desk {

/// The hall's desks: who sits where, for what, and with whom.
class DesksModel : public QAbstractTableModel
{
    Q_OBJECT

public:
    enum Column { Name, State, Staff, Visitor, Services, ColumnCount };

    explicit DesksModel(const Phrasebook& phrases, QObject* parent = nullptr);

    void setPicture(const Picture& picture);

    int rowCount(const QModelIndex& parent = {}) const override;
    int columnCount(const QModelIndex& parent = {}) const override;
    QVariant data(const QModelIndex& index, int role = Qt::DisplayRole) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role = Qt::DisplayRole) const override;

private:
    QString state(const queue::Desk& desk) const;

    const Phrasebook& m_phrases;
    QList<queue::Desk> m_desks;
    QHash<int, QString> m_visitors;
};

} // namespace hall::desk
