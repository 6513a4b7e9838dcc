// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>
#include <QStringList>

#include <vector>

namespace hall::tests {

/// One text file of the project, by its path from the project's root.
struct SourceFile {
    QString path;
    QStringList lines;
};

/// The files below `folders` whose names match one of `patterns`, in order of their paths. A folder may be a file.
std::vector<SourceFile> readSources(const QString& root, const QStringList& folders, const QStringList& patterns);

/// One file made up by a test.
SourceFile madeUp(const QString& path, const QString& text);

} // namespace hall::tests
