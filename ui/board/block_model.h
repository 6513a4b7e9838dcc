// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/board/board_source.h"
#include "ui/board/board_words.h"

#include <QAbstractListModel>

namespace hall::board {

/// How many wait for each block and how long it takes, in the order of the letters. Its rows never move.
class BlockModel : public QAbstractListModel
{
    Q_OBJECT

public:
    enum Role { BlockRole = Qt::UserRole + 1, NameRole, SecondNameRole, WaitingRole, WaitRole, SecondWaitRole, IsOpenRole };

    explicit BlockModel(const BoardWords& words, QObject* parent = nullptr);

    int rowCount(const QModelIndex& parent = {}) const override;
    QVariant data(const QModelIndex& index, int role) const override;
    QHash<int, QByteArray> roleNames() const override;

    void update(const Standing& standing);
    /// The words have changed their order.
    void retranslate();

private:
    struct Row {
        QString block;
        QString zh;
        QString en;
        queue::BlockLoad load;
        bool isKnown = false;
        bool operator==(const Row&) const = default;
    };

    const BoardWords& m_words;
    QList<Row> m_rows;
};

} // namespace hall::board
