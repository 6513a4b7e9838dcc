// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/casefile/case_audit.h"
#include "app/casefile/case_index.h"
#include "app/casefile/case_clocks.h"
#include "app/sql/sqlcipher/sqlcipher_connection.h"
#include "tests/casefile/case_hall.h"

#include <QDir>
#include <QDirIterator>
#include <QTest>
#include <csignal>
#include <sys/wait.h>
#include <unistd.h>

using namespace hall;
using namespace hall::casefile;
using base::ErrorCode;
using tests::CaseHall;

namespace {

const QString kReception = QStringLiteral("reception");
const QString kMediation = QStringLiteral("mediation");
const QString kNote = QStringLiteral("note");

QJsonObject registration(const QString& name, const QString& request, const QString& phone = {}, const QString& identity = {})
{
    QJsonObject person{{QStringLiteral("name"), name}};
    if (!phone.isEmpty())
        person.insert(QStringLiteral("phone"), phone);
    if (!identity.isEmpty())
        person.insert(QStringLiteral("id_number"), identity);
    QJsonObject object = CaseHall::registration(name);
    object.insert(QStringLiteral("request"), request);
    object.insert(QStringLiteral("petitioners"), QJsonArray{person});
    return object;
}

} // namespace

/// A person's vault: what it finds, how it is built, and that it notices what was done to the store and to itself.
class CaseIndexTest : public QObject
{
    Q_OBJECT

private slots:
    void init()
    {
        m_hall = std::make_unique<CaseHall>();
        QVERIFY2(m_hall->complaint().isEmpty(), qPrintable(m_hall->complaint()));
        m_folder = std::make_unique<QTemporaryDir>();
    }

