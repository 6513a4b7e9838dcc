// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QList>
#include <QString>

namespace hall::setup {

/// What a program needs of a hall, looked at one by one.
struct HallCheck
{
    enum class Part { Folder, Line, LineKey, Opens, CaseKey };
    enum class Outcome { Good, Attention, Bad };

    struct Finding
    {
        Part part;
        Outcome outcome;
        QString text; ///< what was found and, unless good, what to do
        bool operator==(const Finding&) const = default;
    };

    QString folder;
    QString hallName;
    QList<Finding> findings;
    bool mayJoin() const;

    /// Looks at files, keys and rights and opens the line; touches a disk, so it belongs on a worker's thread.
    /// `kind` is "kiosk", "board" or "desk": only a desk's account may read the case store's key.
    /// `folder` may be a server's address.
    static HallCheck of(const QString& folder, const QString& kind);

private:
    static HallCheck ofServer(const QString& address, const QString& kind);
};

} // namespace hall::setup
