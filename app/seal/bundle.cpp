// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/seal/bundle.h"

#include "app/seal/sodium.h"
#include "app/seal/texts.h"
#include "app/seal/totp.h"

#include <QDataStream>
#include <QIODevice>
#include <cstring>
#include <sodium.h>

namespace hall::seal {

using base::Error;
using base::ErrorCode;
using base::Result;

namespace {

constexpr quint64 kMostPasses = 16;
constexpr quint64 kMostMemory = 1ULL << 30;
constexpr std::size_t kSecrets = crypto_box_SECRETKEYBYTES + crypto_sign_SECRETKEYBYTES + 32;

std::size_t secretBytes(int version)
{
    return kSecrets + (version == SealedBundle::kWithCodes ? kCodeSecretBytes : 0);
}

QByteArray boundWith(const SealedBundle& sealed)
{
    QByteArray data;
    QDataStream out(&data, QIODevice::WriteOnly);
    out.setVersion(QDataStream::Qt_6_4);
    out << QByteArray("hall.bundle") << sealed.person.toUtf8() << sealed.version << sealed.cost.passes
        << sealed.cost.memoryBytes << sealed.salt << sealed.boxPublicKey << sealed.signPublicKey;
    return data;
}

Result<SecretBuffer> keyOf(const SecretBuffer& passphrase, const QByteArray& salt, const KdfCost& cost)
{
    SecretBuffer key(crypto_aead_xchacha20poly1305_ietf_KEYBYTES);
    if (salt.size() != crypto_pwhash_SALTBYTES
        || crypto_pwhash(key.data(), key.size(), reinterpret_cast<const char*>(passphrase.data()), passphrase.size(),
                         bytes(salt), cost.passes, static_cast<std::size_t>(cost.memoryBytes),
                         crypto_pwhash_ALG_ARGON2ID13)
            != 0)
        return Error{ErrorCode::Internal, tr("Checking a passphrase needs %1 MiB of memory, which this machine does not "
                                             "have free. Close other programs.")
                                              .arg(cost.memoryBytes >> 20)};
    return key;
}

QByteArray digest(QByteArrayView message)
{
    QByteArray digest(crypto_generichash_BYTES_MAX, '\0');
    crypto_generichash(bytes(digest), crypto_generichash_BYTES_MAX, bytes(message),
                       static_cast<unsigned long long>(message.size()), nullptr, 0);
    return "hall.sig.v1" + digest;
}

} // namespace

Bundle Bundle::generate()
{
    requireSodium();
    Bundle bundle;
    bundle.box = BoxKeyPair::generate();
    SignKeyPair pair = SignKeyPair::generate();
    bundle.signPublicKey = pair.publicKey;
    bundle.signSecretKey = std::move(pair.secretKey);
    bundle.vaultSecret = SecretBuffer::random(32);
    return bundle;
}

Result<SealedBundle> sealBundle(const Bundle& bundle, const QString& person, const SecretBuffer& passphrase,
                                const KdfCost& cost)
{
    requireSodium();
    if (passphrase.isEmpty())
        return Error{ErrorCode::InvalidArgument, tr("A passphrase must not be empty.")};
    Q_ASSERT(bundle.codeSecret.isEmpty() || bundle.codeSecret.size() == kCodeSecretBytes);
    SealedBundle sealed;
    sealed.person = person;
    sealed.version = bundle.codeSecret.isEmpty() ? SealedBundle::kPlain : SealedBundle::kWithCodes;
    sealed.cost = cost;
    sealed.salt.resize(crypto_pwhash_SALTBYTES);
    randombytes_buf(sealed.salt.data(), static_cast<std::size_t>(sealed.salt.size()));
    sealed.boxPublicKey = bundle.box.publicKey;
    sealed.signPublicKey = bundle.signPublicKey;
    sealed.nonce.resize(crypto_aead_xchacha20poly1305_ietf_NPUBBYTES);
    randombytes_buf(sealed.nonce.data(), static_cast<std::size_t>(sealed.nonce.size()));
    HALL_ASSIGN(const SecretBuffer key, keyOf(passphrase, sealed.salt, cost));
    SecretBuffer secrets(secretBytes(sealed.version));
    std::memcpy(secrets.data(), bundle.box.secretKey.data(), crypto_box_SECRETKEYBYTES);
    std::memcpy(secrets.data() + crypto_box_SECRETKEYBYTES, bundle.signSecretKey.data(), crypto_sign_SECRETKEYBYTES);
    std::memcpy(secrets.data() + crypto_box_SECRETKEYBYTES + crypto_sign_SECRETKEYBYTES, bundle.vaultSecret.data(), 32);
    if (!bundle.codeSecret.isEmpty())
        std::memcpy(secrets.data() + kSecrets, bundle.codeSecret.data(), kCodeSecretBytes);
    const QByteArray bound = boundWith(sealed);
    sealed.sealed.resize(static_cast<qsizetype>(secrets.size() + crypto_aead_xchacha20poly1305_ietf_ABYTES));
    crypto_aead_xchacha20poly1305_ietf_encrypt(bytes(sealed.sealed), nullptr, secrets.data(), secrets.size(),
                                               bytes(bound), static_cast<unsigned long long>(bound.size()),
                                               nullptr, bytes(sealed.nonce), key.data());
    return sealed;
}

Result<Bundle> openBundle(const SealedBundle& sealed, const SecretBuffer& passphrase)
{
    requireSodium();
    const Error refused{ErrorCode::PassphraseWrong, tr("The name or the passphrase is not right. Check the keyboard's "
                                                       "language and Caps Lock, then try again.")};
    if ((sealed.version != SealedBundle::kPlain && sealed.version != SealedBundle::kWithCodes) || sealed.cost.passes < crypto_pwhash_OPSLIMIT_MIN || sealed.cost.passes > kMostPasses
        || sealed.cost.memoryBytes < crypto_pwhash_MEMLIMIT_MIN || sealed.cost.memoryBytes > kMostMemory
        || sealed.boxPublicKey.size() != crypto_box_PUBLICKEYBYTES
        || sealed.signPublicKey.size() != crypto_sign_PUBLICKEYBYTES
        || sealed.salt.size() != crypto_pwhash_SALTBYTES
        || sealed.nonce.size() != crypto_aead_xchacha20poly1305_ietf_NPUBBYTES
        || sealed.sealed.size() != static_cast<qsizetype>(secretBytes(sealed.version) + crypto_aead_xchacha20poly1305_ietf_ABYTES))
        return refused;
    HALL_ASSIGN(const SecretBuffer key, keyOf(passphrase, sealed.salt, sealed.cost));
    const QByteArray bound = boundWith(sealed);
    SecretBuffer secrets(secretBytes(sealed.version));
    if (crypto_aead_xchacha20poly1305_ietf_decrypt(secrets.data(), nullptr, nullptr, bytes(sealed.sealed),
                                                   static_cast<unsigned long long>(sealed.sealed.size()),
                                                   bytes(bound),
                                                   static_cast<unsigned long long>(bound.size()),
                                                   bytes(sealed.nonce), key.data())
        != 0)
        return refused;
    const QByteArrayView view = secrets.view();
    Bundle bundle;
    bundle.box.publicKey = sealed.boxPublicKey;
    bundle.box.secretKey = SecretBuffer::copyOf(view.first(crypto_box_SECRETKEYBYTES));
    bundle.signPublicKey = sealed.signPublicKey;
    bundle.signSecretKey = SecretBuffer::copyOf(view.sliced(crypto_box_SECRETKEYBYTES, crypto_sign_SECRETKEYBYTES));
    bundle.vaultSecret = SecretBuffer::copyOf(view.sliced(kSecrets - 32, 32));
    if (sealed.version == SealedBundle::kWithCodes)
        bundle.codeSecret = SecretBuffer::copyOf(view.last(kCodeSecretBytes));
    return bundle;
}

QByteArray signWith(const SecretBuffer& signSecretKey, QByteArrayView message)
{
    requireSodium();
    const QByteArray text = digest(message);
    QByteArray signature(crypto_sign_BYTES, '\0');
    crypto_sign_detached(bytes(signature), nullptr, bytes(text),
                         static_cast<unsigned long long>(text.size()), signSecretKey.data());
    return signature;
}

QByteArray sign(const Bundle& signer, QByteArrayView message)
{
    return signWith(signer.signSecretKey, message);
}

bool verify(QByteArrayView signPublicKey, QByteArrayView message, QByteArrayView signature)
{
    requireSodium();
    if (signPublicKey.size() != crypto_sign_PUBLICKEYBYTES || signature.size() != crypto_sign_BYTES)
        return false;
    const QByteArray text = digest(message);
    return crypto_sign_verify_detached(bytes(signature), bytes(text),
                                       static_cast<unsigned long long>(text.size()), bytes(signPublicKey))
        == 0;
}

QByteArray hash(QByteArrayView purpose, QByteArrayView message)
{
    requireSodium();
    QByteArray result(crypto_generichash_BYTES, '\0');
    crypto_generichash_state state;
    crypto_generichash_init(&state, nullptr, 0, crypto_generichash_BYTES);
    // The length in front keeps ("ab", "c") and ("a", "bc") apart.
    const quint64 length = static_cast<quint64>(purpose.size());
    crypto_generichash_update(&state, reinterpret_cast<const unsigned char*>(&length), sizeof length);
    crypto_generichash_update(&state, bytes(purpose), static_cast<unsigned long long>(purpose.size()));
    crypto_generichash_update(&state, bytes(message), static_cast<unsigned long long>(message.size()));
    crypto_generichash_final(&state, bytes(result), crypto_generichash_BYTES);
    return result;
}

SignKeyPair SignKeyPair::generate()
{
    requireSodium();
    SignKeyPair pair;
    pair.secretKey = SecretBuffer(crypto_sign_SECRETKEYBYTES);
    pair.publicKey.resize(crypto_sign_PUBLICKEYBYTES);
    crypto_sign_keypair(bytes(pair.publicKey), pair.secretKey.data());
    return pair;
}

Result<SignKeyPair> SignKeyPair::fromSecret(SecretBuffer secretKey)
{
    if (secretKey.size() != crypto_sign_SECRETKEYBYTES)
        return Error{ErrorCode::KeyMissing, tr("The station's signing key has the wrong length.")};
    SignKeyPair pair;
    pair.publicKey.resize(crypto_sign_PUBLICKEYBYTES);
    crypto_sign_ed25519_sk_to_pk(bytes(pair.publicKey), secretKey.data());
    pair.secretKey = std::move(secretKey);
    return pair;
}

} // namespace hall::seal
