// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/desk/cases/law_shelf.h"

#include "app/casefile/hall_calendar.h"

namespace hall::desk {

base::Result<CaseLawPointer> LawShelf::inForce(station::DeskRoom& room)
{
    // Before the rules themselves: what is published in between is read at the next look.
    HALL_ASSIGN(const int calendar, casefile::calendarVersion(room.line.store));
    const int catalogue = room.line.catalogue.version().valueOr(0);
    if (m_law && m_calendar == calendar && m_catalogue == catalogue)
        return m_law;
    auto fresh = std::make_shared<CaseLaw>();
    HALL_ASSIGN(fresh->rules, casefile::rulesOf(room.line.store, {}));
    const auto inForce = room.line.catalogue.current();
    if (inForce.ok()) {
        for (const auto& category : inForce->catalogue.categories)
            fresh->categories.insert(category.code, {category.name.zh, category.name.en});
    }
    HALL_ASSIGN(fresh->router, rules::readRouter({}, fresh->rules.deadlines));
    HALL_ASSIGN(fresh->forms, document::readForms({}));
    m_law = std::move(fresh);
    m_calendar = calendar;
    m_catalogue = catalogue;
    return m_law;
}

} // namespace hall::desk
