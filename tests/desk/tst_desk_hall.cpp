// SPDX-License-Identifier: GPL-3.0-or-later
// The window on a real hall: two encrypted files, a passphrase, an intake sealed as the kiosk seals it, on the worker's
// own thread.
#include "app/queue/catalogue_shelf.h"
#include "app/rules/catalogue.h"
#include "app/seal/sealed_box.h"
#include "app/sql/connection.h"
#include "app/station/desk_worker.h"
#include "app/store/hall_folder.h"
#include "app/store/key_ring.h"
#include "tests/desk/desk_fixture.h"
#include "ui/desk/worker_gateway.h"

#include <QFile>

using namespace hall;
using Phase = desk::DeskSession::Phase;

class TestDeskHall : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase();
    void clerkOnARealHall();
    void twoClerksOfOneName();
    void catalogueByTheSystemAdministrator();
    void desksAreForThoseWhoServe();

private:
    static store::NewPerson person(const QString& login, const QString& name, const QString& role, const QStringList& blocks = {})
    {
        QByteArray passphrase("correct horse battery");
        return {{login, name, {role}, blocks, true}, seal::SecretBuffer::takeFrom(passphrase)};
    }
    void issue(const QByteArray& typed);

    QTemporaryDir m_folder;
    base::SystemClock m_clock;
    QString hallFolder() const { return m_folder.path() + QStringLiteral("/hall"); }
};

void TestDeskHall::initTestCase()
{
    store::HallPlan plan;
    plan.place = hallFolder();
    plan.name = QStringLiteral("测试大厅");
    plan.cost = seal::KdfCost::cheapForTests();
    plan.blocks = {QStringLiteral("reception"), QStringLiteral("legal"), QStringLiteral("mediation"), QStringLiteral("experts")};
    plan.people.push_back(person(QStringLiteral("sys"), QStringLiteral("周工"), store::role::kSystem));
    plan.people.push_back(person(QStringLiteral("sec"), QStringLiteral("吴安"), store::role::kSecurity));
    plan.people.push_back(person(QStringLiteral("aud"), QStringLiteral("郑审"), store::role::kAudit));
    plan.people.push_back(person(QStringLiteral("lina"), QStringLiteral("李娜"), store::role::kReception, plan.blocks));
    plan.people.push_back(person(QStringLiteral("lina2"), QStringLiteral("李娜"), store::role::kReception, plan.blocks));
    plan.people.push_back(person(QStringLiteral("lin"), QStringLiteral("林导"), store::role::kGuide));
    plan.people.push_back(person(QStringLiteral("xu"), QStringLiteral("徐主管"), store::role::kSupervisor));
    plan.people.push_back(person(QStringLiteral("zhou"), QStringLiteral("周专家"), store::role::kExpert, {QStringLiteral("experts")}));
    plan.furnish = [this](store::LineStore& line) -> base::Status {
        HALL_ASSIGN(const auto catalogue, rules::readCatalogue(QStringLiteral(":/catalogue")));
        QFile file(QStringLiteral(":/catalogue/policy.json"));
        if (!file.open(QIODevice::ReadOnly))
            return base::Error{base::ErrorCode::FileUnreadable, QStringLiteral("policy.json")};
        HALL_ASSIGN(const auto policy, queue::readPolicy(file.readAll(), QStringLiteral("policy.json")));
        HALL_ASSIGN(const auto version, queue::CatalogueShelf(line.connection(), m_clock).publish(catalogue, policy, QStringLiteral("test")));
        static_cast<void>(version);
        return {};
    };
    const auto made = store::makeHall(plan, m_clock);
    QVERIFY2(made.ok(), made.ok() ? "" : qPrintable(made.error().message));
    issue(R"({"v":1,"name":"王建国","phone":"13857512345","id_number":"330681195803124512","text":"𠮷"})");
}

void TestDeskHall::issue(const QByteArray& typed)
{
    auto key = store::KeyRing(store::HallFiles{hallFolder()}).read(store::KeyName::Line);
    QVERIFY(key.ok());
    auto line = store::LineStore::open(hallFolder(), QByteArray(key.value().view().data(), key.value().view().size()));
    QVERIFY(line.ok());
    queue::Queue queue(line.value().connection(), m_clock);
    const auto publicKey = line.value().connection().value<QByteArray>("SELECT public_key FROM block_key WHERE block = 'reception' ORDER BY generation DESC");
    QVERIFY(publicKey.ok() && publicKey.value());
    const auto sealed = seal::sealTo(*publicKey.value(), 1, typed);
    QVERIFY(sealed.ok());
    const auto service = line.value().connection().value<QString>("SELECT code FROM service WHERE block = 'reception' ORDER BY position");
    queue::IssueRequest request;
    request.key = QUuid::createUuid();
    request.service = *service.value();
    request.sealedIntake = sealed.value().bytes;
    request.intakeGeneration = 1;
    QVERIFY(queue.issue(request).ok());
}

