// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/desk/main_window.h"

#include "ui/desk/catalogue_page.h"
#include "ui/desk/hall_page.h"
#include "ui/desk/header_bar.h"
#include "ui/desk/line_page.h"
#include "ui/desk/line_pane.h"
#include "ui/desk/look.h"
#include "ui/desk/my_day_page.h"
#include "ui/desk/open_desk_page.h"
#include "ui/desk/shortcut_sheet.h"
#include "ui/desk/sign_in_page.h"
#include "ui/desk/status_line.h"
#include "ui/desk/visitor_pane.h"

#include <QAbstractSpinBox>
#include <QCloseEvent>
#include <QComboBox>
#include <QCoreApplication>
#include <QShortcut>
#include <QStackedWidget>
#include <QVBoxLayout>

namespace hall::desk {

using Phase = DeskSession::Phase;

MainWindow::MainWindow(DeskSession& session, Look& look, QWidget* parent)
    : QWidget(parent)
    , m_session(session)
    , m_look(look)
{
    setObjectName(QStringLiteral("deskWindow"));
    setProperty("page", true);
    build();
    bindKeys();
    connect(&m_session, &DeskSession::phaseChanged, this, &MainWindow::showPhase);
    connect(&m_idle, &IdleGuard::expired, &m_session, &DeskSession::lock);
    connect(&m_idle, &IdleGuard::warned, m_status, &StatusLine::setIdleWarning);
    QCoreApplication::instance()->installEventFilter(this);
    retranslate();
    showPhase();
}

void MainWindow::build()
{
    m_header = new HeaderBar(m_session, m_look, this);
    m_stack = new QStackedWidget(this);
    m_stack->setObjectName(QStringLiteral("pageStack"));
    m_signIn = new SignInPage(m_session, m_look, m_stack);
    m_openDesk = new OpenDeskPage(m_session, m_look, m_stack);
    m_line = new LinePage(m_session, m_look, m_stack);
    m_day = new MyDayPage(m_session, m_look, m_stack);
    m_hall = new HallPage(m_session, m_look, m_stack);
    m_catalogue = new CataloguePage(m_session, m_look, m_stack);
    for (QWidget* page : std::initializer_list<QWidget*>{m_signIn, m_openDesk, m_line, m_day, m_hall, m_catalogue})
        m_stack->addWidget(page);
    m_status = new StatusLine(m_session, this);
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->setSizeConstraint(QLayout::SetNoConstraint); // pages scroll; the window may be any size from here on
    setMinimumSize(960, 600);
    column->addWidget(m_header);
    column->addWidget(m_stack, 1);
    column->addWidget(m_status);
    m_sheet = new ShortcutSheet(m_look, this);

    connect(m_header, &HeaderBar::pageChosen, this, &MainWindow::showPage);
    connect(m_header, &HeaderBar::asked, this, [this](Action action) { m_line->act(action); });
    connect(m_header, &HeaderBar::lockAsked, &m_session, &DeskSession::lock);
    connect(m_header, &HeaderBar::signOutAsked, &m_session, &DeskSession::signOut);
    connect(m_header, &HeaderBar::keysAsked, this, [this] { m_sheet->toggle(atDesk()); });
}

bool MainWindow::atDesk() const { return m_session.phase() == Phase::AtDesk; }

void MainWindow::key(const QKeySequence& sequence, std::function<void()> act)
{
    auto* shortcut = new QShortcut(sequence, this);
    shortcut->setAutoRepeat(false);
    connect(shortcut, &QShortcut::activated, this, std::move(act));
}

void MainWindow::bindKeys()
{
    for (Action action : {Action::CallNext, Action::Recall, Action::Serve, Action::Park, Action::Transfer, Action::NoShow,
                          Action::Finish, Action::CallOutOfTurn, Action::Resume, Action::Cancel, Action::CloseDesk,
                          Action::Undo}) {
        key(Actions::shortcut(action), [this, action] {
            if (!atDesk())
                return;
            showPage(0);
            m_line->act(action);
        });
    }
    key(Actions::shortcut(Action::PauseDesk), [this] {
        if (atDesk())
            m_line->act(m_session.deskState() == queue::DeskState::Paused ? Action::ResumeDesk : Action::PauseDesk);
    });
    key(ctrl(Qt::Key_F), [this] {
        if (!atDesk())
            return;
        showPage(0);
        m_line->line()->focusSearch();
    });
    key(ctrl(Qt::Key_J), [this] {
        if (!atDesk())
            return;
        showPage(0);
        m_line->line()->focusList();
    });
    key(ctrl(Qt::Key_I), [this] {
        if (atDesk())
            m_line->visitor()->toggleReveal();
    });
    for (int i = 0; i < 6; ++i)
        key(ctrl(static_cast<Qt::Key>(Qt::Key_1 + i)), [this, i] { showPage(i); });
    key(Qt::Key_F1, [this] { m_sheet->toggle(atDesk()); });
    key(ctrl(Qt::Key_L), [this] { m_session.lock(); });
    key(ctrlShift(Qt::Key_Q), [this] {
        if (m_session.person())
            m_session.signOut();
    });
    key(ctrl(Qt::Key_Plus), [this] { stepText(25); });
    key(ctrl(Qt::Key_Equal), [this] { stepText(25); });
    key(ctrl(Qt::Key_Minus), [this] { stepText(-25); });
    key(ctrl(Qt::Key_0), [this] { m_session.preferences().setTextPercent(100); });
    key(ctrlShift(Qt::Key_L), [this] { m_session.preferences().setChinese(!m_session.preferences().chinese()); });
    key(ctrlShift(Qt::Key_D), [this] { nextLook(); });
    key(QKeySequence(QKeyCombination(Qt::AltModifier, Qt::Key_M)), [this] {
        if (auto* settings = findChild<QPushButton*>(QStringLiteral("settings")))
            settings->click();
    });
}

void MainWindow::stepText(int by)
{
    auto& preferences = m_session.preferences();
    preferences.setTextPercent(preferences.textPercent() + by);
}

void MainWindow::nextLook()
{
    using L = Preferences::Look;
    auto& preferences = m_session.preferences();
    preferences.setLook(preferences.look() == L::Light ? L::Dark : preferences.look() == L::Dark ? L::HighContrast : L::Light);
}

void MainWindow::showPhase()
{
    if (m_sheet->isVisible())
        m_sheet->toggle(atDesk());
    choosePages();
    m_header->setCurrent(m_page);
    switch (m_session.phase()) {
    case Phase::SignedOut:
    case Phase::SigningIn:
    case Phase::Locked:
    case Phase::Unlocking:
        m_stack->setCurrentWidget(m_signIn);
        m_signIn->focusFirst();
        break;
    case Phase::ChoosingDesk:
    case Phase::OpeningDesk:
        m_stack->setCurrentWidget(m_openDesk);
        m_openDesk->focusFirst();
        break;
    case Phase::AtDesk:
        showPage(0);
        m_line->focusFirst();
        break;
    case Phase::LookingOn: showPage(0); break;
    }
    readIdleLimit();
}

void MainWindow::readIdleLimit()
{
    m_idle.setLimit(std::chrono::minutes(m_session.preferences().idleMinutes()));
    m_idle.setRunning(m_session.working() || m_session.phase() == Phase::ChoosingDesk);
}

void MainWindow::choosePages()
{
    m_pages.clear();
    QStringList titles;
    const auto add = [&](QWidget* page, const QString& title) {
        m_pages.append(page);
        titles.append(title);
    };
    if (atDesk()) {
        add(m_line, tr("Line"));
        for (const DeskPage& each : std::as_const(m_deskPages)) {
            if (each.atDesk)
                add(each.page, each.title());
        }
        add(m_day, tr("My day"));
        add(m_hall, tr("Hall"));
    } else if (m_session.phase() == Phase::LookingOn) {
        add(m_hall, tr("Hall"));
        for (const DeskPage& each : std::as_const(m_deskPages)) {
            if (m_session.person() && each.lookingOn.contains(m_session.person()->role))
                add(each.page, each.title());
        }
        if (m_session.person() && m_session.person()->role == Role::SystemAdministrator)
            add(m_catalogue, tr("Catalogue"));
    }
    m_header->setPages(titles);
}

void MainWindow::addDeskPage(QWidget* page, std::function<QString()> title, QList<Role> lookingOn)
{
    add({page, std::move(title), std::move(lookingOn), true});
}

void MainWindow::addOfficePage(QWidget* page, std::function<QString()> title, QList<Role> lookingOn)
{
    add({page, std::move(title), std::move(lookingOn), false});
}

void MainWindow::add(DeskPage page)
{
    m_stack->addWidget(page.page);
    m_deskPages.append(std::move(page));
    renamePages();
}

void MainWindow::renamePages()
{
    choosePages();
    m_header->setCurrent(m_page);
}

void MainWindow::offerCases(std::function<void()> start)
{
    connect(m_line->visitor(), &VisitorPane::caseAsked, this, std::move(start));
    m_line->visitor()->offerCases();
}

void MainWindow::showPage(int index)
{
    if (index < 0 || index >= m_pages.size())
        return;
    m_page = index;
    m_stack->setCurrentWidget(m_pages[index]);
    m_header->setCurrent(index);
}

void MainWindow::retranslate()
{
    setWindowTitle(tr("Accord Hall – Desk"));
    choosePages();
    m_header->setCurrent(m_page);
}

void MainWindow::changeEvent(QEvent* event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::LanguageChange)
        retranslate();
}

void MainWindow::resizeEvent(QResizeEvent* event)
{
    QWidget::resizeEvent(event);
    m_sheet->place();
}

bool MainWindow::eventFilter(QObject* watched, QEvent* event)
{
    // Whoever scrolls a form means the form: a choice or a day that comes under the pointer meanwhile stays what it is.
    if (event->type() == QEvent::Wheel && (qobject_cast<QComboBox*>(watched) || qobject_cast<QAbstractSpinBox*>(watched))) {
        event->ignore(); // goes on to what scrolls
        return true;
    }
    // A field would keep Ctrl+Z for itself; while a step can be taken back, the key is the step's.
    if (event->type() == QEvent::ShortcutOverride && m_session.undoWindow().offered()) {
        const auto* pressed = static_cast<QKeyEvent*>(event);
        if (pressed->keyCombination() == QKeyCombination(Qt::ControlModifier, Qt::Key_Z)) {
            event->ignore();
            return true;
        }
    }
    return QWidget::eventFilter(watched, event);
}

void MainWindow::closeEvent(QCloseEvent* event)
{
    if (m_session.person())
        m_session.signOut();
    event->accept();
}

} // namespace hall::desk