    void whatWasSaidIsFoundNewestFirst()
    {
        const auto li = m_hall->signIn("li");
        const QString first = write(li, kReception, registration(QStringLiteral("王𠮷"), QStringLiteral("要求赔偿漏水损失"), QStringLiteral("13812345678")));
        const QString second = write(li, kReception, registration(QStringLiteral("李四"), QStringLiteral("拖欠工资，要求赔偿")));
        const auto vault = open(li);
        QCOMPARE(found(*vault, li, QStringLiteral("赔偿")), QStringList());
        catchUp(*vault, li);
        QCOMPARE(found(*vault, li, QStringLiteral("赔偿")), (QStringList{second, first}));
        QCOMPARE(found(*vault, li, QStringLiteral("𠮷")), QStringList{first});
        QCOMPARE(found(*vault, li, QStringLiteral("123456")), QStringList{first});
        QCOMPARE(found(*vault, li, QStringLiteral("偿水")), QStringList());
        QCOMPARE(found(*vault, li, first), QStringList{first});
        m_hall->clock.advance(std::chrono::minutes(1));
        QVERIFY(m_hall->files(li).append(first, kNote, CaseHall::text(QStringLiteral("已联系 Property 公司"))).ok());
        QCOMPARE(found(*vault, li, QStringLiteral("property")), QStringList());
        catchUp(*vault, li);
        QCOMPARE(found(*vault, li, QStringLiteral("PROP")), QStringList{first});
        QCOMPARE(found(*vault, li, QStringLiteral("赔偿")), (QStringList{first, second})); // a changed case is the newest
    }
    void hitsAreHighlighted()
    {
        const auto li = m_hall->signIn("li");
        write(li, kReception, registration(QStringLiteral("王五"), QStringLiteral("楼上漏水，ＡＢ幢的𠮷某要求赔偿")));
        const auto vault = open(li);
        catchUp(*vault, li);
        for (const char* word : {"漏水", "ab", "𠮷某", "赔偿"}) {
            const auto hits = search(*vault, li, {QString::fromUtf8(word)});
            QCOMPARE(hits.size(), 1);
            QVERIFY(!hits.first().marks.isEmpty());
            const auto mark = hits.first().marks.first();
            const QString marked = hits.first().snippet.mid(mark.at, mark.length);
            QCOMPARE(marked.normalized(QString::NormalizationForm_KC).toLower(), QString::fromUtf8(word));
        }
    }
    void filtersNarrow()
    {
        const auto chen = m_hall->signIn("chen");
        const QString reception = write(chen, kReception, registration(QStringLiteral("甲"), QStringLiteral("赔偿")));
        m_hall->clock.advance(std::chrono::hours(24 * 40));
        const QString mediation = write(chen, kMediation, registration(QStringLiteral("乙"), QStringLiteral("赔偿")));
        const auto vault = open(chen);
        catchUp(*vault, chen);
        const auto with = [&](auto change) {
            CaseQuery query{QStringLiteral("赔偿")};
            change(query);
            return numbers(search(*vault, chen, query));
        };
        QCOMPARE(with([](CaseQuery& q) { q.block = kMediation; }), QStringList{mediation});
        QCOMPARE(with([](CaseQuery& q) { q.state = QStringLiteral("closed"); }), QStringList());
        QCOMPARE(with([](CaseQuery& q) { q.handler = QStringLiteral("chen"); q.openedTo = QDate(2026, 3, 5); }), QStringList{reception});
        QCOMPARE(with([](CaseQuery& q) { q.openedFrom = QDate(2026, 3, 6); }), QStringList{mediation});
        QCOMPARE(with([](CaseQuery& q) { q.openedFrom = QDate(2026, 3, 5); q.openedTo = QDate(2026, 4, 13); }), QStringList{reception});
        QCOMPARE(with([](CaseQuery& q) { q.dueUntil = QDate(2026, 4, 1); }), QStringList{reception}); // XF-REG: 15 days
        QCOMPARE(with([](CaseQuery& q) { q.limit = 1; }), QStringList{mediation});
    }
    void anothersBlockIsNotThere()
    {
        const auto zhao = m_hall->signIn("zhao");
        write(zhao, kMediation, registration(QStringLiteral("丙"), QStringLiteral("秘密事项")));
        const auto li = m_hall->signIn("li");
        const auto vault = open(li);
        catchUp(*vault, li);
        QCOMPARE(found(*vault, li, QStringLiteral("秘密")), QStringList());
        QCOMPARE(found(*vault, li, {}), QStringList());
    }
    /// The reader finds that it is there; what was said in it is read with a reason (tst_workspaces).
    void aSharedCaseIsThereByItsHeadAlone()
    {
        const auto li = m_hall->signIn("li");
        const auto zhao = m_hall->signIn("zhao");
        const auto vault = open(zhao);
        catchUp(*vault, zhao);
        const QString number = write(li, kReception, registration(QStringLiteral("丙"), QStringLiteral("秘密事项")));
        const QString other = write(li, kReception, registration(QStringLiteral("丁"), QStringLiteral("别的事项")));
        catchUp(*vault, zhao);
        QCOMPARE(found(*vault, zhao, {}), QStringList());
        QVERIFY(m_hall->files(li).append(number, QStringLiteral("shared"), {{QStringLiteral("to"), kMediation}, {QStringLiteral("reason"), QStringLiteral("联合调解")}}).ok());
        const auto holds = [&](store::Vault& shown, qint64 entries) {
            const auto hits = search(shown, zhao, {number});
            QCOMPARE(numbers(hits), QStringList{number});
            QCOMPARE(hits.first().summary.block, kReception);
            QCOMPARE(hits.first().summary.entries, entries);
            QVERIFY(hits.first().people.isEmpty());
            QCOMPARE(found(shown, zhao, {}), QStringList{number});
            for (const char* said : {"秘密", "丙", "联合调解"})
                QCOMPARE(found(shown, zhao, QString::fromUtf8(said)), QStringList());
            QVERIFY(index(shown, zhao).openDeadlines()->isEmpty());
        };
        catchUp(*vault, zhao);
        holds(*vault, 2);
        // What the other block goes on to write moves it, and a vault that is built later has it as well.
        QVERIFY(m_hall->files(li).append(number, QStringLiteral("note"), CaseHall::text(QStringLiteral("秘密补充"))).ok());
        catchUp(*vault, zhao);
        holds(*vault, 3);
        const auto later = open(zhao, QStringLiteral("/later"));
        catchUp(*later, zhao);
        holds(*later, 3);
        // Whoever serves both blocks has it as their own; a supervisor has the heads of all, for their clocks, and no word of any.
        const auto chen = m_hall->signIn("chen");
        const auto both = open(chen);
        catchUp(*both, chen);
        QCOMPARE(found(*both, chen, QStringLiteral("秘密补充")), QStringList{number});
        QCOMPARE(found(*both, chen, {}).size(), 2);
        const auto xu = m_hall->signIn("xu");
        const auto supervisor = open(xu);
        catchUp(*supervisor, xu);
        QCOMPARE(found(*supervisor, xu, {}).size(), 2);
        QCOMPARE(found(*supervisor, xu, QStringLiteral("秘密补充")), QStringList());
        QCOMPARE(m_hall->files(zhao).show(other, {QStringLiteral("mediation"), {}}).error().code, ErrorCode::PermissionDenied);
    }
    void deadlinesAreReadWithoutOpeningACase()
    {
        const auto li = m_hall->signIn("li");
        const QString number = write(li, kReception, registration(QStringLiteral("丁"), QStringLiteral("请求")));
        const auto vault = open(li);
        catchUp(*vault, li);
        const auto open = index(*vault, li).openDeadlines();
        QVERIFY(open.ok());
        QCOMPARE(open->size(), 1);
        QCOMPARE(open->first().summary.number, number);
        const CaseFile file = m_hall->files(li).show(number).value();
        QCOMPARE(open->first().clock, file.standing.clocks.first());
        QCOMPARE(open->first().due, readClock(open->first().clock, QDate(2026, 3, 5), m_hall->rules.deadlines, m_hall->rules.calendar)->due);
        QVERIFY(m_hall->files(li).append(number, QStringLiteral("closed"), {{QStringLiteral("reason"), QStringLiteral("撤回")}}).ok());
        catchUp(*vault, li);
        QVERIFY(index(*vault, li).openDeadlines()->isEmpty());
    }

