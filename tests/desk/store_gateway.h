// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "tests/support/line_fixture.h"
#include "ui/desk/desk_gateway.h"
#include "ui/desk/line_service.h"

#include <QFuture>
#include <QMap>
#include <QSet>
#include <optional>

namespace hall::tests {

/// The desk's gateway on a real store in this thread, with people and intakes made up, and a store that can be taken away.
class StoreGateway : public desk::DeskGateway
{
    Q_OBJECT

public:
    explicit StoreGateway(LineFixture& hall, const QString& station = QStringLiteral("desk-1"))
        : m_hall(hall)
        , m_station(station)
    {
        addPerson(QStringLiteral("lina"), QStringLiteral("李娜"), desk::Role::Clerk);
        addPerson(QStringLiteral("admin"), QStringLiteral("周工"), desk::Role::SystemAdministrator);
        addPerson(QStringLiteral("boss"), QStringLiteral("陈主任"), desk::Role::Supervisor);
    }

    void addPerson(const QString& login, const QString& name, desk::Role role)
    {
        m_people.insert(login, {login, name, role, {QStringLiteral("reception")}});
    }
    void addIntake(queue::TicketId ticket, const desk::Intake& intake)
    {
        m_intakes.insert(ticket.value(), intake);
        const auto written = m_hall.line().execute("INSERT INTO intake VALUES ($1, 1, $2)", ticket, QByteArray("sealed"));
        Q_ASSERT(written.ok());
    }
    void setConnection(Connection connection)
    {
        m_connection = connection;
        emit connectionChanged(connection);
        if (connection == Connection::Connected)
            announce();
    }
    void announce() { emit changed(desk::Changes(desk::Change::Line) | desk::Change::Desks); }
    /// The next step fails with this, once.
    void failNext(base::Error error) { m_failure = std::move(error); }
    bool signedIn() const { return m_signedIn; }
    int signIns() const { return m_signIns; }
    desk::CatalogueView view;
    QStringList complaints;
    base::Error refuseSignIn;

    Connection connection() const override { return m_connection; }
    QString stationName() const override { return m_station; }

    desk::Reply<desk::Person> signIn(const QString& login, QByteArray passphrase, const QString&) override
    {
        ++m_signIns;
        if (!refuseSignIn.message.isEmpty())
            return refused<desk::Person>(refuseSignIn);
        if (!m_people.contains(login) || passphrase != "correct horse")
            return refused<desk::Person>({base::ErrorCode::PassphraseWrong, QStringLiteral("wrong")});
        m_signedIn = true;
        m_actor = login;
        return ready<desk::Person>(m_people.value(login));
    }
    void signOut() override { m_signedIn = false; }

