// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/desk/desk_program.h"

#include "ui/desk/desk_assembly.h"
#include "ui/desk/look.h"
#include "ui/setup/setup_window.h"

#include <QApplication>
#include <QEvent>

namespace hall::desk {

DeskProgram::DeskProgram(QApplication& application, station::ProgramOptions options, QObject* parent)
    : QObject(parent)
    , m_application(application)
    , m_options(std::move(options))
{
    if (!m_options.config.language.isEmpty())
        m_preferences.setChinese(m_options.config.language != u"en");
    m_translations.use(m_preferences.chinese() ? QStringLiteral("zh") : QStringLiteral("en"));
    m_look = std::make_unique<Look>(application, m_preferences);
}

DeskProgram::~DeskProgram() = default;

void DeskProgram::start()
{
    if (m_options.config.isSetUp())
        showDesk(m_options.config);
    else
        showSetup();
}

void DeskProgram::showSetup()
{
    setup::SetupWindow::Options options;
    options.kind = QStringLiteral("desk");
    options.config = m_options.config;
    options.writeConfig = !m_options.demo;
    auto setup = std::make_unique<setup::SetupWindow>(options, m_translations);
    if (m_options.demo)
        setup->showDemo();
    connect(setup.get(), &setup::SetupWindow::ready, this, [this](const station::StationConfig& config) {
        m_setup.release()->deleteLater(); // it is still on the stack
        showDesk(config);
    });
    m_setup = std::move(setup);
    present(m_setup.get());
}

void DeskProgram::showDesk(const station::StationConfig& config)
{
    m_preferences.setChinese(m_translations.language() != u"en");
    m_desk = std::make_unique<DeskAssembly>(config, m_clock, m_preferences, *m_look);
    // After the session's own connection: its phrases speak the language before the widgets ask for them.
    connect(&m_preferences, &Preferences::languageChanged, this,
            [this] { m_translations.use(m_preferences.chinese() ? QStringLiteral("zh") : QStringLiteral("en")); });
    present(&m_desk->window());
}

void DeskProgram::present(QWidget* window)
{
    if (m_options.selfTest)
        window->installEventFilter(this);
    if (m_options.windowed) {
        window->resize(*m_options.windowed);
        window->show();
    } else {
        window->resize(1366, 840);
        window->showMaximized();
    }
}

bool DeskProgram::eventFilter(QObject* watched, QEvent* event)
{
    if (event->type() == QEvent::Paint) {
        watched->removeEventFilter(this);
        QMetaObject::invokeMethod(&m_application, [] { QCoreApplication::exit(0); }, Qt::QueuedConnection);
    }
    return QObject::eventFilter(watched, event);
}

} // namespace hall::desk
