// SPDX-License-Identifier: GPL-3.0-or-later
// The board of deadlines on a real hall: what it says is what the law says of the cases, and a red goes away by an entry alone.
#include "app/casefile/hall_calendar.h"
#include "tests/desk/case_desk.h"
#include "ui/desk/main_window.h"
#include "ui/desk/oversight/deadline_page.h"
#include "ui/desk/worker_talk.h"

#include <QAbstractItemModelTester>
#include <QComboBox>
#include <QDirIterator>
#include <QElapsedTimer>
#include <QSignalSpy>
#include <QTableView>

using namespace hall;
using namespace hall::desk;
using hall::tests::CaseDesk;
using hall::tests::CaseHall;

namespace {

using namespace std::chrono_literals;

QJsonObject received(const QString& day)
{
    QJsonObject content = CaseHall::registration();
    content.insert(QStringLiteral("received"), day);
    content.insert(QStringLiteral("channel"), QStringLiteral("visit"));
    return content;
}

/// A board beside the page of cases, in one window.
class Board
{
public:
    Board(CaseHall& hall, const QString& folder, const QString& login = QStringLiteral("li"), bool chinese = true)
        : desk(hall, folder, login, chinese)
        , page(desk.cases, desk.session, desk.look)
    {
        page.resize(1366, 900);
        page.show();
    }
    QTableView* table() { return page.findChild<QTableView*>(QStringLiteral("deadlineTable")); }
    QPushButton* button(const char* name) { return page.findChild<QPushButton*>(QLatin1StringView(name)); }
    QString text(const char* name) { return page.findChild<QLabel*>(QLatin1StringView(name))->text(); }
    void choose(int row)
    {
        QTest::mouseClick(table()->viewport(), Qt::LeftButton, {}, table()->visualRect(table()->model()->index(row, 0)).center());
    }
    QString cell(int row, int column) { return table()->model()->index(row, column).data().toString(); }
    int shown() { return table()->model()->rowCount(); }
    /// "number/rule light days" of every row.
    QStringList said()
    {
        QStringList all;
        for (const auto& row : page.model().rows())
            all.append(QStringLiteral("%1/%2 %3 %4").arg(row.open.summary.number, row.open.clock.rule, casefile::lightName(row.reading.light)).arg(row.reading.daysLeft));
        all.sort();
        return all;
    }

    CaseDesk desk;
    DeadlinePage page;
};

bool publish(CaseHall& hall, const QByteArray& csv)
{
    const auto key = store::KeyRing(hall.place().files()).read(store::KeyName::Line);
    auto line = store::LineStore::open(hall.place().url(), QByteArray(key.value().view().data(), key.value().view().size()));
    return line.ok() && casefile::publishCalendar(*line, *hall.office, csv, QStringLiteral("days.csv"), hall.signIn("sys")).ok();
}

/// The same, from the case files themselves.
QStringList lawSays(CaseHall& hall, const QStringList& numbers)
{
    QStringList all;
    const auto wang = hall.signIn("wang");
    for (const QString& number : numbers) {
        const auto file = hall.files(wang).show(number).value();
        for (const auto& clock : file.standing.clocks) {
            if (clock.stoppedBy != 0)
                continue;
            const auto reading = casefile::readClock(clock, base::hallDay(hall.clock.now()), hall.rules.deadlines, hall.rules.calendar).value();
            all.append(QStringLiteral("%1/%2 %3 %4").arg(number, clock.rule, casefile::lightName(reading.light)).arg(reading.daysLeft));
        }
    }
    all.sort();
    return all;
}

} // namespace

