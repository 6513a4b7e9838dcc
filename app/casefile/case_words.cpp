// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/casefile/case_words.h"

#include "app/sql/full_text.h"

#include <QRegularExpression>

namespace hall::casefile {

namespace {

constexpr qsizetype kShortestPhone = 7;
constexpr qsizetype kLongestPhone = 15;
constexpr qsizetype kMobileDigits = 11;
constexpr qsizetype kShortestSimilar = 3;

void gather(const QJsonValue& value, QStringList& lines)
{
    if (value.isArray()) {
        const QJsonArray items = value.toArray();
        for (const QJsonValue& item : items)
            gather(item, lines);
    } else if (value.isObject()) {
        const QJsonObject object = value.toObject();
        for (const QJsonValue& item : object)
            gather(item, lines);
    } else if (value.isString() || value.isDouble()) {
        if (const QString text = value.toVariant().toString(); !text.isEmpty())
            lines.append(text);
    }
}

bool isSaid(const rules::EntryField* field)
{
    using rules::FieldType;
    return !field || field->type == FieldType::Text || field->type == FieldType::People || field->type == FieldType::Number
        || field->type == FieldType::Date;
}

QString digitsOf(const QString& text)
{
    QString digits;
    for (const QChar c : text) {
        if (c.isDigit())
            digits += QString::number(c.digitValue());
    }
    return digits;
}

} // namespace

QString searchableText(const CaseFile& file, const rules::CaseworkBook& book)
{
    QStringList lines{file.summary.number};
    for (const CaseEntry& entry : file.entries) {
        const rules::EntryKind* kind = book.kind(entry.kind);
        for (auto it = entry.content.begin(); it != entry.content.end(); ++it) {
            if (isSaid(kind ? kind->field(it.key()) : nullptr))
                gather(it.value(), lines);
        }
    }
    return lines.join(QLatin1Char('\n'));
}

QJsonArray namedPeople(const CaseFile& file)
{
    QJsonArray people;
    for (const CaseEntry& entry : file.entries) {
        for (const QJsonValue& value : entry.content) {
            const QJsonArray list = value.toArray();
            for (const QJsonValue& item : list) {
                const QJsonObject person = item.toObject();
                if (person.contains(QLatin1StringView("name")) && !people.contains(person))
                    people.append(person);
            }
        }
    }
    return people;
}

QString comparedName(const QString& name)
{
    return sql::fold(name).remove(QLatin1Char(' '));
}

QString comparedPhone(const QString& phone)
{
    const QString digits = digitsOf(phone);
    if (digits.size() > kMobileDigits) {
        for (const char* country : {"0086", "86"}) {
            const QLatin1StringView prefix(country);
            if (digits.startsWith(prefix) && digits.size() - prefix.size() == kMobileDigits)
                return digits.mid(prefix.size());
        }
    }
    return digits;
}

PersonTraits traitsOf(const QJsonObject& person)
{
    static const QRegularExpression identity(QStringLiteral("^(?:[0-9]{17}[0-9Xx]|[0-9]{15})$"));
    static const QRegularExpression phone(QStringLiteral("^\\+?[0-9][0-9 \\-()]*$"));
    PersonTraits traits;
    for (auto it = person.begin(); it != person.end(); ++it) {
        const QString text = it.value().toString().trimmed();
        if (it.key() == QLatin1StringView("name"))
            traits.name = comparedName(text);
        else if (identity.match(text).hasMatch())
            traits.identityNumber = text.toUpper();
        else if (const qsizetype digits = digitsOf(text).size();
                 phone.match(text).hasMatch() && digits >= kShortestPhone && digits <= kLongestPhone)
            traits.phone = comparedPhone(text);
    }
    return traits;
}

QStringList similarNames(const QString& name)
{
    QStringList names{name};
    const QList<uint> characters = name.toUcs4();
    if (characters.size() < kShortestSimilar)
        return names;
    for (qsizetype left = 0; left < characters.size(); ++left) {
        QList<uint> rest = characters;
        rest.remove(left);
        names.append(QString::fromUcs4(reinterpret_cast<const char32_t*>(rest.constData()), rest.size()));
    }
    names.removeDuplicates();
    return names;
}

bool isSimilar(const QString& one, const QString& other)
{
    const QList<uint> a = one.toUcs4();
    const QList<uint> b = other.toUcs4();
    if (a == b)
        return true;
    if (std::min(a.size(), b.size()) < kShortestSimilar && std::max(a.size(), b.size()) <= kShortestSimilar)
        return false;
    if (std::abs(a.size() - b.size()) > 1)
        return false;
    qsizetype same = 0;
    while (same < a.size() && same < b.size() && a[same] == b[same])
        ++same;
    qsizetype sameAtEnd = 0;
    while (sameAtEnd < a.size() - same && sameAtEnd < b.size() - same && a[a.size() - 1 - sameAtEnd] == b[b.size() - 1 - sameAtEnd])
        ++sameAtEnd;
    return std::max(a.size(), b.size()) - same - sameAtEnd <= 1;
}

} // namespace hall::casefile
