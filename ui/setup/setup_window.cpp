// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/setup/setup_window.h"

#include "app/station/translations.h"
#include "ui/setup/demo_page.h"
#include "ui/setup/hallctl_runner.h"
#include "ui/setup/join_page.h"
#include "ui/setup/labelled_field.h"
#include "ui/setup/make_page.h"
#include "ui/setup/welcome_page.h"

#include <QApplication>
#include <QEvent>
#include <QHBoxLayout>
#include <QLabel>
#include <QPushButton>
#include <QFrame>
#include <QScrollArea>
#include <QScrollBar>
#include <QStackedWidget>
#include <QVBoxLayout>

namespace hall::setup {

namespace {

/// A stack that is as tall as the page it shows, so that only that page scrolls.
class PageStack final : public QStackedWidget
{
public:
    using QStackedWidget::QStackedWidget;
    QSize sizeHint() const override { return currentWidget() ? currentWidget()->sizeHint() : QSize(); }
    QSize minimumSizeHint() const override { return currentWidget() ? currentWidget()->minimumSizeHint() : QSize(); }
    bool hasHeightForWidth() const override { return true; }
    int heightForWidth(int width) const override
    {
        return currentWidget() ? std::max(currentWidget()->heightForWidth(width), currentWidget()->minimumSizeHint().height()) : 0;
    }
};

} // namespace

SetupWindow::SetupWindow(Options options, station::Translations& translations, QWidget* parent)
    : QWidget(parent)
    , m_options(std::move(options))
    , m_translations(translations)
    , m_runner(new HallctlRunner(m_options.hallctl, this))
    , m_product(new QLabel(this))
    , m_language(new QPushButton(this))
    , m_pages(new PageStack)
    , m_scroll(new QScrollArea(this))
    , m_trouble(textLabel(this, "danger"))
    , m_welcome(new WelcomePage)
    , m_make(new MakePage(*m_runner))
    , m_join(new JoinPage(m_options.kind, m_options.config.stationName))
    , m_demo(new DemoPage(*m_runner, m_options.demoFolder.isEmpty() ? station::StationConfig::demoFolder() : m_options.demoFolder))
{
    setObjectName(QStringLiteral("setup"));
    m_product->setProperty("look", QStringLiteral("heading"));
    m_language->setObjectName(QStringLiteral("setup.language"));
    m_language->setProperty("look", QStringLiteral("quiet"));
    m_trouble->setObjectName(QStringLiteral("setup.trouble"));
    m_trouble->hide();
    for (SetupPage* page : {m_welcome, m_make, m_join, static_cast<SetupPage*>(m_demo)}) {
        m_pages->addWidget(page);
        connect(page, &SetupPage::backWanted, this, [this] { turnTo(m_welcome); });
        connect(page, &SetupPage::turned, this, [this] { m_scroll->verticalScrollBar()->setValue(0); }, Qt::QueuedConnection);
    }
    auto* centred = new QWidget;
    auto* centre = new QHBoxLayout(centred);
    centre->setContentsMargins(32, 16, 32, 32);
    m_pages->setMaximumWidth(fontMetrics().averageCharWidth() * 110);
    centre->addStretch(1);
    centre->addWidget(m_pages, 1000);
    centre->addStretch(1);
    m_scroll->setWidget(centred);
    m_scroll->setWidgetResizable(true);
    m_scroll->setFrameShape(QFrame::NoFrame);
    m_scroll->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_scroll->setFocusPolicy(Qt::NoFocus);
    auto* head = new QHBoxLayout;
    head->setContentsMargins(32, 20, 32, 0);
    head->addWidget(m_product);
    head->addStretch();
    head->addWidget(m_language);
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->addLayout(head);
    column->addWidget(m_trouble);
    column->addWidget(m_scroll, 1);

    connect(m_language, &QPushButton::clicked, this, [this] {
        m_translations.use(m_translations.language() == QStringLiteral("en") ? QStringLiteral("zh_CN") : QStringLiteral("en"));
    });
    connect(static_cast<WelcomePage*>(m_welcome), &WelcomePage::chosen, this, [this](WelcomePage::Way way) {
        turnTo(way == WelcomePage::Way::Make ? m_make : way == WelcomePage::Way::Join ? m_join : m_demo);
    });
    connect(static_cast<MakePage*>(m_make), &MakePage::madeIn, this, [this](const QString& folder) { done(folder, {}); });
    connect(static_cast<JoinPage*>(m_join), &JoinPage::joined, this, &SetupWindow::done);
    connect(m_demo, &DemoPage::ready, this, [this](const QString& folder) { done(folder, {}); });
    // What has the keyboard is in sight.
    connect(qApp, &QApplication::focusChanged, this, [this](QWidget*, QWidget* now) {
        if (now && m_pages->isAncestorOf(now))
            m_scroll->ensureWidgetVisible(now, 24, 48);
    });
    retranslate();
    turnTo(m_welcome);
}

SetupWindow::~SetupWindow() = default;

void SetupWindow::showDemo()
{
    turnTo(m_demo);
}

SetupPage* SetupWindow::current() const
{
    return static_cast<SetupPage*>(m_pages->currentWidget());
}

void SetupWindow::turnTo(SetupPage* page)
{
    m_demo->setLanguage(m_translations.language().left(2));
    m_pages->setCurrentWidget(page);
    m_pages->updateGeometry();
    page->enter();
    m_scroll->verticalScrollBar()->setValue(0);
}

void SetupWindow::done(const QString& folder, const QString& stationName)
{
    station::StationConfig config = m_options.config;
    config.storeUrl = folder;
    if (!stationName.isEmpty())
        config.stationName = stationName;
    if (config.language.isEmpty())
        config.language = m_translations.language().left(2);
    if (m_options.writeConfig) {
        if (const base::Status saved = config.save(); !saved.ok()) {
            m_trouble->setText(saved.error().message);
            m_trouble->show();
            return;
        }
    }
    emit ready(config);
}

void SetupWindow::retranslate()
{
    setWindowTitle(tr("Accord Hall: set-up"));
    m_product->setText(tr("Accord Hall"));
    const bool english = m_translations.language() == QStringLiteral("en");
    m_language->setText(english ? QStringLiteral("中文") : QStringLiteral("English"));
    m_language->setAccessibleName(english ? QStringLiteral("中文") : QStringLiteral("English"));
    for (SetupPage* page : {m_welcome, m_make, m_join, static_cast<SetupPage*>(m_demo)})
        page->retranslate();
}

void SetupWindow::changeEvent(QEvent* event)
{
    if (event->type() == QEvent::LanguageChange)
        retranslate();
    QWidget::changeEvent(event);
}

} // namespace hall::setup
