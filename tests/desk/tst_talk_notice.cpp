// SPDX-License-Identifier: GPL-3.0-or-later
// The notice that a visitor takes home from a talk, on a real hall. With HALL_SHOTS=DIR pictures are written there.
#include "app/casefile/attachments.h"
#include "tests/desk/case_desk.h"
#include "ui/desk/talk/notice_pane.h"
#include "ui/desk/talk/talk_page.h"
#include "ui/desk/worker_talk.h"

#include <QCheckBox>
#include <QDateEdit>
#include <QDir>
#include <QPdfWriter>
#include <QScrollArea>
#include <QScrollBar>

using namespace hall;
using hall::tests::CaseDesk;
using hall::tests::CaseHall;
using hall::tests::registration;
using hall::tests::s;

namespace {

/// The talk page on a clerk's desk.
struct TalkDesk
{
    TalkDesk(CaseHall& hall, const QString& folder, bool chinese = true)
        : desk(hall, folder, s("li"), chinese)
        , talks(desk.worker, desk.law, desk.preferences)
        , page(desk.session, talks, desk.look)
        , notice(new desk::NoticePane(desk.cases, desk.session, desk.look, &page))
    {
        page.offerNotice(notice);
        page.resize(1280, 900);
        desk.page.hide();
        page.show();
        [[maybe_unused]] const bool asked = QTest::qWaitFor([this] { return page.talk().question() != nullptr; });
    }
    void labour()
    {
        for (const char* value : {"appeal", "first", "none", "employer", "claim"}) {
            const auto& answers = page.talk().question()->answers;
            const auto found = std::find_if(answers.begin(), answers.end(), [&](const auto& answer) { return answer.value == s(value); });
            QVERIFY2(found != answers.end(), value);
            QTest::keyClick(&page, static_cast<Qt::Key>(Qt::Key_1 + (found - answers.begin())));
        }
        QVERIFY(page.talk().end());
    }
    QString said()
    {
        QStringList all;
        for (const char* name : {"talkError", "talkResult", "noticeHint", "documentAbout", "documentSaid"})
            all.append(page.findChild<QLabel*>(s(name))->text());
        return all.join(u'|');
    }
    template <class T>
    T* find(const QString& name)
    {
        for (T* widget : page.findChildren<T*>(name)) {
            if (widget->isVisible())
                return widget;
        }
        return nullptr;
    }
    void click(const char* name)
    {
        QVERIFY2(find<QPushButton>(s(name)), name);
        QTest::mouseClick(find<QPushButton>(s(name)), Qt::LeftButton);
    }
    void fill(const char* name, const char* text)
    {
        QVERIFY2(find<QLineEdit>(s(name)), name);
        find<QLineEdit>(s(name))->setText(s(text));
    }
    void shot(const QString& name)
    {
        const QString folder = qEnvironmentVariable("HALL_SHOTS");
        if (folder.isEmpty())
            return;
        QDir().mkpath(folder);
        QTest::qWait(300);
        auto* scroll = page.findChild<QScrollArea*>();
        scroll->ensureWidgetVisible(notice, 0, 0);
        scroll->verticalScrollBar()->setValue(notice->y() - 80);
        QTest::qWait(100);
        QVERIFY(page.grab().save(folder + u'/' + name + s(".png")));
    }

    CaseDesk desk;
    desk::WorkerTalk talks;
    desk::TalkPage page;
    desk::NoticePane* notice;
};

} // namespace

class TestTalkNotice : public QObject
{
    Q_OBJECT

private slots:
    void init();
    void cleanup();
    void aTalkThatIsInNoCaseIsWrittenFirst();
    void theNoticeIsMadePrintedAndSaved();
    void itGoesIntoTheCaseThatWasChosen();
    void anotherDateIsAnotherTalk();
    void theNextVisitorFindsNothingOfIt();
    void pictures_data();
    void pictures();

private:
    QList<casefile::CaseEntry> entries(const QString& number)
    {
        const auto wang = m_hall->signIn("wang");
        return m_hall->files(wang).show(number)->entries;
    }
    int audited(const QString& kind, const QString& subject)
    {
        const auto all = m_hall->office->audit().list(500).value();
        return static_cast<int>(std::count_if(all.begin(), all.end(), [&](const auto& record) { return record.kind == kind && record.subject.startsWith(subject); }));
    }

    std::unique_ptr<CaseHall> m_hall;
    std::unique_ptr<QTemporaryDir> m_folder;
};

void TestTalkNotice::init()
{
    m_hall = std::make_unique<CaseHall>();
    m_folder = std::make_unique<QTemporaryDir>();
    QVERIFY2(m_hall->complaint().isEmpty(), qPrintable(m_hall->complaint()));
    QVERIFY(hall::tests::furnish(*m_hall));
}

