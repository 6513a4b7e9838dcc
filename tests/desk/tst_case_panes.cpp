// SPDX-License-Identifier: GPL-3.0-or-later
// The parts of the page about cases on a real hall: filters, people, attachments, documents, reasons, earlier cases, drafts.
#include "app/casefile/case_audit.h"
#include "tests/desk/case_desk.h"
#include "ui/desk/cases/typed_day.h"

#include <QComboBox>
#include <QDropEvent>
#include <QMimeData>
#include <QPdfWriter>
#include <QProcess>
#include <QScrollArea>
#include <QScrollBar>
#include <csignal>
#include <rapidcheck.h>

using namespace hall;
using hall::tests::CaseHall;
using Desk = hall::tests::CaseDesk;
using hall::tests::choose;
using hall::tests::registration;
using hall::tests::s;

class TestCasePanes : public QObject
{
    Q_OBJECT

private slots:
    void init();
    void cleanup();
    void daysAreTypedAsPeopleWriteThem();
    void choicesAreNamedAndDaysAreShownInTheReadersLanguage();
    void filtersNarrowAndSayThatTheyDo();
    void whatWasFoundIsMarked();
    void theListStaysWhereItWasScrolledTo();
    void bringingTheSearchUpToDateCanBeStopped();
    void peopleAreAddedAndTheirFaultsStandBesideThem();
    void filesAreDroppedSavedAndStopped();
    void aLargeFileDoesNotKeepTheLineWaiting();
    void aDocumentIsPreviewedSignedMadeAndPrinted();
    void everyDocumentIsTakenOutAgain();
    void whoReadsOutsideTheirDutySaysWhy();
    void anAccusationIsAnnouncedAndHandedIn();
    void aReturningPersonIsShownAndTheCaseContinued();
    void aDeadlineShowsItsArithmeticOnDemand();
    void keysReachEverything();
    void aDraftOutlivesAKilledProgram();

private:
    std::unique_ptr<Desk> desk(const char* login = "li", bool chinese = true)
    {
        return std::make_unique<Desk>(*m_hall, m_folder->path(), s(login), chinese);
    }
    QString open(const QJsonObject& content, const char* login = "li")
    {
        const auto person = m_hall->signIn(login);
        const auto opened = m_hall->files(person).open(s("reception"), content);
        return opened.ok() ? opened->number : opened.error().message;
    }
    int audited(const QString& kind, const QString& subject)
    {
        int found = 0;
        const auto all = m_hall->office->audit().list(500).value();
        for (const auto& record : all)
            found += record.kind == kind && record.subject.startsWith(subject);
        return found;
    }
    QString file(const char* name, const QByteArray& bytes)
    {
        QFile file(m_folder->filePath(s(name)));
        [[maybe_unused]] const bool written = file.open(QIODevice::WriteOnly) && file.write(bytes) == bytes.size();
        return file.fileName();
    }
    static int rows(Desk& desk) { return desk.find<QListView>("caseList")->model()->rowCount(); }
    static void opened(Desk& desk, const QString& number)
    {
        QTRY_VERIFY(rows(desk) > 0);
        desk.page.openCase(number);
        QTRY_VERIFY2(desk.text("caseHead").startsWith(number), qPrintable(desk.text("caseHead") + desk.text("caseListHint")));
    }

    std::unique_ptr<CaseHall> m_hall;
    std::unique_ptr<QTemporaryDir> m_folder;
};

void TestCasePanes::init()
{
    m_hall = std::make_unique<CaseHall>();
    m_folder = std::make_unique<QTemporaryDir>();
    QVERIFY2(m_hall->complaint().isEmpty(), qPrintable(m_hall->complaint()));
    QVERIFY(hall::tests::furnish(*m_hall));
}

void TestCasePanes::cleanup()
{
    m_hall.reset();
    m_folder.reset();
}

