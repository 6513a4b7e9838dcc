// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/rules/casework_checks.h"

#include "app/rules/entry_values.h"
#include "app/rules/identity_number.h"
#include "app/rules/texts.h"

#include <QJsonArray>
#include <QRegularExpression>
#include <algorithm>

namespace hall::rules {

using base::Error;
using base::ErrorCode;
using base::Status;

namespace {

constexpr qsizetype kShortestPhone = 5;
constexpr qsizetype kIdentityLength = 18;

Error refused(const QString& message)
{
    return {ErrorCode::InvalidArgument, message};
}

bool isNumber(const QString& text)
{
    bool number = false;
    return text.toLongLong(&number) >= 0 && number;
}

bool isCaseNumber(const QString& text)
{
    static const QRegularExpression number(QStringLiteral("^[0-9]{4}-[0-9]{6,}$"));
    return number.match(text).hasMatch();
}

QString identityRemedy(IdentityFault fault)
{
    switch (fault) {
    case IdentityFault::None: return {};
    case IdentityFault::WrongLength: return tr("has not 18 characters. Read it from the card again, or name another kind of document");
    case IdentityFault::BadCharacter: return tr("holds a character that no identity number has. Read it from the card again");
    case IdentityFault::UnknownRegion: return tr("begins with a region that there is none of. Compare the first six digits");
    case IdentityFault::ImpossibleDate: return tr("holds no possible date of birth. Compare digits 7 to 14");
    case IdentityFault::WrongCheckDigit: return tr("does not agree with its last character: a digit was misread. Compare it with the card");
    }
    return {};
}

/// Collects what is wrong with an entry, so that one look shows everything there is to mend.
class EntryCheck
{
public:
    EntryCheck(const CaseworkBook& book, const QString& language, QDate today)
        : m_book(book)
        , m_language(language)
        , m_today(today)
    {
    }

    void fields(const QList<EntryField>& fields, const QJsonObject& content, const QString& path = {})
    {
        for (const EntryField& field : fields) {
            const QJsonValue value = content.value(field.code);
            const QString name = QStringLiteral("%1 (%2%3)").arg(field.name.in(m_language), path, field.code);
            if (saysNothing(value)) {
                if (field.required)
                    m_faults.append({path + field.code, tr("%1 is missing").arg(name)});
            } else if (field.type == FieldType::People) {
                people(field, value, name);
            } else if (const QString fault = complaint(field, value, content); !fault.isEmpty()) {
                m_faults.append({path + field.code, name + QLatin1Char(' ') + fault});
            }
        }
    }

    void registration(const QJsonObject& content)
    {
        representatives(content);
        guardians(content);
    }

    const QList<EntryFault>& faults() const { return m_faults; }

private:
    void people(const EntryField& field, const QJsonValue& value, const QString& name)
    {
        if (!value.isArray()) {
            m_faults.append({field.code, name + QLatin1Char(' ') + tr("must be a list of people, each with a name")});
            return;
        }
        const QJsonArray list = value.toArray();
        for (qsizetype i = 0; i < list.size(); ++i) {
            const QString path = QStringLiteral("%1[%2].").arg(field.code).arg(i + 1);
            if (list.at(i).isObject())
                fields(m_book.person, list.at(i).toObject(), path);
            else
                m_faults.append({field.code, path + QLatin1Char(' ') + tr("must be a list of people, each with a name")});
        }
    }

    /// What is wrong with a value, in words; empty where nothing is.
    QString complaint(const EntryField& field, const QJsonValue& value, const QJsonObject& around) const
    {
        const QString text = valueAsText(value);
        switch (field.type) {
        case FieldType::Text:
        case FieldType::Category:
        case FieldType::Rule:
        case FieldType::People:
            return value.isString() ? QString() : tr("must be a text");
        case FieldType::Number:
            return isNumber(text) ? QString() : tr("must be a number, 0 or more");
        case FieldType::YesNo:
            return text == QLatin1StringView("yes") || text == QLatin1StringView("no") ? QString() : tr("must be yes or no");
        case FieldType::Date:
            return dayFromIso(text).isValid() ? QString() : tr("must be a day, such as 2026-03-05");
        case FieldType::Time:
            return QTime::fromString(text, QStringLiteral("HH:mm")).isValid() ? QString() : tr("must be a time, such as 09:30");
        case FieldType::Choice:
            return field.choices.contains(text) ? QString() : tr("must be one of: %1").arg(field.choices.join(QLatin1String(", ")));
        case FieldType::Case:
            return isCaseNumber(text) ? QString() : tr("must be the number of a case, such as 2026-000123");
        case FieldType::Identity:
            return identityComplaint(text, around);
        case FieldType::Phone: {
            const auto digits = std::count_if(text.begin(), text.end(), [](QChar c) { return c.isDigit(); });
            const bool letters = std::any_of(text.begin(), text.end(), [](QChar c) { return c.isLetter(); });
            return digits >= kShortestPhone && !letters ? QString() : tr("is no telephone number. Write its digits, or leave it out");
        }
        }
        return {};
    }