    /// A day off is declared, and taken back: what is looked for by its deadline follows, and what it was stays known.
    void aChangedCalendarMovesWhatIsLookedFor()
    {
        const auto li = m_hall->signIn("li");
        QJsonObject simple = registration(QStringLiteral("戊"), QStringLiteral("请求"));
        simple.insert(QStringLiteral("received"), QStringLiteral("2026-03-04"));
        simple.insert(QStringLiteral("simple"), true); // accepted within three working days
        const QString number = write(li, kReception, simple);
        const auto vault = open(li);
        catchUp(*vault, li);
        const auto due = [&](QDate day) {
            CaseQuery query;
            query.dueUntil = day;
            return index(*vault, li).search(query, Typing::Still)->size();
        };
        const QDate told = index(*vault, li).nextDeadline(number)->value().due;
        QCOMPARE(told, QDate(2026, 3, 9));
        QCOMPARE(due(told), 1);
        const rules::Calendar usual = m_hall->rules.calendar;
        auto days = usual.days();
        days.insert(told, {true, {QStringLiteral("台风停工"), QStringLiteral("Typhoon")}});
        m_hall->rules.calendar = rules::Calendar(days);
        const qint64 mark = index(*vault, li).catchUp(7)->mark;
        QCOMPARE(due(told), 0);
        QCOMPARE(due(told.addDays(1)), 1);
        QCOMPARE(index(*vault, li).nextDeadline(number)->value().due, told);
        QCOMPARE(index(*vault, li).catchUp(7)->mark, mark); // reckoned once
        m_hall->rules.calendar = usual;
        QVERIFY(index(*vault, li).catchUp(7)->mark != mark);
        QCOMPARE(due(told), 1);
    }

