// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/device/fake_chime.h"
#include "app/device/fake_speaker.h"
#include "tests/board/fake_board_source.h"
#include "ui/board/announcer.h"
#include "ui/board/spoken_call.h"

#include <QRandomGenerator>
#include <QSignalSpy>
#include <QTest>

using namespace hall;
using board::Announcer;
using tests::someCall;

namespace {

const base::Timestamp kNow = base::timestampFromMs(1'772'672'400'000);
constexpr Announcer::Pace kQuick{0, 0};

/// The line's side of an announcer: keeps what is pending, and takes acknowledgements.
struct Line : QObject {
    explicit Line(Announcer& one)
        : announcer(one)
    {
        connect(&announcer, &Announcer::announced, this, [this](queue::AnnouncementId id) {
            heard.append(id.value());
            if (isAway)
                return;
            ++acknowledged[id.value()];
            pending.removeIf([&](const queue::Announcement& call) { return call.id == id; });
            announcer.setPending(pending);
        });
    }
    void add(const queue::Announcement& call)
    {
        pending.append(call);
        announcer.setPending(pending);
    }

    Announcer& announcer;
    QList<queue::Announcement> pending;
    QList<qint64> heard;
    QMap<qint64, int> acknowledged;
    bool isAway = false;
};

} // namespace

class TestAnnouncer : public QObject
{
    Q_OBJECT

private slots:
    void saysNumbersFigureByFigure();
    void visitorsLanguageFirst();
    void recallSaysSo();
    void anyBurstInOrder_data();
    void anyBurstInOrder();
    void chimeWithoutVoice();
    void silentBoardShowsEachForItsTime();
    void withdrawnBeforeItsTurn();
    void withdrawnWhileSpoken();
    void notTwiceWhileTheStoreIsAway();
    void diedBeforeAcknowledging();
};

void TestAnnouncer::saysNumbersFigureByFigure()
{
    const auto said = board::spokenCall(someCall(1, QStringLiteral("A017"), 3, kNow));
    QCOMPARE(said.at(0).text, QStringLiteral("A 零一七号\uFF0C请到三号窗口"));
    QCOMPARE(said.at(1).text, QStringLiteral("Number A 0 1 7, please go to Desk 3."));
    QCOMPARE(board::chineseNumber(QStringLiteral("10")), QStringLiteral("十"));
    QCOMPARE(board::chineseNumber(QStringLiteral("12")), QStringLiteral("十二"));
    QCOMPARE(board::chineseNumber(QStringLiteral("20")), QStringLiteral("二十"));
    QCOMPARE(board::chineseNumber(QStringLiteral("105")), QStringLiteral("一百零五"));
    QCOMPARE(board::chineseNumber(QStringLiteral("110")), QStringLiteral("一百一十"));
    QCOMPARE(board::chineseNumber(QStringLiteral("0")), QStringLiteral("零"));
    QCOMPARE(board::chineseNumber(QStringLiteral("007")), QStringLiteral("零零七"));
    queue::Announcement room = someCall(2, QStringLiteral("C120"), 9, kNow);
    room.deskName = QStringLiteral("调解一室");
    QCOMPARE(board::spokenCall(room).at(0).text, QStringLiteral("C 一二零号\uFF0C请到调解一室"));
    room.deskName.clear();
    QCOMPARE(board::spokenCall(room).at(0).text, QStringLiteral("C 一二零号\uFF0C请到九号窗口"));
}

void TestAnnouncer::visitorsLanguageFirst()
{
    queue::Announcement call = someCall(1, QStringLiteral("B002"), 12, kNow);
    QCOMPARE(board::spokenCall(call).at(0).language, QStringLiteral("zh"));
    call.language = QStringLiteral("en");
    QCOMPARE(board::spokenCall(call).at(0).language, QStringLiteral("en"));
    QCOMPARE(board::spokenCall(call).size(), 2);
}

void TestAnnouncer::recallSaysSo()
{
    queue::Announcement call = someCall(1, QStringLiteral("A001"), 1, kNow);
    call.repeat = true;
    QVERIFY(board::spokenCall(call).at(0).text.startsWith(QStringLiteral("再次呼叫")));
    QVERIFY(board::spokenCall(call).at(1).text.startsWith(QStringLiteral("Second call")));
}

void TestAnnouncer::anyBurstInOrder_data()
{
    QTest::addColumn<quint32>("seed");
    for (quint32 seed = 1; seed <= 8; ++seed)
        QTest::addRow("seed %u", seed) << seed;
}

