// SPDX-License-Identifier: GPL-3.0-or-later
// Every role tries every action. What is expected stands here, apart from the code; docs/security.md shows it as a table, which
// this test compares, and writes anew with HALL_WRITE_MATRIX=1.
#include "app/casefile/attachments.h"
#include "app/casefile/audit_reader.h"
#include "app/casefile/case_audit.h"
#include "app/casefile/case_documents.h"
#include "app/casefile/case_import.h"
#include "app/casefile/case_index.h"
#include "app/casefile/hall_calendar.h"
#include "app/store/countersign.h"
#include "tests/casefile/case_hall.h"

#include <QBuffer>
#include <QFile>
#include <QGuiApplication>
#include <QTest>
#include <map>

using namespace hall;
using namespace hall::casefile;
using base::ErrorCode;
using base::Status;
using tests::CaseHall;

namespace {

struct Actor
{
    const char* login;
    const char* title; ///< as the table names them
};
/// One of each role. Reception and legal talker serve the reception's block, mediator and expert that of mediation.
const std::vector<Actor> kActors = {{"lin", "guide"},      {"li", "reception"},   {"tan", "legal talker"}, {"zhao", "mediator"},
                                    {"zhou", "expert"},    {"xu", "supervisor"},  {"he", "workspace"},     {"sys", "system adm."},
                                    {"sec", "security adm."}, {"aud", "audit adm."}};

/// `expected`: a letter for each of kActors: y they may, r they may with a reason on record, - they may not.
struct Action
{
    const char* name;
    const char* expected;
};
const std::vector<Action> kActions = {
    {"find a case of the reception in the list", "-yy--y----"},
    {"find it by a word said in it", "-yy-------"},
    {"open a case of the reception", "-yy--r----"},
    {"write in it", "-yy-------"},
    {"put an attachment in", "-yy-------"},
    {"save an attachment of it", "-yy--r----"},
    {"make a document of it", "-yy-------"},
    {"put a print of it on record", "-yy--y----"},
    {"open a case of mediation", "---yyr----"},
    {"write in a case of mediation", "---yy-----"},
    {"register a case in the reception", "-yy-------"},
    {"import a table of cases into the reception", "-yy-------"},
    {"hand in an accusation at the reception", "-yy-------"},
    {"find an accusation in the list", "------y---"},
    {"find it by search, or learn of it from the audit trail", "------y--y"},
    {"open an accusation", "------y---"},
    {"write in an accusation", "------y---"},
    {"hand the reception's key to a member", "-yy-------"},
    {"renew the reception's key", "-yy-------"},
    {"get the reception's keys back from two custodians", "-yy-------"},
    {"be one of the three custodians", "yyyyyyyy--"},
    {"add an account (with the audit administrator)", "--------y-"},
    {"close an account (with the audit administrator)", "--------y-"},
    {"reset an account (with the audit administrator)", "--------y-"},
    {"set recovery up (with the audit administrator)", "--------y-"},
    {"countersign any of these (with the security administrator)", "---------y"},
    {"countersign the audit trail", "---------y"},
    {"read what is sealed in the audit trail", "---------y"},
    {"publish the days off", "-------y--"},
    {"open a desk in the window", "-yyyy-y---"},
};

} // namespace

