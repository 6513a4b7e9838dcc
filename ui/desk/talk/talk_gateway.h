// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/desk/desk_gateway.h"
#include "ui/desk/talk/talk.h"

namespace hall::desk {

/// A talk to be written into a case file.
struct TalkOrder {
    QString number;        ///< of the case; empty: a new case
    QJsonObject registration; ///< of a new case
    QString block;         ///< of a new case
    qint64 ticket = 0;     ///< the visit that a new case begins with; 0: none
    QJsonObject talked;    ///< Talk::entry()
    bool redirect = false; ///< an entry `redirected` follows: the case is closed here
    QString told;          ///< what the visitor was told, for that entry
    qint64 written = 0;    ///< sequence number of a `talked` that an earlier try has written; 0: none
};

struct TalkWritten {
    QString number;
    qint64 sequence = 0;     ///< of the entry `talked`; 0: the case is open, the talk is not in it
    bool redirected = false;
    base::Error refused;     ///< what was refused after the case was there; without a message: nothing was
};

/// A case that a talk can be written into.
struct TalkCase {
    QString number;
    QString state;
    qint64 ticket = 0;
};

/// The talk's way to rules and case files; all of it runs on the worker's thread.
class TalkGateway
{
public:
    virtual ~TalkGateway() = default;

    virtual Reply<TalkLaw> law() = 0;
    /// Of the blocks of whoever is signed in, newest change first.
    virtual Reply<QList<TalkCase>> cases() = 0;
    virtual Reply<TalkWritten> write(const TalkOrder& order) = 0;
    /// On the disk, sealed, when it answers; an empty object takes it away.
    virtual Reply<bool> keepDraft(const QString& key, const QJsonObject& draft) = 0;
    virtual Reply<QJsonObject> draft(const QString& key) = 0;
};

} // namespace hall::desk