class TestDeadlines : public QObject
{
    Q_OBJECT

private slots:
    void redGoesAwayByAnEntryAlone();
    void groupsFollowTheCalendarsWeek_data();
    void groupsFollowTheCalendarsWeek();
    void aChangedCalendarSaysWhatMoved();
    void aCalendarPublishedWhileTheDeskIsOpenMovesTheBoard();
    void bothPagesListenToOneCatchUp();
    void thousandsOfRowsAreFilteredAtOnce();
    void supervisorsHaveTheBoardBesideTheHall();
    void talkDraftsAreSealedInTheVault();
    void looks();

private:
    static void mostPressingFirstAndTheArithmeticOnDemand(Board& board, const QString& late);
};

void TestDeadlines::mostPressingFirstAndTheArithmeticOnDemand(Board& board, const QString& late)
{
    // The most pressing first; the number of each group on its chip and in the tab.
    QCOMPARE(board.cell(0, DeadlineModel::Number), late);
    QVERIFY2(board.page.title().contains(QString::number(board.page.model().count(DueGroup::Overdue))), qPrintable(board.page.title()));
    QVERIFY(board.cell(0, DeadlineModel::State).contains(QStringLiteral("■"))); // never by colour alone
    QTest::mouseClick(board.button("deadlineGroup2"), Qt::LeftButton);
    QCOMPARE(board.shown(), board.page.model().count(DueGroup::Today));
    QVERIFY(board.shown() > 0 && board.shown() < board.page.model().rowCount());
    QTest::mouseClick(board.button("deadlineGroup1"), Qt::LeftButton);

    // The arithmetic on demand; the way to the case is the only thing offered.
    board.choose(0);
    QVERIFY(board.text("deadlineArithmetic").contains(QStringLiteral("15")));
    QVERIFY(board.text("deadlineArithmetic").contains(QStringLiteral("第二十二条")));
    QVERIFY(!board.text("deadlineEnds").isEmpty());
    QSignalSpy asked(&board.page, &DeadlinePage::caseAsked);
    QTest::mouseClick(board.button("deadlineOpen"), Qt::LeftButton);
    QCOMPARE(asked.value(0).value(0).toString(), late);
}

