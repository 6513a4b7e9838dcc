// SPDX-License-Identifier: GPL-3.0-or-later
// The pages about cases on a real hall: real stores, keys, vault and worker threads; clicks and keys.
#include "tests/desk/case_desk.h"

#include <QAbstractItemModelTester>
#include <QComboBox>

using namespace hall;
using hall::tests::CaseHall;
using Desk = hall::tests::CaseDesk;
using hall::tests::furnish;

class TestCasePages : public QObject
{
    Q_OBJECT

private slots:
    void aCaseFromALetterFoundAndContinued();
    void everyChoiceOfAFormIsSeenAtOnce();
};

void TestCasePages::aCaseFromALetterFoundAndContinued()
{
    CaseHall hall;
    QVERIFY2(hall.complaint().isEmpty(), qPrintable(hall.complaint()));
    QVERIFY(furnish(hall));
    QTemporaryDir folder;
    auto li = std::make_unique<Desk>(hall, folder.path(), QStringLiteral("li"));
    QVERIFY(li->session.working());
    QAbstractItemModelTester tester(li->find<QListView>("caseList")->model());

    // Without the request it is refused beside the field, and nothing is written.
    QTRY_VERIFY((li->click("caseRegister"), li->find<QPlainTextEdit>("entry_request")));
    li->click("caseSend");
    QVERIFY(!li->text("caseError").isEmpty());
    li->find<QLineEdit>("entry_petitioners[0].name")->insert(QStringLiteral("王秀英")); // an input method inserts, too
    li->find<QPlainTextEdit>("entry_request")->setPlainText(QStringLiteral("楼上漏水要求赔偿"));
    li->click("caseSend");
    QTRY_VERIFY(li->text("caseHead").startsWith(QStringLiteral("2026-000001")));
    QVERIFY(li->shown().contains(QStringLiteral("2026年3月5日 周四")));
    QTRY_COMPARE(li->find<QListView>("caseList")->model()->rowCount(), 1);

    // Found by words of it; not by others.
    li->find<QLineEdit>("caseSearch")->setText(QStringLiteral("不曾说过"));
    QTRY_COMPARE(li->find<QListView>("caseList")->model()->rowCount(), 0);
    li->find<QLineEdit>("caseSearch")->setText(QStringLiteral("漏水"));
    QTRY_COMPARE(li->find<QListView>("caseList")->model()->rowCount(), 1);

    // Two clerks: the second sees what the first wrote, keeps the text and continues.
    const QString number = QStringLiteral("2026-000001");
    QTRY_VERIFY(li->find<QPlainTextEdit>("entry_text"));
    li->find<QPlainTextEdit>("entry_text")->setPlainText(QStringLiteral("李的一行"));
    const auto wang = hall.signIn("wang");
    QVERIFY(hall.files(wang).append(number, QStringLiteral("note"), CaseHall::text(QStringLiteral("王的一行"))).ok());
    li->click("caseSend");
    QTRY_VERIFY(li->shown().contains(QStringLiteral("王的一行")));
    QTRY_VERIFY(li->find<QPushButton>("caseSend")->isEnabled());
    QCOMPARE(li->find<QPlainTextEdit>("entry_text")->toPlainText(), QStringLiteral("李的一行"));
    li->click("caseSend");
    QTRY_COMPARE(hall.files(wang).show(number)->entries.size(), 3);
    QTRY_VERIFY(li->shown().contains(QStringLiteral("李的一行")));

    // A draft outlives the program; locked screens show nothing.
    QTRY_VERIFY(li->find<QPlainTextEdit>("entry_text")->toPlainText().isEmpty());
    li->find<QPlainTextEdit>("entry_text")->setPlainText(QStringLiteral("写到一半"));
    QTest::qWait(800);
    li->session.lock();
    QVERIFY(!li->shown().contains(QStringLiteral("漏水")));
    QVERIFY(!li->shown().contains(number));
    li = std::make_unique<Desk>(hall, folder.path(), QStringLiteral("li"));
    QTRY_COMPARE(li->find<QListView>("caseList")->model()->rowCount(), 1);
    QTest::qWait(100);
    auto* list = li->find<QListView>("caseList");
    QTest::mouseClick(list->viewport(), Qt::LeftButton, {}, list->visualRect(list->model()->index(0, 0)).center());
    QTRY_VERIFY(li->find<QPlainTextEdit>("entry_text"));
    QTRY_COMPARE(li->find<QPlainTextEdit>("entry_text")->toPlainText(), QStringLiteral("写到一半"));
    QVERIFY(!li->text("caseDraft").isEmpty());
    const QString pictures = qEnvironmentVariable("HALL_PICTURES");
    if (!pictures.isEmpty())
        QVERIFY(li->page.grab().save(pictures + QStringLiteral("/case-page.png")));
}

void TestCasePages::everyChoiceOfAFormIsSeenAtOnce()
{
    CaseHall hall;
    QVERIFY(furnish(hall));
    QTemporaryDir folder;
    const auto li = std::make_unique<Desk>(hall, folder.path(), QStringLiteral("li"));
    for (int percent : {100, 150, 200}) {
        li->preferences.setTextPercent(percent);
        QTRY_VERIFY((li->click("caseRegister"), li->find<QComboBox>("entry_type")));
        auto* box = li->find<QComboBox>("entry_type");
        box->setFocus();
        box->showPopup();
        QTest::qWait(80);
        auto* list = box->view();
        list->scrollToTop();
        const QRect last = list->visualRect(list->model()->index(box->count() - 1, 0));
        QVERIFY2(last.bottom() < list->viewport()->height(), qPrintable(QStringLiteral("%1 %: %2 of %3").arg(percent).arg(last.bottom()).arg(list->viewport()->height())));
        box->hidePopup();
    }
}

QTEST_MAIN(TestCasePages)
#include "tst_case_pages.moc"