    /// Other documents have rules of their own; an identity card's number carries its proof.
    QString identityComplaint(const QString& number, const QJsonObject& person) const
    {
        const QString document = person.value(QLatin1StringView("document")).toString();
        const bool organisation = person.value(QLatin1StringView("kind")).toString() == QLatin1StringView("organisation");
        if ((document.isEmpty() && organisation && number.trimmed().size() == kIdentityLength)
            || (!document.isEmpty() && document != QLatin1StringView("identity-card")))
            return {};
        return identityRemedy(checkIdentityNumber(number, m_today).fault);
    }

    void representatives(const QJsonObject& content)
    {
        const QJsonArray petitioners = content.value(QLatin1StringView("petitioners")).toArray();
        const auto has = [&](const char* role) {
            return std::count_if(petitioners.begin(), petitioners.end(), [&](const QJsonValue& person) {
                return person[QLatin1StringView("role")].toString() == QLatin1StringView(role);
            });
        };
        const auto helpers = has("guardian") + has("agent");
        const bool visit = content.value(QLatin1StringView("channel")).toString() == QLatin1StringView("visit");
        const int most = m_book.limits.representatives;
        if (has("representative") > most)
            m_faults.append({QStringLiteral("petitioners"),
                             tr("A joint petition has at most %1 representatives (Regulations on Petition Work, Art 20); here are %2. Let them choose")
                                 .arg(most)
                                 .arg(has("representative"))});
        else if (visit && has("representative") == 0 && petitioners.size() - helpers > most)
            m_faults.append({QStringLiteral("petitioners"),
                             tr("So many people who come together choose at most %1 representatives (Regulations on Petition Work, Art 20). "
                                "Give them the role \"representative\", and the number of all in \"people\"")
                                 .arg(most)});
    }

    QDate birthOf(const QJsonObject& person) const
    {
        const QDate said = dayFromIso(person.value(QLatin1StringView("birth")).toString());
        return said.isValid() ? said : checkIdentityNumber(person.value(QLatin1StringView("id_number")).toString(), m_today).birth;
    }

    void guardians(const QJsonObject& content)
    {
        const QJsonArray everybody = peopleOf(content);
        const bool guarded = std::any_of(everybody.begin(), everybody.end(), [](const QJsonValue& person) {
            return person[QLatin1StringView("role")].toString() == QLatin1StringView("guardian")
                && valueAsText(person[QLatin1StringView("consent")]) == QLatin1StringView("yes");
        });
        const QJsonArray petitioners = content.value(QLatin1StringView("petitioners")).toArray();
        for (qsizetype i = 0; i < petitioners.size(); ++i) {
            const QDate birth = birthOf(petitioners.at(i).toObject());
            if (birth.isValid() && birth.addYears(m_book.limits.guardianBelow) > m_today && !guarded)
                m_faults.append({QStringLiteral("petitioners[%1]").arg(i + 1),
                                 tr("petitioners[%1] is younger than %2: name the guardian (role \"guardian\") and record that they consent "
                                    "(Personal Information Protection Law, Art 31)")
                                     .arg(i + 1)
                                     .arg(m_book.limits.guardianBelow)});
        }
    }