void TestDeadlines::redGoesAwayByAnEntryAlone()
{
    CaseHall hall;
    QVERIFY2(hall.complaint().isEmpty(), qPrintable(hall.complaint()));
    QVERIFY(furnish(hall));
    const auto wang = hall.signIn("wang");
    const QString late = hall.files(wang).open(QStringLiteral("reception"), received(QStringLiteral("2026-02-10"))).value().number;
    const QString today = hall.files(wang).open(QStringLiteral("reception"), received(QStringLiteral("2026-02-18"))).value().number;
    const QString fresh = hall.files(wang).open(QStringLiteral("reception"), received(QStringLiteral("2026-03-05"))).value().number;
    // Of another block: not li's to see.
    QVERIFY(hall.files(hall.signIn("zhao")).open(QStringLiteral("mediation"), received(QStringLiteral("2026-01-05"))).ok());

    QTemporaryDir folder;
    Board board(hall, folder.path());
    QAbstractItemModelTester tester(board.table()->model());
    QVERIFY(board.desk.session.working());
    const QStringList numbers{late, today, fresh};
    QVERIFY(!lawSays(hall, numbers).isEmpty());
    QTRY_COMPARE(board.said(), lawSays(hall, numbers));
    QVERIFY(board.said().join(u'\n').contains(late + QStringLiteral("/XF-REG red -8")));
    QVERIFY(board.said().join(u'\n').contains(today + QStringLiteral("/XF-REG yellow 0")));

    mostPressingFirstAndTheArithmeticOnDemand(board, late);
    if (QTest::currentTestFailed())
        return;

    // An entry of somebody else arrives; it ends the clocks, and the red with them.
    const int reds = board.page.model().count(DueGroup::Overdue);
    QVERIFY(hall.files(wang).append(late, QStringLiteral("note"), CaseHall::text(QStringLiteral("已电话联系"))).ok());
    QTest::qWait(200);
    QCOMPARE(board.page.model().count(DueGroup::Overdue), reds); // a note is no handling
    // It is late: the law wants to know why before anything else, and knowing why does not make it green.
    QVERIFY(!hall.files(wang).append(late, QStringLiteral("routed"), {{QStringLiteral("to"), QStringLiteral("街道办事处")}}).ok());
    const auto explained = hall.files(wang).append(late, QStringLiteral("late"),
                                                   {{QStringLiteral("rule"), QStringLiteral("XF-REG")},
                                                    {QStringLiteral("reason"), QStringLiteral("材料转递迟延，立即转送")}});
    QVERIFY2(explained.ok(), explained.ok() ? "" : qPrintable(explained.error().message));
    QTRY_VERIFY_WITH_TIMEOUT(board.text("deadlineArithmetic").contains(QStringLiteral("第 3 条")), 8000);
    QCOMPARE(board.page.model().count(DueGroup::Overdue), reds);
    const auto routed = hall.files(wang).append(late, QStringLiteral("routed"),
                                                     {{QStringLiteral("to"), QStringLiteral("街道办事处")},
                                                      {QStringLiteral("received"), QStringLiteral("2026-03-05")}});
    QVERIFY2(routed.ok(), routed.ok() ? "" : qPrintable(routed.error().message));
    QTRY_COMPARE_WITH_TIMEOUT(board.page.model().count(DueGroup::Overdue), 0, 8000);
    QCOMPARE(board.said(), lawSays(hall, numbers));

    // At midnight what was due today is late.
    hall.clock.advance(24h);
    QTRY_VERIFY_WITH_TIMEOUT(board.page.model().count(DueGroup::Overdue) > 0, 8000);
    QCOMPARE(board.said(), lawSays(hall, numbers));

    // A locked screen says nothing of any case.
    board.desk.session.lock();
    QCOMPARE(board.shown(), 0);
    QVERIFY(!board.page.title().contains(u'1'));
    QVERIFY(board.text("deadlineArithmetic").isEmpty());
    // Leaving puts away what Qt's views keep, tables with headers among them.
    board.desk.session.signOut();
    QTRY_COMPARE(board.desk.session.phase(), DeskSession::Phase::SignedOut);
    QTest::qWait(300);
}

void TestDeadlines::groupsFollowTheCalendarsWeek_data()
{
    QTest::addColumn<QString>("today");
    QTest::addColumn<int>("left");
    QTest::addColumn<int>("light");
    QTest::addColumn<int>("group");
    const auto row = [](const char* name, const char* today, int left, casefile::Light light, DueGroup group) {
        QTest::newRow(name) << QString::fromLatin1(today) << left << static_cast<int>(light) << static_cast<int>(group);
    };
    using casefile::Light;
    row("late", "2026-03-05", -1, Light::Red, DueGroup::Overdue);
    row("today", "2026-03-05", 0, Light::Yellow, DueGroup::Today);
    row("Thursday to Sunday", "2026-03-05", 3, Light::Green, DueGroup::ThisWeek);
    row("Thursday to Monday", "2026-03-05", 4, Light::Yellow, DueGroup::Later);
    row("Sunday to Monday", "2026-03-08", 1, Light::Yellow, DueGroup::Later);
    row("Monday to Sunday", "2026-03-09", 6, Light::Green, DueGroup::ThisWeek);
    row("suspended", "2026-03-05", -9, Light::Standing, DueGroup::Standing);
    row("a right that is over", "2026-03-05", -9, Light::Lapsed, DueGroup::Lapsed);
}

void TestDeadlines::groupsFollowTheCalendarsWeek()
{
    QFETCH(QString, today);
    QFETCH(int, left);
    QFETCH(int, light);
    QFETCH(int, group);
    casefile::ClockReading reading;
    reading.daysLeft = left;
    reading.light = static_cast<casefile::Light>(light);
    QCOMPARE(static_cast<int>(groupOf(reading, rules::dayFromIso(today))), group);
}

