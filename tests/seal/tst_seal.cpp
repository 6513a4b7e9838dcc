// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/seal/bundle.h"
#include "app/seal/sodium.h"

#include <QTest>
#include <rapidcheck.h>

using namespace hall;
using base::ErrorCode;
using namespace hall::seal;

namespace {

SecretBuffer secret(const QString& text)
{
    return SecretBuffer::copyOf(text.toUtf8());
}

} // namespace

class SealTest : public QObject
{
    Q_OBJECT

private slots:
    void knownAnswers()
    {
        const auto status = selfTest();
        QVERIFY2(status.ok(), status.ok() ? "" : qPrintable(status.error().message));
    }

    void whatIsSealedComesBack()
    {
        const BoxKeyPair pair = BoxKeyPair::generate();
        QVERIFY(rc::check("round trip", [&](const std::string& text) {
            const auto sealed = sealTo(pair.publicKey, 3, QByteArrayView(text.data(), static_cast<qsizetype>(text.size())));
            RC_ASSERT(sealed.ok());
            RC_ASSERT(sealed->bytes.size() % 256 == 9 + 48);
            const auto opened = openSealed(pair, *sealed);
            RC_ASSERT(opened.ok());
            RC_ASSERT(opened->view().toByteArray() == QByteArray::fromStdString(text));
        }));
    }

    void shortTextsOfAnyLengthLookAlike()
    {
        const BoxKeyPair pair = BoxKeyPair::generate();
        QCOMPARE(sealTo(pair.publicKey, 1, QByteArray())->bytes.size(),
                 sealTo(pair.publicKey, 1, QByteArray(240, 'x'))->bytes.size());
    }

    void eachFlippedBitIsRefused()
    {
        const BoxKeyPair pair = BoxKeyPair::generate();
        const auto sealed = sealTo(pair.publicKey, 1, "王小明 13812345678");
        for (qsizetype bit = 0; bit < sealed->bytes.size() * 8; ++bit) {
            Sealed changed = *sealed;
            changed.bytes[bit / 8] = static_cast<char>(changed.bytes[bit / 8] ^ (1 << (bit % 8)));
            const auto opened = openSealed(pair, changed);
            QVERIFY(!opened.ok());
            QVERIFY(opened.error().code == ErrorCode::SealInvalid || opened.error().code == ErrorCode::NotAPackage);
        }
    }

    void cutAndForeignBytesAreRefused()
    {
        const BoxKeyPair pair = BoxKeyPair::generate();
        const auto sealed = sealTo(pair.publicKey, 1, "text");
        for (qsizetype size = 0; size < sealed->bytes.size(); ++size)
            QVERIFY(!openSealed(pair, Sealed{sealed->bytes.first(size)}).ok());
        QCOMPARE(openSealed(pair, Sealed{QByteArray(500, 'x')}).error().code, ErrorCode::NotAPackage);
        QCOMPARE(openSealed(BoxKeyPair::generate(), *sealed).error().code, ErrorCode::SealInvalid);
        QCOMPARE(sealTo(QByteArray(31, 'k'), 1, "text").error().code, ErrorCode::SealInvalid);
        QCOMPARE(generationOf(sealTo(pair.publicKey, 41, "text").value()).value(), 41);
    }

    void aBundleOpensWithItsPassphraseAlone_data()
    {
        QTest::addColumn<QString>("passphrase");
        QTest::newRow("latin") << QStringLiteral("correct horse battery staple");
        QTest::newRow("chinese") << QStringLiteral("运河边的老茶馆😀𠮷");
        QTest::newRow("long") << QString(10'000, QChar(u'长'));
    }
    void aBundleOpensWithItsPassphraseAlone()
    {
        QFETCH(QString, passphrase);
        const Bundle bundle = Bundle::generate();
        const auto sealed = sealBundle(bundle, QStringLiteral("li"), secret(passphrase), KdfCost::cheapForTests());
        const auto opened = openBundle(*sealed, secret(passphrase));
        QVERIFY(opened.ok());
        QVERIFY(opened->box.secretKey.equals(bundle.box.secretKey));
        QVERIFY(opened->vaultSecret.equals(bundle.vaultSecret));
        QVERIFY(verify(bundle.signPublicKey, "message", sign(*opened, "message")));
        QCOMPARE(openBundle(*sealed, secret(passphrase + QLatin1Char(' '))).error().code, ErrorCode::PassphraseWrong);
        QCOMPARE(openBundle(*sealed, secret(passphrase.chopped(1))).error().code, ErrorCode::PassphraseWrong);
    }

    void everyPartOfABundleIsBound()
    {
        const auto sealed =
            sealBundle(Bundle::generate(), QStringLiteral("li"), secret(QStringLiteral("p")), KdfCost::cheapForTests());
        const auto refusedWith = [&](auto change) {
            SealedBundle changed = *sealed;
            change(changed);
            const auto opened = openBundle(changed, secret(QStringLiteral("p")));
            return !opened.ok() && opened.error().code == ErrorCode::PassphraseWrong;
        };
        const auto flip = [](QByteArray& bytes) { bytes[0] = static_cast<char>(bytes[0] ^ 1); };
        QVERIFY(refusedWith([](auto& b) { b.person = QStringLiteral("wang"); }));
        QVERIFY(refusedWith([](auto& b) { b.version = 2; }));
        QVERIFY(refusedWith([](auto& b) { b.cost.passes = 2; }));
        QVERIFY(refusedWith([](auto& b) { b.cost.memoryBytes = 1ULL << 62; }));
        QVERIFY(refusedWith([&](auto& b) { flip(b.salt); }));
        QVERIFY(refusedWith([&](auto& b) { flip(b.boxPublicKey); }));
        QVERIFY(refusedWith([&](auto& b) { flip(b.signPublicKey); }));
        QVERIFY(refusedWith([&](auto& b) { flip(b.nonce); }));
        QVERIFY(refusedWith([&](auto& b) { flip(b.sealed); }));
        QVERIFY(refusedWith([](auto& b) { b.sealed.chop(1); }));
    }

    void signaturesHoldForTheirMessageAndSigner()
    {
        const Bundle one = Bundle::generate();
        const Bundle other = Bundle::generate();
        const QByteArray signature = sign(one, "message");
        QVERIFY(verify(one.signPublicKey, "message", signature));
        QVERIFY(!verify(one.signPublicKey, "massage", signature));
        QVERIFY(!verify(other.signPublicKey, "message", signature));
        QVERIFY(!verify(one.signPublicKey, "message", signature.chopped(1)));
        QVERIFY(hash("a", "bc") != hash("ab", "c"));
    }

    void aSecretKnowsItself()
    {
        QByteArray bytes("secret");
        const SecretBuffer taken = SecretBuffer::takeFrom(bytes);
        QVERIFY(bytes.isEmpty());
        QVERIFY(taken.equals(SecretBuffer::copyOf("secret")));
        QVERIFY(!taken.equals(SecretBuffer::copyOf("secres")));
        QVERIFY(!taken.equals(SecretBuffer()));
    }
};

QTEST_GUILESS_MAIN(SealTest)
#include "tst_seal.moc"
