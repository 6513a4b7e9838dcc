// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/station/translations.h"
#include "tests/support/line_fixture.h"
#include "ui/setup/hall_check.h"
#include "ui/setup/passphrase_strength.h"
#include "ui/setup/setup_window.h"
#include "ui/theme/widgets_theme.h"

#include <QApplication>
#include <QClipboard>
#include <QDir>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QLabel>
#include <QLineEdit>
#include <QProgressBar>
#include <QPushButton>
#include <QSignalSpy>
#include <QTableWidget>
#include <QTemporaryDir>
#include <QTest>

using namespace hall;
using setup::SetupWindow;
using setup::Strength;

namespace {

const QString kGood = u"lamp river stone cloud seven"_qs;

void writeFile(const QString& path, const QByteArray& text)
{
    QFile file(path);
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.write(text);
}

QByteArray readFile(const QString& path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

} // namespace

class TestSetup : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase();
    void init();
    void cleanup();
    void strengthFollowsWhatIsTyped();
    void threeWaysOnByKeyboard();
    void makesAHallWithThreePeople();
    void theRealHallctlMakesWhatWasTyped();
    void wrongFieldsAreMarked();
    void refusedMakingIsToldAndForgetsPassphrases_data();
    void refusedMakingIsToldAndForgetsPassphrases();
    void joinsAHall();
    void joinExplainsWhatIsInTheWay_data();
    void joinExplainsWhatIsInTheWay();
    void triesTheDemo();
    void aDemoThatIsThereIsOpenedOrPutAside();
    void speaksBothLanguages();
    void everythingHasANameAndFits_data();
    void everythingHasANameAndFits();

private:
    template <class W = QWidget>
    W* find(const char* name)
    {
        return m_window->findChild<W*>(QLatin1StringView(name));
    }
    void click(const char* name)
    {
        auto* button = find<QPushButton>(name);
        QVERIFY2(button, name);
        QVERIFY2(button->isVisible() && button->isEnabled(), name);
        QTest::mouseClick(button, Qt::LeftButton);
    }
    void type(const char* name, const QString& text)
    {
        auto* field = find<QLineEdit>(name);
        QVERIFY2(field && field->isVisible(), name);
        field->setFocus();
        field->selectAll();
        QTest::keyClick(field, Qt::Key_Delete);
        for (const QChar c : text)
            field->insert(c); // ideographs have no key
        emit field->textEdited(field->text());
    }
    void person(const char* role, const QString& login, const QString& passphrase);
    void fillHall();
    void keep(const QString& name);
    void open(const QString& kind = u"desk"_qs);

    std::unique_ptr<theme::WidgetsTheme> m_theme;
    std::unique_ptr<station::Translations> m_translations;
    std::unique_ptr<QTemporaryDir> m_home;
    std::unique_ptr<SetupWindow> m_window;
    QString m_hallctl;
};

void TestSetup::initTestCase()
{
    theme::useFonts(*qApp);
    m_theme = std::make_unique<theme::WidgetsTheme>(*qApp);
    m_translations = std::make_unique<station::Translations>();
}

void TestSetup::init()
{
    m_theme->apply(theme::WidgetsTheme::Name::Light, 100);
    m_translations->use(u"en"_qs);
    m_home = std::make_unique<QTemporaryDir>();
    qputenv("XDG_CONFIG_HOME", QFile::encodeName(m_home->path() + u"/config"_qs));
    qputenv("XDG_CONFIG_DIRS", QFile::encodeName(m_home->path() + u"/none"_qs));
    qputenv("XDG_DATA_HOME", QFile::encodeName(m_home->path() + u"/data"_qs));
    m_hallctl = m_home->path() + u"/hallctl"_qs;
    QVERIFY(QFile::copy(QStringLiteral(HALL_FAKE_HALLCTL), m_hallctl));
    open();
}

void TestSetup::cleanup()
{
    m_window.reset();
}

void TestSetup::open(const QString& kind)
{
    SetupWindow::Options options;
    options.kind = kind;
    options.config.stationName = kind + u"-1"_qs;
    options.hallctl = m_hallctl;
    m_window = std::make_unique<SetupWindow>(options, *m_translations);
    m_window->resize(1000, 760);
    m_window->show();
    QVERIFY(QTest::qWaitForWindowExposed(m_window.get()));
}

