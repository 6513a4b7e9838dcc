// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/base/result.h"
#include "app/seal/secret_buffer.h"

namespace hall::seal {

/// Bytes that only the holder of a secret key can read; never the same type as what was read.
struct Sealed
{
    QByteArray bytes;
    bool operator==(const Sealed&) const = default;
};

/// An X25519 pair; the public half is 32 bytes.
struct BoxKeyPair
{
    QByteArray publicKey;
    SecretBuffer secretKey;

    static BoxKeyPair generate();
    /// The public half is computed, not believed. Errors: SealInvalid for a key of the wrong length.
    static base::Result<BoxKeyPair> fromSecret(SecretBuffer secretKey);
};

/// Seals to a public key (libsodium's sealed box: anonymous, X25519 and XSalsa20-Poly1305). The text is padded to a
/// multiple of 256 bytes, so its length tells little; magic, version and the key's generation go in front and are checked
/// against a copy inside. Errors: SealInvalid for a key of the wrong length.
base::Result<Sealed> sealTo(QByteArrayView publicKey, int generation, QByteArrayView text);

/// Errors: NotAPackage (something else), SealInvalid (another key, or a changed bit).
base::Result<SecretBuffer> openSealed(const BoxKeyPair& pair, const Sealed& sealed);

/// Which generation of the key it is sealed to; NotAPackage for something else.
base::Result<int> generationOf(const Sealed& sealed);

} // namespace hall::seal
