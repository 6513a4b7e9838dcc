// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

/// In a program that links the objects of `hall_wiping_heap`, whatever the heap gets back is cleared first: `free`,
/// `realloc` and with them `delete`, of our code and of every library (Qt's texts, OpenSSL, libpq, ICU). So a text that
/// was on the screen is nowhere any more once nothing shows it. Only hall-desk and hallctl do: they alone open cases.
namespace hall::seal {

/// False where the heap is not glibc's, and under the sanitizers, which have one of their own: nothing is replaced
/// there.
bool wipesFreedHeap();

} // namespace hall::seal
