// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/day/day_windows.h"

#include "app/device/fake_chime.h"
#include "app/device/fake_speaker.h"
#include "app/station/desk_worker.h"
#include "app/station/translations.h"
#include "ui/board/board_screen.h"
#include "ui/board/line_board_source.h"
#include "ui/desk/desk_assembly.h"
#include "ui/desk/look.h"
#include "ui/kiosk/kiosk_program.h"
#include "ui/theme/widgets_theme.h"

#include <QApplication>
#include <QQmlApplicationEngine>
#include <QtQml/QQmlExtensionPlugin>

Q_IMPORT_QML_PLUGIN(Hall_ThemePlugin)
Q_IMPORT_QML_PLUGIN(Hall_KioskPlugin)
Q_IMPORT_QML_PLUGIN(Hall_BoardPlugin)

namespace hall::tests {
namespace {

station::StationConfig configOf(const QString& store, const QString& name)
{
    station::StationConfig config;
    config.storeUrl = store;
    config.stationName = name;
    config.language = QStringLiteral("zh");
    config.printTickets = false;
    return config;
}

station::ProgramOptions kioskOptions(const QString& store)
{
    station::ProgramOptions options;
    options.config = configOf(store, QStringLiteral("kiosk-1"));
    options.windowed = QSize(1080, 1920);
    return options;
}

QApplication& application()
{
    return *static_cast<QApplication*>(QCoreApplication::instance());
}

/// As hall-board puts it together, with a speaker that remembers.
struct BoardParts {
    BoardParts(const QString& store, const base::Clock& clock)
        : worker(configOf(store, QStringLiteral("board-1")), clock)
        , source(worker)
        , announcer(&speaker, &chime)
        , screen(source, announcer, clock)
    {
        screen.setFirstLanguage(QStringLiteral("zh"));
        screen.start();
        engine.addImportPath(QStringLiteral("qrc:/qt/qml"));
        engine.setInitialProperties({{QStringLiteral("screen"), QVariant::fromValue(&screen)}});
        engine.load(QUrl(QStringLiteral("qrc:/qt/qml/Hall/Board/BoardWindow.qml")));
        if (engine.rootObjects().isEmpty())
            qFatal("BoardWindow.qml does not load");
        window = qobject_cast<QQuickWindow*>(engine.rootObjects().constFirst());
        window->resize(1920, 1080);
        window->show();
    }

    station::LineWorker worker;
    board::LineBoardSource source;
    device::FakeSpeaker speaker;
    device::FakeChime chime;
    board::Announcer announcer;
    board::BoardScreen screen;
    QQmlApplicationEngine engine; // last: the window goes before what it shows
    QQuickWindow* window = nullptr;
};

/// As hall-desk puts it together.
struct DeskParts {
    DeskParts(const QString& store, const QString& scratch, const base::Clock& clock)
        : preferences(scratch + QStringLiteral("/desk.ini"))
        , look(application(), preferences)
        , assembly(configOf(store, QStringLiteral("desk-1")), clock, preferences, look)
    {
        preferences.setChinese(true);
        assembly.window().resize(1440, 900);
        assembly.window().show();
    }

    desk::Preferences preferences;
    desk::Look look;
    desk::DeskAssembly assembly;
};

} // namespace

struct DayWindows::Parts {
    Parts(const QString& store, const QString& scratch, const base::Clock& clock)
        : kiosk(kioskOptions(store), spoken(translations), clock)
        , board(store, clock)
        , desk(store, scratch, clock)
        , observer(configOf(store, QStringLiteral("observer")), clock)
    {
        board.speaker.durationMs = 400;
        if (!kiosk.show())
            qFatal("KioskWindow.qml does not load");
    }

    /// Before the windows are made, so that they begin in it.
    static station::Translations& spoken(station::Translations& translations)
    {
        translations.use(QStringLiteral("zh"));
        return translations;
    }

    station::Translations translations;
    kiosk::KioskProgram kiosk;
    BoardParts board;
    DeskParts desk;
    station::LineWorker observer;
};

DayWindows::DayWindows(const QString& store, const QString& scratch, const base::Clock& clock)
{
    theme::useFonts(application());
    m_parts = std::make_unique<Parts>(store, scratch, clock);
    (void)QTest::qWaitForWindowExposed(kiosk());
    (void)QTest::qWaitForWindowExposed(board());
    (void)QTest::qWaitForWindowExposed(desk());
}

DayWindows::~DayWindows() = default;

QQuickWindow* DayWindows::kiosk() const
{
    return m_parts->kiosk.window();
}

QQuickWindow* DayWindows::board() const
{
    return m_parts->board.window;
}

QWidget* DayWindows::desk() const
{
    return &m_parts->desk.assembly.window();
}

QStringList DayWindows::spoken() const
{
    QStringList words;
    for (const auto& utterances : m_parts->board.speaker.said) {
        for (const device::Utterance& utterance : utterances)
            words << utterance.text;
    }
    return words;
}

int DayWindows::overlaps() const
{
    return m_parts->board.speaker.overlaps;
}

station::LineWorker& DayWindows::observer() const
{
    return m_parts->observer;
}

} // namespace hall::tests
