// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/device/system_ticket_printer.h"

#include "app/base/log.h"
#include "app/device/printer_condition.h"
#include "app/device/ticket_layout.h"

#include <QCoreApplication>
#include <QDir>
#include <QPainter>
#include <QPointer>
#include <QPrinter>
#include <QPrinterInfo>
#include <QPromise>
#include <QTimer>
#include <functional>

namespace hall::device {

using base::Error;
using base::ErrorCode;
using base::Status;

namespace {

constexpr int kConditionTimeoutMs = 3000;

Error unavailable(const char* remedy)
{
    return {ErrorCode::PrinterUnavailable, QCoreApplication::translate("hall::device", remedy)};
}

QString printerInUse(const SystemTicketPrinter::Options& options)
{
    return options.printer.isEmpty() ? QPrinterInfo::defaultPrinterName() : options.printer;
}

bool hasPrinter(const SystemTicketPrinter::Options& options)
{
    if (!options.pdfFolder.isEmpty())
        return true;
    const QString name = printerInUse(options);
    return !name.isEmpty() && QPrinterInfo::availablePrinterNames().contains(name);
}

Status aim(QPrinter& printer, const SystemTicketPrinter::Options& options, const TicketSlip& slip)
{
    if (!options.pdfFolder.isEmpty()) {
        printer.setOutputFormat(QPrinter::PdfFormat);
        printer.setOutputFileName(options.pdfFolder + u'/' + slip.number + QStringLiteral(".pdf"));
        return {};
    }
    const QString name = printerInUse(options);
    if (name.isEmpty())
        return unavailable(QT_TRANSLATE_NOOP("hall::device", "No printer is set up. Take a photograph of the ticket."));
    HALL_TRY(askPrinterCondition(name, kConditionTimeoutMs));
    printer.setPrinterName(name);
    if (!printer.isValid())
        return unavailable(QT_TRANSLATE_NOOP(
            "hall::device", "The print system does not know this printer. Check its name in the station's file."));
    return {};
}

/// `isWanted` is asked again just before the paper moves: asking the print system may have taken too long.
Status printNow(const SystemTicketPrinter::Options& options, const TicketSlip& slip, const std::function<bool()>& isWanted)
{
    const TicketLayout layout(slip, options.paperMm, options.dotsPerInch);
    QPrinter printer(QPrinter::ScreenResolution);
    HALL_TRY(aim(printer, options, slip));
    printer.setResolution(options.dotsPerInch);
    const double heightMm = layout.height() * kMmPerInch / options.dotsPerInch;
    printer.setFullPage(true);
    printer.setPageSize(QPageSize(QSizeF(options.paperMm, heightMm), QPageSize::Millimeter, QStringLiteral("Ticket"),
                                  QPageSize::ExactMatch));
    printer.setPageMargins(QMarginsF());
    printer.setDocName(slip.number);
    QPainter painter;
    if (!isWanted())
        return Error{ErrorCode::Cancelled, {}};
    if (!painter.begin(&printer))
        return unavailable(QT_TRANSLATE_NOOP("hall::device", "The ticket printer refused the ticket. Check it and print again."));
    painter.translate((options.paperMm - TicketLayout::printableMm(options.paperMm)) / 2.0 / kMmPerInch
                          * options.dotsPerInch,
                      0);
    layout.paint(painter);
    if (!painter.end() || printer.printerState() == QPrinter::Error)
        return unavailable(QT_TRANSLATE_NOOP("hall::device", "The ticket printer refused the ticket. Check it and print again."));
    return {};
}

} // namespace

/// One ticket on its way to paper. The first answer counts: the printer's or the time-out's.
struct SystemTicketPrinter::Job
{
    TicketSlip slip;
    QPromise<Status> promise;
    std::atomic<bool> isAnswered = false;
    std::atomic<bool> isOver = false;

    void answer(const Status& status)
    {
        if (isAnswered.exchange(true))
            return;
        promise.addResult(status);
        promise.finish();
    }
};

SystemTicketPrinter::SystemTicketPrinter(Options options, QObject* parent)
    : QObject(parent)
    , m_options(std::move(options))
    , m_thread(std::make_unique<QThread>())
    , m_context(new QObject)
    , m_isSetUp(std::make_shared<std::atomic<bool>>(!m_options.pdfFolder.isEmpty()))
    , m_isStuck(std::make_shared<std::atomic<bool>>(false))
{
    m_thread->setObjectName(QStringLiteral("printer"));
    m_context->moveToThread(m_thread.get());
    connect(m_thread.get(), &QThread::finished, m_context, &QObject::deleteLater);
    m_thread->start();
    refresh();
}

SystemTicketPrinter::~SystemTicketPrinter()
{
    m_thread->quit();
    if (!m_thread->wait(std::chrono::milliseconds(2000))) {
        // A print system that hangs must not keep the program from ending; the thread goes with the process.
        qCWarning(base::logDevice, "the print system did not come back");
        static_cast<void>(m_thread.release());
    }
}

void SystemTicketPrinter::refresh()
{
    QMetaObject::invokeMethod(
        m_context,
        [options = m_options, known = m_isSetUp, self = QPointer<SystemTicketPrinter>(this)] {
            const bool now = hasPrinter(options);
            if (known->exchange(now) == now)
                return;
            QMetaObject::invokeMethod(
                QCoreApplication::instance(),
                [self, now] {
                    if (self)
                        emit self->setUpChanged(now);
                },
                Qt::QueuedConnection);
        },
        Qt::QueuedConnection);
}

QFuture<Status> SystemTicketPrinter::print(const TicketSlip& slip)
{
    auto job = std::make_shared<Job>();
    job->slip = slip;
    job->promise.start();
    QFuture<Status> future = job->promise.future();
    constexpr auto silent = QT_TRANSLATE_NOOP("hall::device", "The ticket printer does not answer. Check its power and cable.");
    if (*m_isStuck) {
        job->answer(unavailable(silent));
        return future;
    }
    QMetaObject::invokeMethod(
        m_context,
        [job, options = m_options, known = m_isSetUp, stuck = m_isStuck] {
            if (!job->isAnswered) { // a ticket that nobody waits for any more is not printed
                const Status status = printNow(options, job->slip, [job] { return !job->isAnswered; });
                if (status.ok())
                    *known = true;
                job->answer(status);
            }
            job->isOver = true;
            *stuck = false;
        },
        Qt::QueuedConnection);
    QTimer::singleShot(m_options.timeout, this, [job, stuck = m_isStuck] {
        if (!job->isOver)
            *stuck = true;
        job->answer(unavailable(silent));
    });
    return future;
}

} // namespace hall::device
