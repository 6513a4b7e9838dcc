// SPDX-License-Identifier: GPL-3.0-or-later
// What is left in the process's memory after the screen was locked and after signing out: real stores, keys, vault and
// worker threads, the real pages, and a heap that is wiped as in hall-desk. Afterwards the whole of the writable memory
// is searched.
#include "app/seal/clean_memory.h"
#include "app/seal/totp.h"
#include "app/seal/wiping_heap.h"
#include "tests/desk/case_desk.h"
#include "tests/support/memory_search.h"
#include "ui/desk/sign_in_page.h"

#include <QBuffer>
#include <QComboBox>
#include <QElapsedTimer>
#include <QLineEdit>
#include <QListView>
#include <QPdfWriter>
#include <QPlainTextEdit>
#include <QRegularExpression>
#include <QTest>
#include <sys/prctl.h>
#include <sys/resource.h>
#include <sys/wait.h>

using namespace hall;
using hall::tests::CaseHall;
using hall::tests::furnish;
using hall::tests::MaskedWord;
using hall::tests::MemorySearch;

namespace {

constexpr MaskedWord kName = u"𠮷田穗芳";
constexpr MaskedWord kIdentity = u"11010519491231002X";
constexpr MaskedWord kPhone = u"13957508642";
constexpr MaskedWord kRequest = u"要求退还楼顶漏水维修押金";
constexpr MaskedWord kFacts = u"二楼租户连夜砸开配电箱";
constexpr MaskedWord kNote = u"婆婆说她从没签过那张欠条";
constexpr MaskedWord kDraft = u"还没寄出的半句话在这里";
constexpr MaskedWord kAttached = u"照片背面写着锅炉房钥匙";
constexpr MaskedWord kPassphrase = u"correct-horse-battery-staple-7391";

/// li's passphrase becomes one that is found nowhere by chance.
bool givePassphrase(CaseHall& hall)
{
    const auto li = hall.signIn("li");
    QByteArray bytes = kPassphrase.plain().toUtf8();
    return hall.office->staff()
        .changePassphrase(li, seal::SecretBuffer::takeFrom(bytes), seal::KdfCost::cheapForTests())
        .ok();
}

class Desk
{
public:
    Desk(CaseHall& hall, const QString& folder)
        : preferences(folder + QStringLiteral("/li.ini"))
        , worker(config(hall), hall.clock)
        , gateway(worker)
        , cases(worker, hall.clock, law)
        , look((preferences.setChinese(true), *qApp), preferences)
        , session(gateway, preferences, hall.clock)
        , door(session, look)
        , page(cases, session, look)
    {
        page.resize(1366, 900);
        page.show();
    }
    bool signIn()
    {
        if (!QTest::qWaitFor([this] { return session.watch().catalogue().version > 0; }))
            return false;
        find<QLineEdit>(&door, "signInName")->setText(QStringLiteral("li"));
        find<QLineEdit>(&door, "signInPassphrase")->insert(kPassphrase.plain());
        QTest::mouseClick(find<QPushButton>(&door, "signIn"), Qt::LeftButton);
        if (!QTest::qWaitFor(
                [this] { return session.phase() == desk::DeskSession::Phase::ChoosingDesk || session.working(); }))
            return false;
        if (!session.working())
            session.openDesk(1, {session.watch().catalogue().services.value(0).code});
        return QTest::qWaitFor([this] { return session.working(); });
    }
    template <class T>
    T* find(QWidget* where, const char* name)
    {
        return where->findChild<T*>(QLatin1StringView(name));
    }
    template <class T>
    T* find(const char* name)
    {
        return find<T>(&page, name);
    }
    void click(const char* name) { QTest::mouseClick(find<QPushButton>(name), Qt::LeftButton); }

    static station::StationConfig config(CaseHall& hall)
    {
        station::StationConfig config;
        config.storeUrl = hall.place().url();
        config.stationName = QStringLiteral("desk-li");
        return config;
    }

    desk::Preferences preferences;
    station::DeskWorker worker;
    desk::WorkerGateway gateway;
    std::shared_ptr<desk::LawShelf> law = std::make_shared<desk::LawShelf>();
    desk::WorkerCaseGateway cases;
    desk::Look look;
    desk::DeskSession session;
    desk::SignInPage door;
    desk::CasesPage page;
};

/// Until the worker has done everything that it was handed, and the window has drawn and let go what it was going to.
void settle(Desk& desk)
{
    auto last = desk.worker.run([](station::Line&) -> base::Result<bool> { return true; });
    (void)QTest::qWaitFor([&] { return last.isFinished(); });
    QTest::qWait(50);
    QCoreApplication::sendPostedEvents(nullptr, QEvent::DeferredDelete);
    QTest::qWait(50);
}

} // namespace

class TestSignOut : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase();
    void nothingIsLeftInMemory();
    void aCodeIsAskedWhereTheAccountHasOne();
    void theHeapIsWiped();
    void noCoreFile();

private:
    void work(Desk& desk, const QString& folder);
    static void papers(Desk& desk, const QString& folder);
};