void TestDeadlines::aChangedCalendarSaysWhatMoved()
{
    CaseLaw law;
    law.rules = casefile::CaseRules::read({}).value();
    casefile::OpenDeadline open;
    open.summary.number = QStringLiteral("2026-000001");
    open.clock.rule = QStringLiteral("XF-SIMPLE-ACCEPT"); // three working days
    open.clock.trigger.day = rules::dayFromIso(QStringLiteral("2026-03-02"));
    open.due = open.clock.dueDay(law.rules.deadlines, law.rules.calendar);
    casefile::OpenDeadline other = open; // a clock in calendar days stays where it is
    other.clock.rule = QStringLiteral("XF-REG");
    other.due = other.clock.dueDay(law.rules.deadlines, law.rules.calendar);
    const QDate today = rules::dayFromIso(QStringLiteral("2026-03-03"));
    int unread = 0;
    for (const auto& row : readDeadlines({open, other}, law, today, unread))
        QVERIFY(!row.moved());
    auto days = law.rules.calendar.days();
    days.insert(rules::dayFromIso(QStringLiteral("2026-03-04")), {true, {}, rules::Certainty::Published});
    law.rules.calendar = rules::Calendar(days);
    const auto rows = readDeadlines({open, other}, law, today, unread);
    QVERIFY(rows[0].moved());
    QVERIFY(rows[0].reading.due > open.due);
    QVERIFY(!rows[1].moved());
    QCOMPARE(unread, 0);
    // A rule that is gone is told, not left out in silence.
    other.clock.rule = QStringLiteral("GONE");
    QCOMPARE(readDeadlines({open, other}, law, today, unread).size(), 1);
    QCOMPARE(unread, 1);
}

/// The administrator declares a day off; board, open case and talk count by it without anybody signing in again.
void TestDeadlines::aCalendarPublishedWhileTheDeskIsOpenMovesTheBoard()
{
    CaseHall hall;
    QVERIFY(furnish(hall));
    QJsonObject simple = received(QStringLiteral("2026-03-04"));
    simple.insert(QStringLiteral("simple"), true); // answered within three working days
    const QString number = hall.files(hall.signIn("wang")).open(QStringLiteral("reception"), simple).value().number;
    QTemporaryDir folder;
    Board board(hall, folder.path(), QStringLiteral("li"), false);
    const auto row = [&]() -> const DeadlineRow* {
        for (const auto& each : board.page.model().rows()) {
            if (each.open.clock.rule == QStringLiteral("XF-SIMPLE-ACCEPT"))
                return &each;
        }
        return nullptr;
    };
    QTRY_VERIFY(row());
    const QDate before = row()->reading.due;
    QVERIFY(!row()->moved() && !board.button("deadlineMoved")->isVisible());
    QTRY_COMPARE(board.desk.find<QListView>("caseList")->model()->rowCount(), 1);
    board.desk.openFirst();
    const QString opened = board.desk.session.phrases().date(before);
    QTRY_VERIFY2(board.desk.shown().contains(opened), qPrintable(opened + u'\n' + board.desk.shown()));
    WorkerTalk talk(board.desk.worker, board.desk.law, board.desk.preferences);
    const auto law = [&talk] {
        auto reply = talk.law();
        [[maybe_unused]] const bool came = QTest::qWaitFor([&] { return reply.isFinished(); });
        return reply.result().value();
    };
    QVERIFY(!law().calendar.special(before));
    board.desk.find<QPlainTextEdit>("entry_text")->setPlainText(QStringLiteral("half a line"));

    QFile shipped(rules::lawFile({}, QStringLiteral("holidays.csv")));
    QVERIFY(shipped.open(QIODevice::ReadOnly));
    const QByteArray changed = shipped.readAll() + before.toString(Qt::ISODate).toLatin1() + ",off,Typhoon,published,台风停工\n";
    QVERIFY(publish(hall, changed));

    QTRY_VERIFY_WITH_TIMEOUT(row() && row()->moved(), 8000);
    QVERIFY(row()->reading.due > before);
    QVERIFY(board.button("deadlineMoved")->isVisible());
    QVERIFY(board.button("deadlineMoved")->text().contains(u'1'));
    QTest::mouseClick(board.button("deadlineMoved"), Qt::LeftButton);
    QCOMPARE(board.shown(), 1);
    board.choose(0);
    QCOMPARE(board.cell(0, DeadlineModel::Number), number);
    QVERIFY2(board.text("deadlineArithmetic").contains(QStringLiteral("The calendar has changed: it was %1 before.").arg(opened)), qPrintable(board.text("deadlineArithmetic")));
    const QString now = board.desk.session.phrases().date(row()->reading.due);
    QTRY_VERIFY2(board.desk.shown().contains(now), qPrintable(now + u'\n' + board.desk.shown()));
    QVERIFY(!board.desk.shown().contains(opened));
    QCOMPARE(board.desk.find<QPlainTextEdit>("entry_text")->toPlainText(), QStringLiteral("half a line"));
    QVERIFY(law().calendar.special(before));
    const QString pictures = qEnvironmentVariable("HALL_PICTURES");
    if (!pictures.isEmpty())
        QVERIFY(board.page.grab().save(pictures + QStringLiteral("/deadlines-moved.png")) && board.desk.page.grab().save(pictures + QStringLiteral("/case-moved.png")));

    // A desk that signs in afterwards counts by it from the beginning.
    Board later(hall, folder.path(), QStringLiteral("wang"), false);
    QTRY_COMPARE(later.said(), board.said());
}

