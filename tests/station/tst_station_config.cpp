// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/station/program_options.h"

#include <QDir>
#include <QFile>
#include <QTemporaryDir>
#include <QTest>

using namespace hall;
using station::ProgramOptions;
using station::StationConfig;

class TestStationConfig : public QObject
{
    Q_OBJECT

private slots:
    void init();
    void nothingIsSetUp();
    void fileThenVariableThenCommandLine();
    void savedAndReadAgain();
    void brokenFilesNameTheLine_data();
    void brokenFilesNameTheLine();
    void storeUrls();
    void options();
    void refusedOptions_data();
    void refusedOptions();

private:
    void write(const QByteArray& text);
    std::unique_ptr<QTemporaryDir> m_home;
};

void TestStationConfig::init()
{
    m_home = std::make_unique<QTemporaryDir>();
    qputenv("XDG_CONFIG_HOME", QFile::encodeName(m_home->path()));
    qputenv("XDG_CONFIG_DIRS", QFile::encodeName(m_home->path() + u"/system"_qs));
    qputenv("XDG_DATA_HOME", QFile::encodeName(m_home->path() + u"/data"_qs));
    qunsetenv("HALL_STORE");
}

void TestStationConfig::write(const QByteArray& text)
{
    QVERIFY(QDir().mkpath(m_home->path() + u"/accord-hall"_qs));
    QFile file(StationConfig::ownFile());
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.write(text);
}

void TestStationConfig::nothingIsSetUp()
{
    const auto config = StationConfig::load(u"kiosk"_qs);
    QVERIFY(config.ok());
    QVERIFY(!config->isSetUp());
    QVERIFY(config->stationName.startsWith(u"kiosk-"_qs));
}

void TestStationConfig::fileThenVariableThenCommandLine()
{
    write("# a comment\n[station]\nstore = /srv/hall\nstation=\"kiosk lobby\"\nlanguage = en\npaper_mm = 58\nspeak = no\n");
    auto config = StationConfig::load(u"kiosk"_qs);
    QVERIFY(config.ok());
    QCOMPARE(config->storeUrl, u"/srv/hall"_qs);
    QCOMPARE(config->stationName, u"kiosk lobby"_qs);
    QCOMPARE(config->paperWidthMm, 58);
    QVERIFY(!config->speak);
    qputenv("HALL_STORE", "/srv/other");
    config = StationConfig::load(u"kiosk"_qs);
    QCOMPARE(config->storeUrl, u"/srv/other"_qs);
    config = StationConfig::load(u"kiosk"_qs, {u"/srv/third"_qs, u"k9"_qs, u"zh"_qs});
    QCOMPARE(config->storeUrl, u"/srv/third"_qs);
    QCOMPARE(config->stationName, u"k9"_qs);
    QCOMPARE(config->language, u"zh"_qs);
    QCOMPARE(config->paperWidthMm, 58);
}

void TestStationConfig::savedAndReadAgain()
{
    StationConfig config;
    config.storeUrl = u"/srv/诸暨 大厅"_qs;
    config.stationName = u"叫号屏 1"_qs;
    config.language = u"zh"_qs;
    config.printerName = u"TM-T82"_qs;
    config.paperWidthMm = 58;
    config.speak = false;
    config.wing = u"北"_qs;
    QVERIFY(config.save().ok());
    const auto again = StationConfig::load(u"board"_qs);
    QVERIFY(again.ok());
    QCOMPARE(*again, config);
}

void TestStationConfig::brokenFilesNameTheLine_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<QString>("where");
    QTest::newRow("unknown name") << QByteArray("store = /a\nstoer = /b\n") << u"line 2"_qs;
    QTest::newRow("no sign") << QByteArray("hello\n") << u"line 1"_qs;
    QTest::newRow("paper") << QByteArray("\n\npaper_mm = 70\n") << u"line 3"_qs;
    QTest::newRow("language") << QByteArray("language = de\n") << u"line 1"_qs;
    QTest::newRow("speak") << QByteArray("speak = perhaps\n") << u"line 1"_qs;
    QTest::newRow("server of another kind") << QByteArray("store = mysql://hall/db\n") << u"line 1"_qs;
}

void TestStationConfig::brokenFilesNameTheLine()
{
    QFETCH(QByteArray, text);
    QFETCH(QString, where);
    write(text);
    const auto config = StationConfig::load(u"kiosk"_qs);
    QVERIFY(!config.ok());
    QCOMPARE(config.error().code, base::ErrorCode::FileInvalid);
    QVERIFY2(config.error().message.contains(where), qPrintable(config.error().message));
    QVERIFY(config.error().message.contains(StationConfig::ownFile()));
}