void TestCasePanes::daysAreTypedAsPeopleWriteThem()
{
    const QDate today(2026, 3, 5);
    for (const char* text : {"2026-03-05", "2026年3月5日", "2026年3月5日 周四", "2026/3/5", "2026.3.5", "20260305", "3月5日", "５ Mar 2026", "5 March 2026",
                             "Thu 5 Mar 2026", "２０２６年３月５日"})
        QVERIFY2(desk::typedDay(s(text), today) == today, text);
    for (const char* text : {"", "2026-13-05", "2026年2月30日", "yesterday", "5", "31 Feb 2026", "2026-03-05x"})
        QVERIFY2(!desk::typedDay(s(text), today).isValid(), text);
    desk::Phrasebook phrases;
    const bool law = rc::check("a day that is shown is read again", [&] {
        const QDate day = QDate(1930, 1, 1).addDays(*rc::gen::inRange(0, 60000));
        for (bool chinese : {true, false}) {
            phrases.setChinese(chinese);
            RC_ASSERT(desk::typedDay(phrases.date(day), today) == day);
        }
        RC_ASSERT(desk::typedDay(day.toString(Qt::ISODate), today) == day);
    });
    QVERIFY(law);
}

void TestCasePanes::choicesAreNamedAndDaysAreShownInTheReadersLanguage()
{
    const auto li = desk();
    QTRY_VERIFY((li->click("caseRegister"), li->find<QLineEdit>("entry_received")));
    auto* type = li->find<QComboBox>("entry_type");
    QCOMPARE(type->itemText(type->findData(s("appeal"))), s("申诉求决"));
    auto* document = li->find<QComboBox>("entry_petitioners[0].document");
    QCOMPARE(document->itemText(document->findData(s("mainland-travel-permit"))), s("港澳台居民来往内地通行证"));
    auto* received = li->find<QLineEdit>("entry_received");
    received->setText(s("2026/3/2"));
    emit received->editingFinished();
    QCOMPARE(received->text(), s("2026年3月2日 周一"));
    li->find<QPlainTextEdit>("entry_request")->setPlainText(s("楼上漏水"));
    li->find<QLineEdit>("entry_petitioners[0].name")->setText(s("王秀英"));
    choose(type, s("appeal"));
    li->click("caseSend");
    QTRY_VERIFY(li->text("caseHead").startsWith(s("2026-000001")));
    QVERIFY2(li->shown().contains(s("申诉求决")) && !li->shown().contains(s("appeal")), qPrintable(li->shown()));
    const auto wang = m_hall->signIn("wang");
    QCOMPARE(m_hall->files(wang).show(s("2026-000001"))->entries.first().content.value(s("received")).toString(), s("2026-03-02"));
    li->preferences.setChinese(false);
    QTRY_VERIFY(li->shown().contains(s("Mon 2 Mar 2026")));
    QVERIFY(li->shown().contains(s("appeal")));
}

void TestCasePanes::filtersNarrowAndSayThatTheyDo()
{
    open(registration("王秀英", "楼上漏水"));
    const QString second = open(registration("赵铁柱", "路灯不亮"), "wang");
    const auto wang = m_hall->signIn("wang");
    QVERIFY(m_hall->files(wang).append(second, s("accepted"), {{s("matter"), true}}).ok());
    const auto li = desk();
    QTRY_COMPARE(rows(*li), 2);
    li->click("caseFilters");
    choose(li->find<QComboBox>("filterState"), s("accepted"));
    QTRY_COMPARE(rows(*li), 1);
    QVERIFY(li->button(s("caseFilters"))->text().contains(u'1'));
    choose(li->find<QComboBox>("filterHandler"), s("li"));
    QTRY_COMPARE(rows(*li), 0);
    QTRY_VERIFY2(li->text("caseListHint").contains(s("筛选")), qPrintable(li->text("caseListHint")));
    li->click("caseFiltersClear");
    QTRY_COMPARE(rows(*li), 2);
    choose(li->find<QComboBox>("filterHandler"), s("wang"));
    QTRY_COMPARE(rows(*li), 1);
    li->click("caseFiltersClear");
    auto* due = li->find<QComboBox>("filterDue");
    due->setCurrentIndex(due->findData(7)); // fifteen days to register, sixty to handle: none within a week
    QTRY_COMPARE(rows(*li), 0);
    due->setCurrentIndex(due->findData(30));
    QTRY_COMPARE(rows(*li), 1);
}

