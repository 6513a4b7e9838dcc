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
    HALL_ASSIGN(m_law, readLaw(rules, QString()));
    HALL_ASSIGN(m_rules, casefile::CaseRules::read(rules));
    HALL_TRY(m_desk.open());
    HALL_ASSIGN(m_person, m_desk.signIn(m_context.actor()));
    return {};
}

Status CaseDesk::remember()
{
    return store::compareTrailWithLine(m_desk.line(), m_desk.office());
}

} // namespace hall::ctl
