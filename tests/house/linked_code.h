// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QSet>
#include <QString>
#include <QStringList>

namespace hall::tests {

/// What `nm` sees in programs and static libraries.

/// Functions and data in the namespace hall that `archive` defines, demangled; without what the compiler may put
/// into any object (weak symbols: templates, inline functions).
QSet<QString> definedByLibrary(const QString& archive);

/// Everything in the namespace hall that the program holds, demangled.
QSet<QString> heldByProgram(const QString& program);

} // namespace hall::tests
