// SPDX-License-Identifier: GPL-3.0-or-later
// What the programs leave outside their stores: names, numbers and sentences are planted, everything is logged that can be, and the
// programs crash while a case is open. Then each file is searched that was written anywhere they may write, also what was removed.
#include "app/base/log.h"
#include "app/seal/clean_memory.h"
#include "tests/desk/case_desk.h"
#include "tests/support/folder_watch.h"
#include "ui/desk/oversight/deadline_page.h"
#include "ui/desk/talk/talk_page.h"
#include "ui/desk/worker_talk.h"

#include <QClipboard>
#include <QJsonDocument>
#include <QProcess>
#include <QRegularExpression>
#include <QTemporaryFile>
#include <csignal>
#include <fcntl.h>
#include <sys/resource.h>

using namespace hall;
using hall::tests::CaseHall;
using hall::tests::FolderWatch;
using hall::tests::furnish;
using hall::tests::s;

/// In the test itself alone, instead of the C library's: a hard limit that our own code set here would be every child's, and that
/// they write no core files would prove nothing.
int setrlimit(__rlimit_resource_t resource, const rlimit* limits) noexcept
{
    rlimit soft{};
    if (resource == RLIMIT_CORE && !qEnvironmentVariableIsSet("HALL_TRACES") && getrlimit(resource, &soft) == 0) {
        soft.rlim_cur = limits->rlim_cur;
        limits = &soft;
    }
    return prlimit(0, static_cast<__rlimit_resource>(resource), limits, nullptr);
}

