// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/store/migrations.h"

#include "app/sql/connection.h"

#include <QCoreApplication>
#include <QDir>
#include <QFile>
#include <QFileInfo>

static void initMigrations()
{
    Q_INIT_RESOURCE(migrations);
}

namespace hall::store {

using base::Error;
using base::ErrorCode;
using base::Status;

namespace {

struct Migration
{
    int number;
    QString file;
};

constexpr QLatin1StringView kServer("postgresql");

/// "0003_case_files.sql": "case_files".
QString nameOf(const Migration& migration)
{
    return QFileInfo(migration.file).completeBaseName().mid(5);
}

QList<Migration> migrationsOf(QLatin1StringView engine, const QString& part)
{
    initMigrations();
    const bool server = engine == kServer;
    const QDir folder(QStringLiteral(":/migrations/") + part + (server ? QStringLiteral("/postgresql") : QString()));
    QList<Migration> migrations;
    for (const QString& name : folder.entryList({QStringLiteral("*.sql")}, QDir::Files, QDir::Name))
        migrations.append({name.left(4).toInt(), folder.filePath(name)});
    return migrations;
}

Status apply(sql::Connection& connection, const Migration& migration)
{
    QFile file(migration.file);
    if (!file.open(QIODevice::ReadOnly))
        return Error{ErrorCode::Internal, QStringLiteral("The migration %1 is missing.").arg(migration.file)};
    const QByteArray script = file.readAll();
    return connection.transaction(sql::Mode::Write, [&]() -> Status {
        HALL_ASSIGN(const int version, storeVersion(connection));
        if (version >= migration.number)
            return {}; // another program was faster
        HALL_TRY(connection.script(script));
        return connection.execute("UPDATE hall_version SET version = $1", migration.number);
    });
}

} // namespace

int newestVersion(sql::Connection& connection, const QString& part)
{
    const auto migrations = migrationsOf(connection.engine(), part);
    return migrations.isEmpty() ? 0 : migrations.last().number;
}

QStringList migrationNames(sql::Connection& connection, const QString& part, int upTo)
{
    QStringList names;
    for (const Migration& migration : migrationsOf(connection.engine(), part)) {
        if (migration.number <= upTo)
            names.append(nameOf(migration));
    }
    return names;
}

base::Result<int> versionWith(QLatin1StringView engine, const QString& part, const QStringList& names)
{
    QStringList unknown = names;
    for (const QLatin1StringView any : {kServer, QLatin1StringView("sqlcipher")}) {
        for (const Migration& migration : migrationsOf(any, part))
            unknown.removeAll(nameOf(migration));
    }
    if (!unknown.isEmpty())
        return Error{ErrorCode::StoreNewer,
                     QCoreApplication::translate("hall::store", "This was made by a newer Accord Hall (\"%1\"). Update this machine; nothing was changed.")
                         .arg(unknown.first())};
    int version = 0;
    for (const Migration& migration : migrationsOf(engine, part)) {
        if (names.contains(nameOf(migration)))
            version = migration.number;
    }
    return version;
}

base::Result<int> storeVersion(sql::Connection& connection)
{
    HALL_ASSIGN(const auto version, connection.value<int>("SELECT version FROM hall_version"));
    return version.value_or(0);
}

Status migrate(sql::Connection& connection, const QString& part, int upTo)
{
    // Asking first keeps an ordinary start free of writing.
    if (const auto version = storeVersion(connection); !version.ok()) {
        HALL_TRY(connection.transaction(sql::Mode::Write, [&]() -> Status {
            HALL_TRY(connection.script("CREATE TABLE IF NOT EXISTS hall_version (version INTEGER NOT NULL)"));
            return connection.execute(
                "INSERT INTO hall_version (version) SELECT 0 WHERE NOT EXISTS (SELECT 1 FROM hall_version)");
        }));
    }
    HALL_ASSIGN(const int version, storeVersion(connection));
    const int newest = newestVersion(connection, part);
    if (version > newest)
        return Error{ErrorCode::StoreNewer,
                     QCoreApplication::translate("hall::store",
                                                 "This store was made by a newer Accord Hall (version %1; this program "
                                                 "knows %2). Update this machine; nothing was changed.")
                         .arg(version)
                         .arg(newest)};
    for (const Migration& migration : migrationsOf(connection.engine(), part)) {
        if (upTo > 0 && migration.number > upTo)
            break;
        const Status done = migration.number > version ? apply(connection, migration) : Status();
        if (!done.ok() && done.error().code == ErrorCode::PermissionDenied)
            return Error{ErrorCode::PermissionDenied,
                         QCoreApplication::translate("hall::store",
                                                     "This hall's store is older than this program (version %1; needs %2). Run "
                                                     "any hallctl command once with the account that owns the database.")
                             .arg(version)
                             .arg(newest)};
        HALL_TRY(done);
    }
    return {};
}

} // namespace hall::store
