// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/seal/sealed_box.h"

#include "app/seal/sodium.h"
#include "app/seal/texts.h"

#include <QtEndian>
#include <cstring>
#include <sodium.h>

namespace hall::seal {

using base::Error;
using base::ErrorCode;
using base::Result;

namespace {

constexpr QByteArrayView kBoxMagic("AHSB\x01", 5);
constexpr qsizetype kHeader = 5 + 4;
constexpr std::size_t kBoxBlock = 256;

QByteArray header(int generation)
{
    QByteArray bytes(kBoxMagic.data(), kBoxMagic.size());
    quint32 number = qToBigEndian(static_cast<quint32>(generation));
    bytes.append(reinterpret_cast<const char*>(&number), sizeof number);
    return bytes;
}

} // namespace

BoxKeyPair BoxKeyPair::generate()
{
    requireSodium();
    BoxKeyPair pair;
    pair.secretKey = SecretBuffer(crypto_box_SECRETKEYBYTES);
    pair.publicKey.resize(crypto_box_PUBLICKEYBYTES);
    crypto_box_keypair(reinterpret_cast<unsigned char*>(pair.publicKey.data()), pair.secretKey.data());
    return pair;
}

Result<BoxKeyPair> BoxKeyPair::fromSecret(SecretBuffer secretKey)
{
    if (secretKey.size() != crypto_box_SECRETKEYBYTES)
        return Error{ErrorCode::SealInvalid, tr("A secret key has the wrong length.")};
    BoxKeyPair pair;
    pair.publicKey.resize(crypto_box_PUBLICKEYBYTES);
    crypto_scalarmult_base(reinterpret_cast<unsigned char*>(pair.publicKey.data()), secretKey.data());
    pair.secretKey = std::move(secretKey);
    return pair;
}

Result<Sealed> sealTo(QByteArrayView publicKey, int generation, QByteArrayView text)
{
    requireSodium();
    if (publicKey.size() != crypto_box_PUBLICKEYBYTES)
        return Error{ErrorCode::SealInvalid, tr("A public key of the wrong length cannot be sealed to.")};
    if (generation < 0)
        return Error{ErrorCode::InvalidArgument, tr("Generations of a key are counted from 1.")};
    const QByteArray head = header(generation);
    const auto plain = static_cast<std::size_t>(head.size() + text.size());
    SecretBuffer padded(plain + kBoxBlock);
    std::memcpy(padded.data(), head.constData(), static_cast<std::size_t>(head.size()));
    if (!text.isEmpty())
        std::memcpy(padded.data() + head.size(), text.data(), static_cast<std::size_t>(text.size()));
    std::size_t length = 0;
    sodium_pad(&length, padded.data(), plain, kBoxBlock, padded.size());
    QByteArray bytes = head;
    bytes.resize(head.size() + static_cast<qsizetype>(length + crypto_box_SEALBYTES));
    crypto_box_seal(reinterpret_cast<unsigned char*>(bytes.data()) + head.size(), padded.data(), length,
                    reinterpret_cast<const unsigned char*>(publicKey.data()));
    return Sealed{bytes};
}

Result<int> generationOf(const Sealed& sealed)
{
    if (sealed.bytes.size() < kHeader + static_cast<qsizetype>(crypto_box_SEALBYTES) || !sealed.bytes.startsWith(kBoxMagic))
        return Error{ErrorCode::NotAPackage, tr("These bytes were not sealed by this program.")};
    return static_cast<int>(qFromBigEndian<quint32>(sealed.bytes.constData() + kBoxMagic.size()));
}

Result<SecretBuffer> openSealed(const BoxKeyPair& pair, const Sealed& sealed)
{
    requireSodium();
    HALL_ASSIGN(const int generation, generationOf(sealed));
    const Error refused{ErrorCode::SealInvalid, tr("This was sealed for somebody else, or it was changed.")};
    const auto length = static_cast<std::size_t>(sealed.bytes.size() - kHeader);
    const std::size_t inner = length - crypto_box_SEALBYTES;
    if (pair.secretKey.size() != crypto_box_SECRETKEYBYTES || pair.publicKey.size() != crypto_box_PUBLICKEYBYTES
        || inner < static_cast<std::size_t>(kHeader))
        return refused;
    SecretBuffer padded(inner);
    if (crypto_box_seal_open(padded.data(), reinterpret_cast<const unsigned char*>(sealed.bytes.constData()) + kHeader,
                             length, reinterpret_cast<const unsigned char*>(pair.publicKey.constData()),
                             pair.secretKey.data())
        != 0)
        return refused;
    std::size_t plain = 0;
    if (sodium_unpad(&plain, padded.data(), inner, kBoxBlock) != 0 || plain < static_cast<std::size_t>(kHeader)
        || padded.view().first(kHeader) != header(generation))
        return refused;
    return SecretBuffer::copyOf(padded.view().sliced(kHeader, static_cast<qsizetype>(plain) - kHeader));
}

} // namespace hall::seal
