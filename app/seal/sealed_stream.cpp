// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/seal/sealed_stream.h"

#include "app/seal/sodium.h"

#include <QCoreApplication>
#include <sodium.h>

namespace hall::seal {

using base::Error;
using base::ErrorCode;
using base::Result;

namespace {

constexpr std::size_t kHashBytes = 32;

static_assert(kStreamOverhead == crypto_secretstream_xchacha20poly1305_ABYTES);
static_assert(kStreamKeyBytes == crypto_secretstream_xchacha20poly1305_KEYBYTES);

Error changed()
{
    return {ErrorCode::SealInvalid,
            QCoreApplication::translate("hall::seal", "A sealed file was changed, or is sealed with another key.")};
}

} // namespace

struct RunningHash::State
{
    crypto_generichash_state hash;
};

RunningHash::RunningHash()
    : m_state(std::make_unique<State>())
{
    requireSodium();
    crypto_generichash_init(&m_state->hash, nullptr, 0, kHashBytes);
}

RunningHash::~RunningHash() = default;
RunningHash::RunningHash(RunningHash&&) noexcept = default;
RunningHash& RunningHash::operator=(RunningHash&&) noexcept = default;

void RunningHash::add(QByteArrayView view)
{
    crypto_generichash_update(&m_state->hash, bytes(view), length(view));
}

QByteArray RunningHash::result()
{
    QByteArray digest(kHashBytes, '\0');
    crypto_generichash_final(&m_state->hash, bytes(digest), kHashBytes);
    return digest;
}

/// Holds a key, so it is wiped when it goes.
struct StreamSealer::State
{
    crypto_secretstream_xchacha20poly1305_state stream;
    ~State() { sodium_memzero(&stream, sizeof stream); }
};

StreamSealer::StreamSealer(const SecretBuffer& key, const QByteArray& context)
    : m_state(std::make_unique<State>())
    , m_header(crypto_secretstream_xchacha20poly1305_HEADERBYTES, '\0')
    , m_context(context)
{
    requireSodium();
    Q_ASSERT(key.size() == kStreamKeyBytes);
    crypto_secretstream_xchacha20poly1305_init_push(&m_state->stream, bytes(m_header), key.data());
}

StreamSealer::~StreamSealer() = default;

QByteArray StreamSealer::seal(QByteArrayView plain, bool last)
{
    QByteArray sealed(plain.size() + kStreamOverhead, Qt::Uninitialized);
    crypto_secretstream_xchacha20poly1305_push(&m_state->stream, bytes(sealed), nullptr, bytes(plain), length(plain),
                                               bytes(m_context), length(m_context),
                                               last ? crypto_secretstream_xchacha20poly1305_TAG_FINAL
                                                    : crypto_secretstream_xchacha20poly1305_TAG_MESSAGE);
    return sealed;
}

struct StreamOpener::State
{
    crypto_secretstream_xchacha20poly1305_state stream;
    ~State() { sodium_memzero(&stream, sizeof stream); }
};

StreamOpener::StreamOpener()
    : m_state(std::make_unique<State>())
    , m_plain(static_cast<std::size_t>(kStreamChunk))
{
}

StreamOpener::~StreamOpener() = default;
StreamOpener::StreamOpener(StreamOpener&&) noexcept = default;
StreamOpener& StreamOpener::operator=(StreamOpener&&) noexcept = default;

Result<StreamOpener> StreamOpener::begin(const SecretBuffer& key, const QByteArray& header, const QByteArray& context)
{
    requireSodium();
    if (key.size() != kStreamKeyBytes || header.size() != crypto_secretstream_xchacha20poly1305_HEADERBYTES)
        return changed();
    StreamOpener opener;
    opener.m_context = context;
    if (crypto_secretstream_xchacha20poly1305_init_pull(&opener.m_state->stream, bytes(header), key.data()) != 0)
        return changed();
    return opener;
}

Result<QByteArrayView> StreamOpener::open(QByteArrayView sealed)
{
    const qsizetype plain = sealed.size() - kStreamOverhead;
    if (m_finished || plain < 0 || plain > kStreamChunk)
        return changed();
    unsigned char tag = 0;
    if (crypto_secretstream_xchacha20poly1305_pull(&m_state->stream, m_plain.data(), nullptr, &tag, bytes(sealed),
                                                   length(sealed), bytes(m_context), length(m_context))
        != 0)
        return changed();
    m_finished = tag == crypto_secretstream_xchacha20poly1305_TAG_FINAL;
    return m_plain.view().first(plain);
}

} // namespace hall::seal