void TestDeadlines::bothPagesListenToOneCatchUp()
{
    CaseHall hall;
    QVERIFY(furnish(hall));
    const auto wang = hall.signIn("wang");
    QTemporaryDir folder;
    Board board(hall, folder.path());
    QVERIFY(board.desk.session.working());
    QTest::qWait(2000); // the first look
    QSignalSpy slices(&board.desk.cases.catchUp(), &CatchUpLoop::advanced);
    QVERIFY(hall.files(wang).open(QStringLiteral("reception"), received(QStringLiteral("2026-03-02"))).ok());
    QTRY_COMPARE_WITH_TIMEOUT(board.page.model().count(DueGroup::Later) > 0, true, 8000);
    QTRY_COMPARE(board.desk.find<QListView>("caseList")->model()->rowCount(), 1);
    QTest::qWait(2000);
    QCOMPARE(slices.size(), 1);
    const qint64 mark = slices.last().first().value<casefile::CatchUp>().mark;

    // Whoever stops it in the list is told so on the board.
    const QString hint = board.text("deadlineHint");
    board.desk.cases.catchUp().setHeld(true);
    QTRY_VERIFY2(board.text("deadlineHint").contains(QStringLiteral("停止")), qPrintable(board.text("deadlineHint")));
    QCOMPARE(board.page.model().count(DueGroup::Later), 1);
    board.desk.cases.catchUp().setHeld(false);
    QTRY_COMPARE(board.text("deadlineHint"), hint);
    QTRY_COMPARE(slices.size(), 2);

    // An opened case is in the audit trail, too; the rows are as they were, so nobody asks for them again.
    QSignalSpy asked(board.table()->model(), &QAbstractItemModel::modelReset);
    QVERIFY(hall.files(wang).show(QStringLiteral("2026-000001")).ok());
    QTRY_COMPARE_WITH_TIMEOUT(slices.size(), 3, 8000);
    QCOMPARE(slices.last().first().value<casefile::CatchUp>().mark, mark);
    QTest::qWait(300);
    QCOMPARE(asked.size(), 0);
}

