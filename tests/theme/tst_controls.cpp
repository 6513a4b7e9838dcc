// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/theme/quick_theme.h"
#include "ui/theme/widgets_theme.h"

#include <QAccessible>
#include <QApplication>
#include <QDir>
#include <QImage>
#include <QQmlApplicationEngine>
#include <QQuickItem>
#include <QQuickWindow>
#include <QSignalSpy>
#include <QTest>
#include <QtQml/QQmlExtensionPlugin>

Q_IMPORT_QML_PLUGIN(Hall_ThemePlugin)

using namespace hall::theme;

/// The shared controls, used through a real window: role, name and size of each, keys and touches, every theme.
class TestControls : public QObject
{
    Q_OBJECT

private slots:
    void init();
    void cleanup();
    void rolesNamesAndSizes_data();
    void rolesNamesAndSizes();
    void nothingIsCut_data() { rolesNamesAndSizes_data(); }
    void nothingIsCut();
    void focusRingShows();
    void keysPress();
    void touchPresses();
    void stepperCounts();
    void keypadTypes();
    void entrySaysWhatIsWrong();
    void lessMotionMeansNone();
    void pictures_data() { rolesNamesAndSizes_data(); }
    void pictures();

private:
    QQuickItem* item(const char* name) const;
    void click(const char* name);
    Theme& theme() const { return *Theme::of(*m_engine); }
    void look(const QString& name, qreal scale) const;

    std::unique_ptr<QQmlApplicationEngine> m_engine;
    QStringList m_warnings;
    QQuickWindow* m_window = nullptr;
};

namespace {

bool isTouchable(QAccessible::Role role)
{
    return role == QAccessible::Button || role == QAccessible::CheckBox || role == QAccessible::RadioButton
           || role == QAccessible::EditableText;
}

void collect(QAccessibleInterface* from, QList<QAccessibleInterface*>& found)
{
    for (int index = 0; index < from->childCount(); ++index) {
        if (auto* child = from->child(index)) {
            found.append(child);
            collect(child, found);
        }
    }
}

/// Also finds what a Repeater made: its items have visual parents alone.
QQuickItem* find(QQuickItem* from, const QString& name)
{
    if (from->objectName() == name)
        return from;
    for (QQuickItem* child : from->childItems()) {
        if (QQuickItem* found = find(child, name))
            return found;
    }
    return nullptr;
}

void texts(QQuickItem* from, QList<QQuickItem*>& found)
{
    if (from->inherits("QQuickText") && from->isVisible() && !from->property("text").toString().isEmpty())
        found.append(from);
    for (QQuickItem* child : from->childItems())
        texts(child, found);
}

} // namespace

QQuickItem* TestControls::item(const char* name) const
{
    return find(m_window->contentItem(), QString::fromLatin1(name));
}

void TestControls::init()
{
    m_engine = std::make_unique<QQmlApplicationEngine>();
    m_engine->addImportPath(QStringLiteral("qrc:/qt/qml"));
    m_warnings.clear();
    connect(m_engine.get(), &QQmlEngine::warnings, this, [this](const QList<QQmlError>& errors) {
        for (const QQmlError& error : errors)
            m_warnings.append(error.toString());
    });
    m_engine->load(QUrl(QStringLiteral("qrc:/hall/gallery/Gallery.qml")));
    QVERIFY2(!m_engine->rootObjects().isEmpty(), qPrintable(m_warnings.join(u'\n')));
    m_window = qobject_cast<QQuickWindow*>(m_engine->rootObjects().constFirst());
    QVERIFY(m_window);
    QVERIFY(QTest::qWaitForWindowExposed(m_window));
    m_window->requestActivate();
    QTRY_VERIFY(m_window->isActive());
}

void TestControls::cleanup()
{
    m_engine.reset();
    QCOMPARE(m_warnings, QStringList());
}

void TestControls::click(const char* name)
{
    const auto* target = item(name);
    QVERIFY2(target, name);
    QTest::mouseClick(m_window, Qt::LeftButton, {}, target->mapToScene(target->boundingRect().center()).toPoint());
}