class AccessMatrixTest : public QObject
{
    Q_OBJECT

private slots:
    void everyRoleTriesEveryAction_data()
    {
        QTest::addColumn<int>("action");
        for (size_t i = 0; i < kActions.size(); ++i)
            QTest::newRow(kActions[i].name) << static_cast<int>(i);
    }
    void everyRoleTriesEveryAction()
    {
        QFETCH(int, action);
        const Action& row = kActions[static_cast<size_t>(action)];
        QCOMPARE(qstrlen(row.expected), kActors.size());
        furnish(); // a hall for each action; none of them helps or hinders the next who tries it
        if (QTest::currentTestFailed())
            return;
        QString found;
        for (const Actor& actor : kActors) {
            found.append(QLatin1Char(attempt(QString::fromLatin1(row.name), actor.login)));
        }
        QCOMPARE(found, QString::fromLatin1(row.expected));
    }
    /// Three administrators, three people, and none of them a member of a block: no account is both, even where both sign it.
    void anAdministratorIsNothingBesides()
    {
        CaseHall hall;
        QVERIFY2(hall.complaint().isEmpty(), qPrintable(hall.complaint()));
        const auto sec = hall.signIn("sec");
        const auto aud = hall.signIn("aud");
        const auto add = [&](const QStringList& roles, const QStringList& blocks) {
            const QString name = QStringLiteral("new-%1").arg(++m_newcomers);
            return code(hall.office->staff().add({name, name, roles, blocks, true}, seal::SecretBuffer::copyOf("new"), sec, aud, seal::KdfCost::cheapForTests()));
        };
        for (const QString& role : {store::role::kSystem, store::role::kSecurity, store::role::kAudit}) {
            QCOMPARE(add({role, store::role::kReception}, {}), ErrorCode::PermissionDenied);
            QCOMPARE(hall.office->audit().list(1)->first().kind, store::kAccountRefused);
            QCOMPARE(add({role}, {kReception}), ErrorCode::PermissionDenied);
            QCOMPARE(add({role, role == store::role::kSystem ? store::role::kAudit : store::role::kSystem}, {}), ErrorCode::PermissionDenied);
            QCOMPARE(add({role}, {}), kNone);
        }
        QCOMPARE(add({store::role::kReception, store::role::kMediator}, {kReception}), kNone);
    }
    void theTableInTheDocumentsIsThisOne()
    {
        QFile file(QStringLiteral(HALL_SOURCE_DIR "/docs/security.md"));
        QVERIFY(file.open(QIODevice::ReadOnly));
        const QString text = QString::fromUtf8(file.readAll());
        file.close();
        const QString begin = QStringLiteral("<!-- matrix: written by tst_access_matrix -->\n");
        const QString end = QStringLiteral("<!-- end of the matrix -->");
        const qsizetype from = text.indexOf(begin) + begin.size();
        const qsizetype to = text.indexOf(end);
        QVERIFY(from > begin.size() && to >= from);
        if (qEnvironmentVariableIntValue("HALL_WRITE_MATRIX") == 1) {
            QVERIFY(file.open(QIODevice::WriteOnly));
            file.write((text.left(from) + table() + text.mid(to)).toUtf8());
            return;
        }
        QCOMPARE(text.mid(from, to - from), table());
    }

private:
    void furnish()
    {
        m_hall = std::make_unique<CaseHall>();
        QVERIFY2(m_hall->complaint().isEmpty(), qPrintable(m_hall->complaint()));
        for (const auto& [login, role, block, granter] :
             {std::tuple("tan", store::role::kLegal, kReception, "li"), std::tuple("zhou", store::role::kExpert, kMediation, "zhao")}) {
            const QString name = QString::fromLatin1(login);
            QVERIFY(staff().add({name, name, {role}, {block}, true}, seal::SecretBuffer::copyOf(login), m_hall->signIn("sec"),
                                m_hall->signIn("aud"), seal::KdfCost::cheapForTests()).ok());
            QVERIFY(staff().grant(block, name, m_hall->signIn(granter)).ok());
        }
        const auto wang = m_hall->signIn("wang");
        const auto chen = m_hall->signIn("chen");
        CaseFiles files = m_hall->files(wang);
        m_reception = files.open(kReception, CaseHall::registration())->number;
        QBuffer photo;
        photo.setData("a photo");
        QVERIFY(photo.open(QIODevice::ReadOnly));
        m_attachment = Attachments(files, *m_hall->office, wang).add(m_reception, attachment(), photo)->sequence;
        m_mediation = m_hall->files(chen).open(kMediation, mediation())->number;
        m_accusation = files.open(kReception, accusation())->number;
        QVERIFY(m_hall->files(m_hall->signIn("xu")).show(m_reception, {QStringLiteral("complaint"), kWhy}).ok());
        m_line = std::make_unique<store::LineStore>(store::LineStore::open(m_hall->place()).value());
    }

