// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/device/fake_chime.h"
#include "app/device/fake_speaker.h"
#include "tests/board/fake_board_source.h"
#include "ui/board/announcer.h"
#include "ui/board/board_screen.h"
#include "ui/theme/widgets_theme.h"

#include <QApplication>
#include <QDir>
#include <QQmlApplicationEngine>
#include <QQuickItem>
#include <QQuickWindow>
#include <QTest>
#include <QtQml/QQmlExtensionPlugin>

Q_IMPORT_QML_PLUGIN(Hall_ThemePlugin)
Q_IMPORT_QML_PLUGIN(Hall_BoardPlugin)

using namespace hall;
using tests::FakeBoardSource;
using tests::someCall;

/// The board as people see it: a real window, fed by a line that the test fills.
class TestBoardWindow : public QObject
{
    Q_OBJECT

private slots:
    void init();
    void cleanup();
    void callIsShownAndAcknowledged();
    void backlogIsOnTheBoardAtOnce();
    void othersDoNotJump();
    void recallComesBack();
    void withdrawnDisappears();
    void awayAndBack();
    void acknowledgedLaterWhenTheStoreWasAway();
    void oldCallsAreNotRecited();
    void opensAndCloses();
    void sizesAndStates_data();
    void sizesAndStates();

private:
    QQuickItem* item(const char* name) const;
    QString text(const char* name) const { return item(name)->property("text").toString(); }
    QList<QQuickItem*> items(const char* name) const;
    QStringList listed() const;
    void open(const QSize& size, const QString& language = QStringLiteral("zh"));
    void fill(int calls);

    base::ManualClock m_clock{base::fromIso(QStringLiteral("2026-03-05T09:12:00+08:00")).value()};
    std::unique_ptr<FakeBoardSource> m_source;
    std::unique_ptr<device::FakeSpeaker> m_speaker;
    std::unique_ptr<board::Announcer> m_announcer;
    std::unique_ptr<board::BoardScreen> m_screen;
    std::unique_ptr<QQmlApplicationEngine> m_engine;
    QStringList m_warnings;
    QQuickWindow* m_window = nullptr;
};

namespace {

void collect(QQuickItem* from, const QString& name, QList<QQuickItem*>& found)
{
    if (from->objectName() == name)
        found.append(from);
    for (QQuickItem* child : from->childItems())
        collect(child, name, found);
}

void texts(QQuickItem* from, QList<QQuickItem*>& found)
{
    if (!from->isVisible())
        return;
    if (from->inherits("QQuickText") && !from->property("text").toString().isEmpty())
        found.append(from);
    for (QQuickItem* child : from->childItems())
        texts(child, found);
}

board::Standing busyStanding()
{
    board::Standing standing;
    standing.desksOpen = 6;
    const auto add = [&](const QString& block, int waiting, int desks, queue::WaitRange wait) {
        queue::BlockLoad load;
        load.block = block;
        load.waiting = waiting;
        load.desksOpen = desks;
        load.wait = wait;
        standing.loads.append(load);
    };
    add(QStringLiteral("reception"), 12, 3, {640, 1500});
    add(QStringLiteral("legal"), 3, 1, {200, 700});
    add(QStringLiteral("mediation"), 124, 1, {6000, 9000});
    add(QStringLiteral("experts"), 0, 0, {0, 0});
    rules::Catalogue catalogue;
    catalogue.hallName = {QStringLiteral("暨阳区社会矛盾纠纷调处化解中心"), QStringLiteral("Jiyang Petition and Mediation Centre")};
    for (int day = 1; day <= 5; ++day)
        catalogue.hours.week[day] = {{QTime(9, 0), QTime(12, 0)}, {QTime(13, 30), QTime(17, 0)}};
    standing.catalogue = catalogue;
    return standing;
}

} // namespace

void TestBoardWindow::init()
{
    m_clock.set(base::fromIso(QStringLiteral("2026-03-05T09:12:00+08:00")).value());
    m_warnings.clear();
    m_source = std::make_unique<FakeBoardSource>();
    m_source->standing = busyStanding();
    m_speaker = std::make_unique<device::FakeSpeaker>();
    m_announcer = std::make_unique<board::Announcer>(m_speaker.get(), nullptr, board::Announcer::Pace{0, 0});
    m_screen = std::make_unique<board::BoardScreen>(*m_source, *m_announcer, m_clock);
}

void TestBoardWindow::cleanup()
{
    m_engine.reset();
    m_screen.reset();
    m_announcer.reset();
    QCOMPARE(m_warnings, QStringList());
}

