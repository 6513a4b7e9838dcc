// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/rules/deadline_book.h"

#include <QMap>

namespace hall::rules {

/// The legal-channel router (法定途径): a guided conversation that ends in the channel by which a matter must be
/// settled, in the order of 信访工作条例 Art 31. Questions, answers, articles and destinations are data
/// (resources/rules/router.yaml).

struct RouterAnswer {
    QString value;    ///< what a facts file says
    Text text;        ///< what the visitor says
    Text because;     ///< why this matters, with its article; may be empty
    QString question; ///< the next question, or
    QString end;      ///< where it ends
    bool operator==(const RouterAnswer&) const = default;
};

struct RouterQuestion {
    QString code; ///< the fact that it asks for
    Text text;
    Text help; ///< in plainer words; may be empty
    QList<RouterAnswer> answers;

    const RouterAnswer* answer(const QString& value) const;
    bool operator==(const RouterQuestion&) const = default;
};

/// A clock that runs where a conversation ends, and the date from which.
struct RouterDeadline {
    QString rule;
    QString fact;
    bool operator==(const RouterDeadline&) const = default;
};

struct RouterEnd {
    QString code;
    QString channel;
    Text title;
    Text article;
    Text words; ///< what it means, in plain words
    Text where;
    QList<Text> bring;
    QList<Text> notes;
    QList<RouterDeadline> deadlines;
    bool operator==(const RouterEnd&) const = default;
};

/// A code and its name: a channel, or a date that a facts file may give.
struct RouterName {
    QString code;
    Text name;
    bool operator==(const RouterName&) const = default;
};

struct Router {
    QList<RouterName> channels;
    QList<RouterName> dates;
    QList<RouterQuestion> questions; ///< it begins with the first
    QList<RouterEnd> ends;

    const RouterQuestion* question(const QString& code) const;
    const RouterEnd* end(const QString& code) const;
    const RouterName* channel(const QString& code) const;
    const RouterName* date(const QString& code) const;
    bool operator==(const Router&) const = default;
};

/// What is known: an answer's value for a question, a date ("2026-03-05") or time (ISO 8601) for a date.
using Facts = QMap<QString, QString>;

struct RouteStep {
    QString question;
    QString answer;
    bool operator==(const RouteStep&) const = default;
};

/// How far the facts lead.
struct Route {
    QList<RouteStep> path;
    QString end;  ///< code of the end; empty: a fact is missing
    QString next; ///< the question whose answer is missing; empty: it has ended
    bool operator==(const Route&) const = default;
};

/// Reads router.yaml of a folder, or the programs' own. Refused (FileInvalid, "file:line: reason") unless every end and
/// question can be reached, no way goes round in a circle, every end has its article and every clock is a rule of the
/// book.
base::Result<Router> readRouter(const QString& folder, const DeadlineBook& book);

/// Reads {"purpose":"appeal", …, "knew":"2026-03-05"}; yes and no may be true and false. FileInvalid for a fact that
/// nobody asks for, an answer that is none and a date that is none: a misspelt fact must not send somebody the wrong
/// way.
base::Result<Facts> parseFacts(const QByteArray& json, const QString& file, const Router& router);

/// Walks the questions as far as the facts go. Facts off the way are not looked at. InvalidArgument: an answer that is
/// none.
base::Result<Route> route(const Router& router, const Facts& facts);

/// The trigger of a date fact; nothing where the fact is missing or no date.
std::optional<Trigger> factTrigger(const Facts& facts, const QString& fact);

} // namespace hall::rules
