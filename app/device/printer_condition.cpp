// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/device/printer_condition.h"

#include <QCoreApplication>
#include <QProcess>
#include <QProcessEnvironment>
#include <QStandardPaths>
#include <array>

namespace hall::device {

using base::Error;
using base::ErrorCode;
using base::Status;

namespace {

struct Trouble
{
    const char* word; ///< a keyword of IPP's printer-state-reasons (RFC 8011, 5.4.12), or lpstat's own
    const char* remedy;
};

// In the order of what a person sees first.
constexpr std::array kTroubles{
    Trouble{"media-empty", QT_TRANSLATE_NOOP("hall::device", "The ticket printer is out of paper. Put in a new roll.")},
    Trouble{"media-needed", QT_TRANSLATE_NOOP("hall::device", "The ticket printer is out of paper. Put in a new roll.")},
    Trouble{"media-jam", QT_TRANSLATE_NOOP("hall::device", "Paper is stuck in the ticket printer. Open it and take it out.")},
    Trouble{"door-open", QT_TRANSLATE_NOOP("hall::device", "The ticket printer's cover is open. Close it.")},
    Trouble{"cover-open", QT_TRANSLATE_NOOP("hall::device", "The ticket printer's cover is open. Close it.")},
    Trouble{"offline", QT_TRANSLATE_NOOP("hall::device", "The ticket printer does not answer. Check its power and cable.")},
    Trouble{"connecting-to-device",
            QT_TRANSLATE_NOOP("hall::device", "The ticket printer does not answer. Check its power and cable.")},
    Trouble{"timed-out", QT_TRANSLATE_NOOP("hall::device", "The ticket printer does not answer. Check its power and cable.")},
    Trouble{" disabled since",
            QT_TRANSLATE_NOOP("hall::device", "The ticket printer was stopped. Start it again in the print system.")},
    Trouble{"Invalid destination",
            QT_TRANSLATE_NOOP("hall::device", "The print system does not know this printer. Check its name in the station's file.")},
};

} // namespace

Status printerCondition(const QString&, const QString& report)
{
    for (const Trouble& trouble : kTroubles) {
        if (report.contains(QLatin1StringView(trouble.word)))
            return Error{ErrorCode::PrinterUnavailable, QCoreApplication::translate("hall::device", trouble.remedy)};
    }
    return {};
}

Status askPrinterCondition(const QString& printer, int timeoutMs)
{
    const QString program = QStandardPaths::findExecutable(QStringLiteral("lpstat"));
    if (program.isEmpty())
        return {};
    QProcess lpstat;
    QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
    environment.insert(QStringLiteral("LC_ALL"), QStringLiteral("C"));
    lpstat.setProcessEnvironment(environment);
    lpstat.setProcessChannelMode(QProcess::MergedChannels);
    lpstat.start(program, {QStringLiteral("-l"), QStringLiteral("-p"), printer});
    if (!lpstat.waitForFinished(timeoutMs)) {
        lpstat.kill();
        lpstat.waitForFinished(500);
        return Error{ErrorCode::PrinterUnavailable,
                     QCoreApplication::translate("hall::device", "The print system does not answer. Restart it.")};
    }
    return printerCondition(printer, QString::fromUtf8(lpstat.readAll()));
}

} // namespace hall::device
