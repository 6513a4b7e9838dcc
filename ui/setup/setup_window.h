// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/station/station_config.h"

#include <QWidget>

class QLabel;
class QPushButton;
class QScrollArea;
class QStackedWidget;

namespace hall::station {
class Translations;
}

namespace hall::setup {

class DemoPage;
class HallctlRunner;
class SetupPage;

/// What a program shows where no hall is set up: make one, join one, or try the demo. Writes the station's file and then
/// says `ready`; the program goes on with that configuration.
class SetupWindow final : public QWidget
{
    Q_OBJECT

public:
    struct Options
    {
        QString kind;            ///< "kiosk", "board", "desk"
        station::StationConfig config;
        QString hallctl;         ///< empty: beside this program
        QString demoFolder;      ///< empty: in the person's data folder
        bool writeConfig = true; ///< false with --demo: the station's file stays as it is
    };

    SetupWindow(Options options, station::Translations& translations, QWidget* parent = nullptr);
    ~SetupWindow() override;

    /// With --demo: begins at the demo's page.
    void showDemo();

signals:
    void ready(const hall::station::StationConfig& config);

protected:
    void changeEvent(QEvent* event) override;

private:
    void retranslate();
    void turnTo(SetupPage* page);
    void done(const QString& folder, const QString& stationName);
    SetupPage* current() const;

    Options m_options;
    station::Translations& m_translations;
    HallctlRunner* m_runner;
    QLabel* m_product;
    QPushButton* m_language;
    QStackedWidget* m_pages;
    QScrollArea* m_scroll;
    QLabel* m_trouble;
    SetupPage* m_welcome;
    SetupPage* m_make;
    SetupPage* m_join;
    DemoPage* m_demo;
};

} // namespace hall::setup
