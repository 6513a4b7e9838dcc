// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/desk/parts.h"

#include <QPointer>


namespace hall::desk {

class Look;

/// Every key of the window, over the page; any of F1, Esc or the button closes it.
class ShortcutSheet : public QFrame
{
    Q_OBJECT

public:
    ShortcutSheet(const Look& look, QWidget* parent);

    void toggle(bool withDesk);
    void place();

protected:
    void changeEvent(QEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;

private:
    void fill();

    const Look& m_look;
    QLabel* m_title;
    QWidget* m_keys;
    QPushButton* m_close;
    QPointer<QWidget> m_focusBefore;
    bool m_withDesk = true;
};

} // namespace hall::desk
