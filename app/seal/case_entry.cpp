// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/seal/case_entry.h"

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

constexpr QByteArrayView kEntryMagic("AHCE\x01", 5);
constexpr qsizetype kStoreBytes = 16;
constexpr qsizetype kCaseBytes = 16;
constexpr qsizetype kNonceBytes = crypto_aead_xchacha20poly1305_ietf_NPUBBYTES;
constexpr qsizetype kTagBytes = crypto_aead_xchacha20poly1305_ietf_ABYTES;
constexpr qsizetype kHeaderBytes = 5 + kStoreBytes + kCaseBytes + 8 + 4 + 5 * kEntryHashBytes + 8 + kNonceBytes + 4;
constexpr std::size_t kEntryBlock = 256;
constexpr qsizetype kLargestBody = 16 << 20; // attachments are not bodies

template <class Number>
void appendNumber(QByteArray& to, Number number)
{
    const Number big = qToBigEndian(number);
    to.append(reinterpret_cast<const char*>(&big), sizeof big);
}

/// Takes the header apart from the front.
class Reader
{
public:
    explicit Reader(QByteArrayView rest)
        : m_rest(rest)
    {
    }
    QByteArray take(qsizetype count)
    {
        const QByteArray taken = m_rest.first(count).toByteArray();
        m_rest = m_rest.sliced(count);
        return taken;
    }
    template <class Number>
    Number number()
    {
        return qFromBigEndian<Number>(take(sizeof(Number)).constData());
    }

private:
    QByteArrayView m_rest;
};

QByteArray written(const EntryHeader& header)
{
    QByteArray out = kEntryMagic.toByteArray();
    out += header.store;
    out += header.caseId;
    appendNumber(out, static_cast<quint64>(header.sequence));
    appendNumber(out, static_cast<quint32>(header.generation));
    out += header.previous;
    out += header.author;
    out += header.station;
    appendNumber(out, static_cast<quint64>(header.at));
    out += header.rosterHead;
    out += header.commitment;
    out += header.nonce;
    appendNumber(out, static_cast<quint32>(header.length));
    return out;
}

bool wellFormed(const EntryHeader& header)
{
    for (const QByteArray* hash : {&header.previous, &header.author, &header.station, &header.rosterHead}) {
        if (hash->size() != kEntryHashBytes)
            return false;
    }
    return header.store.size() == kStoreBytes && header.caseId.size() == kCaseBytes && header.sequence > 0
        && header.generation > 0;
}

SecretBuffer entryKey(const SecretBuffer& caseKey, const EntryHeader& header)
{
    QByteArray context = QByteArrayLiteral("hall.ek.v1") + header.caseId;
    appendNumber(context, static_cast<quint64>(header.sequence));
    context += header.nonce;
    SecretBuffer key(crypto_aead_xchacha20poly1305_ietf_KEYBYTES);
    crypto_generichash(key.data(), key.size(), bytes(context), length(context), caseKey.data(), caseKey.size());
    return key;
}

QByteArray commitmentOf(const SecretBuffer& caseKey)
{
    constexpr QByteArrayView kPurpose("hall.commit");
    QByteArray out(kEntryHashBytes, '\0');
    crypto_generichash(bytes(out), static_cast<std::size_t>(out.size()), bytes(kPurpose), length(kPurpose), caseKey.data(),
                       caseKey.size());
    return out;
}

Error notAnEntry()
{
    return {ErrorCode::NotAPackage, tr("This is not an entry of a case file, or it was cut off.")};
}

} // namespace

QByteArray SealedEntry::hash() const
{
    return seal::hash("hall.chain.v1", header + body + signature);
}

