// SPDX-License-Identifier: GPL-3.0-or-later
// The legal-channel router, 信访工作条例 Art 31: in the article's order, from facts to a channel, never to a bare refusal.
#include "app/rules/router.h"

#include <QJsonDocument>
#include <QJsonObject>
#include <QSet>
#include <QTest>
#include <functional>

using namespace hall;
using namespace hall::rules;

class TestRouter : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase()
    {
        const auto book = readDeadlineBook(shippedLaw());
        QVERIFY(book.ok());
        m_book = *book;
        const auto router = readRouter(shippedLaw(), m_book);
        QVERIFY2(router.ok(), router.ok() ? "" : qPrintable(router.error().message));
        m_router = *router;
    }

    void decisions_data()
    {
        QTest::addColumn<QString>("facts");
        QTest::addColumn<QString>("channel");
        QTest::addColumn<QString>("article");
        const auto row = [](const char* name, const char* facts, const char* channel, const char* article) {
            QTest::newRow(name) << QString::fromUtf8(facts) << QString::fromUtf8(channel) << QString::fromUtf8(article);
        };
        row("a suggestion", "purpose=suggestion", "suggestion", "Art29");
        row("an accusation", "purpose=accusation", "accusation", "Art30");
        row("handled below, in time", "purpose=appeal stage=handling", "wait", "Art19");
        row("opinion received", "purpose=appeal stage=replied", "review", "Art35");
        row("review received", "purpose=appeal stage=reviewed", "re-examination", "Art36");
        row("re-examined", "purpose=appeal stage=re-examined", "closed", "Art36");
        row("(1) a court hears it", "purpose=appeal stage=first procedure=court court_stage=running", "court", "Art31(1)");
        row("(1) a court decided", "purpose=appeal stage=first procedure=court court_stage=decided", "court", "Art31(1)");
        row("(1) procuratorate", "purpose=appeal stage=first procedure=procuratorate", "procuratorate", "Art31(1)");
        row("(1) police", "purpose=appeal stage=first procedure=police", "police", "Art31(1)");
        row("(1) reconsideration runs", "purpose=appeal stage=first procedure=reconsideration", "reconsideration", "Art31(1)");
        row("(2) wages", "purpose=appeal stage=first procedure=none relation=employer work=claim", "arbitration", "Art31(2)");
        row("(2) agreed arbitration", "purpose=appeal stage=first procedure=none relation=person danger=no agreement=arbitration", "arbitration", "Art31(2)");
        row("(3) party discipline", "purpose=appeal stage=first procedure=none relation=party", "party-appeal", "Art31(3)");
        row("(3) public servant", "purpose=appeal stage=first procedure=none relation=employer work=discipline", "party-appeal", "Art31(3)");
        row("(4) a fine", "purpose=appeal stage=first procedure=none relation=organ act=decision", "reconsideration", "Art31(4)");
        row("(4) a permit", "purpose=appeal stage=first procedure=none relation=organ act=apply", "administrative-act", "Art31(4)");
        row("(5) act against a breach", "purpose=appeal stage=first procedure=none relation=organ act=protect", "duty", "Art31(5)");
        row("(5) labour inspectorate", "purpose=appeal stage=first procedure=none relation=employer work=report", "duty", "Art31(5)");
        row("(6) nothing else", "purpose=appeal stage=first procedure=none relation=organ act=other", "petition-opinion", "Art31(6)");
        row("(6) hardship", "purpose=appeal stage=first procedure=none relation=nobody", "petition-opinion", "Art31(6)");
        row("neighbours", "purpose=appeal stage=first procedure=none relation=person danger=no agreement=none", "court", "Art31(1)");
        row("mediated already", "purpose=appeal stage=first procedure=none relation=person danger=no agreement=mediated", "court", "Art33");
        row("violence at home", "purpose=appeal stage=first procedure=none relation=person danger=yes", "court", "反家庭暴力法 Art28");
    }
    void decisions()
    {
        QFETCH(QString, facts);
        QFETCH(QString, channel);
        QFETCH(QString, article);
        Facts known;
        for (const QString& fact : facts.split(u' '))
            known.insert(fact.section(u'=', 0, 0), fact.section(u'=', 1));
        const auto led = route(m_router, known);
        QVERIFY2(led.ok(), led.ok() ? "" : qPrintable(led.error().message));
        QVERIFY2(led->next.isEmpty(), qPrintable(led->next));
        const RouterEnd* end = m_router.end(led->end);
        QVERIFY(end);
        QCOMPARE(end->channel, channel);
        QVERIFY2(end->article.en.contains(article), qPrintable(end->article.en));
        // Redirected, never barely refused (Art 23): where to go and what to take along, in both languages.
        QVERIFY(!end->where.zh.isEmpty() && !end->where.en.isEmpty());
        QVERIFY(!end->words.zh.isEmpty() && !end->words.en.isEmpty());
    }

    // Every way through the questions ends; together they reach every end and every channel.
    void everyWayEnds()
    {
        QSet<QString> ends;
        QSet<QString> channels;
        int ways = 0;
        const std::function<void(Facts)> walk = [&](const Facts& facts) {
            const auto led = route(m_router, facts);
            QVERIFY(led.ok());
            QVERIFY(facts.size() <= m_router.questions.size());
            if (led->next.isEmpty()) {
                ends.insert(led->end);
                channels.insert(m_router.end(led->end)->channel);
                ++ways;
                return;
            }
            for (const RouterAnswer& answer : m_router.question(led->next)->answers) {
                Facts more = facts;
                more.insert(led->next, answer.value);
                walk(more);
            }
        };
        walk({});
        QVERIFY(ways >= 24);
        QCOMPARE(ends.size(), m_router.ends.size());
        QCOMPARE(channels.size(), m_router.channels.size());
    }

    // Only a petition opinion (Art 31(6)) runs on the 60 days.
    void sixtyDaysForArticle31Item6Only()
    {
        for (const RouterEnd& end : m_router.ends) {
            const bool sixty = std::ranges::any_of(end.deadlines, [](const RouterDeadline& d) { return d.rule == u"XF-HANDLE"; });
            QVERIFY2(!sixty || end.channel == u"petition-opinion" || end.channel == u"wait", qPrintable(end.code));
        }
    }

    void aMissingFactIsAskedFor()
    {
        const auto led = route(m_router, {{QStringLiteral("purpose"), QStringLiteral("appeal")}});
        QVERIFY(led.ok());
        QCOMPARE(led->next, QStringLiteral("stage"));
        QVERIFY(led->end.isEmpty());
        QVERIFY(!route(m_router, {{QStringLiteral("purpose"), QStringLiteral("gossip")}}).ok());
    }

    void factsThatAreNone_data()
    {
        QTest::addColumn<QByteArray>("json");
        QTest::newRow("not JSON") << QByteArray("{");
        QTest::newRow("a list") << QByteArray("[]");
        QTest::newRow("misspelt fact") << QByteArray(R"({"purpos":"appeal"})");
        QTest::newRow("misspelt answer") << QByteArray(R"({"purpose":"apeal"})");
        QTest::newRow("no date") << QByteArray(R"({"knew":"2026-02-30"})");
        QTest::newRow("a number") << QByteArray(R"({"purpose":7})");
        QTest::newRow("nested") << QByteArray(R"({"purpose":{"a":1}})");
    }
    void factsThatAreNone()
    {
        QFETCH(QByteArray, json);
        const auto facts = parseFacts(json, QStringLiteral("facts.json"), m_router);
        QVERIFY(!facts.ok());
        QCOMPARE(facts.error().code, base::ErrorCode::FileInvalid);
        QVERIFY2(facts.error().message.contains(u"facts.json"), qPrintable(facts.error().message));
    }

    void yesAndNoMayBeTrueAndFalse()
    {
        const auto facts = parseFacts(R"({"danger":true,"knew":"2026-03-05"})", QStringLiteral("f.json"), m_router);
        QVERIFY2(facts.ok(), facts.ok() ? "" : qPrintable(facts.error().message));
        QCOMPARE(facts->value(QStringLiteral("danger")), QStringLiteral("yes"));
        const auto trigger = factTrigger(*facts, QStringLiteral("knew"));
        QVERIFY(trigger);
        QCOMPARE(trigger->day, QDate(2026, 3, 5));
        QVERIFY(!factTrigger(*facts, QStringLiteral("received")));
    }

private:
    DeadlineBook m_book;
    Router m_router;
};

QTEST_GUILESS_MAIN(TestRouter)
#include "tst_router.moc"