void TestCasePanes::whatWasFoundIsMarked()
{
    open(registration("王秀英", "楼上漏水，要求赔偿"));
    const auto li = desk();
    QTRY_COMPARE(rows(*li), 1);
    li->find<QLineEdit>("caseSearch")->setText(s("赔偿"));
    auto* model = li->find<QListView>("caseList")->model();
    const auto marks = [&] { return model->index(0, 0).data(desk::CaseListModel::MarksRole).value<QList<QPoint>>(); };
    QTRY_VERIFY(model->rowCount() == 1 && !marks().isEmpty());
    const QString snippet = model->index(0, 0).data(desk::CaseListModel::SnippetRole).toString();
    QCOMPARE(snippet.mid(marks().first().x(), marks().first().y()), s("赔偿"));
}

void TestCasePanes::theListStaysWhereItWasScrolledTo()
{
    for (int i = 0; i < 14; ++i)
        open(registration("王秀英", "楼上漏水"));
    const auto li = desk();
    QTRY_COMPARE(rows(*li), 14);
    auto* bar = li->find<QListView>("caseList")->verticalScrollBar();
    QTRY_VERIFY(bar->maximum() > 100);
    bar->setValue(90);
    open(registration("赵铁柱", "路灯不亮"), "wang"); // found by the poll
    QTRY_COMPARE_WITH_TIMEOUT(rows(*li), 15, 8000);
    QCOMPARE(bar->value(), 90);
}

void TestCasePanes::bringingTheSearchUpToDateCanBeStopped()
{
    for (int i = 0; i < 52; ++i)
        open(registration("王秀英", "楼上漏水"));
    const auto li = desk();
    QTRY_VERIFY(li->button(s("caseCatchUpStop"))->isVisible() || rows(*li) >= 50);
    li->click("caseCatchUpStop");
    QTRY_VERIFY2(li->text("caseListHint").contains(s("已停")), qPrintable(li->text("caseListHint")));
    QTRY_VERIFY(rows(*li) > 0); // what is there can be searched
    li->click("caseCatchUpStop");
    QTRY_VERIFY(!li->button(s("caseCatchUpStop"))->isVisible());
    // Fifty at first; more where the list ends.
    QTRY_COMPARE(rows(*li), 50);
    auto* bar = li->find<QListView>("caseList")->verticalScrollBar();
    QTRY_COMPARE((bar->setValue(bar->maximum()), rows(*li)), 52);
}

void TestCasePanes::peopleAreAddedAndTheirFaultsStandBesideThem()
{
    const auto li = desk();
    QTRY_VERIFY((li->click("caseRegister"), li->find<QPlainTextEdit>("entry_request")));
    li->find<QPlainTextEdit>("entry_request")->setPlainText(s("拖欠工资"));
    li->find<QLineEdit>("entry_petitioners[0].name")->setText(s("小明"));
    li->find<QLineEdit>("entry_petitioners[0].birth")->setText(s("2015年1月1日"));
    // A child without a guardian: said in the child's card.
    li->click("caseSend");
    QVERIFY2(li->shown().contains(s("监护人")) && !li->shown().contains(s("petitioners[")), qPrintable(li->shown()));
    QVERIFY(!li->text("caseError").isEmpty());
    // An organisation has no birth; a guardian alone is asked for consent.
    li->click("more_petitioners");
    auto* kind = li->find<QComboBox>("entry_petitioners[1].kind");
    choose(kind, s("organisation"));
    QVERIFY(li->find<QLineEdit>("entry_petitioners[1].birth")->parentWidget()->isHidden());
    choose(kind, s("person"));
    choose(li->find<QComboBox>("entry_petitioners[1].role"), s("guardian"));
    QVERIFY(!li->find<QComboBox>("entry_petitioners[1].consent")->parentWidget()->isHidden());
    li->find<QLineEdit>("entry_petitioners[1].name")->setText(s("明父"));
    li->find<QLineEdit>("entry_petitioners[1].phone")->setText(s("12"));
    choose(li->find<QComboBox>("entry_petitioners[1].consent"), s("yes"));
    li->click("caseSend"); // the second person's telephone is refused, beside it
    auto* fault = li->find<QLineEdit>("entry_petitioners[1].phone")->parentWidget()->findChildren<QLabel*>().last();
    QVERIFY(!fault->isHidden() && !fault->text().isEmpty());
    li->find<QLineEdit>("entry_petitioners[1].phone")->setText(s("13800000000"));
    li->click("more_others");
    li->find<QLineEdit>("entry_others[0].name")->setText(s("某建筑公司"));
    choose(li->find<QComboBox>("entry_others[0].kind"), s("organisation"));
    li->click("caseSend");
    QTRY_VERIFY2(li->text("caseHead").startsWith(s("2026-000001")), qPrintable(li->shown()));
    const auto wang = m_hall->signIn("wang");
    const auto facts = m_hall->files(wang).show(s("2026-000001"))->standing.facts;
    QCOMPARE(facts.value(s("petitioners")).toArray().size(), 2);
    QCOMPARE(facts.value(s("others")).toArray().first().toObject().value(s("kind")).toString(), s("organisation"));
    // Six representatives are one too many.
    QTRY_VERIFY((li->click("caseRegister"), li->find<QPlainTextEdit>("entry_request")));
    li->find<QPlainTextEdit>("entry_request")->setPlainText(s("拖欠工资"));
    for (int i = 0; i < 6; ++i) {
        if (i > 0)
            li->click("more_petitioners");
        const QString path = s("entry_petitioners[%1].").arg(i);
        li->page.findChild<QLineEdit*>(path + s("name"))->setText(s("代表%1").arg(i));
        choose(li->page.findChild<QComboBox*>(path + s("role")), s("representative"));
    }
    li->click("caseSend");
    QVERIFY2(li->shown().contains(s("第二十条")) || li->shown().contains(s("5")), qPrintable(li->shown()));
    QVERIFY(!li->text("caseError").isEmpty());
}

