// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/rules/casework.h"

#include <QCoreApplication>
#include <QJsonArray>
#include <algorithm>

namespace hall::rules {

using base::Error;
using base::ErrorCode;
using base::Result;
using base::Status;

namespace {

QString tr(const char* text)
{
    return QCoreApplication::translate("hall::rules", text);
}

template <class List>
auto find(const List& list, const QString& code) -> decltype(&list.first())
{
    const auto found = std::find_if(list.begin(), list.end(), [&](const auto& item) { return item.code == code; });
    return found == list.end() ? nullptr : &*found;
}

/// Yes and no may be true and false; numbers and texts as they stand.
QString asText(const QJsonValue& value)
{
    if (value.isBool())
        return value.toBool() ? QStringLiteral("yes") : QStringLiteral("no");
    return value.toVariant().toString();
}

bool isDay(const QString& text)
{
    return QDate::fromString(text, Qt::ISODate).isValid();
}

bool isNumber(const QString& text)
{
    bool number = false;
    return text.toLongLong(&number) >= 0 && number;
}

bool isPeople(const QJsonValue& value)
{
    if (!value.isArray())
        return false;
    const QJsonArray people = value.toArray();
    return std::all_of(people.begin(), people.end(), [](const QJsonValue& person) {
        return !person.toObject().value(QLatin1StringView("name")).toString().trimmed().isEmpty();
    });
}

/// What is wrong with a value, in words; empty where nothing is.
QString complaint(const EntryField& field, const QJsonValue& value)
{
    const QString text = asText(value);
    switch (field.type) {
    case FieldType::Text:
    case FieldType::Category:
    case FieldType::Rule:
        return value.isString() ? QString() : tr("must be a text");
    case FieldType::Number:
        return isNumber(text) ? QString() : tr("must be a number, 0 or more");
    case FieldType::YesNo:
        return text == QLatin1StringView("yes") || text == QLatin1StringView("no") ? QString() : tr("must be yes or no");
    case FieldType::Date:
        return isDay(text) ? QString() : tr("must be a day, such as 2026-03-05");
    case FieldType::Choice:
        return field.choices.contains(text) ? QString() : tr("must be one of: %1").arg(field.choices.join(QLatin1String(", ")));
    case FieldType::People:
        return isPeople(value) ? QString() : tr("must be a list of people, each with a name");
    }
    return {};
}

bool isEmpty(const QJsonValue& value)
{
    return value.isUndefined() || value.isNull() || (value.isString() && value.toString().trimmed().isEmpty())
        || (value.isArray() && value.toArray().isEmpty());
}

Status checkState(const CaseworkBook& book, const EntryKind& kind, const QString& state, const QString& language)
{
    const auto refuse = [](const QString& message) { return Error{ErrorCode::InvalidArgument, message}; };
    const QString name = kind.name.in(language);
    if (state.isEmpty())
        return kind.opens ? Status() : refuse(tr("A case cannot begin with \"%1\".").arg(name));
    if (kind.opens)
        return refuse(tr("\"%1\" opens a case; this one is open already. Write a correction instead.").arg(name));
    if (book.possible(state).contains(kind.code))
        return {};
    const CaseState* now = book.state(state);
    return refuse(tr("\"%1\" cannot be written while the case is \"%2\". Possible now: %3.")
                      .arg(name, now ? now->name.in(language) : state, book.possible(state).join(QLatin1String(", "))));
}

/// Goes through a case's entries, one after the other.
class Fold
{
public:
    Fold(const CaseworkBook& book, const DeadlineBook& deadlines)
        : m_book(book)
        , m_deadlines(deadlines)
    {
    }

    void take(const WrittenEntry& entry)
    {
        const EntryKind* kind = m_book.kind(entry.kind);
        if (!kind)
            return;
        stop(*kind, entry);
        if (const QString rule = entry.content.value(kind->extends).toString(); !kind->extends.isEmpty())
            eachRunning([&](CaseClock& clock) { clock.extended = clock.extended || clock.rule == rule; });
        if (kind->suspends && !m_since.isValid())
            m_since = entry.day;
        if (kind->resumes)
            resume(entry.day);
        for (const StartedClock& started : kind->starts)
            start(started, entry);
        if (!kind->to.isEmpty())
            m_standing.state = kind->to;
    }

    CaseStanding result()
    {
        eachRunning([this](CaseClock& clock) { clock.standing = m_since.isValid(); });
        return m_standing;
    }

private:
    template <class Change>
    void eachRunning(Change change)
    {
        for (CaseClock& clock : m_standing.clocks) {
            if (clock.stoppedBy == 0)
                change(clock);
        }
    }

