// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/house/source_tree.h"

#include <QDir>
#include <QDirIterator>
#include <QFile>
#include <QFileInfo>

#include <algorithm>

namespace hall::tests {

std::vector<SourceFile> readSources(const QString& root, const QStringList& folders, const QStringList& patterns)
{
    std::vector<SourceFile> files;
    const QDir top(root);
    for (const QString& folder : folders) {
        if (const QFileInfo single(top.filePath(folder)); single.isFile()) {
            if (QFile file(single.filePath()); file.open(QIODevice::ReadOnly))
                files.push_back(madeUp(folder, QString::fromUtf8(file.readAll())));
            continue;
        }
        QDirIterator it(top.filePath(folder), patterns, QDir::Files, QDirIterator::Subdirectories);
        while (it.hasNext()) {
            QFile file(it.next());
            if (file.open(QIODevice::ReadOnly))
                files.push_back(madeUp(top.relativeFilePath(file.fileName()), QString::fromUtf8(file.readAll())));
        }
    }
    std::sort(files.begin(), files.end(), [](const auto& a, const auto& b) { return a.path < b.path; });
    return files;
}

SourceFile madeUp(const QString& path, const QString& text)
{
    QStringList lines = text.split(u'\n');
    if (!lines.isEmpty() && lines.last().isEmpty())
        lines.removeLast();
    return {path, lines};
}

} // namespace hall::tests
