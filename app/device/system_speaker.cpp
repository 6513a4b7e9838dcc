// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/device/system_speaker.h"

#include "app/base/log.h"

#include <QLocale>
#include <QTextToSpeech>
#include <QVoice>
#include <algorithm>

namespace hall::device {

namespace {

constexpr int kStartMs = 4000;      ///< until the service begins
constexpr int kCharacterMs = 400;   ///< slow Mandarin takes about 250 ms a character

QLocale localeOf(const QString& language)
{
    return language == QStringLiteral("en") ? QLocale(QLocale::English) : QLocale(QLocale::Chinese);
}

} // namespace

/// The service's side of the thread.
class SpeechEngine : public QObject
{
    Q_OBJECT

public:
    void start()
    {
        if (!QTextToSpeech::availableEngines().isEmpty()) {
            // Without a service this is the mock engine of no use to anyone; then nothing is available.
            const QStringList engines = QTextToSpeech::availableEngines();
            const QString engine = engines.contains(QStringLiteral("speechd")) ? QStringLiteral("speechd") : engines.first();
            if (engine != QStringLiteral("mock"))
                m_speech = new QTextToSpeech(engine, this);
        }
        if (m_speech && m_speech->state() != QTextToSpeech::Error) {
            connect(m_speech, &QTextToSpeech::stateChanged, this, &SpeechEngine::follow);
            m_speech->setRate(-0.1); // a hall echoes
            for (const QLocale& locale : m_speech->availableLocales()) {
                if (locale.language() == QLocale::Chinese && !m_languages.contains(QStringLiteral("zh")))
                    m_languages << QStringLiteral("zh");
                if (locale.language() == QLocale::English && !m_languages.contains(QStringLiteral("en")))
                    m_languages << QStringLiteral("en");
            }
        }
        emit ready(m_languages);
    }
    void say(const Utterance& utterance, int turn)
    {
        m_turn = turn;
        m_began = false;
        if (!m_speech || !m_languages.contains(utterance.language)) {
            emit done(turn, false);
            return;
        }
        choose(utterance.language);
        m_speech->say(utterance.text);
        if (m_speech->state() == QTextToSpeech::Speaking)
            m_began = true;
    }
    void stop()
    {
        if (m_speech)
            m_speech->stop();
    }

signals:
    void ready(const QStringList& languages);
    void done(int turn, bool spoken);

private:
    void choose(const QString& language)
    {
        if (language == m_language)
            return;
        const QLocale wanted = localeOf(language);
        const auto locales = m_speech->availableLocales();
        auto best = std::find_if(locales.begin(), locales.end(), [&wanted](const QLocale& l) {
            return l.language() == wanted.language() && (l.territory() == QLocale::China || l.territory() == QLocale::UnitedKingdom);
        });
        if (best == locales.end())
            best = std::find_if(locales.begin(), locales.end(),
                                [&wanted](const QLocale& l) { return l.language() == wanted.language(); });
        if (best == locales.end())
            return;
        m_speech->setLocale(*best);
        const auto voices = m_speech->availableVoices();
        if (!voices.isEmpty())
            m_speech->setVoice(voices.first());
        m_language = language;
    }
    void follow(QTextToSpeech::State state)
    {
        if (state == QTextToSpeech::Speaking) {
            m_began = true;
        } else if (state == QTextToSpeech::Error) {
            emit done(m_turn, false);
        } else if (state == QTextToSpeech::Ready && m_began) {
            m_began = false;
            emit done(m_turn, true);
        }
    }

    QTextToSpeech* m_speech = nullptr;
    QStringList m_languages;
    QString m_language;
    int m_turn = 0;
    bool m_began = false;
};

SystemSpeaker::SystemSpeaker(QObject* parent)
    : Speaker(parent)
    , m_thread(std::make_unique<QThread>())
    , m_engine(new SpeechEngine)
{
    m_thread->setObjectName(QStringLiteral("speech"));
    m_engine->moveToThread(m_thread.get());
    connect(m_thread.get(), &QThread::finished, m_engine, &QObject::deleteLater);
    connect(m_engine, &SpeechEngine::ready, this, [this](const QStringList& languages) {
        m_languages = languages;
        if (!languages.isEmpty())
            emit availabilityChanged(true);
    });
    connect(m_engine, &SpeechEngine::done, this, [this](int turn, bool spoken) {
        if (turn == m_turn && m_isSpeaking)
            endUtterance(spoken);
    });
    m_timeout.setSingleShot(true);
    connect(&m_timeout, &QTimer::timeout, this, [this] {
        qCWarning(base::logDevice, "the speech service did not answer in time");
        QMetaObject::invokeMethod(m_engine, &SpeechEngine::stop, Qt::QueuedConnection);
        endUtterance(false);
    });
    m_thread->start(QThread::LowPriority);
    QMetaObject::invokeMethod(m_engine, &SpeechEngine::start, Qt::QueuedConnection);
}

SystemSpeaker::~SystemSpeaker()
{
    disconnect(m_engine, nullptr, this, nullptr);
    m_thread->quit();
    if (!m_thread->wait(std::chrono::milliseconds(2000))) {
        qCWarning(base::logDevice, "the speech service did not come back");
        static_cast<void>(m_thread.release()); // goes with the process
    }
}

void SystemSpeaker::say(const QList<Utterance>& utterances)
{
    m_queue << utterances;
    if (m_queue.size() == 1) {
        m_anySpoken = false;
        // Never before the caller's say() has returned.
        QMetaObject::invokeMethod(this, &SystemSpeaker::next, Qt::QueuedConnection);
    }
}

void SystemSpeaker::next()
{
    if (m_isSpeaking || m_queue.isEmpty())
        return;
    if (m_queue.first().isEmpty() || !isAvailable()) {
        m_queue.removeFirst();
        const bool spoken = std::exchange(m_anySpoken, false);
        if (!m_queue.isEmpty())
            QMetaObject::invokeMethod(this, &SystemSpeaker::next, Qt::QueuedConnection);
        emit finished(spoken);
        return;
    }
    const Utterance utterance = m_queue.first().takeFirst();
    m_isSpeaking = true;
    m_timeout.start(kStartMs + kCharacterMs * int(utterance.text.size()));
    QMetaObject::invokeMethod(
        m_engine, [engine = m_engine, utterance, turn = ++m_turn] { engine->say(utterance, turn); }, Qt::QueuedConnection);
}

void SystemSpeaker::endUtterance(bool spoken)
{
    m_timeout.stop();
    m_isSpeaking = false;
    m_anySpoken = m_anySpoken || spoken;
    next();
}

void SystemSpeaker::stop()
{
    QMetaObject::invokeMethod(m_engine, &SpeechEngine::stop, Qt::QueuedConnection);
    for (auto& rest : m_queue)
        rest.clear();
    if (m_isSpeaking)
        endUtterance(false);
}

} // namespace hall::device

#include "system_speaker.moc"
