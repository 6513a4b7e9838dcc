// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

struct sqlite3;

namespace hall::sql::sqlcipher {

/// Makes the tokenizer `hall_grams` known to a connection (see full_text.h). Texts are to be handed in folded; a string of a
/// query is one token as it stands. False where the engine has no full-text search.
bool registerGramTokenizer(sqlite3* handle);

} // namespace hall::sql::sqlcipher
