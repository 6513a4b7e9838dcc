// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/rules/casework.h"

#include "app/rules/entry_values.h"
#include "app/rules/texts.h"

#include <QJsonArray>
#include <algorithm>

namespace hall::rules {

using base::Error;
using base::ErrorCode;
using base::Result;

namespace {

template <class List>
auto find(const List& list, const QString& code) -> decltype(&list.first())
{
    const auto found = std::find_if(list.begin(), list.end(), [&](const auto& item) { return item.code == code; });
    return found == list.end() ? nullptr : &*found;
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
        extend(*kind, entry);
        eachRunning([&](CaseClock& clock) {
            if (!kind->explains.isEmpty() && entry.content.value(kind->explains).toString() == clock.rule)
                clock.explainedBy = entry.sequence;
        });
        remember(*kind, entry);
        if (!kind->suspends.isEmpty() && !m_since.isValid()) {
            m_since = entry.day;
            m_suspended = kind->suspends;
            m_standing.before = m_standing.state;
        }
        for (const StartedClock& started : kind->starts)
            start(*kind, started, entry);
        m_standing.state = stateAfter(*kind, m_standing);
        if (kind->resumes)
            resume(entry.day);
        m_standing.newest.insert(kind->code, entry);
    }

    CaseStanding result()
    {
        eachRunning([this](CaseClock& clock) { clock.standing = m_since.isValid() && stands(clock); });
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

    bool stands(const CaseClock& clock) const
    {
        return m_suspended.contains(clock.rule) || m_suspended.contains(QLatin1StringView("all"));
    }

    void stop(const EntryKind& kind, const WrittenEntry& entry)
    {
        if (kind.stops.contains(QLatin1StringView("all")))
            resume(entry.day);
        eachRunning([&](CaseClock& clock) {
            if (endsClock(kind, entry.content, clock))
                clock.stoppedBy = entry.sequence;
        });
    }

    void extend(const EntryKind& kind, const WrittenEntry& entry)
    {
        const QString rule = entry.content.value(kind.extends).toString();
        if (kind.extends.isEmpty() || rule.isEmpty())
            return;
        eachRunning([&](CaseClock& clock) {
            if (clock.rule != rule)
                return;
            clock.extended = true;
            clock.until = QDate::fromString(entry.content.value(QLatin1StringView("until")).toString(), Qt::ISODate);
        });
    }

    void remember(const EntryKind& kind, const WrittenEntry& entry)
    {
        if (kind.opens)
            m_standing.facts = entry.content;
        const QString corrected = entry.content.value(QLatin1StringView("field")).toString();
        const EntryKind* opening = m_book.opening();
        if (kind.code == QLatin1StringView("correction") && opening && opening->field(corrected)
            && entry.content.contains(QLatin1StringView("value")))
            m_standing.facts.insert(corrected, entry.content.value(QLatin1StringView("value")));
        if (!kind.recuses.isEmpty())
            m_standing.recused.append(entry.content.value(kind.recuses).toString().trimmed());
        if (!kind.readmits.isEmpty())
            m_standing.recused.removeAll(entry.content.value(kind.readmits).toString().trimmed());
    }

    void resume(QDate day)
    {
        if (!m_since.isValid())
            return;
        const auto stood = static_cast<int>(m_since.daysTo(day));
        eachRunning([&](CaseClock& clock) { clock.standstill += stands(clock) ? std::max(0, stood) : 0; });
        m_standing.before.clear();
        m_since = {};
    }

    bool holds(const Wanted& wanted, const QJsonObject& content) const
    {
        return std::all_of(wanted.keyBegin(), wanted.keyEnd(), [&](const QString& field) {
            const bool ofCase = field.startsWith(QLatin1StringView("case."));
            const QJsonValue value = ofCase ? m_standing.facts.value(field.mid(5)) : content.value(field);
            return wanted.value(field).contains(valueAsText(value));
        });
    }

    static bool somebodyHas(const QString& needs, const QJsonObject& content)
    {
        const QJsonArray people = content.value(needs.section(QLatin1Char('.'), 0, 0)).toArray();
        const QString field = needs.section(QLatin1Char('.'), 1);
        return std::any_of(people.begin(), people.end(),
                           [&](const QJsonValue& person) { return !saysNothing(person.toObject().value(field)); });
    }

    /// The day that a field of this entry, or another entry that stands for it, says.
    QDate triggerDay(const EntryKind& kind, const QString& field, const WrittenEntry& entry) const
    {
        const QDate said = QDate::fromString(entry.content.value(field).toString(), Qt::ISODate);
        const EntryField* known = field.isEmpty() ? nullptr : kind.field(field);
        if (said.isValid() || !known || known->otherwise.isEmpty())
            return said.isValid() ? said : entry.day;
        const auto other = m_standing.newest.constFind(known->otherwise.section(QLatin1Char('.'), 0, 0));
        if (other == m_standing.newest.constEnd())
            return entry.day;
        const QDate theirs = QDate::fromString(other->content.value(known->otherwise.section(QLatin1Char('.'), 1)).toString(), Qt::ISODate);
        return theirs.isValid() ? theirs : other->day;
    }

    void start(const EntryKind& kind, const StartedClock& started, const WrittenEntry& entry)
    {
        const QString id = started.rule.isEmpty() ? entry.content.value(started.ruleField).toString() : started.rule;
        const DeadlineRule* rule = m_deadlines.rule(id);
        const bool excepted = !started.unless.isEmpty() && holds(started.unless, entry.content);
        if (!rule || !m_deadlines.inForce(*rule) || excepted || !holds(started.when, entry.content))
            return;
        if (!started.needs.isEmpty() && !somebodyHas(started.needs, entry.content))
            return;
        eachRunning([&](CaseClock& clock) {
            if (clock.rule == id)
                clock.stoppedBy = entry.sequence;
        });
        CaseClock clock;
        clock.rule = id;
        clock.trigger.day = triggerDay(kind, started.on, entry);
        const QTime time = QTime::fromString(entry.content.value(started.at).toString(), QStringLiteral("HH:mm"));
        if (time.isValid())
            clock.trigger.moment = base::timestampFromMs(QDateTime(clock.trigger.day, time, base::hallTimeZone()).toMSecsSinceEpoch());
        clock.startedBy = entry.sequence;
        m_standing.clocks.append(clock);
    }

    const CaseworkBook& m_book;
    const DeadlineBook& m_deadlines;
    CaseStanding m_standing;
    QDate m_since; ///< suspended since; none: not suspended
    QStringList m_suspended; ///< rules whose clock stands still meanwhile
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

const Workspace* CaseworkBook::workspace(const QString& code) const
{
    return rules::find(workspaces, code);
}

const Workspace* CaseworkBook::workspaceFor(const QJsonObject& registration) const
{
    const auto found = std::find_if(workspaces.begin(), workspaces.end(), [&](const Workspace& workspace) {
        for (auto it = workspace.takes.begin(); it != workspace.takes.end(); ++it) {
            if (!it->contains(valueAsText(registration.value(it.key()))))
                return false;
        }
        return true;
    });
    return found == workspaces.end() ? nullptr : &*found;
}

const ReadingReason* CaseworkBook::reason(const QString& code) const
{
    return rules::find(reasons, code);
}

Text CaseworkBook::choiceName(const QString& field, const QString& code) const
{
    return choiceNames.value(field + QLatin1Char('.') + code, choiceNames.value(code, {code, code}));
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

QDate CaseClock::dueDay(const DeadlineBook& deadlines, const Calendar& calendar) const
{
    if (until.isValid())
        return until.addDays(standstill);
    const DeadlineRule* known = deadlines.rule(rule);
    const auto reckoning = known ? reckon(*known, trigger, extended, calendar) : Result<Reckoning>(Reckoning());
    return reckoning.ok() ? reckoning->due.addDays(standstill) : QDate();
}

const CaseClock* CaseStanding::running(const QString& rule) const
{
    const auto found = std::find_if(clocks.begin(), clocks.end(),
                                    [&](const CaseClock& clock) { return clock.stoppedBy == 0 && clock.rule == rule; });
    return found == clocks.end() ? nullptr : &*found;
}

QString stateAfter(const EntryKind& kind, const CaseStanding& before)
{
    if (kind.to.isEmpty() && kind.resumes && !before.before.isEmpty())
        return before.before;
    return kind.to.isEmpty() ? before.state : kind.to;
}

bool endsClock(const EntryKind& kind, const QJsonObject& content, const CaseClock& clock)
{
    const QString named = kind.stopsField.isEmpty() ? QString() : content.value(kind.stopsField).toString();
    return kind.stops.contains(QLatin1StringView("all")) || kind.stops.contains(clock.rule) || clock.rule == named;
}

CaseStanding standing(const QList<WrittenEntry>& entries, const CaseworkBook& book, const DeadlineBook& deadlines)
{
    Fold fold(book, deadlines);
    for (const WrittenEntry& entry : entries)
        fold.take(entry);
    return fold.result();
}

} // namespace hall::rules
