// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/ctl/case_json.h"

namespace hall::ctl {

using base::Result;
using casefile::CaseEntry;

QJsonObject summaryJson(const casefile::CaseSummary& summary)
{
    return {{QStringLiteral("id"), summary.number},
            {QStringLiteral("number"), summary.number},
            {QStringLiteral("block"), summary.block},
            {QStringLiteral("state"), summary.state},
            {QStringLiteral("category"), summary.category},
            {QStringLiteral("handler"), summary.handler},
            {QStringLiteral("ticket"), summary.ticket == 0 ? QJsonValue(QJsonValue::Null) : QJsonValue(summary.ticket)},
            {QStringLiteral("opened_at"), base::toIso(summary.openedAt)},
            {QStringLiteral("changed_at"), base::toIso(summary.changedAt)},
            {QStringLiteral("entry_count"), summary.entries}};
}

QJsonObject entryJson(const QString& number, const CaseEntry& entry)
{
    return {{QStringLiteral("case"), number},
            {QStringLiteral("seq"), entry.sequence},
            {QStringLiteral("kind"), entry.kind},
            {QStringLiteral("author"), entry.author},
            {QStringLiteral("at"), base::toIso(entry.at)},
            {QStringLiteral("hash"), QString::fromLatin1(entry.hash.toHex())},
            {QStringLiteral("content"), entry.content}};
}

Result<QJsonObject> clockJson(const rules::CaseClock& clock, QDate today, const Law& law, const QString& language)
{
    HALL_ASSIGN(const auto reading, casefile::readClock(clock, today, law.book, law.calendar));
    QJsonObject object = reckoningJson(reading.reckoning, law, language);
    object.insert(QStringLiteral("due"), clock.standstill == 0 ? reading.reckoning.dueText()
                                                               : reading.due.toString(Qt::ISODate));
    object.insert(QStringLiteral("light"), casefile::lightName(reading.light));
    object.insert(QStringLiteral("days_left"), reading.daysLeft);
    object.insert(QStringLiteral("started_by"), clock.startedBy);
    object.insert(QStringLiteral("stopped_by"),
                  clock.stoppedBy == 0 ? QJsonValue(QJsonValue::Null) : QJsonValue(clock.stoppedBy));
    object.insert(QStringLiteral("suspended_days"), clock.standstill);
    return object;
}

Result<QJsonObject> caseJson(const casefile::CaseFile& file, QDate today, const Law& law, const QString& language)
{
    QJsonArray entries;
    for (const CaseEntry& entry : file.entries)
        entries.append(entryJson(file.summary.number, entry));
    QJsonArray deadlines;
    for (const rules::CaseClock& clock : file.standing.clocks) {
        HALL_ASSIGN(const QJsonObject deadline, clockJson(clock, today, law, language));
        deadlines.append(deadline);
    }
    QJsonObject object = summaryJson(file.summary);
    object.insert(QStringLiteral("state"), file.standing.state);
    object.insert(QStringLiteral("entries"), entries);
    object.insert(QStringLiteral("deadlines"), deadlines);
    return object;
}

QJsonArray brokenJson(const QList<casefile::Broken>& broken)
{
    QJsonArray list;
    for (const casefile::Broken& item : broken)
        list.append(QJsonObject{{QStringLiteral("case"), item.number.isEmpty() ? QJsonValue(QJsonValue::Null) : QJsonValue(item.number)},
                                {QStringLiteral("entry"), item.sequence},
                                {QStringLiteral("why"), item.why}});
    return list;
}

} // namespace hall::ctl
