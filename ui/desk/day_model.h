// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/desk/phrasebook.h"

#include <QAbstractTableModel>

namespace hall::desk {

/// What was done at this desk today, newest first.
class DayModel : public QAbstractTableModel
{
    Q_OBJECT

public:
    enum Column { Time, Number, Deed, Service, Actor, ColumnCount };

    explicit DayModel(const Phrasebook& phrases, QObject* parent = nullptr);

    void setEntries(const QList<DayEntry>& entries);
    void retranslate();

    int rowCount(const QModelIndex& parent = {}) const override;
    int columnCount(const QModelIndex& parent = {}) const override;
    QVariant data(const QModelIndex& index, int role = Qt::DisplayRole) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role = Qt::DisplayRole) const override;

private:
    const Phrasebook& m_phrases;
    QList<DayEntry> m_entries;
};

/// The day in figures; steps that were taken back do not count.
struct DayFigures {
    int called = 0;
    int finished = 0;
    int noShow = 0;
    int parked = 0;
    int transferred = 0;
    base::Milliseconds served{0};   ///< time at the desk, all finished visits
    std::optional<base::Milliseconds> perVisit() const;
    bool operator==(const DayFigures&) const = default;
};
DayFigures figuresOf(const QList<DayEntry>& newestFirst);

} // namespace hall::desk