    const CaseworkBook& m_book;
    const QString& m_language;
    QDate m_today;
    QList<EntryFault> m_faults;
};

Status checkState(const CaseworkBook& book, const EntryKind& kind, const QString& state, const QString& language)
{
    const QString name = kind.name.in(language);
    if (state.isEmpty())
        return kind.opens ? Status() : refused(tr("A case cannot begin with \"%1\".").arg(name));
    if (kind.opens)
        return refused(tr("\"%1\" opens a case; this one is open already. Write a correction instead.").arg(name));
    if (book.possible(state).contains(kind.code))
        return {};
    const CaseState* now = book.state(state);
    return refused(tr("\"%1\" cannot be written while the case is \"%2\". Possible now: %3.")
                       .arg(name, now ? now->name.in(language) : state, book.possible(state).join(QLatin1String(", "))));
}

class WritingCheck
{
public:
    WritingCheck(const LawToday& law, const EntryKind& kind, const CaseStanding& standing, const QJsonObject& content)
        : m_law(law)
        , m_kind(kind)
        , m_standing(standing)
        , m_content(content)
    {
    }

    Status demands() const
    {
        for (const Demand& demand : m_kind.demands) {
            if (holds(demand.when) && !holds(demand.must))
                return refused(demand.say.in(m_law.language));
        }
        return {};
    }

    Status extension() const
    {
        if (m_kind.extends.isEmpty())
            return {};
        const QString id = m_content.value(m_kind.extends).toString();
        HALL_ASSIGN(const DeadlineRule rule, m_law.deadlines.find(id));
        const CaseClock* clock = m_standing.running(id);
        if (!clock)
            return refused(tr("%1 does not run in this case, so there is nothing to extend. Running: %2.").arg(id, runningRules()));
        if (clock->extended)
            return refused(tr("%1 was extended already; the law allows it once (%2).").arg(id, rule.basis.in(m_law.language)));
        if (rule.condition.en.isEmpty())
            return refused(tr("%1 cannot be extended (%2).").arg(id, rule.basis.in(m_law.language)));
        if (rule.extension == 0 && !dayFromIso(m_content.value(QLatin1StringView("until")).toString()).isValid())
            return refused(tr("%1 is extended by agreement, to a day that the parties set: give it in \"until\".").arg(id));
        return {};
    }

    /// An explanation belongs to a clock that is late.
    Status explanation() const
    {
        const QString id = m_content.value(m_kind.explains).toString();
        if (m_kind.explains.isEmpty())
            return {};
        const CaseClock* clock = m_standing.running(id);
        if (clock && isLate(*clock))
            return {};
        return refused(tr("%1 is not late in this case. Running: %2.").arg(id, runningRules()));
    }

    Status lateness() const
    {
        QStringList unexplained;
        for (const CaseClock& clock : m_standing.clocks) {
            const DeadlineRule* rule = m_law.deadlines.rule(clock.rule);
            const bool duty = rule && !rule->lapses;
            if (clock.stoppedBy == 0 && duty && clock.explainedBy == 0 && endsClock(m_kind, m_content, clock) && isLate(clock))
                unexplained.append(QStringLiteral("%1 (%2)").arg(clock.rule, due(clock).toString(Qt::ISODate)));
        }
        if (unexplained.isEmpty())
            return {};
        return refused(tr("Overdue: %1. Write an entry \"late\" for it first, with the reason and what was done about it.")
                           .arg(unexplained.join(QLatin1String(", "))));
    }

    Status window() const
    {
        if (m_kind.withinDays <= 0)
            return {};
        QDate newest;
        for (const QString& code : m_kind.withinOf) {
            if (const auto found = m_standing.newest.constFind(code); found != m_standing.newest.constEnd())
                newest = newest.isValid() ? std::max(newest, found->day) : found->day;
        }
        if (!newest.isValid())
            return refused(tr("\"%1\" comes after an answer: there is none in this case yet.").arg(m_kind.name.in(m_law.language)));
        if (newest.daysTo(m_law.today) > m_kind.withinDays)
            return refused(tr("\"%1\" was possible until %2.")
                               .arg(m_kind.name.in(m_law.language), newest.addDays(m_kind.withinDays).toString(Qt::ISODate)));
        return {};
    }

private:
    QDate due(const CaseClock& clock) const { return clock.dueDay(m_law.deadlines, m_law.calendar); }
    bool isLate(const CaseClock& clock) const
    {
        const QDate day = due(clock);
        return day.isValid() && day < m_law.today && !clock.standing;
    }

