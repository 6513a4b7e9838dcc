// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/private_cluster.h"

#include "app/sql/postgres/postgres_connection.h"

#include <QDeadlineTimer>
#include <QFile>
#include <QThread>
#include <csignal>
#include <pwd.h>
#include <sys/prctl.h>
#include <sys/stat.h>
#include <unistd.h>

namespace hall::tests {

namespace {

const passwd* ordinaryUser()
{
    return ::geteuid() == 0 ? ::getpwnam("postgres") : nullptr;
}

} // namespace

PrivateCluster::PrivateCluster(QStringList settings, const Certificate& certificate)
    : m_settings(std::move(settings))
{
    if (make() && take(certificate))
        start();
}

bool PrivateCluster::take(const Certificate& certificate)
{
    if (certificate.file.isEmpty())
        return true;
    const std::pair<QString, const char*> files[] = {{certificate.file, "data/server.crt"}, {certificate.key, "data/server.key"}};
    for (const auto& [from, name] : files) {
        const QString to = m_folder.filePath(QString::fromLatin1(name));
        const QByteArray path = QFile::encodeName(to);
        const passwd* user = ordinaryUser();
        if (!QFile::copy(from, to) || ::chmod(path.constData(), S_IRUSR | S_IWUSR) != 0
            || (user && ::chown(path.constData(), user->pw_uid, user->pw_gid) != 0)) {
            m_complaint = QStringLiteral("the certificate cannot be given to the server");
            return false;
        }
    }
    return true;
}

/// The socket's name carries it.
QString PrivateCluster::port() const
{
    for (const QString& setting : m_settings) {
        if (setting.startsWith(QLatin1StringView("port=")))
            return setting.mid(5);
    }
    return QStringLiteral("5432");
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
    const passwd* user = ordinaryUser();
    process.setChildProcessModifier([uid = user ? user->pw_uid : ::geteuid(), gid = user ? user->pw_gid : ::getegid()] {
        // A test that is killed leaves no server behind; asked for after the change of account, which forgets it.
        if (::setgid(gid) != 0 || ::setuid(uid) != 0 || ::prctl(PR_SET_PDEATHSIG, SIGQUIT) != 0)
            ::_exit(126);
    });
}

PrivateCluster::PrivateCluster(const Following& standby)
    : m_settings(standby.primary.m_settings)
{
    if (!giveFolderToServer())
        return;
    QProcess copy;
    asOrdinaryUser(copy);
    copy.start(tool("pg_basebackup"), {QStringLiteral("-D"), m_folder.filePath(QStringLiteral("data")), QStringLiteral("-h"),
                                       standby.primary.m_folder.path(), QStringLiteral("-U"), QStringLiteral("owner"), QStringLiteral("-R"),
                                       QStringLiteral("-X"), QStringLiteral("stream"), QStringLiteral("-c"), QStringLiteral("fast"),
                                       QStringLiteral("--no-sync")});
    if (!copy.waitForFinished(60'000) || copy.exitCode() != 0) {
        m_complaint = QString::fromUtf8(copy.readAllStandardError());
        return;
    }
    start();
}

std::unique_ptr<PrivateCluster> PrivateCluster::makeStandby()
{
    std::unique_ptr<PrivateCluster> standby(new PrivateCluster(Following{*this}));
    auto admin = sql::postgres::PostgresConnection::open({.url = url(QStringLiteral("postgres"))});
    if (!standby->isRunning() || !admin.ok()
        || !(*admin)->script("ALTER SYSTEM SET synchronous_standby_names = '*'").ok() || !(*admin)->script("SELECT pg_reload_conf()").ok())
        return nullptr;
    for (const QDeadlineTimer patience(20'000); !patience.hasExpired(); QThread::msleep(50)) {
        if ((*admin)->value<int>("SELECT 1 FROM pg_stat_replication WHERE sync_state = 'sync'").value())
            return standby;
    }
    return nullptr;
}

bool PrivateCluster::promote()
{
    auto admin = sql::postgres::PostgresConnection::open(
        {.url = url(QStringLiteral("postgres")) + QStringLiteral("&target_session_attrs=any")});
    // The new one acknowledges alone until it has a standby again.
    return admin.ok() && (*admin)->value<int>("SELECT pg_promote(true, 20)").value() == 1
        && (*admin)->script("ALTER SYSTEM RESET synchronous_standby_names").ok() && (*admin)->script("SELECT pg_reload_conf()").ok();
}

QString PrivateCluster::urlOfBoth(const PrivateCluster& one, const PrivateCluster& other, const QString& database, const QString& user)
{
    return QStringLiteral("postgresql:///%1?host=%2,%3&user=%4")
        .arg(database, one.m_folder.path(), other.m_folder.path(), user.isEmpty() ? QStringLiteral("owner") : user);
}

QList<qint64> PrivateCluster::processes() const
{
    QList<qint64> all{m_server.processId()};
    QFile children(QStringLiteral("/proc/%1/task/%1/children").arg(m_server.processId()));
    if (children.open(QIODevice::ReadOnly)) {
        for (const QByteArray& child : children.readAll().simplified().split(' '))
            all << child.toLongLong();
    }
    return all;
}

void PrivateCluster::freeze()
{
    for (const qint64 process : processes())
        ::kill(static_cast<pid_t>(process), SIGSTOP);
}

void PrivateCluster::thaw()
{
    for (const qint64 process : processes())
        ::kill(static_cast<pid_t>(process), SIGCONT);
}

bool PrivateCluster::make()
{
    return giveFolderToServer() && initialise();
}

bool PrivateCluster::giveFolderToServer()
{
    if (const passwd* user = ordinaryUser()) {
        if (::chown(m_folder.path().toLocal8Bit().constData(), user->pw_uid, user->pw_gid) != 0) {
            m_complaint = QStringLiteral("the folder cannot be given to postgres");
            return false;
        }
    }
    return true;
}

bool PrivateCluster::initialise()
{
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
    for (const QString& setting : std::as_const(m_settings))
        arguments << QStringLiteral("-c") << setting;
    m_server.start(tool("postgres"), arguments);
    m_server.waitForStarted(5000);
    for (const QDeadlineTimer patience(30'000); !patience.hasExpired(); QThread::msleep(50)) {
        if (m_server.waitForFinished(0) || m_server.state() == QProcess::NotRunning)
            break;
        const QString any = url(QStringLiteral("postgres")) + QStringLiteral("&target_session_attrs=any");
        if (sql::postgres::PostgresConnection::open({.url = any}).ok())
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
    return QStringLiteral("postgresql:///%1?host=%2&port=%3&user=%4")
        .arg(database, m_folder.path(), port(), user.isEmpty() ? QStringLiteral("owner") : user);
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
