// SPDX-License-Identifier: GPL-3.0-or-later
// hall-kiosk: visitors take their tickets here.
#include "app/base/log.h"
#include "ui/kiosk/kiosk_program.h"
#include "ui/setup/setup_window.h"
#include "ui/theme/widgets_theme.h"

#include <QApplication>
#include <QTimer>
#include <QtQml/QQmlExtensionPlugin>
#include <cstdio>

Q_IMPORT_QML_PLUGIN(Hall_ThemePlugin)
Q_IMPORT_QML_PLUGIN(Hall_KioskPlugin)

using namespace hall;

namespace {

constexpr int kSelfTestMs = 20'000;

void say(std::FILE* where, const QString& text)
{
    std::fputs(qPrintable(text + u'\n'), where);
}

} // namespace

int main(int argc, char** argv)
{
    base::keepLibrariesQuiet();
    QApplication app(argc, argv);
    QApplication::setApplicationName(QStringLiteral("hall-kiosk"));
    QApplication::setStyle(QStringLiteral("fusion"));
    auto parsed = station::ProgramOptions::parse(
        QStringLiteral("kiosk"), QCoreApplication::translate("hall-kiosk", "Visitors take their tickets here."), app.arguments());
    if (!parsed) {
        say(stderr, parsed.error().message);
        return 2;
    }
    station::ProgramOptions options = *std::move(parsed);
    if (!options.answer.isEmpty()) {
        say(stdout, options.answer);
        return 0;
    }
    station::Translations translations;
    translations.use(options.config.language);
    theme::useFonts(app);
    const base::SystemClock clock;
    std::unique_ptr<setup::SetupWindow> setup;
    std::unique_ptr<theme::WidgetsTheme> look;
    std::unique_ptr<kiosk::KioskProgram> program;

    const auto run = [&] {
        program = std::make_unique<kiosk::KioskProgram>(options, translations, clock);
        if (options.selfTest)
            QObject::connect(program.get(), &kiosk::KioskProgram::ready, &app, [] { QCoreApplication::exit(0); }, Qt::QueuedConnection);
        if (!program->show())
            QTimer::singleShot(0, &app, [] { QCoreApplication::exit(1); });
    };
    if (options.config.isSetUp()) {
        run();
    } else {
        look = std::make_unique<theme::WidgetsTheme>(app);
        setup = std::make_unique<setup::SetupWindow>(
            setup::SetupWindow::Options{.kind = QStringLiteral("kiosk"), .config = options.config, .hallctl = {}, .demoFolder = {}, .writeConfig = !options.demo},
            translations);
        QObject::connect(setup.get(), &setup::SetupWindow::ready, &app, [&](const station::StationConfig& config) {
            options.config = config;
            run();
            setup->hide();
        });
        if (options.demo)
            setup->showDemo();
        setup->show();
        if (options.selfTest)
            QTimer::singleShot(500, &app, [] { QCoreApplication::exit(0); });
    }
    if (options.selfTest)
        QTimer::singleShot(kSelfTestMs, &app, [] { QCoreApplication::exit(1); });
    return QApplication::exec();
}
