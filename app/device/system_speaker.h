// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/device/speaker.h"

#include <QList>
#include <QThread>
#include <QTimer>
#include <memory>

namespace hall::device {

class SpeechEngine;

/// Speaks through the system's speech service (Qt TextToSpeech over speech-dispatcher). The service is asked on a thread of
/// its own: starting it can take seconds. A language without a voice is left out.
class SystemSpeaker final : public Speaker
{
    Q_OBJECT

public:
    explicit SystemSpeaker(QObject* parent = nullptr);
    ~SystemSpeaker() override;

    bool isAvailable() const override { return !m_languages.isEmpty(); }
    QStringList languages() const { return m_languages; }
    void say(const QList<hall::device::Utterance>& utterances) override;
    void stop() override;

private:
    void next();
    void endUtterance(bool spoken);

    std::unique_ptr<QThread> m_thread;
    SpeechEngine* m_engine = nullptr; ///< lives on the thread
    QStringList m_languages;
    QList<QList<Utterance>> m_queue;  ///< the first is being spoken
    QTimer m_timeout;
    bool m_isSpeaking = false;
    bool m_anySpoken = false;
    int m_turn = 0; ///< which utterance an answer belongs to
};

} // namespace hall::device
