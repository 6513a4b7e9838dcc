// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/desk/parts.h"

class QProgressBar;

namespace hall::desk {

class DeskSession;

/// "A017 is finished. Undo (Ctrl+Z) 4 s": what was done last, and for how long it can be taken back. Its room is kept, so
/// nothing on the page jumps when it comes and goes.
class UndoBar : public QFrame
{
    Q_OBJECT

public:
    explicit UndoBar(DeskSession& session, QWidget* parent = nullptr);

    /// Gives its room away while a form is open; the key works all the same.
    void setSuppressed(bool suppressed);

signals:
    void asked();

protected:
    void changeEvent(QEvent* event) override;

private:
    void refresh();
    void tick();
    QString sentence() const;

    DeskSession& m_session;
    QLabel* m_text;
    QPushButton* m_undo;
    QProgressBar* m_left;
    bool m_suppressed = false;
};

} // namespace hall::desk
