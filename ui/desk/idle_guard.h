// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QElapsedTimer>
#include <QObject>
#include <QTimer>
#include <chrono>

namespace hall::desk {

/// Notices that nobody has touched keyboard or mouse for a while.
class IdleGuard : public QObject
{
    Q_OBJECT

public:
    explicit IdleGuard(QObject* parent = nullptr);

    /// Zero: never.
    void setLimit(std::chrono::milliseconds limit);
    void setWarning(std::chrono::milliseconds before) { m_before = before; }
    void setRunning(bool running);
    void touch();

signals:
    void warned(int secondsLeft); ///< 0: somebody is there again
    void expired();

protected:
    bool eventFilter(QObject* watched, QEvent* event) override;

private:
    void check();

    QTimer m_timer;
    QElapsedTimer m_since;
    std::chrono::milliseconds m_limit{0};
    std::chrono::milliseconds m_before{30000};
    bool m_warning = false;
};

} // namespace hall::desk
