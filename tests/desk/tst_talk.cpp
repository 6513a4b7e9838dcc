// SPDX-License-Identifier: GPL-3.0-or-later
// The legal-channel conversation by keys and clicks, on a real case store. With HALL_SHOTS=DIR pictures are written there.
#include "tests/desk/desk_fixture.h"
#include "tests/desk/talk_store.h"
#include "ui/desk/talk/talk_page.h"

#include <QCheckBox>
#include <QDateEdit>
#include <QDir>

using namespace hall;
using namespace hall::tests;

namespace {

/// The window with its talk page, a clerk signed in at a desk.
struct TalkWindow
{
    explicit TalkWindow(TalkStore& talks, bool chinese = false)
        : f(chinese)
        , page(new desk::TalkPage(*f.session, talks, *f.look, f.window.get()))
    {
        f.window->addDeskPage(page, [] { return desk::TalkPage::tr("Legal channel"); });
        f.openDesk();
        show();
    }
    void show()
    {
        f.click("page2");
        settle();
    }
    static void settle()
    {
        for (int i = 0; i < 4; ++i)
            QCoreApplication::processEvents();
    }
    void press(Qt::Key key)
    {
        QTest::keyClick(page, key);
        settle();
    }
    /// Answers by the number of the key.
    void answer(const QString& value)
    {
        const auto& answers = page->talk().question()->answers;
        for (int i = 0; i < answers.size(); ++i) {
            if (answers[i].value == value) {
                press(static_cast<Qt::Key>(Qt::Key_1 + i));
                return;
            }
        }
        QFAIL(qPrintable(value));
    }
    void go(const QStringList& values)
    {
        for (const QString& value : values)
            answer(value);
    }
    QWidget* visible(const QString& name)
    {
        for (QWidget* widget : page->findChildren<QWidget*>(name)) {
            if (widget->isVisible())
                return widget;
        }
        return nullptr;
    }

    DeskFixture f;
    desk::TalkPage* page;
};

const QStringList kLabour{QStringLiteral("appeal"), QStringLiteral("first"), QStringLiteral("none"), QStringLiteral("employer"),
                          QStringLiteral("claim")};

} // namespace

class TestTalk : public QObject
{
    Q_OBJECT

private slots:
    void aRefusedTalkOpensNoSecondCase();
    void largeWordsAreBrokenNotCut();
    void everyEndIsReached();
    void changedAnswersKeepWhatStillHolds();
    void datesAsTheRulesReckonThem();
    void whatIsWrittenIsThePath();
    void draftSurvivesTheLock();
    void pictures_data();
    void pictures();
};

void TestTalk::everyEndIsReached()
{
    TalkStore talks;
    TalkWindow w(talks);
    const rules::Router router = w.page->talk().law().router;
    QVERIFY(router.ends.size() > 15);
    QSet<QString> reached;
    // Depth first through the keys: Backspace after each end, and after the last answer of each question.
    const std::function<void()> explore = [&] {
        const QString code = w.page->talk().question()->code;
        const qsizetype answers = w.page->talk().question()->answers.size();
        for (int i = 0; i < answers; ++i) {
            w.press(static_cast<Qt::Key>(Qt::Key_1 + i));
            if (const auto* end = w.page->talk().end()) {
                reached.insert(end->code);
                QCOMPARE(qobject_cast<QLabel*>(w.visible(QStringLiteral("talkEnd")))->text(), end->title.en);
                QCOMPARE(qobject_cast<QLabel*>(w.visible(QStringLiteral("talkArticle")))->text(), end->article.en);
            } else {
                explore();
            }
            w.press(Qt::Key_Backspace);
            QCOMPARE(w.page->talk().question()->code, code);
        }
    };
    explore();
    QCOMPARE(reached.size(), router.ends.size());
}

void TestTalk::changedAnswersKeepWhatStillHolds()
{
    TalkStore talks;
    TalkWindow w(talks);
    w.go(kLabour);
    QCOMPARE(w.page->talk().end()->code, QStringLiteral("arbitration-labour"));
    const auto steps = w.page->findChildren<QPushButton*>(QStringLiteral("talkStep"));
    QPushButton* procedure = nullptr;
    for (QPushButton* step : steps) {
        if (step->isVisible() && step->property("question") == QStringLiteral("procedure"))
            procedure = step;
    }
    QVERIFY(procedure);
    QTest::mouseClick(procedure, Qt::LeftButton);
    w.settle();
    QCOMPARE(w.page->talk().question()->code, QStringLiteral("procedure"));
    w.answer(QStringLiteral("police"));
    QCOMPARE(w.page->talk().end()->code, QStringLiteral("police"));
    w.press(Qt::Key_Backspace);
    w.answer(QStringLiteral("none")); // the answers behind it still hold
    QCOMPARE(w.page->talk().end()->code, QStringLiteral("arbitration-labour"));
    QCOMPARE(w.page->talk().path().size(), kLabour.size());
}