    char attempt(const QString& action, const char* login)
    {
        auto person = m_hall->signIn(login);
        const auto sec = m_hall->signIn("sec");
        const auto aud = m_hall->signIn("aud");
        auto files = m_hall->files(person);
        const auto note = CaseHall::text(QStringLiteral("x"));
        const QString noted = QStringLiteral("note");
        const auto listed = [&](const QString& number) {
            const auto list = files.list().value();
            return std::any_of(list.begin(), list.end(), [&](const CaseSummary& summary) { return summary.number == number; });
        };
        std::map<QString, std::function<char()>> actions = {
            {QStringLiteral("find a case of the reception in the list"), [&] { return may(listed(m_reception)); }},
            {QStringLiteral("open a case of the reception"), [&] { return withReason([&](const Reason& why) { return code(files.show(m_reception, why)); }); }},
            {QStringLiteral("write in it"), [&] { return may(code(files.append(m_reception, noted, note))); }},
            {QStringLiteral("put an attachment in"), [&] {
                 QBuffer source;
                 source.setData("another");
                 (void)source.open(QIODevice::ReadOnly);
                 return may(code(Attachments(files, *m_hall->office, person).add(m_reception, attachment(), source)));
             }},
            {QStringLiteral("save an attachment of it"), [&] {
                 return withReason([&](const Reason& why) {
                     QBuffer target;
                     (void)target.open(QIODevice::WriteOnly);
                     return code(Attachments(files, *m_hall->office, person).save(m_reception, m_attachment, target, {}, why));
                 });
             }},
            {QStringLiteral("open a case of mediation"), [&] { return withReason([&](const Reason& why) { return code(files.show(m_mediation, why)); }); }},
            {QStringLiteral("write in a case of mediation"), [&] { return may(code(files.append(m_mediation, noted, note))); }},
            {QStringLiteral("register a case in the reception"), [&] { return may(code(files.open(kReception, CaseHall::registration()))); }},
            {QStringLiteral("hand in an accusation at the reception"), [&] { return may(code(files.open(kReception, accusation()))); }},
            {QStringLiteral("find an accusation in the list"), [&] { return may(listed(m_accusation)); }},
            {QStringLiteral("open an accusation"), [&] { return withReason([&](const Reason& why) { return code(files.show(m_accusation, why)); }); }},
            {QStringLiteral("write in an accusation"), [&] { return may(code(files.append(m_accusation, noted, note))); }},
            {QStringLiteral("hand the reception's key to a member"), [&] { return may(code(staff().grant(kReception, QStringLiteral("chen"), person))); }},
            {QStringLiteral("renew the reception's key"), [&] { return may(code(staff().renewGroup(kReception, person))); }},
            {QStringLiteral("add an account (with the audit administrator)"), [&] { return may(code(added(person, aud))); }},
            {QStringLiteral("close an account (with the audit administrator)"), [&] { return may(code(staff().close(QStringLiteral("lin"), person, aud, {}))); }},
            {QStringLiteral("reset an account (with the audit administrator)"), [&] { return may(code(wasReset(person, aud))); }},
            {QStringLiteral("set recovery up (with the audit administrator)"), [&] { return may(code(staff().setUpRecovery(kCustodians, person, aud))); }},
            {QStringLiteral("countersign any of these (with the security administrator)"), [&] {
                 const bool all = added(sec, person).ok() && wasReset(sec, person).ok() && staff().setUpRecovery(kCustodians, sec, person).ok()
                                  && staff().close(QStringLiteral("wang"), sec, person, {}).error().code == ErrorCode::KeyMissing;
                 const bool none = !added(sec, person).ok() && !wasReset(sec, person).ok() && !staff().setUpRecovery(kCustodians, sec, person).ok();
                 return all ? 'y' : none ? '-' : '?';
             }},
            {QStringLiteral("countersign the audit trail"), [&] { return may(code(store::countersign(*m_hall->office, person))); }},
        };
        actions.merge(widerActions(person, sec, aud));
        const auto found = actions.find(action);
        return found == actions.end() ? '?' : found->second();
    }

