// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/ctl/case_desk.h"

#include "app/store/line_witness.h"

namespace hall::ctl {

using base::Status;

CaseDesk::CaseDesk(CommandContext& context, PassphraseSource& passphrases)
    : m_context(context)
    , m_desk(context, passphrases)
{
}

Status CaseDesk::open(const QString& rules)
{
    HALL_TRY(m_desk.open());
    HALL_ASSIGN(m_calendar, casefile::hallCalendar(m_desk.line()));
    HALL_ASSIGN(m_rules, casefile::rulesOf(m_desk.line(), rules));
    m_law = {m_rules.deadlines, m_rules.calendar};
    HALL_ASSIGN(m_person, m_desk.signIn(m_context.actor()));
    return {};
}

base::Result<casefile::CaseIndex*> CaseDesk::index(int slices)
{
    if (!m_index) {
        HALL_ASSIGN(const store::HallPlace place, m_context.place());
        HALL_ASSIGN(m_vault, store::Vault::open(place, m_desk.office(), *m_person));
        m_index = std::make_unique<casefile::CaseIndex>(*m_vault, m_desk.office(), *m_person, m_rules);
    }
    m_indexComplete = false;
    for (int slice = 0; slice < slices && !m_indexComplete; ++slice) {
        HALL_ASSIGN(const casefile::CatchUp came, m_index->catchUp(kCatchUpSlice));
        m_indexComplete = came.finished;
    }
    return m_index.get();
}

Status CaseDesk::remember()
{
    return store::compareTrailWithLine(m_desk.line(), m_desk.office());
}

} // namespace hall::ctl
