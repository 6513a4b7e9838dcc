// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/desk/desk_assembly.h"

#include "ui/desk/cases/cases_page.h"
#include "ui/desk/oversight/audit_trail_page.h"
#include "ui/desk/oversight/deadline_page.h"
#include "ui/desk/talk/notice_pane.h"
#include "ui/desk/talk/talk_page.h"

namespace hall::desk {

DeskAssembly::DeskAssembly(const station::StationConfig& config, const base::Clock& clock, Preferences& preferences, Look& look)
    : m_worker(config, clock)
    , m_gateway(m_worker)
    , m_session(m_gateway, preferences, clock)
    , m_cases(m_worker, clock, m_law)
    , m_audit(m_worker, clock, m_law)
    , m_talks(m_worker, m_law, preferences)
    , m_window(m_session, look)
{
    addPages(look);
}

void DeskAssembly::addPages(Look& look)
{
    auto* cases = new CasesPage(m_cases, m_session, look, &m_window);
    m_window.addDeskPage(cases, [] { return CasesPage::tr("Cases"); }, {Role::Supervisor});
    m_window.offerCases([this, cases] {
        m_window.showDeskPage(cases);
        cases->startCase();
    });
    auto* deadlines = new DeadlinePage(m_cases, m_session, look, &m_window);
    m_window.addDeskPage(deadlines, [deadlines] { return deadlines->title(); }, {Role::Supervisor});
    QObject::connect(deadlines, &DeadlinePage::titleChanged, &m_window, &MainWindow::renamePages);
    QObject::connect(deadlines, &DeadlinePage::caseAsked, cases, [this, cases](const QString& number) {
        m_window.showDeskPage(cases);
        cases->openCase(number);
    });
    auto* audit = new AuditTrailPage(m_audit, m_session, look, &m_window);
    m_window.addOfficePage(audit, [audit] { return audit->title(); }, {Role::AuditAdministrator});
    QObject::connect(audit, &AuditTrailPage::titleChanged, &m_window, &MainWindow::renamePages);
    auto* talk = new TalkPage(m_session, m_talks, look, &m_window);
    QObject::connect(&m_cases, &CaseGateway::lawChanged, talk, &TalkPage::followLaw);
    talk->offerNotice(new NoticePane(m_cases, m_session, look, talk));
    m_window.addDeskPage(talk, [] { return TalkPage::tr("Legal channel"); });
}

} // namespace hall::desk
