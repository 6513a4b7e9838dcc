// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/rules/entry_values.h"

#include <QJsonArray>
#include <QVariant>
#include <algorithm>

namespace hall::rules {

namespace {

constexpr int kMany = 5; // 五人以上为集体访

} // namespace

QString valueAsText(const QJsonValue& value)
{
    if (value.isBool())
        return value.toBool() ? QStringLiteral("yes") : QStringLiteral("no");
    return value.toVariant().toString();
}

bool saysNothing(const QJsonValue& value)
{
    return value.isUndefined() || value.isNull() || (value.isString() && value.toString().trimmed().isEmpty())
        || (value.isArray() && value.toArray().isEmpty());
}

QJsonArray peopleOf(const QJsonObject& registration)
{
    QJsonArray people = registration.value(QLatin1StringView("petitioners")).toArray();
    const QJsonArray others = registration.value(QLatin1StringView("others")).toArray();
    for (const QJsonValue& person : others)
        people.append(person);
    return people;
}

bool isJoint(const QJsonObject& registration)
{
    const QJsonArray petitioners = registration.value(QLatin1StringView("petitioners")).toArray();
    const bool represented = std::any_of(petitioners.begin(), petitioners.end(), [](const QJsonValue& person) {
        return person[QLatin1StringView("role")].toString() == QLatin1StringView("representative");
    });
    return represented || petitioners.size() >= kMany
        || valueAsText(registration.value(QLatin1StringView("people"))).toLongLong() >= kMany;
}

} // namespace hall::rules