void TestSignOut::initTestCase()
{
    if (!seal::wipesFreedHeap())
        QSKIP("the heap is not wiped in this build (sanitizers, or another C library)");
}

/// A day's work with everything planted: a case registered, found, opened, continued; an attachment put in and taken
/// out; documents made, printed, looked at again; a draft.
void TestSignOut::work(Desk& desk, const QString& folder)
{
    QTRY_VERIFY((desk.click("caseRegister"), desk.find<QPlainTextEdit>("entry_request")));
    desk.find<QLineEdit>("entry_petitioners[0].name")->insert(kName.plain());
    desk.find<QLineEdit>("entry_petitioners[0].id_number")->insert(kIdentity.plain());
    desk.find<QLineEdit>("entry_petitioners[0].phone")->insert(kPhone.plain());
    desk.find<QPlainTextEdit>("entry_request")->setPlainText(kRequest.plain());
    desk.find<QPlainTextEdit>("entry_facts")->setPlainText(kFacts.plain());
    desk.click("caseSend");
    QTRY_COMPARE(desk.find<QListView>("caseList")->model()->rowCount(), 1);
    const QString number = QStringLiteral("2026-000001");
    QTRY_VERIFY(desk.find<QPlainTextEdit>("entry_text"));
    desk.find<QPlainTextEdit>("entry_text")->setPlainText(kNote.plain());
    desk.click("caseSend");
    // The form is made anew when the entry is written.
    QTRY_VERIFY(desk.find<QPlainTextEdit>("entry_text") && desk.find<QPlainTextEdit>("entry_text")->toPlainText().isEmpty());

    desk.find<QLineEdit>("caseSearch")->setText(kRequest.plain().mid(4, 3));
    QTRY_COMPARE(desk.find<QListView>("caseList")->model()->rowCount(), 1);
    desk.find<QLineEdit>("caseSearch")->clear();

    const QString path = folder + QStringLiteral("/attached.txt");
    {
        QFile file(path);
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write(kAttached.plain().toUtf8());
    }
    auto added = desk.cases.attach(number, path, std::make_shared<desk::LongWork>());
    QTRY_VERIFY(added.isFinished());
    QVERIFY2(added.result().ok(), added.result().ok() ? "" : qPrintable(added.result().error().message));
    const qint64 sequence = added.result()->sequence;
    {
        auto read = desk.cases.readAttachment(number, sequence, 1 << 20, {});
        QTRY_VERIFY(read.isFinished());
        QVERIFY(read.result().ok());
    }
    papers(desk, folder);
    QTRY_VERIFY(desk.find<QPlainTextEdit>("entry_text"));
    desk.find<QPlainTextEdit>("entry_text")->setPlainText(kDraft.plain());
    QTest::qWait(600); // kept as a draft
}

/// Two, so that the first is read back from its PDF.
void TestSignOut::papers(Desk& desk, const QString& folder)
{
    QTRY_VERIFY_WITH_TIMEOUT(desk.find<QPushButton>("caseTab_1")->text().contains(u'1'), 10000); // the page knows of the attachment
    desk.click("caseTab_2");
    for (int made = 0; made < 2; ++made) {
        auto* form = desk.find<QComboBox>("documentForm");
        form->setCurrentIndex(form->findData(QStringLiteral("registration")));
        QTRY_VERIFY(desk.find<QLabel>("documentPage"));
        desk.click("documentMake");
        QTRY_COMPARE_WITH_TIMEOUT(desk.page.findChildren<QLabel*>(QStringLiteral("documentMade")).size(), made + 1, 10000);
    }
    auto& papers = desk.find<desk::DocumentsPane>("documentsPane")->madeDocuments();
    QPdfWriter paper(folder + QStringLiteral("/paper.pdf"));
    QVERIFY(papers.printTo(paper));
    const auto looks = papers.findChildren<QPushButton*>(QRegularExpression(QStringLiteral("documentLook_.*")));
    QCOMPARE(looks.size(), 2);
    QTest::mouseClick(looks.last(), Qt::LeftButton); // the older one
    QTRY_VERIFY_WITH_TIMEOUT(looks.last()->isChecked(), 10000);
    QVERIFY(papers.printTo(paper));
    desk.click("caseTab_0");
}