void TestBoardWindow::open(const QSize& size, const QString& language)
{
    m_screen->setFirstLanguage(language);
    m_screen->start();
    m_engine = std::make_unique<QQmlApplicationEngine>();
    m_engine->addImportPath(QStringLiteral("qrc:/qt/qml"));
    connect(m_engine.get(), &QQmlEngine::warnings, this, [this](const QList<QQmlError>& errors) {
        for (const QQmlError& error : errors)
            m_warnings.append(error.toString());
    });
    m_engine->setInitialProperties({{QStringLiteral("screen"), QVariant::fromValue(m_screen.get())},
                                    {QStringLiteral("width"), size.width()},
                                    {QStringLiteral("height"), size.height()},
                                    {QStringLiteral("visible"), true}});
    m_engine->load(QUrl(QStringLiteral("qrc:/qt/qml/Hall/Board/BoardWindow.qml")));
    QVERIFY2(!m_engine->rootObjects().isEmpty(), qPrintable(m_warnings.join(u'\n')));
    m_window = qobject_cast<QQuickWindow*>(m_engine->rootObjects().constFirst());
    QVERIFY(QTest::qWaitForWindowExposed(m_window));
    QCoreApplication::processEvents();
}

QList<QQuickItem*> TestBoardWindow::items(const char* name) const
{
    QList<QQuickItem*> found;
    collect(m_window->contentItem(), QString::fromLatin1(name), found);
    return found;
}

QQuickItem* TestBoardWindow::item(const char* name) const
{
    const auto found = items(name);
    return found.isEmpty() ? nullptr : found.constFirst();
}

QStringList TestBoardWindow::listed() const
{
    QStringList numbers;
    auto* model = m_screen->calls();
    for (int row = 0; row < model->rowCount(); ++row)
        numbers.append(model->data(model->index(row, 0), board::CallModel::NumberRole).toString());
    return numbers;
}

void TestBoardWindow::fill(int calls)
{
    const QStringList blocks{QStringLiteral("reception"), QStringLiteral("legal"), QStringLiteral("mediation"), QStringLiteral("experts")};
    for (int id = 1; id <= calls; ++id) {
        const QString& block = blocks.at(id * 3 % 4);
        const QString number = QChar(u'A' + id * 3 % 4) + QStringLiteral("%1").arg(10 + id * 7, 3, 10, QLatin1Char('0'));
        m_source->call(someCall(id, number, id * 5 % 12 + 1, m_clock.now(), block));
    }
}

void TestBoardWindow::callIsShownAndAcknowledged()
{
    open({1920, 1080});
    QVERIFY(item("listen")->isVisible());
    m_source->call(someCall(1, QStringLiteral("A017"), 3, m_clock.now()));
    QCOMPARE(text("nowNumber"), QStringLiteral("A017")); // at once
    QCOMPARE(item("nowDesk")->property("number").toString(), QStringLiteral("3"));
    QVERIFY(item("nowNumber")->property("font").value<QFont>().pixelSize() >= 160);
    QTRY_COMPARE(m_source->acknowledged.value(queue::AnnouncementId(1)), 1);
    QCOMPARE(m_speaker->said.size(), 1);
    QCOMPARE(text("nowNumber"), QStringLiteral("A017")); // stays until the next
}

/// Somebody is being called: the next calls stand on the board although they are not heard yet.
void TestBoardWindow::backlogIsOnTheBoardAtOnce()
{
    m_speaker->durationMs = 150;
    open({1920, 1080});
    for (int id = 1; id <= 3; ++id)
        m_source->call(someCall(id, QStringLiteral("A00%1").arg(id), id, m_clock.now()));
    QCOMPARE(text("nowNumber"), QStringLiteral("A001"));
    QCOMPARE(listed(), (QStringList{QStringLiteral("A003"), QStringLiteral("A002")}));
    QTRY_COMPARE(text("nowNumber"), QStringLiteral("A002"));
    QCOMPARE(listed(), (QStringList{QStringLiteral("A003"), QStringLiteral("A001")}));
    QTRY_COMPARE(text("nowNumber"), QStringLiteral("A003"));
    QTRY_COMPARE(m_source->acknowledged.size(), 3);
}

void TestBoardWindow::othersDoNotJump()
{
    open({1920, 1080});
    fill(7);
    QTRY_COMPARE(m_source->acknowledged.size(), 7);
    QTRY_COMPARE(items("listNumber").size(), 5);
    QTest::qWait(300);
    m_speaker->durationMs = 400;
    m_source->call(someCall(20, QStringLiteral("A091"), 1, m_clock.now()));
    // The number that was large comes on top of the list; the others glide down one place, none leaves its order.
    QHash<QString, qreal> before;
    for (const QQuickItem* number : items("listNumber"))
        before.insert(number->property("text").toString(), number->mapToScene({0, 0}).y());
    for (int frame = 0; frame < 8; ++frame) {
        QTest::qWait(30);
        QHash<QString, qreal> now;
        for (const QQuickItem* number : items("listNumber"))
            now.insert(number->property("text").toString(), number->mapToScene({0, 0}).y());
        for (auto it = now.begin(); it != now.end(); ++it) {
            if (before.contains(it.key()))
                QVERIFY2(it.value() >= before.value(it.key()) - 1 && it.value() - before.value(it.key()) < 140, qPrintable(it.key()));
        }
        before = now;
    }
    for (const QQuickItem* number : items("listNumber"))
        QVERIFY(number->property("font").value<QFont>().pixelSize() >= 80);
}

