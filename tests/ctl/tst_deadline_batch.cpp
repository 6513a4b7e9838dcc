// SPDX-License-Identifier: GPL-3.0-or-later
#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QProcess>
#include <QTest>

/// hallctl deadline --batch on the table that another program reckoned (tests/rules/deadline_table.py): every rule, 2024 to 2027.
class DeadlineBatchTest : public QObject
{
    Q_OBJECT

private slots:
    void theProgramAgreesWithTheTable()
    {
        const QString path = QFINDTESTDATA("../rules/deadline_vectors.csv");
        QFile file(path);
        QVERIFY(file.open(QIODevice::ReadOnly));
        QStringList rows = QString::fromUtf8(file.readAll()).split(u'\n', Qt::SkipEmptyParts);
        QCOMPARE(rows.takeFirst(), QStringLiteral("rule,from,hours_from,extend,due"));
        QProcess hallctl;
        hallctl.start(QStringLiteral(HALL_BIN "/hallctl"), {QStringLiteral("deadline"), QStringLiteral("--batch"), path, QStringLiteral("--json")});
        QVERIFY(hallctl.waitForFinished(30'000));
        QCOMPARE(hallctl.exitCode(), 0);
        const QJsonArray answers = QJsonDocument::fromJson(hallctl.readAllStandardOutput()).array();
        QVERIFY(rows.size() >= 2000);
        QCOMPARE(answers.size(), rows.size());
        for (qsizetype i = 0; i < rows.size(); ++i) {
            const QStringList cells = rows.at(i).split(u',');
            QCOMPARE(answers.at(i)[QLatin1StringView("rule")].toString(), cells.at(0));
            QVERIFY2(answers.at(i)[QLatin1StringView("due")].toString() == cells.at(4), qPrintable(rows.at(i)));
            QVERIFY(!answers.at(i)[QLatin1StringView("steps")].toArray().isEmpty());
        }
    }
};

QTEST_GUILESS_MAIN(DeadlineBatchTest)
#include "tst_deadline_batch.moc"
