// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QJsonObject>

namespace hall::rules {

/// A value as casework.yaml compares it: true and false are "yes" and "no", numbers and texts stand as they are.
QString valueAsText(const QJsonValue& value);
/// Nothing, a blank text or an empty list.
bool saysNothing(const QJsonValue& value);
/// The people of a case: petitioners and others, one list.
QJsonArray peopleOf(const QJsonObject& registration);
/// Whether the petition is brought by many: representatives were named, or five people and more stand behind it.
bool isJoint(const QJsonObject& registration);

} // namespace hall::rules
