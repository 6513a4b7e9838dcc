// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/base/result.h"

#include <QList>
#include <QObject>
#include <QString>

namespace hall::device {

/// Words in one language; `language` is "zh" or "en".
struct Utterance
{
    QString language;
    QString text;
    bool operator==(const Utterance&) const = default;
};

/// Speaks announcements. One at a time: the caller waits for `finished` before the next `say`, which always comes, at the
/// latest after a time-out, so that a silent speech service never stops the board.
class Speaker : public QObject
{
    Q_OBJECT

public:
    using QObject::QObject;

    /// Whether something will be heard; may change (`availabilityChanged`) while the service starts.
    virtual bool isAvailable() const = 0;
    /// Speaks these one after the other. While it speaks already, it finishes that first.
    virtual void say(const QList<hall::device::Utterance>& utterances) = 0;
    virtual void stop() = 0;

signals:
    void availabilityChanged(bool available);
    /// Once for every `say`. `spoken` is false when there is no service or no voice, or when it did not answer in time.
    void finished(bool spoken);
};

} // namespace hall::device
