// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/station/line_worker.h"
#include "tests/support/line_fixture.h"

#include <QDir>
#include <QElapsedTimer>
#include <QFile>
#include <QSignalSpy>
#include <QTest>
#include <QThread>
#include <QTimer>
#include <atomic>

using namespace hall;
using station::Line;
using station::LineWorker;
using State = station::LineWorker::State;

namespace {

/// A hall in a folder of its own with its key beside it, as `hallctl init` leaves it.
struct Hall
{
    QTemporaryDir parent;
    QString folder = parent.path() + u"/hall"_qs;
    base::SystemClock clock;

    Hall()
    {
        QDir().mkpath(folder + u"/keys"_qs);
        QFile key(folder + u"/keys/line.key"_qs);
        if (!key.open(QIODevice::WriteOnly) || key.write(tests::LineFixture::key()) != 32)
            qFatal("no key");
        key.close();
        key.setPermissions(QFile::ReadOwner | QFile::WriteOwner);
        const tests::LineFixture fixture(folder);
    }
    station::StationConfig config() const
    {
        station::StationConfig config;
        config.storeUrl = folder;
        config.stationName = u"test"_qs;
        return config;
    }
};

base::Result<int> issue(Line& line)
{
    queue::IssueRequest request;
    request.key = QUuid::createUuid();
    request.service = u"A1"_qs;
    HALL_ASSIGN(const auto issued, line.queue.issue(request));
    return int(issued.ticket.id.value());
}

} // namespace

class TestLineWorker : public QObject
{
    Q_OBJECT

private slots:
    void jobsRunInOrderOnOneOtherThread();
    void jobsHandedInBeforeTheFirstConnectionWaitForIt();
    void answersArriveOnTheGuiThread();
    void acceptedJobsAreDoneBeforeTheEnd();
    void aThrowingJobIsAnError();
    void noHallIsSaidClearly();
    void wrongKeyIsSaidClearly();
    void aLostStoreRefusesAtOnceAndComesBack();
    void aReplacedStoreIsOpenedAnew();
    void noJobRunsTwice();
    void aSlowJobDoesNotHoldUpTheGuiThread();
    void ownAndForeignChangesAreTold();
};

void TestLineWorker::jobsRunInOrderOnOneOtherThread()
{
    Hall hall;
    LineWorker worker(hall.config(), hall.clock);
    QList<int> order;
    QSet<QThread*> threads;
    QFuture<base::Result<int>> last;
    for (int i = 0; i < 200; ++i) {
        last = worker.run([&order, &threads, i](Line&) -> base::Result<int> {
            order << i;
            threads << QThread::currentThread();
            return i;
        });
    }
    QTRY_VERIFY(last.isFinished());
    QCOMPARE(last.result().value(), 199);
    QCOMPARE(order.size(), 200);
    QVERIFY(std::is_sorted(order.begin(), order.end()));
    QCOMPARE(threads.size(), 1);
    QVERIFY(!threads.contains(QThread::currentThread()));
}

void TestLineWorker::jobsHandedInBeforeTheFirstConnectionWaitForIt()
{
    Hall hall;
    LineWorker worker(hall.config(), hall.clock);
    QCOMPARE(worker.state(), State::Connecting);
    auto answer = worker.run(issue);
    QTRY_VERIFY(answer.isFinished());
    QVERIFY2(answer.result().ok(), "a job of the first moment failed");
    QTRY_COMPARE(worker.state(), State::Connected);
}

void TestLineWorker::answersArriveOnTheGuiThread()
{
    Hall hall;
    LineWorker worker(hall.config(), hall.clock);
    QThread* where = nullptr;
    worker.run(issue).then(this, [&where](const base::Result<int>&) { where = QThread::currentThread(); });
    QTRY_COMPARE(where, QThread::currentThread());
}

