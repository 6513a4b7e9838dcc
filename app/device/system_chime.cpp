// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/device/system_chime.h"

#include <QDir>
#include <QStandardPaths>
#include <QtEndian>
#include <array>
#include <cmath>
#include <numbers>

namespace hall::device {

namespace {

constexpr int kRate = 44'100;
constexpr double kSeconds = 1.5;
constexpr int kTimeoutMs = 4000;

/// One struck tone: a fundamental with two soft partials, dying away.
double tone(double frequency, double t)
{
    if (t < 0)
        return 0;
    const double attack = std::min(1.0, t / 0.008);
    const double phase = 2 * std::numbers::pi * frequency * t;
    return attack
        * (std::sin(phase) * std::exp(-3.2 * t) + 0.35 * std::sin(2 * phase) * std::exp(-5 * t)
           + 0.12 * std::sin(3 * phase) * std::exp(-8 * t));
}

template <class Number>
void append(QByteArray& bytes, Number value)
{
    const Number little = qToLittleEndian(value);
    bytes.append(reinterpret_cast<const char*>(&little), sizeof little);
}

QString systemPlayer()
{
    for (const char* name : {"pw-play", "paplay", "aplay"}) {
        if (const QString path = QStandardPaths::findExecutable(QLatin1StringView(name)); !path.isEmpty())
            return path;
    }
    return {};
}

} // namespace

QByteArray chimeWave()
{
    constexpr double e5 = 659.255;
    constexpr double c5 = 523.251;
    const int samples = int(kRate * kSeconds);
    const auto dataBytes = quint32(samples * 2);
    QByteArray wave;
    wave.append("RIFF");
    append<quint32>(wave, 36 + dataBytes);
    wave.append("WAVEfmt ");
    append<quint32>(wave, 16);
    append<quint16>(wave, 1); // linear PCM
    append<quint16>(wave, 1); // one channel
    append<quint32>(wave, kRate);
    append<quint32>(wave, kRate * 2);
    append<quint16>(wave, 2);
    append<quint16>(wave, 16);
    wave.append("data");
    append<quint32>(wave, dataBytes);
    for (int i = 0; i < samples; ++i) {
        const double t = double(i) / kRate;
        const double release = std::min(1.0, (kSeconds - t) / 0.05); // ends in silence, without a click
        append<qint16>(wave, qint16(std::lround(0.42 * 32767 * release * (tone(e5, t) + tone(c5, t - 0.45)) / 1.6)));
    }
    return wave;
}

SystemChime::SystemChime(QObject* parent)
    : SystemChime(systemPlayer(), kTimeoutMs, parent)
{
}

SystemChime::SystemChime(QString player, int timeoutMs, QObject* parent)
    : Chime(parent)
    , m_player(std::move(player))
    , m_file(QDir::tempPath() + QStringLiteral("/hall-chime-XXXXXX.wav"))
{
    m_timeout.setSingleShot(true);
    m_timeout.setInterval(timeoutMs);
    connect(&m_timeout, &QTimer::timeout, this, [this] {
        m_process.kill();
        end(false);
    });
    connect(&m_process, &QProcess::finished, this,
            [this](int code, QProcess::ExitStatus status) { end(status == QProcess::NormalExit && code == 0); });
    connect(&m_process, &QProcess::errorOccurred, this, [this](QProcess::ProcessError error) {
        if (error == QProcess::FailedToStart)
            end(false);
    });
    m_process.setStandardOutputFile(QProcess::nullDevice());
    m_process.setStandardErrorFile(QProcess::nullDevice());
    if (isAvailable() && (!m_file.open() || m_file.write(chimeWave()) < 0 || !m_file.flush()))
        m_player.clear();
}

SystemChime::~SystemChime()
{
    m_process.disconnect(this);
    if (m_process.state() != QProcess::NotRunning) {
        m_process.kill();
        m_process.waitForFinished(500);
    }
}

void SystemChime::play()
{
    if (!isAvailable() || m_isPlaying || m_process.state() != QProcess::NotRunning) {
        QMetaObject::invokeMethod(this, [this] { emit finished(false); }, Qt::QueuedConnection);
        return;
    }
    m_isPlaying = true;
    m_timeout.start();
    m_process.start(m_player, {m_file.fileName()});
}

void SystemChime::end(bool heard)
{
    if (!std::exchange(m_isPlaying, false))
        return;
    m_timeout.stop();
    emit finished(heard);
}

} // namespace hall::device