void TestCasePanes::filesAreDroppedSavedAndStopped()
{
    const QString number = open(registration("王秀英", "楼上漏水"));
    const auto li = desk();
    opened(*li, number);
    li->click("caseTab_1");
    auto* pane = li->find<desk::AttachmentsPane>("attachmentsPane");
    QVERIFY(pane->isVisible());
    const QByteArray bytes("not a picture, but a paper of some length");
    QMimeData mime;
    mime.setUrls({QUrl::fromLocalFile(file("合同.txt", bytes))});
    QDropEvent drop(QPointF(5, 5), Qt::CopyAction, &mime, Qt::LeftButton, Qt::NoModifier);
    static_cast<QObject*>(pane)->event(&drop);
    QTRY_VERIFY2(li->shown().contains(s("合同.txt")) && li->button(s("attachmentSave_2")), qPrintable(li->text("attachmentSaid") + li->shown()));
    const QString target = m_folder->filePath(s("copy.txt"));
    pane->saveTo(2, target);
    QTRY_VERIFY(QFile::exists(target));
    QFile copy(target);
    QVERIFY(copy.open(QIODevice::ReadOnly));
    QCOMPARE(copy.readAll(), bytes);
    QCOMPARE(audited(casefile::kAttachmentSaved, number), 1);

    // Stopped on the way: nothing of it stays.
    QTRY_VERIFY(li->text("attachmentSaid").contains(s("审计")));
    QFile large(m_folder->filePath(s("large.bin")));
    QVERIFY(large.open(QIODevice::WriteOnly) && large.resize(400 << 20));
    large.close();
    pane->add({large.fileName()});
    QTRY_VERIFY(li->button(s("attachmentCancel"))->isVisible());
    li->click("attachmentCancel");
    QTRY_VERIFY2(li->text("attachmentSaid").contains(s("large.bin")), qPrintable(li->text("attachmentSaid")));
    const auto wang = m_hall->signIn("wang");
    QCOMPARE(m_hall->files(wang).show(number)->entries.size(), 2);
}

void TestCasePanes::aLargeFileDoesNotKeepTheLineWaiting()
{
    const QString number = open(registration("王秀英", "楼上漏水"));
    const auto li = desk();
    opened(*li, number);
    QFile large(m_folder->filePath(s("large.bin")));
    QVERIFY(large.open(QIODevice::WriteOnly) && large.resize(1000 << 20));
    large.close();
    const auto work = std::make_shared<desk::LongWork>();
    auto attached = li->cases.attach(number, large.fileName(), work);
    QTRY_VERIFY(work->done > 0); // it is in the middle of it
    auto searched = li->cases.search({}, casefile::Typing::Still);
    QTRY_VERIFY(searched.isFinished());
    QVERIFY(!attached.isFinished());
    work->stop = true;
    QTRY_VERIFY(attached.isFinished());
    QCOMPARE(attached.result().error().code, base::ErrorCode::Cancelled);
}

