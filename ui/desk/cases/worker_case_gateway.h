// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/station/desk_worker.h"
#include "app/station/side_work.h"
#include "ui/desk/cases/law_shelf.h"

#include <QTimer>

namespace hall::desk {

/// Case files of a real hall: every call is a job on the desk worker's thread; attachments and documents on a second one, so that
/// the line does not wait for them. What others write and publish is noticed by a look at the newest numbers of audit trail,
/// calendar and catalogue every second and a half while somebody is signed in.
class WorkerCaseGateway final : public CaseGateway
{
    Q_OBJECT

public:
    /// `clock` outlives the gateway.
    WorkerCaseGateway(station::DeskWorker& worker, const base::Clock& clock, std::shared_ptr<LawShelf> shelf, QObject* parent = nullptr);
    ~WorkerCaseGateway() override;

    Reply<CaseLawPointer> law() override;
    Reply<QList<CaseRow>> search(const casefile::CaseQuery& query, casefile::Typing typing) override;
    CatchUpLoop& catchUp() override { return m_catchUp; }
    Reply<QList<casefile::EarlierCase>> people(const casefile::PersonQuery& query) override;
    Reply<QList<casefile::OpenDeadline>> openDeadlines(const QDate& until) override;
    Reply<CaseView> show(const QString& number, const casefile::Reason& reason) override;
    Reply<casefile::CaseSummary> open(const QString& block, const QJsonObject& registration, qint64 ticket) override;
    Reply<casefile::CaseEntry> append(const QString& number, const QString& kind, const QJsonObject& content, qint64 after) override;
    Reply<bool> keepDraft(const QString& key, const QJsonObject& content) override;
    Reply<bool> dropDraft(const QString& key) override;
    Reply<Drafts> drafts() override;
    Reply<casefile::CaseEntry> attach(const QString& number, const QString& path, std::shared_ptr<LongWork> work) override;
    Reply<QByteArray> readAttachment(const QString& number, qint64 sequence, qint64 limit, const casefile::Reason& reason) override;
    Reply<bool> saveAttachment(const QString& number, qint64 sequence, const QString& path, const casefile::Reason& reason,
                               std::shared_ptr<LongWork> work) override;
    Reply<document::Pages> preview(const casefile::DocumentOrder& order) override;
    Reply<casefile::MadeDocument> makeDocument(const casefile::DocumentOrder& order) override;
    Reply<bool> notePrinted(const QString& number, qint64 sequence) override;
    void setLanguage(const QString& language) override { m_language = language; }

private:
    struct Seen; ///< of one look

    template <class F>
    auto serve(F f);
    template <class F>
    auto aside(F f);
    template <class T>
    Reply<T> witnessed(Reply<T> written);
    std::shared_ptr<LongWork> remember(std::shared_ptr<LongWork> work);
    void look();
    Reply<casefile::CatchUp> slice(int atMostCases);

    station::DeskWorker& m_worker;
    std::shared_ptr<LawShelf> m_shelf; ///< lives with the jobs
    QList<std::weak_ptr<LongWork>> m_works;
    std::shared_ptr<station::SideThread> m_side; ///< jobs on their way keep it, so that it is there when they arrive
    QString m_language = QStringLiteral("zh");
    CatchUpLoop m_catchUp;
    QTimer m_poll;
    qint64 m_seen = -1;       ///< newest audit record
    CaseLawPointer m_lawSeen; ///< to be compared
    bool m_looking = false;
};

} // namespace hall::desk