/// HALL_PICTURES names a folder in which the pictures are kept for looking at.
void TestSetup::keep(const QString& name)
{
    if (const QString folder = qEnvironmentVariable("HALL_PICTURES"); !folder.isEmpty()) {
        QTest::qWait(30);
        m_window->grab().save(folder + u"/setup-"_qs + name + u".png"_qs);
    }
}

void TestSetup::fillHall()
{
    type("make.nameZh", u"诸暨市信访超市"_qs);
    type("make.nameEn", u"Zhuji Petition Hall"_qs);
    type("make.folder", m_home->path() + u"/new hall"_qs);
}

void TestSetup::person(const char* role, const QString& login, const QString& passphrase)
{
    const QByteArray prefix = QByteArray(role) + '.';
    type((prefix + "name").constData(), u"张三"_qs);
    type((prefix + "login").constData(), login);
    type((prefix + "passphrase").constData(), passphrase);
    type((prefix + "again").constData(), passphrase);
}

void TestSetup::strengthFollowsWhatIsTyped()
{
    using setup::passphraseStrength;
    QCOMPARE(passphraseStrength({}, {}), Strength::Empty);
    for (const QString& weak : {u"password"_qs, u"12345678901234567890"_qs, u"aaaaaaaaaaaaaaaaaaaaaaaaaaaa"_qs, u"hall2026"_qs,
                                u"abcdefghijklmnop"_qs, u"密码密码"_qs})
        QVERIFY2(passphraseStrength(weak, {}) == Strength::Weak, qPrintable(weak));
    for (const QString& good : {kGood, u"白云深处有一盏旧台灯"_qs, u"k7#Qm2-vX9!pL4z"_qs})
        QVERIFY2(passphraseStrength(good, {}) == Strength::Good, qPrintable(good));
    QVERIFY(setup::passphraseBits(u"zhangsan zhangsan zhangsan"_qs, {u"zhangsan"_qs}) < 20);
}

void TestSetup::threeWaysOnByKeyboard()
{
    keep(u"welcome-en"_qs);
    QCOMPARE(QApplication::focusWidget(), find("welcome.make"));
    QTest::keyClick(QApplication::focusWidget(), Qt::Key_Tab);
    QCOMPARE(QApplication::focusWidget(), find("welcome.join"));
    QTest::keyClick(QApplication::focusWidget(), Qt::Key_Tab);
    QCOMPARE(QApplication::focusWidget(), find("welcome.demo"));
    QTest::keyClick(QApplication::focusWidget(), Qt::Key_Space);
    QVERIFY(find("demo")->isVisible());
    click("demo.back");
    QVERIFY(find("welcome")->isVisible());
    QTest::keyClick(QApplication::focusWidget(), Qt::Key_Space);
    QVERIFY(find("make")->isVisible());
    QCOMPARE(QApplication::focusWidget(), find("make.nameZh"));
}

void TestSetup::makesAHallWithThreePeople()
{
    QSignalSpy ready(m_window.get(), &SetupWindow::ready);
    click("welcome.make");
    fillHall();
    keep(u"make-1-en"_qs);
    click("make.next");
    person("system-administrator", u"zhang"_qs, kGood);
    QCOMPARE(find<QProgressBar>("system-administrator.meter")->value(), 3);
    keep(u"make-2-en"_qs);
    click("make.next");
    person("security-administrator", u"li"_qs, kGood + u" two \"quoted\" \\ 𠮷"_qs);
    click("make.next");
    person("audit-administrator", u"wang"_qs, kGood + u" three"_qs);
    click("make.next");
    keep(u"make-working-en"_qs);
    QTRY_COMPARE(ready.count(), 1);
    const auto config = ready.first().first().value<station::StationConfig>();
    QCOMPARE(config.storeUrl, m_home->path() + u"/new hall"_qs);
    QCOMPARE(station::StationConfig::load(u"desk"_qs)->storeUrl, config.storeUrl);

    const QJsonObject answers = QJsonDocument::fromJson(readFile(m_home->path() + u"/answers"_qs)).object();
    QCOMPARE(answers[u"hall"_qs][u"zh"_qs].toString(), u"诸暨市信访超市"_qs);
    const QJsonArray staff = answers[u"staff"_qs].toArray();
    QCOMPARE(staff.size(), 3);
    QCOMPARE(staff[0][u"role"_qs].toString(), u"system-administrator"_qs);
    QCOMPARE(staff[1][u"passphrase"_qs].toString(), kGood + u" two \"quoted\" \\ 𠮷"_qs);
    QCOMPARE(staff[2][u"login"_qs].toString(), u"wang"_qs);
    // Where others could see them, there are none.
    QVERIFY(!readFile(m_home->path() + u"/arguments"_qs).contains("lamp"));
    QVERIFY(!readFile(m_home->path() + u"/environment"_qs).contains("lamp"));
    for (const char* field : {"system-administrator.passphrase", "audit-administrator.again"})
        QVERIFY(find<QLineEdit>(field)->text().isEmpty());
}

