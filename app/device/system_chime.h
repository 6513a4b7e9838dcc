// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/device/chime.h"

#include <QByteArray>
#include <QProcess>
#include <QTemporaryFile>
#include <QTimer>

namespace hall::device {

/// Two soft falling tones (E5, C5), 1.5 s, as a WAV file of 16 bits.
QByteArray chimeWave();

/// Plays the chime with the player that the system has (PipeWire, PulseAudio or ALSA), as a program of its own: a sound
/// server that hangs takes only that program with it.
class SystemChime final : public Chime
{
    Q_OBJECT

public:
    explicit SystemChime(QObject* parent = nullptr);
    /// With this player (a program that takes the file's path), for tests; empty: none.
    SystemChime(QString player, int timeoutMs, QObject* parent = nullptr);
    ~SystemChime() override;

    bool isAvailable() const override { return !m_player.isEmpty(); }
    void play() override;

private:
    void end(bool heard);

    QString m_player;
    QTemporaryFile m_file;
    QProcess m_process;
    QTimer m_timeout;
    bool m_isPlaying = false;
};

} // namespace hall::device
