// SPDX-License-Identifier: GPL-3.0-or-later
// The kiosk goes on while the server is away: numbers reserved beforehand, tickets that survive a crash and come into the line
// in order, none twice, every number accounted for.
#include "app/seal/sealed_box.h"
#include "app/sql/connection.h"
#include "app/station/line_worker.h"
#include "app/station/outbox.h"
#include "app/store/line_store.h"
#include "tests/server/server_hall.h"
#include "ui/kiosk/station_hall.h"

#include <QElapsedTimer>
#include <QFile>
#include <QSet>
#include <QTest>
#include <csignal>
#include <sys/wait.h>
#include <unistd.h>

using namespace hall;
using base::ErrorCode;
using queue::IssueRequest;
using station::Outbox;

class TestOutbox : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase()
    {
        m_hall = std::make_unique<tests::ServerHall>(m_clock);
        QVERIFY2(m_hall->complaint().isEmpty(), qPrintable(m_hall->complaint()));
    }
    void init()
    {
        m_store = std::make_unique<store::LineStore>(store::LineStore::open(m_hall->place(QStringLiteral("kiosk-1"))).value());
        m_line = std::make_unique<station::Line>(*m_store, m_clock);
        m_folder = std::make_unique<QTemporaryDir>();
        m_own = {m_folder->filePath(QStringLiteral("own"))};
    }
    void cleanup()
    {
        m_line.reset();
        m_store.reset();
    }

    void numbersAreReservedOnceAndBelongToOne();
    void whatIsGivenComesIntoTheLine();
    void aTicketIsNeverWrittenTwice();
    void whatTheLineMadeOfItBeforeIsWithdrawn();
    void aTicketThatNobodySawIsTakenBack();
    void whenTheNumbersAreUsedUp();
    void aCrashLosesNothing();
    void aFileThatWasBeingMade();
    void nothingCanBeReadInTheFile();
    void theServerIsAwayDuringARush();
    void theServerStandsStill();

private:
    /// With a day's numbers of its own.
    void anotherHall()
    {
        cleanup();
        m_hall = std::make_unique<tests::ServerHall>(m_clock);
        QVERIFY2(m_hall->complaint().isEmpty(), qPrintable(m_hall->complaint()));
    }
    std::unique_ptr<Outbox> open()
    {
        auto outbox = Outbox::open(m_own, m_clock);
        return outbox.ok() ? std::move(outbox).value() : nullptr;
    }
    IssueRequest request() const
    {
        IssueRequest wanted;
        wanted.key = QUuid::createUuid();
        wanted.service = m_hall->service(QStringLiteral("reception"));
        wanted.actor = kKiosk;
        return wanted;
    }
    QDate today() const { return base::hallDay(m_clock.now()); }
    /// Of the reception.
    queue::SeriesBooks books()
    {
        const auto books = m_line->queue.books(today());
        return books.ok() ? books->first() : queue::SeriesBooks();
    }
    void checkBooks();
    /// Numbers by receipt code: each is in the line, waits, and has what was typed.
    void checkWritten(const QMap<QString, QString>& shown);

    inline static const QString kKiosk = QStringLiteral("kiosk-lobby");
    base::SystemClock m_clock;
    std::unique_ptr<tests::ServerHall> m_hall;
    std::unique_ptr<store::LineStore> m_store;
    std::unique_ptr<station::Line> m_line;
    std::unique_ptr<QTemporaryDir> m_folder;
    store::HallFiles m_own;
};

