// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QObject>

namespace hall::kiosk {

class Kiosk;

/// Sees every touch and key of the window first: keeps the visit awake, answers the idle warning without pressing what lies
/// under it, and takes copy, cut, paste and the context menu away (a clipboard would outlive the visitor).
class Guard : public QObject
{
    Q_OBJECT

public:
    explicit Guard(Kiosk& kiosk, QObject* parent = nullptr);
    bool eventFilter(QObject* watched, QEvent* event) override;

private:
    void forget();

    Kiosk& m_kiosk;
    bool m_swallow = false; ///< the rest of a touch that answered the warning
};

} // namespace hall::kiosk
