// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/desk/parts.h"

namespace hall::desk {

class DeskSession;

/// At the bottom, always: connection and how old the picture is, the line in figures, station, person, language.
class StatusLine : public QFrame
{
    Q_OBJECT

public:
    explicit StatusLine(DeskSession& session, QWidget* parent = nullptr);

    /// Counts down to the idle lock; 0 takes the warning away.
    void setIdleWarning(int secondsLeft);

protected:
    void changeEvent(QEvent* event) override;

private:
    void refresh();
    QString connectionText() const;

    DeskSession& m_session;
    QLabel* m_connection;
    QLabel* m_queue;
    QLabel* m_idle;
    QLabel* m_station;
    QLabel* m_person;
    QLabel* m_language;
    QLabel* m_keys;
    int m_idleLeft = 0;
};

} // namespace hall::desk
