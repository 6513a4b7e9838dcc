// SPDX-License-Identifier: GPL-3.0-or-later
// Every page in both languages and at three sizes of text: each control has a role, a name and a size, no text is cut.
// With HALL_SHOTS=DIR the pages are written there as pictures.
#include "tests/desk/desk_fixture.h"

#include <QAccessible>
#include <QDir>
#include <QListView>
#include <QScrollArea>

using namespace hall;
using namespace hall::tests;

namespace {

/// A morning in the hall: people wait, some are parked, one has typed something at the kiosk.
void fillHall(DeskFixture& f)
{
    using std::chrono::minutes;
    const char* const kinds[][2] = {{"A1", "ordinary"}, {"B1", "ordinary"}, {"A2", "elderly"},  {"A1", "ordinary"}, {"A1", "booked"},
                                    {"B1", "elderly"},  {"A2", "ordinary"}, {"A1", "ordinary"}, {"A2", "ordinary"}, {"B1", "ordinary"}};
    QList<queue::Ticket> tickets;
    for (const auto& kind : kinds) {
        tickets.append(f.hall.issue(QLatin1StringView(kind[0]), QLatin1StringView(kind[1])));
        f.hall.clock.advance(minutes(4));
    }
    desk::Intake intake;
    intake.name = QStringLiteral("王建国");
    intake.phone = QStringLiteral("13857512345");
    intake.idNumber = QStringLiteral("330681195803124512");
    intake.text = QStringLiteral("2024 年村里修路占用了我家承包地约 0.6 亩，补偿款至今没有到账。去年 11 月在镇里登记过，没有书面答复。");
    for (const auto& t : tickets)
        f.gateway.addIntake(t.id, intake);
    static_cast<void>(f.hall.queue.park(tickets[6].id, f.hall.clock.now() + minutes(25), QStringLiteral("李娜")));
    static_cast<void>(f.hall.desks.open(2, {QStringLiteral("B1")}, QStringLiteral("赵敏")));
    static_cast<void>(f.hall.queue.callNext(2, QStringLiteral("赵敏")));
}

bool isControl(const QWidget* w)
{
    return qobject_cast<const QAbstractButton*>(w) || qobject_cast<const QLineEdit*>(w) || qobject_cast<const QComboBox*>(w)
           || qobject_cast<const QAbstractItemView*>(w) || qobject_cast<const QAbstractSpinBox*>(w);
}

/// Parts of Qt's own compound widgets, which speak through the whole.
bool isInner(const QWidget* w)
{
    return w->objectName().startsWith(u"qt_") || qobject_cast<const QAbstractSpinBox*>(w->parentWidget())
           || qobject_cast<const QLineEdit*>(w->parentWidget()) || qobject_cast<const QComboBox*>(w->parentWidget())
           || QString::fromLatin1(w->metaObject()->className()).startsWith(u"QComboBox")
           || QString::fromLatin1(w->metaObject()->className()) == u"QTableCornerButton"
           || QString::fromLatin1(w->metaObject()->className()) == u"QHeaderView";
}

QStringList audit(QWidget* window)
{
    QStringList faults;
    for (QWidget* w : window->findChildren<QWidget*>()) {
        if (!w->isVisible() || isInner(w))
            continue;
        const QString who = QString::fromLatin1(w->metaObject()->className()) + u'#' + w->objectName();
        if (isControl(w)) {
            auto* face = QAccessible::queryAccessibleInterface(w);
            if (!face || face->role() == QAccessible::NoRole)
                faults.append(who + QStringLiteral(": no role"));
            else if (face->text(QAccessible::Name).isEmpty())
                faults.append(who + QStringLiteral(": no name"));
            if (w->objectName().isEmpty())
                faults.append(who + QStringLiteral(": no object name"));
            if (w->height() < 24 || w->width() < 24)
                faults.append(who + QStringLiteral(": %1×%2 is too small").arg(w->width()).arg(w->height()));
            if (w->isEnabled() && w->focusPolicy() == Qt::NoFocus)
                faults.append(who + QStringLiteral(": keyboard cannot reach it"));
        }
        if (const auto* button = qobject_cast<const QPushButton*>(w); button && !button->text().isEmpty()) {
            if (button->width() + 1 < button->minimumSizeHint().width())
                faults.append(who + QStringLiteral(": “%1” is cut, %2 of %3 px").arg(button->text()).arg(button->width()).arg(button->minimumSizeHint().width()));
        }
        if (const auto* label = qobject_cast<const QLabel*>(w); label && !label->text().isEmpty()) {
            const QSize need = label->wordWrap() ? QSize(0, label->heightForWidth(label->width())) : label->sizeHint();
            if (label->width() + 1 < need.width() || label->height() + 1 < need.height())
                faults.append(who + QStringLiteral(": “%1” is cut, %2×%3 of %4×%5")
                                        .arg(label->text().left(40)).arg(label->width()).arg(label->height()).arg(need.width()).arg(need.height()));
        }
        // What hangs out of its scrolled page at the side cannot be reached.
        if (auto* parent = w->parentWidget(); parent && !w->isWindow() && isControl(w)) {
            const int right = w->mapTo(window, QPoint(w->width(), 0)).x();
            if (right > window->width() + 1)
                faults.append(who + QStringLiteral(": outside the window"));
        }
    }
    faults.removeDuplicates();
    return faults;
}

} // namespace

