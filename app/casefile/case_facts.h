// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/casefile/case_files.h"
#include "app/document/form.h"
#include "app/rules/router.h"

namespace hall::casefile {

/// What a case says to forms: one set of facts for all of them, so that nothing is typed twice. What was corrected is as corrected;
/// dates are computed by the rules, each from its clock. `route`: the answers of a legal-channel conversation; empty: those
/// of the newest entry `talked`.
struct FactSource
{
    const CaseFile& file;
    const CaseRules& rules;
    const rules::Router& router;
    QDate today;
    QString language;
    rules::Facts route = {};
};

/// Errors: InvalidArgument (an answer of the conversation that is none), RuleUnknown.
base::Result<document::Facts> caseFacts(const FactSource& source, const document::FormBook& forms);

} // namespace hall::casefile