void TestCasePanes::aDocumentIsPreviewedSignedMadeAndPrinted()
{
    const QString number = open(registration("王秀英", "楼上漏水"));
    const auto li = desk();
    opened(*li, number);
    li->click("caseTab_2");
    auto* forms = li->find<QComboBox>("documentForm");
    // One that lacks something says what.
    choose(forms, s("opinion"));
    QVERIFY(!li->button(s("documentMake"))->isEnabled());
    QVERIFY2(li->text("documentAbout").contains(s("处理意见")), qPrintable(li->text("documentAbout")));
    choose(forms, s("registration"));
    QTRY_VERIFY2(li->find<QLabel>("documentPage"), qPrintable(li->text("documentSaid")));
    QVERIFY(li->find<QLabel>("documentPage")->accessibleDescription().contains(s("王秀英")));
    QVERIFY(li->button(s("documentMake"))->isEnabled());
    // Signed with the mouse; without a name it is refused.
    const auto pads = li->page.findChildren<desk::SignaturePad*>();
    QVERIFY(!pads.isEmpty());
    auto* pad = pads.first();
    for (auto* open : li->page.findChildren<QPushButton*>()) {
        if (open->objectName().startsWith(s("signHere_")))
            open->click();
    }
    QTRY_VERIFY(pad->isVisible());
    QTest::mousePress(pad, Qt::LeftButton, {}, {20, 40});
    for (int x = 30; x < 160; x += 10)
        QTest::mouseMove(pad, {x, 40 + x % 20});
    QTest::mouseRelease(pad, Qt::LeftButton, {}, {160, 50});
    QCOMPARE(pad->strokes().size(), 1);
    QVERIFY(pad->strokes().first().size() > 3);
    li->click("documentMake");
    QVERIFY2(li->text("documentSaid").contains(s("姓名")), qPrintable(li->text("documentSaid")));
    pad->parentWidget()->findChildren<QLineEdit*>().first()->setText(s("王秀英"));
    li->click("documentMake");
    QTRY_VERIFY_WITH_TIMEOUT(li->find<QLabel>("documentMade"), 10000);
    const auto wang = m_hall->signIn("wang");
    const auto entry = m_hall->files(wang).show(number)->entries.last();
    QCOMPARE(entry.kind, s("document"));
    QCOMPARE(entry.content.value(s("signatures")).toArray().first().toObject().value(s("signer")).toString(), s("王秀英"));
    QVERIFY(li->text("documentMade").contains(entry.content.value(s("number")).toString()));
    QVERIFY(li->shown().contains(QString::fromLatin1(casefile::attachmentOf(entry)->hash.toHex().left(32))));
    // Printed, and the trail says so; saved as PDF.
    auto* pane = &li->find<desk::DocumentsPane>("documentsPane")->madeDocuments();
    const QString paper = m_folder->filePath(s("paper.pdf"));
    {
        QPdfWriter printer(paper);
        QVERIFY(pane->printTo(printer));
    }
    QTRY_COMPARE(audited(casefile::kDocumentPrinted, number + s(" 2")), 1);
    QVERIFY(QFileInfo(paper).size() > 1000);
    const QString target = m_folder->filePath(s("saved.pdf"));
    pane->saveTo(entry.sequence, target);
    QTRY_VERIFY(QFile::exists(target));
    QFile saved(target);
    QVERIFY(saved.open(QIODevice::ReadOnly) && saved.read(5) == "%PDF-");
}

