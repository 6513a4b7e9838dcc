// SPDX-License-Identifier: GPL-3.0-or-later
// The page about cases as pictures, for whoever wants to look at it: HALL_PICTURES=folder. Without it nothing is drawn.
#include "tests/desk/case_desk.h"

using namespace hall;
using hall::tests::CaseHall;
using Desk = hall::tests::CaseDesk;
using hall::tests::choose;
using hall::tests::furnish;
using hall::tests::registration;
using hall::tests::s;

namespace {

void shot(Desk& desk, const QString& name)
{
    QTest::qWait(450);
    QVERIFY(desk.page.grab().save(qEnvironmentVariable("HALL_PICTURES") + u'/' + name + s(".png")));
}

void opened(Desk& desk, const QString& number)
{
    desk.page.openCase(number);
    QTRY_VERIFY(desk.text("caseHead").startsWith(number));
}

/// Every part of one case, and a registration with what is wrong in it.
void round(Desk& desk, const QString& number, const QString& suffix)
{
    desk.find<QLineEdit>("caseSearch")->setText(s("漏水"));
    opened(desk, number);
    QTest::qWait(400);
    shot(desk, s("cases-story-") + suffix);
    desk.click("caseTab_1");
    shot(desk, s("cases-files-") + suffix);
    desk.click("caseTab_2");
    choose(desk.find<QComboBox>("documentForm"), s("registration"));
    QTRY_VERIFY(desk.find<QLabel>("documentPage"));
    shot(desk, s("cases-papers-") + suffix);
    desk.click("documentMake");
    QTRY_VERIFY_WITH_TIMEOUT(desk.find<QLabel>("documentMade"), 10000);
    shot(desk, s("cases-made-") + suffix);
    desk.click("caseTab_3");
    shot(desk, s("cases-people-") + suffix);
    desk.click("caseRegister");
    desk.find<QLineEdit>("entry_petitioners[0].phone")->setText(s("13800001111"));
    choose(desk.find<QComboBox>("entry_type"), s("accusation"));
    desk.click("caseSend");
    QTest::qWait(500);
    shot(desk, s("cases-new-") + suffix);
}

} // namespace

class TestCasePictures : public QObject
{
    Q_OBJECT

private slots:
    void everyStateInEveryLook();
};

void TestCasePictures::everyStateInEveryLook()
{
    const QString folder = qEnvironmentVariable("HALL_PICTURES");
    if (folder.isEmpty())
        QSKIP("HALL_PICTURES names no folder");
    CaseHall hall;
    QVERIFY2(hall.complaint().isEmpty() && furnish(hall), qPrintable(hall.complaint()));
    const auto open = [&](const QJsonObject& content, const char* login) {
        const auto person = hall.signIn(login);
        return hall.files(person).open(s("reception"), content)->number;
    };
    QTemporaryDir place;
    auto content = registration("王秀英", "楼上漏水，要求邻居赔偿天花板和家具的损失，并尽快修好管道", "13800001111");
    const QString number = open(content, "li");
    for (int i = 0; i < 12; ++i)
        open(registration(i % 2 ? "欧阳铁柱" : "王秀英", i % 3 ? "小区路灯长期不亮，夜间老人出行不便" : "楼上漏水已经第二次", "13800001111"), "wang");
    const auto person = hall.signIn("li");
    QVERIFY(hall.files(person).append(number, s("accepted"), {{s("matter"), true}, {s("day"), s("2026-03-06")}}).ok());
    const auto li = std::make_unique<Desk>(hall, place.path(), s("li"));
    QTRY_VERIFY(li->find<QListView>("caseList")->model()->rowCount() > 10);
    using L = desk::Preferences::Look;
    auto* pane = li->find<desk::AttachmentsPane>("attachmentsPane");
    opened(*li, number);
    QImage photograph(640, 420, QImage::Format_RGB32);
    photograph.fill(QColor(120, 140, 160));
    QVERIFY(photograph.save(place.filePath(s("厨房顶部.png"))));
    QFile text(place.filePath(s("租赁合同.txt")));
    QVERIFY(text.open(QIODevice::WriteOnly) && text.write("text") == 4);
    text.close();
    pane->add({place.filePath(s("厨房顶部.png")), text.fileName()});
    QTRY_VERIFY(li->shown().contains(s("租赁合同.txt")));
    round(*li, number, s("light"));
    li->preferences.setLook(L::Dark);
    round(*li, number, s("dark"));
    li->preferences.setLook(L::HighContrast);
    round(*li, number, s("contrast"));
    li->preferences.setLook(L::Light);
    li->click("caseFilters");
    li->preferences.setTextPercent(200);
    round(*li, number, s("200"));
    li->preferences.setTextPercent(100);
    li->preferences.setChinese(false);
    round(*li, number, s("english"));
    li->page.resize(1024, 720);
    round(*li, number, s("narrow"));
}

QTEST_MAIN(TestCasePictures)
#include "tst_case_pictures.moc"