    std::map<QString, std::function<char()>> widerActions(store::SignedIn& person, const store::SignedIn& sec, const store::SignedIn& aud)
    {
        return {
            {QStringLiteral("find it by a word said in it"), [&] { return may(searchFinds(person, m_reception)); }},
            {QStringLiteral("make a document of it"), [&] {
                 return withReason([&](const Reason& why) {
                     DocumentOrder order{m_reception, QStringLiteral("registration")};
                     order.reason = why;
                     return code(documents(person).make(order));
                 });
             }},
            {QStringLiteral("put a print of it on record"), [&] { return may(code(documents(person).notePrinted(m_reception, 1))); }},
            {QStringLiteral("import a table of cases into the reception"), [&] { return may(code(imported(person))); }},
            {QStringLiteral("find it by search, or learn of it from the audit trail"), [&] {
                 return may(searchFinds(person, m_accusation) || toldByTheTrail(person, m_accusation));
             }},
            {QStringLiteral("get the reception's keys back from two custodians"), [&] {
                 if (!staff().setUpRecovery(kCustodians, sec, aud).ok())
                     return '?';
                 (void)m_hall->signIn("li"); // whose keys are deposited with it
                 return may(code(staff().recoverGroup(kReception, m_hall->signIn("sys"), m_hall->signIn("xu"), person)));
             }},
            {QStringLiteral("be one of the three custodians"), [&] {
                 QStringList three{person.person.login, QStringLiteral("wang"), QStringLiteral("chen")};
                 return may(code(staff().setUpRecovery(three, sec, aud)));
             }},
            {QStringLiteral("read what is sealed in the audit trail"), [&] {
                 AuditReader reader(*m_hall->office, m_hall->rules.casework, &person);
                 const auto rows = reader.page({{kCaseOpenedOutside}, {}, {}, {}}, std::numeric_limits<qint64>::max(), 1).value().rows;
                 return may(rows.size() == 1 && reader.words(rows.first().record) == kWhy);
             }},
            {QStringLiteral("publish the days off"), [&] {
                 return may(code(publishCalendar(*m_line, *m_hall->office, "date,kind,name,status\n2026-10-01,off,National Day,published\n", QStringLiteral("days.csv"), person)));
             }},
            {QStringLiteral("open a desk in the window"), [&] { return may(store::worksAtDesk(person.person)); }},
        };
    }
    CaseDocuments documents(const store::SignedIn& person) { return {*m_hall->office, person, m_hall->rules, m_router, m_forms}; }
    base::Result<ImportReport> imported(const store::SignedIn& person)
    {
        rules::ImportMap map;
        map.source = QStringLiteral("hotline");
        map.fixed = {{QStringLiteral("type"), QStringLiteral("appeal")}};
        map.columns = {{QStringLiteral("request"), QStringLiteral("request"), rules::FieldType::Text, {}},
                       {QStringLiteral("name"), QStringLiteral("petitioners.name"), rules::FieldType::Text, {}}};
        const QByteArray csv = "request,name\n" + QByteArray::number(++m_newcomers) + ",x\n";
        const auto table = rules::parseForeignCsv(csv, QStringLiteral("x.csv")).value();
        ImportOptions options;
        options.block = kReception;
        auto report = CaseImport(*m_hall->office, person, m_hall->rules, QStringLiteral("zh")).run(map, table, options);
        if (report.ok() && report->imported != 1)
            return base::Error{ErrorCode::Internal, {}};
        return report;
    }
    bool searchFinds(const store::SignedIn& person, const QString& number)
    {
        const QTemporaryDir folder;
        const auto vault = store::Vault::open(m_hall->place(), *m_hall->office, person, folder.path()).value();
        CaseIndex index(*vault, *m_hall->office, person, m_hall->rules);
        while (!index.catchUp(100)->finished) { }
        const auto hits = index.search({QStringLiteral("漏水")}).value();
        return std::any_of(hits.begin(), hits.end(), [&](const CaseHit& hit) { return hit.summary.number == number; });
    }
    bool toldByTheTrail(const store::SignedIn& person, const QString& number)
    {
        AuditReader reader(*m_hall->office, m_hall->rules.casework, &person);
        const auto all = reader.page({}, std::numeric_limits<qint64>::max(), 10'000).value().rows;
        const auto asked = reader.page({{}, {}, {}, number}, std::numeric_limits<qint64>::max(), 10'000).value().rows;
        const auto tells = [&](const AuditRow& row) { return row.record.subject.contains(number); };
        return std::any_of(all.begin(), all.end(), tells) || !asked.isEmpty();
    }

    static char may(bool done) { return done ? 'y' : '-'; }
    /// Refused for want of the right, or as if it were not there; anything else is no answer.
    static char may(ErrorCode outcome)
    {
        const bool refused = outcome == ErrorCode::PermissionDenied || outcome == ErrorCode::CaseNotFound;
        return outcome == kNone ? 'y' : refused ? '-' : '?';
    }
    static ErrorCode code(const auto& result) { return result.ok() ? kNone : result.error().code; }
    /// What is refused for want of a reason is tried again with one.
    static char withReason(const std::function<ErrorCode(const Reason&)>& tried)
    {
        const ErrorCode first = tried({});
        if (first == kNone)
            return 'y';
        if (first == ErrorCode::ReasonMissing) {
            const ErrorCode second = tried({QStringLiteral("complaint"), QStringLiteral("x")});
            return second == kNone ? 'r' : may(second);
        }
        return may(first);
    }
    Status added(const store::SignedIn& security, const store::SignedIn& audit)
    {
        const QString name = QStringLiteral("new-%1").arg(++m_newcomers);
        return staff().add({name, name, {store::role::kGuide}, {}, true}, seal::SecretBuffer::copyOf("new"), security, audit,
                           seal::KdfCost::cheapForTests());
    }
    Status wasReset(const store::SignedIn& security, const store::SignedIn& audit)
    {
        return staff().reset(QStringLiteral("jin"), seal::SecretBuffer::copyOf("anew"), security, audit, seal::KdfCost::cheapForTests());
    }
    static QString table()
    {
        QString text = QStringLiteral("| action |");
        QString line = QStringLiteral("|---|");
        for (const Actor& actor : kActors) {
            text += QStringLiteral(" %1 |").arg(QString::fromLatin1(actor.title));
            line += QStringLiteral(":-:|");
        }
        text += QLatin1Char('\n') + line + QLatin1Char('\n');
        for (const Action& action : kActions) {
            text += QStringLiteral("| %1 |").arg(QString::fromLatin1(action.name));
            for (const char* letter = action.expected; *letter; ++letter)
                text += *letter == 'y' ? QStringLiteral(" yes |") : *letter == 'r' ? QStringLiteral(" reason |") : QStringLiteral("  |");
            text += QLatin1Char('\n');
        }
        return text;
    }
    static NewAttachment attachment() { return {QStringLiteral("photo.jpg"), QStringLiteral("image/jpeg")}; }
    static QJsonObject accusation()
    {
        QJsonObject content = CaseHall::registration();
        content.insert(QStringLiteral("type"), QStringLiteral("accusation"));
        content.insert(QStringLiteral("accused_organ"), QStringLiteral("某街道办事处"));
        return content;
    }
    static QJsonObject mediation()
    {
        QJsonObject content = CaseHall::registration();
        content.insert(QStringLiteral("work"), QStringLiteral("mediation"));
        return content;
    }
    store::StaffRegister& staff() { return m_hall->office->staff(); }

    static constexpr ErrorCode kNone = ErrorCode(-1);
    const QStringList kCustodians{QStringLiteral("sys"), QStringLiteral("lin"), QStringLiteral("xu")};
    const QString kReception = QStringLiteral("reception");
    const QString kWhy = QStringLiteral("为什么");
    const rules::Router m_router = rules::readRouter({}, CaseRules::read({})->deadlines).value();
    const document::FormBook m_forms = document::readForms({}).value();
    std::unique_ptr<store::LineStore> m_line;
    const QString kMediation = QStringLiteral("mediation");
    std::unique_ptr<CaseHall> m_hall;
    QString m_reception;
    QString m_mediation;
    QString m_accusation;
    qint64 m_attachment = 0;
    int m_newcomers = 0;
};

QTEST_MAIN(AccessMatrixTest)
#include "tst_access_matrix.moc"
