// SPDX-License-Identifier: GPL-3.0-or-later
// From Call at a desk to the number on the board's screen in another process, with twenty programs open on one store.
//
//     feed_latency [--calls N] [--programs N] [--idle SECONDS]
//
// Boards show the real window (off screen, with the software renderer); the moment counted is the frame that shows the
// number. Desks read anew what a desk shows whenever the feed says that something changed. The answer is JSON.
#include "app/station/line_worker.h"
#include "tests/support/line_fixture.h"
#include "ui/board/announcer.h"
#include "ui/board/board_screen.h"
#include "ui/board/line_board_source.h"
#include "ui/theme/widgets_theme.h"

#include <QApplication>
#include <QCommandLineParser>
#include <QElapsedTimer>
#include <QFile>
#include <QJsonDocument>
#include <QJsonObject>
#include <QProcess>
#include <QQmlApplicationEngine>
#include <QQuickItem>
#include <QQuickWindow>
#include <QTextStream>
#include <QTimer>
#include <QtQml/QQmlExtensionPlugin>
#include <cmath>
#include <cstdio>
#include <ctime>
#include <unistd.h>

Q_IMPORT_QML_PLUGIN(Hall_ThemePlugin)
Q_IMPORT_QML_PLUGIN(Hall_BoardPlugin)

using namespace hall;

