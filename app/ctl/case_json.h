// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/casefile/case_audit.h"
#include "app/casefile/case_clocks.h"
#include "app/casefile/case_file.h"
#include "app/ctl/deadline_command.h"

#include <QJsonArray>
#include <QJsonObject>

namespace hall::ctl {

/// {"id","number","block","state","category","handler","ticket","opened_at","changed_at","entry_count"}.
QJsonObject summaryJson(const casefile::CaseSummary& summary);
/// {"case","seq","kind","author","at","hash","content"}.
QJsonObject entryJson(const QString& number, const casefile::CaseEntry& entry);
/// A reckoning with {"light","days_left","started_by","stopped_by","suspended_days"}; "due" has the suspended days in it.
base::Result<QJsonObject> clockJson(const rules::CaseClock& clock, QDate today, const Law& law, const QString& language);
/// The summary with "entries" and "deadlines".
base::Result<QJsonObject> caseJson(const casefile::CaseFile& file, QDate today, const Law& law, const QString& language);
/// The case as a story: what it is about, what happened, what must happen by when.
base::Result<QString> caseStory(const casefile::CaseFile& file, const rules::CaseworkBook& casework, QDate today, const Law& law,
                                const QString& language);
/// [{"case","entry","why"}].
QJsonArray brokenJson(const QList<casefile::Broken>& broken);

} // namespace hall::ctl
