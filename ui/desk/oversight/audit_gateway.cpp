// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/desk/oversight/audit_gateway.h"

#include "app/store/line_witness.h"

namespace hall::desk {

using base::Error;
using base::ErrorCode;
using base::Result;
using casefile::AuditReader;
using casefile::HallFault;
using station::DeskRoom;

base::Status AuditGateway::refuseOthers(DeskRoom& room)
{
    if (!room.person)
        return station::nobodySignedIn();
    if (room.person->person.is(store::role::kAudit))
        return {};
    HALL_TRY(room.office.audit().append(store::kAuditRefused, room.person->person.login));
    return Error{ErrorCode::PermissionDenied, tr("The audit trail is read by the audit administrator.")};
}

AuditGateway::AuditGateway(station::DeskWorker& worker, const base::Clock& clock, std::shared_ptr<LawShelf> law, QObject* parent)
    : QObject(parent)
    , m_worker(worker)
    , m_law(std::move(law))
    , m_side(std::make_shared<station::SideThread>(worker.config().place(), clock))
{
}

AuditGateway::~AuditGateway()
{
    if (const auto work = m_work.lock())
        work->stop = true;
}

/// `f(room, rules)` for the audit administrator.
template <class F>
auto AuditGateway::serve(F f)
{
    return m_worker.serve([f = std::move(f), shelf = m_law](DeskRoom& room) mutable -> std::invoke_result_t<F&, DeskRoom&, const casefile::CaseRules&> {
        HALL_TRY(refuseOthers(room));
        HALL_ASSIGN(const CaseLawPointer law, shelf->inForce(room));
        return f(room, law->rules);
    });
}

Reply<AuditOverview> AuditGateway::overview()
{
    return serve([](DeskRoom& room, const casefile::CaseRules& rules) -> Result<AuditOverview> {
        AuditOverview overview;
        HALL_ASSIGN(const auto head, room.office.audit().head());
        overview.newest = head.seq;
        HALL_ASSIGN(const auto countersigned, store::verifyCountersignatures(room.office));
        overview.countersigned = countersigned.newest;
        HALL_ASSIGN(const auto people, room.office.staff().list());
        for (const store::Person& person : people)
            overview.people.insert(person.login, person.name);
        for (const auto& workspace : rules.casework.workspaces)
            overview.blocks.insert(workspace.code, {workspace.name.zh, workspace.name.en});
        for (const auto& reason : rules.casework.reasons)
            overview.reasons.insert(reason.code, {reason.name.zh, reason.name.en});
        return overview;
    });
}

Reply<qint64> AuditGateway::newest()
{
    return serve([](DeskRoom& room, const casefile::CaseRules&) -> Result<qint64> {
        HALL_ASSIGN(const auto head, room.office.audit().head());
        return head.seq;
    });
}

Reply<casefile::AuditPage> AuditGateway::page(const casefile::AuditQuery& query, qint64 before, int wanted)
{
    return serve([=](DeskRoom& room, const casefile::CaseRules& rules) {
        return AuditReader(room.office, rules.casework, &*room.person).page(query, before, wanted);
    });
}

Reply<QString> AuditGateway::words(qint64 record)
{
    return serve([=](DeskRoom& room, const casefile::CaseRules& rules) -> Result<QString> {
        HALL_ASSIGN(const auto found, room.office.audit().before(record + 1, 1));
        if (found.isEmpty() || found.first().seq != record)
            return QString();
        return AuditReader(room.office, rules.casework, &*room.person).words(found.first());
    });
}

Reply<casefile::HallVerdict> AuditGateway::verify(std::shared_ptr<LongWork> work)
{
    m_work = work;
    const auto prepare = [](DeskRoom& room) -> Result<bool> {
        HALL_TRY(refuseOthers(room));
        return true;
    };
    return station::workAside(m_worker, m_side, this, prepare,
                              [work = std::move(work)](store::CaseOffice& office, const store::SignedIn&, bool) {
                                  return casefile::verifyHall(office, into(work));
                              })
        .then(this, [this](Result<casefile::HallVerdict> verdict) -> Reply<casefile::HallVerdict> {
            if (!verdict.ok())
                return QtFuture::makeReadyFuture<Result<casefile::HallVerdict>>(std::move(verdict));
            return serve([verdict = *verdict](DeskRoom& room, const casefile::CaseRules&) mutable -> Result<casefile::HallVerdict> {
                const base::Status witnessed = store::compareTrailWithLine(room.line.store, room.office);
                if (!witnessed.ok() && witnessed.error().code != ErrorCode::SignatureInvalid)
                    return witnessed.error();
                if (!witnessed.ok())
                    verdict.faults.append({HallFault::Part::Witness, verdict.records, {}, 0, witnessed.error().message});
                return verdict;
            });
        })
        .unwrap();
}

Reply<store::Countersignature> AuditGateway::countersign(std::shared_ptr<LongWork> work)
{
    m_work = work;
    // Whoever is not the audit administrator is refused by store::countersign itself, which puts it on record.
    return station::workAside(m_worker, m_side, this, [](DeskRoom&) -> Result<bool> { return true; },
                              [work = std::move(work)](store::CaseOffice& office, const store::SignedIn& auditor, bool) {
                                  return store::countersign(office, auditor, into(work));
                              })
        .then(this, [this](Result<store::Countersignature> signature) -> Reply<store::Countersignature> {
            if (!signature.ok())
                return QtFuture::makeReadyFuture<Result<store::Countersignature>>(std::move(signature));
            return serve([signature](DeskRoom& room, const casefile::CaseRules&) -> Result<store::Countersignature> {
                HALL_TRY(store::compareTrailWithLine(room.line.store, room.office));
                return signature;
            });
        })
        .unwrap();
}

} // namespace hall::desk