    void whoeverSupervisesHasTheClocksOfAllAndNothingThatWasSaid()
    {
        const auto li = m_hall->signIn("li");
        const auto zhao = m_hall->signIn("zhao");
        const auto xu = m_hall->signIn("xu");
        const QString reception = write(li, kReception, registration(QStringLiteral("王五"), QStringLiteral("要求赔偿"), QStringLiteral("13812345678")));
        const auto vault = open(xu);
        catchUp(*vault, xu);
        const QString mediation = write(zhao, kMediation, registration(QStringLiteral("赵六"), QStringLiteral("秘密事项"))); // while she is at it
        QJsonObject accusation = registration(QStringLiteral("孙七"), QStringLiteral("收受礼品"));
        accusation.insert(QStringLiteral("type"), QStringLiteral("accusation"));
        write(li, kReception, accusation);
        const auto records = m_hall->office->audit().list(500)->size();
        catchUp(*vault, xu);
        QStringList late;
        const auto all = index(*vault, xu).openDeadlines().value();
        for (const OpenDeadline& open : all)
            late.append(open.summary.number);
        late.removeDuplicates();
        late.sort();
        QCOMPARE(late, (QStringList{reception, mediation}));
        QCOMPARE(found(*vault, xu, {}), (QStringList{mediation, reception}));
        for (const char* said : {"赔偿", "秘密", "王五", "赵六", "812345", "礼品"})
            QCOMPARE(found(*vault, xu, QString::fromUtf8(said)), QStringList());
        for (const CaseHit& hit : search(*vault, xu, {}))
            QVERIFY(hit.people.isEmpty() && hit.snippet.isEmpty());
        QCOMPARE(index(*vault, xu).people({{}, QStringLiteral("13812345678"), {}})->size(), 0);
        QCOMPARE(m_hall->office->audit().list(500)->size(), records); // nobody read anything
        QCOMPARE(m_hall->files(xu).show(reception).error().code, ErrorCode::ReasonMissing); // nor may without a reason
        // An entry ends the clock for her, too.
        QVERIFY(m_hall->files(li).append(reception, QStringLiteral("routed"), {{QStringLiteral("to"), QStringLiteral("区住建局")}}).ok());
        catchUp(*vault, xu);
        const auto ran = std::count_if(all.begin(), all.end(), [&](const auto& open) { return open.summary.number == reception && open.clock.rule == QStringLiteral("XF-REG"); });
        const auto left = index(*vault, xu).openDeadlines().value();
        QCOMPARE(ran, 1);
        QVERIFY(std::none_of(left.begin(), left.end(), [&](const auto& open) { return open.summary.number == reception && open.clock.rule == QStringLiteral("XF-REG"); }));
    }
    void whoCameBeforeIsShownWithTheReason()
    {
        using Why = EarlierCase::Why;
        const auto li = m_hall->signIn("li");
        const QString card = QStringLiteral("11010519491231002X");
        const QString a = write(li, kReception, registration(QStringLiteral("买买提·艾力"), QStringLiteral("一"), QStringLiteral("138 1234 5678"), card));
        const QString b = write(li, kReception, registration(QStringLiteral("王建国"), QStringLiteral("二")));
        const QString c = write(li, kReception, registration(QStringLiteral("王建军"), QStringLiteral("三")));
        write(li, kReception, registration(QStringLiteral("王五"), QStringLiteral("四")));
        const auto vault = open(li);
        catchUp(*vault, li);
        const auto ask = [&](const PersonQuery& query) {
            QList<std::pair<QString, Why>> answer;
            const auto found = index(*vault, li).people(query).value(); // outlives the loop
            for (const EarlierCase& earlier : found)
                answer.append({earlier.summary.number, earlier.why});
            return answer;
        };
        using Answer = QList<std::pair<QString, Why>>;
        QCOMPARE(ask({{}, card.toLower(), {}}), (Answer{{a, Why::IdentityNumber}}));
        QCOMPARE(ask({{}, {}, QStringLiteral("+86 13812345678")}), (Answer{{a, Why::Phone}}));
        QCOMPARE(ask({QStringLiteral("买买提 艾力"), {}, {}}), (Answer{{a, Why::SameName}}));
        QCOMPARE(ask({QStringLiteral("王建国"), {}, {}}), (Answer{{b, Why::SameName}, {c, Why::SimilarName}}));
        QCOMPARE(ask({QStringLiteral("王六"), {}, {}}), Answer());
    }

