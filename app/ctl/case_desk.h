// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/casefile/case_index.h"
#include "app/casefile/hall_calendar.h"
#include "app/ctl/deadline_command.h"
#include "app/ctl/staff_desk.h"

namespace hall::ctl {

constexpr int kCatchUpSlice = 500; ///< cases that a catch-up looks at in one transaction

/// Case files and the law, with somebody signed in: what every command about cases begins with.
class CaseDesk
{
public:
    CaseDesk(CommandContext& context, PassphraseSource& passphrases);

    /// `rules`: a folder whose files go before the programs' own; empty: the programs' own.
    base::Status open(const QString& rules);
    casefile::CaseFiles files() { return {m_desk.office(), *m_person, m_rules, m_context.language()}; }
    /// After something was written: from now on it cannot be rolled back unnoticed.
    base::Status remember();

    QDate today() const { return base::hallDay(m_context.clock().now()); }
    const Law& law() const { return m_law; }
    const casefile::CaseRules& rules() const { return m_rules; }
    const rules::CaseworkBook& casework() const { return m_rules.casework; }
    /// Somebody's vault, brought up to date: lists and look-ups without opening every case. `slices`: how much is done at most;
    /// what is left is done by the next call.
    base::Result<casefile::CaseIndex*> index(int slices = 20);
    bool indexComplete() const { return m_indexComplete; }
    /// The hall's days off: in force, and before.
    const casefile::HallCalendar& calendar() const { return m_calendar; }
    store::CaseOffice& office() { return m_desk.office(); }
    store::LineStore& line() { return m_desk.line(); }
    const store::SignedIn& person() const { return *m_person; }

private:
    CommandContext& m_context;
    StaffDesk m_desk;
    Law m_law;
    casefile::CaseRules m_rules;
    casefile::HallCalendar m_calendar;
    std::optional<store::SignedIn> m_person;
    std::unique_ptr<store::Vault> m_vault;
    std::unique_ptr<casefile::CaseIndex> m_index;
    bool m_indexComplete = false;
};

/// The groups of commands about cases that have files of their own; added to `hallctl case`.
struct CaseCommandGroup
{
    CLI::App& group;
    CommandContext& context;
    std::shared_ptr<PassphraseSource> passphrases;
    std::shared_ptr<std::string> rules; ///< of --rules
};
void addCaseImport(const CaseCommandGroup& cases);
void addCaseDeadlines(const CaseCommandGroup& cases);
void addCaseAttachments(const CaseCommandGroup& cases);
void addCaseSearch(const CaseCommandGroup& cases);

} // namespace hall::ctl
