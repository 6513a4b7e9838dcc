// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/base/clock.h"
#include "ui/board/announcer.h"
#include "ui/board/block_model.h"
#include "ui/board/board_source.h"
#include "ui/board/board_words.h"
#include "ui/board/call_model.h"

#include <QObject>
#include <QSet>
#include <QTimer>
#include <qqml.h>

namespace hall::board {

/// The call in the large place, as QML shows it.
struct LargeCall {
    Q_GADGET
    QML_VALUE_TYPE(hallLargeCall)
    Q_PROPERTY(bool isSet MEMBER isSet)
    Q_PROPERTY(bool isSpeaking MEMBER isSpeaking)
    Q_PROPERTY(bool isAgain MEMBER isAgain)
    Q_PROPERTY(QString number MEMBER number)
    Q_PROPERTY(QString block MEMBER block)
    Q_PROPERTY(QString deskNumber MEMBER deskNumber)
    Q_PROPERTY(QString deskWords MEMBER deskWords)
    Q_PROPERTY(bool deskWordsLead MEMBER deskWordsLead)
    Q_PROPERTY(QString deskSecond MEMBER deskSecond)
    Q_PROPERTY(qint64 serial MEMBER serial)

public:
    bool isSet = false;
    bool isSpeaking = false;
    bool isAgain = false;
    QString number;
    QString block;
    QString deskNumber;
    QString deskWords;
    bool deskWordsLead = false;
    QString deskSecond; ///< the words in the other language
    qint64 serial = 0; ///< differs for each call, a recall too
    bool operator==(const LargeCall&) const = default;
};

/// What everybody who waits looks at: decides which call has the large place, which are listed, whether the hall is open,
/// and what is told while the store is away. Speaks no name, because it is told none.
class BoardScreen : public QObject
{
    Q_OBJECT
    QML_ELEMENT
    QML_UNCREATABLE("made by the program")
    // clang-format off
    Q_PROPERTY(QAbstractItemModel* calls READ calls CONSTANT)
    Q_PROPERTY(QAbstractItemModel* blocks READ blocks CONSTANT)
    Q_PROPERTY(hall::board::LargeCall current READ current NOTIFY currentChanged)
    Q_PROPERTY(Phase phase READ phase NOTIFY phaseChanged)
    Q_PROPERTY(bool isAway READ isAway NOTIFY phaseChanged)
    Q_PROPERTY(QVariantMap words READ words NOTIFY wordsChanged)
    Q_PROPERTY(QVariantMap notices READ notices NOTIFY timeChanged)
    Q_PROPERTY(QString time READ time NOTIFY timeChanged)
    // clang-format on

public:
    enum Phase { Starting, Open, Closed };
    Q_ENUM(Phase)

    static constexpr int kListed = 5;

    BoardScreen(BoardSource& source, Announcer& announcer, const base::Clock& clock, QObject* parent = nullptr);

    /// Begins to read. Call once.
    void start();
    /// "zh" or "en": which language is large.
    void setFirstLanguage(const QString& language);

    CallModel* calls() { return &m_calls; }
    BlockModel* blocks() { return &m_blocks; }
    const LargeCall& current() const { return m_current; }
    Phase phase() const { return m_phase; }
    bool isAway() const { return m_source.state() == BoardSource::State::Lost; }
    /// The board's own words; the catalogue's where the hall has chosen others.
    QVariantMap words() const;
    /// Texts that depend on the time and the catalogue, each {first, second}: date, hallName, lastKnown, opening, waiting.
    QVariantMap notices() const;
    /// "09:12"
    QString time() const;

signals:
    void currentChanged();
    void phaseChanged();
    void wordsChanged();
    void timeChanged();

private:
    void readCalls();
    void readStanding();
    void takeCalls(Calls calls);
    void takeStanding(const Standing& standing);
    void acknowledge(queue::AnnouncementId id);
    void show();
    void decidePhase();
    void onStateChanged();
    void tick();
    std::optional<queue::Announcement> largeOne() const;
    LargeCall described(const queue::Announcement& call) const;

    BoardSource& m_source;
    Announcer& m_announcer;
    const base::Clock& m_clock;
    BoardWords m_words;
    CallModel m_calls;
    BlockModel m_blocks;
    Calls m_known;
    Standing m_standing;
    LargeCall m_current;
    Phase m_phase = Starting;
    bool m_hasCalls = false;
    bool m_hasStanding = false;
    bool m_isReadingCalls = false;
    bool m_callsAreStale = false;
    bool m_isReadingStanding = false;
    base::Timestamp m_readAt{};
    QSet<queue::AnnouncementId> m_tooOld; ///< from before this program started, of no use to anybody any more
    QSet<queue::AnnouncementId> m_acknowledging;
    QTimer m_standingSoon;
    QTimer m_tick;
    QString m_shownMinute;
};

} // namespace hall::board
