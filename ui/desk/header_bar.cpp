// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/desk/header_bar.h"

#include "ui/desk/action_button.h"
#include "ui/desk/desk_session.h"
#include "ui/desk/look.h"
#include "ui/theme/icons.h"

#include <QEvent>
#include <QGridLayout>
#include <QMenu>

namespace hall::desk {

HeaderBar::HeaderBar(DeskSession& session, const Look& look, QWidget* parent)
    : QFrame(parent)
    , m_session(session)
    , m_look(look)
    , m_menu(new QMenu(this))
{
    setObjectName(QStringLiteral("headerBar"));
    m_grid = new QGridLayout(this);
    m_grid->setContentsMargins(20, 6, 16, 6);
    m_grid->setSpacing(4);
    m_left = new QWidget(this);
    m_right = new QWidget(this);
    auto* row = new QHBoxLayout(m_left);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(6);
    m_hall = makeLabel("title", this, "hallName");
    m_hall->setWordWrap(false);
    row->addWidget(m_hall);
    row->addSpacing(12);
    m_tabs = new QHBoxLayout;
    m_tabs->setSpacing(4);
    row->addLayout(m_tabs);
    row = new QHBoxLayout(m_right);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(6);
    m_desk = makeLabel("strong", this, "deskState");
    m_desk->setWordWrap(false);
    row->addWidget(m_desk);
    row->addSpacing(6);
    m_pause = new ActionButton(Action::PauseDesk, look, this);
    m_resume = new ActionButton(Action::ResumeDesk, look, this);
    m_close = new ActionButton(Action::CloseDesk, look, this);
    for (ActionButton* button : {m_pause, m_resume, m_close}) {
        button->setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Fixed);
        row->addWidget(button);
        connect(button, &QPushButton::clicked, this, [this, button] { emit asked(button->action()); });
    }
    m_settings = makeButton("settings", this);
    row->addWidget(m_settings);
    m_menu->setObjectName(QStringLiteral("settingsMenu"));
    connect(m_settings, &QPushButton::clicked, this, &HeaderBar::openMenu);
    connect(&session, &DeskSession::situationChanged, this, &HeaderBar::refresh);
    connect(&session, &DeskSession::phaseChanged, this, &HeaderBar::refresh);
    connect(&look, &Look::changed, this, &HeaderBar::refresh);
    refresh();
}

void HeaderBar::setPages(const QStringList& titles)
{
    while (m_pages.size() > titles.size())
        delete m_pages.takeLast();
    while (m_pages.size() < titles.size()) {
        const int index = static_cast<int>(m_pages.size());
        auto* tab = makeButton("", this);
        tab->setObjectName(QStringLiteral("page%1").arg(index + 1));
        tab->setCheckable(true);
        tab->setProperty("tab", true);
        connect(tab, &QPushButton::clicked, this, [this, index] { emit pageChosen(index); });
        m_tabs->addWidget(tab);
        m_pages.append(tab);
    }
    for (int i = 0; i < titles.size(); ++i) {
        m_pages[i]->setText(titles[i]);
        m_pages[i]->setAccessibleName(titles[i]);
        m_pages[i]->setToolTip(QStringLiteral("Ctrl+%1").arg(i + 1));
    }
}

void HeaderBar::setCurrent(int page)
{
    for (int i = 0; i < m_pages.size(); ++i)
        m_pages[i]->setChecked(i == page);
}

void HeaderBar::refresh()
{
    const Phrasebook& p = m_session.phrases();
    const bool atDesk = m_session.phase() == DeskSession::Phase::AtDesk;
    const auto state = m_session.deskState();
    const auto hall = p.text(m_session.watch().catalogue().hallName);
    setText(m_hall, hall);
    setText(m_desk, atDesk ? QStringLiteral("%1 · %2").arg(p.desk(m_session.desk()), p.deskState(state)) : QString(), true);
    setTone(m_desk, "type", state == queue::DeskState::Paused ? QStringLiteral("attention") : QStringLiteral("strong"));
    for (ActionButton* button : {m_pause, m_resume, m_close}) {
        button->setOffer(m_session.offer(button->action()));
        button->retranslate();
    }
    m_pause->setVisible(atDesk && state != queue::DeskState::Paused);
    m_resume->setVisible(atDesk && state == queue::DeskState::Paused);
    m_resume->setSuggested(true);
    m_close->setVisible(atDesk);
    const auto who = m_session.person() ? m_session.person()->name : QString();
    m_settings->setText(who.isEmpty() ? tr("Settings") : who);
    m_settings->setIcon(theme::icon(who.isEmpty() ? QStringLiteral("settings") : QStringLiteral("person"), m_look.colours().ink));
    m_settings->setIconSize({m_look.px(18), m_look.px(18)});
    m_settings->setAccessibleName(tr("Settings, lock and sign out"));
    m_settings->setToolTip(tr("Language, look, text size, lock, sign out (Alt+M)"));
    arrange();
}

