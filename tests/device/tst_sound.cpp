// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/device/fake_chime.h"
#include "app/device/fake_speaker.h"
#include "app/device/system_chime.h"
#include "app/device/system_speaker.h"

#include <QElapsedTimer>
#include <QFile>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>
#include <QtEndian>

using namespace hall::device;

class TestSound : public QObject
{
    Q_OBJECT

private slots:
    void theChimeIsAProperWave();
    void theChimeEndsWhateverThePlayerDoes_data();
    void theChimeEndsWhateverThePlayerDoes();
    void withoutAPlayerTheChimeSaysSo();
    void speakingEndsAlwaysAndOnce();
    void fakeSpeakerNoticesOverlap();
};

void TestSound::theChimeIsAProperWave()
{
    const QByteArray wave = chimeWave();
    QVERIFY(wave.startsWith("RIFF"));
    QCOMPARE(qFromLittleEndian<quint32>(wave.constData() + 4), quint32(wave.size() - 8));
    QCOMPARE(qFromLittleEndian<quint32>(wave.constData() + 40), quint32(wave.size() - 44));
    int loudest = 0;
    for (qsizetype i = 44; i + 1 < wave.size(); i += 2)
        loudest = std::max(loudest, std::abs(int(qFromLittleEndian<qint16>(wave.constData() + i))));
    QVERIFY2(loudest > 8000 && loudest < 30000, qPrintable(QString::number(loudest)));
    QVERIFY(std::abs(int(qFromLittleEndian<qint16>(wave.constData() + wave.size() - 2))) < 200); // no click at the end
}

void TestSound::theChimeEndsWhateverThePlayerDoes_data()
{
    QTest::addColumn<QByteArray>("script");
    QTest::addColumn<bool>("heard");
    QTest::newRow("plays") << QByteArray("test -s \"$1\"") << true;
    QTest::newRow("no sound card") << QByteArray("exit 1") << false;
    QTest::newRow("hangs") << QByteArray("exec sleep 5") << false;
    QTest::newRow("crashes") << QByteArray("kill -9 $$") << false;
}

void TestSound::theChimeEndsWhateverThePlayerDoes()
{
    QFETCH(QByteArray, script);
    QFETCH(bool, heard);
    QTemporaryDir bin;
    QFile player(bin.path() + u"/player"_qs);
    QVERIFY(player.open(QIODevice::WriteOnly));
    player.write("#!/bin/sh\n" + script + '\n');
    player.close();
    player.setPermissions(QFile::ReadOwner | QFile::ExeOwner);
    SystemChime chime(player.fileName(), 400);
    QSignalSpy finished(&chime, &Chime::finished);
    for (int i = 1; i <= 2; ++i) {
        chime.play();
        QTRY_COMPARE_WITH_TIMEOUT(finished.count(), i, 2000);
        QCOMPARE(finished.last().first().toBool(), heard);
        QTest::qWait(100);
        QCOMPARE(finished.count(), i);
    }
}

void TestSound::withoutAPlayerTheChimeSaysSo()
{
    for (const QString& player : {QString(), u"/nonexistent/player"_qs}) {
        SystemChime chime(player, 400);
        QSignalSpy finished(&chime, &Chime::finished);
        chime.play();
        QTRY_COMPARE(finished.count(), 1);
        QVERIFY(!finished.last().first().toBool());
    }
}

void TestSound::speakingEndsAlwaysAndOnce()
{
    // Whatever this machine's speech service can do: two announcements, two answers, in bounded time.
    SystemSpeaker speaker;
    QSignalSpy finished(&speaker, &Speaker::finished);
    speaker.say({{u"zh"_qs, u"请A017号"_qs}, {u"en"_qs, u"A017"_qs}});
    speaker.say({{u"zh"_qs, u"到3号窗口"_qs}});
    speaker.say({});
    QTRY_COMPARE_WITH_TIMEOUT(finished.count(), 3, 40000);
    QTest::qWait(200);
    QCOMPARE(finished.count(), 3);
}

void TestSound::fakeSpeakerNoticesOverlap()
{
    FakeSpeaker speaker;
    speaker.durationMs = 20;
    QSignalSpy finished(&speaker, &Speaker::finished);
    speaker.say({{u"zh"_qs, u"一"_qs}});
    QTRY_COMPARE(finished.count(), 1);
    speaker.say({{u"zh"_qs, u"二"_qs}});
    speaker.say({{u"zh"_qs, u"三"_qs}});
    QCOMPARE(speaker.overlaps, 1);
    QTRY_COMPARE(finished.count(), 3);
}

QTEST_MAIN(TestSound)
#include "tst_sound.moc"
