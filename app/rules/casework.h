// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/rules/deadline_book.h"

#include <QJsonObject>
#include <QMap>

namespace hall::rules {

/// What a field of an entry holds. People are a list of objects whose own fields are CaseworkBook::person.
enum class FieldType { Text, Number, YesNo, Date, Time, Choice, People, Category, Rule, Case, Identity, Phone };

struct EntryField {
    QString code;
    Text name;
    FieldType type = FieldType::Text;
    QStringList choices;   ///< codes; of a choice alone
    bool required = false; ///< refused without it
    bool expected = false; ///< asked for by law: told when it is missing, never a reason to turn somebody away
    bool isLong = false;   ///< a text of several lines
    QString otherwise;     ///< "informed.day": where a clock looks when this day is not given
    bool operator==(const EntryField&) const = default;
};

/// Fields and the values that they may have; "" is a field that says nothing. "case.x" is field x of the registration,
/// "clock.XF-OBJECT" is "running", "late" or "none".
using Wanted = QMap<QString, QStringList>;

/// A clock that an entry sets running.
struct StartedClock {
    QString rule;      ///< empty: the field `ruleField` names it
    QString ruleField;
    QString on;        ///< field with the day of the trigger; empty: the entry's own day
    QString at;        ///< field with the time of the trigger
    Wanted when;       ///< only where all of these fields have one of these values
    Wanted unless;     ///< not where all of them have
    QString needs;     ///< "petitioners.address": only where somebody in that list has that value
    bool operator==(const StartedClock&) const = default;
};

/// What has to hold for an entry: where `when` holds, so must `must`; else the entry is refused with these words.
struct Demand {
    Wanted when;
    Wanted must;
    Text say;
    bool operator==(const Demand&) const = default;
};

/// A kind of entry: what it must say, when it may be written, what it does to the case.
struct EntryKind {
    QString code;
    Text name;
    Text basis; ///< the article; may be empty
    QStringList from; ///< states; empty: any that is not closed
    QString to;       ///< empty: as before
    bool opens = false;    ///< a case begins with it
    bool anyState = false; ///< also where the case is closed
    QList<EntryField> fields;
    QList<Demand> demands;
    QList<StartedClock> starts;
    QStringList stops;      ///< rules whose clock it ends; "all"
    QString stopsField;     ///< field that names the rule whose clock it ends
    QString extends;        ///< field that names the rule whose clock it extends
    QString explains;       ///< field that names the rule whose lateness it explains
    QString recuses;        ///< field that names who steps back
    QString readmits;       ///< field that names who may work on the case again
    QString shares;         ///< field that names the block that the case is shared with
    QStringList suspends;   ///< rules whose clock stands still from here …
    bool resumes = false;   ///< … to here
    int withinDays = 0;     ///< may be written at most so many days after …
    QStringList withinOf;   ///< … the newest entry of these kinds; 0: whenever

    const EntryField* field(const QString& code) const;
    bool operator==(const EntryKind&) const = default;
};

/// Bounds that the law sets for the people of a case.
struct PeopleLimits {
    int representatives = 5; ///< of a joint petition (信访工作条例 Art 20)
    int guardianBelow = 14;  ///< years (个人信息保护法 Art 31)
    bool operator==(const PeopleLimits&) const = default;
};

/// A registration that goes on with an earlier case; what a concluded one needs first (信访工作条例 Art 36).
struct Continuing {
    QString field;
    QStringList concluded; ///< states
    QString needs;
    Text say;
    bool operator==(const Continuing&) const = default;
};

/// A sealed workspace: a group of its own whose cases nobody else can see. What `takes` says of a registration goes there.
struct Workspace {
    QString code;
    Text name;
    QString prefix;  ///< of its case numbers: one capital letter, a series of its own
    Wanted takes;    ///< fields of the registration and their values
    QString accused; ///< field of the registration with the logins of members who are accused; they get no key of the case
    bool operator==(const Workspace&) const = default;
};

/// Why somebody reads a case outside their duty.
struct ReadingReason {
    QString code;
    Text name;
    bool operator==(const ReadingReason&) const = default;
};

struct CaseState {
    QString code;
    Text name;
    bool closed = false;
    bool operator==(const CaseState&) const = default;
};

/// How cases are worked on: data (resources/rules/casework.yaml). A plain value.
struct CaseworkBook {
    QList<CaseState> states;
    QList<EntryKind> kinds;
    QList<EntryField> person; ///< what is asked of each person in a list of people
    PeopleLimits limits;
    Continuing continuing;
    QList<Workspace> workspaces;
    QList<ReadingReason> reasons; ///< for reading outside one's duty
    QMap<QString, Text> choiceNames; ///< by code, or "field.code" (choices.yaml)

