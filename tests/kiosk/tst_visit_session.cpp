// SPDX-License-Identifier: GPL-3.0-or-later
// A visitor's way, without windows: pages, back, start again, what is kept and what is wiped.
#include "tests/kiosk/fake_hall.h"
#include "ui/kiosk/visit_session.h"

#include <QSignalSpy>
#include <QTest>

using namespace hall;
using namespace hall::kiosk;
using Page = VisitSession::Page;

class TestVisitSession : public QObject
{
    Q_OBJECT

private slots:
    void init()
    {
        m_session = std::make_unique<VisitSession>(m_clock);
        m_session->setMenu(test::smallCatalogue());
    }

    void sixTouchesLeadToTheTicket()
    {
        QSignalSpy wanted(m_session.get(), &VisitSession::ticketWanted);
        m_session->chooseBlock(u"mediation"_qs); // 1
        m_session->chooseService(u"FAMILY"_qs); // 2
        m_session->setPeople(1);
        m_session->confirmPeople(); // 3
        m_session->choosePriority(u"elderly"_qs); // 4, with two proofs: the longest way
        QCOMPARE(m_session->page(), Page::Proof);
        m_session->chooseProof(u"elder-card"_qs); // 5
        QCOMPARE(m_session->page(), Page::Review);
        m_session->takeTicket(); // 6
        QCOMPARE(wanted.count(), 1);
        const VisitRequest request = m_session->request(u"zh"_qs);
        QVERIFY(!request.key.isNull());
        QCOMPARE(request.service, u"FAMILY"_qs);
        QCOMPARE(request.priorityClass, u"elderly"_qs);
        QCOMPARE(request.evidence, u"elder-card"_qs);
        m_session->showTicket();
        QCOMPARE(m_session->page(), Page::Ticket);
        QVERIFY(!m_session->canGoBack());
    }

    void theGuideAsksThreeQuestionsAtMost()
    {
        m_session->askTheGuide();
        QCOMPARE(m_session->questionCode(), u"told"_qs);
        m_session->answer(1);
        m_session->answer(1);
        QCOMPARE(m_session->questionCode(), u"advice"_qs);
        m_session->back();
        QCOMPARE(m_session->questionCode(), u"other"_qs);
        m_session->answer(0);
        QCOMPARE(m_session->page(), Page::Service);
        QCOMPARE(m_session->block(), u"mediation"_qs);
        QVERIFY(m_session->guided());
        m_session->back();
        QCOMPARE(m_session->page(), Page::Guide);
    }

    void aBlockWithOneServiceSkipsTheQuestion()
    {
        m_session->chooseBlock(u"experts"_qs);
        QCOMPARE(m_session->page(), Page::People);
        QCOMPARE(m_session->service(), u"EXPERT"_qs);
    }

    void whatIsNotOfferedIsIgnored()
    {
        m_session->chooseService(u"FAMILY"_qs);
        m_session->takeTicket();
        m_session->confirmPeople();
        QCOMPARE(m_session->page(), Page::Welcome);
        m_session->chooseBlock(u"mediation"_qs);
        m_session->chooseService(u"COMPLAIN"_qs); // of another block
        QCOMPARE(m_session->page(), Page::Service);
        m_session->chooseService(u"FAMILY"_qs);
        m_session->confirmPeople();
        m_session->choosePriority(u"booked"_qs); // nobody chooses that
        QCOMPARE(m_session->page(), Page::Priority);
    }

    void aChangeFromTheReviewLeadsBackToIt()
    {
        toReview();
        m_session->editChoice(Page::People);
        m_session->setPeople(3);
        m_session->confirmPeople();
        QCOMPARE(m_session->page(), Page::Review);
        m_session->editChoice(Page::Priority);
        m_session->choosePriority(u"elderly"_qs);
        m_session->chooseProof(u"id-card"_qs);
        QCOMPARE(m_session->page(), Page::Review);
        QCOMPARE(m_session->request({}).partySize, 3);
        m_session->back();
        QCOMPARE(m_session->page(), Page::Priority);
    }

    void fieldsAreCheckedBesideTheField()
    {
        toReview();
        m_session->tellMore();
        m_session->type(Field::Name, QString::fromUtf8("王\xF0\xA0\xAE\xB7㐂"));
        m_session->confirmField();
        QCOMPARE(m_session->page(), Page::Phone);
        m_session->type(Field::Phone, u"1381234567"_qs);
        m_session->confirmField();
        QCOMPARE(m_session->page(), Page::Phone);
        QVERIFY(m_session->problem(Field::Phone).contains(u"11"_qs));
        m_session->type(Field::Phone, u"13812345678"_qs);
        QVERIFY(m_session->problem(Field::Phone).isEmpty());
        m_session->confirmField();
        m_session->type(Field::Identity, u"110105194912310021"_qs);
        m_session->confirmField();
        QCOMPARE(m_session->page(), Page::Identity);
        QVERIFY(!m_session->problem(Field::Identity).isEmpty());
        m_session->type(Field::Identity, u"11010519491231002x"_qs);
        m_session->confirmField();
        QCOMPARE(m_session->page(), Page::Matter);
        m_session->type(Field::Matter, u"漏水 💧"_qs);
        m_session->confirmField();
        QCOMPARE(m_session->page(), Page::Review);
        const QByteArray document = intakeDocument(m_session->details(), u"zh"_qs);
        QVERIFY(document.contains("\"phone\":\"13812345678\""));
        QVERIFY(document.contains("💧"));
    }