void TestTalk::datesAsTheRulesReckonThem()
{
    TalkStore talks;
    TalkWindow w(talks);
    w.go(kLabour);
    QVERIFY(w.visible(QStringLiteral("talkOpenClock")));
    auto* known = qobject_cast<QCheckBox*>(w.visible(QStringLiteral("talkKnown-knew")));
    auto* day = qobject_cast<QDateEdit*>(w.visible(QStringLiteral("talkDate-knew")));
    QVERIFY(known && day && !day->isEnabled());
    QTest::mouseClick(known, Qt::LeftButton, {}, QPoint(12, known->height() / 2));
    QVERIFY(day->isEnabled());
    const auto due = [&] {
        w.settle();
        return w.visible(QStringLiteral("talkDue"));
    };
    // A year by LAB-ARB-LIMIT, a right: 1 March 2027 is a Monday, so nothing moves.
    day->setDate(QDate(2026, 3, 1));
    QVERIFY(due());
    QCOMPARE(due()->property("due").toString(), QStringLiteral("2027-03-01"));
    QCOMPARE(due()->property("type").toString(), QStringLiteral("good"));
    const auto law = w.page->talk().law();
    const auto reckoned = rules::reckon(law.book.find(QStringLiteral("LAB-ARB-LIMIT")).value(), {QDate(2026, 3, 1), {}}, false, law.calendar);
    QCOMPARE(qobject_cast<QLabel*>(w.visible(QStringLiteral("talkArithmetic")))->text(),
             rules::explain(reckoned.value(), law.book, law.calendar, QStringLiteral("en")).join(u'\n'));
    day->setDate(QDate(2024, 3, 1));
    QCOMPARE(due()->property("type").toString(), QStringLiteral("error")); // over
    QVERIFY(qobject_cast<QLabel*>(due())->text().contains(QStringLiteral("Over since")));
}

void TestTalk::whatIsWrittenIsThePath()
{
    TalkStore talks;
    TalkWindow w(talks);
    w.go(kLabour);
    w.f.click("talkWrite");
    QVERIFY(w.visible(QStringLiteral("talkError"))); // a case begins with what is asked for
    QVERIFY(talks.hall.files(talks.li).list().value().isEmpty());
    w.f.type("talkRequest", QStringLiteral("three months of wages"));
    w.f.type("talkName", QStringLiteral("Wang Jianguo"));
    qobject_cast<QCheckBox*>(w.visible(QStringLiteral("talkRedirect")))->setChecked(true);
    w.f.click("talkWrite");
    w.settle();
    const auto cases = talks.hall.files(talks.li).list().value();
    QCOMPARE(cases.size(), 1);
    const auto file = talks.hall.files(talks.li).show(cases.first().number).value();
    QCOMPARE(file.entries.size(), 3);
    QCOMPARE(file.entries[1].kind, QStringLiteral("talked"));
    QCOMPARE(file.entries[1].content.value(QStringLiteral("end")).toString(), QStringLiteral("arbitration-labour"));
    QCOMPARE(file.entries[1].content.value(QStringLiteral("channel_code")).toString(), QStringLiteral("arbitration"));
    QStringList written;
    for (const auto& step : file.entries[1].content.value(QStringLiteral("steps")).toArray())
        written.append(step.toObject().value(QStringLiteral("answer")).toString());
    QCOMPARE(written, kLabour);
    QCOMPARE(file.entries[2].kind, QStringLiteral("redirected"));
    QCOMPARE(file.summary.state, QStringLiteral("redirected"));
    QVERIFY(talks.drafts.isEmpty());
    QVERIFY(!w.visible(QStringLiteral("talkWriter"))); // not twice
}

/// The case opens, the talk is refused: the second try goes into that case, and nothing typed is lost meanwhile.
void TestTalk::aRefusedTalkOpensNoSecondCase()
{
    TalkStore talks;
    {
        TalkWindow w(talks);
        w.go(kLabour);
        w.f.type("talkRequest", QStringLiteral("three months of wages"));
        talks.breakTalk = true;
        w.f.click("talkWrite");
        w.settle();
        const auto cases = talks.hall.files(talks.li).list().value();
        QCOMPARE(cases.size(), 1);
        QCOMPARE(talks.hall.files(talks.li).show(cases.first().number)->entries.size(), 1);
        const auto* error = qobject_cast<QLabel*>(w.visible(QStringLiteral("talkError")));
        QVERIFY(error);
        QVERIFY2(error->text().contains(cases.first().number), qPrintable(error->text()));
        QVERIFY(!w.visible(QStringLiteral("talkRequest"))); // the case is there: it is not asked for again
        w.f.click("talkWrite");
        w.settle();
        QCOMPARE(talks.hall.files(talks.li).list()->size(), 1);
    }
    // Nor does the next window, which has it from the draft.
    TalkWindow again(talks);
    talks.breakTalk = false;
    again.f.click("talkWrite");
    again.settle();
    const auto cases = talks.hall.files(talks.li).list().value();
    QCOMPARE(cases.size(), 1);
    QCOMPARE(talks.hall.files(talks.li).show(cases.first().number)->entries.value(1).kind, QStringLiteral("talked"));
    QVERIFY(talks.drafts.isEmpty());
}