namespace {

const QHash<QString, QString> kPlanted = {
    {s("name"), s("𠮷田穗芳")},
    {s("identity number"), s("11010519491231002X")},
    {s("phone"), s("13957508642")},
    {s("request"), s("要求退还楼顶漏水维修押金")},
    {s("facts"), s("二楼租户连夜砸开配电箱")},
    {s("note"), s("婆婆说她从没签过那张欠条")},
    {s("draft"), s("还没寄出的半句话在这里")},
    {s("attachment"), s("照片背面写着锅炉房钥匙")},
    {s("attachment's name"), s("吉田家的合同扫描件")},
    {s("refused"), s("这句话写错了地方被退回")},
    {s("passphrase"), s("correct-horse-battery-staple-7391")}};

QString planted(const char* label) { return kPlanted.value(s(label)); }

QJsonObject plantedRegistration()
{
    return {{s("request"), planted("request")},
            {s("facts"), planted("facts")},
            {s("type"), s("appeal")},
            {s("channel"), s("visit")},
            {s("received"), s("2026-03-04")},
            {s("petitioners"), QJsonArray{QJsonObject{{s("name"), planted("name")}, {s("id_number"), planted("identity number")}, {s("phone"), planted("phone")}}}}};
}

QString written(const QString& path, const QByteArray& bytes)
{
    QFile file(path);
    return file.open(QIODevice::WriteOnly) && file.write(bytes) == bytes.size() ? path : QString();
}

template <class T>
auto answer(T reply)
{
    [[maybe_unused]] const bool came = QTest::qWaitFor([&] { return reply.isFinished(); }, 20'000);
    return reply.result();
}

/// One clerk's day in a process of its own: the pages of hall-desk on its worker, ended as `end` says. 0, or where it stuck.
int workAtTheDesk(const QString& url, const QString& asked, const QString& end)
{
    if (!seal::closeToOthers()) // as hall-desk begins
        return 2;
    base::keepLibrariesQuiet();
    base::ManualClock clock(base::fromIso(s("2026-03-05T09:30:00+08:00")).value());
    tests::CaseDesk desk(url, clock, qEnvironmentVariable("XDG_CONFIG_HOME"), s("wang"));
    desk::DeadlinePage deadlines(desk.cases, desk.session, desk.look);
    desk::WorkerTalk talk(desk.worker, desk.law, desk.preferences);
    desk::TalkPage talkPage(desk.session, talk, desk.look);
    deadlines.show();
    talkPage.show();
    if (!desk.session.working() || !QTest::qWaitFor([&] { return desk.find<QListView>("caseList")->model()->rowCount() > 0; }, 20'000))
        return 3;
    desk.click("caseRegister");
    if (!QTest::qWaitFor([&] { return desk.find<QPlainTextEdit>("entry_request"); }, 10'000))
        return 4;
    QTest::keyClicks(desk.find<QLineEdit>("entry_petitioners[0].phone"), planted("phone")); // keys are logged, too
    desk.find<QLineEdit>("entry_petitioners[0].name")->insert(planted("name"));
    desk.find<QLineEdit>("entry_petitioners[0].id_number")->insert(planted("identity number"));
    desk.find<QPlainTextEdit>("entry_request")->setPlainText(planted("request"));
    desk.find<QPlainTextEdit>("entry_facts")->setPlainText(planted("facts"));
    desk.click("caseSend");
    if (!QTest::qWaitFor([&] { return desk.text("caseHead").startsWith(s("2026-")) && desk.find<QPlainTextEdit>("entry_text"); }, 10'000))
        return 5;
    const QString number = desk.text("caseHead").section(u' ', 0, 0);
    desk.find<QPlainTextEdit>("entry_text")->setPlainText(planted("note"));
    desk.click("caseSend");
    desk.find<QLineEdit>("caseSearch")->setText(planted("request").mid(4, 4));
    const auto attached = answer(desk.cases.attach(number, asked + u'/' + planted("attachment's name") + s(".txt"), std::make_shared<desk::LongWork>()));
    if (!attached.ok() || !answer(desk.cases.readAttachment(number, attached->sequence, 1 << 20, {})).ok())
        return 6;
    if (!answer(desk.cases.saveAttachment(number, attached->sequence, asked + u'/' + end + s(".saved"), {}, std::make_shared<desk::LongWork>())).ok())
        return 7;
    const casefile::DocumentOrder order{number, s("registration")};
    if (!answer(desk.cases.preview(order)).ok() || !answer(desk.cases.makeDocument(order)).ok())
        return 8;
    if (answer(desk.cases.append(number, s("gossip"), CaseHall::text(planted("refused")), 0)).ok())
        return 9;
    if (!QTest::qWaitFor([&] { return desk.find<QPlainTextEdit>("entry_text"); }, 10'000))
        return 10;
    QGuiApplication::clipboard()->setText(planted("draft"));
    desk.find<QPlainTextEdit>("entry_text")->paste();
    if (!answer(talk.keepDraft(s("talk/0"), CaseHall::text(planted("draft")))).ok() || !QTest::qWaitFor([&] { return !desk.text("caseDraft").isEmpty(); }, 10'000))
        return 11;
    QTest::qWait(2000); // a look at what others wrote
    if (end == u"abort" || end == u"segv")
        ::raise(end == u"abort" ? SIGABRT : SIGSEGV);
    desk.session.lock();
    desk.signIn(s("wang"));
    desk.session.signOut();
    QTest::qWait(500);
    return 0;
}

} // namespace

class TestTraces : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase();
    void theWatchSeesWhatIsRemoved();
    void commandsLeaveNothing();
    void aCommandThatCrashesLeavesNothing_data();
    void aCommandThatCrashesLeavesNothing();
    void theDeskLeavesNothing_data();
    void theDeskLeavesNothing();
    void theProgramsThemselves_data();
    void theProgramsThemselves();
    void thisSystemWritesCores();

private:
    struct Ended
    {
        QProcess::ExitStatus status = QProcess::CrashExit;
        int code = -1;
        QByteArray output;
    };
    QString at(const char* name) const { return m_watched.filePath(s(name)); }
    std::unique_ptr<QProcess> start(const QString& program, const QStringList& words, const QHash<QString, QString>& more = {}) const;
    Ended run(const QString& program, const QStringList& words, const QHash<QString, QString>& more = {}) const;
    Ended hallctl(const QStringList& words, const char* login = "li") const;
    QStringList arguments(const QStringList& words, const char* login) const;
    QString input(const QJsonObject& object);
    void begin();
    void searchEverything();
    QStringList cores() const;

    QTemporaryDir m_watched; ///< all that a program may write by itself
    QTemporaryDir m_asked;   ///< what a person brings along, or asks for in plain
    std::unique_ptr<QTemporaryDir> m_kept;
    std::unique_ptr<CaseHall> m_hall;
    std::unique_ptr<FolderWatch> m_watch;
    QString m_number;
    int m_inputs = 0;
};

void TestTraces::initTestCase()
{
    for (const char* folder : {"tmp", "home", "config", "data", "cache", "state", "run", "here", "logs", "backup"})
        QVERIFY(QDir().mkpath(at(folder)) && QFile::setPermissions(at(folder), QFile::ReadOwner | QFile::WriteOwner | QFile::ExeOwner));
    m_hall = std::make_unique<CaseHall>();
    QVERIFY2(m_hall->complaint().isEmpty(), qPrintable(m_hall->complaint()));
    QVERIFY(furnish(*m_hall));
    const auto li = m_hall->signIn("li");
    QByteArray passphrase = planted("passphrase").toUtf8();
    QVERIFY(m_hall->office->staff().changePassphrase(li, seal::SecretBuffer::takeFrom(passphrase), seal::KdfCost::cheapForTests()).ok());
    QVERIFY(!written(m_asked.filePath(planted("attachment's name") + s(".txt")), planted("attachment").toUtf8()).isEmpty());
    begin();
    m_number = QJsonDocument::fromJson(hallctl({s("case"), s("new"), s("--block"), s("reception"), s("--file"), input(plantedRegistration())}).output)[u"id"].toString();
    QVERIFY(!m_number.isEmpty());
}

/// The watch begins anew, and so does what it keeps.
void TestTraces::begin()
{
    m_watch.reset();
    m_kept = std::make_unique<QTemporaryDir>();
    m_watch = std::make_unique<FolderWatch>(QStringList{m_watched.path(), m_hall->place().files().folder}, m_kept->path());
}

std::unique_ptr<QProcess> TestTraces::start(const QString& program, const QStringList& words, const QHash<QString, QString>& more) const
{
    auto process = std::make_unique<QProcess>();
    auto surroundings = QProcessEnvironment::systemEnvironment();
    const std::array places{std::pair("TMPDIR", "tmp"), std::pair("TMP", "tmp"), std::pair("TEMP", "tmp"), std::pair("HOME", "home"),
                            std::pair("XDG_CONFIG_HOME", "config"), std::pair("XDG_DATA_HOME", "data"), std::pair("XDG_CACHE_HOME", "cache"),
                            std::pair("XDG_STATE_HOME", "state"), std::pair("XDG_RUNTIME_DIR", "run")};
    for (const auto& [name, folder] : places)
        surroundings.insert(s(name), at(folder));
    surroundings.insert(s("QT_LOGGING_RULES"), s("*=true"));
    surroundings.insert(s("QT_LOGGING_TO_CONSOLE"), s("1"));
    for (auto it = more.begin(); it != more.end(); ++it)
        surroundings.insert(it.key(), it.value());
    process->setProcessEnvironment(surroundings);
    process->setWorkingDirectory(at("here"));
    process->setStandardErrorFile(at("logs/log"), QIODevice::Append);
    process->setChildProcessModifier([] {
        rlimit all{};
        getrlimit(RLIMIT_CORE, &all);
        all.rlim_cur = all.rlim_max;
        (void)setrlimit(RLIMIT_CORE, &all); // as generous as the system allows
    });
    process->start(program, words);
    return process;
}

TestTraces::Ended TestTraces::run(const QString& program, const QStringList& words, const QHash<QString, QString>& more) const
{
    const auto process = start(program, words, more);
    process->waitForFinished(120'000);
    return {process->exitStatus(), process->exitCode(), process->readAllStandardOutput()};
}

QStringList TestTraces::arguments(const QStringList& words, const char* login) const
{
    return words + QStringList{s("--store"), m_hall->place().url(), s("--user"), s(login), s("--json")};
}

TestTraces::Ended TestTraces::hallctl(const QStringList& words, const char* login) const
{
    return run(s(HALL_BIN "/hallctl"), arguments(words, login), {{s("HALL_PASSPHRASE"), s(login) == u"li" ? planted("passphrase") : s(login)}});
}

QString TestTraces::input(const QJsonObject& object)
{
    return written(m_asked.filePath(s("%1.json").arg(++m_inputs)), QJsonDocument(object).toJson());
}

QStringList TestTraces::cores() const
{
    QStringList found;
    QDirIterator files(m_watched.path(), {s("core*")}, QDir::Files, QDirIterator::Subdirectories);
    while (files.hasNext())
        found.append(files.next());
    return found;
}

void TestTraces::searchEverything()
{
    m_watch->stop();
    QCOMPARE(tests::plantedIn({m_watched.path(), m_kept->path(), m_hall->place().files().folder}, kPlanted).join(u'\n'), QString());
    // Settings are written without a name and then take the place of those before them; on a busy machine the next ones come
    // before these could be kept. What stands there in the end was searched.
    QStringList unseen = m_watch->unseen();
    unseen.removeIf([&](const QString& path) { return path.startsWith(at("config/#")); });
    QCOMPARE(unseen.join(u'\n'), QString());
    // What was too quick to be kept is of the stores, which are sealed, or has the name of a file that was being replaced.
    static const QRegularExpression known(s("(\\.db(-wal|-shm|-journal|\\.lock)?|\\.lock|\\.opening|/seen/[^/]+|\\.ini(\\.lock)?(\\.[A-Za-z]{6})?)$"));
    for (const QString& path : m_watch->missed())
        QVERIFY2(known.match(path).hasMatch(), qPrintable(path));
    const QString temporary = at("tmp") + u'/';
    for (const QString& path : m_watch->written())
        QVERIFY2(!path.startsWith(temporary), qPrintable(path)); // nothing is put there, not for a moment
}

/// Without this the rest proves nothing.
void TestTraces::theWatchSeesWhatIsRemoved()
{
    begin();
    {
        QTemporaryFile gone(at("tmp/for-a-moment-XXXXXX"));
        QVERIFY(gone.open() && !gone.fileName().isEmpty());
        QTest::qWait(100);
        const QString text = planted("note");
        gone.write(reinterpret_cast<const char*>(text.utf16()), text.size() * 2);
    }
    QVERIFY(QDir().mkpath(at("cache/new/folder")));
    QTest::qWait(100);
    QVERIFY(!written(at("cache/new/folder/x"), planted("phone").toUtf8()).isEmpty());
    QTest::qWait(100);
    QVERIFY(QFile::remove(at("cache/new/folder/x")));
    for (int i = 0; i < 1000; ++i) { // quicker than the watch
        const QString path = at("cache/quick%1").arg(i);
        const int file = ::open(QFile::encodeName(path).constData(), O_CREAT | O_WRONLY | O_CLOEXEC, 0600);
        ::unlink(QFile::encodeName(path).constData());
        ::close(file);
    }
    m_watch->stop();
    const QStringList found = tests::plantedIn({m_watched.path(), m_kept->path()}, kPlanted);
    QCOMPARE(found.size(), 2);
    QVERIFY(found.join(u'\n').contains(s("note in ")) && found.join(u'\n').contains(s("phone in ")));
    QVERIFY(m_watch->written().join(u'\n').contains(s("for-a-moment-")));
    QCOMPARE(m_watch->written().filter(s("cache/quick")).size(), 1000); // named at least
}

void TestTraces::commandsLeaveNothing()
{
    begin();
    const auto works = [this](const QStringList& words, const char* login = "li") { return hallctl(words, login).code == 0; };
    const auto refused = [this](const QStringList& words, const char* login = "li") { return hallctl(words, login).code == 1; };
    QVERIFY(works({s("case"), s("append"), m_number, s("--kind"), s("note"), s("--file"), input(CaseHall::text(planted("note")))}));
    QVERIFY(works({s("case"), s("new"), s("--block"), s("reception"), s("--file"), input(plantedRegistration())}));
    QVERIFY(works({s("case"), s("show"), m_number}, "wang"));
    QVERIFY(hallctl({s("case"), s("search"), planted("request").mid(4, 4)}).output.contains(m_number.toUtf8()));
    QVERIFY(works({s("case"), s("search"), planted("name")}));
    QVERIFY(works({s("case"), s("kin"), m_number}));
    QVERIFY(works({s("case"), s("deadlines")}));
    QVERIFY(works({s("case"), s("attach"), m_number, s("--file"), m_asked.filePath(planted("attachment's name") + s(".txt"))}));
    QVERIFY(works({s("case"), s("save-attachment"), m_number, s("3"), s("--out"), m_asked.filePath(s("saved"))}));
    QVERIFY(works({s("document"), s("make"), s("--case"), m_number, s("--form"), s("registration"), s("--out"), m_asked.filePath(s("paper.pdf"))}));
    QVERIFY(works({s("document"), s("make"), s("--preview"), s("--case"), m_number, s("--form"), s("registration"), s("--out"), m_asked.filePath(s("preview.pdf"))}));
    // What is refused is not told to the log either.
    QVERIFY(refused({s("case"), s("append"), m_number, s("--kind"), s("gossip"), s("--file"), input(CaseHall::text(planted("refused")))}));
    QVERIFY(refused({s("case"), s("append"), m_number, s("--kind"), s("note"), s("--file"), written(m_asked.filePath(s("broken")), "{\"text\": \"" + planted("refused").toUtf8())}));
    QVERIFY(refused({s("case"), s("show"), m_number}, "zhao"));
    QVERIFY(works({s("backup"), s("--out"), at("backup/hall")}));
    QVERIFY(works({s("case"), s("verify")}));
    searchEverything();
    QVERIFY(QFileInfo(at("backup/hall")).size() > 10'000);
    QVERIFY(!QDir(at("data/accord-hall/vaults")).isEmpty()); // the vault stood where it was searched
}

void TestTraces::aCommandThatCrashesLeavesNothing_data()
{
    QTest::addColumn<int>("with");
    QTest::newRow("abort") << SIGABRT;
    QTest::newRow("segv") << SIGSEGV;
}

/// It stands still with an open case while nobody reads what it says.
void TestTraces::aCommandThatCrashesLeavesNothing()
{
    QFETCH(int, with);
    begin();
    QVERIFY(hallctl({s("case"), s("append"), m_number, s("--kind"), s("note"), s("--file"), input(CaseHall::text(planted("note").repeated(9000)))}).code == 0);
    QVERIFY(QDir().mkpath(at("run")));
    const QString pipe = m_asked.filePath(s("pipe%1").arg(with));
    QCOMPARE(::mkfifo(QFile::encodeName(pipe).constData(), 0600), 0);
    const int reader = ::open(QFile::encodeName(pipe).constData(), O_RDONLY | O_NONBLOCK | O_CLOEXEC);
    const auto shell = start(s("sh"), QStringList{s("-c"), s("exec \"$0\" \"$@\" > '%1'").arg(pipe), s(HALL_BIN "/hallctl")} + arguments({s("case"), s("show"), m_number}, "li"),
                             {{s("HALL_PASSPHRASE"), planted("passphrase")}});
    QVERIFY(shell->waitForStarted());
    pollfd asked{reader, POLLIN, 0};
    QVERIFY(::poll(&asked, 1, 60'000) == 1);
    QTest::qWait(200); // until the pipe is full
    QCOMPARE(shell->state(), QProcess::Running);
    QCOMPARE(::kill(static_cast<pid_t>(shell->processId()), with), 0);
    QVERIFY(shell->waitForFinished(60'000));
    ::close(reader);
    QCOMPARE(shell->exitStatus(), QProcess::CrashExit);
    QCOMPARE(shell->exitCode(), with);
    QCOMPARE(cores(), QStringList());
    searchEverything();
}

void TestTraces::theDeskLeavesNothing_data()
{
    QTest::addColumn<QString>("end");
    for (const char* end : {"signed-out", "abort", "segv"})
        QTest::newRow(end) << s(end);
}

void TestTraces::theDeskLeavesNothing()
{
    QFETCH(QString, end);
    begin();
    const Ended ended = run(QCoreApplication::applicationFilePath(), {}, {{s("HALL_TRACES"), m_hall->place().url() + u'\n' + m_asked.path() + u'\n' + end}});
    if (end == u"signed-out") {
        QCOMPARE(ended.status, QProcess::NormalExit);
        QCOMPARE(ended.code, 0);
    } else {
        QCOMPARE(ended.status, QProcess::CrashExit);
        QCOMPARE(ended.code, end == u"abort" ? SIGABRT : SIGSEGV);
    }
    QCOMPARE(cores(), QStringList());
    searchEverything();
}

void TestTraces::theProgramsThemselves_data()
{
    QTest::addColumn<QString>("program");
    QTest::newRow("hall-desk") << s("/hall-desk");
    QTest::newRow("hall-kiosk") << s("/hall-kiosk");
}

/// As they are installed they have switched off core files and the libraries' details before there is anything to tell.
void TestTraces::theProgramsThemselves()
{
    QFETCH(QString, program);
    QVERIFY(QFile::resize(at("logs/log"), 0));
    begin();
    const auto window = start(s(HALL_BIN) + program, {s("--store"), m_hall->place().url(), s("--windowed"), s("900x700")});
    QVERIFY(window->waitForStarted());
    QTest::qWait(3000);
    QFile limits(s("/proc/%1/limits").arg(window->processId()));
    QVERIFY(limits.open(QIODevice::ReadOnly));
    const QString core = QString::fromLatin1(limits.readAll()).section(s("Max core file size"), 1).section(u'\n', 0, 0).simplified();
    QCOMPARE(core, s("0 0 bytes"));
    QCOMPARE(::kill(static_cast<pid_t>(window->processId()), SIGSEGV), 0);
    QVERIFY(window->waitForFinished(60'000));
    QCOMPARE(window->exitStatus(), QProcess::CrashExit);
    QCOMPARE(cores(), QStringList());
    searchEverything();
    QFile log(at("logs/log"));
    QVERIFY(log.open(QIODevice::ReadOnly));
    for (const QByteArray& line : log.readAll().split('\n'))
        QVERIFY2(!line.startsWith("qt.") || line.contains("propagateSizeHints"), line.constData());
}

/// Others leave one here.
void TestTraces::thisSystemWritesCores()
{
    begin();
    const Ended ended = run(s("sh"), {s("-c"), s("kill -SEGV $$")});
    QCOMPARE(ended.status, QProcess::CrashExit);
    if (cores().isEmpty())
        QSKIP("this system writes no core files, so that none was written proves nothing");
}

int main(int argc, char** argv)
{
    QApplication application(argc, argv);
    const QString order = qEnvironmentVariable("HALL_TRACES");
    if (!order.isEmpty())
        return workAtTheDesk(order.section(u'\n', 0, 0), order.section(u'\n', 1, 1), order.section(u'\n', 2, 2));
    TestTraces test;
    return QTest::qExec(&test, argc, argv);
}
#include "tst_traces.moc"
