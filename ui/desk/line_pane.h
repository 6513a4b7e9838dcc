// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/desk/action_button.h"
#include "ui/desk/line_model.h"
#include "ui/desk/parts.h"

class QComboBox;
class QLineEdit;
class QListView;
class QStackedWidget;

namespace hall::desk {

class DeskSession;
class ReasonForm;

/// Left: the line, with filters, and what can be done to somebody who waits.
class LinePane : public QWidget
{
    Q_OBJECT

public:
    LinePane(DeskSession& session, const Look& look, QWidget* parent = nullptr);

    void focusSearch();
    void focusList();
    /// Opens the form that asks for the reason, for the ticket selected.
    void askReason();

signals:
    void asked(hall::desk::Action action);

protected:
    void changeEvent(QEvent* event) override;
    bool eventFilter(QObject* watched, QEvent* event) override;

private:
    void buildFilters(QVBoxLayout* column);
    void buildList(QVBoxLayout* column);
    void wire();
    void retranslate();
    void fillChoices();
    void readFilters();
    void readPicture();
    void refreshOffers();
    void clearFilters();
    void keepSelection();

    DeskSession& m_session;
    const Look& m_look;
    LineModel* m_model;
    LineFilter* m_filter;
    QLabel* m_title;
    QLabel* m_count;
    QLineEdit* m_search;
    QPushButton* m_mine;
    QComboBox* m_place;
    QComboBox* m_class;
    QComboBox* m_state;
    QStackedWidget* m_stack;
    QListView* m_list;
    QLabel* m_emptyTitle;
    QLabel* m_emptyHint;
    QPushButton* m_clear;
    QWidget* m_actionRow;
    QList<ActionButton*> m_actions;
    ReasonForm* m_reason;
    bool m_filling = false;
};

} // namespace hall::desk
