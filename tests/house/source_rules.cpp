// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/house/source_rules.h"

#include <QRegularExpression>

#include <algorithm>

namespace hall::tests {
namespace {

QString at(const SourceFile& file, qsizetype index, const QString& what)
{
    return QStringLiteral("%1:%2: %3").arg(file.path).arg(index + 1).arg(what);
}

qsizetype indentOf(const QString& line)
{
    return std::distance(line.begin(), std::find_if(line.begin(), line.end(), [](QChar c) { return c != u' '; }));
}

bool opensFunction(const SourceFile& file, qsizetype index)
{
    static const QRegularExpression kQmlFunction(QStringLiteral(R"(^\s*(function\b|on[A-Z]\w*:).*\{\s*$)"));
    const QString& line = file.lines.at(index);
    if (file.path.endsWith(QLatin1StringView(".qml")))
        return kQmlFunction.match(line).hasMatch();
    if (line.trimmed() != u'{' || index == 0)
        return false;
    return true;
}

} // namespace

QStringList longFiles(const std::vector<SourceFile>& files, int most)
{
    QStringList found;
    for (const SourceFile& file : files) {
        if (file.lines.size() > most)
            found << at(file, most, QStringLiteral("%1 lines; at most %2").arg(file.lines.size()).arg(most));
    }
    return found;
}

QStringList longFunctions(const std::vector<SourceFile>& files, int most)
{
    QStringList found;
    for (const SourceFile& file : files) {
        for (qsizetype i = 0; i < file.lines.size(); ++i) {
            if (!opensFunction(file, i))
                continue;
            const QString closing = QString(indentOf(file.lines.at(i)), u' ') + u'}';
            // A type closes with "};" and is no function.
            const qsizetype end = file.lines.indexOf(closing, i + 1);
            const qsizetype type = file.lines.indexOf(closing + u';', i + 1);
            if ((type < 0 || end < type) && end - i - 1 > most)
                found << at(file, i, QStringLiteral("a function of %1 lines; at most %2").arg(end - i - 1).arg(most));
        }
    }
    return found;
}

QStringList withoutLicence(const std::vector<SourceFile>& files)
{
    const QString tag = QStringLiteral("SPDX-License-Identifier: GPL-3.0-or-later");
    QStringList found;
    for (const SourceFile& file : files) {
        const QStringList head = file.lines.mid(0, 3);
        if (std::none_of(head.begin(), head.end(), [&](const QString& line) { return line.contains(tag); }))
            found << at(file, 0, QStringLiteral("names no licence (%1)").arg(tag));
    }
    return found;
}

QStringList untranslatedQml(const std::vector<SourceFile>& files)
{
    // Two letters or more, or any Chinese, in a literal given to something that is seen or read out.
    static const QRegularExpression kBare(QStringLiteral(
        R"re(\b(text|title|placeholderText|label|hint|Accessible\.(name|description))\s*:\s*"[^"]*([A-Za-z]{2}|\p{Han})[^"]*")re"));
    QStringList found;
    for (const SourceFile& file : files) {
        for (qsizetype i = 0; i < file.lines.size(); ++i) {
            if (kBare.match(file.lines.at(i)).hasMatch())
                found << at(file, i, QStringLiteral("shows words without qsTr: ") + file.lines.at(i).trimmed());
        }
    }
    return found;
}

} // namespace hall::tests