void TestSetup::theRealHallctlMakesWhatWasTyped()
{
    m_hallctl = QStringLiteral(HALL_REAL_HALLCTL);
    open();
    QSignalSpy ready(m_window.get(), &SetupWindow::ready);
    click("welcome.make");
    fillHall();
    for (const char* role : {"system-administrator", "security-administrator", "audit-administrator"}) {
        click("make.next");
        person(role, QString::fromLatin1(role).left(3), kGood);
    }
    click("make.next");
    QTRY_COMPARE_WITH_TIMEOUT(ready.count(), 1, 30000);
    const auto config = ready.first().first().value<station::StationConfig>();
    const setup::HallCheck check = setup::HallCheck::of(config.storeUrl, u"desk"_qs);
    QVERIFY(check.mayJoin());
    QCOMPARE(check.hallName, u"诸暨市信访超市"_qs);
}

void TestSetup::wrongFieldsAreMarked()
{
    click("welcome.make");
    click("make.next");
    QVERIFY(find<QLabel>("make.nameZh.note")->text().contains(u"Type"_qs));
    QCOMPARE(QApplication::focusWidget(), find("make.nameZh"));
    fillHall();
    type("make.folder", m_home->path());
    click("make.next");
    QVERIFY(find<QLabel>("make.folder.note")->text().contains(u"not empty"_qs));
    keep(u"make-wrong-en"_qs);
    fillHall();
    click("make.next");
    person("system-administrator", u"Zhang San"_qs, u"secret"_qs);
    type("system-administrator.again", u"other"_qs);
    click("make.next");
    QVERIFY(find("system-administrator.name")->isVisible());
    for (const char* note : {"system-administrator.login.note", "system-administrator.passphrase.note",
                             "system-administrator.again.note"})
        QCOMPARE(find<QLabel>(note)->property("look").toString(), u"danger"_qs);
    keep(u"person-wrong-en"_qs);
    person("system-administrator", u"zhang"_qs, kGood);
    click("make.next");
    person("security-administrator", u"zhang"_qs, kGood);
    click("make.next");
    QVERIFY(find<QLabel>("security-administrator.login.note")->text().contains(u"Another"_qs));
}

void TestSetup::refusedMakingIsToldAndForgetsPassphrases_data()
{
    QTest::addColumn<QByteArray>("behaviour");
    QTest::addColumn<QString>("says");
    QTest::newRow("refused") << QByteArray("refuse") << u"disk is full"_qs;
    QTest::newRow("crashed") << QByteArray("crash") << u"without saying why"_qs;
    QTest::newRow("silent") << QByteArray("silent") << u"code 3"_qs;
    QTest::newRow("missing") << QByteArray("missing") << u"could not be started"_qs;
}

void TestSetup::refusedMakingIsToldAndForgetsPassphrases()
{
    QFETCH(QByteArray, behaviour);
    QFETCH(QString, says);
    if (behaviour == "missing")
        QVERIFY(QFile::remove(m_hallctl));
    else
        writeFile(m_home->path() + u"/behaviour"_qs, behaviour);
    QSignalSpy ready(m_window.get(), &SetupWindow::ready);
    click("welcome.make");
    fillHall();
    click("make.next");
    for (const char* role : {"system-administrator", "security-administrator", "audit-administrator"}) {
        person(role, QString::fromLatin1(role).left(3), kGood);
        click("make.next");
    }
    auto* words = find<QLabel>("make.bannerText");
    QTRY_VERIFY(words->isVisible());
    QVERIFY2(words->text().contains(says), qPrintable(words->text()));
    keep(u"make-refused-en"_qs);
    QCOMPARE(ready.count(), 0);
    QVERIFY(find<QLineEdit>("system-administrator.passphrase")->text().isEmpty());
    QVERIFY(station::StationConfig::fileInForce().isEmpty());
    QCOMPARE(find<QLineEdit>("make.nameZh")->text(), u"诸暨市信访超市"_qs); // what is no secret is kept
}