void TestCasePanes::everyDocumentIsTakenOutAgain()
{
    const QString number = open(registration("王秀英", "楼上漏水"));
    {
        const auto li = desk();
        opened(*li, number);
        li->click("caseTab_2");
        for (const char* language : {"zh", "en"}) {
            choose(li->find<QComboBox>("documentForm"), s("registration"));
            choose(li->find<QComboBox>("documentLanguage"), s(language));
            QTRY_VERIFY(li->button(s("documentMake"))->isEnabled());
            const qsizetype before = li->page.findChildren<QLabel*>(s("documentMade")).size();
            li->click("documentMake");
            QTRY_COMPARE_WITH_TIMEOUT(li->page.findChildren<QLabel*>(s("documentMade")).size(), before + 1, 10000);
        }
    }
    // Another day, another window: neither is the one made last.
    const auto wang = desk("wang");
    opened(*wang, number);
    wang->click("caseTab_2");
    QCOMPARE(wang->page.findChildren<QLabel*>(s("documentMade")).size(), 2);
    QVERIFY(!wang->find<QLabel>("documentPage"));
    auto* made = &wang->find<desk::DocumentsPane>("documentsPane")->madeDocuments();
    QPdfWriter nothing(m_folder->filePath(s("nothing.pdf")));
    QVERIFY(!made->printTo(nothing)); // none is opened
    wang->click("documentLook_2");
    QTRY_VERIFY_WITH_TIMEOUT(wang->find<QLabel>("documentPage"), 10000);
    const auto dark = [&] { // something is drawn, where the title stands
        const QImage sheet = wang->find<QLabel>("documentPage")->pixmap().toImage();
        int pixels = 0;
        for (int y = 0; y < sheet.height() / 3; ++y) {
            for (int x = 0; x < sheet.width(); ++x)
                pixels += qGray(sheet.pixel(x, y)) < 128;
        }
        return pixels;
    };
    QVERIFY(dark() > 100);
    QCOMPARE(audited(casefile::kAttachmentOpened, number), 1);
    const QString paper = m_folder->filePath(s("again.pdf"));
    {
        QPdfWriter printer(paper);
        QVERIFY(made->printTo(printer));
    }
    QTRY_COMPARE(audited(casefile::kDocumentPrinted, number + s(" 2")), 1);
    QFile file(paper);
    QVERIFY(file.open(QIODevice::ReadOnly) && file.size() > 10000);
    // The other one takes its place; a second click puts it away.
    wang->click("documentLook_3");
    QTRY_VERIFY_WITH_TIMEOUT(wang->button(s("documentLook_3"))->isChecked() && wang->find<QLabel>("documentPage")->accessibleDescription().contains(s("Registration")), 10000);
    QVERIFY(!wang->button(s("documentLook_2"))->isChecked());
    const auto sheets = wang->page.findChildren<QLabel*>(s("documentPage"));
    const auto person = m_hall->signIn("wang");
    QCOMPARE(sheets.size(), m_hall->files(person).show(number)->entries.last().content.value(s("pages")).toInt());
    QCOMPARE(audited(casefile::kAttachmentOpened, number), 2);
    wang->click("documentLook_3");
    QVERIFY(!wang->find<QLabel>("documentPage") && !wang->button(s("documentLook_3"))->isChecked());
    made->saveTo(3, m_folder->filePath(s("third.pdf")));
    QTRY_VERIFY(QFile::exists(m_folder->filePath(s("third.pdf"))));
    QCOMPARE(audited(casefile::kAttachmentSaved, number), 1);
}

void TestCasePanes::whoReadsOutsideTheirDutySaysWhy()
{
    const QString number = open(registration("王秀英", "楼上漏水"));
    const auto xu = desk("xu"); // the supervisor
    QVERIFY(xu->session.working());
    auto* search = xu->find<QLineEdit>("caseSearch");
    QTRY_VERIFY(!xu->text("caseListHint").isEmpty());
    QVERIFY(xu->button(s("caseRegister"))->isHidden()); // a supervisor registers nothing
    search->setText(number);
    QTRY_VERIFY2(xu->text("caseListHint").contains(s("理由")), qPrintable(xu->text("caseListHint")));
    QTest::keyClick(search, Qt::Key_Return);
    QTRY_VERIFY(xu->find<desk::OutsideReason>("outsideReason")->isVisible());
    xu->click("outsideGo");
    QVERIFY(!xu->text("caseHead").startsWith(number)); // a reason has to be chosen
    choose(xu->find<QComboBox>("outsideCode"), s("supervision"));
    xu->find<QPlainTextEdit>("outsideWords")->setPlainText(s("群众来信反映"));
    xu->click("outsideGo");
    QTRY_VERIFY(xu->text("caseHead").startsWith(number));
    QVERIFY(xu->find<desk::OutsideReason>("outsideReason")->isHidden());
    QCOMPARE(audited(casefile::kCaseOpenedOutside, number + s(" supervision")), 1);
}