    void tenThousandCharactersAreRefusedWhole()
    {
        toReview();
        m_session->edit(Field::Matter);
        const QString text = QString(9'999, u'字') + QString::fromUtf8("👨‍👩‍👧");
        QCOMPARE(visibleCharacters(text), 10'000);
        m_session->type(Field::Matter, text);
        m_session->confirmField();
        QCOMPARE(m_session->page(), Page::Matter);
        QVERIFY(m_session->problem(Field::Matter).contains(u"10000"_qs));
        QCOMPARE(m_session->details().matter, text); // nothing was cut off
        m_session->type(Field::Matter, text.left(2'000));
        m_session->confirmField();
        QCOMPARE(m_session->page(), Page::Review);
    }

    void anEmojiInANameIsRefusedKindly()
    {
        QVERIFY(fieldProblem(Field::Name, u"小明😀"_qs, QDate(2026, 3, 5)).contains(u"😀"_qs));
        QVERIFY(fieldProblem(Field::Name, u"阿卜杜拉·买买提"_qs, QDate(2026, 3, 5)).isEmpty());
        QVERIFY(fieldProblem(Field::Name, u"Mary O'Neil-Smith"_qs, QDate(2026, 3, 5)).isEmpty());
        QCOMPARE(lastCharacterLength(QString::fromUtf8("a\xF0\xA0\xAE\xB7")), 2);
        QCOMPARE(lastCharacterLength(QString()), 0);
    }

    void anUnsoundFieldIsNotKeptByBack()
    {
        toReview();
        m_session->edit(Field::Phone);
        m_session->type(Field::Phone, u"12"_qs);
        m_session->back();
        QCOMPARE(m_session->page(), Page::Review);
        QVERIFY(m_session->details().phone.isEmpty());
    }

    void startAgainWipesEverything()
    {
        toReview();
        m_session->edit(Field::Name);
        m_session->type(Field::Name, u"王秀英"_qs);
        m_session->confirmField();
        QSignalSpy ended(m_session.get(), &VisitSession::ended);
        m_session->startAgain();
        QCOMPARE(m_session->page(), Page::Welcome);
        QVERIFY(m_session->details().isEmpty());
        QVERIFY(m_session->service().isEmpty());
        QCOMPARE(ended.count(), 1);
        QVERIFY(ended.first().first().toUuid().isNull());
    }

    void aVisitorWhoLeavesWhileIssuingLeavesAKey()
    {
        toReview();
        m_session->takeTicket();
        const QUuid key = m_session->key();
        QSignalSpy ended(m_session.get(), &VisitSession::ended);
        m_session->startAgain();
        QCOMPARE(ended.first().first().toUuid(), key);
    }

    void aBookingLeadsToTheReview()
    {
        m_session->openBooking();
        m_session->bookingFound({7, u"LAND"_qs, m_clock.now()});
        QCOMPARE(m_session->page(), Page::Review);
        QCOMPARE(m_session->request({}).appointment, 7);
        QCOMPARE(m_session->request({}).priorityClass, u"booked"_qs);
        m_session->back();
        QCOMPARE(m_session->page(), Page::Booking);
        QCOMPARE(m_session->request({}).appointment, 0);
    }

    void aNewCatalogueWaitsForTheNextVisit()
    {
        m_session->chooseBlock(u"mediation"_qs);
        rules::Catalogue next = test::smallCatalogue();
        next.services.removeIf([](const rules::Service& service) { return service.block == QLatin1String("mediation"); });
        m_session->setMenu(next);
        m_session->chooseService(u"FAMILY"_qs);
        QCOMPARE(m_session->page(), Page::People);
        QSignalSpy changed(m_session.get(), &VisitSession::menuChanged);
        m_session->startAgain();
        QCOMPARE(changed.count(), 1);
        QCOMPARE(m_session->menu(), next);
    }

    void helpComesBackToWhereItWasOpened()
    {
        toReview();
        m_session->takeTicket();
        m_session->showTicket();
        m_session->openHelp();
        QCOMPARE(m_session->page(), Page::Help);
        m_session->back();
        QCOMPARE(m_session->page(), Page::Ticket);
    }

private:
    void toReview()
    {
        m_session->chooseBlock(u"reception"_qs);
        m_session->chooseService(u"COMPLAIN"_qs);
        m_session->confirmPeople();
        m_session->choosePriority(u"ordinary"_qs);
        QCOMPARE(m_session->page(), Page::Review);
    }

    base::ManualClock m_clock{*base::fromIso(u"2026-03-05T09:00:00"_qs)};
    std::unique_ptr<VisitSession> m_session;
};

QTEST_GUILESS_MAIN(TestVisitSession)
#include "tst_visit_session.moc"
