// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/desk/desks_model.h"
#include "ui/desk/parts.h"

class QGridLayout;
class QTableView;

namespace hall::desk {

class DeskSession;
class Look;

/// The hall at a glance, for those who look on: how each block stands, and every desk.
class HallPage : public QWidget
{
    Q_OBJECT

public:
    HallPage(DeskSession& session, const Look& look, QWidget* parent = nullptr);

protected:
    void changeEvent(QEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;

private:
    struct Tile {
        Card* card;
        class BlockMark* mark;
        QLabel* name;
        QLabel* waiting;
        QLabel* detail;
    };
    void refresh();
    void arrange();
    Tile makeTile();

    DeskSession& m_session;
    const Look& m_look;
    QLabel* m_title;
    QLabel* m_hint;
    QGridLayout* m_tileGrid;
    QList<Tile> m_tiles;
    QLabel* m_desksTitle;
    DesksModel* m_model;
    QTableView* m_table;
    int m_perRow = 0;
};

} // namespace hall::desk
