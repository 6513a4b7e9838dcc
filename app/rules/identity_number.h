// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QDate>
#include <QString>
#include <optional>

namespace hall::rules {

enum class IdentityFault { None, WrongLength, BadCharacter, UnknownRegion, ImpossibleDate, WrongCheckDigit };
/// "wrong-length", "bad-character", "unknown-region", "impossible-date", "wrong-check-digit"; empty for None.
QString faultName(IdentityFault fault);

struct IdentityCheck
{
    IdentityFault fault = IdentityFault::None;
    QString number;   ///< normalised: half-width, capital X; empty unless valid
    QDate birth;
    bool male = false;

    bool valid() const { return fault == IdentityFault::None; }
    int ageOn(const QDate& day) const;
};

/// Checks an 18-digit resident identity number: GB 11643-1999, check character by ISO 7064 MOD 11-2. Spaces and
/// full-width digits are understood. A birth after `today` or before 1880 is impossible.
IdentityCheck checkIdentityNumber(const QString& typed, const QDate& today);

/// 330105********002X; anything that is not 18 characters is masked whole.
QString maskedIdentityNumber(const QString& number);

/// A Chinese mobile (11 digits, 1[3-9]…) or landline number with area code; +86 and separators are understood. The digits
/// alone, or nothing when it is none.
std::optional<QString> normalisedPhone(const QString& typed);
/// 138****5678.
QString maskedPhone(const QString& phone);
/// 王**.
QString maskedName(const QString& name);

} // namespace hall::rules
