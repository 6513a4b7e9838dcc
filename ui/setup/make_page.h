// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/base/result.h"
#include "ui/setup/setup_page.h"

#include <QList>

class QProgressBar;
class QStackedWidget;

namespace hall::setup {

class HallctlRunner;
class LabelledField;
class PersonForm;

/// Makes a hall, a step at a time: the hall, then each of the three administrators (who sit down in turn), then the making.
class MakePage final : public SetupPage
{
    Q_OBJECT

public:
    MakePage(HallctlRunner& runner, QWidget* parent = nullptr);

    void retranslate() override;
    void enter() override;

signals:
    /// The hall lies in this folder now.
    void madeIn(const QString& folder);

private:
    enum Step { HallStep, FirstPerson, LastPerson = FirstPerson + 2, Working };

    void turnTo(int step);
    void goOn();
    bool checkHall();
    QStringList hallNames() const;
    void make();
    void end(const base::Error& error);
    QWidget* hallStep();

    HallctlRunner& m_runner;
    QStackedWidget* m_steps;
    LabelledField* m_nameZh = nullptr;
    LabelledField* m_nameEn = nullptr;
    LabelledField* m_folder = nullptr;
    QPushButton* m_choose = nullptr;
    QList<PersonForm*> m_people;
    QProgressBar* m_progress;
    int m_step = HallStep;
    bool m_isMaking = false;
};

} // namespace hall::setup
