// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/device/chime.h"

#include <QTimer>

namespace hall::device {

/// A chime for tests: counts.
class FakeChime final : public Chime
{
    Q_OBJECT

public:
    using Chime::Chime;

    bool isAvailable() const override { return available; }
    void play() override
    {
        ++played;
        QTimer::singleShot(durationMs, this, [this] { emit finished(available); });
    }

    bool available = true;
    int durationMs = 0;
    int played = 0;
};

} // namespace hall::device
