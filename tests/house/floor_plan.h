// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "tests/house/source_tree.h"

#include <QHash>

namespace hall::tests {

/// Which room lies on which floor, as docs/architecture.md draws it, and what breaks the rule that an include (or a QML
/// import) goes down only: never up, never sideways between two rooms of one floor.
class FloorPlan
{
public:
    /// Reads the lines "8  ui/kiosk  ui/board …" of the document; words that are no room are passed over.
    static FloorPlan fromDocument(const SourceFile& document);

    /// -1 for a room that the plan does not know.
    int floorOf(const QString& room) const { return m_floors.value(room, -1); }
    QStringList rooms() const { return m_floors.keys(); }

    /// One line a violation: "app/store/a.cpp:3: includes app/queue/b.h, a floor up (2 → 3)".
    QStringList violations(const std::vector<SourceFile>& files) const;

private:
    QString judge(const QString& from, const QString& to) const;

    QHash<QString, int> m_floors;
};

/// "app/store" of "app/store/line_store.h"; empty for what lies in no room.
QString roomOf(const QString& path);

} // namespace hall::tests