void TestDeskHall::clerkOnARealHall()
{
    station::StationConfig config;
    config.storeUrl = hallFolder();
    config.stationName = QStringLiteral("desk-test");
    desk::Preferences preferences(m_folder.path() + QStringLiteral("/desk.ini"));
    preferences.setChinese(true);
    station::Translations translations;
    translations.use(QStringLiteral("zh"));
    desk::Look look(*qApp, preferences);
    station::DeskWorker worker(config, m_clock);
    desk::WorkerGateway gateway(worker);
    desk::DeskSession session(gateway, preferences, m_clock);
    desk::MainWindow window(session, look);
    window.resize(1366, 800);
    window.show();
    QTRY_COMPARE(gateway.connection(), desk::DeskGateway::Connection::Connected);
    QTRY_VERIFY(session.watch().catalogue().version > 0);

    const auto text = [&](const char* name) { return window.findChild<QLabel*>(QLatin1StringView(name))->text(); };
    auto* name = window.findChild<QLineEdit*>(QStringLiteral("signInName"));
    auto* pass = window.findChild<QLineEdit*>(QStringLiteral("signInPassphrase"));
    QTest::keyClicks(name, QStringLiteral("lina"));
    QTest::keyClicks(pass, QStringLiteral("not this one"));
    QTest::keyClick(pass, Qt::Key_Return);
    QTRY_VERIFY(window.findChild<QLabel*>(QStringLiteral("signInError"))->isVisible());
    QTest::keyClicks(pass, QStringLiteral("correct horse battery"));
    QTest::keyClick(pass, Qt::Key_Return);
    QTRY_COMPARE(session.phase(), Phase::ChoosingDesk);
    QTRY_VERIFY(window.findChild<QWidget*>(QStringLiteral("openDeskChoice"))->hasFocus());
    QTRY_VERIFY(window.findChild<QPushButton*>(QStringLiteral("openDesk"))->isEnabled());
    QTest::keyClick(QApplication::focusWidget(), Qt::Key_Return);
    QTRY_COMPARE(session.phase(), Phase::AtDesk);
    QTRY_VERIFY(session.offer(desk::Action::CallNext).enabled);
    QTest::keyClick(&window, Qt::Key_F2);
    QTRY_VERIFY(session.current().has_value());
    QTRY_COMPARE(session.intake().state(), desk::IntakeKeeper::State::Opened);
    QCOMPARE(text("intakeName"), QStringLiteral("王建国"));
    QCOMPARE(text("intakeText"), QStringLiteral("𠮷"));
    QTRY_VERIFY(session.offer(desk::Action::Serve).enabled);
    QTest::keyClick(&window, Qt::Key_F4);
    QTRY_COMPARE(session.current()->state, queue::TicketState::Serving);
    QTRY_VERIFY(session.offer(desk::Action::Finish).enabled);
    QTest::keyClick(&window, Qt::Key_F8);
    QTRY_VERIFY(!session.current());
    QTRY_VERIFY(session.offer(desk::Action::Undo).enabled);
    QTest::keyClick(&window, Qt::Key_Z, Qt::ControlModifier);
    QTRY_VERIFY(session.current());
    // Opened a second time, now from the case store's custody.
    QTRY_COMPARE(session.intake().state(), desk::IntakeKeeper::State::Opened);
    QTRY_COMPARE(text("intakeName"), QStringLiteral("王建国"));
    session.signOut();
    QCOMPARE(session.phase(), Phase::SignedOut);
}

template <class T>
static T answerOf(QFuture<T> future)
{
    future.waitForFinished();
    return future.result();
}

