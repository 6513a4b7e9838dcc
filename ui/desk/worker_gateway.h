// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/station/desk_worker.h"
#include "ui/desk/desk_gateway.h"

namespace hall::desk {

/// The gateway to a real hall: every call is a job on the desk worker's thread, where store and keys are.
class WorkerGateway : public DeskGateway
{
    Q_OBJECT

public:
    explicit WorkerGateway(station::DeskWorker& worker, QObject* parent = nullptr);

    Connection connection() const override;
    QString stationName() const override { return m_worker.config().stationName; }

    Reply<Person> signIn(const QString& login, QByteArray passphrase, const QString& code = {}) override;
    void signOut() override;
    Reply<CatalogueView> catalogue() override;
    Reply<Picture> picture(int desk) override;
    Reply<queue::Desk> openDesk(int number, const QStringList& services) override;
    Reply<queue::Desk> pauseDesk(int number) override;
    Reply<queue::Desk> resumeDesk(int number) override;
    Reply<queue::Desk> closeDesk(int number) override;
    Reply<Outcome> perform(const Step& step) override;
    Reply<QList<queue::TicketEvent>> history(queue::TicketId ticket) override;
    Reply<QList<DayEntry>> day(int desk, const QDate& day) override;
    Reply<Intake> openIntake(queue::TicketId ticket) override;
    Reply<CatalogueReport> readCatalogue(const QString& folder, bool publish) override;

private:
    station::DeskWorker& m_worker;
};

} // namespace hall::desk
