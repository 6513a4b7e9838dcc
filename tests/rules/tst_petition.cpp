// SPDX-License-Identifier: GPL-3.0-or-later
// What the Regulations on Petition Work ask of each entry (resources/rules/casework.yaml), article by article.
#include "app/rules/casework_checks.h"

#include <QJsonArray>
#include <QTest>
#include <rapidcheck.h>

using namespace hall;
using namespace hall::rules;
using base::ErrorCode;

namespace {

QString u(const char* text)
{
    return QString::fromUtf8(text);
}

QJsonObject person(const QString& name, const QString& role = {})
{
    QJsonObject object{{u("name"), name}, {u("address"), u("和睦路1号")}};
    if (!role.isEmpty())
        object.insert(u("role"), role);
    return object;
}

} // namespace

class PetitionTest : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase()
    {
        m_deadlines = readDeadlineBook({}).value();
        m_casework = readCasework({}, m_deadlines).value();
        m_calendar = readCalendar(lawFile({}, u("holidays.csv"))).value();
    }
    void init()
    {
        m_entries.clear();
        m_today = QDate(2026, 3, 5);
    }

    // Art 19
    void whatTheLawAsksForIsToldAndNobodyIsTurnedAway()
    {
        QVERIFY(write("registered", {{u("request"), u("x")}}).ok());
        const QStringList missing = missingFields(m_casework, *m_casework.opening(),
                                                  {{u("request"), u("x")}, {u("petitioners"), QJsonArray{QJsonObject{{u("name"), u("王")}}}}});
        QCOMPARE(missing, (QStringList{u("facts"), u("reasons"), u("petitioners[1].address")}));
    }
    void peopleAreCheckedFieldByField_data()
    {
        QTest::addColumn<QJsonObject>("someone");
        QTest::addColumn<QString>("named"); // empty: nothing is wrong
        const auto row = [](const char* name, const QJsonObject& fields, const char* named) {
            QJsonObject someone = fields;
            someone.insert(u("name"), u("王"));
            QTest::newRow(name) << someone << u(named);
        };
        row("a card", {{u("id_number"), u("11010519491231002X")}}, "");
        row("a misread digit", {{u("id_number"), u("110105194912310021")}}, "petitioners[1].id_number");
        row("too short", {{u("id_number"), u("11010519491231002")}}, "petitioners[1].id_number");
        row("a passport", {{u("document"), u("passport")}, {u("id_number"), u("E12345678")}}, "");
        row("an organisation's code", {{u("kind"), u("organisation")}, {u("id_number"), u("91330100MA27XL0N1K")}}, "");
        row("a phone", {{u("phone"), u("0571-88880000")}}, "");
        row("no phone", {{u("phone"), u("ask later")}}, "petitioners[1].phone");
        row("no role", {{u("role"), u("friend")}}, "petitioners[1].role");
        row("no day", {{u("birth"), u("1990-02-30")}}, "petitioners[1].birth");
    }
    void peopleAreCheckedFieldByField()
    {
        QFETCH(QJsonObject, someone);
        QFETCH(QString, named);
        const auto written = write("registered", {{u("request"), u("x")}, {u("petitioners"), QJsonArray{someone}}});
        QCOMPARE(written.ok(), named.isEmpty());
        if (!named.isEmpty())
            QVERIFY2(written.error().message.contains(named), qPrintable(written.error().message));
    }
    // Art 20
    void atMostFiveRepresent()
    {
        QVERIFY(rc::check("representatives up to five, and no more", [this] {
            const int many = *rc::gen::inRange(1, 12);
            QJsonArray people;
            for (int i = 0; i < many; ++i)
                people.append(person(u("代表"), u("representative")));
            m_entries.clear();
            RC_ASSERT(write("registered", {{u("request"), u("x")}, {u("petitioners"), people}}).ok() == (many <= 5));
        }));
        QJsonArray crowd;
        for (int i = 0; i < 6; ++i)
            crowd.append(person(u("业主")));
        m_entries.clear();
        QVERIFY(!write("registered", {{u("request"), u("x")}, {u("channel"), u("visit")}, {u("petitioners"), crowd}}).ok());
        QVERIFY(write("registered", {{u("request"), u("x")}, {u("channel"), u("letter")}, {u("petitioners"), crowd}}).ok());
    }
    // Personal Information Protection Law, Art 31
    void underFourteenAGuardianConsents()
    {
        QJsonObject child = person(u("小雨"));
        child.insert(u("birth"), u("2012-03-06"));
        QJsonObject guardian = person(u("外婆"), u("guardian"));
        const auto open = [&](const QJsonArray& people) {
            m_entries.clear();
            return write("registered", {{u("request"), u("x")}, {u("petitioners"), people}}).ok();
        };
        QVERIFY(!open({child}));
        QVERIFY(!open({child, guardian}));
        guardian.insert(u("consent"), u("yes"));
        QVERIFY(open({child, guardian}));
        child.insert(u("birth"), u("2012-03-05")); // fourteen today
        QVERIFY(open({child}));
    }
    // Art 22 and 23
    void theNoticeRunsWhereNameAndAddressAreClear()
    {
        const QJsonObject visit{{u("request"), u("x")}, {u("channel"), u("visit")}, {u("type"), u("appeal")}};
        QJsonObject clear = visit;
        clear.insert(u("petitioners"), QJsonArray{person(u("王"))});
        QVERIFY(write("registered", clear).ok());
        QVERIFY(standingNow().running(u("XF-REG")) && standingNow().running(u("XF-INFORM-DIRECT")));
        m_entries.clear();
        QVERIFY(write("registered", visit).ok());
        QVERIFY(standingNow().running(u("XF-REG")));
        QVERIFY(!standingNow().running(u("XF-INFORM-DIRECT")));
    }
    void mediationAndAdviceAreNoPetitions()
    {
        QVERIFY(write("registered", {{u("request"), u("x")}, {u("work"), u("mediation")}}).ok());
        QVERIFY(standingNow().clocks.isEmpty());
    }
    void anObjectionTakesFiveWorkingDaysAndTheSendersAgreement()
    {
        open();
        QVERIFY(write("routed", {{u("to"), u("街道")}, {u("received"), u("2026-03-05")}}).ok());
        const QJsonObject reason{{u("reason"), u("不属本机关职权")}};
        m_today = QDate(2026, 3, 12); // Thursday, the fifth working day
        QVERIFY(check("objected", reason).ok());
        m_today = QDate(2026, 3, 13);
        QVERIFY(!check("objected", reason).ok());
        QVERIFY(!check("returned", reason).ok());
        QVERIFY(check("returned", {{u("reason"), u("x")}, {u("agreed_by"), u("区信访局")}}).ok());
        // A possibility that is over is nobody's lateness.
        QVERIFY(check("accepted", {{u("matter"), u("no")}}).ok());
    }
    // 简易办理
    void theSimpleProcedureHasItsConditions_data()
    {
        QTest::addColumn<QJsonObject>("facts");
        QTest::addColumn<QJsonObject>("acceptance");
        QTest::addColumn<bool>("may");
        const QJsonObject simple{{u("procedure"), u("simple")}, {u("ground"), u("urgent-daily-life")}};
        QTest::newRow("first time, urgent") << QJsonObject{{u("type"), u("appeal")}} << simple << true;
        QTest::newRow("no ground") << QJsonObject{} << QJsonObject{{u("procedure"), u("simple")}} << false;
        QTest::newRow("came before") << QJsonObject{{u("repeated"), u("yes")}} << simple << false;
        QTest::newRow("many") << QJsonObject{{u("people"), 30}} << simple << false;
        QTest::newRow("an accusation") << QJsonObject{{u("type"), u("accusation")}} << simple << false;
    }
    void theSimpleProcedureHasItsConditions()
    {
        QFETCH(QJsonObject, facts);
        QFETCH(QJsonObject, acceptance);
        QFETCH(bool, may);
        facts.insert(u("request"), u("x"));
        QVERIFY(write("registered", facts).ok());
        QCOMPARE(check("accepted", acceptance).ok(), may);
    }
    void simpleIsTenWorkingDays()
    {
        open({{u("simple"), u("yes")}});
        QVERIFY(standingNow().running(u("XF-SIMPLE-ACCEPT")));
        QVERIFY(write("accepted", {{u("procedure"), u("simple")}, {u("ground"), u("promised")}, {u("day"), u("2026-03-05")}}).ok());
        QVERIFY(!standingNow().running(u("XF-SIMPLE-ACCEPT")));
        QCOMPARE(due("XF-SIMPLE-HANDLE"), QDate(2026, 3, 19));
    }
    // Art 34
    void acceptanceIsTheDayOfTheNoticeUnlessItIsSaid()
    {
        open();
        QVERIFY(write("informed", {{u("day"), u("2026-03-02")}}).ok());
        QVERIFY(write("accepted", {{u("matter"), u("yes")}}).ok());
        QCOMPARE(due("XF-HANDLE"), QDate(2026, 5, 1)); // 2 March + 60; a duty does not roll over Labour Day
        m_entries.removeLast();
        QVERIFY(write("accepted", {{u("matter"), u("yes")}, {u("day"), u("2026-03-04")}}).ok());
        QCOMPARE(due("XF-HANDLE"), QDate(2026, 5, 3));
    }
    void sixtyDaysAreForAppealsAlone()
    {
        open({{u("type"), u("suggestion")}});
        QVERIFY(!check("accepted", {{u("matter"), u("yes")}}).ok());
        QVERIFY(check("accepted", {{u("matter"), u("no")}}).ok());
    }
    void anExtensionIsApprovedReasonedAndGivenOnce()
    {
        open();
        const QJsonObject extension{{u("rule"), u("XF-HANDLE")}, {u("approved_by"), u("局长")}, {u("reason"), u("案情复杂")}};
        QVERIFY(write("accepted", {{u("matter"), u("no")}}).ok());
        QVERIFY(!check("extended", extension).ok()); // no such clock runs
        m_entries.removeLast();
        QVERIFY(write("accepted", {{u("matter"), u("yes")}, {u("day"), u("2026-03-05")}}).ok());
        for (const char* field : {"approved_by", "reason"}) {
            QJsonObject without = extension;
            without.remove(u(field));
            QVERIFY2(!check("extended", without).ok(), field);
        }
        QVERIFY(missingFields(m_casework, *m_casework.kind(u("extended")), extension).contains(u("told")));
        QVERIFY(write("extended", extension).ok());
        QCOMPARE(due("XF-HANDLE"), QDate(2026, 6, 3));
        QVERIFY(!check("extended", extension).ok());
        QVERIFY(write("replied", opinion()).ok());
        QVERIFY(!check("extended", extension).ok());
    }
    void anExtensionByAgreementNamesItsDay()
    {
        open({{u("work"), u("mediation")}});
        QVERIFY(write("mediation-begun", {{u("sort"), u("people")}, {u("mediators"), u("赵")}, {u("consent"), u("yes")}}).ok());
        QJsonObject extension{{u("rule"), u("RM-MED")}, {u("approved_by"), u("双方")}, {u("reason"), u("待鉴定")}};
        QVERIFY(!check("extended", extension).ok());
        extension.insert(u("until"), u("2026-05-20"));
        QVERIFY(write("extended", extension).ok());
        QCOMPARE(due("RM-MED"), QDate(2026, 5, 20));
    }
    /// 人民调解法 Art 17: one clear refusal, and there is no mediation.
    void mediationIsVoluntary()
    {
        open({{u("work"), u("mediation")}});
        QVERIFY(!check("mediation-begun", {{u("sort"), u("people")}, {u("mediators"), u("赵")}, {u("consent"), u("no")}}).ok());
    }
    // Art 19: the same matter pending below
    void whatIsPendingBelowIsNotAccepted()
    {
        open({{u("pending_below"), u("yes")}});
        QVERIFY(!check("accepted", {{u("matter"), u("yes")}}).ok());
        QVERIFY(check("redirected", {{u("channel"), u("下级机关")}, {u("article"), u("第十九条")}}).ok());
    }
    // Art 28
    void whoSteppedBackWritesNothing()
    {
        open();
        QVERIFY(write("recused", {{u("who"), u("li")}, {u("reason"), u("亲属")}}).ok());
        QCOMPARE(check("note", {{u("text"), u("x")}}, {u("li"), u("李娜")}).error().code, ErrorCode::PermissionDenied);
        QCOMPARE(check("recusal-lifted", {{u("who"), u("li")}, {u("reason"), u("x")}}, {u("li"), {}}).error().code, ErrorCode::PermissionDenied);
        QVERIFY(check("note", {{u("text"), u("x")}}, {u("wang"), u("王建国")}).ok());
        QVERIFY(write("recused", {{u("who"), u("王建国")}, {u("reason"), u("同住")}}).ok()); // by name
        QVERIFY(!check("note", {{u("text"), u("x")}}, {u("wang"), u("王建国")}).ok());
        QVERIFY(write("recusal-lifted", {{u("who"), u("li")}, {u("reason"), u("已核实无利害关系")}}).ok());
        QVERIFY(check("note", {{u("text"), u("x")}}, {u("li"), u("李娜")}).ok());
    }
    // Nobody clears a red without an entry.
    void lateIsExplainedBeforeItEnds()
    {
        open();
        QVERIFY(write("accepted", {{u("matter"), u("yes")}, {u("day"), u("2026-03-05")}}).ok());
        const QJsonObject why{{u("rule"), u("XF-HANDLE")}, {u("reason"), u("鉴定迟延，已致歉")}};
        m_today = QDate(2026, 5, 4); // the last day
        QVERIFY(check("replied", opinion()).ok());
        QVERIFY(!check("late", why).ok());
        m_today = QDate(2026, 5, 5);
        for (const auto& [kind, content] : {std::pair("replied", opinion()), std::pair("closed", QJsonObject{{u("reason"), u("x")}})}) {
            const auto refused = check(kind, content);
            QVERIFY(!refused.ok());
            QVERIFY2(refused.error().message.contains(u("XF-HANDLE (2026-05-04)")), qPrintable(refused.error().message));
        }
        QVERIFY(write("late", why).ok());
        QVERIFY(standingNow().running(u("XF-HANDLE"))); // it runs on, red
        QVERIFY(check("replied", opinion()).ok());
    }
    void aRightThatIsOverIsNobodysLateness()
    {
        open();
        QVERIFY(write("accepted", {{u("matter"), u("yes")}}).ok());
        QVERIFY(write("replied", opinion()).ok());
        m_today = QDate(2026, 8, 1);
        QVERIFY(standingNow().running(u("XF-REVIEW-APPLY")));
        QVERIFY(check("closed", {{u("reason"), u("未申请复查")}}).ok());
    }
    // Art 36
    void aConcludedMatterNeedsNewFacts()
    {
        const QJsonObject again{{u("request"), u("x")}, {u("continues"), u("2026-000001")}};
        QJsonObject more = again;
        more.insert(u("new_facts"), u("新的证人"));
        QVERIFY(checkContinuation(m_casework, again, u("closed"), u("zh")).ok());
        const auto refused = checkContinuation(m_casework, again, u("final"), u("zh"));
        QVERIFY(!refused.ok());
        QVERIFY(refused.error().message.contains(u("行政诉讼"))); // not a bare refusal: where to go
        QVERIFY(checkContinuation(m_casework, more, u("final"), u("zh")).ok());
    }
    void theReviewAndTheReExaminationHaveTheirThirtyDays()
    {
        open();
        QVERIFY(write("accepted", {{u("matter"), u("yes")}}).ok());
        QJsonObject told = opinion();
        told.insert(u("received"), u("2026-09-01"));
        QVERIFY(write("replied", told).ok());
        QCOMPARE(due("XF-REVIEW-APPLY"), QDate(2026, 10, 8)); // 1 October is off until the 7th: a right rolls
        QVERIFY(write("review-requested", {{u("text"), u("x")}, {u("received"), u("2026-09-10")}}).ok());
        QCOMPARE(due("XF-REVIEW-DECIDE"), QDate(2026, 10, 10));
        QVERIFY(write("reviewed", {{u("text"), u("维持")}, {u("received"), u("2026-10-01")}}).ok());
        QCOMPARE(due("XF-RECHECK-APPLY"), QDate(2026, 11, 2)); // 31 October is a Saturday
        QVERIFY(write("re-examination-requested", {{u("text"), u("x")}, {u("received"), u("2026-10-20")}}).ok());
        QCOMPARE(due("XF-RECHECK-DECIDE"), QDate(2026, 11, 19));
        QVERIFY(write("re-examined", {{u("text"), u("维持")}}).ok());
        QCOMPARE(standingNow().state, u("final"));
    }
    void satisfactionIsAskedWithinItsWindow()
    {
        open();
        const QJsonObject rating{{u("office"), u("satisfied")}, {u("unit"), u("not-satisfied")}};
        QVERIFY(!check("rated", rating).ok()); // nothing was answered yet
        QVERIFY(write("accepted", {{u("matter"), u("yes")}}).ok());
        QVERIFY(write("replied", opinion()).ok());
        QVERIFY(check("rated", rating).ok());
        QVERIFY(!check("rated", {{u("office"), u("satisfied")}}).ok()); // both are rated
        m_today = m_today.addDays(m_casework.kind(u("rated"))->withinDays);
        QVERIFY(check("rated", rating).ok());
        m_today = m_today.addDays(1);
        QVERIFY(!check("rated", rating).ok());
    }
    /// A clock of any row of the law, set running by hand: other channels have theirs.
    void everyRowOfTheLawCanRunInACase()
    {
        for (const DeadlineRule& rule : m_deadlines.rules) {
            m_entries.clear();
            open({{u("work"), u("legal-channel")}});
            QVERIFY(write("clock", {{u("rule"), rule.id}, {u("day"), u("2026-03-05")}, {u("time"), u("09:30")}}).ok());
            QCOMPARE(standingNow().running(rule.id) != nullptr, m_deadlines.inForce(rule));
            if (!m_deadlines.inForce(rule))
                continue;
            QVERIFY2(due(rule.id).isValid(), qPrintable(rule.id));
            QVERIFY(write("done", {{u("rule"), rule.id}, {u("text"), u("x")}}).ok());
            QVERIFY(!standingNow().running(rule.id));
        }
    }
    void aCorrectionCountsFromThenOn()
    {
        open({{u("type"), u("appeal")}});
        QVERIFY(write("correction", {{u("field"), u("type")}, {u("value"), u("suggestion")}, {u("text"), u("误选")}}).ok());
        QCOMPARE(standingNow().facts.value(u("type")).toString(), u("suggestion"));
        QVERIFY(!check("accepted", {{u("matter"), u("yes")}}).ok());
    }

