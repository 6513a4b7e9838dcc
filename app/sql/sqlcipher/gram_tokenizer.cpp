// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/sql/sqlcipher/gram_tokenizer.h"

#include "app/sql/grams.h"

#include <sqlite3.h>

namespace hall::sql::sqlcipher {

namespace {

int create(void*, const char**, int, Fts5Tokenizer** tokenizer)
{
    // It has no state; FTS5 wants something that is not null.
    static char stateless = 0;
    *tokenizer = reinterpret_cast<Fts5Tokenizer*>(&stateless);
    return SQLITE_OK;
}

void destroy(Fts5Tokenizer*) {}

int tokenize(Fts5Tokenizer*, void* context, int flags, const char* text, int size,
             int (*token)(void*, int, const char*, int, int, int))
{
    if ((flags & FTS5_TOKENIZE_QUERY) != 0)
        return size == 0 ? SQLITE_OK : token(context, 0, text, size, 0, size);
    const auto sink = [&](std::size_t begin, std::size_t end) {
        return token(context, 0, text + begin, static_cast<int>(end - begin), static_cast<int>(begin), static_cast<int>(end));
    };
    return forEachToken({text, static_cast<std::size_t>(size)}, sink);
}

fts5_api* api(sqlite3* handle)
{
    fts5_api* found = nullptr;
    sqlite3_stmt* statement = nullptr;
    if (sqlite3_prepare_v2(handle, "SELECT fts5(?1)", -1, &statement, nullptr) == SQLITE_OK) {
        sqlite3_bind_pointer(statement, 1, static_cast<void*>(&found), "fts5_api_ptr", nullptr);
        sqlite3_step(statement);
    }
    sqlite3_finalize(statement);
    return found;
}

} // namespace

bool registerGramTokenizer(sqlite3* handle)
{
    fts5_api* fullText = api(handle);
    fts5_tokenizer functions = {create, destroy, tokenize};
    return fullText && fullText->xCreateTokenizer(fullText, "hall_grams", nullptr, &functions, nullptr) == SQLITE_OK;
}

} // namespace hall::sql::sqlcipher
