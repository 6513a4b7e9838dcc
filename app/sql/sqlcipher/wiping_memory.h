// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

namespace hall::sql::sqlcipher {

/// Everything that the engine gives back is wiped first: pages, keys, texts. Before the engine is used for the first time; for
/// all stores of the program.
///
/// `cipher_memory_security` does the same and locks each allocation besides, with two calls of the system for each; full-text
/// search, which allocates a great deal, then takes 17 times as long (docs/security.md). False where the engine runs already.
bool wipeFreedMemory();

} // namespace hall::sql::sqlcipher
