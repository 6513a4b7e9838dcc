// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/desk/shortcut_sheet.h"

#include "ui/desk/desk_action.h"
#include "ui/desk/look.h"

#include <QApplication>
#include <QEvent>
#include <QGridLayout>
#include <QKeyEvent>
#include <QScrollArea>
#include <algorithm>

namespace hall::desk {

ShortcutSheet::ShortcutSheet(const Look& look, QWidget* parent)
    : QFrame(parent)
    , m_look(look)
{
    setObjectName(QStringLiteral("shortcutSheet"));
    setFocusPolicy(Qt::StrongFocus);
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(28, 24, 28, 20);
    column->setSpacing(14);
    m_title = makeLabel("page", this);
    column->addWidget(m_title);
    auto* scroll = new QScrollArea(this);
    scroll->setWidgetResizable(true);
    scroll->setFrameShape(QFrame::NoFrame);
    m_keys = new QWidget(scroll);
    m_keys->setObjectName(QStringLiteral("scrolled"));
    scroll->setWidget(m_keys);
    column->addWidget(scroll, 1);
    m_close = makeButton("shortcutClose", this, true);
    column->addWidget(m_close, 0, Qt::AlignRight);
    connect(m_close, &QPushButton::clicked, this, [this] { toggle(m_withDesk); });
    hide();
}

void ShortcutSheet::fill()
{
    setText(m_title, tr("Keys"));
    setAccessibleName(tr("All keys of this window"));
    m_close->setText(tr("Close (Esc)"));
    m_close->setAccessibleName(tr("Close"));
    delete m_keys->layout();
    qDeleteAll(m_keys->findChildren<QWidget*>(Qt::FindDirectChildrenOnly));
    auto* grid = new QGridLayout(m_keys);
    grid->setContentsMargins(0, 0, 8, 0);
    grid->setHorizontalSpacing(14);
    grid->setVerticalSpacing(8);
    QList<std::pair<QString, QString>> rows;
    const auto add = [&](const QKeySequence& key, const QString& what) { rows.append({keyText(key), what}); };
    if (m_withDesk) {
        for (Action a : {Action::CallNext, Action::Recall, Action::Serve, Action::Park, Action::Transfer, Action::NoShow,
                         Action::Finish, Action::CallOutOfTurn, Action::Resume, Action::Cancel, Action::Undo})
            add(Actions::shortcut(a), Actions::label(a));
        add(Qt::Key_F11, tr("Pause or resume the desk"));
        add(Qt::Key_F12, Actions::label(Action::CloseDesk));
        add(ctrl(Qt::Key_F), tr("Search the line or the cases"));
        add(ctrl(Qt::Key_J), tr("Go to the list"));
        add(ctrl(Qt::Key_I), tr("Show or hide the identity number"));
        add(ctrl(Qt::Key_N), tr("Cases: register a case"));
        add(ctrl(Qt::Key_Return), tr("Cases: write the entry into the case"));
        add(QKeySequence(QKeyCombination(Qt::AltModifier, Qt::Key_1)), tr("Cases: the file; Alt+2 attachments, Alt+3 documents, Alt+4 people"));
    }
    add(ctrl(Qt::Key_1), tr("First page; Ctrl+2, Ctrl+3 the next ones"));
    add(ctrl(Qt::Key_L), tr("Lock now"));
    add(ctrlShift(Qt::Key_Q), tr("Sign out"));
    add(ctrl(Qt::Key_Plus), tr("Larger text"));
    add(ctrl(Qt::Key_Minus), tr("Smaller text"));
    add(ctrl(Qt::Key_0), tr("Text at 100 %"));
    add(ctrlShift(Qt::Key_L), tr("Chinese or English"));
    add(ctrlShift(Qt::Key_D), tr("Light, dark or high contrast"));
    add(Qt::Key_F1, tr("This list"));
    const int columns = m_look.scale() > 1.3 ? 1 : 2;
    const int perColumn = (static_cast<int>(rows.size()) + columns - 1) / columns;
    for (int i = 0; i < rows.size(); ++i) {
        auto* key = makeLabel("key", m_keys);
        key->setWordWrap(false);
        key->setText(rows[i].first);
        auto* what = makeLabel("body", m_keys);
        what->setText(rows[i].second);
        what->setAccessibleName(rows[i].first + QStringLiteral(": ") + rows[i].second);
        grid->addWidget(key, i % perColumn, i / perColumn * 2, Qt::AlignRight | Qt::AlignVCenter);
        grid->addWidget(what, i % perColumn, i / perColumn * 2 + 1);
        key->show();
        what->show();
    }
    for (int c = 0; c < columns; ++c)
        grid->setColumnStretch(c * 2 + 1, 1);
}

void ShortcutSheet::place()
{
    const QSize room = parentWidget()->size();
    const QSize size(std::min(m_look.px(820), room.width() - 32), std::min(m_look.px(640), room.height() - 32));
    setGeometry((room.width() - size.width()) / 2, (room.height() - size.height()) / 2, size.width(), size.height());
}

void ShortcutSheet::toggle(bool withDesk)
{
    if (isVisible()) {
        hide();
        if (m_focusBefore)
            m_focusBefore->setFocus(Qt::PopupFocusReason);
        return;
    }
    m_withDesk = withDesk;
    m_focusBefore = QApplication::focusWidget();
    fill();
    place();
    raise();
    show();
    m_close->setFocus(Qt::PopupFocusReason);
}

void ShortcutSheet::keyPressEvent(QKeyEvent* event)
{
    if (event->key() == Qt::Key_Escape || event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter) {
        toggle(m_withDesk);
        return;
    }
    QFrame::keyPressEvent(event);
}

void ShortcutSheet::changeEvent(QEvent* event)
{
    QFrame::changeEvent(event);
    if (event->type() == QEvent::LanguageChange && isVisible())
        fill();
}

} // namespace hall::desk
