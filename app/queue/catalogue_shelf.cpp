// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/queue/catalogue_shelf.h"

#include "app/queue/texts.h"
#include "app/sql/connection.h"

#include <QJsonDocument>

namespace hall::queue {

using base::Error;
using base::ErrorCode;
using base::Result;
using base::Status;
using sql::Mode;

namespace {

QString compact(const QJsonObject& object)
{
    return QString::fromUtf8(QJsonDocument(object).toJson(QJsonDocument::Compact));
}

} // namespace

CatalogueShelf::CatalogueShelf(sql::Connection& line, const base::Clock& clock)
    : m_line(line)
    , m_clock(clock)
{
}

Result<int> CatalogueShelf::publish(const rules::Catalogue& catalogue, const Policy& policy, const QString& actor)
{
    for (const rules::PriorityClass& c : catalogue.classes) {
        if (!policy.find(c.code))
            return Error{ErrorCode::CatalogueInvalid,
                         tr("The class \"%1\" has no rule in the policy. Add it to policy.json.").arg(c.code)};
    }
    return m_line.transaction(Mode::Write, [&]() -> Result<int> {
        HALL_TRY(projectBlocks(catalogue));
        HALL_TRY(projectServices(catalogue));
        HALL_TRY(projectClasses(catalogue, policy));
        HALL_TRY(projectDesks(catalogue));
        HALL_ASSIGN(const auto version,
                    m_line.value<int>("INSERT INTO catalogue (published_at, published_by, document, policy) "
                                      "VALUES ($1, $2, $3, $4) RETURNING version",
                                      m_clock.now(), actor, compact(rules::toJson(catalogue)), compact(toJson(policy))));
        return version.value_or(0);
    });
}

Status CatalogueShelf::projectBlocks(const rules::Catalogue& catalogue)
{
    // Prefixes may change places; the unique column must not be in the way while they do.
    HALL_TRY(m_line.execute("UPDATE block SET prefix = '-' || code"));
    int position = 0;
    for (const rules::Block& block : catalogue.blocks)
        HALL_TRY(m_line.execute("INSERT INTO block (code, prefix, position) VALUES ($1, $2, $3) ON CONFLICT (code) DO "
                                "UPDATE SET prefix = excluded.prefix, position = excluded.position",
                                block.code, block.prefix, ++position));
    return {};
}

Status CatalogueShelf::projectServices(const rules::Catalogue& catalogue)
{
    HALL_TRY(m_line.execute("UPDATE service SET retired = 1"));
    int position = 0;
    for (const rules::Service& service : catalogue.services)
        HALL_TRY(m_line.execute("INSERT INTO service (code, block, position) VALUES ($1, $2, $3) ON CONFLICT (code) DO "
                                "UPDATE SET block = excluded.block, position = excluded.position, retired = 0",
                                service.code, service.block, ++position));
    HALL_ASSIGN(const auto awaited,
                m_line.value<QString>("SELECT s.code FROM service s WHERE s.retired = 1 AND (EXISTS (SELECT 1 FROM ticket t "
                                      "WHERE t.service = s.id AND t.state = 'waiting') OR EXISTS (SELECT 1 FROM ticket t "
                                      "WHERE t.service = s.id AND t.state = 'parked')) LIMIT 1"));
    if (awaited)
        return Error{ErrorCode::CatalogueInvalid,
                     tr("Visitors wait for the service \"%1\", which the new catalogue leaves out. Serve or transfer them "
                        "first.")
                         .arg(*awaited)};
    return m_line.execute("DELETE FROM desk_service WHERE service IN (SELECT id FROM service WHERE retired = 1)");
}

Status CatalogueShelf::projectClasses(const rules::Catalogue& catalogue, const Policy& policy)
{
    HALL_TRY(m_line.execute("UPDATE priority_class SET retired = 1"));
    for (const rules::PriorityClass& c : catalogue.classes) {
        const ClassRule rule = policy.effective(*policy.find(c.code));
        HALL_TRY(m_line.execute("INSERT INTO priority_class (code, rank, rate, head_start) VALUES ($1, $2, $3, $4) "
                                "ON CONFLICT (code) DO UPDATE SET rank = excluded.rank, rate = excluded.rate, "
                                "head_start = excluded.head_start, retired = 0",
                                c.code, rule.rank, rule.rate, rule.headStart));
    }
    return m_line.execute("INSERT INTO policy (id, kind, bound_s, no_show_calls, no_show_seconds, undo_seconds) "
                          "VALUES (1, $1, $2, $3, $4, $5) ON CONFLICT (id) DO UPDATE SET kind = excluded.kind, "
                          "bound_s = excluded.bound_s, no_show_calls = excluded.no_show_calls, "
                          "no_show_seconds = excluded.no_show_seconds, undo_seconds = excluded.undo_seconds",
                          policyName(policy.kind), policy.bound, policy.noShowCalls, policy.noShowSeconds,
                          policy.undoSeconds);
}

Status CatalogueShelf::projectDesks(const rules::Catalogue& catalogue)
{
    HALL_TRY(m_line.execute("UPDATE desk SET retired = 1"));
    for (const rules::DeskPlan& desk : catalogue.desks) {
        const QJsonObject names{{QStringLiteral("zh"), desk.name.zh}, {QStringLiteral("en"), desk.name.en}};
        HALL_TRY(m_line.execute("INSERT INTO desk (number, name) VALUES ($1, $2) ON CONFLICT (number) DO UPDATE SET "
                                "name = excluded.name, retired = 0, version = desk.version + 1",
                                desk.number, compact(names)));
    }
    return m_line.execute("UPDATE desk SET state = 'closed', staff = '', version = version + 1 "
                          "WHERE retired = 1 AND state <> 'closed'");
}

Result<CatalogueShelf::InForce> CatalogueShelf::current()
{
    HALL_ASSIGN(auto rows, m_line.query("SELECT version, document, policy FROM catalogue ORDER BY version DESC LIMIT 1"));
    HALL_ASSIGN(const bool found, rows.next());
    if (!found)
        return Error{ErrorCode::CatalogueInvalid,
                     tr("The hall has no catalogue yet. Load one with: hallctl catalogue load FOLDER")};
    InForce inForce;
    inForce.version = rows.get<int>(0);
    HALL_ASSIGN(inForce.catalogue,
                rules::catalogueFromJson(QJsonDocument::fromJson(rows.get<QString>(1).toUtf8()).object()));
    HALL_ASSIGN(inForce.policy, readPolicy(rows.get<QString>(2).toUtf8(), QStringLiteral("policy")));
    return inForce;
}

Result<int> CatalogueShelf::version()
{
    HALL_ASSIGN(const auto version, m_line.value<int>("SELECT coalesce(max(version), 0) FROM catalogue"));
    return version.value_or(0);
}

} // namespace hall::queue
