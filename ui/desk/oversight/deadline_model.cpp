// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/desk/oversight/deadline_model.h"

#include "ui/desk/cases/case_row_delegate.h"

#include <algorithm>

namespace hall::desk {

using casefile::ClockReading;
using casefile::Light;

DueGroup groupOf(const ClockReading& reading, QDate today)
{
    switch (reading.light) {
    case Light::Red: return DueGroup::Overdue;
    case Light::Standing: return DueGroup::Standing;
    case Light::Stopped:
    case Light::Lapsed: return DueGroup::Lapsed;
    case Light::Green:
    case Light::Yellow: break;
    }
    if (reading.daysLeft == 0)
        return DueGroup::Today;
    return reading.daysLeft <= Qt::Sunday - today.dayOfWeek() ? DueGroup::ThisWeek : DueGroup::Later;
}

QList<DeadlineRow> readDeadlines(const QList<casefile::OpenDeadline>& open, const CaseLaw& law, QDate today, int& unread)
{
    QList<DeadlineRow> rows;
    rows.reserve(open.size());
    unread = 0;
    for (const auto& each : open) {
        const auto reading = casefile::readClock(each.clock, today, law.rules.deadlines, law.rules.calendar);
        if (reading.ok())
            rows.append({each, *reading, groupOf(*reading, today)});
        else
            ++unread;
    }
    return rows;
}

DeadlineModel::DeadlineModel(const Phrasebook& phrases, const Look& look, QObject* parent)
    : QAbstractTableModel(parent)
    , m_phrases(phrases)
    , m_look(look)
{
}

void DeadlineModel::setRows(QList<DeadlineRow> rows)
{
    beginResetModel();
    m_rows = std::move(rows);
    endResetModel();
}

int DeadlineModel::count(DueGroup group) const
{
    return static_cast<int>(std::count_if(m_rows.begin(), m_rows.end(), [group](const auto& row) { return row.group == group; }));
}

void DeadlineModel::retranslate()
{
    emit headerDataChanged(Qt::Horizontal, 0, ColumnCount - 1);
    if (!m_rows.isEmpty())
        emit dataChanged(index(0, 0), index(rowCount() - 1, ColumnCount - 1));
}

int DeadlineModel::rowCount(const QModelIndex& parent) const { return parent.isValid() ? 0 : static_cast<int>(m_rows.size()); }

int DeadlineModel::columnCount(const QModelIndex& parent) const { return parent.isValid() ? 0 : ColumnCount; }

QString DeadlineModel::groupName(DueGroup group) const
{
    switch (group) {
    case DueGroup::Overdue: return tr("Overdue");
    case DueGroup::Today: return tr("Today");
    case DueGroup::ThisWeek: return tr("This week");
    case DueGroup::Later: return tr("Later");
    case DueGroup::Standing: return tr("Stands still");
    case DueGroup::Lapsed: break;
    }
    return tr("Time is over");
}

QString DeadlineModel::lightName(Light light) const
{
    switch (light) {
    case Light::Red: return tr("■ Red: overdue");
    case Light::Yellow: return tr("▲ Yellow: nearly over");
    case Light::Green: return tr("● Green: in time");
    case Light::Standing: return tr("‖ Stands still");
    case Light::Stopped:
    case Light::Lapsed: break;
    }
    return tr("○ Time is over");
}

QString DeadlineModel::text(const DeadlineRow& row, int column) const
{
    const QString in = m_phrases.language();
    const auto& rule = row.reading.reckoning.rule;
    switch (column) {
    case State: return lightName(row.reading.light);
    case Number: return row.open.summary.number;
    case Matter: return rule.note.in(in);
    case Actor: return rule.actor.in(in);
    case Due: return m_phrases.date(row.reading.due);
    case DaysLeft:
        if (row.reading.light == Light::Standing || row.reading.light == Light::Lapsed)
            return QStringLiteral("–");
        return row.reading.daysLeft < 0 ? tr("%1 late").arg(-row.reading.daysLeft) : QString::number(row.reading.daysLeft);
    case Block: return m_phrases.block(row.open.summary.block);
    case Handler: return m_phrases.person(row.open.summary.handler);
    default: return {};
    }
}

QVariant DeadlineModel::sortKey(const DeadlineRow& row, int column) const
{
    const qint64 day = row.reading.due.toJulianDay();
    switch (column) {
    case State: return static_cast<qint64>(row.group) * 10'000'000 + day; // a julian day has seven digits
    case Due: return day;
    case DaysLeft: return row.reading.daysLeft;
    default: return text(row, column);
    }
}

QVariant DeadlineModel::data(const QModelIndex& index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    const DeadlineRow& row = m_rows[index.row()];
    switch (role) {
    case Qt::DisplayRole: return text(row, index.column());
    case Qt::AccessibleTextRole:
    case Qt::ToolTipRole: return QStringLiteral("%1: %2").arg(headerData(index.column(), Qt::Horizontal).toString(), text(row, index.column()));
    case Qt::TextAlignmentRole:
        return int((index.column() == DaysLeft ? Qt::AlignRight : Qt::AlignLeft) | Qt::AlignVCenter);
    case Qt::ForegroundRole:
        return index.column() == State || index.column() == DaysLeft ? lightLook(row.reading.light, m_look.colours()).colour : QVariant();
    case Qt::FontRole: return index.column() == State || index.column() == Number ? m_look.font(15, QFont::DemiBold) : QVariant();
    case SortRole: return sortKey(row, index.column());
    case GroupRole: return static_cast<int>(row.group);
    case LightRole: return static_cast<int>(row.reading.light);
    case BlockRole: return row.open.summary.block;
    case HandlerRole: return row.open.summary.handler;
    case MovedRole: return row.moved();
    default: return {};
    }
}

QVariant DeadlineModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || role != Qt::DisplayRole)
        return QAbstractTableModel::headerData(section, orientation, role);
    switch (section) {
    case State: return tr("State");
    case Number: return tr("Case");
    case Matter: return tr("What is due");
    case Actor: return tr("Who acts");
    case Due: return tr("Due");
    case DaysLeft: return tr("Days left");
    case Block: return tr("Block");
    case Handler: return tr("Handler");
    default: return {};
    }
}

DeadlineFilter::DeadlineFilter(QObject* parent)
    : QSortFilterProxyModel(parent)
{
    setSortRole(DeadlineModel::SortRole);
}

void DeadlineFilter::setWanted(const Wanted& wanted)
{
    m_wanted = wanted;
    invalidateFilter();
}

bool DeadlineFilter::filterAcceptsRow(int row, const QModelIndex& parent) const
{
    const QModelIndex at = sourceModel()->index(row, 0, parent);
    return (!m_wanted.group || at.data(DeadlineModel::GroupRole).toInt() == static_cast<int>(*m_wanted.group))
        && (!m_wanted.light || at.data(DeadlineModel::LightRole).toInt() == static_cast<int>(*m_wanted.light))
        && (m_wanted.block.isEmpty() || at.data(DeadlineModel::BlockRole).toString() == m_wanted.block)
        && (m_wanted.handler.isEmpty() || at.data(DeadlineModel::HandlerRole).toString() == m_wanted.handler)
        && (!m_wanted.moved || at.data(DeadlineModel::MovedRole).toBool());
}

} // namespace hall::desk