// What is written carries the login: one 李娜 cannot take back what the other did, and each is shown by her name.
void TestDeskHall::twoClerksOfOneName()
{
    issue("{}");
    station::StationConfig config;
    config.storeUrl = hallFolder();
    station::DeskWorker worker(config, m_clock);
    desk::WorkerGateway gateway(worker);
    QVERIFY(answerOf(gateway.signIn(QStringLiteral("lina"), QByteArray("correct horse battery"))).ok());
    const auto view = answerOf(gateway.catalogue());
    QVERIFY(view.ok());
    QCOMPARE(view->people.value(QStringLiteral("lina")), QStringLiteral("李娜"));
    QCOMPARE(view->people.value(QStringLiteral("lina2")), QStringLiteral("李娜"));
    const int number = view->desks.at(1).number;
    const auto opened = answerOf(gateway.openDesk(number, {view->services.at(0).code}));
    QVERIFY(opened.ok());
    QCOMPARE(opened->staff, QStringLiteral("lina"));
    desk::Step call;
    call.action = desk::Action::CallNext;
    call.desk = number;
    const auto called = answerOf(gateway.perform(call));
    QVERIFY2(called.ok() && called->ticket, called.ok() ? "nobody waits" : qPrintable(called.error().message));
    const auto told = answerOf(gateway.history(called->ticket->id));
    QVERIFY(told.ok());
    QCOMPARE(told->last().actor, QStringLiteral("lina"));
    desk::Step undo;
    undo.action = desk::Action::Undo;
    undo.ticket = called->ticket->id;
    gateway.signOut();
    QVERIFY(answerOf(gateway.signIn(QStringLiteral("lina2"), QByteArray("correct horse battery"))).ok());
    QVERIFY2(!answerOf(gateway.perform(undo)).ok(), "the other 李娜 undid it");
    gateway.signOut();
    QVERIFY(answerOf(gateway.signIn(QStringLiteral("lina"), QByteArray("correct horse battery"))).ok());
    const auto undone = answerOf(gateway.perform(undo));
    QVERIFY2(undone.ok(), undone.ok() ? "" : qPrintable(undone.error().message));
}

void TestDeskHall::catalogueByTheSystemAdministrator()
{
    station::StationConfig config;
    config.storeUrl = hallFolder();
    station::DeskWorker worker(config, m_clock);
    desk::WorkerGateway gateway(worker);
    const auto as = [&](const char* login) {
        auto signedIn = gateway.signIn(QLatin1StringView(login), QByteArray("correct horse battery"));
        signedIn.waitForFinished();
        return signedIn.result();
    };
    QVERIFY(as("lina").ok());
    auto refused = gateway.readCatalogue(QStringLiteral(":/catalogue"), true);
    refused.waitForFinished();
    QCOMPARE(refused.result().error().code, base::ErrorCode::PermissionDenied);
    auto newest = worker.serve([](station::DeskRoom& room) { return room.office.audit().list(1); });
    newest.waitForFinished();
    QCOMPARE(newest.result()->first().kind, QStringLiteral("catalogue-refused"));
    gateway.signOut();
    QCOMPARE(as("sys").value().role, desk::Role::SystemAdministrator);
    auto published = gateway.readCatalogue(QStringLiteral(":/catalogue"), true);
    published.waitForFinished();
    QVERIFY2(published.result().ok(), published.result().ok() ? "" : qPrintable(published.result().error().message));
    QCOMPARE(published.result().value().version, 2);
    QTemporaryDir broken;
    QFile file(broken.filePath(QStringLiteral("blocks.yaml")));
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.write("blocks: [");
    file.close();
    auto checked = gateway.readCatalogue(broken.path(), true);
    checked.waitForFinished();
    QVERIFY(!checked.result().ok() || !checked.result().value().ok());
}

/// Whatever a window offers: the worker itself refuses whoever looks on, and puts it on record.
void TestDeskHall::desksAreForThoseWhoServe()
{
    station::StationConfig config;
    config.storeUrl = hallFolder();
    config.stationName = QStringLiteral("desk-test");
    station::DeskWorker worker(config, m_clock);
    desk::WorkerGateway gateway(worker);
    QTRY_COMPARE(gateway.connection(), desk::DeskGateway::Connection::Connected);
    const auto answer = [](auto reply) {
        [[maybe_unused]] const bool came = QTest::qWaitFor([&] { return reply.isFinished(); }, 20'000);
        return reply.result();
    };
    const QString service = answer(gateway.catalogue())->services.first().code;
    for (const char* login : {"sys", "sec", "aud", "lin", "xu", "lina", "zhou"}) {
        const QString name = QString::fromLatin1(login);
        const auto person = answer(gateway.signIn(name, QByteArray("correct horse battery")));
        QVERIFY2(person.ok(), login);
        const auto opened = answer(gateway.openDesk(4, {service}));
        QCOMPARE(opened.ok(), desk::hasDesk(person->role)); // what the window offers is what the worker does
        if (opened.ok()) {
            QVERIFY(answer(gateway.closeDesk(4)).ok());
            continue;
        }
        QCOMPARE(opened.error().code, base::ErrorCode::PermissionDenied);
        const auto newest = answer(worker.serve([](station::DeskRoom& room) { return room.office.audit().list(1); }));
        QCOMPARE(newest->first().kind + u' ' + newest->first().actor + u' ' + newest->first().subject, QStringLiteral("desk-refused %1 4").arg(name));
        gateway.signOut();
    }
}

QTEST_MAIN(TestDeskHall)
#include "tst_desk_hall.moc"