void TestLineWorker::acceptedJobsAreDoneBeforeTheEnd()
{
    Hall hall;
    QList<QFuture<base::Result<int>>> answers;
    {
        LineWorker worker(hall.config(), hall.clock);
        for (int i = 0; i < 20; ++i)
            answers << worker.run(issue);
    }
    for (const auto& answer : answers) {
        QVERIFY(answer.isFinished());
        QVERIFY(answer.result().ok());
    }
}

void TestLineWorker::aThrowingJobIsAnError()
{
    Hall hall;
    LineWorker worker(hall.config(), hall.clock);
    auto answer = worker.run([](Line&) -> base::Result<int> { throw std::runtime_error("broken"); });
    QTRY_VERIFY(answer.isFinished());
    QCOMPARE(answer.result().error().code, base::ErrorCode::Internal);
    auto next = worker.run(issue);
    QTRY_VERIFY(next.isFinished());
    QVERIFY(next.result().ok());
}

void TestLineWorker::noHallIsSaidClearly()
{
    QTemporaryDir empty;
    base::SystemClock clock;
    station::StationConfig config;
    config.storeUrl = empty.path();
    LineWorker worker(config, clock);
    auto answer = worker.run(issue);
    QTRY_VERIFY(answer.isFinished());
    QCOMPARE(answer.result().error().code, base::ErrorCode::StoreUnavailable);
    QTRY_COMPARE(worker.state(), State::Lost);
    QCOMPARE(worker.lastError().code, base::ErrorCode::StoreNotFound);
    QVERIFY(worker.lastError().message.contains(empty.path()));
    QVERIFY(QDir(empty.path()).isEmpty());
}

void TestLineWorker::wrongKeyIsSaidClearly()
{
    Hall hall;
    QFile key(hall.folder + u"/keys/line.key"_qs);
    QVERIFY(key.open(QIODevice::WriteOnly));
    key.write(QByteArray(32, 'x'));
    key.close();
    LineWorker worker(hall.config(), hall.clock);
    QTRY_COMPARE(worker.state(), State::Lost);
    QCOMPARE(worker.lastError().code, base::ErrorCode::WrongKey);
}

void TestLineWorker::aLostStoreRefusesAtOnceAndComesBack()
{
    Hall hall;
    LineWorker worker(hall.config(), hall.clock);
    QTRY_COMPARE(worker.state(), State::Connected);
    const QString away = hall.parent.path() + u"/away"_qs;
    QVERIFY(QDir().rename(hall.folder, away));

    // The job that meets the loss does not write into the folder that went away.
    auto met = worker.run(issue);
    QTRY_VERIFY(met.isFinished());
    QCOMPARE(met.result().error().code, base::ErrorCode::StoreUnavailable);
    QTRY_COMPARE(worker.state(), State::Lost);
    QVERIFY(!QFile::exists(hall.folder));

    bool ran = false;
    auto refused = worker.run([&ran](Line&) -> base::Result<int> {
        ran = true;
        return 0;
    });
    QVERIFY2(refused.isFinished(), "a job was not refused at once");
    QCOMPARE(refused.result().error().code, base::ErrorCode::StoreUnavailable);

    QSignalSpy changed(&worker, &LineWorker::changed);
    QVERIFY(QDir().rename(away, hall.folder));
    QTRY_COMPARE_WITH_TIMEOUT(worker.state(), State::Connected, 8000);
    QVERIFY(!ran);
    QVERIFY(worker.lastError().message.isEmpty());
    QVERIFY(changed.count() > 0);
    QCOMPARE(changed.last().first().value<station::Topics>(), station::kAllTopics);
    auto after = worker.run(issue);
    QTRY_VERIFY(after.isFinished());
    QCOMPARE(after.result().value(), 1); // nothing was written meanwhile
}

