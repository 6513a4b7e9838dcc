// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/casefile/case_file.h"

#include <QJsonArray>
#include <optional>

namespace hall::casefile {

/// What is looked for. Everything that is set must hold; nothing set is every case.
struct CaseQuery
{
    QString text = {}; ///< words, names, numbers and parts of them; all must stand in the case
    QString block = {};
    QString state = {};
    QString category = {};
    QString handler = {}; ///< login of who wrote last
    QDate openedFrom = {}; ///< days of the hall, both included
    QDate openedTo = {};
    QDate dueUntil = {}; ///< cases with a clock that ends by this day
    int limit = 50;
    qint64 before = 0;    ///< CaseHit::id of the last one shown, for the next page; 0: from the newest
};

/// A case that was found. The snippet is a part of what was said; `marks` are places and lengths in it to be highlighted.
struct CaseHit
{
    struct Mark
    {
        qsizetype at = 0;
        qsizetype length = 0;
        bool operator==(const Mark&) const = default;
    };
    qint64 id = 0;
    CaseSummary summary;
    QJsonArray people; ///< those that the registration names
    QString snippet;
    QList<Mark> marks;
};

/// Whether somebody is still typing, or means it: what is meant is noted in the audit trail, without the words.
enum class Typing { Still, Done };

/// A clock that runs in a case.
struct OpenDeadline
{
    CaseSummary summary;
    QJsonArray people;
    rules::CaseClock clock;
    QDate due; ///< with the calendar of when the case was put into the vault; readClock() reckons it with another
};

/// Whom somebody may be.
struct PersonQuery
{
    QString name;
    QString identityNumber;
    QString phone;
    bool operator==(const PersonQuery&) const = default;
};

/// A case that names somebody who may be the same person: shown with the reason, never merged.
struct EarlierCase
{
    enum class Why { IdentityNumber, Phone, SameName, SimilarName };
    CaseSummary summary;
    QJsonObject person; ///< as that case names them
    Why why = Why::SameName;
};

} // namespace hall::casefile