void TestOutbox::numbersAreReservedOnceAndBelongToOne()
{
    const auto outbox = open();
    QVERIFY(outbox);
    QCOMPARE(outbox->give(request()).error().code, ErrorCode::StoreUnavailable); // it has not seen the hall yet
    QVERIFY(outbox->fill(*m_line, kKiosk).ok());
    const int reserved = books().unused;
    QVERIFY(outbox->fill(*m_line, kKiosk).ok());
    QCOMPARE(books().unused, reserved); // full is full
    m_own = {m_folder->filePath(QStringLiteral("second"))};
    const auto second = open();
    QVERIFY(second->fill(*m_line, QStringLiteral("kiosk-2")).ok());
    QCOMPARE(books().unused, reserved + 20);
    const auto first = outbox->give(request());
    const auto other = second->give(request());
    QVERIFY(first.ok() && other.ok());
    QVERIFY(first->number != other->number);
}

void TestOutbox::whatIsGivenComesIntoTheLine()
{
    const auto outbox = open();
    QVERIFY(outbox->fill(*m_line, kKiosk).ok());
    QVERIFY(outbox->catalogue().ok());
    const auto key = outbox->blockKey(QStringLiteral("reception"));
    QVERIFY(key.ok());
    IssueRequest wanted = request();
    wanted.partySize = 3;
    wanted.priorityClass = QStringLiteral("elderly");
    wanted.evidence = QStringLiteral("age-card");
    wanted.sealedIntake = seal::sealTo(key->publicKey, key->generation, QByteArrayView("{\"name\":\"王建国\"}"))->bytes;
    wanted.intakeGeneration = key->generation;
    const auto given = outbox->give(wanted);
    QVERIFY2(given.ok(), given.ok() ? "" : qPrintable(given.error().message));
    QCOMPARE(outbox->give(wanted)->number, given->number); // asked again
    QCOMPARE(outbox->waiting().value(), 1);
    QTest::qWait(20);
    QVERIFY(outbox->drain(*m_line, kKiosk).ok());
    QCOMPARE(outbox->waiting().value(), 0);
    const auto written = m_line->queue.ticketByReceipt(today(), given->receiptCode).value();
    QVERIFY(written.has_value());
    QCOMPARE(written->number, given->number);
    QCOMPARE(written->arrived, given->arrived); // waited since the touch, not since the server was back
    QCOMPARE(written->partySize, 3);
    QCOMPARE(written->priorityClass, QStringLiteral("elderly"));
    QVERIFY(written->hasIntake);
    checkBooks();
}

void TestOutbox::aTicketIsNeverWrittenTwice()
{
    auto outbox = open();
    QVERIFY(outbox->fill(*m_line, kKiosk).ok());
    QList<Outbox::Given> given;
    for (int i = 0; i < 3; ++i)
        given << outbox->give(request()).value();
    // A copy of the file from before: as if the machine had died after writing, before it noted that it had.
    outbox.reset();
    QVERIFY(QFile::copy(m_own.outbox(), m_own.outbox() + QStringLiteral(".before")));
    outbox = open();
    QVERIFY(outbox->drain(*m_line, kKiosk).ok());
    outbox.reset();
    QVERIFY(QFile::remove(m_own.outbox()));
    QVERIFY(QFile::rename(m_own.outbox() + QStringLiteral(".before"), m_own.outbox()));
    outbox = open();
    QCOMPARE(outbox->waiting().value(), 3);
    QVERIFY(outbox->drain(*m_line, kKiosk).ok());
    QCOMPARE(outbox->waiting().value(), 0);
    for (const Outbox::Given& ticket : given) {
        QCOMPARE(m_store->connection().value<int>("SELECT count(*) FROM ticket WHERE number = $1 AND day = $2", ticket.number, today()).value(), 1);
    }
    checkBooks();
}

void TestOutbox::whatTheLineMadeOfItBeforeIsWithdrawn()
{
    const auto outbox = open();
    QVERIFY(outbox->fill(*m_line, kKiosk).ok());
    const IssueRequest wanted = request();
    const auto unheard = m_line->queue.issue(wanted); // written, and the answer never came
    QVERIFY(unheard.ok());
    const auto given = outbox->give(wanted);
    QVERIFY(given.ok() && given->number != unheard->ticket.number);
    QVERIFY(outbox->drain(*m_line, kKiosk).ok());
    QCOMPARE(m_line->queue.ticket(unheard->ticket.id)->state, queue::TicketState::Cancelled);
    QCOMPARE(m_line->queue.ticketByReceipt(today(), given->receiptCode).value()->state, queue::TicketState::Waiting);
    checkBooks();
}

