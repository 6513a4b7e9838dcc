// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/desk/action_bar.h"

#include "ui/desk/desk_session.h"
#include "ui/desk/look.h"

#include <QEvent>
#include <QGridLayout>
#include <algorithm>

namespace hall::desk {

namespace {

constexpr int kGap = 4;

/// The most buttons of a row that fit, preferring rows of equal length.
int columnsFor(const QList<ActionButton*>& buttons, int width)
{
    int widest = 1;
    for (const auto* button : buttons)
        widest = std::max(widest, button->sizeHint().width());
    const int count = std::max(1, static_cast<int>(buttons.size()));
    int fit = std::clamp((width + kGap) / (widest + kGap), 1, count);
    while (fit > 2 && count % fit != 0)
        --fit;
    return fit;
}

} // namespace

ActionBar::ActionBar(DeskSession& session, const Look& look, QWidget* parent)
    : QWidget(parent)
    , m_session(session)
    , m_look(look)
    , m_grid(new QGridLayout(this))
{
    setObjectName(QStringLiteral("actionBar"));
    m_grid->setContentsMargins(0, 0, 0, 0);
    m_grid->setSpacing(kGap);
    for (Action action : {Action::CallNext, Action::Serve, Action::Finish})
        m_main.append(new ActionButton(action, look, this));
    for (Action action : {Action::Recall, Action::Park, Action::Transfer, Action::NoShow})
        m_other.append(new ActionButton(action, look, this));
    for (ActionButton* button : m_main)
        button->setTall(true);
    for (ActionButton* button : m_main + m_other)
        connect(button, &QPushButton::clicked, this, [this, button] { emit asked(button->action()); });
    connect(&m_session, &DeskSession::situationChanged, this, &ActionBar::refresh);
    connect(&m_session, &DeskSession::secondPassed, this, &ActionBar::refresh);
    connect(&m_look, &Look::changed, this, [this] {
        m_columns = {0, 0};
        arrange();
    });
    refresh();
    arrange();
}

void ActionBar::refresh()
{
    const Situation situation = m_session.situation();
    const Action suggested = Actions::suggested(situation);
    for (ActionButton* button : m_main + m_other) {
        button->setSuggested(button->action() == suggested);
        button->setOffer(Actions::offer(button->action(), situation));
    }
    arrange();
}

QList<ActionButton*> ActionBar::shownOf(const QList<ActionButton*>& buttons) const
{
    // Places are fixed, so that hands learn them; only where text is very large does what cannot be done make room.
    if (m_look.scale() < 1.6)
        return buttons;
    const Action suggested = Actions::suggested(m_session.situation());
    QList<ActionButton*> shown;
    for (ActionButton* button : buttons) {
        if (button->isEnabled() || button->action() == suggested)
            shown.append(button);
    }
    return shown;
}

void ActionBar::focusSuggested()
{
    const Action suggested = Actions::suggested(m_session.situation());
    for (ActionButton* button : m_main) {
        if (button->action() == suggested)
            button->setFocus(Qt::OtherFocusReason);
    }
}

void ActionBar::arrange()
{
    const auto main = shownOf(m_main);
    const auto other = shownOf(m_other);
    const std::pair columns{columnsFor(main, width()), columnsFor(other, width())};
    if (columns == m_columns && m_shown == main + other)
        return;
    m_columns = columns;
    m_shown = main + other;
    for (ActionButton* button : m_main + m_other)
        button->setVisible(m_shown.contains(button));
    // Twelve cells a row, so that three and four buttons share one grid.
    int row = 0;
    const auto place = [&](const QList<ActionButton*>& buttons, int perRow) {
        const int span = 12 / perRow;
        for (int i = 0; i < buttons.size(); ++i)
            m_grid->addWidget(buttons[i], row + i / perRow, i % perRow * span, 1,
                              i + 1 == buttons.size() ? 12 - i % perRow * span : span);
        row += (static_cast<int>(buttons.size()) + perRow - 1) / perRow;
    };
    while (m_grid->count() > 0)
        delete m_grid->takeAt(0);
    place(main, columns.first);
    place(other, columns.second);
    for (int c = 0; c < 12; ++c)
        m_grid->setColumnStretch(c, 1);
    updateGeometry();
}

void ActionBar::resizeEvent(QResizeEvent* event)
{
    QWidget::resizeEvent(event);
    arrange();
}

void ActionBar::changeEvent(QEvent* event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::LanguageChange) {
        for (ActionButton* button : m_main + m_other)
            button->retranslate();
        refresh();
        m_columns = {0, 0};
        arrange();
    }
}

} // namespace hall::desk
