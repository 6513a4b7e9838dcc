// SPDX-License-Identifier: GPL-3.0-or-later
// Empty: the targets that own the precompiled headers of the tests (CMakeLists.txt beside it) need a source.
