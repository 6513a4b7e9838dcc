// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/casefile/attachments.h"
#include "app/sql/connection.h"
#include "tests/casefile/case_hall.h"

#include <QBuffer>
#include <QDir>
#include <QJsonDocument>
#include <QProcess>
#include <QTest>

using namespace hall;
using tests::CaseHall;

/// hallctl backup and hallctl restore, as processes of their own.
class BackupCommandsTest : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase()
    {
        QVERIFY2(m_hall.complaint().isEmpty(), qPrintable(m_hall.complaint()));
        const auto li = m_hall.signIn("li");
        auto files = m_hall.files(li);
        const QString number = files.open(QStringLiteral("reception"), CaseHall::registration())->number;
        QBuffer photo;
        photo.setData(QByteArray(3 << 20, 'p'));
        photo.open(QIODevice::ReadOnly);
        QVERIFY(casefile::Attachments(files, *m_hall.office, li).add(number, {QStringLiteral("照片")}, photo).ok());
    }
    void backedUpAndRestored()
    {
        const QJsonObject made = run({QStringLiteral("backup"), QStringLiteral("--out"), at("b"), QStringLiteral("--store"), m_hall.place().url()});
        QVERIFY(made[QLatin1StringView("records")].toInteger() > 50);
        QCOMPARE(made[QLatin1StringView("checksum")].toString().size(), 64);
        const QJsonObject restored = run({QStringLiteral("restore"), QStringLiteral("--from"), at("b"), QStringLiteral("--store"), at("there")});
        QCOMPARE(restored[QLatin1StringView("records")], made[QLatin1StringView("records")]);
        QCOMPARE(restored[QLatin1StringView("checksum")], made[QLatin1StringView("checksum")]);
        const QJsonObject audit = run({QStringLiteral("audit"), QStringLiteral("verify"), QStringLiteral("--store"), at("there")});
        QVERIFY(audit[QLatin1StringView("broken")].toArray().isEmpty());
        QCOMPARE(run({QStringLiteral("restore"), QStringLiteral("--from"), at("b"), QStringLiteral("--store"), at("there")})[QLatin1StringView("error")]
                     [QLatin1StringView("code")].toString(),
                 QStringLiteral("store-exists"));
    }
    /// No file of this process may grow beyond a mebibyte: as if the disk were full.
    void aFullDiskLeavesNothing()
    {
        QVERIFY(m_hall.db().script("PRAGMA wal_checkpoint(TRUNCATE)").ok()); // the store itself still has room in its log
        QProcess shell;
        shell.start(QStringLiteral("bash"), {QStringLiteral("-c"), QStringLiteral("trap '' XFSZ; ulimit -f 1024; exec \"$0\" backup --out \"$1\" --store \"$2\" --json"),
                                             QStringLiteral(HALL_BIN "/hallctl"), at("full"), m_hall.place().url()});
        QVERIFY(shell.waitForFinished(60'000));
        QCOMPARE(shell.exitCode(), 1);
        const QJsonObject answer = QJsonDocument::fromJson(shell.readAllStandardOutput()).object();
        QCOMPARE(answer[QLatin1StringView("error")][QLatin1StringView("code")].toString(), QStringLiteral("disk-full"));
        QCOMPARE(QDir(m_files.path()).entryList({QStringLiteral("full*")}, QDir::Files | QDir::Hidden), QStringList{QStringLiteral("full.key")});
    }

private:
    QString at(const char* name) const { return m_files.filePath(QLatin1String(name)); }
    static QJsonObject run(const QStringList& arguments)
    {
        QProcess hallctl;
        hallctl.start(QStringLiteral(HALL_BIN "/hallctl"), arguments + QStringList{QStringLiteral("--json")});
        hallctl.waitForFinished(60'000);
        return QJsonDocument::fromJson(hallctl.readAllStandardOutput()).object();
    }

    CaseHall m_hall;
    QTemporaryDir m_files;
};

QTEST_GUILESS_MAIN(BackupCommandsTest)
#include "tst_backup_commands.moc"