void TestOutbox::aTicketThatNobodySawIsTakenBack()
{
    const auto outbox = open();
    QVERIFY(outbox->fill(*m_line, kKiosk).ok());
    const IssueRequest wanted = request();
    QVERIFY(outbox->give(wanted).ok());
    QVERIFY(!outbox->takeBack(wanted.key)->has_value());
    const int before = books().givenReserved;
    QVERIFY(outbox->drain(*m_line, kKiosk).ok());
    QCOMPARE(books().givenReserved, before);
    const IssueRequest late = request();
    QVERIFY(outbox->give(late).ok());
    QVERIFY(outbox->drain(*m_line, kKiosk).ok());
    const auto writtenAs = outbox->takeBack(late.key).value();
    QVERIFY(writtenAs.has_value());
    QVERIFY(m_line->queue.withdraw(*writtenAs, kKiosk).value());
    checkBooks();
}

void TestOutbox::whenTheNumbersAreUsedUp()
{
    const auto outbox = Outbox::open(m_own, m_clock, {2, 1}).value();
    QVERIFY(outbox->fill(*m_line, kKiosk).ok());
    QSet<QString> numbers;
    for (int i = 0; i < 2; ++i)
        numbers << outbox->give(request())->number;
    QCOMPARE(numbers.size(), 2);
    const auto refused = outbox->give(request());
    QCOMPARE(refused.error().code, ErrorCode::StoreUnavailable);
    QVERIFY(outbox->drain(*m_line, kKiosk).ok());
    QVERIFY(outbox->fill(*m_line, kKiosk).ok());
    QVERIFY(outbox->give(request()).ok());
    // The whole range of a day is two hundred numbers; who comes after them gets none, and nobody's.
    const QDate far = today().addDays(300);
    int taken = 0;
    while (true) {
        const auto reserve = m_line->queue.reserve(QStringLiteral("reception"), far, 70, kKiosk).value();
        if (reserve.last < reserve.first)
            break;
        taken += reserve.last - reserve.first + 1;
    }
    QCOMPARE(taken, 200);
}

// Killed at any moment: each ticket that a visitor saw is there afterwards.
void TestOutbox::aCrashLosesNothing()
{
    auto outbox = Outbox::open(m_own, m_clock, {60, 1}).value();
    QVERIFY(outbox->fill(*m_line, kKiosk).ok());
    outbox.reset();
    QSet<QByteArray> shown;
    for (int round = 0; round < 8; ++round) {
        int pipe[2];
        QCOMPARE(::pipe(pipe), 0);
        const pid_t child = ::fork();
        if (child == 0) {
            ::close(pipe[0]);
            auto mine = Outbox::open(m_own, m_clock, {60, 1});
            while (mine.ok()) {
                const auto given = (*mine)->give(request());
                if (!given.ok())
                    break;
                const QByteArray number = given->number.toUtf8();
                if (::write(pipe[1], number.constData(), static_cast<size_t>(number.size())) != number.size())
                    break;
            }
            ::_exit(0);
        }
        ::close(pipe[1]);
        ::usleep(static_cast<useconds_t>(15'000 + 7'000 * round));
        ::kill(child, SIGKILL);
        ::waitpid(child, nullptr, 0);
        char number[4];
        while (::read(pipe[0], number, sizeof number) == sizeof number)
            shown.insert(QByteArray(number, sizeof number));
        ::close(pipe[0]);
    }
    QVERIFY(!shown.isEmpty());
    outbox = open();
    QVERIFY(outbox->drain(*m_line, kKiosk).ok());
    for (const QByteArray& number : std::as_const(shown))
        QVERIFY2(m_line->queue.ticketByNumber(today(), QString::fromUtf8(number))->has_value(), number.constData());
    checkBooks();
}

