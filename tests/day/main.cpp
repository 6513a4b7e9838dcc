// SPDX-License-Identifier: GPL-3.0-or-later
// hall-day: a visitor's day, off-screen, with pictures and a summary. hall-day --out FOLDER [--bin FOLDER]
#include "tests/day/visitors_day.h"

#include <QApplication>
#include <QCommandLineParser>
#include <QFile>
#include <QTemporaryDir>

int main(int argc, char** argv)
{
    qputenv("HALL_KEYRING", "file");
    if (!qEnvironmentVariableIsSet("QT_QPA_PLATFORM")) {
        qputenv("QT_QPA_PLATFORM", "offscreen");
        qputenv("QT_QUICK_BACKEND", "software");
    }
    QApplication application(argc, argv);
    QCommandLineParser parser;
    const QCommandLineOption out(QStringLiteral("out"), QStringLiteral("Where pictures and summary go."),
                                 QStringLiteral("folder"), QStringLiteral("day"));
    const QCommandLineOption bin(QStringLiteral("bin"), QStringLiteral("Where the programs are."), QStringLiteral("folder"),
                                 QStringLiteral(HALL_BIN));
    parser.addOptions({out, bin});
    parser.addHelpOption();
    parser.process(application);

    QTemporaryDir scratch;
    qputenv("XDG_DATA_HOME", QFile::encodeName(scratch.filePath(QStringLiteral("data")))); // the staff's vaults
    hall::tests::DayLog log(parser.value(out));
    const bool passed = hall::tests::VisitorsDay(log, parser.value(bin), scratch.path()).run();
    const bool written = log.write();
    std::printf("%s\n", passed && written ? "The day passed." : "The day did NOT pass; see summary.md.");
    return passed && written ? 0 : 1;
}