void TestBoardWindow::recallComesBack()
{
    open({1920, 1080});
    fill(3);
    QTRY_COMPARE(m_source->acknowledged.size(), 3);
    queue::Announcement again = m_source->all.first();
    again.id = queue::AnnouncementId(50);
    again.repeat = true;
    m_source->call(again);
    QTRY_COMPARE(text("nowNumber"), again.number); // a board whose call before is still spoken says one after the other
    QCOMPARE(item("nowCalled")->property("texts").toMap().value(QStringLiteral("first")).toString(), QStringLiteral("再次呼叫"));
    QVERIFY(!listed().contains(again.number));
    QTRY_COMPARE(m_speaker->said.size(), 4);
}

void TestBoardWindow::withdrawnDisappears()
{
    open({1920, 1080});
    fill(3);
    QTRY_COMPARE(m_source->acknowledged.size(), 3);
    const QString last = m_source->all.last().number;
    QTRY_COMPARE(text("nowNumber"), last);
    m_source->withdraw(queue::AnnouncementId(3));
    QTRY_COMPARE(text("nowNumber"), m_source->all.at(1).number);
    QVERIFY(!listed().contains(last));
    m_source->withdraw(queue::AnnouncementId(2));
    m_source->withdraw(queue::AnnouncementId(1));
    QVERIFY(item("listen")->isVisible());
}

void TestBoardWindow::awayAndBack()
{
    open({1920, 1080});
    fill(2);
    QTRY_COMPARE(m_source->acknowledged.size(), 2);
    m_source->setState(board::BoardSource::State::Lost);
    m_clock.advance(std::chrono::minutes(3));
    QTRY_VERIFY(item("away")->isVisible());
    QVERIFY(!item("blocks")->isVisible());
    QTRY_COMPARE(item("lastKnown")->property("texts").toMap().value(QStringLiteral("second")).toString(),
                 QStringLiteral("State of 09:12, 3 min ago"));
    QTRY_COMPARE(text("nowNumber"), m_source->all.last().number);
    m_source->all.append(someCall(9, QStringLiteral("B009"), 2, m_clock.now(), QStringLiteral("legal")));
    m_source->setState(board::BoardSource::State::Connected); // nobody touched anything
    QTRY_VERIFY(!item("away")->isVisible());
    QTRY_COMPARE(text("nowNumber"), QStringLiteral("B009"));
}

void TestBoardWindow::acknowledgedLaterWhenTheStoreWasAway()
{
    open({1920, 1080});
    m_source->refusals = 1; // breaks away just when it is to be told
    m_source->call(someCall(1, QStringLiteral("A001"), 1, m_clock.now()));
    QTRY_COMPARE(m_speaker->said.size(), 1);
    QTRY_COMPARE(m_source->refusals, 0);
    QVERIFY(m_source->acknowledged.isEmpty());
    m_source->setState(board::BoardSource::State::Lost);
    m_source->setState(board::BoardSource::State::Connected);
    QTRY_COMPARE(m_source->acknowledged.value(queue::AnnouncementId(1)), 1);
    QTest::qWait(50);
    QCOMPARE(m_speaker->said.size(), 1); // and not called again for that
    QCOMPARE(m_source->acknowledged.value(queue::AnnouncementId(1)), 1);
}

/// A board that was off for hours shows the calls, and is silent about those that are long past.
void TestBoardWindow::oldCallsAreNotRecited()
{
    m_source->all = {someCall(1, QStringLiteral("A001"), 1, m_clock.now() - std::chrono::hours(2)),
                     someCall(2, QStringLiteral("A002"), 1, m_clock.now() - std::chrono::minutes(1))};
    open({1920, 1080});
    QTRY_COMPARE(m_source->acknowledged.size(), 2);
    QCOMPARE(m_speaker->said.size(), 1);
    QVERIFY(m_speaker->said.first().first().text.contains(QStringLiteral("零零二")));
}