private:
    static QJsonObject opinion()
    {
        return {{u("opinion"), u("explained")}, {u("request"), u("r")}, {u("facts"), u("f")}, {u("legal_basis"), u("《民法典》")}};
    }
    base::Status check(const char* kind, const QJsonObject& content, const Writer& writer = {u("wang"), {}}) const
    {
        const LawToday law{m_casework, m_deadlines, m_calendar, m_today, u("zh")};
        return checkWriting(law, *m_casework.kind(u(kind)), standingNow(), content, writer);
    }
    base::Status write(const char* kind, const QJsonObject& content)
    {
        const base::Status may = check(kind, content, {u("somebody-else"), {}});
        if (may.ok())
            m_entries.append({m_entries.size() + 1, u(kind), content, m_today});
        return may;
    }
    void open(QJsonObject facts = {})
    {
        facts.insert(u("request"), u("x"));
        QVERIFY(write("registered", facts).ok());
    }
    CaseStanding standingNow() const { return standing(m_entries, m_casework, m_deadlines); }
    QDate due(const QString& rule) const
    {
        const CaseStanding now = standingNow();
        const CaseClock* clock = now.running(rule);
        return clock ? clock->dueDay(m_deadlines, m_calendar) : QDate();
    }
    QDate due(const char* rule) const { return due(u(rule)); }

    DeadlineBook m_deadlines;
    CaseworkBook m_casework;
    Calendar m_calendar;
    QList<WrittenEntry> m_entries;
    QDate m_today;
};

QTEST_GUILESS_MAIN(PetitionTest)
#include "tst_petition.moc"
