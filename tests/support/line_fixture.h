// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/base/clock.h"
#include "app/queue/announcements.h"
#include "app/queue/appointments.h"
#include "app/queue/desk_register.h"
#include "app/queue/queue.h"
#include "app/sql/connection.h"
#include "app/store/line_store.h"
#include "tests/support/private_cluster.h"

#include <QTemporaryDir>
#include <memory>

namespace hall::tests {

/// A small hall for tests of the line: blocks A and B, services A1, A2, B1, three desks, three classes, and a clock that
/// stands at 2026-03-05 09:00 until it is moved. On either engine: a test of the line is registered with both.
class LineFixture
{
public:
    explicit LineFixture(const QString& folder = {})
        : LineFixture(onServer() ? store::HallPlace(cluster().url(cluster().createDatabase())) : store::HallPlace(folder))
    {
    }
    explicit LineFixture(const store::HallPlace& place)
        : m_place(place.url().isEmpty() ? store::HallPlace(m_temporary.path()) : place)
        , clock(base::fromIso(QStringLiteral("2026-03-05T09:00:00+08:00")).value())
        , m_store(m_place.onServer() ? store::LineStore::createOn(m_place).value()
                                     : store::LineStore::create(m_place.url(), key()).value())
        , queue(m_store.connection(), clock)
        , desks(m_store.connection(), clock)
        , announcements(m_store.connection(), clock)
        , appointments(m_store.connection(), clock)
    {
        const base::Status seeded = m_store.connection().transaction(
            sql::Mode::Write, [&] { return m_store.connection().script(kSeed); });
        Q_ASSERT(seeded.ok());
        const base::Status named = m_store.setSetting(QStringLiteral("hall_id"), QStringLiteral("fixture")); // it is finished
        Q_ASSERT(named.ok());
        for (int desk : {1, 2}) {
            const auto opened = desks.open(desk, {QStringLiteral("A1"), QStringLiteral("A2")}, QStringLiteral("clerk"));
            Q_ASSERT(opened.ok());
        }
    }

    static QByteArray key() { return QByteArray(32, '\x42'); }
    QString folder() const { return m_place.url(); }
    const store::HallPlace& place() const { return m_place; }
    /// Another connection to the same line.
    static store::LineStore open(const store::HallPlace& place)
    {
        return place.onServer() ? store::LineStore::open(place).value() : store::LineStore::open(place.url(), key()).value();
    }
    store::LineStore open() const { return open(m_place); }
    /// HALL_TEST_ENGINE=postgresql runs the same tests on a server of their own.
    static bool onServer() { return qEnvironmentVariable("HALL_TEST_ENGINE") == QLatin1StringView("postgresql"); }
    static PrivateCluster& cluster()
    {
        static PrivateCluster cluster;
        return cluster;
    }
    sql::Connection& line() { return m_store.connection(); }

    queue::Ticket issue(const QString& service = QStringLiteral("A1"),
                        const QString& priorityClass = QStringLiteral("ordinary"))
    {
        queue::IssueRequest request;
        request.key = QUuid::createUuid();
        request.service = service;
        request.priorityClass = priorityClass;
        return queue.issue(request).value().ticket;
    }

private:
    static constexpr const char* kSeed = R"(
        INSERT INTO block VALUES ('reception', 'A', 1), ('legal', 'B', 2);
        INSERT INTO service (code, block, position) VALUES ('A1', 'reception', 1), ('A2', 'reception', 2), ('B1', 'legal', 1);
        INSERT INTO priority_class (code, rank, rate, head_start)
            VALUES ('ordinary', 0, 1.0, 0), ('elderly', 0, 1.0, 600), ('booked', 0, 1.0, 900);
        INSERT INTO policy VALUES (1, 'accumulating', 3600, 2, 60, 5);
        INSERT INTO desk (number, name) VALUES (1, '{"zh":"1 号窗口","en":"Desk 1"}'),
            (2, '{"zh":"2 号窗口","en":"Desk 2"}'), (3, '{"zh":"3 号窗口","en":"Desk 3"}');
    )";

    QTemporaryDir m_temporary;
    store::HallPlace m_place;

public:
    base::ManualClock clock;

private:
    store::LineStore m_store;

public:
    queue::Queue queue;
    queue::DeskRegister desks;
    queue::Announcements announcements;
    queue::Appointments appointments;
};

} // namespace hall::tests
