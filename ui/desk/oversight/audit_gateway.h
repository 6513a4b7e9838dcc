// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/casefile/audit_reader.h"
#include "app/casefile/hall_verdict.h"
#include "app/station/side_work.h"
#include "ui/desk/cases/law_shelf.h"

namespace hall::desk {

/// The trail as a whole, and the names for what stands in it.
struct AuditOverview
{
    qint64 newest = 0; ///< number of the newest record
    std::optional<store::Countersignature> countersigned;
    QMap<QString, QString> people; ///< names by login, of those who left as well
    QMap<QString, Bilingual> blocks;  ///< workspaces and the supervisors' group, which stand in no catalogue
    QMap<QString, Bilingual> reasons; ///< for reading outside one's duty
};

/// The audit administrator's way to the trail: what takes long runs on a second thread. Whoever else asks is refused with
/// PermissionDenied, which is a record of the trail itself.
class AuditGateway : public QObject
{
    Q_OBJECT

public:
    /// `clock` outlives the gateway.
    AuditGateway(station::DeskWorker& worker, const base::Clock& clock, std::shared_ptr<LawShelf> law, QObject* parent = nullptr);
    ~AuditGateway() override;

    Reply<AuditOverview> overview();
    /// Number of the newest record.
    Reply<qint64> newest();
    Reply<casefile::AuditPage> page(const casefile::AuditQuery& query, qint64 before, int wanted);
    /// What was sealed in a record, to be shown while somebody looks at it and not kept.
    Reply<QString> words(qint64 record);
    /// Everything that there is to verify, what the line remembers of the trail included.
    Reply<casefile::HallVerdict> verify(std::shared_ptr<LongWork> work);
    Reply<store::Countersignature> countersign(std::shared_ptr<LongWork> work);

private:
    template <class F>
    auto serve(F f);
    static base::Status refuseOthers(station::DeskRoom& room);

    station::DeskWorker& m_worker;
    std::shared_ptr<LawShelf> m_law;
    std::shared_ptr<station::SideThread> m_side;
    std::weak_ptr<LongWork> m_work;
};

} // namespace hall::desk
