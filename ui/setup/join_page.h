// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/setup/hall_check.h"
#include "ui/setup/setup_page.h"

class QGridLayout;
class QFrame;

namespace hall::setup {

class LabelledField;

/// Joins a hall that lies in a folder: looks whether it is one and whether this account may use it.
class JoinPage final : public SetupPage
{
    Q_OBJECT

public:
    JoinPage(const QString& kind, const QString& stationName, QWidget* parent = nullptr);

    void retranslate() override;
    void enter() override;

signals:
    void joined(const QString& folder, const QString& stationName);

private:
    void look();
    void report(const HallCheck& check);
    void clearFindings();

    QString m_kind;
    LabelledField* m_folder;
    LabelledField* m_station;
    QPushButton* m_choose;
    QPushButton* m_look;
    QFrame* m_findings;
    QGridLayout* m_rows;
    QLabel* m_keys;
    HallCheck m_check;
    int m_turn = 0;
};

} // namespace hall::setup
