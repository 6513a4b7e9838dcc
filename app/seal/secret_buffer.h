// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QByteArrayView>
#include <cstddef>

namespace hall::seal {

/// Bytes that must not be found in memory afterwards: guarded pages that are never swapped or dumped (sodium_malloc),
/// wiped when they go. Moved, never copied.
class SecretBuffer
{
public:
    SecretBuffer() = default;
    explicit SecretBuffer(std::size_t size);
    /// Takes the bytes over and wipes where they came from.
    static SecretBuffer takeFrom(QByteArray& bytes);
    static SecretBuffer copyOf(QByteArrayView bytes);
    static SecretBuffer random(std::size_t size);

    SecretBuffer(SecretBuffer&& other) noexcept;
    SecretBuffer& operator=(SecretBuffer&& other) noexcept;
    ~SecretBuffer();

    unsigned char* data() { return m_data; }
    const unsigned char* data() const { return m_data; }
    std::size_t size() const { return m_size; }
    bool isEmpty() const { return m_size == 0; }
    QByteArrayView view() const { return {reinterpret_cast<const char*>(m_data), static_cast<qsizetype>(m_size)}; }
    /// In constant time.
    bool equals(const SecretBuffer& other) const;
    void clear();

private:
    unsigned char* m_data = nullptr;
    std::size_t m_size = 0;
};

} // namespace hall::seal