    void stop(const EntryKind& kind, const WrittenEntry& entry)
    {
        const bool all = kind.stops.contains(QLatin1StringView("all"));
        const QString named = kind.stopsField.isEmpty() ? QString() : entry.content.value(kind.stopsField).toString();
        if (all)
            resume(entry.day);
        eachRunning([&](CaseClock& clock) {
            if (all || kind.stops.contains(clock.rule) || clock.rule == named)
                clock.stoppedBy = entry.sequence;
        });
    }

    void resume(QDate day)
    {
        if (!m_since.isValid())
            return;
        const auto stood = static_cast<int>(m_since.daysTo(day));
        eachRunning([&](CaseClock& clock) { clock.standstill += std::max(0, stood); });
        m_since = {};
    }

    void start(const StartedClock& started, const WrittenEntry& entry)
    {
        const DeadlineRule* rule = m_deadlines.rule(started.rule);
        if (!rule || !m_deadlines.inForce(*rule))
            return;
        for (auto it = started.when.begin(); it != started.when.end(); ++it) {
            if (asText(entry.content.value(it.key())) != it.value())
                return;
        }
        QDate day = QDate::fromString(entry.content.value(started.on).toString(), Qt::ISODate);
        if (!day.isValid())
            day = entry.day;
        eachRunning([&](CaseClock& clock) {
            if (clock.rule == started.rule)
                clock.stoppedBy = entry.sequence;
        });
        CaseClock clock;
        clock.rule = started.rule;
        clock.trigger.day = day;
        clock.startedBy = entry.sequence;
        m_standing.clocks.append(clock);
    }

    const CaseworkBook& m_book;
    const DeadlineBook& m_deadlines;
    CaseStanding m_standing;
    QDate m_since; ///< suspended since; none: not suspended
};

} // namespace

const EntryField* EntryKind::field(const QString& wanted) const
{
    return rules::find(fields, wanted);
}

const CaseState* CaseworkBook::state(const QString& code) const
{
    return rules::find(states, code);
}

const EntryKind* CaseworkBook::kind(const QString& code) const
{
    return rules::find(kinds, code);
}

const EntryKind* CaseworkBook::opening() const
{
    const auto found = std::find_if(kinds.begin(), kinds.end(), [](const EntryKind& kind) { return kind.opens; });
    return found == kinds.end() ? nullptr : &*found;
}

Result<EntryKind> CaseworkBook::find(const QString& code) const
{
    if (const EntryKind* known = kind(code))
        return *known;
    QStringList codes;
    for (const EntryKind& each : kinds)
        codes.append(each.code);
    return Error{ErrorCode::InvalidArgument,
                 tr("There is no kind of entry \"%1\". Known are: %2.").arg(code, codes.join(QLatin1String(", ")))};
}

QStringList CaseworkBook::possible(const QString& code) const
{
    const CaseState* now = state(code);
    QStringList codes;
    for (const EntryKind& kind : kinds) {
        const bool open = kind.from.isEmpty() && !(now && now->closed);
        if (!kind.opens && (kind.anyState || open || kind.from.contains(code)))
            codes.append(kind.code);
    }
    return codes;
}

Status checkEntry(const CaseworkBook& book, const EntryKind& kind, const QString& state, const QJsonObject& content,
                  const QString& language)
{
    HALL_TRY(checkState(book, kind, state, language));
    QStringList wrong;
    for (const EntryField& field : kind.fields) {
        const QJsonValue value = content.value(field.code);
        const QString name = QStringLiteral("%1 (%2)").arg(field.name.in(language), field.code);
        if (!isEmpty(value)) {
            if (const QString fault = complaint(field, value); !fault.isEmpty())
                wrong.append(name + QLatin1Char(' ') + fault);
        } else if (field.required) {
            wrong.append(tr("%1 is missing").arg(name));
        }
    }
    if (!wrong.isEmpty())
        return Error{ErrorCode::InvalidArgument, wrong.join(QLatin1String("; ")) + QLatin1Char('.')};
    return {};
}

CaseStanding standing(const QList<WrittenEntry>& entries, const CaseworkBook& book, const DeadlineBook& deadlines)
{
    Fold fold(book, deadlines);
    for (const WrittenEntry& entry : entries)
        fold.take(entry);
    return fold.result();
}

} // namespace hall::rules
