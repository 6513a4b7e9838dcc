// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/seal/totp.h"

#include <QMessageAuthenticationCode>
#include <QUrl>
#include <QtEndian>
#include <sodium.h>

namespace hall::seal {

namespace {

constexpr qint64 kStepSeconds = 30;
constexpr int kDigits = 6;

/// RFC 4648, without padding: authenticators want none.
QString base32(QByteArrayView bytes)
{
    static constexpr char kLetters[] = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";
    QString text;
    quint32 held = 0;
    int bits = 0;
    for (const char byte : bytes) {
        held = (held << 8) | static_cast<unsigned char>(byte);
        for (bits += 8; bits >= 5; bits -= 5)
            text += QLatin1Char(kLetters[(held >> (bits - 5)) & 31]);
    }
    if (bits > 0)
        text += QLatin1Char(kLetters[(held << (5 - bits)) & 31]);
    return text;
}

bool same(const QString& one, const QString& other)
{
    const QByteArray a = one.toLatin1();
    const QByteArray b = other.toLatin1();
    return a.size() == b.size() && sodium_memcmp(a.constData(), b.constData(), static_cast<std::size_t>(a.size())) == 0;
}

} // namespace

QString codeAt(const SecretBuffer& secret, qint64 step, int digits)
{
    char counter[8];
    qToBigEndian(step, counter);
    const QByteArray mac =
        QMessageAuthenticationCode::hash(QByteArray(counter, 8), secret.view().toByteArray(), QCryptographicHash::Sha1);
    // RFC 4226, 5.3: four bytes from where the last one says, without their sign.
    const int offset = mac.back() & 0x0f;
    const quint32 number = qFromBigEndian<quint32>(mac.constData() + offset) & 0x7fffffff;
    quint32 modulus = 1;
    for (int i = 0; i < digits; ++i)
        modulus *= 10;
    return QStringLiteral("%1").arg(number % modulus, digits, 10, QLatin1Char('0'));
}

std::optional<qint64> stepOfCode(const SecretBuffer& secret, const QString& code, base::Timestamp now)
{
    QString digits = code;
    digits.remove(QLatin1Char(' '));
    if (digits.size() != kDigits)
        return std::nullopt;
    const qint64 step = base::toMs(now) / 1000 / kStepSeconds;
    std::optional<qint64> found;
    for (const qint64 each : {step - 1, step, step + 1}) {
        if (same(codeAt(secret, each), digits))
            found = each;
    }
    return found;
}

QString codeAddress(const SecretBuffer& secret, const QString& login, const QString& hall)
{
    const auto escaped = [](const QString& text) { return QString::fromLatin1(QUrl::toPercentEncoding(text)); };
    return QStringLiteral("otpauth://totp/%1:%2?secret=%3&issuer=%1&algorithm=SHA1&digits=6&period=30")
        .arg(escaped(hall), escaped(login), base32(secret.view()));
}

} // namespace hall::seal
