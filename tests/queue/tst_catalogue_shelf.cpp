// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/queue/catalogue_shelf.h"
#include "app/queue/desk_register.h"
#include "app/queue/queue.h"
#include "app/sql/connection.h"
#include "app/store/line_store.h"
#include "tests/support/line_fixture.h"

#include <QFile>
#include <QTemporaryDir>
#include <QTest>
#include <memory>

using namespace hall;
using base::ErrorCode;
using queue::CatalogueShelf;
using queue::Policy;

class CatalogueShelfTest : public QObject
{
    Q_OBJECT

private slots:
    void init()
    {
        m_folder = std::make_unique<QTemporaryDir>();
        using tests::LineFixture;
        m_store = std::make_unique<store::LineStore>(
            LineFixture::onServer()
                ? store::LineStore::createOn(store::HallPlace(LineFixture::cluster().url(LineFixture::cluster().createDatabase()))).value()
                : store::LineStore::create(m_folder->path(), QByteArray(32, 'k')).value());
        m_shelf = std::make_unique<CatalogueShelf>(m_store->connection(), m_clock);
    }

    void theHallsOwnCatalogueIsSound()
    {
        const auto read = rules::readCatalogue(QStringLiteral(":/catalogue"));
        QVERIFY2(read.ok(), read.ok() ? "" : qPrintable(read.error().message));
        QCOMPARE(read->blocks.size(), 4);
        QCOMPARE(read->desks.size(), 8);
        QCOMPARE(read->categories.size(), 16);
        QStringList taken;
        for (const auto& service : read->services)
            taken += service.categories;
        for (const auto& category : read->categories)
            QVERIFY2(taken.contains(category.code), qPrintable(category.code));
        QCOMPARE(rules::catalogueFromJson(rules::toJson(*read)).value(), *read);
    }

    void whatIsPublishedIsInForce()
    {
        QCOMPARE(m_shelf->current().error().code, ErrorCode::CatalogueInvalid);
        QCOMPARE(m_shelf->publish(catalogue(), policy(), QStringLiteral("admin")).value(), 1);
        const auto inForce = m_shelf->current();
        QVERIFY(inForce.ok());
        QCOMPARE(inForce->catalogue, catalogue());
        QCOMPARE(inForce->policy.kind, policy().kind);
        QCOMPARE(inForce->policy.bound, policy().bound);
        for (const auto& rule : inForce->policy.classes)
            QCOMPARE(rule, *policy().find(rule.code));
        QCOMPARE(m_shelf->version().value(), 1);
    }

    void theLineWorksWithIt()
    {
        QVERIFY(m_shelf->publish(catalogue(), policy(), {}).ok());
        queue::DeskRegister desks(m_store->connection(), m_clock);
        for (const auto& desk : catalogue().desks)
            QVERIFY(desks.open(desk.number, desk.services, QStringLiteral("clerk")).ok());
        queue::Queue queue(m_store->connection(), m_clock);
        for (const auto& service : catalogue().services) {
            queue::IssueRequest request;
            request.key = QUuid::createUuid();
            request.service = service.code;
            const auto issued = queue.issue(request);
            QVERIFY2(issued.ok(), qPrintable(service.code));
            QVERIFY(issued->ticket.number.startsWith(catalogue().block(service.block)->prefix));
        }
    }

    void whatLeftTheCatalogueIsRetired()
    {
        QVERIFY(m_shelf->publish(catalogue(), policy(), {}).ok());
        auto smaller = catalogue();
        const QString gone = smaller.services.last().code;
        smaller.services.removeLast();
        for (auto& desk : smaller.desks)
            desk.services.removeAll(gone);
        queue::Queue queue(m_store->connection(), m_clock);
        queue::IssueRequest request;
        request.key = QUuid::createUuid();
        request.service = gone;
        const auto waiting = queue.issue(request);
        QCOMPARE(m_shelf->publish(smaller, policy(), {}).error().code, ErrorCode::CatalogueInvalid);
        QCOMPARE(m_shelf->version().value(), 1);
        QVERIFY(queue.cancel(waiting->ticket.id, {}).ok());
        QCOMPARE(m_shelf->publish(smaller, policy(), {}).value(), 2);
        request.key = QUuid::createUuid();
        QCOMPARE(queue.issue(request).error().code, ErrorCode::ServiceClosed);
        QCOMPARE(queue.ticket(waiting->ticket.id)->service, gone);
    }

    void aClassWithoutRuleIsRefused()
    {
        Policy small = policy();
        small.classes.removeFirst();
        QCOMPARE(m_shelf->publish(catalogue(), small, {}).error().code, ErrorCode::CatalogueInvalid);
    }

    void policiesAreReadOrRefusedWithTheirLine_data()
    {
        QTest::addColumn<QByteArray>("text");
        QTest::addColumn<QString>("complaint");
        QTest::newRow("kind") << QByteArray("{\"policy\":\"random\",\n\"classes\":{\"a\":{}}}") << QStringLiteral("p.json:1:");
        QTest::newRow("rate") << QByteArray("{\"policy\":\"fifo\",\n\"classes\":{\"a\":{\n\"rate\":0}}}")
                              << QStringLiteral("p.json:3:");
        QTest::newRow("nan") << QByteArray("{\"policy\":\"fifo\",\n\"classes\":{\"a\":{\n\"head_start_s\":\"nan\"}}}")
                             << QStringLiteral("p.json:3:");
        QTest::newRow("unknown") << QByteArray("{\"policy\":\"fifo\",\n\"speed\":1,\n\"classes\":{\"a\":{}}}")
                                 << QStringLiteral("p.json:2:");
        QTest::newRow("twice") << QByteArray("{\"policy\":\"fifo\",\n\"classes\":{\"a\":{},\n\"a\":{}}}")
                               << QStringLiteral("p.json:3:");
        QTest::newRow("none") << QByteArray("{\"policy\":\"fifo\",\n\"classes\":{}}") << QStringLiteral("p.json:2:");
        QTest::newRow("broken") << QByteArray("{\"policy\":\n\"fifo\",\n") << QStringLiteral("p.json:");
        QTest::newRow("list") << QByteArray("[]") << QStringLiteral("p.json:1:");
    }
    void policiesAreReadOrRefusedWithTheirLine()
    {
        QFETCH(QByteArray, text);
        QFETCH(QString, complaint);
        const auto read = queue::readPolicy(text, QStringLiteral("p.json"));
        QVERIFY(!read.ok());
        QCOMPARE(read.error().code, ErrorCode::PolicyInvalid);
        QVERIFY2(read.error().message.startsWith(complaint), qPrintable(read.error().message));
    }

private:
    static const rules::Catalogue& catalogue()
    {
        static const rules::Catalogue own = rules::readCatalogue(QStringLiteral(":/catalogue")).value();
        return own;
    }
    static Policy policy()
    {
        QFile file(QStringLiteral(":/catalogue/policy.json"));
        (void)file.open(QIODevice::ReadOnly);
        return queue::readPolicy(file.readAll(), QStringLiteral("policy.json")).value();
    }

    base::SystemClock m_clock;
    std::unique_ptr<QTemporaryDir> m_folder;
    std::unique_ptr<store::LineStore> m_store;
    std::unique_ptr<CatalogueShelf> m_shelf;
};

QTEST_GUILESS_MAIN(CatalogueShelfTest)
#include "tst_catalogue_shelf.moc"
