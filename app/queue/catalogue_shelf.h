// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/base/clock.h"
#include "app/base/result.h"
#include "app/queue/policy.h"
#include "app/rules/catalogue.h"

namespace hall::sql {
class Connection;
}

namespace hall::queue {

/// The catalogue in force, kept in the line so that every station has the same one. What is published has been read
/// whole, so a broken file never replaces a good catalogue.
class CatalogueShelf
{
public:
    CatalogueShelf(sql::Connection& line, const base::Clock& clock);

    struct InForce
    {
        int version = 0;
        rules::Catalogue catalogue;
        Policy policy;
    };

    /// Puts a catalogue and its policy in force, in one transaction; the new version's number. What left the catalogue is
    /// retired, not deleted: tickets refer to it. CatalogueInvalid when a class has no rule in the policy, or when a
    /// service that visitors wait for would go.
    base::Result<int> publish(const rules::Catalogue& catalogue, const Policy& policy, const QString& actor);
    /// CatalogueInvalid when the hall has none yet.
    base::Result<InForce> current();
    base::Result<int> version();

private:
    base::Status projectBlocks(const rules::Catalogue& catalogue);
    base::Status projectServices(const rules::Catalogue& catalogue);
    base::Status projectClasses(const rules::Catalogue& catalogue, const Policy& policy);
    base::Status projectDesks(const rules::Catalogue& catalogue);

    sql::Connection& m_line;
    const base::Clock& m_clock;
};

} // namespace hall::queue
