// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/casefile/case_files.h"
#include "app/sql/connection.h"
#include "tests/support/private_cluster.h"

#include <QJsonArray>
#include <QTemporaryDir>
#include <memory>

namespace hall::tests {

/// A hall for tests of case files: li and wang of the reception, zhao of mediation, chen of both, lin who guides; everybody's
/// passphrase is their login. On either engine. The clock stands at 2026-03-05 09:00 until it is moved.
class CaseHall
{
public:
    CaseHall()
        : clock(base::fromIso(QStringLiteral("2026-03-05T09:00:00+08:00")).value())
        , m_place(onServer() ? store::HallPlace(cluster().url(cluster().createDatabase()), m_folder.filePath(QStringLiteral("own")))
                             : store::HallPlace(m_folder.filePath(QStringLiteral("hall"))))
    {
        const base::Status made = store::makeHall(plan(m_place), clock);
        if (!made.ok()) {
            m_complaint = made.error().message;
            return;
        }
        open();
        const auto li = signIn("li");
        const auto zhao = signIn("zhao");
        for (const auto& [block, member, granter] : {std::tuple("reception", "wang", &li), std::tuple("reception", "chen", &li),
                                                     std::tuple("mediation", "chen", &zhao)}) {
            if (const auto granted = office->staff().grant(QString::fromLatin1(block), QString::fromLatin1(member), *granter);
                !granted.ok())
                m_complaint = granted.error().message;
        }
    }

    QString complaint() const { return m_complaint; }
    void open() { office = store::CaseOffice::open(m_place, clock).value(); }
    store::SignedIn signIn(const char* login)
    {
        return office->staff().signIn(QString::fromLatin1(login), seal::SecretBuffer::copyOf(login)).value();
    }
    casefile::CaseFiles files(const store::SignedIn& person)
    {
        return casefile::CaseFiles(*office, person, rules, QStringLiteral("zh"));
    }
    sql::Connection& db() { return office->store().connection(); }
    const store::HallPlace& place() const { return m_place; }
    /// Where another hall can be made, on the same engine.
    store::HallPlace emptyPlace()
    {
        const QString own = m_folder.filePath(QStringLiteral("other-%1").arg(++m_others));
        return onServer() ? store::HallPlace(cluster().url(cluster().createDatabase()), own) : store::HallPlace(own);
    }
    static bool onServer() { return qEnvironmentVariable("HALL_TEST_ENGINE") == QLatin1StringView("postgresql"); }

    static QJsonObject registration(const QString& name = QStringLiteral("王大爷"))
    {
        return {{QStringLiteral("request"), QStringLiteral("楼上漏水，要求赔偿")},
                {QStringLiteral("facts"), QStringLiteral("三月一日起厨房顶部渗水")},
                {QStringLiteral("type"), QStringLiteral("appeal")},
                {QStringLiteral("petitioners"), QJsonArray{QJsonObject{{QStringLiteral("name"), name}}}}};
    }
    static QJsonObject text(const QString& words) { return {{QStringLiteral("text"), words}}; }

private:
    static PrivateCluster& cluster()
    {
        static PrivateCluster cluster;
        return cluster;
    }
    static store::HallPlan plan(const store::HallPlace& place)
    {
        store::HallPlan plan;
        plan.place = place;
        plan.cost = seal::KdfCost::cheapForTests();
        const QString reception = QStringLiteral("reception");
        const QString mediation = QStringLiteral("mediation");
        const QString accusations = QStringLiteral("accusations");
        plan.blocks = {reception, mediation, accusations, store::kSupervisorsGroup};
        const auto add = [&](const QString& login, const QString& role, const QStringList& blocks = {}) {
            plan.people.push_back({{login, login, {role}, blocks, true}, seal::SecretBuffer::copyOf(login.toUtf8())});
        };
        add(QStringLiteral("sys"), store::role::kSystem);
        add(QStringLiteral("sec"), store::role::kSecurity);
        add(QStringLiteral("aud"), store::role::kAudit);
        add(QStringLiteral("lin"), store::role::kGuide);
        add(QStringLiteral("li"), store::role::kReception, {reception});
        add(QStringLiteral("wang"), store::role::kReception, {reception});
        add(QStringLiteral("zhao"), store::role::kMediator, {mediation});
        add(QStringLiteral("he"), store::role::kReception, {accusations});
        add(QStringLiteral("jin"), store::role::kReception, {accusations});
        add(QStringLiteral("xu"), store::role::kSupervisor, {store::kSupervisorsGroup});
        add(QStringLiteral("chen"), store::role::kMediator, {reception, mediation});
        return plan;
    }

    QTemporaryDir m_folder;

public:
    base::ManualClock clock;
    casefile::CaseRules rules = casefile::CaseRules::read({}).value();
    std::unique_ptr<store::CaseOffice> office;

private:
    store::HallPlace m_place;
    QString m_complaint;
    int m_others = 0;
};

} // namespace hall::tests
