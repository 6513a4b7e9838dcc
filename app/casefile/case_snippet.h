// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/casefile/case_search.h"

namespace hall::sql {
struct FoldedText;
}

namespace hall::casefile {

/// Looks for folded words in a text that was folded. Each must be there.
bool holdsAll(const QString& folded, const QStringList& words);

/// The part of the text around the first of the words, and where they stand in it; its beginning where there are none. Line
/// breaks become spaces. `folded`: of the same text.
void cutSnippet(const QString& text, const sql::FoldedText& folded, const QStringList& words, CaseHit& hit);

} // namespace hall::casefile
