// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/queue/announcements.h"

#include <QAbstractListModel>

namespace hall::board {

/// The calls beside the one that has the large place, newest first. A change moves as few rows as it can: what stays,
/// stays where it is, and a row whose place is taken by another call changes in place.
class CallModel : public QAbstractListModel
{
    Q_OBJECT

public:
    enum Role {
        NumberRole = Qt::UserRole + 1,
        BlockRole,
        DeskNumberRole,
        DeskWordsRole,
        DeskWordsLeadRole,
        DeskSecondRole, ///< the words in the other language
        UpcomingRole,   ///< on the board, not heard yet
        AgainRole,
    };

    using QAbstractListModel::QAbstractListModel;

    int rowCount(const QModelIndex& parent = {}) const override;
    QVariant data(const QModelIndex& index, int role) const override;
    QHash<int, QByteArray> roleNames() const override;

    struct Row {
        queue::Announcement call;
        bool isUpcoming = false;
        bool operator==(const Row&) const = default;
    };
    void update(const QList<Row>& rows);
    void setFirstLanguage(const QString& language);

private:
    QList<Row> m_rows;
    bool m_isEnglishFirst = false;
};

} // namespace hall::board
