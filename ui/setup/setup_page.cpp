// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/setup/setup_page.h"

#include "ui/setup/labelled_field.h"

#include <QFrame>
#include <QHBoxLayout>
#include <QLabel>
#include <QPushButton>

namespace hall::setup {

SetupPage::SetupPage(const QString& name, QWidget* parent)
    : QWidget(parent)
    , m_title(textLabel(this, "title"))
    , m_introduction(textLabel(this))
    , m_banner(new QFrame(this))
    , m_bannerText(textLabel(m_banner))
    , m_content(new QVBoxLayout)
    , m_back(new QPushButton(this))
    , m_next(new QPushButton(this))
{
    setObjectName(name);
    m_title->setObjectName(name + QStringLiteral(".title"));
    m_back->setObjectName(name + QStringLiteral(".back"));
    m_next->setObjectName(name + QStringLiteral(".next"));
    m_banner->setObjectName(name + QStringLiteral(".banner"));
    m_bannerText->setObjectName(name + QStringLiteral(".bannerText"));
    m_back->setProperty("look", QStringLiteral("quiet"));
    m_next->setProperty("look", QStringLiteral("primary"));
    m_next->setAutoDefault(true);
    m_next->setDefault(true);
    auto* bannerRow = new QHBoxLayout(m_banner);
    bannerRow->addWidget(m_bannerText);
    m_banner->hide();

    auto* buttons = new QHBoxLayout;
    buttons->addWidget(m_back);
    buttons->addStretch();
    buttons->addWidget(m_next);

    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(16);
    column->addWidget(m_title);
    column->addWidget(m_introduction);
    m_content->setSpacing(16);
    column->addLayout(m_content);
    column->addWidget(m_banner);
    column->addStretch();
    column->addLayout(buttons);
    connect(m_back, &QPushButton::clicked, this, &SetupPage::backWanted);
}

void SetupPage::setHeading(const QString& title, const QString& introduction)
{
    m_title->setText(title);
    m_introduction->setText(introduction);
    m_introduction->setVisible(!introduction.isEmpty());
    setAccessibleName(title);
}

void SetupPage::say(const char* look, const QString& text)
{
    setLook(m_banner, look);
    m_bannerText->setText(text);
    m_banner->setVisible(!text.isEmpty());
    m_banner->setAccessibleName(text);
}

} // namespace hall::setup
