// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/desk/cases/worker_case_gateway.h"

#include "app/store/line_witness.h"

#include <QFile>
#include <QFileInfo>
#include <algorithm>
#include <utility>

namespace hall::desk {

using base::Error;
using base::ErrorCode;
using base::Result;
using base::Status;
using casefile::CaseFiles;
using casefile::CaseIndex;
using casefile::Light;
using station::DeskRoom;

struct WorkerCaseGateway::Seen
{
    qint64 audit = -1;
    CaseLawPointer law;
};

namespace {

bool runs(const casefile::ClockReading& reading)
{
    return reading.light == Light::Green || reading.light == Light::Yellow || reading.light == Light::Red;
}

QList<casefile::ClockReading> readClocks(const rules::CaseStanding& standing, QDate today, const casefile::CaseRules& rules)
{
    QList<casefile::ClockReading> all;
    for (const rules::CaseClock& clock : standing.clocks) {
        auto reading = casefile::readClock(clock, today, rules.deadlines, rules.calendar);
        if (reading.ok())
            all.append(*reading);
    }
    std::stable_sort(all.begin(), all.end(), [](const auto& one, const auto& other) {
        return runs(one) != runs(other) ? runs(one) : one.due < other.due;
    });
    return all;
}

Status noVault() { return Error{ErrorCode::PermissionDenied, QStringLiteral("This account keeps no vault on this machine, so there is no search and no draft. Free disk space, or let the administrator give this account a data folder, and sign in again.")}; }

/// Heads alone, for a desk that cannot keep a vault.
Result<QList<CaseRow>> plainHeads(CaseFiles& files, const casefile::CaseQuery& query)
{
    HALL_ASSIGN(const auto all, files.list());
    QList<CaseRow> rows;
    for (const auto& summary : all) {
        const bool wanted = (query.text.isEmpty() || summary.number.contains(query.text))
            && (query.block.isEmpty() || summary.block == query.block) && (query.state.isEmpty() || summary.state == query.state)
            && (query.category.isEmpty() || summary.category == query.category)
            && (query.handler.isEmpty() || summary.handler == query.handler);
        if (!wanted || rows.size() >= query.limit)
            continue;
        CaseRow row;
        row.hit.summary = summary;
        rows.append(row);
    }
    return rows;
}

} // namespace

WorkerCaseGateway::WorkerCaseGateway(station::DeskWorker& worker, const base::Clock& clock, std::shared_ptr<LawShelf> shelf, QObject* parent)
    : CaseGateway(parent)
    , m_worker(worker)
    , m_shelf(std::move(shelf))
    , m_side(std::make_shared<station::SideThread>(worker.config().place(), clock))
    , m_catchUp([this](int atMostCases) { return slice(atMostCases); })
{
    m_poll.setInterval(1500);
    connect(&m_poll, &QTimer::timeout, this, &WorkerCaseGateway::look);
    m_poll.start();
    connect(&m_catchUp, &CatchUpLoop::failed, this, [this] { m_seen = -1; }); // tried again when the store answers
}

/// `f(room, law, language)` as the person who is signed in.
template <class F>
auto WorkerCaseGateway::serve(F f)
{
    return m_worker.serve(
        [f = std::move(f), shelf = m_shelf,
         language = m_language](DeskRoom& room) mutable -> std::invoke_result_t<F&, DeskRoom&, const CaseLaw&, const QString&> {
            if (!room.person)
                return station::nobodySignedIn();
            HALL_ASSIGN(const auto law, shelf->inForce(room));
            return f(room, *law, language);
        });
}

WorkerCaseGateway::~WorkerCaseGateway()
{
    for (const auto& each : std::as_const(m_works)) {
        if (const auto work = each.lock())
            work->stop = true;
    }
}

std::shared_ptr<LongWork> WorkerCaseGateway::remember(std::shared_ptr<LongWork> work)
{
    m_works.removeIf([](const auto& each) { return each.expired(); });
    m_works.append(work);
    return work;
}

/// `f(office, person, law, language)` on the second thread, as the person who is signed in when its turn among the desk's jobs
/// comes.
template <class F>
auto WorkerCaseGateway::aside(F f)
{
    return station::workAside(
        m_worker, m_side, this, [shelf = m_shelf](DeskRoom& room) { return shelf->inForce(room); },
        [f = std::move(f), language = m_language](store::CaseOffice& office, const store::SignedIn& person, const CaseLawPointer& law) mutable {
            return f(office, person, *law, language);
        });
}

/// The line is told of the newest audit record before the answer counts.
template <class T>
Reply<T> WorkerCaseGateway::witnessed(Reply<T> written)
{
    return written
        .then(this, [this](Result<T> outcome) -> Reply<T> {
            if (!outcome.ok())
                return QtFuture::makeReadyFuture<Result<T>>(std::move(outcome));
            return m_worker.serve([outcome](DeskRoom& room) -> Result<T> {
                HALL_TRY(store::compareTrailWithLine(room.line.store, room.office));
                return outcome;
            });
        })
        .unwrap();
}

void WorkerCaseGateway::look()
{
    if (m_looking || m_worker.state() != station::LineWorker::State::Connected)
        return;
    m_looking = true;
    m_worker
        .serve([shelf = m_shelf](DeskRoom& room) -> Result<Seen> {
            if (!room.person)
                return Seen();
            HALL_ASSIGN(const auto newest, room.office.audit().head());
            HALL_ASSIGN(const auto law, shelf->inForce(room));
            return Seen{newest.seq, law};
        })
        .then(this, [this](const Result<Seen>& seen) {
            m_looking = false;
            if (!seen.ok())
                return;
            // The first look tells, too: somebody may have written or published since the pages were filled.
            if (std::exchange(m_lawSeen, seen->law) != seen->law && seen->law)
                emit lawChanged();
            if (std::exchange(m_seen, seen->audit) != seen->audit && seen->audit >= 0)
                m_catchUp.start();
        });
}

Reply<CaseLawPointer> WorkerCaseGateway::law()
{
    return m_worker.serve([shelf = m_shelf](DeskRoom& room) { return shelf->inForce(room); });
}

Reply<QList<CaseRow>> WorkerCaseGateway::search(const casefile::CaseQuery& query, casefile::Typing typing)
{
    return serve([query, typing](DeskRoom& room, const CaseLaw& law, const QString& language) -> Result<QList<CaseRow>> {
        if (!room.vault) {
            CaseFiles files(room.office, *room.person, law.rules, language);
            return plainHeads(files, query);
        }
        CaseIndex index(*room.vault, room.office, *room.person, law.rules);
        HALL_ASSIGN(const auto hits, index.search(query, typing));
        const QDate today = base::hallDay(room.clock.now());
        QList<CaseRow> rows;
        for (const auto& hit : hits) {
            HALL_ASSIGN(const auto next, index.nextDeadline(hit.summary.number));
            std::optional<casefile::ClockReading> nearest;
            if (next) {
                const auto reading = casefile::readClock(next->clock, today, law.rules.deadlines, law.rules.calendar);
                if (reading.ok())
                    nearest = *reading;
            }
            rows.append({hit, nearest});
        }
        return rows;
    });
}

Reply<casefile::CatchUp> WorkerCaseGateway::slice(int atMostCases)
{
    return serve([=](DeskRoom& room, const CaseLaw& law, const QString&) -> Result<casefile::CatchUp> {
        if (!room.vault) {
            HALL_ASSIGN(const auto newest, room.office.audit().head());
            casefile::CatchUp none;
            none.finished = true;
            none.mark = newest.seq; // the list is read from the store itself
            return none;
        }
        return CaseIndex(*room.vault, room.office, *room.person, law.rules).catchUp(atMostCases);
    });
}

Reply<QList<casefile::EarlierCase>> WorkerCaseGateway::people(const casefile::PersonQuery& query)
{
    return serve([=](DeskRoom& room, const CaseLaw& law, const QString&) -> Result<QList<casefile::EarlierCase>> {
        if (!room.vault)
            return QList<casefile::EarlierCase>();
        return CaseIndex(*room.vault, room.office, *room.person, law.rules).people(query);
    });
}

Reply<QList<casefile::OpenDeadline>> WorkerCaseGateway::openDeadlines(const QDate& until)
{
    return serve([=](DeskRoom& room, const CaseLaw& law, const QString&) -> Result<QList<casefile::OpenDeadline>> {
        if (!room.vault)
            return noVault().error();
        return CaseIndex(*room.vault, room.office, *room.person, law.rules).openDeadlines(until);
    });
}

Reply<CaseView> WorkerCaseGateway::show(const QString& number, const casefile::Reason& reason)
{
    return serve([=](DeskRoom& room, const CaseLaw& law, const QString& language) -> Result<CaseView> {
        CaseView view;
        HALL_ASSIGN(view.file, CaseFiles(room.office, *room.person, law.rules, language).show(number, reason));
        const QDate today = base::hallDay(room.clock.now());
        view.clocks = readClocks(view.file.standing, today, law.rules);
        HALL_ASSIGN(view.forms, casefile::formOffers({view.file, law.rules, law.router, today, language}, law.forms));
        return view;
    });
}

Reply<casefile::CaseSummary> WorkerCaseGateway::open(const QString& block, const QJsonObject& registration, qint64 ticket)
{
    return serve([=](DeskRoom& room, const CaseLaw& law, const QString& language) -> Result<casefile::CaseSummary> {
        HALL_ASSIGN(auto opened, CaseFiles(room.office, *room.person, law.rules, language).open(block, registration, ticket));
        HALL_TRY(store::compareTrailWithLine(room.line.store, room.office));
        return opened;
    });
}

Reply<casefile::CaseEntry> WorkerCaseGateway::append(const QString& number, const QString& kind, const QJsonObject& content,
                                                     qint64 after)
{
    return serve([=](DeskRoom& room, const CaseLaw& law, const QString& language) -> Result<casefile::CaseEntry> {
        HALL_ASSIGN(auto entry, CaseFiles(room.office, *room.person, law.rules, language).append(number, kind, content, after));
        HALL_TRY(store::compareTrailWithLine(room.line.store, room.office));
        return entry;
    });
}

Reply<bool> WorkerCaseGateway::keepDraft(const QString& key, const QJsonObject& content)
{
    return serve([=](DeskRoom& room, const CaseLaw&, const QString&) -> Result<bool> {
        if (!room.vault)
            return noVault().error();
        HALL_TRY(room.vault->keepDraft(key, content));
        return true;
    });
}

Reply<bool> WorkerCaseGateway::dropDraft(const QString& key)
{
    return serve([=](DeskRoom& room, const CaseLaw&, const QString&) -> Result<bool> {
        if (!room.vault)
            return true;
        HALL_TRY(room.vault->dropDraft(key));
        return true;
    });
}

Reply<Drafts> WorkerCaseGateway::drafts()
{
    return serve([](DeskRoom& room, const CaseLaw&, const QString&) -> Result<Drafts> {
        if (!room.vault)
            return Drafts();
        return room.vault->drafts();
    });
}

Reply<casefile::CaseEntry> WorkerCaseGateway::attach(const QString& number, const QString& path, std::shared_ptr<LongWork> work)
{
    return witnessed<casefile::CaseEntry>(aside([number, path, work = remember(std::move(work))](store::CaseOffice& office, const store::SignedIn& person, const CaseLaw& law,
                                                                const QString& language) -> Result<casefile::CaseEntry> {
        QFile file(path);
        if (!file.open(QIODevice::ReadOnly))
            return Error{ErrorCode::FileUnreadable, tr("The chosen file cannot be read. See that it is still there and may be read.")};
        CaseFiles files(office, person, law.rules, language);
        casefile::NewAttachment attachment;
        attachment.name = QFileInfo(path).fileName();
        return casefile::Attachments(files, office, person).add(number, attachment, file, into(work));
    }));
}

Reply<QByteArray> WorkerCaseGateway::readAttachment(const QString& number, qint64 sequence, qint64 limit, const casefile::Reason& reason)
{
    return aside([=](store::CaseOffice& office, const store::SignedIn& person, const CaseLaw& law, const QString& language) -> Result<QByteArray> {
        CaseFiles files(office, person, law.rules, language);
        HALL_ASSIGN(const auto bytes, casefile::Attachments(files, office, person).read(number, sequence, limit, reason));
        return QByteArray(bytes.view().data(), bytes.view().size());
    });
}

Reply<bool> WorkerCaseGateway::saveAttachment(const QString& number, qint64 sequence, const QString& path, const casefile::Reason& reason,
                                              std::shared_ptr<LongWork> work)
{
    return aside([=, work = remember(std::move(work))](store::CaseOffice& office, const store::SignedIn& person, const CaseLaw& law,
                                                       const QString& language) -> Result<bool> {
        CaseFiles files(office, person, law.rules, language);
        HALL_TRY(casefile::Attachments(files, office, person).saveTo(number, sequence, path, into(work), reason));
        return true;
    });
}

Reply<document::Pages> WorkerCaseGateway::preview(const casefile::DocumentOrder& order)
{
    return aside([=](store::CaseOffice& office, const store::SignedIn& person, const CaseLaw& law, const QString&) {
        return casefile::CaseDocuments(office, person, law.rules, law.router, law.forms).preview(order);
    });
}

Reply<casefile::MadeDocument> WorkerCaseGateway::makeDocument(const casefile::DocumentOrder& order)
{
    return witnessed<casefile::MadeDocument>(aside([=](store::CaseOffice& office, const store::SignedIn& person, const CaseLaw& law, const QString&) {
        return casefile::CaseDocuments(office, person, law.rules, law.router, law.forms).make(order);
    }));
}

Reply<bool> WorkerCaseGateway::notePrinted(const QString& number, qint64 sequence)
{
    return serve([=](DeskRoom& room, const CaseLaw& law, const QString&) -> Result<bool> {
        HALL_TRY(casefile::CaseDocuments(room.office, *room.person, law.rules, law.router, law.forms).notePrinted(number, sequence));
        HALL_TRY(store::compareTrailWithLine(room.line.store, room.office));
        return true;
    });
}

} // namespace hall::desk
