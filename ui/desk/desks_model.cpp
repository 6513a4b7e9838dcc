// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/desk/desks_model.h"

namespace hall::desk {

DesksModel::DesksModel(const Phrasebook& phrases, QObject* parent)
    : QAbstractTableModel(parent)
    , m_phrases(phrases)
{
}

void DesksModel::setPicture(const Picture& picture)
{
    m_visitors.clear();
    for (const queue::Ticket& t : picture.line) {
        if (t.state == queue::TicketState::Called || t.state == queue::TicketState::Serving)
            m_visitors.insert(t.desk, t.number);
    }
    if (picture.desks.size() != m_desks.size()) {
        beginResetModel();
        m_desks = picture.desks;
        endResetModel();
        return;
    }
    m_desks = picture.desks;
    if (!m_desks.isEmpty())
        emit dataChanged(index(0, 0), index(static_cast<int>(m_desks.size()) - 1, ColumnCount - 1));
}

int DesksModel::rowCount(const QModelIndex& parent) const { return parent.isValid() ? 0 : static_cast<int>(m_desks.size()); }
int DesksModel::columnCount(const QModelIndex& parent) const { return parent.isValid() ? 0 : ColumnCount; }

QString DesksModel::state(const queue::Desk& desk) const
{
    const auto word = m_phrases.deskState(desk.state);
    return desk.since && desk.state != queue::DeskState::Closed ? tr("%1 since %2").arg(word, m_phrases.clock(*desk.since)) : word;
}

QVariant DesksModel::data(const QModelIndex& index, int role) const
{
    if (!index.isValid() || index.row() >= m_desks.size())
        return {};
    if (role != Qt::DisplayRole && role != Qt::ToolTipRole && role != Qt::AccessibleTextRole)
        return {};
    const queue::Desk& desk = m_desks[index.row()];
    const auto orNone = [](const QString& text) { return text.isEmpty() ? QStringLiteral("–") : text; };
    switch (index.column()) {
    case Name: return m_phrases.desk(desk.number);
    case State: return state(desk);
    case Staff: return orNone(m_phrases.person(desk.staff));
    case Visitor: return orNone(m_visitors.value(desk.number));
    case Services: {
        if (desk.state == queue::DeskState::Closed)
            return QStringLiteral("–");
        QStringList names;
        for (const QString& code : desk.services)
            names.append(m_phrases.service(code));
        return orNone(m_phrases.joined(names));
    }
    default: return {};
    }
}

QVariant DesksModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation == Qt::Horizontal && role == Qt::TextAlignmentRole)
        return QVariant::fromValue(Qt::AlignVCenter | Qt::AlignLeft);
    if (orientation != Qt::Horizontal || role != Qt::DisplayRole)
        return {};
    switch (section) {
    case Name: return tr("Desk");
    case State: return tr("State");
    case Staff: return tr("Who sits there");
    case Visitor: return tr("Visitor");
    case Services: return tr("Services");
    default: return {};
    }
}

} // namespace hall::desk
