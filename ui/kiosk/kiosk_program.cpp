// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/kiosk/kiosk_program.h"

#include <QFontMetrics>
#include <QGuiApplication>
#include <algorithm>

namespace hall::kiosk {

namespace {

bool canBeDrawn(const QString& text)
{
    const QFontMetrics metrics{QGuiApplication::font()};
    return std::ranges::all_of(text.toUcs4(), [&metrics](uint character) { return metrics.inFontUcs4(character); });
}

} // namespace

KioskProgram::KioskProgram(station::ProgramOptions options, station::Translations& translations, const base::Clock& clock,
                           QObject* parent)
    : QObject(parent)
    , m_options(std::move(options))
    , m_translations(translations)
    , m_clock(clock)
{
    m_worker = std::make_unique<station::LineWorker>(m_options.config, m_clock);
    if (m_options.config.printTickets && !m_options.selfTest) {
        m_printer = std::make_unique<device::SystemTicketPrinter>(device::SystemTicketPrinter::Options{
            .printer = m_options.config.printerName, .paperMm = m_options.config.paperWidthMm, .pdfFolder = {}});
    }
    m_hall = std::make_unique<StationHall>(*m_worker, m_clock, m_printer.get());
    if (m_printer)
        connect(m_printer.get(), &device::SystemTicketPrinter::setUpChanged, m_hall.get(), &HallGateway::printerChanged);
    m_composer = std::make_unique<RimeComposer>();
    m_composer->setDrawable(canBeDrawn);
    m_kiosk = std::make_unique<Kiosk>(*m_hall, m_clock, m_composer.get());
    m_guard = std::make_unique<Guard>(*m_kiosk);
    m_engine = std::make_unique<QQmlApplicationEngine>();
    connect(m_kiosk.get(), &Kiosk::languageWanted, this, [this](const QString& language) {
        m_translations.use(language);
        m_engine->retranslate();
    });
    m_kiosk->setHomeLanguage(m_options.config.language);
}

KioskProgram::~KioskProgram()
{
    m_engine.reset(); // the window lets go of the kiosk before the kiosk goes
}

bool KioskProgram::show()
{
    m_engine->addImportPath(QStringLiteral("qrc:/qt/qml"));
    QVariantMap properties{{QStringLiteral("kiosk"), QVariant::fromValue(m_kiosk.get())},
                           {QStringLiteral("locked"), !m_options.windowed}};
    if (m_options.windowed) {
        properties.insert(QStringLiteral("width"), m_options.windowed->width());
        properties.insert(QStringLiteral("height"), m_options.windowed->height());
    }
    m_engine->setInitialProperties(properties);
    m_engine->load(QUrl(QStringLiteral("qrc:/qt/qml/Hall/Kiosk/KioskWindow.qml")));
    if (m_engine->rootObjects().isEmpty())
        return false;
    m_window = qobject_cast<QQuickWindow*>(m_engine->rootObjects().first());
    if (!m_window)
        return false;
    m_window->installEventFilter(m_guard.get());
    connect(m_window, &QQuickWindow::frameSwapped, this, &KioskProgram::lookWhetherReady);
    if (m_options.windowed) {
        m_window->show();
    } else {
        m_window->setFlag(Qt::FramelessWindowHint);
        m_window->showFullScreen();
    }
    return true;
}

void KioskProgram::lookWhetherReady()
{
    if (m_ready || m_kiosk->stage() == Kiosk::Stage::Starting)
        return;
    m_ready = true;
    emit ready();
    // Not before: a visitor can touch the first screen while the dictionaries are still being read.
    if (!m_options.selfTest)
        m_composer->start();
}

} // namespace hall::kiosk
