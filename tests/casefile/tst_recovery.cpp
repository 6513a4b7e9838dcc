// SPDX-License-Identifier: GPL-3.0-or-later
// Lost passphrases: two of three custodians bring a group's keys back, one alone never; a reset account starts with new keys.
#include "app/casefile/case_audit.h"
#include "tests/casefile/case_hall.h"

#include <QJsonDocument>
#include <QTest>

using namespace hall;
using namespace hall::casefile;
using base::ErrorCode;
using base::Status;
using tests::CaseHall;

class RecoveryTest : public QObject
{
    Q_OBJECT

private slots:
    void init()
    {
        m_hall = std::make_unique<CaseHall>();
        QVERIFY2(m_hall->complaint().isEmpty(), qPrintable(m_hall->complaint()));
        QVERIFY(setUp({"sys", "lin", "xu"}).ok());
        m_number = m_hall->files(m_hall->signIn("li")).open(kReception, CaseHall::registration())->number;
    }

    // Criterion: everybody of a block has lost their passphrase.
    void anyTwoCustodiansBringTheKeysBack_data()
    {
        QTest::addColumn<QByteArray>("first");
        QTest::addColumn<QByteArray>("second");
        for (const auto& [first, second] : {std::pair("sys", "lin"), std::pair("lin", "sys"), std::pair("sys", "xu"), std::pair("xu", "lin")})
            QTest::addRow("%s and %s", first, second) << QByteArray(first) << QByteArray(second);
    }
    void anyTwoCustodiansBringTheKeysBack()
    {
        QFETCH(QByteArray, first);
        QFETCH(QByteArray, second);
        everybodyOfTheReceptionForgets();
        auto li = signIn("li", "li anew");
        QVERIFY(li.groups.empty());
        QCOMPARE(m_hall->files(li).show(m_number).error().code, ErrorCode::PermissionDenied);

        const auto recovered = staff().recoverGroup(kReception, m_hall->signIn(first), m_hall->signIn(second), li);
        QVERIFY2(recovered.ok(), recovered.ok() ? "" : qPrintable(recovered.error().message));
        QCOMPARE(m_hall->files(li).show(m_number)->entries.first().content, CaseHall::registration());
        // It lasts, and it can be handed on.
        li = signIn("li", "li anew");
        QVERIFY(staff().grant(kReception, QStringLiteral("wang"), li).ok());
        QVERIFY(m_hall->files(signIn("wang", "wang anew")).append(m_number, QStringLiteral("note"), CaseHall::text(QStringLiteral("继续"))).ok());
        QVERIFY(verifyCases(*m_hall->office)->broken.isEmpty());
        QCOMPARE(kindsOf({"recovery-share-opened", "group-recovered", "recovery-refused"}),
                 (QStringList{QStringLiteral("recovery-share-opened"), QStringLiteral("recovery-share-opened"), QStringLiteral("group-recovered")}));
    }
    void oneCustodianAloneNeverDoes()
    {
        everybodyOfTheReceptionForgets();
        auto li = signIn("li", "li anew");
        const auto lin = m_hall->signIn("lin");
        const auto zhao = m_hall->signIn("zhao");
        QCOMPARE(staff().recoverGroup(kReception, lin, lin, li).error().code, ErrorCode::PermissionDenied);
        QCOMPARE(staff().recoverGroup(kReception, lin, zhao, li).error().code, ErrorCode::PermissionDenied);
        QVERIFY(li.groups.empty());
        QCOMPARE(kindsOf({"recovery-refused"}).size(), 2);
    }
    /// With all that stands in the store, too: each half that they can open is noise, and so is each pair of their halves.
    void oneCustodianWithTheWholeStoreHoldsNoise()
    {
        const auto lin = m_hall->signIn("lin");
        const auto record = QJsonDocument::fromJson(m_hall->db().value<QByteArray>("SELECT record FROM recovery_key").value().value()).object();
        const auto publicKey = QByteArray::fromBase64(record.value(QLatin1String("key")).toString().toLatin1());
        std::vector<seal::SecretBuffer> opened;
        for (const QJsonValue& value : record.value(QLatin1String("shares")).toArray()) {
            auto half = seal::openSealed(lin.bundle.box, {QByteArray::fromBase64(value.toObject().value(QLatin1String("sealed")).toString().toLatin1())});
            if (half.ok())
                opened.push_back(std::move(half).value());
        }
        QCOMPARE(opened.size(), std::size_t(2));
        seal::SecretBuffer both(opened[0].size());
        for (std::size_t i = 0; i < both.size(); ++i)
            both.data()[i] = opened[0].data()[i] ^ opened[1].data()[i];
        opened.push_back(std::move(both));
        for (seal::SecretBuffer& half : opened)
            QVERIFY(seal::BoxKeyPair::fromSecret(std::move(half))->publicKey != publicKey);
    }
    void whoDoesNotServeTheBlockGetsNothing()
    {
        auto zhao = m_hall->signIn("zhao");
        QCOMPARE(staff().recoverGroup(kReception, m_hall->signIn("sys"), m_hall->signIn("lin"), zhao).error().code, ErrorCode::PermissionDenied);
    }
    void keysThatCameLaterAreDepositedAtOnce()
    {
        auto li = m_hall->signIn("li");
        QVERIFY(staff().renewGroup(kReception, li).ok());
        const auto state = staff().recovery();
        QVERIFY(state->groups.contains(store::RecoveryState::Group{kReception, 2, 2}));
        QVERIFY(state->groups.contains(store::RecoveryState::Group{QStringLiteral("accusations"), 1, 0})); // nobody of it has signed in
        everybodyOfTheReceptionForgets();
        auto again = signIn("li", "li anew");
        QCOMPARE(staff().recoverGroup(kReception, m_hall->signIn("sys"), m_hall->signIn("lin"), again).value(), 2);
        QCOMPARE(staff().recoverGroup(QStringLiteral("accusations"), m_hall->signIn("sys"), m_hall->signIn("lin"), again).error().code,
                 ErrorCode::PermissionDenied);
    }
    void settingItUpAgainMakesOldHalvesWorthless()
    {
        QVERIFY(setUp({"zhao", "lin", "xu"}).ok());
        QCOMPARE(staff().recovery()->generation, 2);
        (void)m_hall->signIn("li"); // deposits anew
        everybodyOfTheReceptionForgets();
        auto li = signIn("li", "li anew");
        QCOMPARE(staff().recoverGroup(kReception, m_hall->signIn("sys"), m_hall->signIn("lin"), li).error().code, ErrorCode::PermissionDenied);
        QVERIFY(staff().recoverGroup(kReception, m_hall->signIn("zhao"), m_hall->signIn("lin"), li).ok());
        QCOMPARE(m_hall->db().value<int>("SELECT count(*) FROM recovery_key").value().value(), 1);
    }
    void aCustodianWhoLeftOrHasNewKeysIsNamed()
    {
        QVERIFY(resetTo("lin", "lin anew").ok());
        const auto state = staff().recovery();
        QVERIFY(state->custodians.contains(store::RecoveryState::Custodian{QStringLiteral("lin"), false}));
        QVERIFY(state->custodians.contains(store::RecoveryState::Custodian{QStringLiteral("xu"), true}));
        auto li = m_hall->signIn("li");
        QCOMPARE(staff().recoverGroup(kReception, m_hall->signIn("sys"), signIn("lin", "lin anew"), li).error().code, ErrorCode::SealInvalid);
    }
    void whoeverCanWriteIntoTheStoreIsNamed()
    {
        auto li = m_hall->signIn("li");
        const auto sys = m_hall->signIn("sys");
        const auto lin = m_hall->signIn("lin");
        const auto stolen = seal::BoxKeyPair::generate();
        auto& db = m_hall->db();
        // A deposit of somebody's own making does not count, the members' own beside it does.
        const auto sealed = seal::sealTo(stolen.publicKey, 1, stolen.secretKey.view()).value();
        QVERIFY(db.execute("INSERT INTO recovery_deposit (recovery, block, generation, member, sealed, signature) "
                           "VALUES (1, 'reception', 1, 'lin', $1, $2)", sealed.bytes, seal::sign(lin.bundle, sealed.bytes)).ok());
        QVERIFY(staff().recoverGroup(kReception, sys, lin, li).ok());
        // A recovery key of theirs: nobody deposits to it, nobody signs in as if nothing were.
        auto record = QJsonDocument::fromJson(db.value<QByteArray>("SELECT record FROM recovery_key").value().value()).object();
        record.insert(QStringLiteral("key"), QString::fromLatin1(stolen.publicKey.toBase64()));
        QVERIFY(db.execute("UPDATE recovery_key SET record = $1", QJsonDocument(record).toJson(QJsonDocument::Compact)).ok());
        QCOMPARE(staff().recovery().error().code, ErrorCode::SignatureInvalid);
        QCOMPARE(staff().recoverGroup(kReception, sys, lin, li).error().code, ErrorCode::SignatureInvalid);
        QCOMPARE(staff().signIn(QStringLiteral("li"), seal::SecretBuffer::copyOf("li")).error().code, ErrorCode::SignatureInvalid);
    }
    void onlyTheTwoAdministratorsSetItUpAndWithThreePeople()
    {
        const auto security = m_hall->signIn("sec");
        const auto audit = m_hall->signIn("aud");
        const auto li = m_hall->signIn("li");
        const QStringList three{QStringLiteral("sys"), QStringLiteral("lin"), QStringLiteral("xu")};
        QCOMPARE(staff().setUpRecovery(three, security, security).error().code, ErrorCode::PermissionDenied);
        QCOMPARE(staff().setUpRecovery(three, li, audit).error().code, ErrorCode::PermissionDenied);
        QCOMPARE(staff().setUpRecovery(three.first(2), security, audit).error().code, ErrorCode::InvalidArgument);
        QCOMPARE(staff().setUpRecovery({three[0], three[0], three[1]}, security, audit).error().code, ErrorCode::InvalidArgument);
        QCOMPARE(staff().setUpRecovery({three[0], three[1], QStringLiteral("nobody")}, security, audit).error().code, ErrorCode::StaffUnknown);
        for (const char* administrator : {"sec", "aud"})
            QCOMPARE(staff().setUpRecovery({three[0], three[1], QString::fromLatin1(administrator)}, security, audit).error().code,
                     ErrorCode::PermissionDenied);
        QCOMPARE(staff().recovery()->generation, 1);
    }
    /// Nobody can put a deposit in place of the members' own without its being noticed; another member's still counts.
    void aChangedDepositIsSeenAndAnotherOneServes()
    {
        QVERIFY(m_hall->db().execute("UPDATE recovery_deposit SET sealed = $1", QByteArray("rubbish")).ok());
        QVERIFY(staff().recovery()->groups.contains(store::RecoveryState::Group{kReception, 1, 0}));
        auto li = m_hall->signIn("li");
        QCOMPARE(staff().recoverGroup(kReception, m_hall->signIn("sys"), m_hall->signIn("lin"), li).error().code, ErrorCode::KeyMissing);
        (void)m_hall->signIn("wang"); // deposits, too
        QVERIFY(staff().recovery()->groups.contains(store::RecoveryState::Group{kReception, 1, 1}));
        QVERIFY(staff().recoverGroup(kReception, m_hall->signIn("sys"), m_hall->signIn("lin"), li).ok());
    }
    void aCustodianWhoLeftBringsNothingBack()
    {
        const auto kept = m_hall->signIn("lin");
        QVERIFY(staff().close(QStringLiteral("lin"), m_hall->signIn("sec"), m_hall->signIn("aud"), {}).ok());
        QVERIFY(staff().recovery()->custodians.contains(store::RecoveryState::Custodian{QStringLiteral("lin"), false}));
        QVERIFY(!staff().signIn(QStringLiteral("lin"), seal::SecretBuffer::copyOf("lin")).ok());
        auto li = m_hall->signIn("li");
        QVERIFY(staff().recoverGroup(kReception, m_hall->signIn("sys"), m_hall->signIn("xu"), li).ok());
    }

