// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/station/desk_worker.h"

#include <QDir>
#include <QFile>
#include <QTemporaryDir>
#include <QTest>
#include <QThread>

using namespace hall;
using station::DeskRoom;
using station::DeskWorker;
using State = station::LineWorker::State;

class TestDeskWorker : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase();
    void signsInAndOut();
    void aWrongPassphraseSignsNobodyIn();
    void theCallersPassphraseIsWiped();
    void aStoreThatWasAwaySignsNobodyOut();
    void signingOutWorksWhileTheStoreIsLost();
    void withoutTheCaseKeyTheDeskSaysSo();

private:
    station::StationConfig config() const;
    base::Result<store::Person> signIn(DeskWorker& worker, const char* passphrase = "correct horse");
    QString whoIsIn(DeskWorker& worker);

    base::SystemClock m_clock;
    QTemporaryDir m_parent;
    QString m_folder = m_parent.path() + u"/hall"_qs;
    QString m_away = m_parent.path() + u"/away"_qs;
};

void TestDeskWorker::initTestCase()
{
    store::HallPlan plan;
    plan.place = m_folder;
    plan.name = u"试验大厅"_qs;
    plan.cost = seal::KdfCost::cheapForTests();
    plan.blocks = {u"reception"_qs};
    const auto add = [&plan](const QString& login, const QString& role, const QStringList& blocks) {
        plan.people.push_back({{login, login, {role}, blocks, true}, seal::SecretBuffer::copyOf("correct horse")});
    };
    add(u"sys"_qs, store::role::kSystem, {});
    add(u"sec"_qs, store::role::kSecurity, {});
    add(u"aud"_qs, store::role::kAudit, {});
    add(u"li"_qs, store::role::kReception, {u"reception"_qs});
    const base::Status made = store::makeHall(plan, m_clock);
    QVERIFY2(made.ok(), made.ok() ? "" : qPrintable(made.error().message));
}

station::StationConfig TestDeskWorker::config() const
{
    station::StationConfig config;
    config.storeUrl = m_folder;
    config.stationName = u"desk-1"_qs;
    return config;
}

base::Result<store::Person> TestDeskWorker::signIn(DeskWorker& worker, const char* passphrase)
{
    QByteArray bytes(passphrase);
    auto answer = worker.signIn(u"li"_qs, bytes);
    if (!QTest::qWaitFor([&answer] { return answer.isFinished(); }, 10000))
        return base::Error{base::ErrorCode::Internal, u"no answer"_qs};
    return answer.result();
}

QString TestDeskWorker::whoIsIn(DeskWorker& worker)
{
    auto answer = worker.serve([](DeskRoom& room) -> base::Result<QString> {
        return room.person ? room.person->person.login : u"nobody"_qs;
    });
    if (!QTest::qWaitFor([&answer] { return answer.isFinished(); }, 10000))
        return u"no answer"_qs;
    return answer.result().valueOr(u"error"_qs);
}

void TestDeskWorker::signsInAndOut()
{
    DeskWorker worker(config(), m_clock);
    QCOMPARE(whoIsIn(worker), u"nobody"_qs);
    const auto person = signIn(worker);
    QVERIFY2(person.ok(), person.ok() ? "" : qPrintable(person.error().message));
    QCOMPARE(person->login, u"li"_qs);
    QCOMPARE(whoIsIn(worker), u"li"_qs);
    auto line = worker.run([](station::Line& l) { return l.queue.loads(); }); // the line's jobs go on as at the kiosk
    QTRY_VERIFY(line.isFinished());
    QVERIFY(line.result().ok());
    worker.signOut();
    QCOMPARE(whoIsIn(worker), u"nobody"_qs);
}

void TestDeskWorker::aWrongPassphraseSignsNobodyIn()
{
    DeskWorker worker(config(), m_clock);
    QVERIFY(signIn(worker).ok());
    const auto refused = signIn(worker, "wrong");
    QCOMPARE(refused.error().code, base::ErrorCode::PassphraseWrong);
    QCOMPARE(whoIsIn(worker), u"nobody"_qs);
    QCOMPARE(worker.state(), State::Connected);
}

void TestDeskWorker::theCallersPassphraseIsWiped()
{
    DeskWorker worker(config(), m_clock);
    QByteArray bytes("correct horse");
    auto answer = worker.signIn(u"li"_qs, bytes);
    QVERIFY(!bytes.contains("horse"));
    QTRY_VERIFY(answer.isFinished());
    QVERIFY(answer.result().ok());
}

void TestDeskWorker::aStoreThatWasAwaySignsNobodyOut()
{
    DeskWorker worker(config(), m_clock);
    QVERIFY(signIn(worker).ok());
    QVERIFY(QDir().rename(m_folder, m_away));
    QTRY_COMPARE_WITH_TIMEOUT(worker.state(), State::Lost, 3000);
    QVERIFY(QDir().rename(m_away, m_folder));
    QTRY_COMPARE_WITH_TIMEOUT(worker.state(), State::Connected, 8000);
    QCOMPARE(whoIsIn(worker), u"li"_qs);
}

void TestDeskWorker::signingOutWorksWhileTheStoreIsLost()
{
    DeskWorker worker(config(), m_clock);
    QVERIFY(signIn(worker).ok());
    QVERIFY(QDir().rename(m_folder, m_away));
    QTRY_COMPARE_WITH_TIMEOUT(worker.state(), State::Lost, 3000);
    worker.signOut();
    QVERIFY(QDir().rename(m_away, m_folder));
    QTRY_COMPARE_WITH_TIMEOUT(worker.state(), State::Connected, 8000);
    QCOMPARE(whoIsIn(worker), u"nobody"_qs);
}

void TestDeskWorker::withoutTheCaseKeyTheDeskSaysSo()
{
    const QString key = m_folder + u"/keys/case.key"_qs;
    QVERIFY(QFile::rename(key, key + u".away"_qs));
    DeskWorker worker(config(), m_clock);
    QTRY_COMPARE(worker.state(), State::Lost);
    QCOMPARE(worker.lastError().code, base::ErrorCode::KeyMissing);
    station::LineWorker lobby(config(), m_clock); // a kiosk needs no case key
    QTRY_COMPARE(lobby.state(), State::Connected);
    QVERIFY(QFile::rename(key + u".away"_qs, key));
    QTRY_COMPARE_WITH_TIMEOUT(worker.state(), State::Connected, 8000);
}

QTEST_GUILESS_MAIN(TestDeskWorker)
#include "tst_desk_worker.moc"
