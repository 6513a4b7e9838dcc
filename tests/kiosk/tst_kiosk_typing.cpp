// SPDX-License-Identifier: GPL-3.0-or-later
// A visitor writes Chinese by touch: the name by its sounds, the matter by strokes and signs; every way of writing looked over.
#include "tests/kiosk/kiosk_stage.h"
#include "ui/kiosk/rime_composer.h"

#include <QApplication>
#include <QSignalSpy>
#include <QTest>

using namespace hall;
using namespace hall::kiosk;
using namespace hall::kiosk::test;
using Page = VisitSession::Page;

#define CLICK(name) QVERIFY2(stage.click(QStringLiteral(name)), name)

class TestKioskTyping : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase()
    {
        QSignalSpy started(&m_composer, &RimeComposer::started);
        m_composer.start();
        QVERIFY(started.wait(60'000));
        QVERIFY(m_composer.available());
    }

    void writing_data()
    {
        QTest::addColumn<QSize>("size");
        QTest::addColumn<QString>("language");
        QTest::addColumn<QString>("view");
        QTest::newRow("portrait-zh-plain") << QSize(1080, 1920) << u"zh"_qs << u"plain"_qs;
        QTest::newRow("landscape-zh-plain") << QSize(1920, 1080) << u"zh"_qs << u"plain"_qs;
        QTest::newRow("portrait-zh-elder") << QSize(1080, 1920) << u"zh"_qs << u"elder"_qs;
        QTest::newRow("landscape-zh-elder") << QSize(1920, 1080) << u"zh"_qs << u"elder"_qs;
        QTest::newRow("portrait-zh-seated") << QSize(1080, 1920) << u"zh"_qs << u"seated"_qs;
        QTest::newRow("landscape-zh-seated") << QSize(1920, 1080) << u"zh"_qs << u"seated"_qs;
        QTest::newRow("portrait-en-plain") << QSize(1080, 1920) << u"en"_qs << u"plain"_qs;
    }
    void writing()
    {
        QFETCH(QSize, size);
        QFETCH(QString, language);
        QFETCH(QString, view);
        m_troubles.clear();
        KioskStage stage(size, language, nullptr, &m_composer);
        stage.settle();
        if (view == QLatin1String("elder"))
            CLICK("nav.elder");
        if (view == QLatin1String("seated"))
            CLICK("nav.seated");
        toName(stage);
        if (language == QLatin1String("en"))
            CLICK("key.pinyin");
        name(stage);
        CLICK("field.next");
        CLICK("field.skip");
        CLICK("field.skip");
        QCOMPARE(stage.kiosk->page(), Page::Matter);
        if (language == QLatin1String("en"))
            CLICK("key.pinyin");
        matter(stage);
        CLICK("field.next");
        QCOMPARE(stage.kiosk->page(), Page::Review);
        look(stage, "8-review");
        // The larger letters of a lying screen leave no room for it on the review.
        if (view != QLatin1String("elder") || size.width() < size.height())
            QVERIFY(stage.texts().join(u'\n').contains(u"章秀兰"));
        QVERIFY2(m_troubles.isEmpty(), qPrintable(u'\n' + m_troubles.join(u'\n')));
    }

    void theNextVisitorFindsNothing()
    {
        KioskStage stage(QSize(1080, 1920), u"zh"_qs, nullptr, &m_composer);
        toName(stage);
        CLICK("key.strokes");
        CLICK("key.h");
        QVERIFY(!m_composer.preedit().isEmpty());
        stage.kiosk->startAgain();
        QVERIFY(m_composer.preedit().isEmpty());
        QCOMPARE(m_composer.method(), Composer::Method::Pinyin);
        toName(stage);
        QVERIFY(stage.isThere(u"key.q"_qs));
        QCOMPARE(stage.kiosk->typedText(u"name"_qs), QString());
    }

    void nextWritesWhatIsStillComposed()
    {
        KioskStage stage(QSize(1080, 1920), u"zh"_qs, nullptr, &m_composer);
        toName(stage);
        keys(stage, u"wang");
        const QString likeliest = m_composer.candidates().value(0);
        CLICK("field.next");
        QCOMPARE(stage.kiosk->page(), Page::Phone);
        QCOMPARE(stage.kiosk->typedText(u"name"_qs), likeliest);
    }

private:
    static void toName(KioskStage& stage)
    {
        CLICK("block.mediation");
        CLICK("service.FAMILY");
        stage.kiosk->confirmPeople();
        stage.kiosk->choosePriority(u"ordinary"_qs);
        stage.settle();
        CLICK("review.tell");
        QCOMPARE(stage.kiosk->page(), Page::Name);
    }
    static void keys(KioskStage& stage, QStringView letters)
    {
        for (const QChar letter : letters)
            QVERIFY2(stage.click(u"key."_qs + letter), qPrintable(QString(letter)));
    }
    /// Touches a character as a visitor finds it: page after page of candidates.
    static void pick(KioskStage& stage, const QString& character)
    {
        for (;;) {
            for (int index = 0; stage.isThere(u"candidate.%1"_qs.arg(index)); ++index) {
                if (stage.item(u"candidate.%1"_qs.arg(index))->property("text").toString() == character) {
                    QVERIFY(stage.click(u"candidate.%1"_qs.arg(index)));
                    return;
                }
            }
            QVERIFY2(stage.click(u"candidates.more"_qs), qPrintable(character));
        }
    }
    void look(KioskStage& stage, const char* name)
    {
        const QString tag = QString::fromLatin1(QTest::currentDataTag());
        stage.shoot(u"typing-%1-%2"_qs.arg(tag, QLatin1String(name)));
        for (const QString& fault : stage.faults())
            m_troubles.append(u"%1 %2: %3"_qs.arg(tag, QLatin1String(name), fault));
    }
    void name(KioskStage& stage)
    {
        look(stage, "1-empty");
        keys(stage, u"zhangxiulan");
        look(stage, "2-composing");
        QVERIFY(!stage.item(u"candidates.fewer"_qs)->isEnabled());
        CLICK("candidates.more");
        look(stage, "3-more");
        CLICK("candidates.fewer");
        QVERIFY(!stage.item(u"candidates.fewer"_qs)->isEnabled());
        pick(stage, u"章"_qs);
        pick(stage, u"秀"_qs);
        pick(stage, u"兰"_qs);
        QCOMPARE(stage.kiosk->typedText(u"name"_qs), u"章秀兰"_qs);
        keys(stage, u"ha");
        CLICK("key.erase");
        CLICK("key.erase");
        CLICK("key.erase");
        QCOMPARE(stage.kiosk->typedText(u"name"_qs), u"章秀"_qs);
        keys(stage, u"lan");
        pick(stage, u"兰"_qs);
    }
    void matter(KioskStage& stage)
    {
        keys(stage, u"loushang");
        CLICK("key.space");
        CLICK("key.figures");
        look(stage, "4-figures");
        CLICK("key.3");
        CLICK("key.strokes");
        look(stage, "5-strokes");
        keys(stage, u"hhsh");
        look(stage, "6-strokes-composing");
        pick(stage, u"王"_qs);
        CLICK("key.letters");
        CLICK("key.shift");
        CLICK("key.b");
        CLICK("key.newLine");
        CLICK("key.pinyin");
        keys(stage, u"ni");
        CLICK("key.shift");
        CLICK("key.c"); // a capital letter finishes what was being composed
        const QString text = stage.kiosk->typedText(u"matter"_qs);
        QVERIFY2(text.startsWith(u"楼上3王B\n") && text.endsWith(u'C') && text.size() == 8, qPrintable(text));
        look(stage, "7-matter");
    }

    RimeComposer m_composer;
    QStringList m_troubles;
};

int main(int argc, char** argv)
{
    QApplication app(argc, argv);
    TestKioskTyping test;
    return QTest::qExec(&test, argc, argv);
}
#include "tst_kiosk_typing.moc"
