// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/sql/sqlcipher/wiping_memory.h"

#include <algorithm>
#include <cstddef>
#include <cstdlib>
#include <cstring>
#include <sqlite3.h>

namespace hall::sql::sqlcipher {

namespace {

/// In front of each block: how long it is.
struct alignas(std::max_align_t) Header
{
    std::size_t size;
};

Header* headerOf(void* block)
{
    return static_cast<Header*>(block) - 1;
}

void* take(int size)
{
    auto* header = static_cast<Header*>(std::malloc(sizeof(Header) + static_cast<std::size_t>(size)));
    if (!header)
        return nullptr;
    header->size = static_cast<std::size_t>(size);
    return header + 1;
}

void giveBack(void* block)
{
    Header* header = headerOf(block);
    explicit_bzero(block, header->size);
    std::free(header);
}

int sizeOf(void* block)
{
    return block ? static_cast<int>(headerOf(block)->size) : 0;
}

/// Never in place: the C library may leave a copy behind.
void* resize(void* block, int size)
{
    void* other = take(size);
    if (!other)
        return nullptr;
    std::memcpy(other, block, std::min(headerOf(block)->size, static_cast<std::size_t>(size)));
    giveBack(block);
    return other;
}

int rounded(int size)
{
    constexpr int kStep = 8;
    return (size + kStep - 1) / kStep * kStep;
}

int begin(void*)
{
    return SQLITE_OK;
}

void end(void*) {}

} // namespace

bool wipeFreedMemory()
{
    static const bool installed = [] {
        static const sqlite3_mem_methods methods = {take, giveBack, resize, sizeOf, rounded, begin, end, nullptr};
        return sqlite3_config(SQLITE_CONFIG_MALLOC, &methods) == SQLITE_OK;
    }();
    return installed;
}

} // namespace hall::sql::sqlcipher