void TestCasePanes::anAccusationIsAnnouncedAndHandedIn()
{
    const auto li = desk();
    QTRY_VERIFY((li->click("caseRegister"), li->find<QPlainTextEdit>("entry_request")));
    QVERIFY(li->text("caseWorkspace").isEmpty());
    choose(li->find<QComboBox>("entry_type"), s("accusation"));
    QVERIFY2(li->text("caseWorkspace").contains(s("密办区")), qPrintable(li->text("caseWorkspace")));
    li->find<QPlainTextEdit>("entry_request")->setPlainText(s("工作人员收受礼品"));
    li->find<QLineEdit>("entry_petitioners[0].name")->setText(s("赵铁柱"));
    li->click("caseSend");
    QTRY_VERIFY2(li->text("caseHead").contains(s("J2026-000001")), qPrintable(li->shown()));
    QVERIFY(!li->shown().contains(s("收受礼品")));
    QCOMPARE(rows(*li), 0);
}

void TestCasePanes::aReturningPersonIsShownAndTheCaseContinued()
{
    const QString number = open(registration("王秀英", "楼上漏水", "13800001111"));
    const auto li = desk();
    QTRY_COMPARE(rows(*li), 1);
    li->click("caseRegister");
    QTRY_VERIFY(li->find<QLineEdit>("entry_petitioners[0].phone"));
    li->find<QLineEdit>("entry_petitioners[0].name")->setText(s("王秀英"));
    li->find<QLineEdit>("entry_petitioners[0].phone")->setText(s("138-0000-1111"));
    QTRY_VERIFY(li->button(s("earlierContinue_") + number));
    QVERIFY2(li->text("earlierCase").contains(number), qPrintable(li->shown()));
    QTest::mouseClick(li->button(s("earlierContinue_") + number), Qt::LeftButton);
    QCOMPARE(li->find<QLineEdit>("entry_continues")->text(), number);
    li->find<QPlainTextEdit>("entry_request")->setPlainText(s("又漏水了"));
    li->click("caseSend");
    QTRY_VERIFY(li->text("caseHead").startsWith(s("2026-000002")));
    const auto wang = m_hall->signIn("wang");
    QCOMPARE(m_hall->files(wang).show(s("2026-000002"))->standing.facts.value(s("continues")).toString(), number);
    QCOMPARE(m_hall->files(wang).show(number)->entries.size(), 1); // nothing was merged
    // Beside the open case stands the earlier one; a click opens it.
    QTRY_VERIFY(li->button(s("earlierOpen_") + number));
    QTest::mouseClick(li->button(s("earlierOpen_") + number), Qt::LeftButton);
    QTRY_VERIFY(li->text("caseHead").startsWith(number));
}

void TestCasePanes::aDeadlineShowsItsArithmeticOnDemand()
{
    const QString number = open(registration("王秀英", "楼上漏水"));
    const auto li = desk();
    opened(*li, number);
    auto* how = li->button(s("clockHow_XF-REG"));
    QVERIFY(how);
    auto* steps = li->find<QLabel>("clockSteps_XF-REG");
    QVERIFY(steps->isHidden());
    QTest::mouseClick(how, Qt::LeftButton);
    QVERIFY(!steps->isHidden());
    QVERIFY2(steps->text().contains(s("2026年3月20日")), qPrintable(steps->text())); // fifteen days after 5 March
    QVERIFY(li->shown().contains(s("第二十二条")));
}

