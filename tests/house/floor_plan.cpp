// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/house/floor_plan.h"

#include <QRegularExpression>

namespace hall::tests {
namespace {

const QRegularExpression kFloorLine(QStringLiteral(R"(^(\d+)\s+(.*\b(?:app|ui)/.*)$)"));
const QRegularExpression kRoom(QStringLiteral(R"(\b(?:app|ui)/[a-z_]+)"));
const QRegularExpression kInclude(QStringLiteral(R"re(^\s*#\s*include\s*"([^"]+)")re"));
const QRegularExpression kImport(QStringLiteral(R"(^\s*import\s+Hall\.([A-Z][A-Za-z]*))"));

/// What a line of C++ or QML asks for, as a path from the root; empty where it asks for nothing of ours.
QString wantedBy(const SourceFile& file, const QString& line)
{
    if (file.path.endsWith(QLatin1StringView(".qml"))) {
        const auto match = kImport.match(line);
        return match.hasMatch() ? QStringLiteral("ui/%1/").arg(match.captured(1).toLower()) : QString();
    }
    const auto match = kInclude.match(line);
    // What moc makes for a class inside a .cpp file stands beside nothing.
    if (!match.hasMatch() || match.captured(1).endsWith(QLatin1StringView(".moc")))
        return {};
    return match.captured(1);
}

} // namespace

QString roomOf(const QString& path)
{
    const auto match = kRoom.match(path);
    const bool isRoom = match.hasMatch() && match.capturedStart() == 0 && path.mid(match.capturedEnd()).startsWith(u'/');
    return isRoom ? match.captured() : QString();
}

FloorPlan FloorPlan::fromDocument(const SourceFile& document)
{
    FloorPlan plan;
    for (const QString& line : document.lines) {
        const auto floor = kFloorLine.match(line);
        if (!floor.hasMatch())
            continue;
        for (auto it = kRoom.globalMatch(floor.captured(2)); it.hasNext();)
            plan.m_floors.insert(it.next().captured(), floor.captured(1).toInt());
    }
    return plan;
}

QString FloorPlan::judge(const QString& from, const QString& to) const
{
    if (floorOf(from) < 0)
        return QStringLiteral("lies in a room that docs/architecture.md does not know: %1").arg(from);
    if (floorOf(to) < 0)
        return QStringLiteral("asks for a room that docs/architecture.md does not know: %1").arg(to);
    if (from == to || floorOf(to) < floorOf(from))
        return {};
    const QString way = floorOf(to) == floorOf(from) ? QStringLiteral("sideways") : QStringLiteral("a floor up");
    return QStringLiteral("goes %1: %2 (%3) → %4 (%5)").arg(way, from).arg(floorOf(from)).arg(to).arg(floorOf(to));
}

QStringList FloorPlan::violations(const std::vector<SourceFile>& files) const
{
    QStringList found;
    for (const SourceFile& file : files) {
        const QString from = roomOf(file.path);
        for (qsizetype i = 0; i < file.lines.size(); ++i) {
            const QString wanted = wantedBy(file, file.lines.at(i));
            if (wanted.isEmpty())
                continue;
            // Ours are written from the root, so "x.h" beside the file would escape this test.
            const QString to = roomOf(wanted);
            const QString why = to.isEmpty() ? QStringLiteral("is not written from the project's root: %1").arg(wanted)
                                             : judge(from, to);
            if (!why.isEmpty())
                found << QStringLiteral("%1:%2: %3").arg(file.path).arg(i + 1).arg(why);
        }
    }
    return found;
}

} // namespace hall::tests
