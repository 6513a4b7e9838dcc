// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/desk/day_model.h"
#include "ui/desk/parts.h"

class QGridLayout;
class QStackedWidget;
class QTableView;

namespace hall::desk {

class DeskSession;
class Look;

/// What I did today, in figures and one by one.
class MyDayPage : public QWidget
{
    Q_OBJECT

public:
    MyDayPage(DeskSession& session, const Look& look, QWidget* parent = nullptr);

protected:
    void changeEvent(QEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;

private:
    struct Tile {
        Card* card;
        QLabel* figure;
        QLabel* caption;
    };
    void refresh();
    void size();
    void arrangeTiles();

    DeskSession& m_session;
    const Look& m_look;
    QLabel* m_title;
    QLabel* m_date;
    QGridLayout* m_tileGrid;
    QList<Tile> m_tiles;
    DayModel* m_model;
    QStackedWidget* m_stack;
    QTableView* m_table;
    QLabel* m_emptyTitle;
    QLabel* m_emptyHint;
    int m_perRow = 0;
};

} // namespace hall::desk