void TestControls::look(const QString& name, qreal scale) const
{
    theme().setName(name == QStringLiteral("dark")        ? Theme::Dark
                    : name == QStringLiteral("boardDark") ? Theme::BoardDark
                    : name == QStringLiteral("highContrast") ? Theme::HighContrast : Theme::Light);
    theme().setTextScale(scale);
    QTest::qWait(60);
}

void TestControls::rolesNamesAndSizes_data()
{
    QTest::addColumn<QString>("name");
    QTest::addColumn<qreal>("scale");
    for (const char* name : {"light", "dark", "boardDark", "highContrast"}) {
        for (const qreal scale : {1.0, 1.35, 2.0})
            QTest::addRow("%s at %.0f", name, scale * 100) << QString::fromLatin1(name) << scale;
    }
}

void TestControls::rolesNamesAndSizes()
{
    QFETCH(QString, name);
    QFETCH(qreal, scale);
    look(name, scale);
    QList<QAccessibleInterface*> all;
    collect(QAccessible::queryAccessibleInterface(m_window), all);
    int touchable = 0;
    for (QAccessibleInterface* each : all) {
        const QString what = QStringLiteral("%1 (role %2)").arg(each->text(QAccessible::Name)).arg(each->role());
        if (each->state().invisible)
            continue;
        QVERIFY2(!each->text(QAccessible::Name).isEmpty() || each->role() == QAccessible::Client, qPrintable(what));
        if (!isTouchable(each->role()))
            continue;
        ++touchable;
        const QSize size = each->rect().size();
        QVERIFY2(size.width() >= 96 && size.height() >= 96,
                 qPrintable(what + QStringLiteral(" is %1×%2").arg(size.width()).arg(size.height())));
    }
    QVERIFY2(touchable >= 25, qPrintable(QString::number(touchable)));
}

/// No text is wider or taller than its place, and none ends in an ellipsis.
void TestControls::nothingIsCut()
{
    QFETCH(QString, name);
    QFETCH(qreal, scale);
    look(name, scale);
    QList<QQuickItem*> all;
    texts(m_window->contentItem(), all);
    for (const QQuickItem* each : all) {
        const QString text = each->property("text").toString();
        const qreal width = each->property("contentWidth").toReal();
        QVERIFY2(!each->property("truncated").toBool(), qPrintable(text));
        QVERIFY2(width <= each->width() + 1, qPrintable(QStringLiteral("%1: %2 > %3").arg(text).arg(width).arg(each->width())));
        QVERIFY2(each->mapRectToScene(each->boundingRect()).right() <= m_window->width() + 1, qPrintable(text));
    }
    QVERIFY(all.size() > 40);
    for (const char* tile : {"tile.reception", "tile.legal", "tile.mediation", "tile.experts", "tile.check", "button.primary",
                             "button.disabled", "banner.danger"}) {
        QList<QQuickItem*> words;
        texts(item(tile), words);
        const QRectF box = item(tile)->mapRectToScene(item(tile)->boundingRect());
        QVERIFY(!words.isEmpty());
        for (const QQuickItem* each : words)
            QVERIFY2(box.contains(each->mapRectToScene(each->boundingRect())), tile);
    }
}

void TestControls::focusRingShows()
{
    for (const char* name : {"tile.legal", "button.primary", "button.quiet", "button.help", "entry.name", "stepper"}) {
        auto* control = item(name);
        QVERIFY2(control, name);
        control->forceActiveFocus(Qt::TabFocusReason);
        const auto rings = control->findChildren<QQuickItem*>(QStringLiteral("focusRing"));
        bool shown = false;
        for (const QQuickItem* ring : rings)
            shown = shown || (ring->isVisible() && ring->width() >= control->childrenRect().width());
        QVERIFY2(shown, name);
    }
}

