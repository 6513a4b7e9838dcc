// SPDX-License-Identifier: GPL-3.0-or-later
// The audit administrator's page on a real hall: what happened in plain words, nothing for anybody else, and what was changed named.
#include "app/store/countersign.h"
#include "tests/desk/case_desk.h"
#include "ui/desk/main_window.h"
#include "ui/desk/oversight/audit_trail_page.h"

#include <QAbstractItemModelTester>
#include <QDirIterator>
#include <QProgressBar>
#include <QRegularExpression>
#include <QScrollArea>
#include <QScrollBar>
#include <QTableView>

using namespace hall;
using namespace hall::desk;
using hall::tests::CaseDesk;
using hall::tests::CaseHall;

namespace {

using namespace std::chrono_literals;

const QString kWhy = QStringLiteral("来访人张桂芳反映经办人态度");

class Trail
{
public:
    explicit Trail(CaseHall& hall, const QString& folder, const QString& login = QStringLiteral("aud"), bool chinese = true)
        : desk(hall, folder, login, chinese)
        , gateway(desk.worker, hall.clock, desk.law)
        , page(gateway, desk.session, desk.look)
    {
        page.resize(1366, 900);
        page.show();
    }
    QTableView* table() { return page.findChild<QTableView*>(QStringLiteral("auditTable")); }
    QPushButton* button(const char* name) { return page.findChild<QPushButton*>(QLatin1StringView(name)); }
    QString text(const char* name) { return page.findChild<QLabel*>(QLatin1StringView(name))->text(); }
    void click(const char* name) { QTest::mouseClick(button(name), Qt::LeftButton); }
    void type(const char* name, const QString& words) { page.findChild<QLineEdit*>(QLatin1StringView(name))->setText(words); }
    int shown() { return table()->model()->rowCount(); }
    QString cell(int row, int column) { return table()->model()->index(row, column).data().toString(); }
    QStringList column(int column)
    {
        QStringList all;
        for (int row = 0; row < shown(); ++row)
            all.append(cell(row, column));
        return all;
    }
    QStringList kinds()
    {
        QStringList all;
        for (const auto& row : page.model().rows())
            all.append(row.record.kind);
        return all;
    }
    void choose(const char* kind)
    {
        const int row = static_cast<int>(kinds().indexOf(QString::fromLatin1(kind)));
        QVERIFY2(row >= 0, kind);
        table()->setCurrentIndex(table()->model()->index(row, 0));
    }

    CaseDesk desk;
    AuditGateway gateway;
    AuditTrailPage page;
};

template <class T>
T answer(QFuture<T> reply)
{
    [[maybe_unused]] const bool came = QTest::qWaitFor([&] { return reply.isFinished(); });
    return reply.result();
}

/// Of everything a little: a case, a refusal, a reading outside one's duty with words of its own.
QString furnishTrail(CaseHall& hall)
{
    const auto li = hall.signIn("li");
    const QString number = hall.files(li).open(QStringLiteral("reception"), CaseHall::registration())->number;
    (void)hall.files(hall.signIn("zhao")).show(number);
    (void)hall.files(hall.signIn("xu")).show(number, {QStringLiteral("complaint"), kWhy});
    (void)hall.office->staff().signIn(QStringLiteral("li"), seal::SecretBuffer::copyOf("wrong"));
    (void)hall.files(hall.signIn("li")).show(number);
    return number;
}

} // namespace

class TestAuditPage : public QObject
{
    Q_OBJECT

private slots:
    void newestFirstInPlainWords();
    void filtersNarrowTheList();
    void olderRecordsComeAsOneScrolls();
    void verifyNamesWhatIsBroken();
    void verifyNamesABrokenCaseAndAForgedAccount();
    void aVerificationCanBeStopped();
    void countersigningIsDueOnceADay();
    void nobodyElseReadsIt();
    void everyKindHasWords();
    void looks();
};