class TestDeskScreens : public QObject
{
    Q_OBJECT

private slots:
    void everyPage_data();
    void everyPage();
    void onlookers();

private:
    static void settle()
    {
        for (int i = 0; i < 4; ++i)
            QCoreApplication::processEvents();
    }
    void look(DeskFixture& f, const QString& page)
    {
        settle();
        const auto folder = qEnvironmentVariable("HALL_SHOTS");
        if (!folder.isEmpty()) {
            QDir().mkpath(folder);
            f.window->grab().save(QStringLiteral("%1/%2-%3.png").arg(folder, QString::fromLatin1(QTest::currentDataTag()), page));
        }
        for (const QString& fault : audit(f.window.get()))
            m_faults.append(page + QStringLiteral(": ") + fault);
    }
    QStringList m_faults;
};

void TestDeskScreens::everyPage_data()
{
    using L = desk::Preferences::Look;
    QTest::addColumn<bool>("chinese");
    QTest::addColumn<int>("percent");
    QTest::addColumn<L>("theme");
    QTest::addColumn<QSize>("size");
    QTest::newRow("zh-100-light-1280") << true << 100 << L::Light << QSize(1280, 800);
    QTest::newRow("en-100-light-1600") << false << 100 << L::Light << QSize(1600, 1000);
    QTest::newRow("zh-100-dark-1600") << true << 100 << L::Dark << QSize(1600, 1000);
    QTest::newRow("en-100-contrast-1280") << false << 100 << L::HighContrast << QSize(1280, 800);
    QTest::newRow("en-100-light-1100") << false << 100 << L::Light << QSize(1100, 800);
    QTest::newRow("zh-150-light-1280") << true << 150 << L::Light << QSize(1280, 800);
    QTest::newRow("en-150-dark-1280") << false << 150 << L::Dark << QSize(1280, 800);
    QTest::newRow("zh-200-light-1600") << true << 200 << L::Light << QSize(1600, 1000);
    QTest::newRow("en-200-light-1280") << false << 200 << L::Light << QSize(1280, 800);
}

void TestDeskScreens::everyPage()
{
    using L = desk::Preferences::Look;
    QFETCH(bool, chinese);
    QFETCH(int, percent);
    QFETCH(L, theme);
    QFETCH(QSize, size);
    m_faults.clear();
    DeskFixture f(chinese);
    f.preferences.setTextPercent(percent);
    f.preferences.setLook(theme);
    f.window->resize(size);
    fillHall(f);
    f.gateway.announce();
    look(f, QStringLiteral("1-sign-in"));
    f.type("signInName", QStringLiteral("lina"));
    f.type("signInPassphrase", QStringLiteral("wrong"));
    f.click("signIn");
    look(f, QStringLiteral("2-sign-in-wrong"));
    f.signIn();
    look(f, QStringLiteral("3-open-desk"));
    f.click("openDesk");
    f.key(Qt::Key_J, Qt::ControlModifier);
    look(f, QStringLiteral("4-ready"));
    f.key(Qt::Key_F2);
    look(f, QStringLiteral("5-called"));
    f.hall.clock.advance(std::chrono::seconds(47));
    f.key(Qt::Key_F4);
    f.hall.clock.advance(std::chrono::seconds(125));
    emit f.session->secondPassed();
    look(f, QStringLiteral("6-serving"));
    f.key(Qt::Key_F5);
    look(f, QStringLiteral("7-park"));
    f.key(Qt::Key_F6);
    look(f, QStringLiteral("8-transfer"));
    f.key(Qt::Key_Escape);
    f.key(Qt::Key_F8);
    f.key(Qt::Key_J, Qt::ControlModifier);
    f.key(Qt::Key_Down);
    f.key(Qt::Key_F9);
    look(f, QStringLiteral("9-reason"));
    f.key(Qt::Key_Escape);
    f.gateway.setConnection(desk::DeskGateway::Connection::Lost);
    f.hall.clock.advance(std::chrono::minutes(3));
    emit f.session->secondPassed();
    look(f, QStringLiteral("a-away"));
    f.gateway.setConnection(desk::DeskGateway::Connection::Connected);
    f.key(Qt::Key_F1);
    look(f, QStringLiteral("b-keys"));
    f.key(Qt::Key_Escape);
    f.key(Qt::Key_2, Qt::ControlModifier);
    look(f, QStringLiteral("c-day"));
    f.key(Qt::Key_3, Qt::ControlModifier);
    look(f, QStringLiteral("d-hall"));
    f.key(Qt::Key_L, Qt::ControlModifier);
    look(f, QStringLiteral("e-locked"));
    if (!m_faults.isEmpty())
        QFAIL(qPrintable(m_faults.join(u'\n')));
}

void TestDeskScreens::onlookers()
{
    m_faults.clear();
    DeskFixture f;
    fillHall(f);
    f.window->resize(1280, 800);
    f.signIn(QStringLiteral("boss"));
    look(f, QStringLiteral("supervisor"));
    QVERIFY(!f.find("page2"));
    f.key(Qt::Key_Q, Qt::ControlModifier | Qt::ShiftModifier);
    f.signIn(QStringLiteral("admin"));
    f.click("page2");
    f.type("catalogueFolder", QStringLiteral("/srv/catalogue"));
    f.gateway.complaints = {QStringLiteral("services.yaml:14: the block “recepton” is not defined; blocks.yaml has reception, legal, mediation, experts"),
                            QStringLiteral("desks.yaml:31: desk 3 is defined twice")};
    f.click("catalogueLoad");
    QVERIFY(f.find("catalogueComplaints")->isVisible());
    look(f, QStringLiteral("catalogue-refused"));
    f.gateway.complaints = {};
    f.click("catalogueCheck");
    QVERIFY(!f.find("catalogueComplaints")->isVisible());
    look(f, QStringLiteral("catalogue-good"));
    if (!m_faults.isEmpty())
        QFAIL(qPrintable(m_faults.join(u'\n')));
}

QTEST_MAIN(TestDeskScreens)
#include "tst_desk_screens.moc"
