// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/private_cluster.h"

#include "app/sql/postgres/postgres_connection.h"

#include <QDeadlineTimer>
#include <QThread>
#include <csignal>
#include <pwd.h>
#include <sys/stat.h>
#include <unistd.h>

namespace hall::tests {

namespace {

const passwd* ordinaryUser()
{
    return ::geteuid() == 0 ? ::getpwnam("postgres") : nullptr;
}

} // namespace

PrivateCluster::PrivateCluster()
{
    if (make())
        start();
}

PrivateCluster::~PrivateCluster()
{
    stop(Stop::Immediate);
}

QString PrivateCluster::tool(const char* name) const
{
    return QStringLiteral(HALL_POSTGRES_BIN "/") + QString::fromLatin1(name);
}

void PrivateCluster::asOrdinaryUser(QProcess& process) const
{
    process.setWorkingDirectory(QStringLiteral("/"));
    if (const passwd* user = ordinaryUser()) {
        process.setChildProcessModifier([uid = user->pw_uid, gid = user->pw_gid] {
            if (::setgid(gid) != 0 || ::setuid(uid) != 0)
                ::_exit(126);
        });
    }
}

bool PrivateCluster::make()
{
    if (const passwd* user = ordinaryUser()) {
        if (::chown(m_folder.path().toLocal8Bit().constData(), user->pw_uid, user->pw_gid) != 0) {
            m_complaint = QStringLiteral("the folder cannot be given to postgres");
            return false;
        }
    }
    QProcess initdb;
    asOrdinaryUser(initdb);
    initdb.start(tool("initdb"), {QStringLiteral("-D"), m_folder.filePath(QStringLiteral("data")), QStringLiteral("-U"), QStringLiteral("owner"),
                                  QStringLiteral("--auth=trust"), QStringLiteral("--no-sync"), QStringLiteral("--data-checksums"),
                                  QStringLiteral("-E"), QStringLiteral("UTF8"), QStringLiteral("--locale=C")});
    if (initdb.waitForFinished(60'000) && initdb.exitCode() == 0)
        return true;
    m_complaint = QString::fromUtf8(initdb.readAllStandardError()) + initdb.errorString();
    return false;
}

bool PrivateCluster::start()
{
    asOrdinaryUser(m_server);
    m_server.setProcessChannelMode(QProcess::MergedChannels);
    m_server.setStandardOutputFile(QProcess::nullDevice());
    QStringList arguments{QStringLiteral("-D"), m_folder.filePath(QStringLiteral("data")), QStringLiteral("-k"), m_folder.path()};
    for (const char* setting : {"listen_addresses=", "fsync=off", "autovacuum=off", "shared_buffers=32MB", "logging_collector=off"})
        arguments << QStringLiteral("-c") << QString::fromLatin1(setting);
    m_server.start(tool("postgres"), arguments);
    m_server.waitForStarted(5000);
    for (const QDeadlineTimer patience(30'000); !patience.hasExpired(); QThread::msleep(50)) {
        if (m_server.waitForFinished(0) || m_server.state() == QProcess::NotRunning)
            break;
        if (sql::postgres::PostgresConnection::open({.url = url(QStringLiteral("postgres"))}).ok())
            return true;
    }
    m_complaint = QStringLiteral("the server does not answer");
    return false;
}

void PrivateCluster::stop(Stop how)
{
    if (m_server.state() == QProcess::NotRunning)
        return;
    ::kill(static_cast<pid_t>(m_server.processId()), how == Stop::Fast ? SIGINT : SIGQUIT);
    m_server.waitForFinished(10'000);
}

QString PrivateCluster::url(const QString& database, const QString& user) const
{
    return QStringLiteral("postgresql:///%1?host=%2&user=%3")
        .arg(database, m_folder.path(), user.isEmpty() ? QStringLiteral("owner") : user);
}

QString PrivateCluster::createDatabase()
{
    const QString name = QStringLiteral("hall%1").arg(++m_made);
    auto admin = sql::postgres::PostgresConnection::open({.url = url(QStringLiteral("postgres"))});
    if (!admin.ok() || !(*admin)->script(QStringLiteral("CREATE DATABASE %1").arg(name).toUtf8()).ok())
        return {};
    return name;
}

} // namespace hall::tests