// The machine died between the key, the file, and the first page.
void TestOutbox::aFileThatWasBeingMade()
{
    QVERIFY(open());
    QVERIFY(QFile::remove(m_own.outbox()));
    QVERIFY(open());
    QVERIFY(QFile::remove(m_own.outbox()));
    QFile empty(m_own.outbox());
    QVERIFY(empty.open(QIODevice::WriteOnly));
    empty.close();
    const auto outbox = open();
    QVERIFY(outbox);
    QVERIFY(outbox->fill(*m_line, kKiosk).ok());
}

void TestOutbox::nothingCanBeReadInTheFile()
{
    anotherHall();
    init();
    auto outbox = open();
    QVERIFY(outbox->fill(*m_line, kKiosk).ok());
    IssueRequest wanted = request();
    const auto key = outbox->blockKey(QStringLiteral("reception"));
    wanted.sealedIntake = seal::sealTo(key->publicKey, key->generation, QByteArrayView("王建国 13800000000"))->bytes;
    const QByteArray receipt = outbox->give(wanted)->receiptCode.toUtf8();
    outbox.reset();
    QFile file(m_own.outbox());
    QVERIFY(file.open(QIODevice::ReadOnly));
    const QByteArray bytes = file.readAll();
    for (const QByteArray& planted : {receipt, QByteArray("王建国"), QByteArray("13800000000"), QByteArray("CREATE TABLE"), wanted.service.toUtf8()})
        QVERIFY2(!bytes.contains(planted), planted.constData());
    // Without its key, the file opens for nobody.
    QVERIFY(QFile::remove(m_own.keys() + QStringLiteral("/outbox.key")));
    QVERIFY(!open());
}

