// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/desk/cases/case_gateway.h"
#include "ui/desk/look.h"
#include "ui/desk/phrasebook.h"

#include <QAbstractTableModel>
#include <QSortFilterProxyModel>

namespace hall::desk {

/// When a clock asks for somebody, the most pressing first. Of another kind than the light: what is due this week may have just begun.
enum class DueGroup { Overdue, Today, ThisWeek, Later, Standing, Lapsed };

/// A clock of a case, read on today's day.
struct DeadlineRow
{
    casefile::OpenDeadline open;
    casefile::ClockReading reading;
    DueGroup group = DueGroup::Later;
    /// The calendar says another day than it did when the case was last read into the vault.
    bool moved() const { return open.due.isValid() && open.due != reading.due; }
};

/// A week ends on its Sunday.
DueGroup groupOf(const casefile::ClockReading& reading, QDate today);
/// Clocks whose rule nobody knows any more are given back as `unread`: a deadline is never left out silently.
QList<DeadlineRow> readDeadlines(const QList<casefile::OpenDeadline>& open, const CaseLaw& law, QDate today, int& unread);

/// All clocks that run. The light stands in a sign and a word beside its colour.
class DeadlineModel : public QAbstractTableModel
{
    Q_OBJECT

public:
    enum Column { State, Number, Matter, Actor, Due, DaysLeft, Block, Handler, ColumnCount };
    enum Role { SortRole = Qt::UserRole, GroupRole, LightRole, BlockRole, HandlerRole, MovedRole };

    DeadlineModel(const Phrasebook& phrases, const Look& look, QObject* parent = nullptr);

    void setRows(QList<DeadlineRow> rows);
    const QList<DeadlineRow>& rows() const { return m_rows; }
    int count(DueGroup group) const;
    void retranslate();

    int rowCount(const QModelIndex& parent = {}) const override;
    int columnCount(const QModelIndex& parent = {}) const override;
    QVariant data(const QModelIndex& index, int role = Qt::DisplayRole) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role = Qt::DisplayRole) const override;

    QString groupName(DueGroup group) const;
    QString lightName(casefile::Light light) const;

private:
    QString text(const DeadlineRow& row, int column) const;
    QVariant sortKey(const DeadlineRow& row, int column) const;

    const Phrasebook& m_phrases;
    const Look& m_look;
    QList<DeadlineRow> m_rows;
};

/// What is chosen above the board; nothing chosen lets everything through.
class DeadlineFilter : public QSortFilterProxyModel
{
    Q_OBJECT

public:
    explicit DeadlineFilter(QObject* parent = nullptr);

    struct Wanted
    {
        std::optional<DueGroup> group = {};
        std::optional<casefile::Light> light = {};
        QString block = {};
        QString handler = {};
        bool moved = false;
    };
    void setWanted(const Wanted& wanted);

protected:
    bool filterAcceptsRow(int row, const QModelIndex& parent) const override;

private:
    Wanted m_wanted;
};

} // namespace hall::desk
