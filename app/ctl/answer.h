// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/base/result.h"

#include <QJsonValue>
#include <QStringList>

namespace hall::ctl {

/// What a command answers: one JSON value, which is also shown to a person as a table.
struct Answer
{
    QJsonValue json;
    QStringList columns = {}; ///< order of the keys in the table; keys not named are left out of it
    QString prose = {};  ///< what a person is shown instead of the table, where one would be hard to read
};

/// One JSON document, and nothing else.
void printJson(const QJsonValue& value);
/// {"error":{"code","message"}}.
QJsonValue errorJson(const base::Error& error);
/// A table for a person: a list of objects with a row each, an object with a line for each key. Chinese characters count
/// as two columns.
QString tableText(const Answer& answer);

} // namespace hall::ctl
