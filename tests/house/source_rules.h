// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "tests/house/source_tree.h"

namespace hall::tests {

/// House style that a machine can see. Each answers one line a violation, "path:line: what".

/// A file past `most` lines wants to be two.
QStringList longFiles(const std::vector<SourceFile>& files, int most);

/// A function past `most` lines (from its opening to its closing brace) wants to be two. Told by the layout that
/// clang-format gives: the opening brace of a function stands on a line of its own.
QStringList longFunctions(const std::vector<SourceFile>& files, int most);

/// Each file names its licence in its first three lines.
QStringList withoutLicence(const std::vector<SourceFile>& files);

/// Words that a QML file shows without qsTr, so that no translator ever sees them.
QStringList untranslatedQml(const std::vector<SourceFile>& files);

} // namespace hall::tests