    void aRebuildInSlicesEqualsOneAtOnce()
    {
        const auto chen = m_hall->signIn("chen");
        QStringList all;
        for (int i = 0; i < 23; ++i)
            all.prepend(write(chen, i % 3 ? kReception : kMediation, registration(QStringLiteral("某%1").arg(i), QStringLiteral("赔偿%1").arg(i))));
        const auto whole = open(chen, QStringLiteral("/whole"));
        QVERIFY(index(*whole, chen).catchUp(1000)->finished);
        QCOMPARE(found(*whole, chen, QStringLiteral("赔偿")), all);
        qint64 seen = 0;
        for (int slice = 0; slice < 100; ++slice) {
            const auto part = open(chen, QStringLiteral("/sliced")); // another start of the program each time
            const CatchUp progress = index(*part, chen).catchUp(3).value();
            QCOMPARE(progress.total, progress.finished ? progress.total : 23);
            const QStringList now = found(*part, chen, QStringLiteral("赔偿"));
            QVERIFY(now.size() >= seen); // searched meanwhile: the newest are there first
            QCOMPARE(now.mid(0, std::min<qsizetype>(now.size(), 3)), all.mid(0, std::min<qsizetype>(now.size(), 3)));
            seen = now.size();
            if (progress.finished) {
                QCOMPARE(now, all);
                for (int step = 0; index(*part, chen).catchUp(3)->settling; ++step)
                    QVERIFY(step < 100);
                const auto pieces = part->projection().value<qint64>("SELECT count(DISTINCT segid) FROM words_idx");
                QCOMPARE(pieces->value_or(0), 1); // the full text of many slices
                QCOMPARE(found(*part, chen, QStringLiteral("赔偿")), all);
                QVERIFY(!index(*part, chen).catchUp(3)->settling);
                return;
            }
        }
        QFAIL("it never ends");
    }
    void whatChangesDuringARebuildIsThereOnce()
    {
        const auto li = m_hall->signIn("li");
        QStringList all;
        for (int i = 0; i < 10; ++i)
            all.prepend(write(li, kReception, registration(QStringLiteral("某"), QStringLiteral("赔偿"))));
        const auto vault = open(li);
        QVERIFY(!index(*vault, li).catchUp(4)->finished);
        m_hall->clock.advance(std::chrono::minutes(1));
        QVERIFY(m_hall->files(li).append(all.last(), kNote, CaseHall::text(QStringLiteral("补充"))).ok());
        catchUp(*vault, li);
        all.move(all.size() - 1, 0);
        QCOMPARE(found(*vault, li, QStringLiteral("赔偿")), all);
        QCOMPARE(found(*vault, li, QStringLiteral("补充")), QStringList{all.first()});
    }
    void killedWhileCatchingUpItGoesOn()
    {
        const auto li = m_hall->signIn("li");
        for (int i = 0; i < 40; ++i)
            write(li, kReception, registration(QStringLiteral("某"), QStringLiteral("赔偿")));
        {
            const auto vault = open(li);
            QVERIFY(vault->keepDraft(QStringLiteral("case/1"), CaseHall::text(QStringLiteral("写到一半"))).ok());
        }
        for (int kill = 1; kill <= 6; ++kill) {
            const pid_t child = ::fork();
            if (child == 0) {
                m_hall->open(); // connections are not for two processes
                const auto vault = open(li);
                while (index(*vault, li).catchUp(1).ok()) {
                }
                ::_exit(0);
            }
            QTest::qSleep(15 * kill);
            ::kill(child, SIGKILL);
            ::waitpid(child, nullptr, 0);
        }
        m_hall->open();
        const auto vault = open(li);
        QVERIFY(!vault->begunAnew());
        catchUp(*vault, li);
        QCOMPARE(found(*vault, li, QStringLiteral("赔偿")).size(), 40);
        QVERIFY(vault->projection().integrityComplaints()->isEmpty());
        QCOMPARE(vault->drafts()->value(QStringLiteral("case/1")), CaseHall::text(QStringLiteral("写到一半")));
    }
    void draftsOutliveTheProjection()
    {
        const auto li = m_hall->signIn("li");
        {
            const auto vault = open(li);
            QVERIFY(vault->keepDraft(QStringLiteral("a"), CaseHall::text(QStringLiteral("一"))).ok());
            QVERIFY(vault->keepDraft(QStringLiteral("a"), CaseHall::text(QStringLiteral("二"))).ok());
            QVERIFY(vault->keepDraft(QStringLiteral("b"), CaseHall::text(QStringLiteral("三"))).ok());
            QVERIFY(vault->dropDraft(QStringLiteral("b")).ok());
            QVERIFY(vault->beginAnew().ok());
        }
        const auto drafts = open(li)->drafts();
        QCOMPARE(drafts->size(), 1);
        QCOMPARE(drafts->value(QStringLiteral("a")), CaseHall::text(QStringLiteral("二")));
    }

