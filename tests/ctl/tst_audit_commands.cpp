// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/seal/totp.h"
#include "app/store/countersign.h"
#include "tests/casefile/case_hall.h"
#include "tests/ctl/hallctl_process.h"

#include <QTest>
#include <QUrl>
#include <QUrlQuery>

using namespace hall;
using tests::CaseHall;
using tests::HallctlProcess;

namespace {

QStringList words(const char* line) { return QString::fromUtf8(line).split(QLatin1Char(' ')); }

/// What an authenticator makes of the letters of an address (RFC 4648).
QByteArray fromBase32(const QString& letters)
{
    QByteArray bytes;
    quint32 bits = 0;
    int held = 0;
    for (const QChar letter : letters) {
        const int value = letter.isLetter() ? letter.unicode() - u'A' : letter.unicode() - u'2' + 26;
        bits = bits << 5 | static_cast<quint32>(value);
        held += 5;
        if (held >= 8) {
            held -= 8;
            bytes.append(static_cast<char>(bits >> held & 0xFF));
        }
    }
    return bytes;
}

} // namespace

/// hallctl audit and hallctl staff totp, as processes of their own.
class AuditCommandsTest : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase()
    {
        QVERIFY2(m_hall.complaint().isEmpty(), qPrintable(m_hall.complaint()));
        QJsonObject accusation = CaseHall::registration();
        accusation.insert(QStringLiteral("type"), QStringLiteral("accusation"));
        accusation.insert(QStringLiteral("accused_organ"), QStringLiteral("某街道办事处"));
        m_ordinary = m_hall.files(m_hall.signIn("wang")).open(QStringLiteral("reception"), CaseHall::registration())->number;
        m_accusation = m_hall.files(m_hall.signIn("wang")).open(QStringLiteral("reception"), accusation)->number;
        QVERIFY(m_hall.files(m_hall.signIn("xu")).show(m_ordinary, {QStringLiteral("complaint"), kWhy}).ok());
    }

    void recordsOfAWorkspaceAreWithheld_data()
    {
        QTest::addColumn<QString>("login");
        for (const char* login : {"li", "xu", "sys", "sec", "wang", "he"})
            QTest::newRow(login) << QString::fromLatin1(login);
    }
    /// From everybody but the audit administrator: from whoever handed it in, and from those who work on it.
    void recordsOfAWorkspaceAreWithheld()
    {
        QFETCH(QString, login);
        const auto listed = m_hallctl.run(login, words("audit list"));
        QVERIFY2(listed.code == 0, listed.output);
        QVERIFY(listed.output.contains(m_ordinary.toUtf8()));
        QVERIFY2(!listed.output.contains(m_accusation.toUtf8()) && !listed.output.contains(kWhy.toUtf8()), listed.output);
        int withheld = 0;
        for (const QJsonValue& value : listed.array()) {
            const QJsonObject record = value.toObject();
            QVERIFY(!record.contains(QLatin1StringView("words")));
            if (record[QLatin1StringView("kind")].toString() != u"withheld")
                continue;
            ++withheld;
            for (const char* field : {"at", "actor", "subject"})
                QVERIFY2(record[QLatin1StringView(field)].toString().isEmpty(), field);
        }
        QCOMPARE(withheld, 1);
    }
    void theAuditAdministratorReadsAllOfIt()
    {
        const auto listed = m_hallctl.run(QStringLiteral("aud"), words("audit list"));
        QVERIFY2(listed.code == 0, listed.output);
        QVERIFY(listed.output.contains(m_accusation.toUtf8()) && !listed.output.contains("withheld"));
        int withWords = 0;
        for (const QJsonValue& value : listed.array())
            withWords += value[QLatin1StringView("words")].toString() == kWhy ? 1 : 0;
        QCOMPARE(withWords, 1);
        QCOMPARE(m_hallctl.run(QStringLiteral("aud"), words("audit list --limit 3")).array().size(), 3);
        // The name alone opens nothing.
        QProcess hallctl;
        auto surroundings = QProcessEnvironment::systemEnvironment();
        surroundings.insert(QStringLiteral("HALL_PASSPHRASE"), QStringLiteral("wrong"));
        hallctl.setProcessEnvironment(surroundings);
        hallctl.start(QStringLiteral(HALL_BIN "/hallctl"), words("audit list --json --user aud --store") + QStringList{m_hall.place().url()});
        const auto refused = HallctlProcess::finish(hallctl);
        QCOMPARE(refused.error(), QStringLiteral("passphrase-wrong"));
        QVERIFY(!refused.output.contains(m_accusation.toUtf8()));
    }

    void countersigning()
    {
        const auto verdict = [this] { return m_hallctl.run(QStringLiteral("li"), words("audit verify")).object(); };
        QVERIFY(verdict()[QLatin1StringView("countersigned")].isNull());
        QVERIFY(verdict()[QLatin1StringView("countersignature_overdue")].toBool());
        for (const char* login : {"li", "sec", "sys", "xu"}) {
            QCOMPARE(m_hallctl.run(QString::fromLatin1(login), words("audit countersign")).error(), QStringLiteral("permission-denied"));
            const auto newest = m_hall.office->audit().list(1)->first();
            QCOMPARE(newest.kind + u' ' + newest.actor, QStringLiteral("audit-refused ") + QString::fromLatin1(login));
        }
        const auto signedNow = m_hallctl.run(QStringLiteral("aud"), words("audit countersign"));
        QVERIFY2(signedNow.code == 0, signedNow.output);
        const qint64 seq = signedNow.object()[QLatin1StringView("seq")].toInteger();
        QCOMPARE(seq, m_hall.office->audit().head()->seq - 1); // the act itself stands behind what it signs
        const QJsonObject after = verdict();
        QCOMPARE(after[QLatin1StringView("countersigned")][QLatin1StringView("seq")].toInteger(), seq);
        QCOMPARE(after[QLatin1StringView("countersigned")][QLatin1StringView("by")].toString(), QStringLiteral("aud"));
        QCOMPARE(after[QLatin1StringView("countersignature_overdue")].toBool(true), false);
        QVERIFY(after[QLatin1StringView("broken")].toArray().isEmpty());
    }

    void codesAreAskedFromTheFirstOneOn()
    {
        const QString li = QStringLiteral("li");
        QCOMPARE(m_hallctl.run(li, words("staff totp confirm"), QStringLiteral("123456")).error(), QStringLiteral("invalid-argument"));
        const auto enrolled = m_hallctl.run(li, words("staff totp enrol"));
        QVERIFY2(enrolled.code == 0, enrolled.output);
        const QUrl address(enrolled.object()[QLatin1StringView("uri")].toString());
        QCOMPARE(address.scheme() + u' ' + address.host(), QStringLiteral("otpauth totp"));
        const auto secret = seal::SecretBuffer::copyOf(fromBase32(QUrlQuery(address).queryItemValue(QStringLiteral("secret"))));
        QCOMPARE(secret.size(), seal::kCodeSecretBytes);
        QVERIFY(mayList(li, {})); // until it is confirmed nothing changes
        const auto wrong = m_hallctl.run(li, words("staff totp confirm"), seal::codeAt(secret, 1));
        QCOMPARE(wrong.error(), QStringLiteral("passphrase-wrong"));
        QVERIFY(mayList(li, {}));

        // A code is good for its step and one around it, and no step before one that was used.
        while (QDateTime::currentSecsSinceEpoch() % 30 > 20)
            QTest::qSleep(200);
        const qint64 step = QDateTime::currentSecsSinceEpoch() / 30;
        const auto confirmed = m_hallctl.run(li, words("staff totp confirm"), seal::codeAt(secret, step - 1));
        QVERIFY2(confirmed.code == 0, confirmed.output);
        QCOMPARE(confirmed.object()[QLatin1StringView("asks_code")].toBool(), true);
        QCOMPARE(m_hallctl.run(li, words("case list"), seal::codeAt(secret, step - 1)).error(), QStringLiteral("passphrase-wrong"));
        QCOMPARE(m_hall.office->audit().list(1)->first().kind, QStringLiteral("code-refused"));
        QVERIFY(mayList(li, seal::codeAt(secret, step)));
        QVERIFY(!mayList(li, seal::codeAt(secret, step))); // once
        QVERIFY(!mayList(li, {}));

        QVERIFY(m_hallctl.run(li, words("staff totp remove"), seal::codeAt(secret, step)).code != 0);
        const auto removed = m_hallctl.run(li, words("staff totp remove"), seal::codeAt(secret, step + 1));
        QVERIFY2(removed.code == 0, removed.output);
        QCOMPARE(removed.object()[QLatin1StringView("asks_code")].toBool(true), false);
        QVERIFY(mayList(li, {}));
        QStringList kinds;
        for (const auto& record : m_hall.office->audit().list(40).value()) {
            if (record.kind.startsWith(QStringLiteral("second-factor")))
                kinds.prepend(record.kind + u' ' + record.actor);
        }
        QCOMPARE(kinds.join(u','), QStringLiteral("second-factor-offered li,second-factor-confirmed li,second-factor-removed li"));
    }

    /// Last: the trail does not hold afterwards.
    void aTrailThatDoesNotHoldIsNotSigned()
    {
        QVERIFY(m_hall.db().script("DROP TRIGGER audit_unchanged").ok());
        QVERIFY(m_hall.db().execute("UPDATE audit SET signature = $1 WHERE seq = 3", QByteArray(64, 'x')).ok());
        const auto before = store::verifyCountersignatures(*m_hall.office)->newest;
        QCOMPARE(m_hallctl.run(QStringLiteral("aud"), words("audit countersign")).error(), QStringLiteral("signature-invalid"));
        QCOMPARE(store::verifyCountersignatures(*m_hall.office)->newest, before);
        const QJsonArray broken = m_hallctl.run(QStringLiteral("aud"), words("audit verify")).object()[QLatin1StringView("broken")].toArray();
        QCOMPARE(broken.size(), 1);
        QCOMPARE(broken.first()[QLatin1StringView("seq")].toInteger(), 3);
    }

private:
    bool mayList(const QString& login, const QString& code)
    {
        const auto listed = m_hallctl.run(login, words("case list"), code.isEmpty() ? QStringLiteral("\n") : code);
        return listed.code == 0;
    }

    const QString kWhy = QStringLiteral("来访人张桂芳反映经办人态度");
    CaseHall m_hall;
    HallctlProcess m_hallctl{m_hall.place().url()};
    QString m_ordinary;
    QString m_accusation;
};

QTEST_GUILESS_MAIN(AuditCommandsTest)
#include "tst_audit_commands.moc"
