// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/device/fake_speaker.h"
#include "app/station/line_worker.h"
#include "tests/support/line_fixture.h"
#include "ui/board/announcer.h"
#include "ui/board/board_screen.h"
#include "ui/board/line_board_source.h"

#include <QDir>
#include <QElapsedTimer>
#include <QFile>
#include <QTest>

using namespace hall;
using board::BoardScreen;

namespace {

constexpr board::Announcer::Pace kQuick{0, 0};

/// A hall on the disk with its key beside it, and a clerk who calls through a connection of their own.
struct Hall {
    QTemporaryDir parent;
    QString folder = parent.path() + QStringLiteral("/hall");
    base::ManualClock clock{base::fromIso(QStringLiteral("2026-03-05T09:00:00+08:00")).value()};
    std::unique_ptr<tests::LineFixture> clerk;

    Hall()
    {
        QDir().mkpath(folder + QStringLiteral("/keys"));
        QFile key(folder + QStringLiteral("/keys/line.key"));
        if (!key.open(QIODevice::WriteOnly) || key.write(tests::LineFixture::key()) != 32)
            qFatal("no key");
        key.close();
        key.setPermissions(QFile::ReadOwner | QFile::WriteOwner);
        clerk = std::make_unique<tests::LineFixture>(folder);
    }
    QString call(int desk = 1)
    {
        clerk->issue();
        return clerk->queue.callNext(desk, QStringLiteral("clerk")).value().ticket->number;
    }
    void finish(int desk = 1)
    {
        const auto ticket = clerk->queue.current(desk).value();
        QVERIFY(clerk->queue.finish(ticket->id, QStringLiteral("clerk")).ok());
    }
    int acknowledgements() const
    {
        return clerk->line().value<int>("SELECT count(*) FROM acknowledgement").value().value_or(-1);
    }
};

/// A board as its program puts it together, with a speaker that a test can slow down.
struct Board {
    Board(const Hall& hall, const base::Clock& clock, const QString& name = QStringLiteral("board-1"), int speechMs = 0)
        : config{[&] {
            station::StationConfig one;
            one.storeUrl = hall.folder;
            one.stationName = name;
            return one;
        }()}
        , worker(config, clock)
        , source(worker)
        , announcer(&speaker, nullptr, kQuick)
        , screen(source, announcer, clock)
    {
        speaker.durationMs = speechMs;
        screen.start();
    }

    station::StationConfig config;
    station::LineWorker worker;
    board::LineBoardSource source;
    device::FakeSpeaker speaker;
    board::Announcer announcer;
    BoardScreen screen;
};

} // namespace

/// The board on a real, encrypted line with another connection beside it.
class TestBoardLine : public QObject
{
    Q_OBJECT

private slots:
    void callToTextInTime();
    void eachBoardAcknowledgesOnce();
    void diedWhileSpeaking();
    void undoneCallGoes();
    void awayAndBack();
};

/// From the clerk's call to the text that the board shows, through file, bell, worker and models.
void TestBoardLine::callToTextInTime()
{
    Hall hall;
    Board board(hall, hall.clock);
    QTRY_COMPARE(board.source.state(), board::BoardSource::State::Connected);
    QTest::qWait(100);
    QList<qint64> took;
    for (int turn = 0; turn < 40; ++turn) {
        QElapsedTimer time;
        time.start();
        const QString number = hall.call();
        while (board.screen.current().number != number && time.elapsed() < 5000)
            QCoreApplication::processEvents(QEventLoop::WaitForMoreEvents | QEventLoop::AllEvents, 5);
        took.append(time.elapsed());
        QCOMPARE(board.screen.current().number, number);
        hall.finish();
        QTest::qWait(5);
    }
    std::sort(took.begin(), took.end());
    qInfo("call to text: median %lld ms, worst of %lld %lld ms", took.at(took.size() / 2), qint64(took.size()), took.last());
    QVERIFY(took.last() < 1000); // the bench holds the p99; here a busy machine may be slow
    QTRY_COMPARE(hall.acknowledgements(), 40);
    QCOMPARE(board.speaker.said.size(), 40);
    QCOMPARE(board.speaker.overlaps, 0);
}

void TestBoardLine::eachBoardAcknowledgesOnce()
{
    Hall hall;
    Board first(hall, hall.clock, QStringLiteral("board-1"), 20);
    Board second(hall, hall.clock, QStringLiteral("board-2"), 5);
    QTRY_COMPARE(first.source.state(), board::BoardSource::State::Connected);
    QTRY_COMPARE(second.source.state(), board::BoardSource::State::Connected);
    QStringList called;
    for (int turn = 0; turn < 4; ++turn) {
        called.append(hall.call());
        hall.finish();
    }
    QTRY_COMPARE(hall.acknowledgements(), 8);
    for (const Board* board : {&first, &second}) {
        QCOMPARE(board->speaker.said.size(), 4);
        QCOMPARE(board->speaker.overlaps, 0);
    }
    QTest::qWait(100);
    QCOMPARE(hall.acknowledgements(), 8);
}

/// The program ends while it speaks: its successor says that call again, and the line hears of it once.
void TestBoardLine::diedWhileSpeaking()
{
    Hall hall;
    {
        Board board(hall, hall.clock, QStringLiteral("board-1"), 5000);
        QTRY_COMPARE(board.source.state(), board::BoardSource::State::Connected);
        hall.call(1);
        hall.call(2);
        QTRY_COMPARE(board.speaker.said.size(), 1);
    }
    QCOMPARE(hall.acknowledgements(), 0);
    Board board(hall, hall.clock);
    QTRY_COMPARE(hall.acknowledgements(), 2);
    QCOMPARE(board.speaker.said.size(), 2);
}

void TestBoardLine::undoneCallGoes()
{
    Hall hall;
    Board board(hall, hall.clock);
    QTRY_COMPARE(board.source.state(), board::BoardSource::State::Connected);
    const QString number = hall.call();
    QTRY_COMPARE(board.screen.current().number, number);
    const auto ticket = hall.clerk->queue.current(1).value();
    QVERIFY(hall.clerk->queue.undo(ticket->id, QStringLiteral("clerk")).ok());
    QTRY_VERIFY(!board.screen.current().isSet);
    QCOMPARE(board.screen.calls()->rowCount(), 0);
}

void TestBoardLine::awayAndBack()
{
    Hall hall;
    Board board(hall, hall.clock);
    QTRY_COMPARE(board.source.state(), board::BoardSource::State::Connected);
    const QString number = hall.call();
    QTRY_COMPARE(board.screen.current().number, number);
    QTRY_COMPARE(hall.acknowledgements(), 1);

    hall.clerk.reset();
    const QString elsewhere = hall.parent.path() + QStringLiteral("/elsewhere");
    QVERIFY(QDir().rename(hall.folder, elsewhere));
    QTRY_VERIFY_WITH_TIMEOUT(board.screen.isAway(), 10'000);
    QCOMPARE(board.screen.current().number, number); // the last that was known
    QVERIFY(QDir().rename(elsewhere, hall.folder));
    QTRY_VERIFY_WITH_TIMEOUT(!board.screen.isAway(), 15'000);
    QCOMPARE(board.screen.current().number, number);
    QCOMPARE(board.speaker.said.size(), 1);
}

QTEST_GUILESS_MAIN(TestBoardLine)
#include "tst_board_line.moc"
