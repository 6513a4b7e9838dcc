// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/base/clock.h"
#include "app/station/line_worker.h"
#include "app/station/program_options.h"
#include "app/station/translations.h"
#include "ui/board/announcer.h"
#include "ui/board/board_screen.h"

#include <QObject>
#include <QQmlApplicationEngine>
#include <memory>

class QApplication;

namespace hall::device {
class SystemChime;
class SystemSpeaker;
}
namespace hall::setup {
class SetupWindow;
}
namespace hall::theme {
class WidgetsTheme;
}

namespace hall::board {

/// hall-board, put together: the set-up where no hall is known, else the board on the hall's line.
class BoardProgram : public QObject
{
    Q_OBJECT

public:
    BoardProgram(QApplication& application, station::ProgramOptions options);
    ~BoardProgram() override;

    /// False: there is no window, and why was printed.
    bool start();

private:
    void showSetup();
    bool showBoard(const station::StationConfig& config);

    QApplication& m_application;
    station::ProgramOptions m_options;
    base::SystemClock m_clock;
    station::Translations m_translations;
    std::unique_ptr<theme::WidgetsTheme> m_widgetsTheme;
    std::unique_ptr<setup::SetupWindow> m_setup;
    std::unique_ptr<station::LineWorker> m_worker;
    std::unique_ptr<BoardSource> m_source;
    std::unique_ptr<device::SystemSpeaker> m_speaker;
    std::unique_ptr<device::SystemChime> m_chime;
    std::unique_ptr<Announcer> m_announcer;
    std::unique_ptr<BoardScreen> m_screen;
    std::unique_ptr<QQmlApplicationEngine> m_engine; // last: the window goes before what it shows
};

} // namespace hall::board
