// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QObject>

namespace hall::device {

/// The sound before a call. `finished` comes once for every `play`, sound card or not.
class Chime : public QObject
{
    Q_OBJECT

public:
    using QObject::QObject;

    virtual bool isAvailable() const = 0;
    virtual void play() = 0;

signals:
    void finished(bool heard);
};

} // namespace hall::device
