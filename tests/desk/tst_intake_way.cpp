// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/queue/catalogue_shelf.h"
#include "app/rules/catalogue.h"
#include "app/seal/sealed_box.h"
#include "app/station/desk_worker.h"
#include "app/store/hall_folder.h"
#include "tests/support/line_fixture.h"
#include "ui/desk/worker_gateway.h"

#include <QFile>
#include <QTemporaryDir>
#include <QTest>
#include <QUuid>

using namespace hall;
using base::ErrorCode;
using seal::SecretBuffer;
using namespace hall::store;

/// What a visitor types, from the kiosk's seal to the desk, and on to a desk of another block.
class IntakeWayTest : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase()
    {
        HallPlan plan;
        plan.place = m_place;
        plan.cost = seal::KdfCost::cheapForTests();
        const QString reception = QStringLiteral("reception");
        const QString mediation = QStringLiteral("mediation");
        plan.blocks = {reception, mediation};
        const auto add = [&](const char* login, const QString& role, const QStringList& blocks) {
            plan.people.push_back({{QString::fromLatin1(login), QString::fromLatin1(login), {role}, blocks, true},
                                   SecretBuffer::copyOf(QByteArrayView(login))});
        };
        add("sys", role::kSystem, {});
        add("sec", role::kSecurity, {});
        add("aud", role::kAudit, {});
        add("li", role::kReception, {reception});
        add("zhao", role::kMediator, {mediation});
        plan.furnish = [this](LineStore& line) -> base::Status {
            HALL_ASSIGN(const auto catalogue, rules::readCatalogue(QStringLiteral(":/catalogue")));
            QFile file(QStringLiteral(":/catalogue/policy.json"));
            if (!file.open(QIODevice::ReadOnly))
                return base::Error{ErrorCode::Internal, {}};
            HALL_ASSIGN(const auto policy, queue::readPolicy(file.readAll(), QStringLiteral("policy.json")));
            HALL_TRY(queue::CatalogueShelf(line.connection(), m_clock).publish(catalogue, policy, {}));
            for (const rules::Service& service : catalogue.services)
                m_service.insert(service.block, service.code);
            return {};
        };
        const auto made = makeHall(plan, m_clock);
        QVERIFY2(made.ok(), made.ok() ? "" : qPrintable(made.error().message));
    }

    void anIntakeFollowsItsVisitor_data()
    {
        QTest::addColumn<bool>("readFirst");
        QTest::newRow("read, then transferred") << true;
        QTest::newRow("transferred unread") << false;
    }
    void anIntakeFollowsItsVisitor()
    {
        QFETCH(bool, readFirst);
        const queue::TicketId ticket = issue(R"({"v":1,"name":"王建国","text":"邻居噪声"})");
        station::StationConfig config;
        config.storeUrl = m_place.url();
        config.ownFolder = m_place.files().folder;
        config.stationName = QStringLiteral("desk-test");
        station::DeskWorker worker(config, m_clock);
        desk::WorkerGateway gateway(worker);
        QTRY_COMPARE(gateway.connection(), desk::DeskGateway::Connection::Connected);
        QVERIFY(gateway.signIn(QStringLiteral("li"), "li").result().ok());
        QVERIFY(gateway.openDesk(1, {m_service.value(QStringLiteral("reception"))}).result().ok());
        desk::Step step;
        step.action = desk::Action::CallNext;
        step.desk = 1;
        const auto called = gateway.perform(step).result();
        QVERIFY2(called.ok() && called->ticket && called->ticket->id == ticket,
                 called.ok() ? "" : qPrintable(called.error().message));
        if (readFirst)
            QCOMPARE(gateway.openIntake(ticket).result()->name, QStringLiteral("王建国"));
        step.action = desk::Action::Serve;
        step.ticket = ticket;
        QVERIFY(gateway.perform(step).result().ok());
        step.action = desk::Action::Transfer;
        step.service = m_service.value(QStringLiteral("mediation"));
        QVERIFY(gateway.perform(step).result().ok());

        QVERIFY(gateway.signIn(QStringLiteral("zhao"), "zhao").result().ok());
        const auto opened = gateway.openIntake(ticket).result();
        QVERIFY2(opened.ok(), opened.ok() ? "" : qPrintable(opened.error().message));
        QCOMPARE(opened->text, QStringLiteral("邻居噪声"));
        QVERIFY(gateway.signIn(QStringLiteral("sys"), "sys").result().ok());
        QCOMPARE(gateway.openIntake(ticket).result().error().code, ErrorCode::PermissionDenied);
        const auto office = CaseOffice::open(m_place, m_clock).value();
        QVERIFY(office->audit().verify()->broken.isEmpty());
    }

private:
    queue::TicketId issue(const QByteArray& typed)
    {
        auto line = LineStore::open(m_place);
        const auto key = line->blockKey(QStringLiteral("reception"));
        queue::IssueRequest request;
        request.key = QUuid::createUuid();
        request.service = m_service.value(QStringLiteral("reception"));
        request.sealedIntake = seal::sealTo(key->publicKey, key->generation, typed)->bytes;
        request.intakeGeneration = key->generation;
        return queue::Queue(line->connection(), m_clock).issue(request)->ticket.id;
    }

    base::SystemClock m_clock;
    QTemporaryDir m_temporary;
    HallPlace m_place = tests::LineFixture::onServer()
                          ? HallPlace(tests::LineFixture::cluster().url(tests::LineFixture::cluster().createDatabase()), m_temporary.path())
                          : HallPlace(m_temporary.filePath(QStringLiteral("hall")));
    QMap<QString, QString> m_service; ///< one a block
};

QTEST_MAIN(IntakeWayTest)
#include "tst_intake_way.moc"
