// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/desk/desk_program.h"

#include "ui/desk/cases/cases_page.h"
#include "ui/desk/cases/worker_case_gateway.h"
#include "ui/desk/desk_session.h"
#include "ui/desk/look.h"
#include "ui/desk/main_window.h"
#include "ui/desk/oversight/audit_trail_page.h"
#include "ui/desk/oversight/deadline_page.h"
#include "ui/desk/talk/talk_page.h"
#include "ui/desk/worker_gateway.h"
#include "ui/desk/worker_talk.h"
#include "ui/setup/setup_window.h"

#include <QApplication>
#include <QEvent>

namespace hall::desk {

/// In the order in which they need each other; they go in the opposite one.
struct DeskProgram::Desk
{
    Desk(const station::StationConfig& config, const base::Clock& clock, Preferences& preferences, Look& look)
        : worker(config, clock)
        , gateway(worker)
        , session(gateway, preferences, clock)
        , caseGateway(worker, clock, law)
        , auditGateway(worker, clock, law)
        , talk(worker, law, preferences)
        , window(session, look)
    {
        auto* cases = new CasesPage(caseGateway, session, look, &window);
        window.addDeskPage(cases, [] { return CasesPage::tr("Cases"); }, {Role::Supervisor});
        window.offerCases([this, cases] {
            window.showDeskPage(cases);
            cases->startCase();
        });
        auto* deadlines = new DeadlinePage(caseGateway, session, look, &window);
        window.addDeskPage(deadlines, [deadlines] { return deadlines->title(); }, {Role::Supervisor});
        QObject::connect(deadlines, &DeadlinePage::titleChanged, &window, &MainWindow::renamePages);
        QObject::connect(deadlines, &DeadlinePage::caseAsked, cases, [this, cases](const QString& number) {
            window.showDeskPage(cases);
            cases->openCase(number);
        });
        auto* audit = new AuditTrailPage(auditGateway, session, look, &window);
        window.addOfficePage(audit, [audit] { return audit->title(); }, {Role::AuditAdministrator});
        QObject::connect(audit, &AuditTrailPage::titleChanged, &window, &MainWindow::renamePages);
        auto* talkPage = new TalkPage(session, talk, look, &window);
        QObject::connect(&caseGateway, &CaseGateway::lawChanged, talkPage, &TalkPage::followLaw);
        window.addDeskPage(talkPage, [] { return TalkPage::tr("Legal channel"); });
    }

    station::DeskWorker worker;
    std::shared_ptr<LawShelf> law = std::make_shared<LawShelf>();
    WorkerGateway gateway;
    DeskSession session;
    WorkerCaseGateway caseGateway;
    AuditGateway auditGateway;
    WorkerTalk talk;
    MainWindow window;
};

DeskProgram::DeskProgram(QApplication& application, station::ProgramOptions options, QObject* parent)
    : QObject(parent)
    , m_application(application)
    , m_options(std::move(options))
{
    if (!m_options.config.language.isEmpty())
        m_preferences.setChinese(m_options.config.language != u"en");
    m_translations.use(m_preferences.chinese() ? QStringLiteral("zh") : QStringLiteral("en"));
    m_look = std::make_unique<Look>(application, m_preferences);
}

DeskProgram::~DeskProgram() = default;

void DeskProgram::start()
{
    if (m_options.config.isSetUp())
        showDesk(m_options.config);
    else
        showSetup();
}

void DeskProgram::showSetup()
{
    setup::SetupWindow::Options options;
    options.kind = QStringLiteral("desk");
    options.config = m_options.config;
    options.writeConfig = !m_options.demo;
    auto setup = std::make_unique<setup::SetupWindow>(options, m_translations);
    if (m_options.demo)
        setup->showDemo();
    connect(setup.get(), &setup::SetupWindow::ready, this, [this](const station::StationConfig& config) {
        m_setup.release()->deleteLater(); // it is still on the stack
        showDesk(config);
    });
    m_setup = std::move(setup);
    present(m_setup.get());
}

void DeskProgram::showDesk(const station::StationConfig& config)
{
    m_preferences.setChinese(m_translations.language() != u"en");
    m_desk = std::make_unique<Desk>(config, m_clock, m_preferences, *m_look);
    // After the session's own connection: its phrases speak the language before the widgets ask for them.
    connect(&m_preferences, &Preferences::languageChanged, this,
            [this] { m_translations.use(m_preferences.chinese() ? QStringLiteral("zh") : QStringLiteral("en")); });
    present(&m_desk->window);
}

void DeskProgram::present(QWidget* window)
{
    if (m_options.selfTest)
        window->installEventFilter(this);
    if (m_options.windowed) {
        window->resize(*m_options.windowed);
        window->show();
    } else {
        window->resize(1366, 840);
        window->showMaximized();
    }
}

bool DeskProgram::eventFilter(QObject* watched, QEvent* event)
{
    if (event->type() == QEvent::Paint) {
        watched->removeEventFilter(this);
        QMetaObject::invokeMethod(&m_application, [] { QCoreApplication::exit(0); }, Qt::QueuedConnection);
    }
    return QObject::eventFilter(watched, event);
}

} // namespace hall::desk