    /// Who granted everybody's key, lost their passphrase and then leaves: colleagues go on, and the block's key is renewed
    /// although they were never given it again.
    void afterAResetSomebodyLeaves()
    {
        QVERIFY(resetTo("li", "li anew").ok());
        auto wang = m_hall->signIn("wang");
        QVERIFY(staff().close(QStringLiteral("li"), m_hall->signIn("sec"), m_hall->signIn("aud"), {&wang}).ok());
        for (const char* login : {"wang", "chen"}) {
            const auto colleague = m_hall->signIn(login);
            QVERIFY(colleague.groups.contains({kReception, 2}));
            QVERIFY(m_hall->files(colleague).show(m_number).ok());
        }
        QVERIFY(verifyCases(*m_hall->office)->broken.isEmpty());
        QVERIFY(staff().verifyRoster().ok());
    }

    void aResetAccountOpensNothingUntilAColleagueHandsTheKeyOn()
    {
        QVERIFY(resetTo("li", "li anew").ok());
        QCOMPARE(staff().signIn(QStringLiteral("li"), seal::SecretBuffer::copyOf("li")).error().code, ErrorCode::PassphraseWrong);
        QCOMPARE(m_hall->files(signIn("li", "li anew")).show(m_number).error().code, ErrorCode::PermissionDenied);
        QVERIFY(staff().grant(kReception, QStringLiteral("li"), m_hall->signIn("wang")).ok());
        QVERIFY(m_hall->files(signIn("li", "li anew")).show(m_number).ok());
    }
    /// li granted the others their keys and wrote in cases: all of it holds.
    void whatTheOldKeysSignedHolds()
    {
        QVERIFY(resetTo("li", "li anew").ok());
        for (const char* login : {"wang", "chen"})
            QVERIFY(m_hall->files(m_hall->signIn(login)).show(m_number).ok());
        QVERIFY(verifyCases(*m_hall->office)->broken.isEmpty());
        QVERIFY(staff().verifyRoster().ok());
    }
    /// Whoever finds the old keys later neither hands on a key of their own making nor writes.
    void theOldKeysSignNothingMore()
    {
        const auto kept = m_hall->signIn("li");
        QVERIFY(resetTo("li", "li anew").ok());
        const auto pair = seal::BoxKeyPair::generate();
        const auto wang = m_hall->signIn("wang");
        const auto sealed = seal::sealTo(wang.bundle.box.publicKey, 2, pair.secretKey.view()).value();
        const QByteArray bound = seal::hash("hall.grant.v1", QByteArray("reception") + '\0' + "2" + '\0' + "wang" + '\0' + sealed.bytes);
        const auto trust = staff().trust().value();
        QVERIFY(trust.granted(QStringLiteral("li"), kReception, 1, bound, seal::sign(kept.bundle, bound)));
        QVERIFY(!trust.granted(QStringLiteral("li"), kReception, 2, bound, seal::sign(kept.bundle, bound)));
        QVERIFY(!trust.holder(kept.bundle.signPublicKey, trust.records.size() - 1));
        // A window that was open during the reset, too.
        QCOMPARE(m_hall->files(kept).append(m_number, QStringLiteral("note"), CaseHall::text(QStringLiteral("x"))).error().code,
                 ErrorCode::PermissionDenied);
        QCOMPARE(m_hall->files(kept).open(kReception, CaseHall::registration()).error().code, ErrorCode::PermissionDenied);
        QCOMPARE(m_hall->files(wang).show(m_number)->entries.size(), 1);
    }
    /// Also when they were given the block's key again before they left: the lost key counts no further than on the day of its loss.
    void aLostKeyIsNotBelievedLaterBecauseItsOwnerLeft()
    {
        const auto kept = m_hall->signIn("li");
        QVERIFY(resetTo("li", "li anew").ok());
        auto wang = m_hall->signIn("wang");
        QVERIFY(staff().renewGroup(kReception, wang).ok());
        QVERIFY(staff().grant(kReception, QStringLiteral("li"), wang).ok());
        QVERIFY(staff().close(QStringLiteral("li"), m_hall->signIn("sec"), m_hall->signIn("aud"), {&wang}).ok());
        const QByteArray bound = seal::hash("hall.grant.v1", "x");
        const auto trust = staff().trust().value();
        QVERIFY(trust.granted(QStringLiteral("li"), kReception, 1, bound, seal::sign(kept.bundle, bound)));
        QVERIFY(!trust.granted(QStringLiteral("li"), kReception, 2, bound, seal::sign(kept.bundle, bound)));
    }
    void onlyTheTwoAdministratorsReset()
    {
        const auto security = m_hall->signIn("sec");
        const auto audit = m_hall->signIn("aud");
        const auto anew = seal::SecretBuffer::copyOf("anew");
        const auto cost = seal::KdfCost::cheapForTests();
        for (const auto& [login, code] : {std::pair("sec", ErrorCode::PermissionDenied), std::pair("aud", ErrorCode::PermissionDenied),
                                          std::pair("nobody", ErrorCode::StaffUnknown)})
            QCOMPARE(staff().reset(QString::fromLatin1(login), anew, security, audit, cost).error().code, code);
        QCOMPARE(staff().reset(QStringLiteral("li"), anew, audit, security, cost).error().code, ErrorCode::PermissionDenied);
        QVERIFY(staff().reset(QStringLiteral("sys"), anew, security, audit, cost).ok());
    }

private:
    store::StaffRegister& staff() { return m_hall->office->staff(); }
    store::SignedIn signIn(const char* login, const char* passphrase)
    {
        return staff().signIn(QString::fromLatin1(login), seal::SecretBuffer::copyOf(passphrase)).value();
    }
    Status setUp(const std::vector<const char*>& custodians)
    {
        QStringList logins;
        for (const char* custodian : custodians)
            logins.append(QString::fromLatin1(custodian));
        return staff().setUpRecovery(logins, m_hall->signIn("sec"), m_hall->signIn("aud"));
    }
    Status resetTo(const char* login, const char* passphrase)
    {
        return staff().reset(QString::fromLatin1(login), seal::SecretBuffer::copyOf(passphrase), m_hall->signIn("sec"), m_hall->signIn("aud"),
                             seal::KdfCost::cheapForTests());
    }
    void everybodyOfTheReceptionForgets()
    {
        QVERIFY(resetTo("li", "li anew").ok());
        QVERIFY(resetTo("wang", "wang anew").ok());
        QVERIFY(resetTo("chen", "chen anew").ok());
    }
    /// Audit records of these kinds, oldest first.
    QStringList kindsOf(const std::vector<const char*>& kinds)
    {
        QStringList found;
        const auto records = m_hall->office->audit().list().value();
        for (const auto& record : records) {
            if (std::any_of(kinds.begin(), kinds.end(), [&](const char* kind) { return record.kind == QLatin1StringView(kind); }))
                found.prepend(record.kind);
        }
        return found;
    }

    const QString kReception = QStringLiteral("reception");
    std::unique_ptr<CaseHall> m_hall;
    QString m_number;
};

QTEST_GUILESS_MAIN(RecoveryTest)
#include "tst_recovery.moc"
