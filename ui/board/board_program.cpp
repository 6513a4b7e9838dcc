// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/board/board_program.h"

#include "app/device/system_chime.h"
#include "app/device/system_speaker.h"
#include "ui/board/line_board_source.h"
#include "ui/setup/setup_window.h"
#include "ui/theme/widgets_theme.h"

#include <QApplication>
#include <QQuickWindow>
#include <QTimer>

namespace hall::board {

BoardProgram::BoardProgram(QApplication& application, station::ProgramOptions options)
    : m_application(application)
    , m_options(std::move(options))
{
    m_translations.use(m_options.config.language);
    theme::useFonts(application);
}

BoardProgram::~BoardProgram()
{
    m_engine.reset();
}

bool BoardProgram::start()
{
    if (m_options.config.isSetUp())
        return showBoard(m_options.config);
    showSetup();
    return true;
}

void BoardProgram::showSetup()
{
    m_widgetsTheme = std::make_unique<theme::WidgetsTheme>(m_application);
    m_widgetsTheme->apply(theme::WidgetsTheme::Name::Light, 100);
    setup::SetupWindow::Options options;
    options.kind = QStringLiteral("board");
    options.config = m_options.config;
    options.writeConfig = !m_options.demo;
    m_setup = std::make_unique<setup::SetupWindow>(options, m_translations);
    connect(m_setup.get(), &setup::SetupWindow::ready, this, [this](const station::StationConfig& config) {
        if (showBoard(config))
            m_setup->hide();
    });
    if (m_options.demo)
        m_setup->showDemo();
    m_setup->show();
    if (m_options.selfTest)
        QTimer::singleShot(300, &m_application, [] { QCoreApplication::exit(0); });
}

bool BoardProgram::showBoard(const station::StationConfig& config)
{
    m_worker = std::make_unique<station::LineWorker>(config, m_clock);
    m_source = std::make_unique<LineBoardSource>(*m_worker);
    if (config.speak) {
        m_speaker = std::make_unique<device::SystemSpeaker>();
        m_chime = std::make_unique<device::SystemChime>();
    }
    m_announcer = std::make_unique<Announcer>(m_speaker.get(), m_chime.get());
    m_screen = std::make_unique<BoardScreen>(*m_source, *m_announcer, m_clock);
    m_screen->setFirstLanguage(m_translations.language().left(2));
    m_screen->start();

    m_engine = std::make_unique<QQmlApplicationEngine>();
    m_engine->addImportPath(QStringLiteral("qrc:/qt/qml"));
    m_engine->setInitialProperties({{QStringLiteral("screen"), QVariant::fromValue(m_screen.get())}});
    m_engine->load(QUrl(QStringLiteral("qrc:/qt/qml/Hall/Board/BoardWindow.qml")));
    auto* window = m_engine->rootObjects().isEmpty()
                       ? nullptr
                       : qobject_cast<QQuickWindow*>(m_engine->rootObjects().constFirst());
    if (!window)
        return false;
    if (m_options.windowed) {
        window->resize(*m_options.windowed);
        window->show();
    } else {
        window->showFullScreen();
    }
    if (m_options.selfTest) {
        // Queued: the frame is on the screen when the program goes.
        connect(window, &QQuickWindow::frameSwapped, &m_application, [] { QCoreApplication::exit(0); },
                Qt::QueuedConnection);
    }
    return true;
}

} // namespace hall::board
