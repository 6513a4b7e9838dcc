// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/casefile/case_file.h"

#include <QJsonArray>
#include <QStringList>

namespace hall::casefile {

/// What a case can be found by.

/// Its number and everything that was written into it, a line for each field; codes of choices and categories are left out,
/// since they are the same in every case. Fields that the book does not know are kept.
QString searchableText(const CaseFile& file, const rules::CaseworkBook& book);

/// The people whom the registration and later entries name, each once.
QJsonArray namedPeople(const CaseFile& file);

/// How somebody may be found again.
struct PersonTraits
{
    QString name;           ///< folded, without spaces and middle dots
    QString identityNumber; ///< capital X
    QString phone;          ///< digits, without the country's 86
};
PersonTraits traitsOf(const QJsonObject& person);
QString comparedName(const QString& name);
QString comparedPhone(const QString& phone);

/// The name and, for names of three characters or more, what is left of it without one of them: two names that differ in one
/// character share one of these.
QStringList similarNames(const QString& comparedName);
/// Whether one character added, left out or exchanged makes the one out of the other; never for names of two characters, where
/// that would be anybody.
bool isSimilar(const QString& comparedOne, const QString& comparedOther);

} // namespace hall::casefile
