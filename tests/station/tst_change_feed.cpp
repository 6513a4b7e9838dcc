// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/station/change_feed.h"
#include "tests/support/line_fixture.h"

#include <QElapsedTimer>
#include <QFile>
#include <QSignalSpy>
#include <QTest>
#include <ctime>

using namespace hall;
using station::ChangeFeed;
using station::Topic;
using station::Topics;

namespace {

/// One hall, the writer's connection and a second one that listens.
struct Pair
{
    tests::LineFixture writer;
    store::LineStore reader = writer.open();
    store::HallFiles files{writer.folder()};
    /// A server tells of changes itself.
    QString bell() const { return writer.place().onServer() ? QString() : files.lineBell(); }
};

Topics heard(const QSignalSpy& spy)
{
    Topics all;
    for (const auto& call : spy)
        all |= call.first().value<Topics>();
    return all;
}

} // namespace

class TestChangeFeed : public QObject
{
    Q_OBJECT

private slots:
    void topicsFollowWhatChanged();
    void aWithdrawnCallIsToldToBoards();
    void readingTellsNothing();
    void manyCommitsAreGathered();
    void bellReplacedOrMissing();
    void noBellAtAll();
    void aNotificationThatNeverCame();
    void theClockOfTheDayDoesNotMatter();
    void latencyIsSmall();
    void idleCostsNearlyNothing();
};

void TestChangeFeed::topicsFollowWhatChanged()
{
    Pair pair;
    ChangeFeed feed(pair.reader.connection(), pair.bell());
    QVERIFY(feed.start().ok());
    QSignalSpy spy(&feed, &ChangeFeed::changed);

    pair.writer.issue();
    QTRY_COMPARE(heard(spy), Topics(Topic::Line));
    spy.clear();
    QVERIFY(pair.writer.queue.callNext(1, u"clerk"_qs).ok());
    QTRY_COMPARE(heard(spy), Topics(Topic::Line) | Topic::Announcements);
    spy.clear();
    QVERIFY(pair.writer.desks.pause(2, u"clerk"_qs).ok());
    QTRY_COMPARE(heard(spy), Topics(Topic::Desks));
    spy.clear();
    const auto booked = pair.writer.appointments.book(u"A1"_qs, pair.writer.clock.now() + std::chrono::hours(1), u"c"_qs);
    QVERIFY(booked.ok());
    QTRY_COMPARE(heard(spy), Topics(Topic::Line));
    spy.clear();
    QVERIFY(pair.writer.appointments.cancel(booked->id, u"c"_qs).ok());
    QTRY_COMPARE(heard(spy), Topics(Topic::Line));
    spy.clear();
    QVERIFY(pair.writer.line()
                .execute("INSERT INTO catalogue VALUES (1, 0, 'test', '{}', '{}')")
                .ok());
    QTRY_COMPARE(heard(spy), station::kAllTopics);
}

void TestChangeFeed::aWithdrawnCallIsToldToBoards()
{
    Pair pair;
    const queue::Ticket ticket = pair.writer.issue();
    QVERIFY(pair.writer.queue.callNext(1, u"clerk"_qs).ok());
    ChangeFeed feed(pair.reader.connection(), pair.bell());
    QVERIFY(feed.start().ok());
    QSignalSpy spy(&feed, &ChangeFeed::changed);
    QVERIFY(pair.writer.queue.undo(ticket.id, u"clerk"_qs).ok());
    QTRY_VERIFY(heard(spy).testFlag(Topic::Announcements));
}

void TestChangeFeed::readingTellsNothing()
{
    Pair pair;
    ChangeFeed feed(pair.reader.connection(), pair.bell());
    QVERIFY(feed.start().ok());
    QSignalSpy spy(&feed, &ChangeFeed::changed);
    for (int i = 0; i < 10; ++i) {
        QVERIFY(pair.writer.queue.loads().ok());
        feed.nudge();
        QTest::qWait(10);
    }
    QTest::qWait(100);
    QCOMPARE(spy.count(), 0);
}

void TestChangeFeed::manyCommitsAreGathered()
{
    Pair pair;
    ChangeFeed feed(pair.reader.connection(), pair.bell());
    QVERIFY(feed.start().ok());
    QSignalSpy spy(&feed, &ChangeFeed::changed);
    QElapsedTimer time;
    time.start();
    int commits = 0;
    while (time.elapsed() < 400) {
        pair.writer.issue();
        ++commits;
        QCoreApplication::processEvents();
    }
    QTest::qWait(60);
    QVERIFY2(spy.count() <= 25, qPrintable(u"%1 of %2"_qs.arg(spy.count()).arg(commits)));
    QVERIFY(spy.count() >= 1);
    // Nothing of the last commits is left out.
    const auto marks = station::LineMarks::read(pair.reader.connection());
    QVERIFY(marks.ok());
    spy.clear();
    QTest::qWait(1200);
    QCOMPARE(spy.count(), 0);
}

