// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/desk/action_button.h"

#include <QWidget>

class QGridLayout;

namespace hall::desk {

class DeskSession;

/// The steps of a visit, always at the same places: on top the way from call to finish, below it what may come between.
/// Only says which one was asked for; forms and session do the rest.
class ActionBar : public QWidget
{
    Q_OBJECT

public:
    ActionBar(DeskSession& session, const Look& look, QWidget* parent = nullptr);

    void focusSuggested();

signals:
    void asked(hall::desk::Action action);

protected:
    void changeEvent(QEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;

private:
    void refresh();
    void arrange();
    QList<ActionButton*> shownOf(const QList<ActionButton*>& buttons) const;

    DeskSession& m_session;
    const Look& m_look;
    QGridLayout* m_grid;
    QList<ActionButton*> m_main;
    QList<ActionButton*> m_other;
    std::pair<int, int> m_columns{0, 0};
    QList<ActionButton*> m_shown;
};

} // namespace hall::desk
