// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/casefile/case_files.h"
#include "app/station/desk_worker.h"
#include "ui/desk/cases/law_shelf.h"
#include "ui/desk/preferences.h"
#include "ui/desk/talk/talk_gateway.h"

namespace hall::desk {

/// Talks in a real hall: every call is a job on the desk worker's thread, where rules, store and keys are.
class WorkerTalk final : public TalkGateway
{
public:
    WorkerTalk(station::DeskWorker& worker, std::shared_ptr<LawShelf> shelf, const Preferences& preferences)
        : m_worker(worker)
        , m_shelf(std::move(shelf))
        , m_preferences(preferences)
    {
    }

    Reply<TalkLaw> law() override;
    Reply<QList<TalkCase>> cases() override;
    Reply<TalkWritten> write(const TalkOrder& order) override;
    Reply<bool> keepDraft(const QString& key, const QJsonObject& draft) override;
    Reply<QJsonObject> draft(const QString& key) override;

private:
    QString language() const;
    template <class F>
    auto onFiles(F f);

    station::DeskWorker& m_worker;
    std::shared_ptr<LawShelf> m_shelf; ///< lives with the jobs
    const Preferences& m_preferences;
};

/// The work itself, for whoever has a CaseFiles: the entry `talked`, then `redirected` where that is asked. A talk that an
/// earlier try has written is not written twice.
base::Result<TalkWritten> writeTalk(casefile::CaseFiles& files, const TalkOrder& order);

} // namespace hall::desk