    desk::Reply<desk::CatalogueView> catalogue() override
    {
        return ask<desk::CatalogueView>([&] {
            for (const desk::Person& person : std::as_const(m_people))
                view.people.insert(person.login, person.name);
            return view;
        });
    }
    desk::Reply<desk::Picture> picture(int desk) override
    {
        return ask<desk::Picture>([&] { return desk::readPicture(m_hall.queue, m_hall.desks, desk, m_hall.clock.now()); });
    }
    desk::Reply<queue::Desk> openDesk(int number, const QStringList& services) override
    {
        return ask<queue::Desk>([&] { return m_hall.desks.open(number, services, m_actor); });
    }
    desk::Reply<queue::Desk> pauseDesk(int number) override
    {
        return ask<queue::Desk>([&] { return m_hall.desks.pause(number, m_actor); });
    }
    desk::Reply<queue::Desk> resumeDesk(int number) override
    {
        return ask<queue::Desk>([&] { return m_hall.desks.resume(number, m_actor); });
    }
    desk::Reply<queue::Desk> closeDesk(int number) override
    {
        return ask<queue::Desk>([&] { return m_hall.desks.close(number, m_actor); });
    }
    desk::Reply<desk::Outcome> perform(const desk::Step& step) override
    {
        if (m_failure) {
            const auto failure = *std::exchange(m_failure, {});
            return refused<desk::Outcome>(failure);
        }
        return ask<desk::Outcome>([&] { return desk::takeStep(m_hall.queue, step, m_actor); });
    }
    desk::Reply<QList<queue::TicketEvent>> history(queue::TicketId ticket) override
    {
        return ask<QList<queue::TicketEvent>>([&] { return m_hall.queue.history(ticket); });
    }
    desk::Reply<QList<desk::DayEntry>> day(int desk, const QDate& day) override
    {
        return ask<QList<desk::DayEntry>>([&] { return desk::readDay(m_hall.queue, desk, day); });
    }
    desk::Reply<desk::Intake> openIntake(queue::TicketId ticket) override
    {
        if (!m_signedIn)
            return refused<desk::Intake>({base::ErrorCode::PermissionDenied, QStringLiteral("nobody is signed in")});
        return ask<desk::Intake>([&] { return m_intakes.value(ticket.value()); });
    }
    desk::Reply<desk::CatalogueReport> readCatalogue(const QString& folder, bool publish) override
    {
        return ask<desk::CatalogueReport>([&] {
            return desk::CatalogueReport{folder, 4, 12, 8, publish && complaints.isEmpty() ? 2 : 0, complaints};
        });
    }

private:
    template <class T>
    desk::Reply<T> ready(base::Result<T> result)
    {
        return QtFuture::makeReadyFuture<base::Result<T>>(std::move(result));
    }
    template <class T>
    desk::Reply<T> refused(const base::Error& error)
    {
        return ready<T>(base::Result<T>(error));
    }
    template <class T, class F>
    desk::Reply<T> ask(F f)
    {
        if (m_connection != Connection::Connected)
            return refused<T>({base::ErrorCode::StoreUnavailable, QStringLiteral("the store is away")});
        return ready<T>(base::Result<T>(f()));
    }

    LineFixture& m_hall;
    QString m_station;
    QString m_actor;
    Connection m_connection = Connection::Connected;
    QMap<QString, desk::Person> m_people;
    QMap<qint64, desk::Intake> m_intakes;
    std::optional<base::Error> m_failure;
    bool m_signedIn = false;
    int m_signIns = 0;
};

/// The catalogue of LineFixture as the window sees it, with names long enough to be awkward.
inline desk::CatalogueView fixtureCatalogue()
{
    desk::CatalogueView view;
    view.version = 1;
    view.publishedAt = base::fromIso(QStringLiteral("2026-03-01T08:00:00+08:00")).value();
    view.publishedBy = QStringLiteral("admin");
    view.hallName = {QStringLiteral("诸暨市信访超市"), QStringLiteral("Zhuji Petition Hall")};
    view.blocks = {{QStringLiteral("reception"), QStringLiteral("A"), {QStringLiteral("信访接待"), QStringLiteral("Petition reception")}},
                   {QStringLiteral("legal"), QStringLiteral("B"), {QStringLiteral("法定途径接谈"), QStringLiteral("Legal channels")}}};
    view.services = {{QStringLiteral("A1"), QStringLiteral("reception"), {QStringLiteral("来访登记与诉求受理"), QStringLiteral("Register a petition or complaint")}},
                     {QStringLiteral("A2"), QStringLiteral("reception"), {QStringLiteral("信访事项查询与答复"), QStringLiteral("Ask about a petition handed in before")}},
                     {QStringLiteral("B1"), QStringLiteral("legal"), {QStringLiteral("劳动人事争议仲裁引导"), QStringLiteral("Labour disputes: guidance to arbitration")}}};
    view.classes = {{QStringLiteral("ordinary"), {QStringLiteral("普通"), QStringLiteral("Ordinary")}},
                    {QStringLiteral("elderly"), {QStringLiteral("老年人（60周岁以上）"), QStringLiteral("Elderly (60+)")}},
                    {QStringLiteral("booked"), {QStringLiteral("预约"), QStringLiteral("Booked")}}};
    for (int number : {1, 2, 3})
        view.desks.append({number,
                           {QStringLiteral("%1 号窗口").arg(number), QStringLiteral("Desk %1").arg(number)},
                           {QStringLiteral("A1"), QStringLiteral("A2")}});
    view.noShowCalls = 2;
    view.noShowSeconds = 60;
    view.boundSeconds = 3600;
    return view;
}

} // namespace hall::tests
