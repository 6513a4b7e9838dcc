// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QProcess>
#include <QTemporaryDir>

namespace hall::tests {

/// A PostgreSQL server of one's own in a temporary folder, reached through a socket in it; gone with the object. Run by root,
/// the server runs as the account `postgres`, since it refuses root.
class PrivateCluster
{
public:
    PrivateCluster();
    ~PrivateCluster();

    bool isRunning() const { return m_server.state() == QProcess::Running; }
    QString complaint() const { return m_complaint; }
    /// Of a database; `user` is the cluster's owner where none is given.
    QString url(const QString& database, const QString& user = {}) const;
    /// A new, empty database; its name.
    QString createDatabase();

    bool start();
    enum class Stop { Fast, Immediate };
    void stop(Stop how = Stop::Fast);

private:
    bool make();
    QString tool(const char* name) const;
    void asOrdinaryUser(QProcess& process) const;

    QTemporaryDir m_folder;
    QProcess m_server;
    QString m_complaint;
    int m_made = 0;
};

} // namespace hall::tests
