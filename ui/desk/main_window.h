// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/desk/desk_session.h"
#include "ui/desk/idle_guard.h"

#include <QWidget>
#include <functional>

class QStackedWidget;

namespace hall::desk {

class HallPage;
class HeaderBar;
class LinePage;
class Look;
class MyDayPage;
class OpenDeskPage;
class ShortcutSheet;
class SignInPage;
class StatusLine;

/// The one window of the desk: header, the page of the moment, status line; and every key.
class MainWindow : public QWidget
{
    Q_OBJECT

public:
    MainWindow(DeskSession& session, Look& look, QWidget* parent = nullptr);

    IdleGuard& idle() { return m_idle; }
    LinePage* linePage() { return m_line; }
    /// A page of another library, beside the line of whoever has a desk, and for these roles without one.
    void addDeskPage(QWidget* page, std::function<QString()> title, QList<Role> lookingOn = {});
    /// A page for these roles alone, who look on without a desk.
    void addOfficePage(QWidget* page, std::function<QString()> title, QList<Role> lookingOn);
    /// Asks the pages for their titles again.
    void renamePages();
    /// Puts "Start case" before the visitor who is at the desk.
    void offerCases(std::function<void()> start);
    void showDeskPage(QWidget* page) { showPage(static_cast<int>(m_pages.indexOf(page))); }

protected:
    void changeEvent(QEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;
    void closeEvent(QCloseEvent* event) override;
    bool eventFilter(QObject* watched, QEvent* event) override;

private:
    void build();
    void bindKeys();
    void key(const QKeySequence& sequence, std::function<void()> act);
    void showPhase();
    void choosePages();
    void showPage(int index);
    void readIdleLimit();
    void stepText(int by);
    void nextLook();
    void retranslate();
    bool atDesk() const;

    DeskSession& m_session;
    Look& m_look;
    IdleGuard m_idle;
    HeaderBar* m_header;
    QStackedWidget* m_stack;
    SignInPage* m_signIn;
    OpenDeskPage* m_openDesk;
    LinePage* m_line;
    MyDayPage* m_day;
    HallPage* m_hall;
    QWidget* m_catalogue;
    StatusLine* m_status;
    ShortcutSheet* m_sheet;
    QList<QWidget*> m_pages;
    struct DeskPage
    {
        QWidget* page;
        std::function<QString()> title;
        QList<Role> lookingOn;
        bool atDesk;
    };
    void add(DeskPage page);
    QList<DeskPage> m_deskPages;
    int m_page = 0;
};

} // namespace hall::desk
