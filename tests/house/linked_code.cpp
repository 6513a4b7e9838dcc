// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/house/linked_code.h"

#include <QDebug>
#include <QProcess>

namespace hall::tests {
namespace {

/// Symbols whose kind is one of `kinds` and whose demangled name begins with hall::.
QSet<QString> symbols(const QString& file, QStringView kinds)
{
    QProcess nm;
    nm.start(QStringLiteral("nm"), {QStringLiteral("-C"), QStringLiteral("--defined-only"), file});
    if (!nm.waitForFinished(60000) || nm.exitCode() != 0)
        qWarning() << "nm:" << file << nm.readAllStandardError();
    QSet<QString> found;
    const QStringList lines = QString::fromUtf8(nm.readAllStandardOutput()).split(u'\n');
    for (const QString& line : lines) {
        // "0000000000001234 T hall::store::CaseStore::open(…)"
        const QString kind = line.section(u' ', 1, 1);
        const QString name = line.section(u' ', 2);
        if (kind.size() == 1 && kinds.contains(kind.front()) && name.startsWith(QLatin1StringView("hall::")))
            found << name;
    }
    return found;
}

} // namespace

QSet<QString> definedByLibrary(const QString& archive)
{
    return symbols(archive, u"TDBR");
}

QSet<QString> heldByProgram(const QString& program)
{
    return symbols(program, u"TtDdBbRrWwVu");
}

} // namespace hall::tests
