// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/desk/desk_action.h"
#include "ui/desk/parts.h"

class QGridLayout;
class QMenu;

namespace hall::desk {

class ActionButton;
class DeskSession;
class Look;

/// On top: the pages, the desk with pause and close, and the settings.
class HeaderBar : public QFrame
{
    Q_OBJECT

public:
    HeaderBar(DeskSession& session, const Look& look, QWidget* parent = nullptr);

    void setPages(const QStringList& titles);
    void setCurrent(int page);

signals:
    void pageChosen(int page);
    void asked(hall::desk::Action action);
    void lockAsked();
    void signOutAsked();
    void keysAsked();

protected:
    void changeEvent(QEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;

private:
    void refresh();
    void fillMenu();
    void openMenu();
    void arrange();

    DeskSession& m_session;
    const Look& m_look;
    QLabel* m_hall;
    QGridLayout* m_grid;
    QWidget* m_left;
    QWidget* m_right;
    QHBoxLayout* m_tabs;
    QList<QPushButton*> m_pages;
    QLabel* m_desk;
    ActionButton* m_pause;
    ActionButton* m_resume;
    ActionButton* m_close;
    QPushButton* m_settings;
    QMenu* m_menu;
};

} // namespace hall::desk
