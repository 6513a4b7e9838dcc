// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/kiosk/hall_gateway.h"

#include <QPromise>
#include <memory>

namespace hall::kiosk::test {

/// A hall of four blocks with the same shape as the shipped catalogue.
rules::Catalogue smallCatalogue();

/// A hall that does what a test tells it to; its answers come at once.
class FakeHall final : public HallGateway
{
    Q_OBJECT

public:
    FakeHall()
        : catalogue(smallCatalogue())
    {
    }

    Link link() const override { return m_link; }
    void setLink(Link link)
    {
        m_link = link;
        emit linkChanged();
    }
    Reply<rules::Catalogue> menu() override { return done<rules::Catalogue>(catalogue); }
    Reply<GivenTicket> issue(const VisitRequest& request) override;
    Reply<bool> withdraw(const QUuid& key) override;
    Reply<Booking> booking(const QString& code) override;
    Reply<GivenTicket> find(const QString& receiptCode) override;
    bool hasPrinter() const override { return printer; }
    QFuture<base::Status> print(const device::TicketSlip& slip) override;

    void publish(const rules::Catalogue& next)
    {
        catalogue = next;
        emit menuChanged();
    }
    /// Answers the issues that hang.
    void answer();

    rules::Catalogue catalogue;
    QList<VisitRequest> asked;          ///< every issue, repeated ones too
    QHash<QUuid, GivenTicket> given;    ///< what exists in the store
    QList<QUuid> withdrawn;
    std::optional<base::Error> trouble; ///< issue and the others answer this
    bool loseAnswer = false;            ///< the ticket is written, and the answer never comes: StoreUnavailable instead
    bool hang = false;                  ///< issue does not answer until answer()
    bool printer = false;
    base::Status printOutcome;
    QList<device::TicketSlip> printed;
    Booking booked;

private:
    template <class T>
    static Reply<T> done(base::Result<T> result)
    {
        QPromise<base::Result<T>> promise;
        promise.start();
        promise.addResult(std::move(result));
        promise.finish();
        return promise.future();
    }

    Link m_link = Link::Connected;
    std::vector<std::pair<std::shared_ptr<QPromise<base::Result<GivenTicket>>>, GivenTicket>> m_hanging;
};

} // namespace hall::kiosk::test
