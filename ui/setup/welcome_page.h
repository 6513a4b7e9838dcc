// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/setup/setup_page.h"

#include <QList>

class QFrame;

namespace hall::setup {

/// No hall is set up here: three ways on.
class WelcomePage final : public SetupPage
{
    Q_OBJECT

public:
    enum class Way { Make, Join, Demo };

    explicit WelcomePage(QWidget* parent = nullptr);

    void retranslate() override;
    void enter() override;

signals:
    void chosen(hall::setup::WelcomePage::Way way);

private:
    struct Card
    {
        QLabel* heading;
        QLabel* text;
        QPushButton* button;
    };
    Card addCard(Way way, const QString& name, const QString& iconName);

    QList<Card> m_cards;
};

} // namespace hall::setup
