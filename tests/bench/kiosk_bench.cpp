// SPDX-License-Identifier: GPL-3.0-or-later
// What a visitor waits for at the kiosk.
//
//     kiosk_bench touch [--visits N] [--programs N]     from the touch on "take my ticket" to the number on the screen
//     kiosk_bench start [--tickets N] [--starts N]      from the start of hall-kiosk to the first frame that can be touched
//
// Both on the demo hall that hallctl makes, sealed store and all; the answer is JSON.
#include "app/sql/connection.h"
#include "app/store/line_store.h"
#include "ui/kiosk/kiosk_program.h"
#include "ui/theme/widgets_theme.h"

#include <QApplication>
#include <QCommandLineParser>
#include <QDir>
#include <QElapsedTimer>
#include <QFile>
#include <QJsonDocument>
#include <QJsonObject>
#include <QProcess>
#include <QQuickItem>
#include <QTemporaryDir>
#include <QTest>
#include <QTextStream>
#include <QtQml/QQmlExtensionPlugin>
#include <cmath>

Q_IMPORT_QML_PLUGIN(Hall_ThemePlugin)
Q_IMPORT_QML_PLUGIN(Hall_KioskPlugin)

using namespace hall;

namespace {

QString programPath(const QString& name)
{
    return QCoreApplication::applicationDirPath() + u"/../bin/"_qs + name;
}

void makeHall(const QString& folder)
{
    QProcess hallctl;
    hallctl.start(programPath(u"hallctl"_qs), {u"init"_qs, u"--demo"_qs, u"--json"_qs, u"--store"_qs, folder});
    if (!hallctl.waitForFinished(300'000) || hallctl.exitCode() != 0)
        qFatal("no demo hall: %s", hallctl.readAllStandardError().constData());
}

double atShare(QList<double> sorted, double share)
{
    std::sort(sorted.begin(), sorted.end());
    const auto place = qsizetype(std::ceil(share * double(sorted.size()))) - 1;
    return std::round(sorted[std::clamp<qsizetype>(place, 0, sorted.size() - 1)] * 100) / 100;
}

QQuickItem* shown(QQuickItem* item, const QString& name)
{
    if (!item->isVisible())
        return nullptr;
    if (item->objectName() == name)
        return item;
    for (QQuickItem* child : item->childItems()) {
        if (QQuickItem* found = shown(child, name))
            return found;
    }
    return nullptr;
}

int say(const QJsonObject& answer, bool good)
{
    QTextStream(stdout) << QJsonDocument(answer).toJson();
    return good ? 0 : 1;
}

/// The other programs of a hall: boards with their windows, desks that read what they show at each change.
class Others
{
public:
    Others(int count, const QString& folder)
    {
        for (int i = 0; i < count; ++i) {
            const QString role = i < std::max(1, count / 5) ? u"board"_qs : u"desk"_qs;
            auto process = std::make_unique<QProcess>();
            process->start(QCoreApplication::applicationDirPath() + u"/feed_latency"_qs,
                           {u"--role"_qs, role, u"--folder"_qs, folder, u"--name"_qs, role + QString::number(i)});
            process->waitForReadyRead(30'000); // OPEN
            m_processes.push_back(std::move(process));
        }
    }
    ~Others()
    {
        for (const auto& process : m_processes)
            process->terminate();
        for (const auto& process : m_processes)
            process->waitForFinished(3000);
    }
    int running() const
    {
        return int(std::ranges::count_if(m_processes, [](const auto& p) { return p->state() == QProcess::Running; }));
    }

private:
    std::vector<std::unique_ptr<QProcess>> m_processes;
};

/// One visitor from the welcome to the number; milliseconds from the touch to the frame that shows it, or nothing.
std::optional<double> oneVisit(kiosk::KioskProgram& program)
{
    kiosk::Kiosk& kiosk = program.kiosk();
    QQuickWindow* window = program.window();
    kiosk.chooseBlock(u"mediation"_qs);
    kiosk.chooseService(u"mediation-family"_qs);
    kiosk.confirmPeople();
    kiosk.choosePriority(u"ordinary"_qs);
    if (!QTest::qWaitFor([&] { return shown(window->contentItem(), u"review.take"_qs) != nullptr; }, 5000))
        return {};
    QTest::qWait(50); // the screen is at rest, as before a person's hand
    QQuickItem* take = shown(window->contentItem(), u"review.take"_qs);
    std::optional<double> took;
    QElapsedTimer since;
    const auto watch = QObject::connect(window, &QQuickWindow::frameSwapped, window, [&] {
        const QQuickItem* number = shown(window->contentItem(), u"ticket.number"_qs);
        if (!took && number && !number->property("number").toString().isEmpty())
            took = double(since.nsecsElapsed()) / 1e6;
    });
    since.start();
    QTest::mouseClick(window, Qt::LeftButton, {}, take->mapToScene({take->width() / 2, take->height() / 2}).toPoint());
    (void)QTest::qWaitFor([&] { return took.has_value(); }, 5000);
    QObject::disconnect(watch);
    kiosk.leave();
    (void)QTest::qWaitFor([&] { return kiosk.page() == kiosk::VisitSession::Page::Welcome; }, 5000);
    return took;
}

int touch(QApplication& application, int visits, int programs)
{
    QTemporaryDir parent;
    const QString folder = parent.filePath(u"hall"_qs);
    makeHall(folder);
    theme::useFonts(application);
    station::Translations translations;
    translations.use(u"zh"_qs);
    const base::SystemClock clock;
    station::ProgramOptions options;
    options.config.storeUrl = folder;
    options.config.stationName = u"kiosk-1"_qs;
    options.config.language = u"zh"_qs;
    options.config.printTickets = false;
    options.windowed = QSize(1080, 1920);
    kiosk::KioskProgram program(options, translations, clock);
    bool ready = false;
    QObject::connect(&program, &kiosk::KioskProgram::ready, &application, [&] { ready = true; });
    if (!program.show() || !QTest::qWaitFor([&] { return ready; }, 30'000))
        qFatal("the kiosk does not open");
    const Others others(programs - 1, folder);
    QTest::qWait(5000); // everybody has read what it shows, the kiosk its dictionaries
    QList<double> times;
    for (int visit = 0; visit < visits; ++visit) {
        const auto took = oneVisit(program);
        if (!took)
            return say({{u"bench"_qs, u"kiosk_touch"_qs}, {u"failed"_qs, true}, {u"visits"_qs, visit}}, false);
        times << *took;
    }
    const int open = others.running() + 1;
    return say({{u"bench"_qs, u"kiosk_touch"_qs},
                {u"programs"_qs, open},
                {u"visits"_qs, visits},
                {u"touch_to_number_ms"_qs, QJsonObject{{u"p50"_qs, atShare(times, 0.5)},
                                                       {u"p90"_qs, atShare(times, 0.9)},
                                                       {u"p99"_qs, atShare(times, 0.99)},
                                                       {u"max"_qs, atShare(times, 1)}}}},
               atShare(times, 0.99) < 250 && open == programs);
}

/// Puts finished tickets with their history into the line, as years of a busy hall leave them.
void addHistory(const QString& folder, int tickets)
{
    QFile key(folder + u"/keys/line.key"_qs);
    if (!key.open(QIODevice::ReadOnly))
        qFatal("no key of the line");
    auto opened = store::LineStore::open(folder, key.readAll());
    if (!opened.ok())
        qFatal("the line does not open: %s", qPrintable(opened.error().message));
    sql::Connection& line = opened->connection();
    const base::Status put = line.transaction(sql::Mode::Write, [&]() -> base::Status {
        HALL_TRY(line.execute(R"(
            WITH RECURSIVE n (i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < $1)
            INSERT INTO ticket (key, day, number, block, service, class, state, arrived, counts_from, first_called_at,
                                called_at, served_at, ended_at, desk, calls, receipt_code, predicted_p50, predicted_p90)
            SELECT randomblob(16), date('2000-01-01', (i / 400) || ' days'), 'C' || (100 + i % 400),
                   (SELECT block FROM service WHERE code = 'mediation-family'), (SELECT id FROM service WHERE code = 'mediation-family'),
                   (SELECT id FROM priority_class WHERE code = 'ordinary'), 'finished', i * 60000, i * 60000,
                   i * 60000 + 300000, i * 60000 + 300000, i * 60000 + 310000, i * 60000 + 900000, 1 + i % 8, 1,
                   hex(randomblob(4)), 300, 600
            FROM n)", tickets));
        HALL_TRY(line.execute("INSERT INTO ticket_event (ticket, kind, at, desk) SELECT id, 'issued', arrived, 0 FROM ticket WHERE day < '2020'"));
        return {};
    });
    if (!put.ok())
        qFatal("no history: %s", qPrintable(put.error().message));
}

double startOnce(const QString& folder)
{
    QProcess kiosk;
    QElapsedTimer since;
    since.start();
    kiosk.start(programPath(u"hall-kiosk"_qs), {u"--store"_qs, folder, u"--windowed"_qs, u"1080x1920"_qs, u"--self-test"_qs});
    if (!kiosk.waitForFinished(60'000) || kiosk.exitCode() != 0)
        qFatal("hall-kiosk does not start: %s", kiosk.readAllStandardError().constData());
    return double(since.nsecsElapsed()) / 1e6;
}

int start(int tickets, int starts)
{
    QTemporaryDir parent;
    const QString little = parent.filePath(u"little"_qs);
    const QString much = parent.filePath(u"much"_qs);
    makeHall(little);
    makeHall(much);
    addHistory(much, tickets);
    QList<double> without;
    QList<double> with;
    for (int i = 0; i <= starts; ++i) { // in turn, so that both feel the same machine; the first pair warms it
        const double a = startOnce(little);
        const double b = startOnce(much);
        if (i == 0)
            continue;
        without << a;
        with << b;
    }
    const double ratio = std::round(100 * atShare(with, 0.5) / atShare(without, 0.5)) / 100;
    return say({{u"bench"_qs, u"kiosk_start"_qs},
                {u"tickets"_qs, tickets},
                {u"starts"_qs, starts},
                {u"median_ms_little"_qs, atShare(without, 0.5)},
                {u"median_ms_much"_qs, atShare(with, 0.5)},
                {u"ratio"_qs, ratio}},
               ratio <= 1.2);
}

} // namespace

int main(int argc, char** argv)
{
    qputenv("QT_QPA_PLATFORM", "offscreen");
    qputenv("QT_QUICK_BACKEND", "software");
    qputenv("HALL_KEYRING", "file");
    QApplication application(argc, argv);
    QCommandLineParser parser;
    parser.addPositionalArgument(u"what"_qs, u"touch or start"_qs);
    parser.addOptions({{u"visits"_qs, u"how many"_qs, u"N"_qs, u"200"_qs}, {u"programs"_qs, u"how many"_qs, u"N"_qs, u"20"_qs},
                       {u"tickets"_qs, u"how many"_qs, u"N"_qs, u"1000000"_qs}, {u"starts"_qs, u"how many"_qs, u"N"_qs, u"15"_qs}});
    parser.process(application);
    const QString what = parser.positionalArguments().value(0);
    if (what == u"touch"_qs)
        return touch(application, parser.value(u"visits"_qs).toInt(), parser.value(u"programs"_qs).toInt());
    if (what == u"start"_qs)
        return start(parser.value(u"tickets"_qs).toInt(), parser.value(u"starts"_qs).toInt());
    parser.showHelp(2);
}