void TestBoardWindow::opensAndCloses()
{
    m_clock.set(base::fromIso(QStringLiteral("2026-03-05T18:30:00+08:00")).value());
    m_source->standing.desksOpen = 0;
    open({1920, 1080});
    QTRY_COMPARE(m_screen->phase(), board::BoardScreen::Closed);
    QVERIFY(item("closed")->isVisible());
    QCOMPARE(item("opening")->property("texts").toMap().value(QStringLiteral("first")).toString(), QStringLiteral("明天 09:00 开放"));
    m_source->standing.desksOpen = 1; // somebody works late
    m_source->setState(board::BoardSource::State::Connected);
    QTRY_COMPARE(m_screen->phase(), board::BoardScreen::Open);
}

void TestBoardWindow::sizesAndStates_data()
{
    QTest::addColumn<QSize>("size");
    QTest::addColumn<QString>("language");
    QTest::addColumn<QString>("state");
    for (const QSize& size : {QSize(1920, 1080), QSize(1280, 720), QSize(3840, 2160), QSize(1080, 1920)}) {
        for (const char* language : {"zh", "en"}) {
            for (const char* state : {"calling", "empty", "closed", "away", "rooms"}) {
                QTest::addRow("%dx%d-%s-%s", size.width(), size.height(), language, state)
                    << size << QString::fromLatin1(language) << QString::fromLatin1(state);
            }
        }
    }
}

/// Nothing is cut, nothing overlaps its panel; the picture goes where HALL_PICTURES points, for people.
void TestBoardWindow::sizesAndStates()
{
    QFETCH(QSize, size);
    QFETCH(QString, language);
    QFETCH(QString, state);
    if (state == QStringLiteral("closed")) {
        m_clock.set(base::fromIso(QStringLiteral("2026-03-06T18:30:00+08:00")).value());
        m_source->standing.desksOpen = 0;
    }
    open(size, language);
    if (state == QStringLiteral("calling") || state == QStringLiteral("away")) {
        fill(7);
        QTRY_COMPARE(m_source->acknowledged.size(), 7);
    }
    if (state == QStringLiteral("rooms")) {
        queue::Announcement room = someCall(1, QStringLiteral("C108"), 9, m_clock.now(), QStringLiteral("mediation"));
        room.deskName = QStringLiteral("第二调解室");
        room.deskNameEn = QStringLiteral("Mediation room two");
        m_source->call(room);
        room.id = queue::AnnouncementId(2);
        room.ticket = queue::TicketId(2);
        room.number = QStringLiteral("C109");
        m_source->call(room);
        QTRY_COMPARE(m_source->acknowledged.size(), 2);
    }
    if (state == QStringLiteral("calling")) {
        m_speaker->durationMs = 5000;
        m_source->call(someCall(30, QStringLiteral("A017"), 3, m_clock.now()));
        m_source->call(someCall(31, QStringLiteral("B204"), 12, m_clock.now(), QStringLiteral("legal")));
    }
    if (state == QStringLiteral("away")) {
        m_source->setState(board::BoardSource::State::Lost);
        m_clock.advance(std::chrono::minutes(3));
        emit m_source->stateChanged();
    }
    QTest::qWait(350);

    QList<QQuickItem*> all;
    texts(m_window->contentItem(), all);
    QVERIFY(all.size() > 4);
    const QRectF whole(0, 0, size.width(), size.height());
    for (const QQuickItem* each : all) {
        const QString what = each->property("text").toString();
        QVERIFY2(!each->property("truncated").toBool(), qPrintable(what));
        QVERIFY2(each->property("contentWidth").toReal() <= each->width() + 1, qPrintable(what));
        const QRectF box = each->mapRectToScene(each->boundingRect());
        QVERIFY2(whole.contains(box), qPrintable(what + QStringLiteral(" at %1,%2 %3×%4").arg(box.x()).arg(box.y()).arg(box.width()).arg(box.height())));
    }
    const qreal unit = size.width() > size.height() ? size.height() / 1080.0 : size.width() / 1080.0;
    for (const QQuickItem* number : items("listNumber"))
        QVERIFY(number->property("font").value<QFont>().pixelSize() >= 80 * unit - 1);

    const QImage picture = m_window->grabWindow();
    QVERIFY(!picture.isNull());
    const QString folder = qEnvironmentVariable("HALL_PICTURES");
    if (!folder.isEmpty()) {
        QDir().mkpath(folder);
        QVERIFY(picture.save(folder + QStringLiteral("/board-%1.png").arg(QString::fromLatin1(QTest::currentDataTag()))));
    }
}

int main(int argc, char** argv)
{
    qputenv("HALL_REDUCED_MOTION", "0");
    QApplication application(argc, argv);
    theme::useFonts(application);
    TestBoardWindow test;
    return QTest::qExec(&test, argc, argv);
}

#include "tst_board_window.moc"