void TestDeadlines::thousandsOfRowsAreFilteredAtOnce()
{
    QTemporaryDir folder;
    Preferences preferences(folder.path() + QStringLiteral("/look.ini"));
    Look look(*qApp, preferences);
    Phrasebook phrases;
    auto law = std::make_shared<CaseLaw>();
    law->rules = casefile::CaseRules::read({}).value();
    QList<casefile::OpenDeadline> open;
    const QDate today = rules::dayFromIso(QStringLiteral("2026-03-05"));
    for (int i = 0; i < 5000; ++i) {
        casefile::OpenDeadline each;
        each.summary.number = QStringLiteral("2026-%1").arg(i, 6, 10, QLatin1Char('0'));
        each.summary.block = i % 2 ? QStringLiteral("reception") : QStringLiteral("mediation");
        each.summary.handler = QStringLiteral("clerk%1").arg(i % 7);
        each.clock.rule = QStringLiteral("XF-REG");
        each.clock.trigger.day = today.addDays(-(i * 7919 % 40));
        open.append(each);
    }
    DeadlineModel model(phrases, look);
    DeadlineFilter filter;
    filter.setSourceModel(&model);
    filter.sort(DeadlineModel::State);
    QElapsedTimer took;
    took.start();
    int unread = 0;
    model.setRows(readDeadlines(open, *law, today, unread));
    filter.setWanted({.group = DueGroup::Overdue, .light = {}, .block = QStringLiteral("reception")});
    QVERIFY2(took.elapsed() < 1500, qPrintable(QString::number(took.elapsed())));
    QVERIFY(filter.rowCount() > 0);
    qint64 before = std::numeric_limits<qint64>::min();
    for (int i = 0; i < filter.rowCount(); ++i) {
        const QModelIndex at = filter.index(i, 0);
        QCOMPARE(at.data(DeadlineModel::GroupRole).toInt(), static_cast<int>(DueGroup::Overdue));
        QCOMPARE(at.data(DeadlineModel::BlockRole).toString(), QStringLiteral("reception"));
        QVERIFY(at.data(DeadlineModel::SortRole).toLongLong() >= before);
        before = at.data(DeadlineModel::SortRole).toLongLong();
    }
}

/// Whoever looks on has the pages that are for their role, and no others.
void TestDeadlines::supervisorsHaveTheBoardBesideTheHall()
{
    CaseHall hall;
    QVERIFY(furnish(hall));
    QTemporaryDir folder;
    const auto tabs = [&](const QString& login) {
        CaseDesk desk(hall, folder.path(), login);
        MainWindow window(desk.session, desk.look);
        auto* page = new DeadlinePage(desk.cases, desk.session, desk.look, &window);
        window.addDeskPage(page, [page] { return page->title(); }, {Role::Supervisor});
        QStringList titles;
        for (const auto* tab : window.findChildren<QPushButton*>()) {
            if (tab->property("tab").toBool())
                titles.append(tab->text());
        }
        return titles;
    };
    // The supervisor's board has the cases of every block; the tab counts what is late.
    const QString late = hall.files(hall.signIn("wang")).open(QStringLiteral("reception"), received(QStringLiteral("2026-02-10"))).value().number;
    const QString fresh = hall.files(hall.signIn("zhao")).open(QStringLiteral("mediation"), received(QStringLiteral("2026-03-05"))).value().number;
    {
        Board board(hall, folder.path(), QStringLiteral("xu"));
        QTRY_VERIFY_WITH_TIMEOUT(board.page.model().rowCount() > 1, 10000);
        QStringList numbers;
        for (const auto& row : board.page.model().rows())
            numbers.append(row.open.summary.number);
        QVERIFY(numbers.contains(late) && numbers.contains(fresh));
        QCOMPARE(board.page.model().count(DueGroup::Overdue), 1);
    }
    QVERIFY(tabs(QStringLiteral("xu")).join(u'|').contains(QStringLiteral("期限台账")));
    QVERIFY(!tabs(QStringLiteral("sys")).contains(QStringLiteral("期限台账")));
    QVERIFY(!tabs(QStringLiteral("aud")).contains(QStringLiteral("期限台账")));
    QVERIFY(tabs(QStringLiteral("li")).contains(QStringLiteral("期限台账")));
}

