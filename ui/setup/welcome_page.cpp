// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/setup/welcome_page.h"

#include "ui/setup/labelled_field.h"
#include "ui/theme/icons.h"

#include <QFrame>
#include <QHBoxLayout>
#include <QLabel>
#include <QPushButton>

namespace hall::setup {

WelcomePage::WelcomePage(QWidget* parent)
    : SetupPage(QStringLiteral("welcome"), parent)
{
    backButton()->hide();
    nextButton()->hide();
    m_cards << addCard(Way::Make, QStringLiteral("welcome.make"), QStringLiteral("plus"))
            << addCard(Way::Join, QStringLiteral("welcome.join"), QStringLiteral("door"))
            << addCard(Way::Demo, QStringLiteral("welcome.demo"), QStringLiteral("compass"));
    retranslate();
}

WelcomePage::Card WelcomePage::addCard(Way way, const QString& name, const QString& iconName)
{
    auto* frame = new QFrame(this);
    frame->setProperty("look", QStringLiteral("card"));
    const int side = fontMetrics().height() * 2;
    auto* icon = new QLabel(frame);
    icon->setPixmap(theme::icon(iconName, palette().color(QPalette::Highlight)).pixmap(side, side));
    icon->setFixedWidth(side + 8);
    auto* heading = textLabel(frame, "heading");
    auto* text = textLabel(frame, "muted");
    auto* button = new QPushButton(frame);
    button->setObjectName(name);
    button->setAutoDefault(true);
    if (way == Way::Make)
        button->setProperty("look", QStringLiteral("primary"));
    auto* words = new QVBoxLayout;
    words->setSpacing(4);
    words->addWidget(heading);
    words->addWidget(text);
    auto* row = new QHBoxLayout(frame);
    row->setContentsMargins(24, 20, 24, 20);
    row->setSpacing(20);
    row->addWidget(icon, 0, Qt::AlignTop);
    row->addLayout(words, 1);
    row->addWidget(button, 0, Qt::AlignVCenter);
    content()->addWidget(frame);
    connect(button, &QPushButton::clicked, this, [this, way] { emit chosen(way); });
    return {heading, text, button};
}

void WelcomePage::enter()
{
    m_cards.first().button->setFocus(Qt::OtherFocusReason);
}

void WelcomePage::retranslate()
{
    setHeading(tr("No hall is set up on this machine yet"),
               tr("A hall is what kiosk, board and desks share: its line, its services and its case files. Choose how to go on."));
    const auto words = [this](int card, const QString& heading, const QString& text, const QString& button) {
        m_cards[card].heading->setText(heading);
        m_cards[card].text->setText(text);
        m_cards[card].button->setText(button);
        m_cards[card].button->setAccessibleDescription(heading + u' ' + text);
    };
    words(0, tr("Make a new hall"),
          tr("For the first machine of a hall. Three administrators must be present: each chooses a passphrase."),
          tr("Make a hall"));
    words(1, tr("Join a hall that exists"),
          tr("For a further kiosk, board or desk. You need the hall's folder, and this account the right to use it."),
          tr("Join a hall"));
    words(2, tr("Try the demo"),
          tr("An invented hall with eight desks, staff and a year of visits, in your own data folder. Nothing in it is real."),
          tr("Try the demo"));
}

} // namespace hall::setup
