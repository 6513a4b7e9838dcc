// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QObject>
#include <QStringList>
#include <qqmlregistration.h>

namespace hall::kiosk {

/// Turns letters into Chinese while a visitor types on the screen: pinyin goes in, candidates come out. Learns nothing and
/// keeps nothing. This base knows no Chinese: every key stands for itself.
class Composer : public QObject
{
    Q_OBJECT
    QML_ELEMENT
    QML_UNCREATABLE("Made by the kiosk")
    Q_PROPERTY(bool available READ available NOTIFY changed)
    Q_PROPERTY(QString preedit READ preedit NOTIFY changed)
    Q_PROPERTY(QStringList candidates READ candidates NOTIFY changed)
    Q_PROPERTY(bool hasMore READ hasMore NOTIFY changed)
    Q_PROPERTY(bool hasFewer READ hasFewer NOTIFY changed)

public:
    using QObject::QObject;

    virtual bool available() const { return false; }
    virtual QString preedit() const { return {}; }
    virtual QStringList candidates() const { return {}; }
    virtual bool hasMore() const { return false; }
    virtual bool hasFewer() const { return false; }

    /// True when the key was taken; what is finished comes through `committed`.
    Q_INVOKABLE virtual bool key(const QString& /*character*/) { return false; }
    Q_INVOKABLE virtual bool erase() { return false; }
    Q_INVOKABLE virtual void choose(int /*index*/) {}
    Q_INVOKABLE virtual void turnPage(bool /*onward*/) {}
    /// Forgets what is being composed.
    Q_INVOKABLE virtual void reset() {}

signals:
    void changed();
    void committed(const QString& text);
};

} // namespace hall::kiosk