    void aDamagedVaultIsBuiltAgain()
    {
        const auto li = m_hall->signIn("li");
        for (int i = 0; i < 30; ++i)
            write(li, kReception, registration(QStringLiteral("某"), QStringLiteral("赔偿")));
        QString path;
        {
            const auto vault = open(li);
            catchUp(*vault, li);
            path = vault->file();
        }
        for (const qint64 at : {qint64(100), QFileInfo(path).size() / 2, QFileInfo(path).size() - 5000}) {
            QFile file(path);
            QVERIFY(file.open(QIODevice::ReadWrite));
            QVERIFY(file.seek(at));
            QCOMPARE(file.write(QByteArray(4096, '\x5a')), qint64(4096));
            file.close();
            const auto vault = open(li);
            for (int attempt = 0; attempt < 3; ++attempt) {
                (void)index(*vault, li).search({QStringLiteral("赔偿")});
                (void)index(*vault, li).catchUp(100);
            }
            QCOMPARE(found(*vault, li, QStringLiteral("赔偿")).size(), 30);
        }
        QFile file(path);
        QVERIFY(file.resize(10));
        const auto vault = open(li);
        QVERIFY(vault->begunAnew());
        catchUp(*vault, li);
        QCOMPARE(found(*vault, li, QStringLiteral("赔偿")).size(), 30);
    }
    void aStolenDiskTellsNothing()
    {
        const auto li = m_hall->signIn("li");
        const QStringList planted = {QStringLiteral("慕容复兴"), QStringLiteral("13998765432"), QStringLiteral("窖藏的腊肉不翼而飞")};
        write(li, kReception, registration(planted.at(0), planted.at(2), planted.at(1)));
        const auto vault = open(li);
        catchUp(*vault, li);
        QVERIFY(vault->keepDraft(QStringLiteral("x"), CaseHall::text(planted.at(2))).ok());
        QCOMPARE(found(*vault, li, planted.at(2)).size(), 1);
        int files = 0;
        QDirIterator all(m_folder->path(), QDir::Files | QDir::Hidden, QDirIterator::Subdirectories);
        while (all.hasNext()) {
            QFile file(all.next());
            QVERIFY(file.open(QIODevice::ReadOnly));
            const QByteArray bytes = file.readAll();
            ++files;
            for (const QString& secret : planted) {
                QVERIFY2(!bytes.contains(secret.toUtf8()), qPrintable(file.fileName()));
                QVERIFY(!bytes.contains(QByteArray(reinterpret_cast<const char*>(secret.utf16()), secret.size() * 2)));
            }
            QVERIFY2(!file.fileName().contains(QStringLiteral("/li")), "a file is named after a person");
        }
        QVERIFY(files >= 5); // both databases, their logs, the device secret
        // Both files and the device secret, but another passphrase's bundle: it opens nothing, and harms nobody's drafts.
        const auto wang = m_hall->signIn("wang");
        const auto mine = open(wang);
        const QString target = mine->file();
        QVERIFY(target != vault->file());
        QVERIFY(QFile::copy(vault->file(), target + QStringLiteral(".stolen")));
        sqlOpens(target + QStringLiteral(".stolen"));
    }
    void withoutTheDeviceSecretItBeginsAnew()
    {
        const auto li = m_hall->signIn("li");
        write(li, kReception, registration(QStringLiteral("某"), QStringLiteral("赔偿")));
        {
            const auto vault = open(li);
            catchUp(*vault, li);
            QVERIFY(vault->keepDraft(QStringLiteral("a"), CaseHall::text(QStringLiteral("一"))).ok());
        }
        QVERIFY(QFile::remove(m_folder->path() + QStringLiteral("/keys/device.key")));
        const auto vault = open(li);
        QVERIFY(vault->begunAnew());
        QVERIFY(vault->drafts()->isEmpty());
        catchUp(*vault, li);
        QCOMPARE(found(*vault, li, QStringLiteral("赔偿")).size(), 1);
    }

