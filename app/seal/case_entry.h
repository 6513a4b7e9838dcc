// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/seal/bundle.h"

namespace hall::seal {

/// What stands in plain sight in front of a case entry, authenticated by the seal and by the signature.
/// Layout (docs/security.md): fixed length, numbers big-endian, in the order of the members.
struct EntryHeader
{
    QByteArray store;      ///< 16 bytes: the hall that it belongs to
    QByteArray caseId;     ///< 16 bytes
    qint64 sequence = 0;   ///< from 1
    int generation = 0;    ///< of the case's key, from 1
    QByteArray previous;   ///< 32 bytes: hash of the entry before; zeros in front of the first
    QByteArray author;     ///< 32 bytes: the author's public key (Ed25519)
    QByteArray station;    ///< 32 bytes: the station's public key
    qint64 at = 0;         ///< milliseconds since 1970, UTC
    QByteArray rosterHead; ///< 32 bytes: the newest roster record that the author knew
    QByteArray commitment; ///< 32 bytes: of the case's key; the cipher does not commit to its key, so the header does
    QByteArray nonce;      ///< 24 bytes
    qint64 length = 0;     ///< of the sealed body, in bytes

    bool operator==(const EntryHeader&) const = default;
};

/// An entry as the store keeps it.
struct SealedEntry
{
    QByteArray header;
    QByteArray body;      ///< XChaCha20-Poly1305, padded to 256 bytes, the header as additional data
    QByteArray signature; ///< Ed25519 of the author over header and body
    bool operator==(const SealedEntry&) const = default;

    /// What the next entry is chained to.
    QByteArray hash() const;
};

inline constexpr qsizetype kEntryHashBytes = 32;
inline constexpr std::size_t kCaseKeyBytes = 32;

/// Seals and signs. Commitment, nonce, length and author of `header` are filled in here. The entry's own key is derived from
/// the case's key, the case, the sequence number and the nonce, so that no two entries share one.
/// Errors: InvalidArgument when a field or the key has another length than it must.
base::Result<SealedEntry> sealEntry(EntryHeader header, const SecretBuffer& caseKey, QByteArrayView content,
                                    const Bundle& author);

/// Errors: NotAPackage (no header of this format, or another length than the body's).
base::Result<EntryHeader> readHeader(const SealedEntry& entry);

/// Whether the author named in the header signed header and body. Whether that author is to be believed is the roster's.
bool signedByAuthor(const SealedEntry& entry, const EntryHeader& header);

/// Errors: SealInvalid (another key, or a changed bit), NotAPackage.
base::Result<SecretBuffer> openEntry(const SealedEntry& entry, const SecretBuffer& caseKey);

} // namespace hall::seal