    QString runningRules() const
    {
        QStringList rules;
        for (const CaseClock& clock : m_standing.clocks) {
            if (clock.stoppedBy == 0)
                rules.append(clock.rule);
        }
        return rules.isEmpty() ? tr("none") : rules.join(QLatin1String(", "));
    }

    QString value(const QString& field) const
    {
        if (field.startsWith(QLatin1StringView("clock."))) {
            const CaseClock* clock = m_standing.running(field.mid(6));
            return !clock ? QStringLiteral("none") : isLate(*clock) ? QStringLiteral("late") : QStringLiteral("running");
        }
        if (field == QLatin1StringView("case.joint"))
            return isJoint(m_standing.facts) ? QStringLiteral("yes") : QStringLiteral("no");
        if (field.startsWith(QLatin1StringView("case.")))
            return valueAsText(m_standing.facts.value(field.mid(5)));
        return valueAsText(m_content.value(field));
    }

    bool holds(const Wanted& wanted) const
    {
        return std::all_of(wanted.keyBegin(), wanted.keyEnd(),
                           [&](const QString& field) { return wanted.value(field).contains(value(field)); });
    }

    const LawToday& m_law;
    const EntryKind& m_kind;
    const CaseStanding& m_standing;
    const QJsonObject& m_content;
};

} // namespace

Status checkEntry(const CaseworkBook& book, const EntryKind& kind, const QString& state, const QJsonObject& content,
                  const QString& language, QDate today)
{
    HALL_TRY(checkState(book, kind, state, language));
    QStringList wrong;
    for (const EntryFault& fault : entryFaults(book, kind, content, language, today))
        wrong.append(fault.why);
    return wrong.isEmpty() ? Status() : Status(refused(wrong.join(QLatin1String("; ")) + QLatin1Char('.')));
}

QList<EntryFault> entryFaults(const CaseworkBook& book, const EntryKind& kind, const QJsonObject& content, const QString& language,
                              QDate today)
{
    EntryCheck check(book, language, today);
    check.fields(kind.fields, content);
    if (kind.opens)
        check.registration(content);
    return check.faults();
}

QStringList missingFields(const CaseworkBook& book, const EntryKind& kind, const QJsonObject& content)
{
    QStringList missing;
    for (const EntryField& field : kind.fields) {
        const QJsonValue value = content.value(field.code);
        if (field.expected && saysNothing(value))
            missing.append(field.code);
        if (field.type != FieldType::People || field.code != QLatin1StringView("petitioners"))
            continue;
        const QJsonArray people = value.toArray();
        for (qsizetype i = 0; i < people.size(); ++i) {
            for (const EntryField& asked : book.person) {
                if (asked.expected && saysNothing(people.at(i).toObject().value(asked.code)))
                    missing.append(QStringLiteral("%1[%2].%3").arg(field.code).arg(i + 1).arg(asked.code));
            }
        }
    }
    return missing;
}

bool steppedBack(const CaseStanding& standing, const Writer& writer)
{
    return standing.recused.contains(writer.login) || (!writer.name.isEmpty() && standing.recused.contains(writer.name));
}

Error refusedAfterSteppingBack()
{
    return {ErrorCode::PermissionDenied,
            tr("You stepped back from this case (Regulations on Petition Work, Art 28). A colleague goes on with it, or admits you "
               "again with an entry \"recusal-lifted\".")};
}

Status checkWriting(const LawToday& law, const EntryKind& kind, const CaseStanding& standing, const QJsonObject& content,
                    const Writer& writer)
{
    if (steppedBack(standing, writer))
        return refusedAfterSteppingBack();
    HALL_TRY(checkEntry(law.casework, kind, standing.state, content, law.language, law.today));
    const WritingCheck check(law, kind, standing, content);
    HALL_TRY(check.demands());
    HALL_TRY(check.extension());
    HALL_TRY(check.explanation());
    HALL_TRY(check.lateness());
    return check.window();
}

QString continuedCase(const CaseworkBook& book, const QJsonObject& registration)
{
    return registration.value(book.continuing.field).toString().trimmed();
}

Status checkContinuation(const CaseworkBook& book, const QJsonObject& registration, const QString& before, const QString& language)
{
    if (!book.continuing.concluded.contains(before) || !saysNothing(registration.value(book.continuing.needs)))
        return {};
    return refused(book.continuing.say.in(language));
}

} // namespace hall::rules