void TestStationConfig::storeUrls()
{
    QCOMPARE(StationConfig::storeAddress(u"file:///var/lib/hall/"_qs).value(), u"/var/lib/hall"_qs);
    QCOMPARE(StationConfig::storeAddress(u"hall"_qs).value(), QDir::currentPath() + u"/hall"_qs);
    QVERIFY(!StationConfig::storeAddress(u"http://hall"_qs).ok());
    // A server's address stays as it is written, and is shown without its password.
    const QString server = u"postgresql://desk-1:secret@db1,db2/hall?password=other&sslrootcert=/a.crt"_qs;
    QCOMPARE(StationConfig::storeAddress(server).value(), server);
    const store::HallPlace place(server);
    QVERIFY(place.onServer());
    QCOMPARE(place.shown(), u"postgresql://desk-1@db1,db2/hall?password=…&sslrootcert=/a.crt"_qs);
    // Every login of one server keeps its keys in the same folder, another server's elsewhere; a named folder goes before.
    const auto ownOf = [](const QString& url) { return store::HallPlace(url).files().folder; };
    QCOMPARE(ownOf(u"postgresql://a@db/hall"_qs), ownOf(u"postgresql://b:x@db/hall"_qs));
    QVERIFY(ownOf(u"postgresql://a@db/hall"_qs) != ownOf(u"postgresql://a@db/other"_qs));
    QCOMPARE(store::HallPlace(server, u"/var/lib/hall"_qs).files().folder, u"/var/lib/hall"_qs);
}

void TestStationConfig::options()
{
    const auto options = ProgramOptions::parse(
        u"board"_qs, u"The board."_qs,
        {u"hall-board"_qs, u"--store"_qs, u"/srv/hall"_qs, u"--windowed"_qs, u"1280x720"_qs, u"--language"_qs, u"en"_qs,
         u"--self-test"_qs, u"--wing"_qs, u"north"_qs},
        {{u"wing"_qs, u"Where the board hangs."_qs, u"NAME"_qs}, {u"mute"_qs, u"Silent."_qs, {}}});
    QVERIFY(options.ok());
    QCOMPARE(options->config.storeUrl, u"/srv/hall"_qs);
    QCOMPARE(*options->windowed, QSize(1280, 720));
    QCOMPARE(options->config.language, u"en"_qs);
    QVERIFY(options->selfTest);
    QVERIFY(!options->demo);
    QCOMPARE(options->extra.value(u"wing"_qs), u"north"_qs);
    QVERIFY(!options->extra.contains(u"mute"_qs));

    const auto help = ProgramOptions::parse(u"board"_qs, u"The board."_qs, {u"hall-board"_qs, u"--help"_qs});
    QVERIFY(help.ok());
    QVERIFY(help->answer.contains(u"--windowed"_qs));

    write("store = /srv/hall\n");
    const auto demo = ProgramOptions::parse(u"board"_qs, {}, {u"hall-board"_qs, u"--demo"_qs});
    QVERIFY(demo.ok());
    QVERIFY2(!demo->config.isSetUp(), "the demo never opens the real hall");
}

void TestStationConfig::refusedOptions_data()
{
    QTest::addColumn<QStringList>("arguments");
    QTest::newRow("unknown") << QStringList{u"--nonsense"_qs};
    QTest::newRow("size") << QStringList{u"--windowed"_qs, u"big"_qs};
    QTest::newRow("tiny") << QStringList{u"--windowed"_qs, u"1x1"_qs};
    QTest::newRow("language") << QStringList{u"--language"_qs, u"fr"_qs};
    QTest::newRow("word") << QStringList{u"please"_qs};
    QTest::newRow("server of another kind") << QStringList{u"--store"_qs, u"mysql://h/db"_qs};
}

void TestStationConfig::refusedOptions()
{
    QFETCH(QStringList, arguments);
    const auto options = ProgramOptions::parse(u"kiosk"_qs, {}, QStringList{u"hall-kiosk"_qs} + arguments);
    QVERIFY(!options.ok());
    QCOMPARE(options.error().code, base::ErrorCode::InvalidArgument);
    QVERIFY(!options.error().message.isEmpty());
}

QTEST_GUILESS_MAIN(TestStationConfig)
#include "tst_station_config.moc"