namespace {

/// The machine's steady clock: the same in every process.
qint64 steadyNs()
{
    timespec now = {};
    clock_gettime(CLOCK_MONOTONIC, &now);
    return qint64(now.tv_sec) * 1'000'000'000 + now.tv_nsec;
}

station::StationConfig configOf(const QString& folder, const QString& name)
{
    station::StationConfig config;
    config.storeUrl = folder;
    config.stationName = name;
    return config;
}

/// A board: says on standard output which number its newest frame shows.
int runBoard(QApplication& application, const QString& folder, const QString& name)
{
    base::SystemClock clock;
    theme::useFonts(application);
    station::LineWorker worker(configOf(folder, name), clock);
    board::LineBoardSource source(worker);
    board::Announcer announcer(nullptr, nullptr, board::Announcer::Pace{0, 0}); // sound would only make the calls wait
    board::BoardScreen screen(source, announcer, clock);
    screen.start();
    QQmlApplicationEngine engine;
    engine.addImportPath(u"qrc:/qt/qml"_qs);
    engine.setInitialProperties({{u"screen"_qs, QVariant::fromValue(&screen)}});
    engine.load(QUrl(u"qrc:/qt/qml/Hall/Board/BoardWindow.qml"_qs));
    auto* window = engine.rootObjects().isEmpty() ? nullptr : qobject_cast<QQuickWindow*>(engine.rootObjects().constFirst());
    if (!window)
        return 1;
    window->resize(1920, 1080);
    window->show();
    QString shown;
    QObject::connect(window, &QQuickWindow::frameSwapped, &application, [&] {
        auto* item = window->findChild<QQuickItem*>(u"nowNumber"_qs);
        const QString number = item ? item->property("text").toString() : QString();
        if (number == shown)
            return;
        shown = number;
        std::printf("SHOWN %s %lld\n", qPrintable(number), static_cast<long long>(steadyNs()));
        std::fflush(stdout);
    });
    std::printf("OPEN\n");
    std::fflush(stdout);
    return QApplication::exec();
}

/// A desk that shows the line, the desks and the blocks' loads, and reads them anew at each change; one reading at a time.
int runDesk(const QString& folder, const QString& name)
{
    base::SystemClock clock;
    station::LineWorker worker(configOf(folder, name), clock);
    bool reading = false;
    bool again = false;
    std::function<void()> read = [&] {
        if (std::exchange(reading, true)) {
            again = true;
            return;
        }
        worker.run([](station::Line& line) -> base::Status {
            HALL_TRY(line.queue.list({}));
            HALL_TRY(line.desks.list());
            return line.queue.loads().ok() ? base::Status() : base::Status(base::ErrorCode::Internal, {});
        }).then(qApp, [&](const base::Status&) {
            reading = false;
            if (std::exchange(again, false))
                read();
        });
    };
    QObject::connect(&worker, &station::LineWorker::changed, qApp, [&] { read(); });
    std::printf("OPEN\n");
    std::fflush(stdout);
    return QApplication::exec();
}

double millis(qint64 ns)
{
    return std::round(double(ns) / 1e4) / 100.0;
}

double cpuSecondsOf(qint64 pid)
{
    QFile stat(u"/proc/%1/stat"_qs.arg(pid));
    if (!stat.open(QIODevice::ReadOnly))
        return 0;
    const QByteArray text = stat.readAll();
    const auto fields = text.mid(text.lastIndexOf(')') + 2).split(' ');
    return (fields.value(11).toDouble() + fields.value(12).toDouble()) / double(sysconf(_SC_CLK_TCK));
}

class Bench : public QObject
{
public:
    Bench(int programs, int calls, int idleSeconds)
        : m_fixture(m_parent.path())
        , m_calls(calls)
        , m_idleSeconds(idleSeconds)
    {
        if (!m_fixture.place().onServer())
            writeKey();
        m_fixture.clock.set(m_clock.now());
        for (int i = 0; i < calls + 50; ++i)
            m_fixture.issue();
        m_worker = std::make_unique<station::LineWorker>(configOf(m_fixture.folder(), u"desk-1"_qs), m_clock);
        m_patience.setSingleShot(true);
        m_patience.setInterval(60'000);
        connect(&m_patience, &QTimer::timeout, this, &Bench::giveUp);
        m_patience.start();
        // This process is the desk that calls; a fifth of the others are boards.
        const int others = programs - 1;
        for (int i = 0; i < others; ++i)
            open(i < std::max(1, others / 5) ? u"board"_qs : u"desk"_qs, i);
    }
    ~Bench() override
    {
        for (const auto& process : m_processes) {
            process->disconnect(this);
            process->terminate();
        }
        for (const auto& process : m_processes)
            process->waitForFinished(3000);
    }

private:
    void writeKey()
    {
        QDir().mkpath(m_parent.path() + u"/keys"_qs);
        QFile key(m_parent.path() + u"/keys/line.key"_qs);
        if (!key.open(QIODevice::WriteOnly))
            qFatal("no key");
        key.write(tests::LineFixture::key());
        key.setPermissions(QFile::ReadOwner | QFile::WriteOwner);
    }
    /// A measurement that makes no progress is a failed one; it never hangs.
    void giveUp()
    {
        QTextStream(stdout) << R"({"bench": "feed_latency", "failed": true, "shown": )" << m_latencies.size() << "}\n";
        QCoreApplication::exit(1);
    }
    void open(const QString& role, int i)
    {
        auto process = std::make_unique<QProcess>();
        QProcess* p = process.get();
        connect(p, &QProcess::readyReadStandardOutput, this, [this, p, i] {
            while (p->canReadLine())
                hear(i, p->readLine().simplified().split(' '));
        });
        p->setProcessChannelMode(QProcess::ForwardedErrorChannel);
        p->start(QCoreApplication::applicationFilePath(),
                 {u"--role"_qs, role, u"--folder"_qs, m_fixture.folder(), u"--name"_qs, role + QString::number(i)});
        m_processes.push_back(std::move(process));
    }
    void hear(int from, const QByteArrayList& words)
    {
        if (words.value(0) == "OPEN" && ++m_open == int(m_processes.size())) {
            QTimer::singleShot(3000, this, [this] { beIdle(); }); // everybody has read what it shows
        } else if (from == 0 && words.value(0) == "SHOWN") {
            m_shown.insert(words.value(1), words.value(2).toLongLong());
            settle();
        }
    }
    /// The board may be faster than the answer to the desk.
    void settle()
    {
        if (m_called.isEmpty() || !m_shown.contains(m_called))
            return;
        m_latencies << m_shown.value(m_called) - m_clicked;
        m_called.clear();
        m_patience.start();
        m_worker->run([id = m_ticket](station::Line& line) { return line.queue.finish(id, u"clerk"_qs); });
        QTimer::singleShot(100, this, [this] { call(); });
    }
    void beIdle()
    {
        QList<double> before;
        for (const auto& process : m_processes)
            before << cpuSecondsOf(process->processId());
        QTimer::singleShot(m_idleSeconds * 1000, this, [this, before] {
            for (size_t i = 0; i < m_processes.size(); ++i)
                m_idleCpu += cpuSecondsOf(m_processes[i]->processId()) - before[qsizetype(i)];
            call();
        });
    }
    void call()
    {
        if (m_latencies.size() == m_calls) {
            report();
            return;
        }
        m_clicked = steadyNs();
        m_worker->run([](station::Line& line) { return line.queue.callNext(1, u"clerk"_qs); })
            .then(this, [this](const base::Result<queue::Called>& called) {
                if (!called.ok() || !called->ticket)
                    qFatal("the call failed");
                m_callTook << steadyNs() - m_clicked;
                m_ticket = called->ticket->id;
                m_called = called->ticket->number.toUtf8();
                settle();
            });
    }
    void report()
    {
        std::sort(m_latencies.begin(), m_latencies.end());
        std::sort(m_callTook.begin(), m_callTook.end());
        const auto at = [](const QList<qint64>& sorted, double q) {
            return millis(sorted[std::min(sorted.size() - 1, qsizetype(std::ceil(q * double(sorted.size()))) - 1)]);
        };
        const QJsonObject answer{
            {u"bench"_qs, u"feed_latency"_qs},
            {u"engine"_qs, QString(m_fixture.line().engine())},
            {u"programs"_qs, int(m_processes.size()) + 1},
            {u"calls"_qs, m_calls},
            {u"call_to_board_ms"_qs, QJsonObject{{u"p50"_qs, at(m_latencies, 0.5)},
                                                 {u"p90"_qs, at(m_latencies, 0.9)},
                                                 {u"p99"_qs, at(m_latencies, 0.99)},
                                                 {u"max"_qs, millis(m_latencies.last())}}},
            {u"call_answered_ms"_qs, QJsonObject{{u"p50"_qs, at(m_callTook, 0.5)}, {u"p99"_qs, at(m_callTook, 0.99)}}},
            {u"idle_cpu_percent_per_program"_qs,
             std::round(1e4 * m_idleCpu / std::max(1, m_idleSeconds) / double(m_processes.size())) / 100.0},
        };
        QTextStream(stdout) << QJsonDocument(answer).toJson();
        QCoreApplication::exit(at(m_latencies, 0.99) < 250 ? 0 : 1);
    }

    QTemporaryDir m_parent;
    base::SystemClock m_clock;
    tests::LineFixture m_fixture;
    std::unique_ptr<station::LineWorker> m_worker;
    std::vector<std::unique_ptr<QProcess>> m_processes;
    QTimer m_patience;
    int m_open = 0;
    int m_calls;
    int m_idleSeconds;
    double m_idleCpu = 0;
    qint64 m_clicked = 0;
    QByteArray m_called; ///< the number that the board has yet to show
    QHash<QByteArray, qint64> m_shown;
    queue::TicketId m_ticket;
    QList<qint64> m_latencies;
    QList<qint64> m_callTook;
};

} // namespace

int main(int argc, char** argv)
{
    qputenv("QT_QPA_PLATFORM", "offscreen");
    qputenv("QT_QUICK_BACKEND", "software");
    qputenv("HALL_KEYRING", "file");
    QApplication application(argc, argv);
    QCommandLineParser parser;
    parser.addOptions({{u"role"_qs, u"board or desk"_qs, u"R"_qs}, {u"folder"_qs, u"the hall"_qs, u"F"_qs},
                       {u"name"_qs, u"station"_qs, u"N"_qs}, {u"calls"_qs, u"how many"_qs, u"N"_qs, u"200"_qs},
                       {u"programs"_qs, u"how many"_qs, u"N"_qs, u"20"_qs}, {u"idle"_qs, u"seconds"_qs, u"S"_qs, u"10"_qs}});
    parser.process(application);
    if (parser.value(u"role"_qs) == u"board"_qs)
        return runBoard(application, parser.value(u"folder"_qs), parser.value(u"name"_qs));
    if (parser.value(u"role"_qs) == u"desk"_qs)
        return runDesk(parser.value(u"folder"_qs), parser.value(u"name"_qs));
    Bench bench(parser.value(u"programs"_qs).toInt(), parser.value(u"calls"_qs).toInt(), parser.value(u"idle"_qs).toInt());
    return QApplication::exec();
}