/// Calls arrive in bursts of any shape, speech takes any time, the voice comes and goes: each is heard once, in order, alone.
void TestAnnouncer::anyBurstInOrder()
{
    QFETCH(quint32, seed);
    QRandomGenerator random(seed);
    device::FakeSpeaker speaker;
    device::FakeChime chime;
    Announcer announcer(&speaker, &chime, kQuick);
    Line line(announcer);
    QList<qint64> given;
    for (qint64 id = 1; id <= 25; ++id) {
        speaker.durationMs = random.bounded(8);
        chime.durationMs = random.bounded(3);
        speaker.available = random.bounded(5) != 0;
        chime.available = random.bounded(5) != 0;
        given.append(id);
        line.add(someCall(id, QStringLiteral("A%1").arg(id, 3, 10, QLatin1Char('0')), 1, kNow));
        if (random.bounded(3) == 0)
            QTest::qWait(random.bounded(15));
    }
    QTRY_COMPARE_WITH_TIMEOUT(line.heard.size(), given.size(), 10'000);
    QCOMPARE(line.heard, given);
    QCOMPARE(speaker.overlaps, 0);
    for (const qint64 id : given)
        QCOMPARE(line.acknowledged.value(id), 1);
}

void TestAnnouncer::chimeWithoutVoice()
{
    device::FakeSpeaker speaker;
    speaker.available = false;
    device::FakeChime chime;
    Announcer announcer(&speaker, &chime, kQuick);
    Line line(announcer);
    line.add(someCall(1, QStringLiteral("A001"), 1, kNow));
    line.add(someCall(2, QStringLiteral("A002"), 2, kNow));
    QTRY_COMPARE(line.heard.size(), 2);
    QCOMPARE(chime.played, 2);
    QCOMPARE(speaker.said.size(), 0);
}

void TestAnnouncer::silentBoardShowsEachForItsTime()
{
    Announcer announcer(nullptr, nullptr, {10, 120});
    Line line(announcer);
    QElapsedTimer time;
    time.start();
    line.add(someCall(1, QStringLiteral("A001"), 1, kNow));
    line.add(someCall(2, QStringLiteral("A002"), 2, kNow));
    QCOMPARE(announcer.current()->number, QStringLiteral("A001"));
    QTRY_COMPARE(announcer.current()->number, QStringLiteral("A002"));
    QVERIFY(time.elapsed() >= 110);
}

void TestAnnouncer::withdrawnBeforeItsTurn()
{
    device::FakeSpeaker speaker;
    speaker.durationMs = 30;
    Announcer announcer(&speaker, nullptr, kQuick);
    Line line(announcer);
    for (qint64 id = 1; id <= 3; ++id)
        line.add(someCall(id, QStringLiteral("A00%1").arg(id), 1, kNow));
    line.pending.removeAt(1);
    announcer.setPending(line.pending);
    QTRY_COMPARE(line.heard.size(), 2);
    QTest::qWait(60);
    QCOMPARE(line.heard, (QList<qint64>{1, 3}));
    QCOMPARE(speaker.said.size(), 2);
}

void TestAnnouncer::withdrawnWhileSpoken()
{
    device::FakeSpeaker speaker;
    speaker.durationMs = 60;
    Announcer announcer(&speaker, nullptr, kQuick);
    Line line(announcer);
    line.add(someCall(1, QStringLiteral("A001"), 1, kNow));
    line.add(someCall(2, QStringLiteral("A002"), 1, kNow));
    QCOMPARE(announcer.current()->number, QStringLiteral("A001"));
    line.pending.removeFirst();
    announcer.setPending(line.pending);
    QVERIFY(!announcer.current()); // off the board at once
    QCOMPARE(speaker.stops, 1);
    QTRY_COMPARE(line.heard, (QList<qint64>{2}));
    QCOMPARE(speaker.overlaps, 0);
    QCOMPARE(line.acknowledged.value(1), 0);
}

/// The line goes on saying "pending" because nobody could tell it: the visitor must not be called again for that.
void TestAnnouncer::notTwiceWhileTheStoreIsAway()
{
    device::FakeSpeaker speaker;
    Announcer announcer(&speaker, nullptr, kQuick);
    Line line(announcer);
    line.isAway = true;
    line.add(someCall(1, QStringLiteral("A001"), 1, kNow));
    QTRY_COMPARE(line.heard.size(), 1);
    for (int again = 0; again < 5; ++again)
        announcer.setPending(line.pending);
    QTest::qWait(30);
    QCOMPARE(speaker.said.size(), 1);
    QVERIFY(announcer.isUnacknowledged(queue::AnnouncementId(1)));
    announcer.setPending({});
    QVERIFY(!announcer.isUnacknowledged(queue::AnnouncementId(1)));
}

/// Killed between speaking and acknowledging: the next program says that one again, and it is acknowledged once.
void TestAnnouncer::diedBeforeAcknowledging()
{
    device::FakeSpeaker speaker;
    QList<queue::Announcement> pending;
    for (qint64 id = 1; id <= 3; ++id)
        pending.append(someCall(id, QStringLiteral("A00%1").arg(id), 1, kNow));
    QMap<qint64, int> acknowledged;
    {
        Announcer first(&speaker, nullptr, {1000, 0});
        Line line(first);
        line.isAway = true; // dies before the line hears of it
        line.pending = pending;
        first.setPending(pending);
        QTRY_COMPARE(line.heard.size(), 1);
    }
    Announcer second(&speaker, nullptr, kQuick);
    Line line(second);
    line.pending = pending;
    second.setPending(pending);
    QTRY_COMPARE(line.heard, (QList<qint64>{1, 2, 3}));
    for (qint64 id = 1; id <= 3; ++id)
        QCOMPARE(line.acknowledged.value(id), 1);
}

QTEST_GUILESS_MAIN(TestAnnouncer)
#include "tst_announcer.moc"
