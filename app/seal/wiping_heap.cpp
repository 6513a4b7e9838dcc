// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/seal/wiping_heap.h"

#include <algorithm>
#include <cerrno>
#include <cstdlib>
#include <cstring>
#include <malloc.h>

#if defined(__GLIBC__) && !defined(HALL_HEAP_IS_WATCHED)
#define HALL_WIPES_HEAP 1
#else
#define HALL_WIPES_HEAP 0
#endif

#if HALL_WIPES_HEAP

// The heap under the names that glibc keeps for those who put functions of their own in front. No look-up by name is
// needed, so these work from the first call on, before any constructor has run.
extern "C" {
void* __libc_malloc(std::size_t size);
void __libc_free(void* block);

[[gnu::visibility("default")]] void free(void* block)
{
    if (!block)
        return;
    const int before = errno; // POSIX: free leaves it alone
    explicit_bzero(block, malloc_usable_size(block));
    __libc_free(block);
    errno = before;
}

/// Never by the heap's own: it leaves a copy behind where it moves, and the tail where it shrinks. A block that is
/// large enough and not much too large stays.
[[gnu::visibility("default")]] void* realloc(void* block, std::size_t size)
{
    if (!block)
        return __libc_malloc(size);
    if (size == 0) {
        free(block);
        return nullptr;
    }
    const std::size_t had = malloc_usable_size(block);
    if (size <= had && size >= had / 2) {
        explicit_bzero(static_cast<char*>(block) + size, had - size);
        return block;
    }
    void* other = __libc_malloc(size);
    if (!other)
        return nullptr;
    std::memcpy(other, block, std::min(had, size));
    free(block);
    return other;
}
}

#endif

namespace hall::seal {

bool wipesFreedHeap()
{
    return HALL_WIPES_HEAP != 0;
}

} // namespace hall::seal
