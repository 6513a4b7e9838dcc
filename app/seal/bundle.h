// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/seal/sealed_box.h"

namespace hall::seal {

/// Cost of turning a passphrase into a key (Argon2id). Kept with each bundle, so that it can grow.
struct KdfCost
{
    quint64 passes = 3;
    quint64 memoryBytes = 256ULL << 20;
    bool operator==(const KdfCost&) const = default;

    /// For tests alone: nothing falls back to it, it has to be handed in by name.
    static KdfCost cheapForTests() { return {1, 1ULL << 16}; }
};

/// A person's secrets. Public halves are in plain sight and bound to the rest.
struct Bundle
{
    BoxKeyPair box;
    QByteArray signPublicKey;  ///< Ed25519
    SecretBuffer signSecretKey;
    SecretBuffer vaultSecret;  ///< half of the key of the person's vault
    SecretBuffer codeSecret = {}; ///< of the person's one-time codes (totp.h); empty: none are asked

    static Bundle generate();
};

/// A bundle as the case store keeps it: XChaCha20-Poly1305 under the passphrase's key; person, version, cost and both
/// public keys are authenticated with it.
struct SealedBundle
{
    static constexpr int kPlain = 1;
    static constexpr int kWithCodes = 2; ///< a secret of one-time codes behind the others

    QString person;
    int version = kPlain;
    KdfCost cost;
    QByteArray salt;
    QByteArray boxPublicKey;
    QByteArray signPublicKey;
    QByteArray nonce;
    QByteArray sealed;
    bool operator==(const SealedBundle&) const = default;
};

/// Errors: InvalidArgument for an empty passphrase; Internal when the memory is not there.
base::Result<SealedBundle> sealBundle(const Bundle& bundle, const QString& person, const SecretBuffer& passphrase,
                                      const KdfCost& cost);
/// PassphraseWrong also when a bit of the bundle was changed: the two cannot be told apart. A cost beyond 1 GiB or 16 passes
/// is refused without trying: a changed one could keep this machine busy for hours.
base::Result<Bundle> openBundle(const SealedBundle& sealed, const SecretBuffer& passphrase);

/// Ed25519 over "hall.sig.v1" ‖ BLAKE2b-512(message).
QByteArray sign(const Bundle& signer, QByteArrayView message);
QByteArray signWith(const SecretBuffer& signSecretKey, QByteArrayView message);
bool verify(QByteArrayView signPublicKey, QByteArrayView message, QByteArrayView signature);

/// BLAKE2b-256 under a name, so that a hash made for one purpose serves no other.
QByteArray hash(QByteArrayView purpose, QByteArrayView message);

/// An Ed25519 pair for a station.
struct SignKeyPair
{
    QByteArray publicKey;
    SecretBuffer secretKey;
    static SignKeyPair generate();
    static base::Result<SignKeyPair> fromSecret(SecretBuffer secretKey);
};

} // namespace hall::seal