void TestSignOut::nothingIsLeftInMemory()
{
    CaseHall hall;
    QVERIFY2(hall.complaint().isEmpty(), qPrintable(hall.complaint()));
    QVERIFY(furnish(hall) && givePassphrase(hall));
    QTemporaryDir folder;
    MemorySearch search;
    if (!search.works())
        QSKIP("this account may not read its own memory");
    search.add("name", kName);
    search.add("identity number", kIdentity);
    search.add("phone", kPhone);
    search.add("request", kRequest);
    search.add("facts", kFacts);
    search.add("note", kNote);
    search.add("draft", kDraft);
    search.add("attachment", kAttached);
    search.add("passphrase", kPassphrase);
    QCOMPARE(search.findings(), QStringList()); // the search does not find itself

    Desk desk(hall, folder.path());
    QVERIFY(desk.signIn());
    settle(desk);
    for (const QString& found : search.findings()) // the passphrase goes at once, not only at sign-out
        QVERIFY2(!found.startsWith(QStringLiteral("passphrase")), qPrintable(found));
    work(desk, folder.path());
    if (QTest::currentTestFailed())
        return;
    const QString during = search.findings().join(u'\n');
    for (const char* label : {"name", "identity", "phone", "request", "facts", "note", "draft"})
        QVERIFY2(during.contains(QLatin1StringView(label)), label); // or the search proves nothing

    desk.session.lock();
    settle(desk);
    QCOMPARE(search.findings().join(u'\n'), QString());

    QVERIFY(desk.signIn());
    QTRY_COMPARE(desk.find<QListView>("caseList")->model()->rowCount(), 1);
    QVERIFY(!search.findings().isEmpty());
    desk.session.signOut();
    settle(desk);
    QCOMPARE(search.findings().join(u'\n'), QString());
}

void TestSignOut::aCodeIsAskedWhereTheAccountHasOne()
{
    CaseHall hall;
    QVERIFY(furnish(hall) && givePassphrase(hall));
    QByteArray bytes = kPassphrase.plain().toUtf8();
    const auto passphrase = seal::SecretBuffer::takeFrom(bytes);
    auto li = hall.office->staff().signIn(QStringLiteral("li"), passphrase).value();
    const auto secret = hall.office->staff().offerCodes(li).value();
    const auto code = [&] { return seal::codeAt(secret, base::toMs(hall.clock.now()) / 30'000); };
    QVERIFY(hall.office->staff().confirmCodes(li, passphrase, code(), seal::KdfCost::cheapForTests()).ok());
    hall.clock.advance(std::chrono::seconds(30));

    QTemporaryDir folder;
    Desk desk(hall, folder.path());
    desk.door.show();
    QTRY_VERIFY(desk.session.watch().catalogue().version > 0);
    auto* field = desk.find<QLineEdit>(&desk.door, "signInCode");
    QVERIFY(field->isHidden());
    desk.find<QLineEdit>(&desk.door, "signInName")->setText(QStringLiteral("li"));
    const auto submit = [&](const QString& typed) {
        desk.find<QLineEdit>(&desk.door, "signInPassphrase")->insert(kPassphrase.plain());
        field->setText(typed);
        QTest::mouseClick(desk.find<QPushButton>(&desk.door, "signIn"), Qt::LeftButton);
    };
    submit({});
    QTRY_VERIFY(!field->isHidden());
    QVERIFY(!desk.find<QLabel>(&desk.door, "signInError")->text().isEmpty());
    submit(QStringLiteral("12345"));
    QTRY_COMPARE(desk.session.phase(), desk::DeskSession::Phase::SignedOut);
    QTRY_COMPARE(hall.office->audit().list(1)->first().kind, QStringLiteral("code-refused"));
    submit(code());
    QTRY_COMPARE(desk.session.phase(), desk::DeskSession::Phase::ChoosingDesk);
}

void TestSignOut::theHeapIsWiped()
{
    constexpr MaskedWord kPlanted = u"planted-word-of-the-heap-4711";
    MemorySearch search;
    if (!search.works())
        QSKIP("this account may not read its own memory");
    search.add("heap", kPlanted);
    auto grown = std::make_unique<QByteArray>(kPlanted.plain().toUtf8());
    QVERIFY(!search.findings().isEmpty());
    for (int size = 64; size < 1 << 22; size *= 2)
        grown->resize(size); // moves, through realloc, past where blocks get mappings of their own
    grown->resize(40);
    grown->squeeze();
    QCOMPARE(grown->left(8), QByteArray("planted-"));
    grown.reset();
    seal::forgetCalls();
    QCOMPARE(search.findings(), QStringList());

    QElapsedTimer timer;
    timer.start();
    std::vector<std::unique_ptr<QString>> texts;
    for (int round = 0; round < 200'000; ++round) {
        texts.push_back(std::make_unique<QString>(round % 200, u'a'));
        if (texts.size() == 1000)
            texts.clear();
    }
    QVERIFY2(timer.elapsed() < 5000, "the wiping heap takes far too long");
}

void TestSignOut::noCoreFile()
{
    const pid_t child = fork();
    if (child == 0) {
        const bool closed = seal::closeToOthers();
        _exit(closed && prctl(PR_GET_DUMPABLE) == 0 ? 0 : 1);
    }
    int status = 0;
    QCOMPARE(waitpid(child, &status, 0), child);
    QVERIFY(WIFEXITED(status) && WEXITSTATUS(status) == 0);
    rlimit limit = {1, 1};
    QCOMPARE(getrlimit(RLIMIT_CORE, &limit), 0);
    QCOMPARE(limit.rlim_cur, rlim_t(0)); // libsodium was started
}

QTEST_MAIN(TestSignOut)
#include "tst_sign_out.moc"
