// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/desk/desk_action.h"
#include "ui/desk/parts.h"

class QScrollArea;
class QStackedWidget;

namespace hall::base {
struct Error;
}

namespace hall::desk {

class ActionBar;
class BlockMark;
class DeskSession;
class FormPanel;
class Look;
class UndoBar;
class VisitorCard;
struct Outcome;

/// Middle: the visitor at the desk or what to do when there is none, the steps, the forms that belong to them, and what
/// was done last.
class VisitorPane : public QWidget
{
    Q_OBJECT

public:
    VisitorPane(DeskSession& session, const Look& look, QWidget* parent = nullptr);

    /// A step was asked for, by button or key: opens its form or takes it.
    void act(Action action);
    void focusFirst();
    void offerCases();
    void toggleReveal();
    /// Shows something below everything else, in the same scrolled column; it stays the caller's. nullptr: nothing.
    void setTail(QWidget* tail);

signals:
    void reasonAsked();
    void caseAsked();

protected:
    void changeEvent(QEvent* event) override;

private:
    void buildNotice(QWidget* card, QVBoxLayout* column);
    void buildEmpty(const Look& look);
    void refresh();
    void openForm(FormPanel* form);
    bool formOpen() const;
    void showSteps();
    void notice(const QString& text, bool bad);
    void onPerformed(Action action, const Outcome& outcome);
    void onFailed(Action action, const base::Error& error);

    DeskSession& m_session;
    const Look& m_look;
    QScrollArea* m_scroll;
    QVBoxLayout* m_content;
    Card* m_card;
    QWidget* m_tail = nullptr;
    QStackedWidget* m_stack;
    VisitorCard* m_visitor;
    BlockMark* m_emptyMark;
    QLabel* m_emptyTitle;
    QLabel* m_emptyHint;
    QFrame* m_notice;
    QLabel* m_noticeText;
    QList<FormPanel*> m_forms;
    ActionBar* m_actions;
    UndoBar* m_undo;
};

} // namespace hall::desk