void TestAuditPage::newestFirstInPlainWords()
{
    CaseHall hall;
    QVERIFY2(hall.complaint().isEmpty(), qPrintable(hall.complaint()));
    QVERIFY(furnish(hall));
    const QString number = furnishTrail(hall);
    QTemporaryDir folder;
    Trail trail(hall, folder.path());
    QAbstractItemModelTester tester(trail.table()->model());
    const auto records = hall.office->audit().list(10'000).value();
    QTRY_COMPARE(trail.shown(), records.size());
    QCOMPARE(trail.cell(0, AuditModel::Record), QString::number(records.first().seq));
    QCOMPARE(trail.cell(0, AuditModel::What), QStringLiteral("登录"));
    const auto refused = trail.kinds().indexOf(QStringLiteral("case-refused"));
    QVERIFY(trail.cell(static_cast<int>(refused), AuditModel::What).startsWith(QStringLiteral("▲"))); // never by colour alone
    QVERIFY(trail.cell(static_cast<int>(refused), AuditModel::About).contains(number));
    QVERIFY(!trail.column(AuditModel::Time).contains(QString()));
    const auto outside = static_cast<int>(trail.kinds().indexOf(QStringLiteral("case-opened-outside-duty")));
    QVERIFY(trail.cell(outside, AuditModel::About).contains(QStringLiteral("处理投诉")));

    // The words that were sealed stand nowhere until their record is looked at, and are gone with the next.
    QVERIFY(!trail.column(AuditModel::About).join(u'\n').contains(kWhy));
    trail.choose("case-opened-outside-duty");
    QTRY_VERIFY(trail.text("auditWords").contains(kWhy));
    trail.choose("case-refused");
    QVERIFY(trail.text("auditWords").isEmpty());
    QVERIFY(trail.text("auditRecordText").contains(QStringLiteral("case-refused ") + number));

    trail.desk.preferences.setChinese(false);
    QTRY_COMPARE(trail.cell(0, AuditModel::What), QStringLiteral("Signed in"));
    QVERIFY(trail.cell(outside, AuditModel::About).contains(QStringLiteral("A complaint about the handling")));

    // What others do meanwhile is offered, and does not move the list under the reader's eyes.
    const int before = trail.shown();
    (void)hall.signIn("wang");
    QTRY_VERIFY_WITH_TIMEOUT(trail.button("auditFresh")->isVisible(), 8000);
    QCOMPARE(trail.shown(), before);
    trail.click("auditFresh");
    QTRY_COMPARE(trail.shown(), before + 1);
    QTRY_VERIFY(!trail.button("auditFresh")->isVisible());

    trail.choose("case-opened-outside-duty");
    QTRY_VERIFY(trail.text("auditWords").contains(kWhy));
    trail.desk.session.lock();
    QCOMPARE(trail.shown(), 0);
    QVERIFY(trail.text("auditWords").isEmpty() && trail.text("auditRecordText").isEmpty());
}

void TestAuditPage::filtersNarrowTheList()
{
    CaseHall hall;
    QVERIFY(furnish(hall));
    const QString number = furnishTrail(hall);
    hall.clock.advance(24h);
    QVERIFY(hall.files(hall.signIn("wang")).show(number).ok());
    QTemporaryDir folder;
    Trail trail(hall, folder.path());
    QTRY_VERIFY(trail.shown() > 10);
    const int all = trail.shown();
    trail.click("auditGroup1");
    QTRY_VERIFY(trail.shown() > 0 && trail.shown() < all);
    for (const QString& kind : trail.kinds())
        QVERIFY2(kind.endsWith(QStringLiteral("refused")) || kind == u"account-locked", qPrintable(kind));
    QVERIFY(trail.kinds().contains(QStringLiteral("sign-in-refused")) && trail.kinds().contains(QStringLiteral("case-refused")));
    trail.click("auditGroup2");
    QTRY_COMPARE(trail.kinds(), QStringList{QStringLiteral("case-opened-outside-duty")});
    trail.click("auditGroup0");
    QTRY_COMPARE(trail.shown(), all);

    auto* person = trail.page.findChild<QComboBox*>(QStringLiteral("auditPerson"));
    tests::choose(person, QStringLiteral("xu"));
    QTRY_VERIFY(trail.shown() > 0 && trail.shown() < all);
    QVERIFY(trail.kinds().contains(QStringLiteral("case-opened-outside-duty")));
    for (const QString& who : trail.column(AuditModel::Who))
        QCOMPARE(who, QStringLiteral("xu"));
    person->setCurrentIndex(0);
    trail.type("auditNumber", number);
    QTRY_VERIFY(trail.shown() > 0 && trail.shown() < all);
    for (const QString& about : trail.column(AuditModel::About))
        QVERIFY2(about.contains(number), qPrintable(about));
    const int ofTheCase = trail.shown();
    trail.type("auditDay", QStringLiteral("3月6日"));
    QTRY_VERIFY(trail.shown() > 0 && trail.shown() < ofTheCase);
    QCOMPARE(trail.kinds(), QStringList{QStringLiteral("case-opened")});
    trail.type("auditDay", QStringLiteral("昨天"));
    QTRY_VERIFY(trail.text("auditHint").contains(QStringLiteral("昨天"))); // said, not passed over
    trail.type("auditDay", {});
    trail.type("auditNumber", QStringLiteral("no such number"));
    QTRY_COMPARE(trail.shown(), 0);
    QVERIFY(!trail.text("auditHint").isEmpty());
}

void TestAuditPage::olderRecordsComeAsOneScrolls()
{
    CaseHall hall;
    QVERIFY(furnish(hall));
    const QString number = furnishTrail(hall);
    QVERIFY(hall.db().transaction(sql::Mode::Write, [&]() -> base::Status {
        for (int i = 0; i < 1200; ++i)
            HALL_TRY(hall.office->audit().append(QStringLiteral("case-search"), QStringLiteral("li")));
        return {};
    }).ok());
    QTemporaryDir folder;
    Trail trail(hall, folder.path());
    QTRY_COMPARE(trail.shown(), 200);
    QTest::qWait(200);
    QCOMPARE(trail.shown(), 200); // not before they are asked for
    const auto whole = hall.office->audit().head()->seq;
    for (int seen = 200; seen < whole; seen = std::min<int>(seen + 200, static_cast<int>(whole))) {
        QCOMPARE(trail.shown(), seen);
        trail.table()->verticalScrollBar()->setValue(trail.table()->verticalScrollBar()->maximum());
        QTRY_VERIFY(trail.shown() > seen);
    }
    QTRY_COMPARE(trail.shown(), whole);
    for (int row = 0; row < trail.shown(); ++row)
        QCOMPARE(trail.page.model().rows().at(row).record.seq, whole - row);
    // What is far down is found without scrolling there.
    trail.click("auditGroup2");
    QTRY_COMPARE(trail.shown(), 1);
    QVERIFY(trail.cell(0, AuditModel::About).contains(number));
}

void TestAuditPage::verifyNamesWhatIsBroken()
{
    CaseHall hall;
    QVERIFY(furnish(hall));
    furnishTrail(hall);
    QTemporaryDir folder;
    Trail trail(hall, folder.path());
    QTRY_VERIFY(trail.button("auditVerify")->isEnabled());
    trail.click("auditVerify");
    QTRY_VERIFY(trail.text("auditVerdict").contains(QStringLiteral("✓")));
    QVERIFY(trail.text("auditFaults").isEmpty());
    QTRY_VERIFY(trail.button("auditCountersign")->isEnabled());

    // One bit of one record.
    const qint64 flipped = hall.office->audit().list(10'000).value().last().seq + 6;
    auto record = hall.db().value<QByteArray>("SELECT record FROM audit WHERE seq = $1", flipped)->value();
    record[record.size() / 2] = static_cast<char>(record[record.size() / 2] ^ 1);
    QVERIFY(hall.db().script("DROP TRIGGER audit_unchanged").ok());
    QVERIFY(hall.db().execute("UPDATE audit SET record = $1 WHERE seq = $2", record, flipped).ok());
    trail.click("auditVerify");
    QTRY_VERIFY(trail.text("auditVerdict").contains(QStringLiteral("■")));
    QVERIFY2(trail.text("auditFaults").contains(QStringLiteral("第 %1 条").arg(flipped)), qPrintable(trail.text("auditFaults")));
    QCOMPARE(trail.text("auditFaults").count(u'\n'), 0); // that one alone
    QVERIFY(trail.text("auditRemedy").contains(QStringLiteral("hallctl restore")));
    QVERIFY(!trail.button("auditCountersign")->isEnabled());
}

void TestAuditPage::verifyNamesABrokenCaseAndAForgedAccount()
{
    CaseHall hall;
    QVERIFY(furnish(hall));
    const QString number = furnishTrail(hall);
    QTemporaryDir folder;
    Trail trail(hall, folder.path());
    QTRY_VERIFY(trail.button("auditVerify")->isEnabled());
    QVERIFY(hall.db().script("DROP TRIGGER case_entry_unchanged").ok());
    QVERIFY(hall.db().execute("UPDATE case_entry SET body = $1", QByteArray(400, 'x')).ok());
    trail.click("auditVerify");
    QTRY_VERIFY(trail.text("auditFaults").contains(number));
    QVERIFY(trail.text("auditRemedy").contains(QStringLiteral("备份")));

    // Where the roster does not hold nobody is believed, and the trail is walked all the same.
    QVERIFY(hall.db().execute("UPDATE staff SET roles = 'supervisor' WHERE login = 'lin'").ok());
    QVERIFY(hall.db().script("DROP TRIGGER audit_unchanged").ok());
    QVERIFY(hall.db().execute("UPDATE audit SET signature = $1 WHERE seq = 4", QByteArray(64, 'x')).ok());
    trail.click("auditVerify");
    QTRY_VERIFY2(trail.text("auditFaults").contains(QStringLiteral("第 4 条")), qPrintable(trail.text("auditFaults")));
    QCOMPARE(trail.text("auditFaults").count(u'\n'), 1);
    QVERIFY2(trail.text("auditFaults").contains(QStringLiteral("lin")), qPrintable(trail.text("auditFaults")));
}

void TestAuditPage::aVerificationCanBeStopped()
{
    CaseHall hall;
    QVERIFY(furnish(hall));
    furnishTrail(hall);
    QTemporaryDir folder;
    Trail trail(hall, folder.path());
    QTRY_VERIFY(trail.button("auditVerify")->isEnabled());
    trail.click("auditVerify");
    QVERIFY(trail.page.findChild<QProgressBar*>()->isVisible());
    QVERIFY(!trail.button("auditVerify")->isEnabled());
    trail.click("auditStop");
    QTRY_VERIFY(trail.button("auditVerify")->isEnabled());
    QVERIFY(trail.text("auditVerdict").isEmpty());
    QVERIFY(!trail.text("auditSaid").isEmpty());
    QVERIFY(!trail.page.findChild<QProgressBar*>()->isVisible());

    // Nor is a trail signed whose walk was stopped.
    QVERIFY(hall.db().transaction(sql::Mode::Write, [&]() -> base::Status {
        for (int i = 0; i < 600; ++i)
            HALL_TRY(hall.office->audit().append(QStringLiteral("case-search"), QStringLiteral("li")));
        return {};
    }).ok());
    trail.click("auditCountersign");
    trail.click("auditStop");
    QTRY_VERIFY(trail.button("auditCountersign")->isEnabled());
    QVERIFY(!trail.text("auditSaid").isEmpty());
    QVERIFY(!store::verifyCountersignatures(*hall.office)->newest);
}

void TestAuditPage::countersigningIsDueOnceADay()
{
    CaseHall hall;
    QVERIFY(furnish(hall));
    furnishTrail(hall);
    QTemporaryDir folder;
    Trail trail(hall, folder.path());
    QTRY_VERIFY(trail.page.title().contains(QStringLiteral("待")));
    QTRY_VERIFY(trail.button("auditCountersign")->isEnabled());
    const qint64 newest = hall.office->audit().head()->seq;
    trail.click("auditCountersign");
    QTRY_VERIFY(trail.text("auditSigned").contains(QString::number(newest)));
    QVERIFY(!trail.page.title().contains(QStringLiteral("待")));
    const auto verdict = store::verifyCountersignatures(*hall.office).value();
    QCOMPARE(verdict.newest->seq, newest);
    QCOMPARE(verdict.newest->signer, QStringLiteral("aud"));
    QVERIFY(verdict.broken.isEmpty());
    QTRY_COMPARE(trail.kinds().value(0), QStringLiteral("audit-countersigned"));
    QVERIFY(trail.cell(0, AuditModel::About).contains(QString::number(newest)));

    // A trail that does not hold is not signed, whatever was verified before.
    const auto faulty = hall.office->audit().head()->seq;
    QVERIFY(hall.db().script("DROP TRIGGER audit_unchanged").ok());
    QVERIFY(hall.db().execute("UPDATE audit SET signature = $1 WHERE seq = $2", QByteArray(64, 'x'), faulty).ok());
    trail.click("auditCountersign");
    QTRY_VERIFY(!trail.text("auditSaid").isEmpty());
    QCOMPARE(store::verifyCountersignatures(*hall.office)->newest->seq, newest);
}

void TestAuditPage::nobodyElseReadsIt()
{
    CaseHall hall;
    QVERIFY(furnish(hall));
    furnishTrail(hall);
    QTemporaryDir folder;
    for (const char* login : {"sec", "sys", "xu", "li"}) {
        Trail trail(hall, folder.path(), QString::fromLatin1(login));
        QVERIFY(trail.desk.session.working());
        MainWindow window(trail.desk.session, trail.desk.look);
        auto* page = new AuditTrailPage(trail.gateway, trail.desk.session, trail.desk.look, &window);
        window.addOfficePage(page, [page] { return page->title(); }, {Role::AuditAdministrator});
        for (const auto* tab : window.findChildren<QPushButton*>())
            QVERIFY2(!tab->property("tab").toBool() || !tab->text().contains(QStringLiteral("审计")), login);
        QTest::qWait(100);
        QCOMPARE(trail.shown(), 0);
        // Asking all the same is refused, and on record.
        const qint64 before = hall.office->audit().head()->seq;
        QCOMPARE(answer(trail.gateway.page({}, 1000, 10)).error().code, base::ErrorCode::PermissionDenied);
        QCOMPARE(answer(trail.gateway.words(1)).error().code, base::ErrorCode::PermissionDenied);
        QCOMPARE(answer(trail.gateway.verify(std::make_shared<LongWork>())).error().code, base::ErrorCode::PermissionDenied);
        QCOMPARE(answer(trail.gateway.countersign(std::make_shared<LongWork>())).error().code, base::ErrorCode::PermissionDenied);
        const auto since = hall.office->audit().list(static_cast<int>(hall.office->audit().head()->seq - before)).value();
        QCOMPARE(since.size(), 4);
        for (const auto& record : since)
            QCOMPARE(record.kind + u' ' + record.actor, QStringLiteral("audit-refused ") + QString::fromLatin1(login));
    }
    Trail aud(hall, folder.path());
    MainWindow window(aud.desk.session, aud.desk.look);
    auto* page = new AuditTrailPage(aud.gateway, aud.desk.session, aud.desk.look, &window);
    window.addOfficePage(page, [page] { return page->title(); }, {Role::AuditAdministrator});
    const auto buttons = window.findChildren<QPushButton*>();
    QVERIFY(std::any_of(buttons.begin(), buttons.end(), [](const QPushButton* button) { return button->property("tab").toBool() && button->text().contains(QStringLiteral("审计")); }));
}

/// What the sources write into the trail, against the words for it: a new kind without words would stand as its code.
void TestAuditPage::everyKindHasWords()
{
    QString sources;
    for (const char* folder : {"/app", "/ui"}) {
        QDirIterator files(QStringLiteral(HALL_SOURCE_DIR) + QLatin1String(folder), {QStringLiteral("*.cpp"), QStringLiteral("*.h")}, QDir::Files, QDirIterator::Subdirectories);
        while (files.hasNext()) {
            QFile file(files.next());
            QVERIFY(file.open(QIODevice::ReadOnly));
            sources += QString::fromUtf8(file.readAll());
        }
    }
    QMap<QString, QString> constants;
    static const QRegularExpression constant(QStringLiteral("const QString (k\\w+) = QStringLiteral\\(\"([a-z-]+)\"\\)"));
    for (auto it = constant.globalMatch(sources); it.hasNext();) {
        const auto found = it.next();
        constants.insert(found.captured(1), found.captured(2));
    }
    QSet<QString> written;
    static const QRegularExpression appended(QStringLiteral("(?:udit(?:\\(\\))?\\.append|noted|noteRefusal|resealBundle)\\([^;]*?(?:QStringLiteral\\(\"([a-z]+-[a-z-]+)\"\\)|\\b(k[A-Z]\\w+))"));
    for (auto it = appended.globalMatch(sources); it.hasNext();) {
        const auto found = it.next();
        const QString kind = found.captured(1).isEmpty() ? constants.value(found.captured(2)) : found.captured(1);
        if (!kind.isEmpty())
            written.insert(kind);
    }
    QVERIFY2(written.size() > 30, qPrintable(QStringList(written.values()).join(u' ')));
    const QStringList known = AuditWords::allKinds();
    for (const QString& kind : std::as_const(written))
        QVERIFY2(known.contains(kind), qPrintable(kind));
    Phrasebook phrases;
    station::Translations translations;
    translations.use(QStringLiteral("zh"));
    const AuditWords words(phrases);
    for (const QString& kind : known) {
        store::AuditRecord record;
        record.kind = kind;
        const QString said = words.what(record);
        QVERIFY2(said != kind && said.front().unicode() > 0x2000, qPrintable(kind + u' ' + said));
    }
}

/// HALL_PICTURES: the page in every look, for eyes.
void TestAuditPage::looks()
{
    const QString pictures = qEnvironmentVariable("HALL_PICTURES");
    if (pictures.isEmpty())
        QSKIP("HALL_PICTURES names the folder for the pictures");
    CaseHall hall;
    QVERIFY(furnish(hall));
    furnishTrail(hall);
    QTemporaryDir folder;
    Trail trail(hall, folder.path());
    QTRY_VERIFY(trail.shown() > 6);
    const auto save = [&](const char* name, Preferences::Look look, int percent, bool chinese) {
        trail.desk.preferences.setLook(look);
        trail.desk.preferences.setTextPercent(percent);
        trail.desk.preferences.setChinese(chinese);
        QTest::qWait(1200);
        QVERIFY(trail.page.grab().save(pictures + QStringLiteral("/audit-%1.png").arg(QLatin1StringView(name))));
    };
    using L = Preferences::Look;
    save("list", L::Light, 100, true);
    trail.choose("case-opened-outside-duty");
    QTRY_VERIFY(!trail.text("auditWords").isEmpty());
    trail.click("auditVerify");
    QTRY_VERIFY(!trail.text("auditVerdict").isEmpty());
    save("light", L::Light, 100, true);
    QVERIFY(hall.db().script("DROP TRIGGER audit_unchanged").ok());
    QVERIFY(hall.db().execute("UPDATE audit SET signature = $1 WHERE seq = 4", QByteArray(64, 'x')).ok());
    trail.click("auditVerify");
    QTRY_VERIFY(trail.text("auditVerdict").contains(QStringLiteral("■")));
    save("broken", L::Light, 100, true);
    save("english", L::Light, 100, false);
    save("dark", L::Dark, 100, true);
    save("contrast", L::HighContrast, 100, true);
    save("large", L::Light, 200, true);
    trail.page.resize(960, 550);
    save("small", L::Light, 100, false);
    trail.page.resize(1366, 900);
    save("large-english", L::Dark, 200, false);
    auto* pane = trail.page.findChild<QScrollArea*>();
    pane->verticalScrollBar()->setValue(pane->verticalScrollBar()->maximum());
    save("large-below", L::Light, 200, false);
}

QTEST_MAIN(TestAuditPage)
#include "tst_audit_page.moc"
