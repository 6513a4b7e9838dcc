// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/base/result.h"
#include "ui/setup/hallctl_runner.h"
#include "ui/setup/setup_page.h"

class QProgressBar;
class QTableWidget;

namespace hall::setup {

/// Makes the demo hall, shows its people with their passphrases once, and opens it.
class DemoPage final : public SetupPage
{
    Q_OBJECT

public:
    /// `folder` is where this person's demo hall lies or will lie.
    DemoPage(HallctlRunner& runner, QString folder, QWidget* parent = nullptr);

    void retranslate() override;
    void enter() override;
    void setLanguage(const QString& language) { m_language = language; }

signals:
    void ready(const QString& folder);

private:
    enum class Stage { Offer, Exists, Working, Made };

    void turnTo(Stage stage);
    void goOn();
    void makeAnew();
    void showStaff();
    QString roleName(const QString& role) const;

    HallctlRunner& m_runner;
    QString m_folder;
    QString m_language = QStringLiteral("zh");
    QList<MadePerson> m_staff;
    QProgressBar* m_progress;
    QTableWidget* m_table;
    QPushButton* m_copy;
    QPushButton* m_anew;
    Stage m_stage = Stage::Offer;
};

} // namespace hall::setup