void TestTalkNotice::cleanup()
{
    m_hall.reset();
    m_folder.reset();
}

void TestTalkNotice::aTalkThatIsInNoCaseIsWrittenFirst()
{
    TalkDesk w(*m_hall, m_folder->path());
    QVERIFY(!w.notice->isVisible()); // nothing to take home while questions are open
    w.labour();
    QVERIFY(w.notice->isVisible());
    QVERIFY2(w.find<QLabel>(s("noticeHint"))->text().contains(s("案卷")), qPrintable(w.find<QLabel>(s("noticeHint"))->text()));
    QVERIFY(!w.notice->documents().isVisible());
    w.click("noticeWrite");
    QVERIFY(w.find<QLabel>(s("talkError"))); // a case begins with what is asked for
    QVERIFY(!w.notice->documents().isVisible());
    w.fill("talkRequest", "拖欠三个月工资");
    w.fill("talkName", "王秀英");
    w.click("noticeWrite");
    QTRY_VERIFY(w.notice->documents().isVisible());
    QVERIFY(!w.find<QPushButton>(s("noticeWrite")));
    QVERIFY(!w.find<QComboBox>(s("documentForm"))); // it is this notice and no other
    QCOMPARE(entries(s("2026-000001")).last().kind, s("talked"));
}

void TestTalkNotice::theNoticeIsMadePrintedAndSaved()
{
    TalkDesk w(*m_hall, m_folder->path());
    w.labour();
    w.fill("talkRequest", "拖欠三个月工资");
    w.fill("talkName", "王秀英");
    w.click("talkWrite");
    QTRY_VERIFY2(w.find<QLabel>(s("documentPage")), qPrintable(w.said()));
    const QString title = w.page.talk().end()->title.zh;
    QVERIFY2(w.find<QLabel>(s("documentPage"))->accessibleDescription().remove(u'\n').contains(title), qPrintable(title + w.find<QLabel>(s("documentPage"))->accessibleDescription()));
    w.click("documentMake");
    QTRY_VERIFY_WITH_TIMEOUT(w.find<QPushButton>(s("documentPrint_3")), 10000);
    const auto all = entries(s("2026-000001"));
    QCOMPARE(all.size(), 3);
    QCOMPARE(all.last().kind, s("document"));
    QCOMPARE(all.last().content.value(s("form")).toString(), s("legal-channel-notice"));
    QCOMPARE(casefile::attachmentOf(all.last())->hash.size(), 32);
    QVERIFY(w.find<QLabel>(s("documentSaid"))->text().contains(all.last().content.value(s("number")).toString()));
    const QString paper = m_folder->filePath(s("paper.pdf"));
    {
        QPdfWriter printer(paper);
        QVERIFY(w.notice->documents().madeDocuments().printTo(printer));
    }
    QTRY_COMPARE(audited(casefile::kDocumentPrinted, s("2026-000001 3")), 1);
    QFile printed(paper);
    QVERIFY(printed.open(QIODevice::ReadOnly));
    const auto again = document::Paper::fromPdf(printed.readAll());
    QVERIFY(again.ok());
    QCOMPARE(again->count(), all.last().content.value(s("pages")).toInt());
    const QString saved = m_folder->filePath(s("saved.pdf"));
    w.notice->documents().madeDocuments().saveTo(3, saved);
    QTRY_VERIFY(QFileInfo(saved).size() > 1000);
    // Looked at again it is not made again; in the other language it is a document of its own.
    auto* language = w.find<QComboBox>(s("documentLanguage"));
    language->setCurrentIndex(language->findData(s("en")));
    QTRY_VERIFY(w.find<QPushButton>(s("documentMake"))->isEnabled());
    QCOMPARE(entries(s("2026-000001")).size(), 3);
    w.click("documentMake");
    QTRY_VERIFY_WITH_TIMEOUT(w.find<QPushButton>(s("documentPrint_4")), 10000);
    QCOMPARE(entries(s("2026-000001")).last().content.value(s("language")).toString(), s("en"));
}

