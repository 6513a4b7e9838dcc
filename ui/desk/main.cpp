// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/base/log.h"
#include "app/seal/clean_memory.h"
#include "ui/desk/desk_program.h"

#include <QApplication>
#include <cstdio>

int main(int argc, char* argv[])
{
    if (!hall::seal::closeToOthers())
        std::fputs("This system does not let the program keep its memory to itself.\n", stderr);
    hall::base::keepLibrariesQuiet();
    QApplication application(argc, argv);
    QCoreApplication::setOrganizationName(QStringLiteral("accord-hall"));
    QCoreApplication::setApplicationName(QStringLiteral("hall-desk"));
    const auto options = hall::station::ProgramOptions::parse(
        QStringLiteral("desk"), QStringLiteral("The clerk's window: call, serve, park and transfer visitors."),
        QCoreApplication::arguments());
    if (!options.ok()) {
        std::fprintf(stderr, "%s\n", qUtf8Printable(options.error().message));
        return 2;
    }
    if (!options.value().answer.isEmpty()) {
        std::fprintf(stdout, "%s\n", qUtf8Printable(options.value().answer));
        return 0;
    }
    hall::desk::DeskProgram program(application, options.value());
    program.start();
    return QApplication::exec();
}