    /// Line and case store put back together: nothing inside them tells.
    void aStoreThatWasRolledBackIsNoticed()
    {
        if (CaseHall::onServer())
            QSKIP("a folder is what is put back here");
        const auto li = m_hall->signIn("li");
        write(li, kReception, registration(QStringLiteral("某"), QStringLiteral("赔偿")));
        m_hall->office.reset();
        const QString hall = m_hall->place().url();
        const QString older = m_folder->path() + QStringLiteral("/older");
        copyFiles(hall, older);
        m_hall->open();
        const QString second = write(li, kReception, registration(QStringLiteral("某"), QStringLiteral("第二件")));
        {
            const auto vault = open(li);
            catchUp(*vault, li);
            QCOMPARE(found(*vault, li, QStringLiteral("第二件")), QStringList{second});
        }
        m_hall->office.reset();
        copyFiles(older, hall);
        m_hall->open();
        const auto again = m_hall->signIn("li");
        const auto vault = open(again);
        QCOMPARE(vault->witness(m_hall->office->audit()).error().code, ErrorCode::SignatureInvalid);
        QCOMPARE(index(*vault, again).catchUp(10).error().code, ErrorCode::SignatureInvalid);
        // It goes on differently from there: forked, and longer than what was seen.
        for (int i = 0; i < 5; ++i)
            write(again, kReception, registration(QStringLiteral("某"), QStringLiteral("另一件")));
        QCOMPARE(vault->witness(m_hall->office->audit()).error().code, ErrorCode::SignatureInvalid);
    }
    void aCaseThatWasTamperedWithIsLeftOutAndNamed()
    {
        const auto li = m_hall->signIn("li");
        const QString good = write(li, kReception, registration(QStringLiteral("某"), QStringLiteral("赔偿")));
        const QString bad = write(li, kReception, registration(QStringLiteral("某"), QStringLiteral("赔偿")));
        QVERIFY(m_hall->db().execute("UPDATE case_file SET entries = 2 WHERE number = $1", bad).ok());
        const auto vault = open(li);
        const CatchUp progress = index(*vault, li).catchUp(10).value();
        QCOMPARE(progress.broken, QStringList{bad});
        QCOMPARE(found(*vault, li, QStringLiteral("赔偿")), QStringList{good});
    }
    void whoeverGainsABlockFindsItsCases()
    {
        const auto zhao = m_hall->signIn("zhao");
        const QString number = write(zhao, kMediation, registration(QStringLiteral("丙"), QStringLiteral("调解事项")));
        auto chen = m_hall->signIn("chen");
        auto before = m_hall->signIn("chen");
        std::erase_if(before.groups, [](const auto& group) { return group.first.first == kMediation; });
        {
            const auto vault = open(before);
            catchUp(*vault, before);
            QCOMPARE(found(*vault, before, QStringLiteral("调解事项")), QStringList());
        }
        const auto vault = open(chen);
        catchUp(*vault, chen);
        QCOMPARE(found(*vault, chen, QStringLiteral("调解事项")), QStringList{number});
    }
    void searchesLeaveARecordWithoutTheWords()
    {
        const auto li = m_hall->signIn("li");
        write(li, kReception, registration(QStringLiteral("某"), QStringLiteral("赔偿")));
        const auto vault = open(li);
        catchUp(*vault, li);
        const auto head = m_hall->office->audit().head()->seq;
        QVERIFY(index(*vault, li).search({QStringLiteral("赔偿")}, Typing::Still).ok());
        QCOMPARE(m_hall->office->audit().head()->seq, head);
        QVERIFY(index(*vault, li).search({QStringLiteral("赔偿")}).ok());
        const auto record = m_hall->office->audit().list(1)->first();
        QCOMPARE(record.kind, kCaseSearch);
        QCOMPARE(record.actor, QStringLiteral("li"));
        QVERIFY(!record.subject.contains(QStringLiteral("赔偿")));
    }

private:
    QString write(const store::SignedIn& person, const QString& block, const QJsonObject& content)
    {
        m_hall->clock.advance(std::chrono::seconds(1));
        const auto opened = m_hall->files(person).open(block, content);
        if (!opened.ok())
            qFatal("%s", qPrintable(opened.error().message));
        return opened->number;
    }
    std::unique_ptr<store::Vault> open(const store::SignedIn& person, const QString& below = {})
    {
        auto vault = store::Vault::open(m_hall->place(), *m_hall->office, person, m_folder->path() + below);
        if (!vault.ok())
            qFatal("%s", qPrintable(vault.error().message));
        return std::move(vault).value();
    }
    CaseIndex index(store::Vault& vault, const store::SignedIn& person) { return {vault, *m_hall->office, person, m_hall->rules}; }
    void catchUp(store::Vault& vault, const store::SignedIn& person)
    {
        for (int slice = 0; slice < 1000; ++slice) {
            const auto progress = index(vault, person).catchUp(7);
            if (!progress.ok())
                qFatal("%s", qPrintable(progress.error().message));
            if (progress->finished)
                return;
        }
        qFatal("it never ends");
    }
    QList<CaseHit> search(store::Vault& vault, const store::SignedIn& person, const CaseQuery& query)
    {
        const auto hits = index(vault, person).search(query, Typing::Still);
        if (!hits.ok())
            qFatal("%s", qPrintable(hits.error().message));
        return hits.value();
    }
    static QStringList numbers(const QList<CaseHit>& hits)
    {
        QStringList list;
        for (const CaseHit& hit : hits)
            list.append(hit.summary.number);
        return list;
    }
    QStringList found(store::Vault& vault, const store::SignedIn& person, const QString& text)
    {
        return numbers(search(vault, person, {text}));
    }
    static void copyFiles(const QString& from, const QString& to)
    {
        QVERIFY(QDir().mkpath(to));
        for (const QString& name : QDir(from).entryList({QStringLiteral("*.db*")}, QDir::Files)) {
            QFile::remove(to + QLatin1Char('/') + name);
            QVERIFY(QFile::copy(from + QLatin1Char('/') + name, to + QLatin1Char('/') + name));
        }
        for (const QString& name : QDir(to).entryList({QStringLiteral("*.db-*")}, QDir::Files)) {
            if (!QFile::exists(from + QLatin1Char('/') + name))
                QFile::remove(to + QLatin1Char('/') + name);
        }
    }
    /// With the device secret alone, as key and as half of one.
    void sqlOpens(const QString& path)
    {
        QFile device(m_folder->path() + QStringLiteral("/keys/device.key"));
        QVERIFY(device.open(QIODevice::ReadOnly));
        const QByteArray secret = device.readAll();
        for (const QByteArray& key : {secret, seal::hash("hall.vault.v1", secret), seal::hash("hall.vault.v1", QByteArray(32, '\0') + secret)}) {
            sql::sqlcipher::Options options;
            options.path = path;
            options.key = key;
            QCOMPARE(sql::sqlcipher::SqlCipherConnection::open(options).error().code, ErrorCode::WrongKey);
        }
    }

    std::unique_ptr<CaseHall> m_hall;
    std::unique_ptr<QTemporaryDir> m_folder;
};

QTEST_GUILESS_MAIN(CaseIndexTest)
#include "tst_case_index.moc"