Result<SealedEntry> sealEntry(EntryHeader header, const SecretBuffer& caseKey, QByteArrayView content, const Bundle& author)
{
    requireSodium();
    header.author = author.signPublicKey;
    if (!wellFormed(header) || caseKey.size() != kCaseKeyBytes)
        return Error{ErrorCode::InvalidArgument, tr("An entry was to be sealed with a field or a key of the wrong length.")};
    if (content.size() > kLargestBody - static_cast<qsizetype>(kEntryBlock) - kTagBytes)
        return Error{ErrorCode::TextTooLong, tr("This is too long for one entry. Put it in as an attachment.")};
    const auto plain = static_cast<std::size_t>(content.size());
    SecretBuffer padded(plain + kEntryBlock);
    if (plain > 0)
        std::memcpy(padded.data(), content.data(), plain);
    std::size_t paddedLength = 0;
    sodium_pad(&paddedLength, padded.data(), plain, kEntryBlock, padded.size());

    header.commitment = commitmentOf(caseKey);
    header.nonce = QByteArray(kNonceBytes, '\0');
    randombytes_buf(header.nonce.data(), static_cast<std::size_t>(kNonceBytes));
    header.length = static_cast<qint64>(paddedLength) + kTagBytes;
    SealedEntry entry{written(header), QByteArray(header.length, '\0'), {}};
    crypto_aead_xchacha20poly1305_ietf_encrypt(bytes(entry.body), nullptr, padded.data(), paddedLength, bytes(entry.header),
                                               length(entry.header), nullptr, bytes(header.nonce),
                                               entryKey(caseKey, header).data());
    entry.signature = sign(author, entry.header + entry.body);
    return entry;
}

Result<EntryHeader> readHeader(const SealedEntry& entry)
{
    if (entry.header.size() != kHeaderBytes || !entry.header.startsWith(kEntryMagic))
        return notAnEntry();
    Reader reader(QByteArrayView(entry.header).sliced(kEntryMagic.size()));
    EntryHeader header;
    header.store = reader.take(kStoreBytes);
    header.caseId = reader.take(kCaseBytes);
    header.sequence = static_cast<qint64>(reader.number<quint64>());
    header.generation = static_cast<int>(reader.number<quint32>());
    header.previous = reader.take(kEntryHashBytes);
    header.author = reader.take(kEntryHashBytes);
    header.station = reader.take(kEntryHashBytes);
    header.at = static_cast<qint64>(reader.number<quint64>());
    header.rosterHead = reader.take(kEntryHashBytes);
    header.commitment = reader.take(kEntryHashBytes);
    header.nonce = reader.take(kNonceBytes);
    header.length = reader.number<quint32>();
    if (!wellFormed(header) || header.length != entry.body.size() || header.length < kTagBytes || header.length > kLargestBody)
        return notAnEntry();
    return header;
}

bool signedByAuthor(const SealedEntry& entry, const EntryHeader& header)
{
    return verify(header.author, entry.header + entry.body, entry.signature);
}

Result<SecretBuffer> openEntry(const SealedEntry& entry, const SecretBuffer& caseKey)
{
    requireSodium();
    HALL_ASSIGN(const EntryHeader header, readHeader(entry));
    const Error changed{ErrorCode::SealInvalid,
                        tr("An entry of this case was changed, or is sealed with another key. Tell the audit administrator.")};
    if (caseKey.size() != kCaseKeyBytes || header.commitment != commitmentOf(caseKey))
        return changed;
    SecretBuffer padded(static_cast<std::size_t>(header.length - kTagBytes));
    if (crypto_aead_xchacha20poly1305_ietf_decrypt(padded.data(), nullptr, nullptr, bytes(entry.body), length(entry.body),
                                                   bytes(entry.header), length(entry.header), bytes(header.nonce),
                                                   entryKey(caseKey, header).data())
        != 0)
        return changed;
    std::size_t plain = 0;
    if (sodium_unpad(&plain, padded.data(), padded.size(), kEntryBlock) != 0)
        return changed;
    return SecretBuffer::copyOf(padded.view().first(static_cast<qsizetype>(plain)));
}

} // namespace hall::seal
