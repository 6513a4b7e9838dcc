// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QProcess>
#include <QTemporaryDir>
#include <memory>

namespace hall::tests {

/// A PostgreSQL server of one's own in a temporary folder, reached through a socket in it; gone with the object. Run by root,
/// the server runs as the account `postgres`, since it refuses root.
class PrivateCluster
{
public:
    /// `settings` go to the server as `-c name=value`, behind the test's own. A certificate and its key are copied to where the
    /// server may read them.
    struct Certificate
    {
        QString file;
        QString key;
    };
    explicit PrivateCluster(QStringList settings = {}, const Certificate& certificate = {});
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
    /// Every process of the server stands still, as if the network had gone; nothing is refused, nothing answers.
    void freeze();
    void thaw();

    /// A second server that follows this one, which from then on acknowledges nothing that the other does not have.
    std::unique_ptr<PrivateCluster> makeStandby();
    /// A standby becomes the one that writes.
    bool promote();
    /// An address with both.
    static QString urlOfBoth(const PrivateCluster& one, const PrivateCluster& other, const QString& database, const QString& user = {});

private:
    struct Following
    {
        const PrivateCluster& primary;
    };
    explicit PrivateCluster(const Following& standby);
    bool giveFolderToServer();
    QList<qint64> processes() const;
    bool make();
    bool initialise();
    bool take(const Certificate& certificate);
    QString port() const;
    QString tool(const char* name) const;
    void asOrdinaryUser(QProcess& process) const;

    QTemporaryDir m_folder;
    QProcess m_server;
    QStringList m_settings;
    QString m_complaint;
    int m_made = 0;
};

} // namespace hall::tests
