// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/board/board_screen.h"

#include <algorithm>
#include <chrono>

namespace hall::board {
namespace {

constexpr int kStandingEveryMs = 1000;  // at most
constexpr int kStandingAnywayS = 30;    // waits shorten although nothing happens
constexpr auto kUsefulFor = std::chrono::minutes(10);

bool newerFirst(const CallModel::Row& a, const CallModel::Row& b)
{
    return b.call.id < a.call.id;
}

} // namespace

BoardScreen::BoardScreen(BoardSource& source, Announcer& announcer, const base::Clock& clock, QObject* parent)
    : QObject(parent)
    , m_source(source)
    , m_announcer(announcer)
    , m_clock(clock)
    , m_blocks(m_words)
{
    connect(&m_source, &BoardSource::stateChanged, this, &BoardScreen::onStateChanged);
    connect(&m_source, &BoardSource::callsChanged, this, &BoardScreen::readCalls);
    connect(&m_source, &BoardSource::standingChanged, this, [this] {
        if (!m_standingSoon.isActive())
            m_standingSoon.start(kStandingEveryMs);
    });
    connect(&m_announcer, &Announcer::currentChanged, this, &BoardScreen::show);
    connect(&m_announcer, &Announcer::announced, this, &BoardScreen::acknowledge);
    m_standingSoon.setSingleShot(true);
    connect(&m_standingSoon, &QTimer::timeout, this, &BoardScreen::readStanding);
    connect(&m_tick, &QTimer::timeout, this, &BoardScreen::tick);
}

void BoardScreen::start()
{
    m_tick.start(1000);
    readCalls();
    readStanding();
}

void BoardScreen::setFirstLanguage(const QString& language)
{
    m_words.setFirstLanguage(language);
    m_calls.setFirstLanguage(m_words.firstLanguage());
    m_blocks.retranslate();
    m_current = {};
    show();
    emit wordsChanged();
    emit timeChanged();
}

void BoardScreen::onStateChanged()
{
    if (m_source.state() == BoardSource::State::Connected) {
        readCalls();
        readStanding();
    }
    emit phaseChanged();
    emit timeChanged();
}

void BoardScreen::readCalls()
{
    if (m_isReadingCalls) {
        m_callsAreStale = true;
        return;
    }
    m_isReadingCalls = true;
    m_callsAreStale = false;
    m_source.readCalls(kListed + 2).then(this, [this](const base::Result<Calls>& calls) {
        m_isReadingCalls = false;
        if (calls)
            takeCalls(*calls);
        if (m_callsAreStale)
            readCalls();
    });
}

void BoardScreen::readStanding()
{
    if (m_isReadingStanding)
        return;
    m_isReadingStanding = true;
    m_source.readStanding().then(this, [this](const base::Result<Standing>& standing) {
        m_isReadingStanding = false;
        if (standing)
            takeStanding(*standing);
    });
}

void BoardScreen::takeCalls(Calls calls)
{
    const base::Timestamp now = m_clock.now();
    if (!m_hasCalls) {
        // A board that was off all night does not recite yesterday.
        for (const queue::Announcement& call : calls.pending) {
            if (now - call.at > kUsefulFor)
                m_tooOld.insert(call.id);
        }
    }
    m_hasCalls = true;
    m_readAt = now;
    QList<queue::AnnouncementId> heard;
    calls.pending.removeIf([&](const queue::Announcement& call) {
        const bool isDone = m_tooOld.contains(call.id) || m_announcer.isUnacknowledged(call.id);
        if (isDone)
            heard.append(call.id);
        return m_tooOld.contains(call.id);
    });
    m_known = std::move(calls);
    m_announcer.setPending(m_known.pending);
    // Heard, but the line does not know it: the store was away when it was to be told.
    for (const queue::AnnouncementId id : heard)
        acknowledge(id);
    show();
    decidePhase();
}

void BoardScreen::takeStanding(const Standing& standing)
{
    const bool isNewCatalogue = m_standing.catalogue != standing.catalogue;
    m_standing = standing;
    m_hasStanding = true;
    m_readAt = m_clock.now();
    m_blocks.update(standing);
    decidePhase();
    if (isNewCatalogue)
        emit wordsChanged();
    emit timeChanged();
}

void BoardScreen::acknowledge(queue::AnnouncementId id)
{
    if (m_acknowledging.contains(id))
        return;
    m_acknowledging.insert(id);
    m_source.acknowledge(id).then(this, [this, id](const base::Status&) { m_acknowledging.remove(id); });
}

/// The one that is being announced; else the one announced last, unless it was withdrawn; else the newest.
std::optional<queue::Announcement> BoardScreen::largeOne() const
{
    const std::optional<queue::Announcement> current = m_announcer.current();
    if (current && m_announcer.isSpeaking())
        return current;
    const auto isWaiting = [&](const queue::Announcement& call) {
        return !m_announcer.isUnacknowledged(call.id)
               && std::any_of(m_known.pending.begin(), m_known.pending.end(),
                              [&](const queue::Announcement& other) { return other.id == call.id; });
    };
    const queue::Announcement* newest = nullptr;
    for (const queue::Announcement& call : m_known.latest) {
        if (current && call.ticket == current->ticket)
            return current;
        if (!newest && !isWaiting(call))
            newest = &call;
    }
    return newest ? std::optional(*newest) : std::nullopt;
}

LargeCall BoardScreen::described(const queue::Announcement& call) const
{
    const TwoTexts desk = m_words.pair(call.deskName, call.deskNameEn);
    const DeskParts parts = deskParts(desk.first);
    LargeCall large;
    large.isSet = true;
    large.isSpeaking = m_announcer.isSpeaking();
    large.isAgain = call.repeat;
    large.number = call.number;
    large.block = call.block;
    large.deskNumber = parts.number;
    large.deskWords = parts.words;
    large.deskWordsLead = parts.wordsLead;
    large.deskSecond = deskParts(desk.second).words;
    large.serial = call.id.value();
    return large;
}

void BoardScreen::show()
{
    const std::optional<queue::Announcement> large = largeOne();
    const LargeCall current = large ? described(*large) : LargeCall{};

    QList<CallModel::Row> rows;
    const auto add = [&](const queue::Announcement& call, bool isUpcoming) {
        const bool isThere = (large && large->ticket == call.ticket)
                             || std::any_of(rows.begin(), rows.end(), [&](const CallModel::Row& row) {
                                    return row.call.ticket == call.ticket;
                                });
        if (!isThere && rows.size() < kListed)
            rows.append({call, isUpcoming});
    };
    for (const queue::Announcement& call : m_known.pending) {
        if (!m_announcer.isUnacknowledged(call.id))
            add(call, true);
    }
    for (const queue::Announcement& call : m_known.latest)
        add(call, false);
    std::sort(rows.begin(), rows.end(), newerFirst);
    m_calls.update(rows);

    if (!(current == m_current)) {
        m_current = current;
        emit currentChanged();
    }
}

void BoardScreen::decidePhase()
{
    const Phase before = m_phase;
    if (m_hasCalls && m_hasStanding) {
        int waiting = 0;
        for (const queue::BlockLoad& load : m_standing.loads)
            waiting += load.waiting;
        const QDateTime now = base::toHallTime(m_clock.now());
        const bool isOpenHour = m_standing.catalogue ? m_standing.catalogue->hours.isOpen(now) : waiting > 0;
        const bool isWorking = m_standing.desksOpen > 0 || m_announcer.isSpeaking() || !m_known.pending.isEmpty();
        m_phase = isOpenHour || isWorking ? Open : Closed;
    }
    if (m_phase != before)
        emit phaseChanged();
}

void BoardScreen::tick()
{
    const QString minute = time();
    if (minute != m_shownMinute) {
        m_shownMinute = minute;
        decidePhase();
        emit timeChanged();
    }
    if (base::toSeconds(m_clock.now() - m_readAt) >= kStandingAnywayS)
        readStanding();
}

QVariantMap BoardScreen::words() const
{
    QVariantMap words = m_words.all();
    if (!m_standing.catalogue)
        return words;
    const auto prefer = [&](const QString& key, const QString& code) {
        const rules::Text text = m_standing.catalogue->texts.value(code);
        if (!text.zh.isEmpty() && !text.en.isEmpty())
            words[key] = asMap(m_words.pair(text.zh, text.en));
    };
    prefer(QStringLiteral("listenMore"), QStringLiteral("board-welcome"));
    prefer(QStringLiteral("closed"), QStringLiteral("board-closed"));
    return words;
}

QString BoardScreen::time() const
{
    return base::toHallTime(m_clock.now()).toString(QStringLiteral("HH:mm"));
}

QVariantMap BoardScreen::notices() const
{
    const QDateTime now = base::toHallTime(m_clock.now());
    QVariantMap notices{{QStringLiteral("date"), asMap(m_words.date(now.date()))},
                        {QStringLiteral("waiting"), asMap(m_words.waiting())},
                        {QStringLiteral("hallName"), m_words.all().value(QStringLiteral("hall"))},
                        {QStringLiteral("lastKnown"), asMap({})},
                        {QStringLiteral("opening"), asMap({})}};
    if (m_hasCalls || m_hasStanding) {
        const auto age = std::chrono::duration_cast<std::chrono::minutes>(m_clock.now() - m_readAt);
        notices[QStringLiteral("lastKnown")] =
            asMap(m_words.lastKnown(base::toHallTime(m_readAt).time(), static_cast<int>(age.count())));
    }
    if (m_standing.catalogue) {
        const rules::Catalogue& catalogue = *m_standing.catalogue;
        if (!catalogue.hallName.zh.isEmpty())
            notices[QStringLiteral("hallName")] = asMap(m_words.pair(catalogue.hallName.zh, catalogue.hallName.en));
        if (const std::optional<QDateTime> opening = catalogue.hours.nextOpening(now))
            notices[QStringLiteral("opening")] = asMap(m_words.opensAgain(now, *opening));
    }
    return notices;
}

} // namespace hall::board
