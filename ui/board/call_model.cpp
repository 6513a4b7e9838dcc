// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/board/call_model.h"

#include "ui/board/board_words.h"

#include <algorithm>

namespace hall::board {
namespace {

bool contains(const QList<CallModel::Row>& rows, queue::TicketId ticket)
{
    return std::any_of(rows.begin(), rows.end(), [&](const CallModel::Row& row) { return row.call.ticket == ticket; });
}

} // namespace

int CallModel::rowCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_rows.size());
}

QVariant CallModel::data(const QModelIndex& index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    const Row& row = m_rows.at(index.row());
    const QString& first = m_isEnglishFirst ? row.call.deskNameEn : row.call.deskName;
    switch (role) {
    case Qt::DisplayRole:
    case NumberRole:
        return row.call.number;
    case BlockRole:
        return row.call.block;
    case DeskNumberRole:
        return deskParts(first).number;
    case DeskWordsRole:
        return deskParts(first).words;
    case DeskWordsLeadRole:
        return deskParts(first).wordsLead;
    case DeskSecondRole:
        return deskParts(m_isEnglishFirst ? row.call.deskName : row.call.deskNameEn).words;
    case UpcomingRole:
        return row.isUpcoming;
    case AgainRole:
        return row.call.repeat;
    default:
        return {};
    }
}

QHash<int, QByteArray> CallModel::roleNames() const
{
    return {{NumberRole, "number"},
            {BlockRole, "block"},
            {DeskNumberRole, "deskNumber"},
            {DeskWordsRole, "deskWords"},
            {DeskWordsLeadRole, "deskWordsLead"},
            {DeskSecondRole, "deskSecond"},
            {UpcomingRole, "upcoming"},
            {AgainRole, "again"}};
}

void CallModel::update(const QList<Row>& rows)
{
    // Gone: removed, unless a newcomer takes the very place.
    for (int row = static_cast<int>(m_rows.size()) - 1; row >= 0; --row) {
        if (contains(rows, m_rows.at(row).call.ticket))
            continue;
        const bool isReplaced = row < rows.size() && rows.size() == m_rows.size() && !contains(m_rows, rows.at(row).call.ticket);
        if (isReplaced) {
            m_rows[row] = rows.at(row);
            emit dataChanged(index(row), index(row));
        } else {
            beginRemoveRows({}, row, row);
            m_rows.removeAt(row);
            endRemoveRows();
        }
    }
    for (int row = 0; row < rows.size(); ++row) {
        const Row& wanted = rows.at(row);
        int at = row;
        while (at < m_rows.size() && m_rows.at(at).call.ticket != wanted.call.ticket)
            ++at;
        if (at == m_rows.size()) {
            beginInsertRows({}, row, row);
            m_rows.insert(row, wanted);
            endInsertRows();
        } else if (at != row) {
            beginMoveRows({}, at, at, {}, row);
            m_rows.move(at, row);
            endMoveRows();
        }
        if (!(m_rows.at(row) == wanted)) {
            m_rows[row] = wanted;
            emit dataChanged(index(row), index(row));
        }
    }
}

void CallModel::setFirstLanguage(const QString& language)
{
    m_isEnglishFirst = language == QStringLiteral("en");
    if (!m_rows.isEmpty())
        emit dataChanged(index(0), index(static_cast<int>(m_rows.size()) - 1));
}

} // namespace hall::board