void TestSetup::joinsAHall()
{
    const QString folder = m_home->path() + u"/hall"_qs;
    QVERIFY(QDir().mkpath(folder + u"/keys"_qs));
    writeFile(folder + u"/keys/line.key"_qs, tests::LineFixture::key());
    QVERIFY(QFile::setPermissions(folder + u"/keys/line.key"_qs, QFile::ReadOwner | QFile::WriteOwner));
    const tests::LineFixture fixture(folder);
    QSignalSpy ready(m_window.get(), &SetupWindow::ready);
    click("welcome.join");
    QVERIFY(!find("join.next")->isEnabled());
    type("join.folder", folder);
    QTest::keyClick(find("join.folder"), Qt::Key_Return);
    QTRY_VERIFY(find("join.next")->isEnabled());
    keep(u"join-good-en"_qs);
    QCOMPARE(QApplication::focusWidget(), find("join.next"));
    type("join.station", u"desk 3"_qs);
    click("join.next");
    QCOMPARE(ready.count(), 1);
    const auto saved = station::StationConfig::load(u"desk"_qs);
    QVERIFY(saved.ok());
    QCOMPARE(saved->storeUrl, folder);
    QCOMPARE(saved->stationName, u"desk 3"_qs);
}

void TestSetup::joinExplainsWhatIsInTheWay_data()
{
    QTest::addColumn<QString>("what");
    QTest::addColumn<QString>("says");
    QTest::newRow("no folder") << u"absent"_qs << u"no such folder"_qs;
    QTest::newRow("a file") << u"file"_qs << u"a file"_qs;
    QTest::newRow("no hall") << u"empty"_qs << u"No hall lies"_qs;
    QTest::newRow("no key") << u"no-key"_qs << u"key"_qs;
    QTest::newRow("another key") << u"wrong-key"_qs << u"key"_qs;
}

void TestSetup::joinExplainsWhatIsInTheWay()
{
    QFETCH(QString, what);
    QFETCH(QString, says);
    const QString folder = m_home->path() + u"/hall"_qs;
    if (what == u"file"_qs)
        writeFile(folder, "x");
    else if (what != u"absent"_qs)
        QVERIFY(QDir().mkpath(folder + u"/keys"_qs));
    if (what.endsWith(u"key"_qs))
        const tests::LineFixture fixture(folder);
    if (what == u"wrong-key"_qs)
        writeFile(folder + u"/keys/line.key"_qs, QByteArray(32, 'y'));
    const setup::HallCheck check = setup::HallCheck::of(folder, u"kiosk"_qs);
    QVERIFY(!check.mayJoin());
    QCOMPARE(check.findings.last().outcome, setup::HallCheck::Outcome::Bad);
    QVERIFY2(check.findings.last().text.contains(says), qPrintable(check.findings.last().text));
    click("welcome.join");
    type("join.folder", folder);
    click("join.look");
    QTRY_VERIFY(find("join.findings")->isVisible());
    QVERIFY(!find("join.next")->isEnabled());
    if (what == u"no-key"_qs)
        keep(u"join-bad-en"_qs);
}

void TestSetup::triesTheDemo()
{
    QSignalSpy ready(m_window.get(), &SetupWindow::ready);
    click("welcome.demo");
    keep(u"demo-offer-en"_qs);
    click("demo.next");
    QVERIFY(find("demo.progress")->isVisible());
    auto* table = find<QTableWidget>("demo.staff");
    QTRY_VERIFY(table->isVisible());
    QCOMPARE(table->rowCount(), 2);
    QCOMPARE(table->item(0, 3)->text(), u"pine seven river lamp"_qs);
    keep(u"demo-made-en"_qs);
    click("demo.copy");
    QVERIFY(QGuiApplication::clipboard()->text().contains(u"stone cloud tea north"_qs));
    QCOMPARE(ready.count(), 0);
    click("demo.next");
    QCOMPARE(ready.count(), 1);
    QCOMPARE(ready.first().first().value<station::StationConfig>().storeUrl, station::StationConfig::demoFolder());
    QVERIFY(!table->item(0, 3)); // shown once
}

