// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/station/program_options.h"
#include "app/station/translations.h"
#include "ui/kiosk/guard.h"
#include "ui/kiosk/kiosk.h"
#include "ui/kiosk/rime_composer.h"
#include "ui/kiosk/station_hall.h"

#include <QQmlApplicationEngine>
#include <QQuickWindow>
#include <memory>

namespace hall::kiosk {

/// The parts of hall-kiosk, put together: worker, printer, kiosk and its window.
class KioskProgram : public QObject
{
    Q_OBJECT

public:
    KioskProgram(station::ProgramOptions options, station::Translations& translations, const base::Clock& clock,
                 QObject* parent = nullptr);
    ~KioskProgram() override;

    /// Makes the window and shows it; false when it cannot be made.
    bool show();
    QQuickWindow* window() const { return m_window; }
    Kiosk& kiosk() { return *m_kiosk; }

signals:
    /// The first frame that a visitor can touch (or that says why not) is on the screen.
    void ready();

private:
    void lookWhetherReady();

    station::ProgramOptions m_options;
    station::Translations& m_translations;
    const base::Clock& m_clock;
    std::unique_ptr<station::LineWorker> m_worker;
    std::unique_ptr<device::SystemTicketPrinter> m_printer;
    std::unique_ptr<StationHall> m_hall;
    std::unique_ptr<RimeComposer> m_composer;
    std::unique_ptr<Kiosk> m_kiosk;
    std::unique_ptr<Guard> m_guard;
    std::unique_ptr<QQmlApplicationEngine> m_engine;
    QQuickWindow* m_window = nullptr;
    bool m_ready = false;
};

} // namespace hall::kiosk
