// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

namespace hall::sql {
class Connection;
}

namespace hall::store {

/// Names of the files of a hall's folder (the embedded engine). A hall on a server has the keys alone, in the folder that
/// each machine keeps for it.
struct HallFiles
{
    QString folder;
    QString line() const { return folder + QStringLiteral("/line.db"); }
    QString lineLock() const { return folder + QStringLiteral("/line.lock"); }
    QString lineBell() const { return folder + QStringLiteral("/line.bell"); }
    QString cases() const { return folder + QStringLiteral("/case.db"); }
    QString casesLock() const { return folder + QStringLiteral("/case.lock"); }
    QString casesBell() const { return folder + QStringLiteral("/case.bell"); }
    QString keys() const { return folder + QStringLiteral("/keys"); }
    /// What a kiosk keeps while a server is away.
    QString outbox() const { return folder + QStringLiteral("/outbox.db"); }
};

/// Where a hall's store lies, and what this machine keeps of it.
class HallPlace
{
public:
    /// A folder (the embedded engine), or `postgresql://…`. `own` is this machine's folder for a hall on a server: keys, the
    /// kiosk's outbox; where it is empty, one of this account under the system's data folder, a different one for each server.
    HallPlace(const QString& url, const QString& own = {}); // NOLINT(google-explicit-constructor): a place is said as its address

    bool onServer() const { return isServer(m_url); }
    const QString& url() const { return m_url; }
    /// Keys lie under it; the whole hall, where the hall is a folder.
    HallFiles files() const { return {m_own}; }
    /// The address without a password, for people.
    QString shown() const;

    static bool isServer(const QString& url);

private:
    QString m_url;
    QString m_own;
};

} // namespace hall::store
