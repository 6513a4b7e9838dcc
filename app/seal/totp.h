// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/base/clock.h"
#include "app/seal/secret_buffer.h"

#include <QString>
#include <optional>

/// One-time codes of RFC 6238 as every authenticator knows them: HMAC-SHA-1, 30 seconds, six digits.
namespace hall::seal {

inline constexpr std::size_t kCodeSecretBytes = 20;

/// The code of a step (seconds since 1970, divided by 30), with leading zeros.
QString codeAt(const SecretBuffer& secret, qint64 step, int digits = 6);
/// The step whose code this is: the present one, or one earlier or later, since clocks differ. Nothing where it is none
/// of them. Spaces are ignored. In constant time for each step.
std::optional<qint64> stepOfCode(const SecretBuffer& secret, const QString& code, base::Timestamp now);

/// "otpauth://totp/…": what an authenticator reads from a QR code. It holds the secret.
QString codeAddress(const SecretBuffer& secret, const QString& login, const QString& hall);

} // namespace hall::seal