void TestChangeFeed::bellReplacedOrMissing()
{
    if (tests::LineFixture::onServer())
        QSKIP("a server has no bell");
    Pair pair;
    ChangeFeed feed(pair.reader.connection(), pair.bell());
    QVERIFY(feed.start().ok());
    QSignalSpy spy(&feed, &ChangeFeed::changed);

    // The writer holds the old bell: only the poll can notice, and it then looks more often.
    QVERIFY(QFile::remove(pair.files.lineBell()));
    QTest::qWait(50);
    pair.writer.issue();
    QTRY_VERIFY_WITH_TIMEOUT(!spy.isEmpty(), 1500);
    spy.clear();
    QElapsedTimer time;
    time.start();
    pair.writer.issue();
    QTRY_VERIFY_WITH_TIMEOUT(!spy.isEmpty(), 1000);
    QVERIFY2(time.elapsed() < 400, qPrintable(QString::number(time.elapsed())));

    // A new bell, rung by a program that starts now, is heard again.
    auto late = store::LineStore::open(pair.writer.folder(), tests::LineFixture::key());
    QVERIFY(late.ok());
    QVERIFY(QFile::exists(pair.files.lineBell()));
    QTest::qWait(150);
    queue::Queue queue(late->connection(), pair.writer.clock);
    spy.clear();
    time.restart();
    queue::IssueRequest request;
    request.key = QUuid::createUuid();
    request.service = u"A1"_qs;
    QVERIFY(queue.issue(request).ok());
    QTRY_VERIFY_WITH_TIMEOUT(!spy.isEmpty(), 1000);
}

void TestChangeFeed::noBellAtAll()
{
    if (tests::LineFixture::onServer())
        QSKIP("a server has no bell");
    Pair pair;
    ChangeFeed feed(pair.reader.connection(), u"/nonexistent/folder/bell"_qs);
    QVERIFY(feed.start().ok());
    QSignalSpy spy(&feed, &ChangeFeed::changed);
    pair.writer.issue();
    QTRY_VERIFY_WITH_TIMEOUT(!spy.isEmpty(), 1500);
}

// On a server: a commit that told nobody, as if its notification had been lost, is seen by the poll.
void TestChangeFeed::aNotificationThatNeverCame()
{
    if (!tests::LineFixture::onServer())
        QSKIP("a folder sends no notifications");
    Pair pair;
    ChangeFeed feed(pair.reader.connection(), pair.bell());
    QVERIFY(feed.start().ok());
    QSignalSpy spy(&feed, &ChangeFeed::changed);
    QVERIFY(pair.writer.line().execute("UPDATE desk SET version = version + 1").ok()); // outside our transactions: no notice
    QTRY_VERIFY_WITH_TIMEOUT(!spy.isEmpty(), 1500);
    QCOMPARE(heard(spy), Topics(Topic::Desks));
}

void TestChangeFeed::theClockOfTheDayDoesNotMatter()
{
    Pair pair;
    ChangeFeed feed(pair.reader.connection(), pair.bell());
    QVERIFY(feed.start().ok());
    QSignalSpy spy(&feed, &ChangeFeed::changed);
    pair.writer.issue();
    QTRY_VERIFY(!spy.isEmpty());
    spy.clear();
    pair.writer.clock.advance(-std::chrono::hours(1));
    pair.writer.issue();
    QTRY_VERIFY_WITH_TIMEOUT(!spy.isEmpty(), 300);
    if (pair.writer.place().onServer())
        return;
    // A bell whose time stamp lies in the future or far back is a bell.
    QFile bell(pair.files.lineBell());
    QVERIFY(bell.open(QIODevice::ReadWrite));
    QVERIFY(bell.setFileTime(QDateTime(QDate(2099, 1, 1), QTime(0, 0)), QFileDevice::FileModificationTime));
    QTest::qWait(50);
    spy.clear();
    pair.writer.issue();
    QTRY_VERIFY_WITH_TIMEOUT(!spy.isEmpty(), 300);
}

void TestChangeFeed::latencyIsSmall()
{
    Pair pair;
    ChangeFeed feed(pair.reader.connection(), pair.bell());
    QVERIFY(feed.start().ok());
    QSignalSpy spy(&feed, &ChangeFeed::changed);
    QList<qint64> times;
    for (int i = 0; i < 50; ++i) {
        QTest::qWait(25);
        spy.clear();
        pair.writer.issue();
        QElapsedTimer time;
        time.start();
        while (spy.isEmpty() && time.elapsed() < 2000)
            QCoreApplication::processEvents(QEventLoop::AllEvents, 5);
        times << time.elapsed();
    }
    std::sort(times.begin(), times.end());
    QVERIFY2(times[25] < 50, qPrintable(QString::number(times[25])));
    QVERIFY2(times[47] < 250, qPrintable(QString::number(times[47])));
}

void TestChangeFeed::idleCostsNearlyNothing()
{
    Pair pair;
    ChangeFeed feed(pair.reader.connection(), pair.bell());
    QVERIFY(feed.start().ok());
    const std::clock_t before = std::clock();
    QTest::qWait(2000);
    const double busy = double(std::clock() - before) / CLOCKS_PER_SEC / 2.0;
    QVERIFY2(busy < 0.05, qPrintable(QString::number(busy))); // qWait itself looks around every 10 ms
}

QTEST_GUILESS_MAIN(TestChangeFeed)
#include "tst_change_feed.moc"
