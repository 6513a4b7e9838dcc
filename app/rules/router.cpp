// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/rules/router.h"

#include "app/rules/found.h"
#include "app/rules/texts.h"

#include <QJsonDocument>
#include <QJsonObject>
#include <algorithm>

namespace hall::rules {

using base::Error;
using base::ErrorCode;
using base::Result;

namespace {

QStringList valuesOf(const RouterQuestion& question)
{
    QStringList values;
    for (const RouterAnswer& answer : question.answers)
        values.append(answer.value);
    return values;
}

QString noAnswer(const RouterQuestion& question, const QString& value)
{
    return tr("\"%1\" is no answer to \"%2\"; the answers are: %3")
        .arg(value.left(40), question.code, valuesOf(question).join(QStringLiteral(", ")));
}

/// What is wrong with one fact; empty where nothing is.
QString faultOf(const Router& router, const QString& key, const QString& value)
{
    if (const RouterQuestion* question = router.question(key))
        return question->answer(value) ? QString() : noAnswer(*question, value);
    if (router.date(key))
        return factTrigger({{key, value}}, key)
                   ? QString()
                   : tr("\"%1\" of \"%2\" is no date; write 2026-03-05").arg(value.left(40), key);
    QStringList known;
    for (const RouterQuestion& question : router.questions)
        known.append(question.code);
    for (const RouterName& date : router.dates)
        known.append(date.code);
    const QStringList near = spelledAlike(key, known);
    return tr("nobody asks for \"%1\"; known are: %2")
        .arg(key.left(40), (near.isEmpty() ? known : near).join(QStringLiteral(", ")));
}

/// The line on which a key stands, for a person to look at.
qsizetype lineOf(const QByteArray& json, const QString& key)
{
    const qsizetype at = json.indexOf('"' + key.toUtf8() + '"');
    return json.left(std::max<qsizetype>(0, at)).count('\n') + 1;
}

} // namespace

const RouterAnswer* RouterQuestion::answer(const QString& value) const
{
    return found(answers, value, &RouterAnswer::value);
}

const RouterQuestion* Router::question(const QString& code) const
{
    return found(questions, code, &RouterQuestion::code);
}

const RouterEnd* Router::end(const QString& code) const
{
    return found(ends, code, &RouterEnd::code);
}

const RouterName* Router::channel(const QString& code) const
{
    return found(channels, code, &RouterName::code);
}

const RouterName* Router::date(const QString& code) const
{
    return found(dates, code, &RouterName::code);
}

std::optional<Trigger> factTrigger(const Facts& facts, const QString& fact)
{
    const QString value = facts.value(fact);
    Trigger trigger;
    trigger.day = dayFromIso(value);
    if (!trigger.day.isValid() && value.size() > 10) {
        trigger.moment = base::fromIso(value);
        if (trigger.moment)
            trigger.day = dayFromIso(base::hallDay(*trigger.moment).toString(Qt::ISODate));
    }
    return trigger.day.isValid() ? std::optional(trigger) : std::nullopt;
}

Result<Facts> parseFacts(const QByteArray& json, const QString& file, const Router& router)
{
    QJsonParseError parse;
    const QJsonDocument document = QJsonDocument::fromJson(json, &parse);
    const auto place = [&](qsizetype line) { return QStringLiteral("%1:%2: ").arg(file).arg(line); };
    if (parse.error != QJsonParseError::NoError)
        return Error{ErrorCode::FileInvalid, place(json.left(parse.offset).count('\n') + 1) + parse.errorString()};
    if (!document.isObject())
        return Error{ErrorCode::FileInvalid, place(1) + tr("expected an object of facts, {\"purpose\":\"appeal\"}")};
    Facts facts;
    QStringList faults;
    const QJsonObject object = document.object();
    for (auto it = object.begin(); it != object.end(); ++it) {
        QString value = it->toString();
        if (it->isBool())
            value = it->toBool() ? QStringLiteral("yes") : QStringLiteral("no");
        if (it->isNull())
            continue;
        const QString fault = faultOf(router, it.key(), value);
        if (!fault.isEmpty())
            faults.append(place(lineOf(json, it.key())) + fault);
        facts.insert(it.key(), value);
    }
    if (!faults.isEmpty())
        return Error{ErrorCode::FileInvalid, faults.join(QLatin1Char('\n'))};
    return facts;
}

Result<Route> route(const Router& router, const Facts& facts)
{
    Route taken;
    const RouterQuestion* question = router.questions.isEmpty() ? nullptr : &router.questions.first();
    while (question && taken.path.size() <= router.questions.size()) {
        if (!facts.contains(question->code)) {
            taken.next = question->code;
            return taken;
        }
        const QString value = facts.value(question->code);
        const RouterAnswer* answer = question->answer(value);
        if (!answer)
            return Error{ErrorCode::InvalidArgument, noAnswer(*question, value)};
        taken.path.append({question->code, value});
        if (!answer->end.isEmpty()) {
            taken.end = answer->end;
            return taken;
        }
        question = router.question(answer->question);
    }
    return Error{ErrorCode::Internal, tr("The questions lead nowhere.")};
}

} // namespace hall::rules
