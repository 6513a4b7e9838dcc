// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/desk/day_model.h"

#include <QHash>

namespace hall::desk {

DayModel::DayModel(const Phrasebook& phrases, QObject* parent)
    : QAbstractTableModel(parent)
    , m_phrases(phrases)
{
}

void DayModel::setEntries(const QList<DayEntry>& entries)
{
    // New deeds come on top; anything else is a new day or a new desk.
    const qsizetype more = entries.size() - m_entries.size();
    if (more > 0 && entries.mid(more) == m_entries) {
        beginInsertRows({}, 0, static_cast<int>(more) - 1);
        m_entries = entries;
        endInsertRows();
        return;
    }
    beginResetModel();
    m_entries = entries;
    endResetModel();
}

void DayModel::retranslate()
{
    emit headerDataChanged(Qt::Horizontal, 0, ColumnCount - 1);
    if (!m_entries.isEmpty())
        emit dataChanged(index(0, 0), index(static_cast<int>(m_entries.size()) - 1, ColumnCount - 1));
}

int DayModel::rowCount(const QModelIndex& parent) const { return parent.isValid() ? 0 : static_cast<int>(m_entries.size()); }
int DayModel::columnCount(const QModelIndex& parent) const { return parent.isValid() ? 0 : ColumnCount; }

QVariant DayModel::data(const QModelIndex& index, int role) const
{
    if (!index.isValid() || index.row() >= m_entries.size())
        return {};
    if (role == Qt::TextAlignmentRole)
        return QVariant::fromValue(Qt::AlignVCenter | (index.column() == Time ? Qt::AlignRight : Qt::AlignLeft));
    if (role != Qt::DisplayRole && role != Qt::ToolTipRole && role != Qt::AccessibleTextRole)
        return {};
    const DayEntry& entry = m_entries[index.row()];
    switch (index.column()) {
    case Time: return m_phrases.clock(entry.event.at);
    case Number: return entry.number;
    case Deed: return m_phrases.deed(entry.event);
    case Service: return m_phrases.service(entry.service);
    case Actor: return m_phrases.person(entry.event.actor);
    default: return {};
    }
}

QVariant DayModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation == Qt::Horizontal && role == Qt::TextAlignmentRole)
        return QVariant::fromValue(Qt::AlignVCenter | (section == Time ? Qt::AlignRight : Qt::AlignLeft));
    if (orientation != Qt::Horizontal || role != Qt::DisplayRole)
        return {};
    switch (section) {
    case Time: return tr("Time");
    case Number: return tr("Ticket");
    case Deed: return tr("What was done");
    case Service: return tr("Service");
    case Actor: return tr("By");
    default: return {};
    }
}

std::optional<base::Milliseconds> DayFigures::perVisit() const
{
    return finished > 0 ? std::optional(served / finished) : std::nullopt;
}

DayFigures figuresOf(const QList<DayEntry>& newestFirst)
{
    DayFigures figures;
    QHash<queue::TicketId, QString> undid; // the step of a ticket that a later "undone" took back
    QHash<queue::TicketId, base::Timestamp> finishedAt;
    for (const DayEntry& entry : newestFirst) {
        const queue::TicketEvent& e = entry.event;
        if (e.kind == u"undone") {
            undid.insert(e.ticket, e.detail.value(QLatin1StringView("undid")).toString());
            continue;
        }
        if (undid.value(e.ticket) == e.kind) {
            undid.remove(e.ticket);
            continue;
        }
        figures.called += e.kind == u"called";
        figures.noShow += e.kind == u"no-show";
        figures.parked += e.kind == u"parked";
        figures.transferred += e.kind == u"transferred";
        if (e.kind == u"finished") {
            ++figures.finished;
            finishedAt.insert(e.ticket, e.at);
        } else if (e.kind == u"serving" && finishedAt.contains(e.ticket)) {
            figures.served += finishedAt.take(e.ticket) - e.at;
        }
    }
    return figures;
}

} // namespace hall::desk
