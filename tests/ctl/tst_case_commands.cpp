// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/casefile/case_hall.h"

#include <QFile>
#include <QJsonDocument>
#include <QProcess>
#include <QTest>

using namespace hall;
using tests::CaseHall;

namespace {

struct Outcome
{
    int code = -1;
    QByteArray output;
    QByteArray complaint;
    QJsonObject object() const { return QJsonDocument::fromJson(output).object(); }
    QJsonArray array() const { return QJsonDocument::fromJson(output).array(); }
    QString error() const { return object()[QLatin1StringView("error")][QLatin1StringView("code")].toString(); }
};

/// An argument of a command line.
struct Word
{
    QString text;
    Word(const char* word) // NOLINT(google-explicit-constructor)
        : text(QString::fromUtf8(word))
    {
    }
    Word(const QString& word) // NOLINT(google-explicit-constructor)
        : text(word)
    {
    }
};
using Words = std::vector<Word>;

bool has(const QJsonObject& object, std::initializer_list<const char*> keys)
{
    return std::all_of(keys.begin(), keys.end(), [&](const char* key) { return object.contains(QLatin1StringView(key)); });
}

} // namespace

/// hallctl case and hallctl audit, as processes of their own.
class CaseCommandsTest : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase() { QVERIFY2(m_hall.complaint().isEmpty(), qPrintable(m_hall.complaint())); }

    void aCaseFromRegistrationToOpinion()
    {
        const Outcome opened = run("li", {"case", "new", "--block", "reception", "--file", file(CaseHall::registration())});
        QVERIFY2(opened.code == 0, opened.complaint + opened.output);
        QVERIFY(has(opened.object(), {"id", "number", "block", "state", "category", "handler", "opened_at", "changed_at"}));
        const QString number = opened.object()[QLatin1StringView("id")].toString();
        const Outcome entry = run("li", {"case", "append", number, "--kind", "accepted", "--file",
                                         file({{QStringLiteral("matter"), true}, {QStringLiteral("day"), QStringLiteral("2026-03-06")}})});
        QVERIFY2(entry.code == 0, entry.complaint + entry.output);
        QVERIFY(has(entry.object(), {"case", "seq", "kind", "author", "at", "hash", "content"}));
        const QJsonObject shown = run("wang", {"case", "show", number}).object();
        QCOMPARE(shown[QLatin1StringView("state")].toString(), QStringLiteral("accepted"));
        QCOMPARE(shown[QLatin1StringView("entries")].toArray().size(), 2);
        const QJsonArray deadlines = shown[QLatin1StringView("deadlines")].toArray();
        QCOMPARE(deadlines.last()[QLatin1StringView("rule")].toString(), QStringLiteral("XF-HANDLE"));
        QCOMPARE(deadlines.last()[QLatin1StringView("due")].toString(), QStringLiteral("2026-05-05")); // 6 March + 60 days
        QCOMPARE(run("wang", {"case", "list"}).array().size(), 1);
    }
    void peopleReadAStory()
    {
        const Outcome told = run("li", {"case", "show", "2026-000001", "--language", "zh"}, false);
        QVERIFY2(told.output.contains("已受理") && told.output.contains("楼上漏水"), told.output);
    }
    void whatIsRefusedSaysWhy_data()
    {
        QTest::addColumn<QByteArray>("login");
        QTest::addColumn<QByteArrayList>("arguments");
        QTest::addColumn<QString>("code");
        QTest::newRow("another block's") << QByteArray("zhao") << QByteArrayList{"case", "show", "2026-000001"}
                                         << QStringLiteral("permission-denied");
        QTest::newRow("no such case") << QByteArray("li") << QByteArrayList{"case", "show", "2026-000777"}
                                      << QStringLiteral("case-not-found");
        QTest::newRow("no such kind") << QByteArray("li")
                                      << QByteArrayList{"case", "append", "2026-000001", "--kind", "gossip", "--file", "NOTE"}
                                      << QStringLiteral("invalid-argument");
        QTest::newRow("already answered") << QByteArray("li")
                                          << QByteArrayList{"case", "append", "2026-000001", "--kind", "note", "--after", "1",
                                                            "--file", "NOTE"}
                                          << QStringLiteral("entry-conflict");
        QTest::newRow("not JSON") << QByteArray("li")
                                  << QByteArrayList{"case", "append", "2026-000001", "--kind", "note", "--file", "BROKEN"}
                                  << QStringLiteral("file-invalid");
        QTest::newRow("no file") << QByteArray("li")
                                 << QByteArrayList{"case", "append", "2026-000001", "--kind", "note", "--file", "/nowhere"}
                                 << QStringLiteral("file-unreadable");
    }
    void whatIsRefusedSaysWhy()
    {
        QFETCH(QByteArray, login);
        QFETCH(QByteArrayList, arguments);
        QFETCH(QString, code);
        Words given;
        for (const QByteArray& argument : arguments) {
            given.push_back(argument == "NOTE" ? file(CaseHall::text(QStringLiteral("x"))) : argument == "BROKEN" ? broken()
                                                                                       : QString::fromUtf8(argument));
        }
        const Outcome refused = run(login.constData(), given);
        QCOMPARE(refused.code, 1);
        QCOMPARE(refused.error(), code);
    }
    void theWrongPassphraseOpensNothing()
    {
        const Outcome refused = run("li", {"case", "list"}, true, "nonsense");
        QCOMPARE(refused.code, 1);
        QCOMPARE(refused.error(), QStringLiteral("passphrase-wrong"));
    }
    void verificationNeedsNobody()
    {
        const QJsonObject verdict = run(nullptr, {"case", "verify"}).object();
        QCOMPARE(verdict[QLatin1StringView("cases")].toInt(), 1);
        QCOMPARE(verdict[QLatin1StringView("entries")].toInt(), 2);
        QVERIFY(verdict[QLatin1StringView("broken")].toArray().isEmpty());
        const QJsonObject trail = run(nullptr, {"audit", "verify"}).object();
        QVERIFY(has(trail, {"records", "broken", "head"}));
        QVERIFY(trail[QLatin1StringView("broken")].toArray().isEmpty());
        const QJsonArray records = run(nullptr, {"audit", "list", "--limit", "3"}).array();
        QCOMPARE(records.size(), 3);
        QVERIFY(has(records.first().toObject(), {"seq", "at", "kind", "actor", "subject"}));
    }
    void whatPeopleBringAlong()
    {
        const QString number = run("li", {"case", "new", "--block", "reception", "--file", file(CaseHall::registration())})
                                   .object()[QLatin1StringView("id")].toString();
        const QByteArray bytes = QByteArray("%PDF-1.7 ") + QByteArray(200'000, 'x');
        QFile photo(m_files.filePath(QStringLiteral("合同.pdf")));
        QVERIFY(photo.open(QIODevice::WriteOnly) && photo.write(bytes) == bytes.size());
        photo.close();
        const Outcome attached = run("li", {"case", "attach", number, "--file", photo.fileName()});
        QVERIFY2(attached.code == 0, attached.complaint + attached.output);
        const QJsonObject content = attached.object()[QLatin1StringView("content")].toObject();
        QCOMPARE(content[QLatin1StringView("name")].toString(), QStringLiteral("合同.pdf"));
        const QJsonObject facts = content[QLatin1StringView("attachment")].toObject();
        QCOMPARE(facts[QLatin1StringView("media_type")].toString(), QStringLiteral("application/pdf"));
        QVERIFY(!attached.output.contains("\"key\"") && !run("li", {"case", "show", number}).output.contains("\"key\""));
        const QString out = m_files.filePath(QStringLiteral("out.pdf"));
        const Outcome saved = run("wang", {"case", "save-attachment", number, "2", "--out", out});
        QVERIFY2(saved.code == 0, saved.complaint + saved.output);
        QFile back(out);
        QVERIFY(back.open(QIODevice::ReadOnly) && back.readAll() == bytes);
        QCOMPARE(run("wang", {"case", "save-attachment", number, "2", "--out", out}).error(), QStringLiteral("invalid-argument"));
        QCOMPARE(run("zhao", {"case", "save-attachment", number, "2", "--out", out + QLatin1Char('x')}).error(), QStringLiteral("permission-denied"));
        QVERIFY(!QFile::exists(out + QLatin1Char('x')));
        QVERIFY(run("aud", {"case", "verify"}).object()[QLatin1StringView("broken")].toArray().isEmpty());
    }
    void searchFindsWhatWasSaid()
    {
        const QJsonArray hits = run("wang", {"case", "search", "漏水 赔偿"}).array();
        QJsonObject hit; // other tests open cases with the same words
        for (const QJsonValue& each : hits) {
            if (each.toObject()[QLatin1StringView("number")] == QLatin1StringView("2026-000001"))
                hit = each.toObject();
        }
        QVERIFY(has(hit, {"number", "block", "state", "changed_at", "snippet", "marks"}));
        const QJsonObject mark = hit[QLatin1StringView("marks")].toArray().first().toObject();
        QCOMPARE(hit[QLatin1StringView("snippet")].toString().mid(mark[QLatin1StringView("at")].toInt(), mark[QLatin1StringView("length")].toInt()),
                 QStringLiteral("漏水"));
        QCOMPARE(run("wang", {"case", "search", "漏水", "--state", "closed"}).array().size(), 0);
        QCOMPARE(run("zhao", {"case", "search", "漏水"}).array().size(), 0); // another block's
        QCOMPARE(run("wang", {"case", "search", "漏水", "--opened-from", "yesterday"}).error(), QStringLiteral("invalid-argument"));
        const QByteArray trail = run(nullptr, {"audit", "list", "--limit", "50"}).output;
        QVERIFY(trail.contains("case-search"));
        QVERIFY(!trail.contains("漏水"));
    }
    /// Line and case store, with nothing left inside them that could tell.
    void aStoreRolledBackAsAWholeIsNoticed()
    {
        m_hall.office.reset();
        const QStringList stores = {m_hall.place().url() + QStringLiteral("/case.db"), m_hall.place().url() + QStringLiteral("/line.db")};
        QCOMPARE(run("li", {"case", "list"}).code, 0); // the last to close leaves no log behind
        for (const QString& store : stores)
            QVERIFY(QFile::copy(store, store + QStringLiteral(".old")));
        QCOMPARE(run("li", {"case", "append", "2026-000001", "--kind", "note", "--file", file(CaseHall::text(QStringLiteral("z")))}).code, 0);
        for (const QString& store : stores) {
            QVERIFY(QFile::rename(store, store + QStringLiteral(".new")));
            QVERIFY(QFile::copy(store + QStringLiteral(".old"), store));
            for (const char* rest : {"-wal", "-shm"})
                QFile::remove(store + QLatin1String(rest));
        }
        QVERIFY(!run(nullptr, {"audit", "verify"}).object()[QLatin1StringView("broken")].toArray().isEmpty());
        QVERIFY(!run(nullptr, {"case", "verify"}).object()[QLatin1StringView("broken")].toArray().isEmpty());
        QCOMPARE(run("li", {"case", "search", "漏水"}).error(), QStringLiteral("signature-invalid"));
        for (const QString& store : stores) {
            QVERIFY(QFile::remove(store) && QFile::rename(store + QStringLiteral(".new"), store) && QFile::remove(store + QStringLiteral(".old")));
            for (const char* rest : {"-wal", "-shm"})
                QFile::remove(store + QLatin1String(rest));
        }
        QCOMPARE(run("li", {"case", "search", "漏水"}).code, 0);
    }
    /// What was written is remembered outside the case store at once: a store put back to before it is noticed.
    void aStoreRolledBackIsNoticed()
    {
        const QString store = m_hall.place().url() + QStringLiteral("/case.db");
        m_hall.office.reset();
        QVERIFY(QFile::copy(store, store + QStringLiteral(".old")));
        QCOMPARE(run("li", {"case", "append", "2026-000001", "--kind", "note", "--file", file(CaseHall::text(QStringLiteral("y")))}).code, 0);
        for (const char* rest : {"", "-wal", "-shm"})
            QFile::remove(store + QLatin1String(rest));
        QVERIFY(QFile::rename(store + QStringLiteral(".old"), store));
        QVERIFY(!run(nullptr, {"audit", "verify"}).object()[QLatin1StringView("broken")].toArray().isEmpty());
        QVERIFY(!run(nullptr, {"case", "verify"}).object()[QLatin1StringView("broken")].toArray().isEmpty());
        QCOMPARE(run("li", {"case", "list"}).error(), QStringLiteral("signature-invalid"));
    }

private:
    Outcome run(const char* login, const Words& words, bool json = true, const char* passphrase = nullptr)
    {
        QStringList arguments;
        for (const Word& word : words)
            arguments.append(word.text);
        arguments += {QStringLiteral("--store"), m_hall.place().url()};
        if (login)
            arguments += {QStringLiteral("--user"), QString::fromLatin1(login)};
        if (json)
            arguments.append(QStringLiteral("--json"));
        QProcess hallctl;
        auto surroundings = QProcessEnvironment::systemEnvironment();
        surroundings.insert(QStringLiteral("HALL_PASSPHRASE"), QString::fromLatin1(passphrase ? passphrase : login ? login : ""));
        hallctl.setProcessEnvironment(surroundings);
        hallctl.start(QStringLiteral(HALL_BIN "/hallctl"), arguments);
        hallctl.waitForFinished(60'000);
        return {hallctl.exitCode(), hallctl.readAllStandardOutput(), hallctl.readAllStandardError()};
    }
    QString file(const QJsonObject& object) { return written(QJsonDocument(object).toJson()); }
    QString broken() { return written("{\"text\": "); }
    QString written(const QByteArray& bytes)
    {
        QFile file(m_files.filePath(QStringLiteral("%1.json").arg(++m_count)));
        if (file.open(QIODevice::WriteOnly))
            file.write(bytes);
        return file.fileName();
    }

    CaseHall m_hall;
    QTemporaryDir m_files;
    int m_count = 0;
};

QTEST_GUILESS_MAIN(CaseCommandsTest)
#include "tst_case_commands.moc"
