// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/desk/worker_talk.h"

#include "app/store/line_witness.h"

#include <QCoreApplication>

namespace hall::desk {

using base::Error;
using base::ErrorCode;
using base::Result;
using station::DeskRoom;

namespace {

Error noVault()
{
    return {ErrorCode::StoreUnavailable,
            QCoreApplication::translate("hall::desk::WorkerTalk",
                                        "This account cannot keep drafts on this machine. Write the talk down before you go.")};
}

} // namespace

/// `f(files, room)` on the case files of whoever is signed in.
template <class F>
auto WorkerTalk::onFiles(F f)
{
    return m_worker.serve([f = std::move(f), shelf = m_shelf,
                           language = language()](DeskRoom& room) mutable -> std::invoke_result_t<F&, casefile::CaseFiles&, DeskRoom&> {
        if (!room.person)
            return station::nobodySignedIn();
        HALL_ASSIGN(const auto law, shelf->inForce(room));
        casefile::CaseFiles files(room.office, *room.person, law->rules, language);
        return f(files, room);
    });
}

Result<TalkWritten> writeTalk(casefile::CaseFiles& files, const TalkOrder& order)
{
    TalkWritten done{order.number, order.written, false, {}};
    if (done.number.isEmpty()) {
        HALL_ASSIGN(const auto opened, files.open(order.block, order.registration, order.ticket));
        done.number = opened.number;
    }
    if (done.sequence == 0) {
        const auto talked = files.append(done.number, QStringLiteral("talked"), order.talked);
        if (!talked.ok()) {
            if (!order.number.isEmpty())
                return talked.error();
            done.refused = talked.error(); // the case is there: the next try goes into it, never into a second one
            return done;
        }
        done.sequence = talked->sequence;
    }
    if (!order.redirect)
        return done;
    const QJsonObject redirect{{QStringLiteral("channel"), order.talked.value(QLatin1StringView("channel"))},
                               {QStringLiteral("article"), order.talked.value(QLatin1StringView("article"))},
                               {QStringLiteral("where"), order.talked.value(QLatin1StringView("where"))},
                               {QStringLiteral("text"), order.told}};
    const auto redirected = files.append(done.number, QStringLiteral("redirected"), redirect);
    if (redirected.ok())
        done.redirected = true;
    else
        done.refused = redirected.error();
    return done;
}

QString WorkerTalk::language() const
{
    return m_preferences.chinese() ? QStringLiteral("zh") : QStringLiteral("en");
}

Reply<TalkLaw> WorkerTalk::law()
{
    return m_worker.serve([shelf = m_shelf](DeskRoom& room) -> Result<TalkLaw> {
        HALL_ASSIGN(const auto law, shelf->inForce(room));
        return TalkLaw{law->router, law->rules.deadlines, law->rules.calendar};
    });
}

Reply<QList<TalkCase>> WorkerTalk::cases()
{
    return onFiles([](casefile::CaseFiles& files, DeskRoom&) -> Result<QList<TalkCase>> {
        HALL_ASSIGN(const auto all, files.list());
        QList<TalkCase> cases;
        for (const casefile::CaseSummary& summary : all)
            cases.append({summary.number, summary.state, summary.ticket});
        return cases;
    });
}

Reply<TalkWritten> WorkerTalk::write(const TalkOrder& order)
{
    return onFiles([order](casefile::CaseFiles& files, DeskRoom& room) -> Result<TalkWritten> {
        HALL_ASSIGN(TalkWritten written, writeTalk(files, order));
        const auto witnessed = store::compareTrailWithLine(room.line.store, room.office);
        if (!witnessed.ok() && written.refused.message.isEmpty())
            written.refused = witnessed.error(); // as an error it would have the talk written twice
        return written;
    });
}

Reply<bool> WorkerTalk::keepDraft(const QString& key, const QJsonObject& draft)
{
    return m_worker.serve([=](DeskRoom& room) -> Result<bool> {
        if (!room.person)
            return station::nobodySignedIn();
        if (!room.vault)
            return noVault();
        if (draft.isEmpty())
            HALL_TRY(room.vault->dropDraft(key));
        else
            HALL_TRY(room.vault->keepDraft(key, draft));
        return true;
    });
}

Reply<QJsonObject> WorkerTalk::draft(const QString& key)
{
    return m_worker.serve([=](DeskRoom& room) -> Result<QJsonObject> {
        if (!room.person)
            return station::nobodySignedIn();
        if (!room.vault)
            return QJsonObject();
        HALL_ASSIGN(const auto drafts, room.vault->drafts());
        return drafts.value(key);
    });
}

} // namespace hall::desk
