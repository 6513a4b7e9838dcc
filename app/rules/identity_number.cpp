// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/rules/identity_number.h"

#include <QRegularExpression>
#include <algorithm>
#include <array>
#include <string_view>

namespace hall::rules {

namespace {

constexpr int kLength = 18;
constexpr std::array kWeights = {7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2};
constexpr std::string_view kCheckCharacters = "10X98765432";

/// The first two digits of the divisions of GB/T 2260.
bool isRegion(int code)
{
    constexpr std::array kRegions = {11, 12, 13, 14, 15, 21, 22, 23, 31, 32, 33, 34, 35, 36, 37, 41, 42, 43, 44,
                                     45, 46, 50, 51, 52, 53, 54, 61, 62, 63, 64, 65, 71, 81, 82, 83};
    return std::find(kRegions.begin(), kRegions.end(), code) != kRegions.end();
}

/// Half-width, without spaces and hyphens, capital X.
QString normalised(const QString& typed)
{
    QString text;
    for (const QChar c : typed.normalized(QString::NormalizationForm_KC)) {
        if (!c.isSpace() && c != QLatin1Char('-'))
            text += c.toUpper();
    }
    return text;
}

IdentityCheck refused(IdentityFault fault)
{
    IdentityCheck check;
    check.fault = fault;
    return check;
}

} // namespace

QString faultName(IdentityFault fault)
{
    switch (fault) {
    case IdentityFault::None: return {};
    case IdentityFault::WrongLength: return QStringLiteral("wrong-length");
    case IdentityFault::BadCharacter: return QStringLiteral("bad-character");
    case IdentityFault::UnknownRegion: return QStringLiteral("unknown-region");
    case IdentityFault::ImpossibleDate: return QStringLiteral("impossible-date");
    case IdentityFault::WrongCheckDigit: return QStringLiteral("wrong-check-digit");
    }
    return {};
}

int IdentityCheck::ageOn(const QDate& day) const
{
    const int years = day.year() - birth.year();
    return std::pair(day.month(), day.day()) < std::pair(birth.month(), birth.day()) ? years - 1 : years;
}

IdentityCheck checkIdentityNumber(const QString& typed, const QDate& today)
{
    const QString number = normalised(typed);
    int sum = 0;
    for (qsizetype i = 0; i < number.size(); ++i) {
        const char16_t c = number.at(i).unicode();
        const bool digit = c >= u'0' && c <= u'9';
        if (!digit && !(c == u'X' && i == kLength - 1))
            return refused(IdentityFault::BadCharacter);
        if (i < kLength - 1)
            sum += (c - u'0') * kWeights[static_cast<size_t>(i)];
        if (i >= kLength)
            break;
    }
    if (number.size() != kLength)
        return refused(IdentityFault::WrongLength);
    if (!isRegion(number.left(2).toInt()))
        return refused(IdentityFault::UnknownRegion);
    const QDate birth = QDate::fromString(number.mid(6, 8), QStringLiteral("yyyyMMdd"));
    if (!birth.isValid() || birth > today || birth.year() < 1880)
        return refused(IdentityFault::ImpossibleDate);
    if (number.at(kLength - 1) != QLatin1Char(kCheckCharacters[static_cast<size_t>(sum % 11)]))
        return refused(IdentityFault::WrongCheckDigit);
    IdentityCheck check;
    check.number = number;
    check.birth = birth;
    check.male = number.at(16).digitValue() % 2 == 1;
    return check;
}

QString maskedIdentityNumber(const QString& number)
{
    if (number.size() != kLength)
        return QString(number.size(), QLatin1Char('*'));
    return number.left(6) + QString(8, QLatin1Char('*')) + number.right(4);
}

std::optional<QString> normalisedPhone(const QString& typed)
{
    QString digits = typed.normalized(QString::NormalizationForm_KC);
    digits.remove(QRegularExpression(QStringLiteral("[\\s()-]")));
    digits.remove(QRegularExpression(QStringLiteral("^(\\+86|0086)")));
    static const QRegularExpression mobile(QStringLiteral("^1[3-9][0-9]{9}$"));
    static const QRegularExpression landline(QStringLiteral("^0[1-9][0-9]{1,2}[2-9][0-9]{6,7}$"));
    if (mobile.match(digits).hasMatch() || landline.match(digits).hasMatch())
        return digits;
    return std::nullopt;
}

QString maskedPhone(const QString& phone)
{
    if (phone.size() < 7)
        return QString(phone.size(), QLatin1Char('*'));
    return phone.left(3) + QString(phone.size() - 7, QLatin1Char('*')) + phone.right(4);
}

QString maskedName(const QString& name)
{
    // The first character as people see it: rare ones like 𠮷 take two units.
    const qsizetype first = !name.isEmpty() && name.at(0).isHighSurrogate() ? 2 : 1;
    const QList<uint> characters = name.toUcs4();
    return characters.size() < 2 ? name : name.left(first) + QString(characters.size() - 1, QLatin1Char('*'));
}

} // namespace hall::rules
