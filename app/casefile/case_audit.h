// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/base/progress.h"
#include "app/casefile/case_file.h"
#include "app/store/hall_folder.h"

#include <optional>

namespace hall::casefile {

inline const QString kEntryAdded = QStringLiteral("entry-added");
inline const QString kCaseOpened = QStringLiteral("case-opened");
inline const QString kCaseOpenedOutside = QStringLiteral("case-opened-outside-duty");
inline const QString kCaseRefused = QStringLiteral("case-refused");
inline const QString kCaseSearch = QStringLiteral("case-search");

/// "2026-000123 4 9f…": case, entry, hash. With it the audit trail witnesses each entry, so that a case whose newest
/// entries were cut off, or that was removed as a whole, is found.
QString auditSubject(const QString& number, qint64 sequence, const QByteArray& hash);

struct Broken
{
    QString number;      ///< of the case; empty: the audit trail itself
    qint64 sequence = 0; ///< of the entry, or of the audit record; 0: the case as a whole
    QString why;
    bool operator==(const Broken&) const = default;
};

struct CaseVerdict
{
    qint64 cases = 0;
    qint64 entries = 0;
    QList<Broken> broken;
};

/// Walks every chain and every signature of the cases, the grants of their keys, and what the audit trail knows of them. No
/// key is needed, so whoever audits reads no case. Cases of workspaces are walked with the others, but named and counted only
/// where they are broken. `number`: that case alone, of an ordinary block.
/// Errors: CaseNotFound, SignatureInvalid (the roster itself), Cancelled, and the store's.
base::Result<CaseVerdict> verifyCases(store::CaseOffice& office, const std::optional<QString>& number = std::nullopt,
                                      const base::Progress& progress = {});

} // namespace hall::casefile
