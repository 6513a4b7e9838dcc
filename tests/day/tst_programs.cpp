// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/day/program_runner.h"

#include <QDir>
#include <QJsonArray>
#include <QTemporaryDir>
#include <QTest>
#include <QUuid>

using namespace hall::tests;

namespace {
QStringList words(const char* line)
{
    return QString::fromUtf8(line).split(u' ');
}
} // namespace

/// The programs as they are installed, each its own process, on one demo hall: what hallctl does the windows open on.
class TestPrograms : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase();
    void initRefusesASecondTime();
    void blocksAndServices();
    void aTicketFromIssueToFinish();
    void theSameKeyIsTheSameTicket();
    void aRefusalIsOneWordAndOneLine();
    void windowsShowTheirFirstFrame_data();
    void windowsShowTheirFirstFrame();
    void lobbyAccountNeverNeedsTheCaseKey();
    void partsTestThemselves();

private:
    QTemporaryDir m_folder;
    ProgramRunner m_programs{QStringLiteral(HALL_BIN), m_folder.filePath(QStringLiteral("hall"))};
    QString m_service;
    static constexpr int kDesk = 1; // the one that the demo hall leaves free
};

#define VERIFY_DONE(answer) \
    QVERIFY2((answer).exitCode == 0, ((answer).output + (answer).complaint).constData())

void TestPrograms::initTestCase()
{
    const ProgramAnswer made = m_programs.ctl(words("init --demo"), 120000);
    VERIFY_DONE(made);
    const QJsonArray staff = made.object().value(u"staff").toArray();
    QVERIFY(staff.size() >= 8);
    for (const QJsonValue& person : staff)
        QVERIFY(person[u"passphrase"].toString().size() >= 12);
    QVERIFY(QFile::exists(m_programs.store() + QStringLiteral("/line.db")));
    QVERIFY(QFile::exists(m_programs.store() + QStringLiteral("/case.db")));
}

void TestPrograms::initRefusesASecondTime()
{
    const ProgramAnswer again = m_programs.ctl(words("init --demo"));
    QCOMPARE(again.exitCode, 1);
    QCOMPARE(again.object().value(u"error")[u"code"].toString(), QStringLiteral("store-exists"));
}

void TestPrograms::blocksAndServices()
{
    const ProgramAnswer listed = m_programs.ctl(words("service list"));
    VERIFY_DONE(listed);
    QSet<QString> blocks;
    for (const QJsonValue& service : listed.json().array()) {
        blocks << service[u"block"].toString();
        QVERIFY(!service[u"code"].toString().isEmpty());
        QVERIFY(!service[u"name"].toVariant().toString().isEmpty() || service[u"name"].isObject());
        QVERIFY(!service[u"prefix"].toString().isEmpty());
    }
    QCOMPARE(blocks.size(), 4);
    m_service = listed.json()[0][u"code"].toString();
}

void TestPrograms::aTicketFromIssueToFinish()
{
    const QString desk = QString::number(kDesk);
    VERIFY_DONE(m_programs.ctl({u"desk"_qs, u"open"_qs, u"--desk"_qs, desk, u"--services"_qs, m_service}));
    const ProgramAnswer issued = m_programs.ctl({u"ticket"_qs, u"issue"_qs, u"--service"_qs, m_service});
    VERIFY_DONE(issued);
    const QString number = issued.object().value(u"number").toString();
    QVERIFY(!number.isEmpty());
    QVERIFY(issued.object().value(u"wait")[u"p90"].toDouble() >= issued.object().value(u"wait")[u"p50"].toDouble());

    // The demo hall's line may hold visitors of this service already: call and finish until ours comes.
    QString called;
    for (int i = 0; i < 100 && called != number; ++i) {
        const ProgramAnswer next = m_programs.ctl({u"ticket"_qs, u"call"_qs, u"--desk"_qs, desk});
        VERIFY_DONE(next);
        QVERIFY(next.object().value(u"ticket").isObject());
        QVERIFY(!next.object().value(u"why")[u"rule"].toString().isEmpty());
        called = next.object().value(u"ticket")[u"number"].toString();
        const QString id = next.object().value(u"ticket")[u"id"].toVariant().toString();
        for (const char* step : {"recall", "serve", "finish"})
            VERIFY_DONE(m_programs.ctl({u"ticket"_qs, QString::fromLatin1(step), u"--ticket"_qs, id}));
    }
    QCOMPARE(called, number);

    const ProgramAnswer history = m_programs.ctl(
        {u"ticket"_qs, u"history"_qs, u"--ticket"_qs, issued.object().value(u"id").toVariant().toString()});
    VERIFY_DONE(history);
    QVERIFY(history.json().array().size() >= 5);
}

