// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/seal/sodium.h"

#include "app/seal/bundle.h"

#include <QCoreApplication>
#include <sodium.h>
#include <sys/resource.h>

namespace hall::seal {

using base::Error;
using base::ErrorCode;

namespace {

Error broken(const char* part)
{
    return {ErrorCode::Internal,
            QCoreApplication::translate("hall::seal", "The self-test of %1 failed: this machine or its libsodium computes "
                                                      "wrongly. Do not use it for the hall.")
                .arg(QLatin1StringView(part))};
}

const unsigned char* bytes(const QByteArray& array)
{
    return reinterpret_cast<const unsigned char*>(array.constData());
}

/// RFC 7693, appendix A: BLAKE2b-512 of "abc".
bool hashIsRight()
{
    QByteArray digest(64, '\0');
    crypto_generichash(reinterpret_cast<unsigned char*>(digest.data()), 64, bytes(QByteArrayLiteral("abc")), 3, nullptr, 0);
    return digest.toHex().startsWith("ba80a53f981c4d0d6a2797b69f12f6e94c212f14685ac4b74b12bb6fdbffa2d1");
}

/// RFC 8032, 7.1, test 2.
bool signatureIsRight()
{
    const QByteArray seed = QByteArray::fromHex("4ccd089b28ff96da9db6c346ec114e0f5b8a319f35aba624da8cf6ed4fb8a6fb");
    unsigned char publicKey[crypto_sign_PUBLICKEYBYTES];
    unsigned char secretKey[crypto_sign_SECRETKEYBYTES];
    crypto_sign_seed_keypair(publicKey, secretKey, bytes(seed));
    QByteArray signature(crypto_sign_BYTES, '\0');
    crypto_sign_detached(reinterpret_cast<unsigned char*>(signature.data()), nullptr,
                         reinterpret_cast<const unsigned char*>("\x72"), 1, secretKey);
    return signature.toHex().startsWith("92a009a9f0d4cab8720e820b5f642540a2b27b5416503f8fb3762223ebdb69da");
}

/// draft-irtf-cfrg-xchacha, A.3.1: the tag.
bool cipherIsRight()
{
    const QByteArray text("Ladies and Gentlemen of the class of '99: If I could offer you only one tip for the future, "
                          "sunscreen would be it.");
    const QByteArray bound = QByteArray::fromHex("50515253c0c1c2c3c4c5c6c7");
    const QByteArray key = QByteArray::fromHex("808182838485868788898a8b8c8d8e8f909192939495969798999a9b9c9d9e9f");
    const QByteArray nonce = QByteArray::fromHex("404142434445464748494a4b4c4d4e4f5051525354555657");
    QByteArray sealed(text.size() + static_cast<qsizetype>(crypto_aead_xchacha20poly1305_ietf_ABYTES), '\0');
    crypto_aead_xchacha20poly1305_ietf_encrypt(reinterpret_cast<unsigned char*>(sealed.data()), nullptr, bytes(text),
                                               static_cast<unsigned long long>(text.size()), bytes(bound),
                                               static_cast<unsigned long long>(bound.size()), nullptr, bytes(nonce),
                                               bytes(key));
    return sealed.last(16).toHex() == "c0875924c1c7987947deafd8780acf49";
}

bool boxIsRight()
{
    const BoxKeyPair pair = BoxKeyPair::generate();
    const QByteArray text("self-test");
    auto sealed = sealTo(pair.publicKey, 7, text);
    if (!sealed.ok())
        return false;
    const auto opened = openSealed(pair, *sealed);
    if (!opened.ok() || opened->view() != text)
        return false;
    sealed->bytes[sealed->bytes.size() - 1] = static_cast<char>(sealed->bytes.back() ^ 1);
    return !openSealed(pair, *sealed).ok();
}

} // namespace

void requireSodium()
{
    static const bool started = [] {
        const rlimit none = {0, 0};
        (void)setrlimit(RLIMIT_CORE, &none);
        return sodium_init() >= 0;
    }();
    if (!started)
        qFatal("libsodium cannot be started: nothing could be kept secret");
}

base::Status selfTest()
{
    requireSodium();
    if (!hashIsRight())
        return broken("BLAKE2b");
    if (!signatureIsRight())
        return broken("Ed25519");
    if (!cipherIsRight())
        return broken("XChaCha20-Poly1305");
    if (!boxIsRight())
        return broken("X25519");
    return {};
}

} // namespace hall::seal
