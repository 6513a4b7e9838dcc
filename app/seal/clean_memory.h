// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

namespace hall::seal {

/// Clears what calls that have returned left on this thread's stack, as far down as they are likely to have come (256
/// KiB), and gives the heap's spare pages back to the system. After signing out, on each thread that had clear texts.
void forgetCalls();

/// No core file, and no other process of this account may look into this one's memory; the first thing that a program
/// which opens cases does. False where the system refuses.
bool closeToOthers();

} // namespace hall::seal