void TestCasePanes::keysReachEverything()
{
    const QString number = open(registration("王秀英", "楼上漏水"));
    const auto li = desk();
    li->page.activateWindow();
    QVERIFY(QTest::qWaitForWindowActive(&li->page));
    QTRY_COMPARE(rows(*li), 1);
    auto* search = li->find<QLineEdit>("caseSearch");
    auto* list = li->find<QListView>("caseList");
    search->setFocus();
    QTest::keyClick(search, Qt::Key_Down);
    QTRY_VERIFY(list->hasFocus());
    QTest::keyClick(list, Qt::Key_Return);
    QTRY_VERIFY(li->text("caseHead").startsWith(number));
    QTest::keyClick(list, Qt::Key_2, Qt::AltModifier);
    QVERIFY(li->find<desk::AttachmentsPane>("attachmentsPane")->isVisible());
    QTest::keyClick(&li->page, Qt::Key_1, Qt::AltModifier);
    li->find<QPlainTextEdit>("entry_text")->setPlainText(s("电话联系过"));
    QTest::keyClick(li->find<QPlainTextEdit>("entry_text"), Qt::Key_Return, Qt::ControlModifier);
    QTRY_VERIFY(li->shown().contains(s("电话联系过")));
    QTest::keyClick(&li->page, Qt::Key_F, Qt::ControlModifier);
    QVERIFY(search->hasFocus());
    search->setText(s("没有"));
    QTest::keyClick(search, Qt::Key_Escape);
    QVERIFY(search->text().isEmpty());
    QTest::keyClick(&li->page, Qt::Key_N, Qt::ControlModifier);
    QTRY_VERIFY(li->find<QPlainTextEdit>("entry_request"));
}

/// The killed program is this test itself, started again (main below).
void TestCasePanes::aDraftOutlivesAKilledProgram()
{
    const QString number = open(registration("王秀英", "楼上漏水"));
    QProcess child;
    auto environment = QProcessEnvironment::systemEnvironment();
    environment.insert(s("HALL_TYPIST"), m_hall->place().url() + u'\n' + m_folder->path() + u'\n' + number);
    child.setProcessEnvironment(environment);
    child.setProcessChannelMode(QProcess::MergedChannels);
    child.start(QCoreApplication::applicationFilePath(), QStringList());
    QVERIFY(child.waitForStarted());
    QByteArray said;
    QTRY_VERIFY_WITH_TIMEOUT((said += child.readAll(), said.contains("typing\n") || child.state() == QProcess::NotRunning), 20000);
    QVERIFY2(child.state() == QProcess::Running, said.constData());
    QTest::qWait(900); // it goes on typing
    ::kill(static_cast<pid_t>(child.processId()), SIGKILL);
    QVERIFY(child.waitForFinished());
    const auto li = desk();
    opened(*li, number);
    const QString draft = li->find<QPlainTextEdit>("entry_text")->toPlainText();
    QVERIFY2(draft.startsWith(s("写到一半")), qPrintable(draft));
    QVERIFY(!li->text("caseDraft").isEmpty());
}

/// Types a draft and never ends by itself.
static int typeUntilKilled(const QString& order)
{
    const QStringList parts = order.split(u'\n');
    base::ManualClock clock(base::fromIso(QStringLiteral("2026-03-05T09:30:00+08:00")).value());
    Desk desk(parts.value(0), clock, parts.value(1), s("li"));
    if (!QTest::qWaitFor([&] { return desk.find<QListView>("caseList")->model()->rowCount() > 0; }, 10000))
        return 2;
    desk.page.openCase(parts.value(2));
    if (!QTest::qWaitFor([&] { return desk.find<QPlainTextEdit>("entry_text") != nullptr; }, 10000))
        return 3;
    desk.find<QPlainTextEdit>("entry_text")->setPlainText(s("写到一半"));
    if (!QTest::qWaitFor([&] { return !desk.text("caseDraft").isEmpty(); }, 10000))
        return 4;
    fputs("typing\n", stdout);
    fflush(stdout);
    for (;;) {
        desk.find<QPlainTextEdit>("entry_text")->insertPlainText(s("…"));
        desk.find<QPlainTextEdit>("entry_text")->moveCursor(QTextCursor::End);
        QTest::qWait(20);
    }
}

int main(int argc, char** argv)
{
    QApplication application(argc, argv);
    const QString order = qEnvironmentVariable("HALL_TYPIST");
    if (!order.isEmpty())
        return typeUntilKilled(order);
    TestCasePanes test;
    return QTest::qExec(&test, argc, argv);
}
#include "tst_case_panes.moc"
