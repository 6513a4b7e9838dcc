// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/desk/oversight/audit_model.h"

namespace hall::desk {

AuditModel::AuditModel(const AuditWords& words, const Look& look, QObject* parent)
    : QAbstractTableModel(parent)
    , m_words(words)
    , m_look(look)
{
}

void AuditModel::clear()
{
    beginResetModel();
    m_rows.clear();
    m_next = 0;
    m_asked = false;
    endResetModel();
}

void AuditModel::append(const QList<casefile::AuditRow>& rows, qint64 next)
{
    m_next = next;
    m_asked = false;
    if (rows.isEmpty())
        return;
    beginInsertRows({}, rowCount(), rowCount() + static_cast<int>(rows.size()) - 1);
    m_rows.append(rows);
    endInsertRows();
}

void AuditModel::retranslate()
{
    emit headerDataChanged(Qt::Horizontal, 0, ColumnCount - 1);
    if (!m_rows.isEmpty())
        emit dataChanged(index(0, 0), index(rowCount() - 1, ColumnCount - 1));
}

int AuditModel::rowCount(const QModelIndex& parent) const { return parent.isValid() ? 0 : static_cast<int>(m_rows.size()); }

int AuditModel::columnCount(const QModelIndex& parent) const { return parent.isValid() ? 0 : ColumnCount; }

bool AuditModel::canFetchMore(const QModelIndex& parent) const { return !parent.isValid() && m_next > 0 && !m_asked; }

void AuditModel::fetchMore(const QModelIndex& parent)
{
    if (!canFetchMore(parent))
        return;
    m_asked = true;
    emit moreWanted();
}

QString AuditModel::text(const store::AuditRecord& record, int column) const
{
    switch (column) {
    case Time: return m_words.when(record);
    case What: return AuditWords::refused(record.kind) ? tr("▲ %1", "something was refused").arg(m_words.what(record)) : m_words.what(record);
    case Who: return m_words.who(record);
    case About: return m_words.about(record);
    case Record: return QString::number(record.seq);
    default: return {};
    }
}

QVariant AuditModel::data(const QModelIndex& index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    const store::AuditRecord& record = m_rows[index.row()].record;
    switch (role) {
    case Qt::DisplayRole: return text(record, index.column());
    case Qt::AccessibleTextRole:
    case Qt::ToolTipRole: return QStringLiteral("%1: %2").arg(headerData(index.column(), Qt::Horizontal).toString(), text(record, index.column()));
    case Qt::TextAlignmentRole: return int((index.column() == Record ? Qt::AlignRight : Qt::AlignLeft) | Qt::AlignVCenter);
    case Qt::ForegroundRole:
        return index.column() == What && AuditWords::refused(record.kind) ? QVariant(m_look.colours().attention) : QVariant();
    case Qt::FontRole: return index.column() == What ? m_look.font(15, QFont::DemiBold) : QVariant();
    default: return {};
    }
}

QVariant AuditModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal)
        return QAbstractTableModel::headerData(section, orientation, role);
    if (role == Qt::TextAlignmentRole)
        return int((section == Record ? Qt::AlignRight : Qt::AlignLeft) | Qt::AlignVCenter);
    if (role != Qt::DisplayRole)
        return {};
    switch (section) {
    case Time: return tr("Time");
    case What: return tr("What happened");
    case Who: return tr("Who");
    case About: return tr("About");
    case Record: return tr("Record");
    default: return {};
    }
}

} // namespace hall::desk
