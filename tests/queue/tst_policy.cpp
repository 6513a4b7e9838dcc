// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/queue/policy.h"

#include <QJsonDocument>
#include <QTest>

using namespace hall::queue;

class PolicyTest : public QObject
{
    Q_OBJECT

private slots:
    void readsTheContract()
    {
        const auto policy = readPolicy(R"({"policy":"accumulating","classes":{
            "elderly":{"rate":2.5,"head_start_s":600}, "ordinary":{"rate":1.0,"head_start_s":0}}})", QStringLiteral("p.json"));
        QVERIFY2(policy.ok(), policy.ok() ? "" : qPrintable(policy.error().message));
        QCOMPARE(policy->classes.size(), 2);
        QCOMPARE(*policy->find(QStringLiteral("elderly")), (ClassRule{QStringLiteral("elderly"), 2.5, 600, 0}));
        QCOMPARE(policy->bound, 0.0);
        QCOMPARE(policy->effective(policy->classes.at(1)).rank, 0);
    }
    void writesWhatItReads()
    {
        Policy policy;
        policy.kind = PolicyKind::Strict;
        policy.classes = {{QStringLiteral("a"), 1, 5, 0}, {QStringLiteral("b"), 0.5, 0, 1}};
        policy.bound = 1800;
        const auto again = readPolicy(QJsonDocument(toJson(policy)).toJson(), QStringLiteral("p"));
        QVERIFY(again.ok());
        QCOMPARE(*again, policy);
    }
    void refusesWithLineAndReason_data()
    {
        QTest::addColumn<QByteArray>("text");
        QTest::addColumn<QString>("place");
        QTest::addColumn<QString>("word");
        const auto row = [](const char* name, const char* text, const char* place, const char* word) {
            QTest::newRow(name) << QByteArray(text) << QString::fromLatin1(place) << QString::fromLatin1(word);
        };
        row("nothing", "", "p.json:1:", "object");
        row("a list", "[1]", "p.json:1:", "object");
        row("no policy", "{\"classes\":{\"a\":{}}}", "p.json:1:", "policy");
        row("no classes", "{\"policy\":\"fifo\"}", "p.json:1:", "classes");
        row("another policy", "{\n\"policy\":\"lottery\",\"classes\":{\"a\":{}}}", "p.json:2:", "accumulating");
        row("unknown key", "{\"policy\":\"fifo\",\n\"colour\":1,\"classes\":{\"a\":{}}}", "p.json:2:", "colour");
        row("unknown key of a class", "{\"policy\":\"fifo\",\"classes\":{\n\n\"a\":{\"speed\":1}}}", "p.json:3:", "speed");
        row("twice", "{\"policy\":\"fifo\",\"classes\":{\"a\":{},\n\"a\":{}}}", "p.json:2:", "twice");
        row("negative", "{\"policy\":\"fifo\",\"classes\":{\"a\":{\n\"head_start_s\":-1}}}", "p.json:2:", "head_start_s");
        row("no rate", "{\"policy\":\"fifo\",\"classes\":{\"a\":{\n\"rate\":0}}}", "p.json:2:", "rate");
        row("not a number", "{\"policy\":\"fifo\",\"classes\":{\"a\":{\n\"rate\":nan}}}", "p.json:2:", "rate");
        row("infinite", "{\"policy\":\"fifo\",\"classes\":{\"a\":{\n\"rate\":inf}}}", "p.json:2:", "rate");
        row("a class that is none", "{\"policy\":\"fifo\",\"classes\":{\n\"a\":7}}", "p.json:2:", "object");
        row("negative bound", "{\"policy\":\"fifo\",\"classes\":{\"a\":{}},\n\"bound_s\":-5}", "p.json:2:", "bound_s");
        row("cut off", "{\"policy\":\"fifo\",\n\"classes\":{\"a\":{", "p.json:", "");
    }
    void refusesWithLineAndReason()
    {
        QFETCH(QByteArray, text);
        QFETCH(QString, place);
        QFETCH(QString, word);
        const auto policy = readPolicy(text, QStringLiteral("p.json"));
        QVERIFY(!policy.ok());
        QVERIFY2(policy.error().message.startsWith(place), qPrintable(policy.error().message));
        QVERIFY2(policy.error().message.contains(word), qPrintable(policy.error().message));
    }
};

QTEST_GUILESS_MAIN(PolicyTest)
#include "tst_policy.moc"
