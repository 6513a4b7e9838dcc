// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/station/program_options.h"
#include "ui/board/board_program.h"

#include <QApplication>
#include <QTextStream>
#include <QtQml/QQmlExtensionPlugin>

Q_IMPORT_QML_PLUGIN(Hall_ThemePlugin)
Q_IMPORT_QML_PLUGIN(Hall_BoardPlugin)

int main(int argc, char** argv)
{
    QApplication application(argc, argv);
    QApplication::setApplicationName(QStringLiteral("hall-board"));

    auto options = hall::station::ProgramOptions::parse(
        QStringLiteral("board"), QStringLiteral("Shows and speaks who is called to which desk."), application.arguments());
    if (!options) {
        QTextStream(stderr) << options.error().message << '\n';
        return 2;
    }
    if (!options->answer.isEmpty()) {
        QTextStream(stdout) << options->answer << '\n';
        return 0;
    }
    hall::board::BoardProgram program(application, std::move(options.value()));
    return program.start() ? QApplication::exec() : 1;
}
