// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/seal/clean_memory.h"

#include <cstddef>
#include <cstring>
#include <malloc.h>
#include <sys/prctl.h>
#include <sys/resource.h>

namespace hall::seal {

[[gnu::noinline]] void forgetCalls()
{
    constexpr std::size_t kDepth = 256UL * 1024; // bytes; a thread has 8 MiB, or what its maker gave it
    char below[kDepth];
    explicit_bzero(below, sizeof below);
    malloc_trim(0);
}

bool closeToOthers()
{
    const rlimit none = {0, 0};
    return setrlimit(RLIMIT_CORE, &none) == 0 && prctl(PR_SET_DUMPABLE, 0) == 0;
}

} // namespace hall::seal
