// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QObject>
#include <QStringList>
#include <qqmlregistration.h>

namespace hall::kiosk {

/// Turns what a visitor touches into Chinese: the sounds of a word (pinyin) or the strokes of a character go in, candidates come
/// out. Learns nothing and keeps nothing. This base knows no Chinese: every key stands for itself.
class Composer : public QObject
{
    Q_OBJECT
    QML_ELEMENT
    QML_UNCREATABLE("Made by the kiosk")
    Q_PROPERTY(bool available READ available NOTIFY changed)
    Q_PROPERTY(bool knowsStrokes READ knowsStrokes NOTIFY changed)
    Q_PROPERTY(Method method READ method NOTIFY changed)
    Q_PROPERTY(QString preedit READ preedit NOTIFY changed)
    Q_PROPERTY(QStringList candidates READ candidates NOTIFY changed)

public:
    /// Pinyin: a to z. Strokes: h 横, s 竖, p 撇, n 点 and 捺, z 折, in the order of writing.
    enum class Method { Pinyin, Strokes };
    Q_ENUM(Method)

    using QObject::QObject;

    virtual bool available() const { return false; }
    virtual bool knowsStrokes() const { return false; }
    virtual Method method() const { return Method::Pinyin; }
    /// What was touched and is not yet Chinese.
    virtual QString preedit() const { return {}; }
    /// What it may mean, likeliest first.
    virtual QStringList candidates() const { return {}; }

    /// Composes in this way from now on; what is being composed is finished first.
    Q_INVOKABLE virtual void use(Method /*method*/) {}
    /// True when the key was taken; what is finished comes through `committed`.
    Q_INVOKABLE virtual bool key(const QString& /*character*/) { return false; }
    /// Takes back the last key; false when nothing is being composed.
    Q_INVOKABLE virtual bool erase() { return false; }
    Q_INVOKABLE virtual void choose(int /*index*/) {}
    /// Commits the likeliest meaning of what is being composed, so that nothing typed is lost.
    Q_INVOKABLE virtual void finish() {}
    /// Forgets what is being composed.
    Q_INVOKABLE virtual void reset() {}

signals:
    void changed();
    void committed(const QString& text);
};

} // namespace hall::kiosk