void TestLineWorker::aReplacedStoreIsOpenedAnew()
{
    Hall hall;
    Hall other;
    LineWorker worker(hall.config(), hall.clock);
    for (int i = 0; i < 3; ++i) {
        auto answer = worker.run(issue);
        QTRY_VERIFY(answer.isFinished());
    }
    QVERIFY(QDir().rename(hall.folder, hall.parent.path() + u"/old"_qs));
    QVERIFY(QDir().rename(other.folder, hall.folder));
    const auto count = [](Line& line) -> base::Result<int> {
        HALL_ASSIGN(const auto n, line.store.connection().value<int>("SELECT count(*) FROM ticket"));
        return n.value_or(-1);
    };
    // Nobody need ask: the slow poll notices.
    QSignalSpy states(&worker, &LineWorker::stateChanged);
    QTRY_VERIFY_WITH_TIMEOUT(states.count() >= 2 && worker.state() == State::Connected, 8000);
    auto answer = worker.run(count);
    QTRY_VERIFY(answer.isFinished());
    QCOMPARE(answer.result().value(), 0);
}

void TestLineWorker::noJobRunsTwice()
{
    Hall hall;
    LineWorker worker(hall.config(), hall.clock);
    const QString away = hall.parent.path() + u"/away"_qs;
    QTRY_COMPARE(worker.state(), State::Connected);
    std::atomic<int> runs = 0;
    int good = 0;
    int refused = 0;
    QElapsedTimer time;
    time.start();
    while (time.elapsed() < 2500) {
        const bool isAway = QFile::exists(away);
        QVERIFY(isAway ? QDir().rename(away, hall.folder) : QDir().rename(hall.folder, away));
        if (isAway) // jobs meet a store that is back, not only one that is looked for
            QTRY_COMPARE_WITH_TIMEOUT(worker.state(), State::Connected, 8000);
        for (int i = 0; i < 20; ++i) {
            auto answer = worker.run([&runs](Line& line) {
                ++runs;
                return issue(line);
            });
            QTRY_VERIFY(answer.isFinished());
            if (answer.result().ok())
                ++good;
            else
                ++refused;
            QTest::qWait(5);
        }
    }
    if (QFile::exists(away))
        QVERIFY(QDir().rename(away, hall.folder));
    QTRY_COMPARE_WITH_TIMEOUT(worker.state(), State::Connected, 8000);
    auto count = worker.run([](Line& line) -> base::Result<int> {
        HALL_ASSIGN(const auto n, line.store.connection().value<int>("SELECT count(*) FROM ticket"));
        return n.value_or(-1);
    });
    QTRY_VERIFY(count.isFinished());
    QCOMPARE(count.result().value(), good);
    QCOMPARE(runs.load(), good); // what was refused never ran
    QVERIFY(good > 0);
    QVERIFY(refused > 0);
}

void TestLineWorker::aSlowJobDoesNotHoldUpTheGuiThread()
{
    Hall hall;
    LineWorker worker(hall.config(), hall.clock);
    auto slow = worker.run([](Line&) -> base::Result<int> {
        QThread::msleep(400);
        return 0;
    });
    qint64 longest = 0;
    QElapsedTimer since;
    since.start();
    QTimer tick;
    connect(&tick, &QTimer::timeout, this, [&] { longest = std::max(longest, since.restart()); });
    tick.start(5);
    for (int i = 0; i < 50; ++i)
        worker.run(issue);
    QTRY_VERIFY(slow.isFinished());
    QVERIFY2(longest < 200, qPrintable(QString::number(longest)));
}

void TestLineWorker::ownAndForeignChangesAreTold()
{
    Hall hall;
    LineWorker one(hall.config(), hall.clock);
    LineWorker two(hall.config(), hall.clock);
    QTRY_VERIFY(one.state() == State::Connected && two.state() == State::Connected);
    QSignalSpy oneHears(&one, &LineWorker::changed);
    QSignalSpy twoHears(&two, &LineWorker::changed);
    one.run(issue);
    QTRY_VERIFY(!oneHears.isEmpty() && !twoHears.isEmpty());
    QCOMPARE(oneHears.first().first().value<station::Topics>(), station::Topics(station::Topic::Line));
    QCOMPARE(twoHears.first().first().value<station::Topics>(), station::Topics(station::Topic::Line));
}

QTEST_GUILESS_MAIN(TestLineWorker)
#include "tst_line_worker.moc"
