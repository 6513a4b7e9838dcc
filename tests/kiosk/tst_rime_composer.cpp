// SPDX-License-Identifier: GPL-3.0-or-later
// Chinese at the kiosk, on the distribution's dictionaries: what is typed becomes what was meant, and none of it stays.
#include "ui/kiosk/rime_composer.h"

#include <QDirIterator>
#include <QSignalSpy>
#include <QTest>
#include <memory>

using namespace hall::kiosk;

class TestRimeComposer : public QObject
{
    Q_OBJECT

private slots:
    void init()
    {
        if (!m_composer) {
            m_composer = std::make_unique<RimeComposer>();
            connect(m_composer.get(), &Composer::committed, this, [this](const QString& text) { m_written += text; });
            QSignalSpy started(m_composer.get(), &RimeComposer::started);
            QVERIFY(!m_composer->available());
            m_composer->start();
            QVERIFY(started.wait(60'000));
        }
        QVERIFY(m_composer->available());
        m_composer->reset();
        m_composer->use(Composer::Method::Pinyin);
        m_written.clear();
        QVERIFY(m_composer->preedit().isEmpty());
        QVERIFY(m_composer->candidates().isEmpty());
    }

    void soundsBecomeWords_data()
    {
        QTest::addColumn<QString>("typed");
        QTest::addColumn<QString>("meant");
        QTest::addColumn<int>("within"); // of how many candidates
        const auto row = [](const char* typed, const char16_t* meant, int within) {
            QTest::newRow(typed) << QString::fromLatin1(typed) << QString::fromUtf16(meant) << within;
        };
        row("nihao", u"你好", 1);
        row("xinfang", u"信访", 8);
        row("tiaojie", u"调解", 8);
        row("loushangloushui", u"楼上漏水", 8);
        row("linju", u"邻居", 3);
        row("gongzi", u"工资", 8);
        row("zhang", u"张", 3);
        row("lv", u"绿", 12);
        row("hangzhou", u"杭州", 2);
        row("gongshuqu", u"拱墅区", 30);
        row("zhangxiulan", u"张秀兰", 2);
        row("chenjianguo", u"陈建国", 2);
        row("tuoqiangongzi", u"拖欠工资", 2);
        row("gongchenqiao", u"拱宸桥", 2);
        // An accent that merges sounds.
        row("zongguo", u"中国", 8);
        row("lanjing", u"南京", 12);
        row("pinguo", u"苹果", 8);
        // First letters.
        row("nh", u"你好", 30);
    }
    void soundsBecomeWords()
    {
        QFETCH(QString, typed);
        QFETCH(QString, meant);
        QFETCH(int, within);
        type(typed);
        const QStringList offered = m_composer->candidates();
        const qsizetype place = offered.indexOf(meant);
        QVERIFY2(place >= 0 && place < within, qPrintable(u"%1: %2"_qs.arg(place).arg(offered.join(u' '))));
        m_composer->choose(static_cast<int>(place));
        QCOMPARE(m_written, meant);
        QVERIFY(m_composer->preedit().isEmpty());
        QVERIFY(m_composer->candidates().isEmpty());
    }

    void exactSpellingComesFirst()
    {
        for (const auto& [typed, first] : {std::pair{"si", u"四死思司丝私"}, std::pair{"shi", u"是时事十使市"}, std::pair{"nan", u"难南男"}}) {
            m_composer->reset();
            type(QString::fromLatin1(typed));
            QVERIFY2(QString::fromUtf16(first).contains(m_composer->candidates().value(0)),
                     qPrintable(QString::fromLatin1(typed) + m_composer->candidates().join(u' ')));
        }
    }

    void aWordCanBeMadeOfParts()
    {
        type(u"zhangxiulan"_qs);
        const auto pick = [this](QStringView character) {
            const qsizetype place = m_composer->candidates().indexOf(character);
            QVERIFY2(place >= 0, qPrintable(m_composer->candidates().join(u' ')));
            m_composer->choose(static_cast<int>(place));
        };
        pick(u"章");
        QVERIFY(m_written.isEmpty());
        QVERIFY(m_composer->preedit().startsWith(u'章'));
        pick(u"秀");
        pick(u"兰");
        QCOMPARE(m_written, u"章秀兰"_qs);
    }

    void eraseTakesBackOneKey()
    {
        type(u"nih"_qs);
        QVERIFY(m_composer->erase());
        QVERIFY(m_composer->erase());
        QVERIFY(m_composer->erase());
        QVERIFY(m_composer->preedit().isEmpty());
        QVERIFY2(!m_composer->erase(), "with nothing composed the key is the field's");
        QVERIFY(m_written.isEmpty());
    }

    void spaceAndFinishTakeTheLikeliest()
    {
        QVERIFY2(!m_composer->key(u" "_qs), "with nothing composed a space is a space");
        type(u"nihao"_qs);
        QVERIFY(m_composer->key(u" "_qs));
        QCOMPARE(m_written, u"你好"_qs);
        type(u"hangzhou"_qs);
        m_composer->finish();
        QCOMPARE(m_written, u"你好杭州"_qs);
        m_composer->finish();
        QCOMPARE(m_written, u"你好杭州"_qs);
    }

    void whatIsNoSoundIsNotTaken()
    {
        for (const char16_t* sign : {u"1", u"。", u"-", u"", u"中", u"ab", u"é"})
            QVERIFY(!m_composer->key(QString::fromUtf16(sign)));
        // Sounds that mean nothing are not lost either.
        type(u"vvv"_qs);
        m_composer->finish();
        QVERIFY(!m_written.isEmpty());
    }

    void choosingWhatIsNotThereDoesNothing()
    {
        m_composer->choose(0);
        type(u"ni"_qs);
        m_composer->choose(-1);
        m_composer->choose(10'000);
        QVERIFY(m_written.isEmpty());
        QVERIFY(!m_composer->preedit().isEmpty());
    }

    void whatCannotBeDrawnIsNotOffered()
    {
        m_composer->setDrawable([](const QString& text) { return !text.contains(u'你'); });
        type(u"ni"_qs);
        m_composer->setDrawable({});
        const QStringList offered = m_composer->candidates();
        QVERIFY(offered.size() > 3);
        QVERIFY(!offered.contains(u"你"_qs));
        m_composer->choose(2);
        QCOMPARE(m_written, offered.at(2));
    }

    void strokesBecomeCharacters_data()
    {
        QTest::addColumn<QString>("strokes");
        QTest::addColumn<QString>("meant");
        QTest::newRow("wang") << u"hhsh"_qs << u"王"_qs;
        QTest::newRow("ren") << u"pn"_qs << u"人"_qs;
        QTest::newRow("zhang") << u"zhzphzn"_qs << u"张"_qs; // ㇀ counts as 横, 捺 as 点
        QTest::newRow("rare") << u"hzhzhz"_qs << u"㐂"_qs;
    }
    void strokesBecomeCharacters()
    {
        QFETCH(QString, strokes);
        QFETCH(QString, meant);
        QVERIFY(m_composer->knowsStrokes());
        m_composer->use(Composer::Method::Strokes);
        QVERIFY2(!m_composer->key(u"a"_qs) || m_composer->preedit().isEmpty(), "no stroke");
        type(strokes);
        QVERIFY2(QStringView(u"一丨丿丶乛").contains(m_composer->preedit().at(0)), qPrintable(m_composer->preedit()));
        const qsizetype place = m_composer->candidates().indexOf(meant);
        QVERIFY2(place >= 0 && place < 10, qPrintable(m_composer->candidates().join(u' ')));
        m_composer->choose(static_cast<int>(place));
        QCOMPARE(m_written, meant);
    }

    void changingTheWayLosesNothing()
    {
        type(u"nihao"_qs);
        m_composer->use(Composer::Method::Strokes);
        QCOMPARE(m_written, u"你好"_qs);
        QCOMPARE(m_composer->method(), Composer::Method::Strokes);
        m_composer->reset();
        QCOMPARE(m_composer->method(), Composer::Method::Strokes);
    }

    void resetForgets()
    {
        type(u"zhangsan"_qs);
        m_composer->reset();
        QVERIFY(m_composer->preedit().isEmpty());
        QVERIFY(m_composer->candidates().isEmpty());
        m_composer->finish();
        QVERIFY(m_written.isEmpty());
    }

    void nothingIsLearned()
    {
        // The same odd choice a hundred times: an engine that learns would put it first.
        type(u"nihao"_qs);
        const QStringList before = m_composer->candidates();
        QVERIFY(before.size() > 3);
        for (int time = 0; time < 100; ++time) {
            m_composer->reset();
            type(u"nihao"_qs);
            m_composer->choose(2);
            type(u"xinfang"_qs);
            m_composer->choose(1);
        }
        m_composer->reset();
        type(u"nihao"_qs);
        QCOMPARE(m_composer->candidates(), before);
    }

    void theFolderIsPrivateAndGoes()
    {
        const QString folder = m_composer->privateFolder();
        QCOMPARE(QFile::permissions(folder) & (QFile::ReadGroup | QFile::ReadOther | QFile::WriteGroup | QFile::WriteOther), QFile::Permissions{});
        type(u"zhangxiulan"_qs);
        m_composer->finish();
        const QByteArray written = m_written.toUtf8();
        QVERIFY(!written.isEmpty());
        QDirIterator files(folder, QDir::Files | QDir::Hidden, QDirIterator::Subdirectories);
        int read = 0;
        while (files.hasNext()) {
            QFile file(files.next());
            if (file.fileName().endsWith(u".bin"))
                continue; // the dictionary
            QVERIFY(file.open(QIODevice::ReadOnly));
            const QByteArray bytes = file.readAll();
            QVERIFY2(!bytes.contains(written) && !bytes.contains("zhangxiulan"), qPrintable(file.fileName()));
            QVERIFY2(!file.fileName().contains(u"userdb"), qPrintable(file.fileName()));
            ++read;
        }
        QVERIFY(read > 0);
        m_composer.reset();
        QVERIFY(!QFile::exists(folder));
    }

    void aSecondComposerKeepsToLetters()
    {
        RimeComposer second;
        QSignalSpy started(&second, &RimeComposer::started);
        second.start();
        QVERIFY(started.wait(5000));
        QVERIFY(!second.available());
        QVERIFY(!second.key(u"n"_qs));
        type(u"nihao"_qs);
        QCOMPARE(m_composer->candidates().value(0), u"你好"_qs);
    }

    void withoutDictionariesKeysStandForThemselves()
    {
        m_composer.reset();
        QTemporaryDir empty;
        RimeComposer none(empty.path());
        QSignalSpy started(&none, &RimeComposer::started);
        none.start();
        QVERIFY(started.wait(5000));
        QVERIFY(!none.available());
        QVERIFY(!none.key(u"n"_qs));
        QVERIFY(!none.erase());
        none.finish();
        none.reset();
        none.use(Composer::Method::Strokes);
        QVERIFY(none.candidates().isEmpty());
    }

    void abandonedWhileReading()
    {
        m_composer.reset();
        auto hasty = std::make_unique<RimeComposer>();
        hasty->start();
        hasty.reset(); // waits for its reader, and leaves the engine free for the next
    }

private:
    void type(const QString& keys)
    {
        for (const QChar key : keys)
            QVERIFY2(m_composer->key(QString(key)), qPrintable(keys));
    }

    std::unique_ptr<RimeComposer> m_composer;
    QString m_written;
};

QTEST_GUILESS_MAIN(TestRimeComposer)
#include "tst_rime_composer.moc"
