// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "tests/casefile/case_hall.h"
#include "ui/desk/worker_talk.h"

#include <QFuture>
#include <QMap>

namespace hall::tests {

/// Talks on a real case store in this thread; drafts in memory, outliving the window as the vault does.
class TalkStore final : public desk::TalkGateway
{
public:
    TalkStore()
        : li(hall.signIn("li"))
    {
    }

    desk::Reply<desk::TalkLaw> law() override { return ready<desk::TalkLaw>(desk::TalkLaw{rules::readRouter({}, hall.rules.deadlines).value(), hall.rules.deadlines, hall.rules.calendar}); }
    desk::Reply<QList<desk::TalkCase>> cases() override
    {
        QList<desk::TalkCase> cases;
        const auto all = hall.files(li).list().value(); // outlives the loop
        for (const auto& one : all)
            cases.append({one.number, one.state, one.ticket});
        return ready<QList<desk::TalkCase>>(cases);
    }
    desk::Reply<desk::TalkWritten> write(const desk::TalkOrder& order) override
    {
        auto files = hall.files(li);
        desk::TalkOrder arrived = order;
        if (breakTalk) // what the case store refuses: a talk without its path
            arrived.talked.remove(QStringLiteral("path"));
        return ready(desk::writeTalk(files, arrived));
    }
    desk::Reply<bool> keepDraft(const QString& key, const QJsonObject& draft) override
    {
        if (draft.isEmpty())
            drafts.remove(key);
        else
            drafts.insert(key, draft);
        return ready<bool>(true);
    }
    desk::Reply<QJsonObject> draft(const QString& key) override { return ready<QJsonObject>(drafts.value(key)); }

    CaseHall hall;
    store::SignedIn li;
    QMap<QString, QJsonObject> drafts;
    bool breakTalk = false;

private:
    template <class T>
    static desk::Reply<T> ready(base::Result<T> result)
    {
        return QtFuture::makeReadyFuture<base::Result<T>>(std::move(result));
    }
};

} // namespace hall::tests