void TestControls::keysPress()
{
    auto* button = item("button.primary");
    QSignalSpy clicked(button, SIGNAL(clicked()));
    button->forceActiveFocus();
    QTest::keyClick(m_window, Qt::Key_Space);
    QTest::keyClick(m_window, Qt::Key_Return);
    QTest::keyClick(m_window, Qt::Key_Enter);
    QCOMPARE(clicked.count(), 3);

    auto* tile = item("tile.check");
    tile->forceActiveFocus();
    QTest::keyClick(m_window, Qt::Key_Space);
    QCOMPARE(tile->property("checked").toBool(), false);

    auto* off = item("button.disabled");
    QSignalSpy never(off, SIGNAL(clicked()));
    click("button.disabled");
    QCOMPARE(never.count(), 0);
}

void TestControls::touchPresses()
{
    QSignalSpy clicked(item("tile.reception"), SIGNAL(clicked()));
    click("tile.reception");
    QCOMPARE(clicked.count(), 1);
}

void TestControls::stepperCounts()
{
    auto* stepper = item("stepper");
    click("stepper.more");
    QCOMPARE(stepper->property("value").toInt(), 3);
    click("stepper.less");
    click("stepper.less");
    click("stepper.less");
    QCOMPARE(stepper->property("value").toInt(), 1);
    stepper->forceActiveFocus();
    QTest::keyClick(m_window, Qt::Key_Up);
    QCOMPARE(stepper->property("value").toInt(), 2);
}

void TestControls::keypadTypes()
{
    auto* keypad = item("keypad");
    QSignalSpy typed(keypad, SIGNAL(typed(QString)));
    QSignalSpy erased(keypad, SIGNAL(erased()));
    click("keypad.key.1");
    click("keypad.key.X");
    click("keypad.key.erase");
    QCOMPARE(typed.count(), 2);
    QCOMPARE(typed.last().constFirst().toString(), QStringLiteral("X"));
    QCOMPARE(erased.count(), 1);
}

void TestControls::entrySaysWhatIsWrong()
{
    auto* field = item("entry.id.field");
    QVERIFY(field);
    auto* heard = QAccessible::queryAccessibleInterface(field);
    QCOMPARE(heard->role(), QAccessible::EditableText);
    QCOMPARE(heard->text(QAccessible::Name), QStringLiteral("身份证号"));
    QVERIFY(heard->text(QAccessible::Description).contains(QStringLiteral("18 位")));
    field->forceActiveFocus();
    QTest::keyClick(m_window, Qt::Key_8);
    QCOMPARE(item("entry.id")->property("text").toString(), QStringLiteral("110105194912310028"));
}

void TestControls::lessMotionMeansNone()
{
    theme().setReducedMotion(true);
    QCOMPARE(theme().motion().quick, 0);
    QCOMPARE(theme().motion().calm, 0);
    theme().setReducedMotion(false);
    QVERIFY(theme().motion().calm > 0 && theme().motion().calm <= 200);
}

/// Written where HALL_PICTURES points, for people; empty pictures are a failure anywhere.
void TestControls::pictures()
{
    QFETCH(QString, name);
    QFETCH(qreal, scale);
    if (scale > 1.5)
        m_window->setHeight(4600);
    look(name, scale);
    QTest::qWait(200); // until the colours have changed
    const QImage picture = m_window->grabWindow();
    QVERIFY(!picture.isNull());
    QCOMPARE(picture.pixelColor(2, 2), theme().colour().paper);
    const QString folder = qEnvironmentVariable("HALL_PICTURES");
    if (!folder.isEmpty()) {
        QDir().mkpath(folder);
        QVERIFY(picture.save(folder + QStringLiteral("/gallery-%1-%2.png").arg(name).arg(qRound(scale * 100))));
    }
}

int main(int argc, char** argv)
{
    qputenv("HALL_REDUCED_MOTION", "0");
    QApplication application(argc, argv);
    useFonts(application);
    TestControls test;
    return QTest::qExec(&test, argc, argv);
}

#include "tst_controls.moc"