void TestTalkNotice::itGoesIntoTheCaseThatWasChosen()
{
    const auto li = m_hall->signIn("li");
    const QString number = m_hall->files(li).open(s("reception"), registration("赵铁柱", "拖欠工资"))->number;
    TalkDesk w(*m_hall, m_folder->path());
    w.labour();
    QTRY_VERIFY(w.find<QComboBox>(s("talkCase"))->findData(number) > 0);
    w.find<QComboBox>(s("talkCase"))->setCurrentIndex(w.find<QComboBox>(s("talkCase"))->findData(number));
    w.find<QCheckBox>(s("talkRedirect"))->setChecked(true); // closed by it; the notice can be made all the same
    w.click("noticeWrite");
    QTRY_VERIFY2(w.find<QLabel>(s("documentPage")), qPrintable(w.said()));
    w.click("documentMake");
    QTRY_VERIFY_WITH_TIMEOUT(w.find<QPushButton>(s("documentPrint_4")), 10000);
    QCOMPARE(entries(number).value(2).kind, s("redirected"));
    QCOMPARE(entries(number).last().kind, s("document"));
    QCOMPARE(m_hall->files(li).list()->size(), 1);
}

void TestTalkNotice::anotherDateIsAnotherTalk()
{
    TalkDesk w(*m_hall, m_folder->path());
    w.labour();
    w.fill("talkRequest", "拖欠三个月工资");
    w.click("talkWrite");
    QTRY_VERIFY2(w.find<QLabel>(s("documentPage")), qPrintable(w.said()));
    w.find<QCheckBox>(s("talkKnown-knew"))->setChecked(true);
    w.find<QDateEdit>(s("talkDate-knew"))->setDate(QDate(2026, 1, 5));
    QVERIFY(!w.notice->documents().isVisible()); // the case does not say this date yet
    w.click("noticeWrite");                      // into the case that it is in
    QTRY_VERIFY2(w.find<QLabel>(s("documentPage")), qPrintable(w.said()));
    QTRY_VERIFY(w.find<QLabel>(s("documentPage"))->accessibleDescription().contains(s("2027年1月5日")));
    QCOMPARE(entries(s("2026-000001")).size(), 3);
    const auto li = m_hall->signIn("li");
    QCOMPARE(m_hall->files(li).list()->size(), 1);
}

void TestTalkNotice::theNextVisitorFindsNothingOfIt()
{
    TalkDesk w(*m_hall, m_folder->path());
    w.labour();
    w.fill("talkRequest", "拖欠三个月工资");
    w.click("talkWrite");
    QTRY_VERIFY2(w.find<QLabel>(s("documentPage")), qPrintable(w.said()));
    w.click("talkRestart");
    QVERIFY(!w.notice->isVisible());
    QVERIFY(w.page.findChildren<QLabel*>(s("documentPage")).isEmpty());
    w.labour();
    QVERIFY(!w.notice->documents().isVisible());
    w.fill("talkRequest", "另一件事");
    w.click("talkWrite");
    QTRY_VERIFY2(w.find<QLabel>(s("documentPage")), qPrintable(w.said()));
    w.desk.session.lock();
    QVERIFY(w.page.findChildren<QLabel*>(s("documentPage")).isEmpty());
}

void TestTalkNotice::pictures_data()
{
    QTest::addColumn<bool>("chinese");
    QTest::addColumn<int>("percent");
    QTest::addColumn<int>("theme");
    QTest::newRow("zh") << true << 100 << 0;
    QTest::newRow("en-200") << false << 200 << 0;
    QTest::newRow("zh-dark") << true << 100 << 1;
}

/// Nothing of the notice is cut at any size; the pictures are for whoever looks at them.
void TestTalkNotice::pictures()
{
    QFETCH(bool, chinese);
    QFETCH(int, percent);
    QFETCH(int, theme);
    TalkDesk w(*m_hall, m_folder->path(), chinese);
    w.desk.preferences.setTextPercent(percent);
    w.desk.preferences.setLook(static_cast<desk::Preferences::Look>(theme));
    const QString tag = QString::fromLatin1(QTest::currentDataTag());
    const auto whole = [&] {
        QTest::qWait(100);
        for (const auto* button : w.notice->findChildren<QPushButton*>()) {
            if (button->isVisible())
                QVERIFY2(button->width() >= button->minimumSizeHint().width() && button->mapTo(w.notice, QPoint(button->width(), 0)).x() <= w.notice->width(), qPrintable(button->text()));
        }
    };
    w.labour();
    whole();
    w.shot(tag + s("-1-before"));
    w.fill("talkRequest", "拖欠三个月工资");
    w.click("noticeWrite");
    QTRY_VERIFY2(w.find<QLabel>(s("documentPage")), qPrintable(w.said()));
    whole();
    w.shot(tag + s("-2-preview"));
    w.click("documentMake");
    QTRY_VERIFY_WITH_TIMEOUT(w.find<QPushButton>(s("documentPrint_3")), 10000);
    whole();
    w.shot(tag + s("-3-made"));
}

QTEST_MAIN(TestTalkNotice)
#include "tst_talk_notice.moc"
