// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/base/result.h"
#include "app/seal/secret_buffer.h"

#include <QByteArray>
#include <memory>

namespace hall::seal {

/// Plain bytes of one chunk; the last may be shorter.
inline constexpr qsizetype kStreamChunk = 64 * 1024;
/// What sealing adds to a chunk, in bytes.
inline constexpr qsizetype kStreamOverhead = 17;
inline constexpr std::size_t kStreamKeyBytes = 32;

/// BLAKE2b-256 of what comes in piece by piece.
class RunningHash
{
public:
    RunningHash();
    ~RunningHash();
    RunningHash(RunningHash&&) noexcept;
    RunningHash& operator=(RunningHash&&) noexcept;

    void add(QByteArrayView bytes);
    /// 32 bytes; once.
    QByteArray result();

private:
    struct State;
    std::unique_ptr<State> m_state;
};

/// Seals a stream chunk by chunk (libsodium's secretstream: XChaCha20-Poly1305). Each chunk is bound to its place, and the
/// last says that it is the last, so that a chunk that is lost, doubled, moved or cut off is noticed by whoever opens.
/// `context` binds the stream to what it belongs to; whoever opens must say the same.
class StreamSealer
{
public:
    StreamSealer(const SecretBuffer& key, const QByteArray& context);
    ~StreamSealer();

    /// 24 bytes, no secret; needed to open.
    QByteArray header() const { return m_header; }
    QByteArray seal(QByteArrayView plain, bool last);

private:
    struct State;
    std::unique_ptr<State> m_state;
    QByteArray m_header;
    QByteArray m_context;
};

class StreamOpener
{
public:
    /// Errors: SealInvalid (no header, or a key of another length).
    static base::Result<StreamOpener> begin(const SecretBuffer& key, const QByteArray& header, const QByteArray& context);
    ~StreamOpener();
    StreamOpener(StreamOpener&&) noexcept;
    StreamOpener& operator=(StreamOpener&&) noexcept;

    /// The next chunk, which is authentic; the buffer is good until the next call. Errors: SealInvalid (changed, out of its
    /// place, another key, or something behind the last).
    base::Result<QByteArrayView> open(QByteArrayView sealed);
    /// Whether the chunk opened last was sealed as the last: without it, something was cut off.
    bool finished() const { return m_finished; }

private:
    StreamOpener();
    struct State;
    std::unique_ptr<State> m_state;
    QByteArray m_context;
    SecretBuffer m_plain;
    bool m_finished = false;
};

} // namespace hall::seal
