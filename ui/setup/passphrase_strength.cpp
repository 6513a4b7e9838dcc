// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/setup/passphrase_strength.h"

#include <cmath>

namespace hall::setup {

namespace {

constexpr double kFairBits = 40;
constexpr double kGoodBits = 60;

enum class Kind { Lower, Upper, Digit, Sign, Ideograph, Other };

Kind kindOf(QChar c)
{
    if (c.script() == QChar::Script_Han || c.isSurrogate())
        return Kind::Ideograph;
    if (c.isDigit())
        return Kind::Digit;
    if (c.isLower())
        return Kind::Lower;
    if (c.isUpper())
        return Kind::Upper;
    return c.isSpace() || c.unicode() < 128 ? Kind::Sign : Kind::Other;
}

double bitsOf(Kind kind)
{
    switch (kind) {
    case Kind::Lower: return std::log2(26);
    case Kind::Upper: return std::log2(26);
    case Kind::Digit: return std::log2(10);
    case Kind::Sign: return std::log2(33);
    case Kind::Ideograph: return std::log2(2500);
    case Kind::Other: return std::log2(100);
    }
    return 0;
}

} // namespace

double passphraseBits(const QString& passphrase, const QStringList& personal)
{
    QString rest = passphrase;
    double bits = 0;
    for (const QString& known : personal) {
        if (known.size() >= 2 && rest.contains(known, Qt::CaseInsensitive)) {
            rest.replace(known, QString(), Qt::CaseInsensitive);
            bits += 3;
        }
    }
    double sum = 0;
    int changes = 0;
    for (qsizetype i = 0; i < rest.size(); ++i) {
        const Kind kind = kindOf(rest[i]);
        const int step = i > 0 ? std::abs(int(rest[i].unicode()) - int(rest[i - 1].unicode())) : 99;
        const bool seen = rest.left(i).count(rest[i]) > 1;
        sum += step <= 1 ? 0.5 : (seen ? 0.5 : 1.0) * bitsOf(kind);
        changes += i > 0 && kind != kindOf(rest[i - 1]) ? 1 : 0;
    }
    // Plain words follow each other like words do; a mixture of kinds does not.
    const bool isMixed = changes * 3 >= rest.size();
    return bits + sum * (isMixed ? 0.95 : 0.6);
}

Strength passphraseStrength(const QString& passphrase, const QStringList& personal)
{
    if (passphrase.isEmpty())
        return Strength::Empty;
    const double bits = passphraseBits(passphrase, personal);
    return bits < kFairBits ? Strength::Weak : bits < kGoodBits ? Strength::Fair : Strength::Good;
}

} // namespace hall::setup
