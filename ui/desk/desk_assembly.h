// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/desk/cases/worker_case_gateway.h"
#include "ui/desk/desk_session.h"
#include "ui/desk/main_window.h"
#include "ui/desk/oversight/audit_gateway.h"
#include "ui/desk/worker_gateway.h"
#include "ui/desk/worker_talk.h"

namespace hall::desk {

/// The desk on a hall, put together: worker, gateways, session, and the window with all its pages.
class DeskAssembly
{
public:
    DeskAssembly(const station::StationConfig& config, const base::Clock& clock, Preferences& preferences, Look& look);

    MainWindow& window() { return m_window; }

private:
    void addPages(Look& look);

    // In the order in which they need each other; they go in the opposite one.
    station::DeskWorker m_worker;
    std::shared_ptr<LawShelf> m_law = std::make_shared<LawShelf>();
    WorkerGateway m_gateway;
    DeskSession m_session;
    WorkerCaseGateway m_cases;
    AuditGateway m_audit;
    WorkerTalk m_talks;
    MainWindow m_window;
};

} // namespace hall::desk