void TestSetup::aDemoThatIsThereIsOpenedOrPutAside()
{
    const QString folder = station::StationConfig::demoFolder();
    QVERIFY(QDir().mkpath(folder));
    writeFile(folder + u"/line.db"_qs, "old");
    QSignalSpy ready(m_window.get(), &SetupWindow::ready);
    click("welcome.demo");
    keep(u"demo-exists-en"_qs);
    click("demo.anew");
    QTRY_VERIFY(find("demo.staff")->isVisible());
    const QStringList kept = QDir(QFileInfo(folder).absolutePath()).entryList({u"demo-*"_qs}, QDir::Dirs);
    QCOMPARE(kept.size(), 1);
    QCOMPARE(readFile(QFileInfo(folder).absolutePath() + u'/' + kept.first() + u"/line.db"_qs), QByteArray("old"));
    click("demo.next");
    QCOMPARE(ready.count(), 1);
}

void TestSetup::speaksBothLanguages()
{
    auto* title = find<QLabel>("welcome.title");
    const QString english = title->text();
    click("setup.language");
    QTRY_VERIFY(title->text() != english);
    const QString chinese = title->text(); // once: begin() and end() of one string
    QVERIFY2(std::any_of(chinese.begin(), chinese.end(), [](QChar c) { return c.script() == QChar::Script_Han; }), qPrintable(chinese));
    keep(u"welcome-zh"_qs);
    click("setup.language");
    QTRY_COMPARE(title->text(), english);
}

void TestSetup::everythingHasANameAndFits_data()
{
    QTest::addColumn<QString>("language");
    QTest::addColumn<int>("percent");
    QTest::newRow("en-100") << u"en"_qs << 100;
    QTest::newRow("zh-100") << u"zh"_qs << 100;
    QTest::newRow("en-200") << u"en"_qs << 200;
    QTest::newRow("zh-200") << u"zh"_qs << 200;
}

void TestSetup::everythingHasANameAndFits()
{
    QFETCH(QString, language);
    QFETCH(int, percent);
    m_theme->apply(theme::WidgetsTheme::Name::Light, percent);
    m_translations->use(language);
    open();
    const QString tag = QString::fromLatin1(QTest::currentDataTag());
    const auto judge = [this, &tag](const char* button, const QString& page) {
        if (button)
            click(button);
        QTest::qWait(50);
        keep(page + u'-' + tag);
        for (QWidget* widget : m_window->findChildren<QWidget*>()) {
            if (!widget->isVisible() || widget->focusPolicy() == Qt::NoFocus || qobject_cast<QTableWidget*>(widget->parentWidget()))
                continue;
            auto* push = qobject_cast<QPushButton*>(widget);
            auto* edit = qobject_cast<QLineEdit*>(widget);
            if (!push && !edit)
                continue;
            QVERIFY(!widget->objectName().isEmpty());
            QVERIFY2(!(push ? push->text() : edit->accessibleName()).isEmpty(), qPrintable(widget->objectName()));
            QVERIFY2(widget->width() >= widget->minimumSizeHint().width() && widget->height() >= 24,
                     qPrintable(widget->objectName() + u" is cut"_qs));
            const QRect inWindow(widget->mapTo(m_window.get(), QPoint()), widget->size());
            QVERIFY2(inWindow.left() >= 0 && inWindow.right() < m_window->width(), qPrintable(widget->objectName()));
        }
        for (QLabel* label : m_window->findChildren<QLabel*>()) {
            if (label->isVisible() && label->wordWrap() && !label->text().isEmpty())
                QVERIFY2(label->height() + 1 >= label->heightForWidth(label->width()), qPrintable(label->text()));
        }
    };
    judge(nullptr, u"welcome"_qs);
    judge("welcome.join", u"join"_qs);
    judge("join.back", u"welcome2"_qs);
    judge("welcome.demo", u"demo"_qs);
    judge("demo.back", u"welcome3"_qs);
    judge("welcome.make", u"make"_qs);
    fillHall();
    judge("make.next", u"person"_qs);
}

QTEST_MAIN(TestSetup)
#include "tst_setup.moc"
