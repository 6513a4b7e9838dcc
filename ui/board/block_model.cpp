// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/board/block_model.h"

#include "ui/theme/tokens.h"

namespace hall::board {

BlockModel::BlockModel(const BoardWords& words, QObject* parent)
    : QAbstractListModel(parent)
    , m_words(words)
{
    for (const theme::BlockLook& look : theme::Tokens::builtIn().blocks)
        m_rows.append({look.code, look.zh, look.en, {}, false});
}

int BlockModel::rowCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_rows.size());
}

QVariant BlockModel::data(const QModelIndex& index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    const Row& row = m_rows.at(index.row());
    switch (role) {
    case BlockRole:
        return row.block;
    case Qt::DisplayRole:
    case NameRole:
        return m_words.pair(row.zh, row.en).first;
    case SecondNameRole:
        return m_words.pair(row.zh, row.en).second;
    case WaitingRole:
        return row.isKnown ? QVariant(row.load.waiting) : QVariant(QStringLiteral("–"));
    case WaitRole:
        return row.isKnown ? m_words.wait(row.load).first : QString();
    case SecondWaitRole:
        return row.isKnown ? m_words.wait(row.load).second : QString();
    case IsOpenRole:
        return row.load.desksOpen > 0;
    default:
        return {};
    }
}

QHash<int, QByteArray> BlockModel::roleNames() const
{
    return {{BlockRole, "block"},     {NameRole, "name"},         {SecondNameRole, "secondName"}, {WaitingRole, "waiting"},
            {WaitRole, "wait"},       {SecondWaitRole, "secondWait"}, {IsOpenRole, "isOpen"}};
}

void BlockModel::update(const Standing& standing)
{
    for (int index = 0; index < m_rows.size(); ++index) {
        Row row = m_rows.at(index);
        row.load = {};
        row.load.block = row.block;
        row.isKnown = true;
        for (const queue::BlockLoad& load : standing.loads) {
            if (load.block == row.block)
                row.load = load;
        }
        if (standing.catalogue) {
            if (const rules::Block* block = standing.catalogue->block(row.block)) {
                row.zh = block->name.zh;
                row.en = block->name.en;
            }
        }
        if (!(row == m_rows.at(index))) {
            m_rows[index] = row;
            emit dataChanged(this->index(index), this->index(index));
        }
    }
}

void BlockModel::retranslate()
{
    emit dataChanged(index(0), index(static_cast<int>(m_rows.size()) - 1));
}

} // namespace hall::board
