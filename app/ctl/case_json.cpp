// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/ctl/case_json.h"

#include "app/casefile/attachments.h"
#include "app/ctl/texts.h"

namespace hall::ctl {

using base::Result;
using casefile::CaseEntry;

namespace {

/// A field's value in words; people by their names.
QString valueText(const QJsonValue& value)
{
    if (value.isArray()) {
        QStringList parts;
        const QJsonArray items = value.toArray();
        for (const QJsonValue& item : items)
            parts.append(valueText(item));
        return parts.join(QStringLiteral("; "));
    }
    if (value.isObject()) {
        QStringList parts;
        const QJsonObject object = value.toObject();
        for (auto it = object.begin(); it != object.end(); ++it)
            parts.append(valueText(it.value()));
        return parts.join(QLatin1Char(' '));
    }
    if (value.isBool())
        return value.toBool() ? tr("yes") : tr("no");
    return value.toVariant().toString();
}

QStringList fieldLines(const rules::EntryKind* kind, const QJsonObject& content, const QString& language)
{
    QStringList lines;
    QJsonObject rest = content;
    const QList<rules::EntryField> fields = kind ? kind->fields : QList<rules::EntryField>();
    for (const rules::EntryField& field : fields) {
        const QJsonValue value = rest.take(field.code);
        if (!value.isUndefined() && !value.isNull())
            lines.append(QStringLiteral("      %1: %2").arg(field.name.in(language), valueText(value)));
    }
    for (auto it = rest.begin(); it != rest.end(); ++it)
        lines.append(QStringLiteral("      %1: %2").arg(it.key(), valueText(it.value())));
    return lines;
}

} // namespace

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
            {QStringLiteral("content"), casefile::withoutAttachmentKey(entry.content)}};
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

Result<QString> caseStory(const casefile::CaseFile& file, const rules::CaseworkBook& casework, QDate today, const Law& law,
                          const QString& language)
{
    const rules::CaseState* state = casework.state(file.standing.state);
    QStringList lines{QStringLiteral("%1  %2  %3").arg(file.summary.number, state ? state->name.in(language) : file.standing.state,
                                                        file.summary.category), QString()};
    for (const CaseEntry& entry : file.entries) {
        const rules::EntryKind* kind = casework.kind(entry.kind);
        lines.append(QStringLiteral("%1  %2  %3  %4").arg(entry.sequence, 4)
                         .arg(base::toHallTime(entry.at).toString(QStringLiteral("yyyy-MM-dd HH:mm")),
                              kind ? kind->name.in(language) : entry.kind, entry.author));
        lines += fieldLines(kind, casefile::withoutAttachmentKey(entry.content), language);
    }
    lines.append(QString());
    for (const rules::CaseClock& clock : file.standing.clocks) {
        if (clock.stoppedBy != 0)
            continue;
        HALL_ASSIGN(const auto reading, casefile::readClock(clock, today, law.book, law.calendar));
        const QString due = reading.due.toString(Qt::ISODate);
        const QString left = reading.light == casefile::Light::Standing ? tr("suspended")
            : reading.daysLeft < 0 ? tr("days late: %1").arg(-reading.daysLeft)
                                   : tr("days left: %1").arg(reading.daysLeft);
        lines.append(QStringLiteral("%1  %2  %3 (%4)").arg(due, left, reading.reckoning.rule.id,
                                                            reading.reckoning.rule.basis.in(language)));
    }
    return lines.join(QLatin1Char('\n'));
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