void TestPrograms::theSameKeyIsTheSameTicket()
{
    const QStringList arguments{u"ticket"_qs, u"issue"_qs, u"--service"_qs, m_service,
                                u"--key"_qs,  QUuid::createUuid().toString(QUuid::WithoutBraces)};
    const ProgramAnswer first = m_programs.ctl(arguments);
    const ProgramAnswer second = m_programs.ctl(arguments);
    VERIFY_DONE(first);
    VERIFY_DONE(second);
    QCOMPARE(first.object().value(u"number"), second.object().value(u"number"));
    QCOMPARE(first.object().value(u"id"), second.object().value(u"id"));
}

void TestPrograms::aRefusalIsOneWordAndOneLine()
{
    const ProgramAnswer refused = m_programs.ctl(words("ticket issue --service NO-SUCH-SERVICE"));
    QCOMPARE(refused.exitCode, 1);
    QCOMPARE(refused.object().value(u"error")[u"code"].toString(), QStringLiteral("service-unknown"));
    QVERIFY(!refused.object().value(u"error")[u"message"].toString().isEmpty());

    const ProgramAnswer plain = m_programs.run(u"hallctl"_qs, words("ticket issue --service NO-SUCH-SERVICE"));
    QCOMPARE(plain.exitCode, 1);
    QCOMPARE(plain.complaint.trimmed().count('\n'), 0);

    QCOMPARE(m_programs.ctl(words("ticket levitate")).exitCode, 2);
}

void TestPrograms::windowsShowTheirFirstFrame_data()
{
    QTest::addColumn<QString>("program");
    QTest::addColumn<QString>("language");
    QTest::addColumn<QString>("size");
    for (const char* program : {"hall-kiosk", "hall-board", "hall-desk"}) {
        for (const char* language : {"zh", "en"})
            QTest::addRow("%s %s", program, language) << program << language << "1920x1080";
    }
    QTest::newRow("hall-kiosk portrait") << "hall-kiosk" << "zh" << "1080x1920";
}

void TestPrograms::windowsShowTheirFirstFrame()
{
    QFETCH(QString, program);
    QFETCH(QString, language);
    QFETCH(QString, size);
    const ProgramAnswer shown = m_programs.run(
        program, {u"--self-test"_qs, u"--windowed"_qs, size, u"--language"_qs, language}, 30000);
    QVERIFY2(shown.exitCode == 0, shown.complaint.constData());
    for (const char* sign : {"qrc:/", "TypeError", "ReferenceError", "Binding loop", "is not installed"})
        QVERIFY2(!shown.complaint.contains(sign), shown.complaint.constData());
}

void TestPrograms::lobbyAccountNeverNeedsTheCaseKey()
{
    // The lobby's account cannot read case.db nor its key; here they are simply not there.
    QTemporaryDir lobby;
    const QDir hall(m_programs.store());
    const QString copy = lobby.filePath(QStringLiteral("hall"));
    QVERIFY(QDir().mkpath(copy + QStringLiteral("/keys")));
    for (const QString& name : hall.entryList(QDir::Files)) {
        if (!name.startsWith(QLatin1StringView("case")))
            QVERIFY(QFile::copy(hall.filePath(name), copy + u'/' + name));
    }
    const QString key = QStringLiteral("/keys/line.key");
    QVERIFY(QFile::copy(hall.path() + key, copy + key));

    const ProgramRunner account(QStringLiteral(HALL_BIN), copy);
    for (const QString& program : {QStringLiteral("hall-kiosk"), QStringLiteral("hall-board")}) {
        const ProgramAnswer shown = account.run(program, words("--self-test --windowed 1080x1920"), 30000);
        QVERIFY2(shown.exitCode == 0, shown.complaint.constData());
    }
    VERIFY_DONE(account.ctl({u"ticket"_qs, u"issue"_qs, u"--service"_qs, m_service}));
}

void TestPrograms::partsTestThemselves()
{
    const ProgramAnswer tested = m_programs.ctl(words("self-test"));
    VERIFY_DONE(tested);
    const QJsonArray parts = tested.object().value(u"parts").toArray();
    QVERIFY(!parts.isEmpty());
    for (const QJsonValue& part : parts)
        QVERIFY2(part[u"ok"].toBool(), qPrintable(part[u"name"].toString()));
}

QTEST_GUILESS_MAIN(TestPrograms)
#include "tst_programs.moc"
