// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/seal/secret_buffer.h"

#include "app/seal/sodium.h"

#include <cstring>
#include <sodium.h>
#include <utility>

namespace hall::seal {

SecretBuffer::SecretBuffer(std::size_t size)
    : m_size(size)
{
    requireSodium();
    m_data = static_cast<unsigned char*>(sodium_malloc(size));
    if (!m_data)
        qFatal("no protected memory is left; raise the limit of locked memory (ulimit -l)");
    std::memset(m_data, 0, size);
}

SecretBuffer SecretBuffer::takeFrom(QByteArray& bytes)
{
    SecretBuffer secret = copyOf(bytes);
    sodium_memzero(bytes.data(), static_cast<std::size_t>(bytes.size()));
    bytes.clear();
    return secret;
}

SecretBuffer SecretBuffer::copyOf(QByteArrayView bytes)
{
    SecretBuffer secret(static_cast<std::size_t>(bytes.size()));
    if (!bytes.isEmpty())
        std::memcpy(secret.m_data, bytes.data(), secret.m_size);
    return secret;
}

SecretBuffer SecretBuffer::random(std::size_t size)
{
    SecretBuffer secret(size);
    randombytes_buf(secret.m_data, size);
    return secret;
}

SecretBuffer::SecretBuffer(SecretBuffer&& other) noexcept
    : m_data(std::exchange(other.m_data, nullptr))
    , m_size(std::exchange(other.m_size, 0))
{
}

SecretBuffer& SecretBuffer::operator=(SecretBuffer&& other) noexcept
{
    if (this != &other) {
        clear();
        m_data = std::exchange(other.m_data, nullptr);
        m_size = std::exchange(other.m_size, 0);
    }
    return *this;
}

SecretBuffer::~SecretBuffer()
{
    clear();
}

bool SecretBuffer::equals(const SecretBuffer& other) const
{
    return m_size == other.m_size && (m_size == 0 || sodium_memcmp(m_data, other.m_data, m_size) == 0);
}

void SecretBuffer::clear()
{
    if (m_data)
        sodium_free(m_data); // wipes first
    m_data = nullptr;
    m_size = 0;
}

} // namespace hall::seal