/// The kiosk's own gateway with a visitor every moment. HALL_OUTAGE_S makes it longer; the full measure is 300.
void TestOutbox::theServerIsAwayDuringARush()
{
    const int outage = std::max(3, qEnvironmentVariableIntValue("HALL_OUTAGE_S"));
    anotherHall();
    station::LineWorker worker(m_hall->config(QStringLiteral("kiosk-1"), kKiosk), m_clock);
    kiosk::StationHall hall(worker, m_clock, nullptr);
    QTRY_COMPARE_WITH_TIMEOUT(hall.link(), kiosk::HallGateway::Link::Connected, 10'000);
    QTest::qWait(800); // the reserve is being filled
    QMap<QString, QString> shown; // number by receipt
    int apart = 0;
    qint64 slowest = 0;
    const auto visit = [&](int number) {
        kiosk::VisitRequest wanted;
        wanted.key = QUuid::createUuid();
        wanted.block = number % 2 ? QStringLiteral("reception") : QStringLiteral("mediation");
        wanted.service = m_hall->service(wanted.block);
        wanted.priorityClass = QStringLiteral("ordinary");
        wanted.details.name = QStringLiteral("王建国");
        QElapsedTimer time;
        time.start();
        auto reply = hall.issue(wanted);
        QTRY_VERIFY_WITH_TIMEOUT(reply.isFinished(), 20'000);
        const auto given = reply.result();
        QVERIFY2(given.ok(), given.ok() ? "" : qPrintable(given.error().message));
        QVERIFY(given->intakeKept);
        shown.insert(given->receiptCode, given->number);
        apart += given->apart ? 1 : 0;
        slowest = std::max(slowest, time.elapsed());
    };
    for (int i = 0; i < 6; ++i)
        visit(i);
    QCOMPARE(apart, 0);
    m_hall->cluster().stop(tests::PrivateCluster::Stop::Immediate);
    QElapsedTimer away;
    away.start();
    // A reserve holds twenty numbers of each block: at most thirty visitors of the two.
    const int visitors = 30;
    for (int i = 0; i < visitors; ++i) {
        visit(i);
        if (QTest::currentTestFailed())
            return;
        QTest::qWait(std::max(1, outage * 1000 / visitors - 20));
    }
    QCOMPARE(hall.link(), kiosk::HallGateway::Link::Apart);
    QVERIFY(hall.menu().result().ok());
    QVERIFY(apart >= visitors - 1);
    while (away.elapsed() < outage * 1000LL)
        QTest::qWait(50);
    QVERIFY2(m_hall->cluster().start(), qPrintable(m_hall->cluster().complaint()));
    QTRY_COMPARE_WITH_TIMEOUT(hall.link(), kiosk::HallGateway::Link::Connected, 20'000);
    init();
    const auto isWritten = [&](const QString& receipt) { return m_line->queue.ticketByReceipt(today(), receipt).value().has_value(); };
    QTRY_VERIFY_WITH_TIMEOUT(std::all_of(shown.keyBegin(), shown.keyEnd(), isWritten), 20'000);
    checkWritten(shown);
    qInfo("%d tickets while the server was away for %lld s; the slowest took %lld ms", apart, away.elapsed() / 1000, slowest);
    visit(1);
    QVERIFY(!QTest::currentTestFailed());
}

// The worst of it: the server neither answers nor refuses, and what the line was asked for is written in the end.
void TestOutbox::theServerStandsStill()
{
    anotherHall();
    station::LineWorker worker(m_hall->config(QStringLiteral("kiosk-1"), kKiosk), m_clock);
    kiosk::StationHall hall(worker, m_clock, nullptr);
    QTRY_COMPARE_WITH_TIMEOUT(hall.link(), kiosk::HallGateway::Link::Connected, 10'000);
    QTest::qWait(800);
    m_hall->cluster().freeze();
    kiosk::VisitRequest wanted;
    wanted.key = QUuid::createUuid();
    wanted.block = QStringLiteral("reception");
    wanted.service = m_hall->service(wanted.block);
    wanted.priorityClass = QStringLiteral("ordinary");
    QElapsedTimer time;
    time.start();
    auto reply = hall.issue(wanted);
    QTRY_VERIFY_WITH_TIMEOUT(reply.isFinished(), 8000);
    const auto given = reply.result();
    const qint64 waited = time.elapsed();
    m_hall->cluster().thaw();
    QVERIFY2(given.ok() && given->apart, given.ok() ? "not apart" : qPrintable(given.error().message));
    QVERIFY2(waited < 6000, qPrintable(QString::number(waited)));
    init();
    const auto written = [&] { return m_line->queue.ticketByReceipt(today(), given->receiptCode).value(); };
    QTRY_VERIFY_WITH_TIMEOUT(written().has_value(), 20'000);
    QCOMPARE(written()->number, given->number);
    // What the line had made of the question meanwhile is taken back: the visitor has one ticket.
    const auto unseen = m_line->queue.ticketByKey(wanted.key).value();
    QVERIFY(!unseen || unseen->state == queue::TicketState::Cancelled);
    checkBooks();
}

void TestOutbox::checkWritten(const QMap<QString, QString>& shown)
{
    for (auto it = shown.cbegin(); it != shown.cend(); ++it) {
        const auto ticket = m_line->queue.ticketByReceipt(today(), it.key()).value();
        QCOMPARE(ticket->number, it.value());
        QCOMPARE(ticket->state, queue::TicketState::Waiting);
        QVERIFY(ticket->hasIntake);
    }
    checkBooks();
}

void TestOutbox::checkBooks()
{
    const auto all = m_line->queue.books(today());
    QVERIFY2(all.ok(), all.ok() ? "" : qPrintable(all.error().message));
    for (const queue::SeriesBooks& block : *all) {
        QCOMPARE(block.missing, 0);
        QVERIFY(block.unused >= 0);
    }
}

QTEST_GUILESS_MAIN(TestOutbox)
#include "tst_outbox.moc"