void HeaderBar::fillMenu()
{
    m_menu->clear();
    Preferences& prefs = m_session.preferences();
    const auto choice = [&](const QString& text, const char* name, bool on, auto act) {
        auto* action = m_menu->addAction(text, this, act);
        action->setObjectName(QLatin1StringView(name));
        action->setCheckable(true);
        action->setChecked(on);
    };
    choice(QStringLiteral("中文"), "languageZh", prefs.chinese(), [&prefs] { prefs.setChinese(true); });
    choice(QStringLiteral("English"), "languageEn", !prefs.chinese(), [&prefs] { prefs.setChinese(false); });
    m_menu->addSeparator();
    using L = Preferences::Look;
    choice(tr("Light"), "lookLight", prefs.look() == L::Light, [&prefs] { prefs.setLook(L::Light); });
    choice(tr("Dark"), "lookDark", prefs.look() == L::Dark, [&prefs] { prefs.setLook(L::Dark); });
    choice(tr("High contrast"), "lookContrast", prefs.look() == L::HighContrast, [&prefs] { prefs.setLook(L::HighContrast); });
    m_menu->addSeparator();
    for (int percent : {100, 125, 150, 175, 200})
        choice(tr("Text %1 %").arg(percent), "textSize", prefs.textPercent() == percent,
               [&prefs, percent] { prefs.setTextPercent(percent); });
    m_menu->addSeparator();
    for (int minutes : {5, 10, 15, 30})
        choice(tr("Lock after %1 minutes").arg(minutes), "idleLock", prefs.idleMinutes() == minutes,
               [&prefs, minutes] { prefs.setIdleMinutes(minutes); });
    m_menu->addSeparator();
    m_menu->addAction(tr("Keys"), this, &HeaderBar::keysAsked)->setShortcut(Qt::Key_F1);
    if (m_session.working() || m_session.phase() == DeskSession::Phase::ChoosingDesk) {
        m_menu->addAction(tr("Lock now"), this, &HeaderBar::lockAsked)->setShortcut(ctrl(Qt::Key_L));
        m_menu->addAction(tr("Sign out"), this, &HeaderBar::signOutAsked)->setShortcut(ctrlShift(Qt::Key_Q));
    }
}

void HeaderBar::openMenu()
{
    fillMenu();
    const QSize size = m_menu->sizeHint();
    m_menu->popup(m_settings->mapToGlobal(QPoint(m_settings->width() - size.width(), m_settings->height() + 2)));
}

void HeaderBar::arrange()
{
    m_hall->setVisible(!m_hall->text().isEmpty() && width() >= m_look.px(1180));
    // One row, or with large text two.
    const bool oneRow = m_left->sizeHint().width() + m_right->sizeHint().width() + 48 <= width();
    m_grid->removeWidget(m_left);
    m_grid->removeWidget(m_right);
    m_grid->addWidget(m_left, 0, 0, Qt::AlignLeft);
    m_grid->addWidget(m_right, oneRow ? 0 : 1, oneRow ? 1 : 0, oneRow ? Qt::AlignRight : Qt::AlignLeft);
    m_grid->setColumnStretch(0, 1);
}

void HeaderBar::resizeEvent(QResizeEvent* event)
{
    QFrame::resizeEvent(event);
    arrange();
}

void HeaderBar::changeEvent(QEvent* event)
{
    QFrame::changeEvent(event);
    if (event->type() == QEvent::LanguageChange)
        refresh();
}

} // namespace hall::desk
