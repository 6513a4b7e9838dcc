// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/base/clock.h"
#include "app/station/program_options.h"
#include "app/station/translations.h"
#include "ui/desk/preferences.h"

#include <QObject>
#include <memory>

class QApplication;
class QWidget;

namespace hall::desk {

class DeskAssembly;
class Look;

/// Puts the desk together: setup where no hall is known yet, else worker, gateway, session and window.
class DeskProgram : public QObject
{
    Q_OBJECT

public:
    DeskProgram(QApplication& application, station::ProgramOptions options, QObject* parent = nullptr);
    ~DeskProgram() override;

    void start();

protected:
    bool eventFilter(QObject* watched, QEvent* event) override;

private:
    void showSetup();
    void showDesk(const station::StationConfig& config);
    void present(QWidget* window);

    QApplication& m_application;
    station::ProgramOptions m_options;
    base::SystemClock m_clock;
    station::Translations m_translations;
    Preferences m_preferences;
    std::unique_ptr<Look> m_look;
    std::unique_ptr<QWidget> m_setup;
    std::unique_ptr<DeskAssembly> m_desk;
};

} // namespace hall::desk