/// At 200 % in English every answer, given or offered, stands whole inside its button and its button inside the window.
void TestTalk::largeWordsAreBrokenNotCut()
{
    TalkStore talks;
    TalkWindow w(talks);
    w.f.preferences.setTextPercent(200);
    w.go({QStringLiteral("appeal"), QStringLiteral("first"), QStringLiteral("none")});
    QTest::qWait(100);
    int seen = 0;
    for (const char* name : {"talkStep", "talkAnswer"}) {
        for (const auto* button : w.page->findChildren<QPushButton*>(QLatin1StringView(name))) {
            if (!button->isVisible())
                continue;
            ++seen;
            const auto* words = button->findChild<QLabel*>();
            QVERIFY(words);
            QVERIFY2(words->height() >= words->heightForWidth(words->width()), qPrintable(words->text()));
            QVERIFY2(words->width() >= words->minimumSizeHint().width(), qPrintable(words->text()));
            QVERIFY(button->rect().contains(words->geometry()));
            QVERIFY(w.page->rect().left() <= button->mapTo(w.page, QPoint()).x());
            QVERIFY2(button->mapTo(w.page, QPoint(button->width(), 0)).x() <= w.page->width(), qPrintable(words->text()));
        }
    }
    QVERIFY(seen >= 7);
    const QString pictures = qEnvironmentVariable("HALL_PICTURES");
    if (!pictures.isEmpty())
        QVERIFY(w.page->grab().save(pictures + QStringLiteral("/talk-large.png")));
}

void TestTalk::draftSurvivesTheLock()
{
    TalkStore talks;
    {
        TalkWindow w(talks);
        w.go({QStringLiteral("appeal"), QStringLiteral("first")});
        w.f.session->lock();
        w.settle();
        QVERIFY(!w.page->talk().begun()); // wiped from the window
        w.f.type("signInPassphrase", QStringLiteral("correct horse"));
        w.f.key(Qt::Key_Return);
        w.show();
        QCOMPARE(w.page->talk().question()->code, QStringLiteral("procedure"));
        w.answer(QStringLiteral("none"));
    }
    TalkWindow again(talks); // as after a crash
    QCOMPARE(again.page->talk().question()->code, QStringLiteral("relation"));
}

void TestTalk::pictures_data()
{
    QTest::addColumn<bool>("chinese");
    QTest::addColumn<int>("percent");
    QTest::addColumn<int>("theme");
    QTest::addColumn<int>("width");
    QTest::newRow("zh-100-1280") << true << 100 << 0 << 1280;
    QTest::newRow("en-200-1280") << false << 200 << 0 << 1280;
    QTest::newRow("zh-100-dark-1024") << true << 100 << 1 << 1024;
    QTest::newRow("en-100-contrast-1024") << false << 100 << 2 << 1024;
}

void TestTalk::pictures()
{
    QFETCH(bool, chinese);
    QFETCH(int, percent);
    QFETCH(int, theme);
    QFETCH(int, width);
    TalkStore talks;
    TalkWindow w(talks, chinese);
    w.f.preferences.setTextPercent(percent);
    w.f.preferences.setLook(static_cast<desk::Preferences::Look>(theme));
    w.f.window->resize(width, 900);
    const auto look = [&](const QString& name) {
        w.settle();
        for (QPushButton* button : w.page->findChildren<QPushButton*>(QStringLiteral("talkAnswer"))) {
            if (!button->isVisible())
                continue;
            const auto* words = button->findChild<QLabel*>();
            QVERIFY2(words->height() + 1 >= words->heightForWidth(words->width()), qPrintable(words->text()));
        }
        const QString folder = qEnvironmentVariable("HALL_SHOTS");
        if (folder.isEmpty())
            return;
        QDir().mkpath(folder);
        w.f.window->grab().save(QStringLiteral("%1/talk-%2-%3.png").arg(folder, QString::fromLatin1(QTest::currentDataTag()), name));
    };
    w.go({QStringLiteral("appeal"), QStringLiteral("first")});
    look(QStringLiteral("question"));
    w.go({QStringLiteral("none"), QStringLiteral("employer"), QStringLiteral("claim")});
    qobject_cast<QCheckBox*>(w.visible(QStringLiteral("talkKnown-knew")))->setChecked(true);
    look(QStringLiteral("end"));
}

QTEST_MAIN(TestTalk)
#include "tst_talk.moc"
