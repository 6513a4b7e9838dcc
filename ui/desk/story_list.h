// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>

class QGridLayout;

namespace hall::desk {

/// Short rows of two or three columns that align: a time and what happened, a name and a figure.
class StoryList : public QWidget
{
    Q_OBJECT

public:
    struct Row {
        QString left;
        QString middle;
        QString right;
        QString detail; ///< smaller, under the middle
        bool operator==(const Row&) const = default;
    };

    explicit StoryList(QWidget* parent = nullptr);
    void setRows(const QList<Row>& rows);

private:
    QGridLayout* m_grid;
    QList<Row> m_rows;
};

} // namespace hall::desk
