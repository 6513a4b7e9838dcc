// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/base/clock.h"
#include "app/rules/casework.h"

#include <QJsonObject>
#include <QList>
#include <QString>

namespace hall::casefile {

/// What stands in plain sight of the store about a case: nothing that a visitor said.
struct CaseSummary
{
    QByteArray id;    ///< 16 bytes, random
    QString number;   ///< "2026-000123": one number from the first visit to the archive
    QString block;    ///< whose members may open it
    qint64 ticket = 0; ///< the visit that it began with; 0: none
    QString state;    ///< code of a state in casework.yaml
    QString category; ///< code of a dispute category; may be empty
    QString handler;  ///< login of who wrote last
    base::Timestamp openedAt;
    base::Timestamp changedAt;
    qint64 entries = 0;
    /// In a sealed workspace: its numbers begin with a letter ("J2026-000001").
    bool inWorkspace() const { return !number.isEmpty() && number.front().isLetter(); }
    bool operator==(const CaseSummary&) const = default;
};

/// An entry, opened and verified.
struct CaseEntry
{
    qint64 sequence = 0;
    QString kind;
    QJsonObject content;
    QString author; ///< login, as the roster says it of the key that signed
    base::Timestamp at;
    QByteArray hash; ///< what the next one is chained to
    bool operator==(const CaseEntry&) const = default;
};

/// A case as somebody who may open it sees it.
struct CaseFile
{
    CaseSummary summary;
    QList<CaseEntry> entries;
    rules::CaseStanding standing;
};

} // namespace hall::casefile
