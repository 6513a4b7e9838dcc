// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/desk/undo_bar.h"

#include "ui/desk/desk_session.h"

#include <QAccessible>
#include <QEvent>
#include <QProgressBar>

namespace hall::desk {

UndoBar::UndoBar(DeskSession& session, QWidget* parent)
    : QFrame(parent)
    , m_session(session)
    , m_text(makeLabel("body", this, "undoText"))
    , m_undo(makeButton("undo", this))
    , m_left(new QProgressBar(this))
{
    setObjectName(QStringLiteral("undoBar"));
    setProperty("look", QStringLiteral("info"));
    auto policy = sizePolicy();
    policy.setRetainSizeWhenHidden(true);
    setSizePolicy(policy);
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(14, 8, 10, 8);
    column->setSpacing(6);
    auto* row = new QHBoxLayout;
    row->addWidget(m_text, 1);
    row->addWidget(m_undo);
    column->addLayout(row);
    m_left->setTextVisible(false);
    m_left->setRange(0, 1000);
    m_left->setObjectName(QStringLiteral("undoLeft"));
    column->addWidget(m_left);
    connect(m_undo, &QPushButton::clicked, this, &UndoBar::asked);
    connect(&session.undoWindow(), &UndoWindow::changed, this, &UndoBar::refresh);
    connect(&session.undoWindow(), &UndoWindow::tick, this, &UndoBar::tick);
    refresh();
}

QString UndoBar::sentence() const
{
    const auto& offered = m_session.undoWindow().offered();
    if (!offered)
        return {};
    const QString& n = offered->number;
    switch (offered->action) {
    case Action::CallNext: return tr("%1 has been called.").arg(n);
    case Action::CallOutOfTurn: return tr("%1 has been called out of turn.").arg(n);
    case Action::Recall: return tr("%1 has been called again.").arg(n);
    case Action::Serve: return tr("%1 is being served.").arg(n);
    case Action::Park: return tr("%1 is parked.").arg(n);
    case Action::Transfer: return tr("%1 has been transferred.").arg(n);
    case Action::NoShow: return tr("%1 is marked as a no-show.").arg(n);
    case Action::Finish: return tr("%1 is finished.").arg(n);
    case Action::Resume: return tr("%1 is back in line.").arg(n);
    case Action::Cancel: return tr("%1 is cancelled.").arg(n);
    default: return n;
    }
}

void UndoBar::refresh()
{
    const bool offered = m_session.undoWindow().offered().has_value();
    if (offered) {
        setText(m_text, sentence());
        tick();
        QAccessibleEvent alert(m_text, QAccessible::Alert);
        QAccessible::updateAccessibility(&alert);
    }
    setVisible(offered && !m_suppressed);
}

void UndoBar::setSuppressed(bool suppressed)
{
    if (suppressed == m_suppressed)
        return;
    m_suppressed = suppressed;
    setVisible(m_session.undoWindow().offered() && !m_suppressed);
}

void UndoBar::tick()
{
    const int seconds = static_cast<int>((m_session.undoWindow().left().count() + 999) / 1000);
    m_undo->setText(tr("Undo (%1) %2 s").arg(keyText(Actions::shortcut(Action::Undo))).arg(seconds));
    m_undo->setAccessibleName(tr("Undo: %1").arg(m_text->text()));
    m_left->setValue(static_cast<int>(m_session.undoWindow().share() * 1000));
    m_left->setAccessibleName(tr("Time left to undo"));
}

void UndoBar::changeEvent(QEvent* event)
{
    QFrame::changeEvent(event);
    if (event->type() == QEvent::LanguageChange)
        refresh();
}

} // namespace hall::desk