    const CaseState* state(const QString& code) const;
    const EntryKind* kind(const QString& code) const;
    const EntryKind* opening() const;
    const Workspace* workspace(const QString& code) const;
    /// Where a registration belongs; null: into an ordinary block.
    const Workspace* workspaceFor(const QJsonObject& registration) const;
    const ReadingReason* reason(const QString& code) const;
    /// What a choice of this field is called; its code where nobody named it.
    Text choiceName(const QString& field, const QString& code) const;
    /// The kind, or InvalidArgument with the kinds that may be meant.
    base::Result<EntryKind> find(const QString& code) const;
    /// The kinds that may be written in a state, in the file's order.
    QStringList possible(const QString& state) const;
    bool operator==(const CaseworkBook&) const = default;
};

/// Reads casework.yaml and choices.yaml of a folder; a file that is not there is the one that the programs come with. Every fault is named as
/// "file:line: reason" (FileInvalid): a state or a rule that nobody knows, a state that no kind leads to, a choice without a name.
base::Result<CaseworkBook> readCasework(const QString& folder, const DeadlineBook& deadlines);

/// An entry as the fold below needs it.
struct WrittenEntry {
    qint64 sequence = 0;
    QString kind;
    QJsonObject content;
    QDate day; ///< when it was written, in the hall's zone
    bool operator==(const WrittenEntry&) const = default;
};

/// A clock of a case.
struct CaseClock {
    QString rule;
    Trigger trigger;
    bool extended = false;
    int standstill = 0;        ///< calendar days that it stood still
    qint64 startedBy = 0;      ///< sequence number of the entry
    qint64 stoppedBy = 0;      ///< 0: it runs
    bool standing = false;     ///< the case is suspended, and this clock stands still meanwhile
    qint64 explainedBy = 0;    ///< entry that says why it is late; 0: none
    QDate until;               ///< a day that the parties agreed on; none: by the rule

    /// The day on which it ends; invalid where the rule cannot be counted.
    QDate dueDay(const DeadlineBook& deadlines, const Calendar& calendar) const;
    bool operator==(const CaseClock&) const = default;
};

/// What the entries of a case add up to.
struct CaseStanding {
    QString state;
    QList<CaseClock> clocks;
    QJsonObject facts;                     ///< what the registration says, as corrected
    QStringList recused;                   ///< logins and names of who may not work on it
    QMap<QString, WrittenEntry> newest;    ///< by kind
    QString before;                        ///< while suspended: the state that the case goes back to

    const CaseClock* running(const QString& rule) const;
    bool operator==(const CaseStanding&) const = default;
};

/// Folds the entries in their order. Kinds that the book no longer knows change nothing. Rules whose profile is off start no
/// clock. A rule that is started again while it runs begins anew. A correction that names a field and gives its value changes
/// what the case says from then on; the entry corrected stays as it is.
CaseStanding standing(const QList<WrittenEntry>& entries, const CaseworkBook& book, const DeadlineBook& deadlines);

/// The state of a case after an entry of this kind.
QString stateAfter(const EntryKind& kind, const CaseStanding& before);
/// Whether this entry ends that clock.
bool endsClock(const EntryKind& kind, const QJsonObject& content, const CaseClock& clock);

} // namespace hall::rules