/// A talk's draft in a real vault: there for its writer at the next sign-in, for nobody else, and not in clear on the disk.
void TestDeadlines::talkDraftsAreSealedInTheVault()
{
    CaseHall hall;
    QVERIFY(furnish(hall));
    QTemporaryDir folder;
    const QString key = QStringLiteral("talk/0");
    const QJsonObject said{{QStringLiteral("request"), QStringLiteral("plantedwords-of-a-talk")}};
    const auto answer = [](auto reply) {
        [[maybe_unused]] const bool came = QTest::qWaitFor([&] { return reply.isFinished(); });
        return reply.result();
    };
    {
        CaseDesk li(hall, folder.path(), QStringLiteral("li"));
        WorkerTalk talk(li.worker, li.law, li.preferences);
        const auto kept = answer(talk.keepDraft(key, said));
        QVERIFY2(kept.ok(), kept.ok() ? "" : qPrintable(kept.error().message));
    }
    {
        CaseDesk wang(hall, folder.path(), QStringLiteral("wang"));
        WorkerTalk talk(wang.worker, wang.law, wang.preferences);
        QVERIFY(answer(talk.draft(key)).value().isEmpty());
    }
    CaseDesk li(hall, folder.path(), QStringLiteral("li"));
    WorkerTalk talk(li.worker, li.law, li.preferences);
    QCOMPARE(answer(talk.draft(key)).value(), said);
    QDirIterator files(hall.place().files().folder, QDir::Files | QDir::Hidden, QDirIterator::Subdirectories);
    int read = 0;
    while (files.hasNext()) {
        QFile file(files.next());
        if (!file.open(QIODevice::ReadOnly))
            continue;
        ++read;
        QVERIFY2(!file.readAll().contains("plantedwords"), qPrintable(file.fileName()));
    }
    QVERIFY(read > 2);
    QVERIFY(answer(talk.keepDraft(key, {})).ok());
    QVERIFY(answer(talk.draft(key)).value().isEmpty());
}

/// HALL_PICTURES: the board in every look, for eyes.
void TestDeadlines::looks()
{
    const QString pictures = qEnvironmentVariable("HALL_PICTURES");
    if (pictures.isEmpty())
        QSKIP("HALL_PICTURES names the folder for the pictures");
    CaseHall hall;
    QVERIFY(furnish(hall));
    const auto wang = hall.signIn("wang");
    for (const char* day : {"2026-02-10", "2026-02-18", "2026-02-20", "2026-02-21", "2026-02-24", "2026-03-03", "2026-03-05"})
        QVERIFY(hall.files(wang).open(QStringLiteral("reception"), received(QString::fromLatin1(day))).ok());
    QTemporaryDir folder;
    Board board(hall, folder.path());
    QTRY_VERIFY(board.shown() > 6);
    board.choose(0);
    using L = Preferences::Look;
    const std::array looks{std::tuple("light", L::Light, 100, true), std::tuple("dark", L::Dark, 100, true),
                           std::tuple("contrast", L::HighContrast, 100, true), std::tuple("english", L::Light, 100, false),
                           std::tuple("large", L::Light, 200, false)};
    for (const auto& [name, look, percent, chinese] : looks) {
        board.desk.preferences.setLook(look);
        board.desk.preferences.setTextPercent(percent);
        board.desk.preferences.setChinese(chinese);
        QTest::qWait(1500);
        QVERIFY(board.page.grab().save(pictures + QStringLiteral("/deadlines-%1.png").arg(QLatin1StringView(name))));
    }
}

QTEST_MAIN(TestDeadlines)
#include "tst_deadlines.moc"
