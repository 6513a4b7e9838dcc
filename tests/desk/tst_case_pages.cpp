// SPDX-License-Identifier: GPL-3.0-or-later
// The pages about cases on a real hall: real stores, keys, vault and worker threads; clicks and keys.
#include "app/queue/catalogue_shelf.h"
#include "app/rules/catalogue.h"
#include "app/station/translations.h"
#include "app/store/key_ring.h"
#include "tests/casefile/case_hall.h"
#include "ui/desk/cases/cases_page.h"
#include "ui/desk/cases/worker_case_gateway.h"
#include "ui/desk/worker_gateway.h"

#include <QAbstractItemModelTester>
#include <QComboBox>
#include <QFile>
#include <QLineEdit>
#include <QListView>
#include <QPlainTextEdit>
#include <QTest>

using namespace hall;
using hall::tests::CaseHall;

namespace {

/// The hall of the case tests has an empty line; a desk needs one with desks.
bool furnish(CaseHall& hall)
{
    auto key = store::KeyRing(hall.place().files()).read(store::KeyName::Line);
    auto line = store::LineStore::open(hall.place().url(), QByteArray(key.value().view().data(), key.value().view().size()));
    QFile file(QStringLiteral(":/catalogue/policy.json"));
    if (!line.ok() || !file.open(QIODevice::ReadOnly))
        return false;
    return queue::CatalogueShelf(line->connection(), hall.clock)
        .publish(rules::readCatalogue(QStringLiteral(":/catalogue")).value(),
                 queue::readPolicy(file.readAll(), QStringLiteral("policy.json")).value(), QStringLiteral("test"))
        .ok();
}

/// One clerk's page, signed in.
class Desk
{
public:
    Desk(CaseHall& hall, const QString& folder, const QString& login)
        : preferences(folder + u'/' + login + QStringLiteral(".ini"))
        , worker(config(hall, login), hall.clock)
        , gateway(worker)
        , cases(worker, hall.clock)
        , look((preferences.setChinese(true), *qApp), preferences)
        , session(gateway, preferences, hall.clock)
        , page(cases, session, look)
    {
        page.resize(1366, 900);
        page.show();
        [[maybe_unused]] const bool there = QTest::qWaitFor([this] { return session.watch().catalogue().version > 0; });
        signIn(login);
    }
    void signIn(const QString& login)
    {
        session.signIn(login, login.toUtf8());
        [[maybe_unused]] const bool in = QTest::qWaitFor([this] { return session.phase() == desk::DeskSession::Phase::ChoosingDesk || session.working(); });
        if (!session.working())
            session.openDesk(number(login), {session.watch().catalogue().services.value(0).code});
        [[maybe_unused]] const bool at = QTest::qWaitFor([this] { return session.working(); });
    }
    static int number(const QString& login) { return login == u"li" ? 1 : 2; }
    static station::StationConfig config(CaseHall& hall, const QString& login)
    {
        station::StationConfig config;
        config.storeUrl = hall.place().url();
        config.stationName = QStringLiteral("desk-") + login;
        return config;
    }
    template <class T>
    T* find(const char* name) { return page.findChild<T*>(QLatin1StringView(name)); }
    QString text(const char* name) { return find<QLabel>(name)->text(); }
    void click(const char* name) { QTest::mouseClick(find<QPushButton>(name), Qt::LeftButton); }
    /// Everything that a label or a list shows.
    QString shown()
    {
        QString all;
        for (auto* label : page.findChildren<QLabel*>())
            all += label->text() + u'\n';
        auto* model = find<QListView>("caseList")->model();
        for (int i = 0; i < model->rowCount(); ++i)
            all += model->index(i, 0).data().toString() + u'\n';
        return all;
    }

    desk::Preferences preferences;
    station::DeskWorker worker;
    desk::WorkerGateway gateway;
    desk::WorkerCaseGateway cases;
    desk::Look look;
    desk::DeskSession session;
    desk::CasesPage page;
};

} // namespace

class TestCasePages : public QObject
{
    Q_OBJECT

private slots:
    void aCaseFromALetterFoundAndContinued();
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

QTEST_MAIN(TestCasePages)
#include "tst_case_pages.moc"
