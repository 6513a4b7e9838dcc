// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/rules/deadline_book.h"

#include <QJsonObject>
#include <QMap>

namespace hall::rules {

/// What a field of an entry holds. People are a list of objects with a name and whatever else is known of them.
enum class FieldType { Text, Number, YesNo, Date, Choice, People, Category, Rule };

struct EntryField {
    QString code;
    Text name;
    FieldType type = FieldType::Text;
    QStringList choices; ///< codes; of a choice alone
    bool required = false;
    bool operator==(const EntryField&) const = default;
};

/// A clock that an entry sets running.
struct StartedClock {
    QString rule;
    QString on;                  ///< field with the day of the trigger; empty: the entry's own day
    QMap<QString, QString> when; ///< only where these fields have these values
    bool operator==(const StartedClock&) const = default;
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
    QList<StartedClock> starts;
    QStringList stops;      ///< rules whose clock it ends; "all"
    QString stopsField;     ///< field that names the rule whose clock it ends
    QString extends;        ///< field that names the rule whose clock it extends
    bool suspends = false;  ///< all of the case's clocks stand still from here …
    bool resumes = false;   ///< … to here

    const EntryField* field(const QString& code) const;
    bool operator==(const EntryKind&) const = default;
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

    const CaseState* state(const QString& code) const;
    const EntryKind* kind(const QString& code) const;
    const EntryKind* opening() const;
    /// The kind, or InvalidArgument with the kinds that may be meant.
    base::Result<EntryKind> find(const QString& code) const;
    /// The kinds that may be written in a state, in the file's order.
    QStringList possible(const QString& state) const;
    bool operator==(const CaseworkBook&) const = default;
};

/// Reads casework.yaml of a folder; a file that is not there is the one that the programs come with. Every fault is named as
/// "file:line: reason" (FileInvalid): a state or a rule that nobody knows, a state that no kind leads to.
base::Result<CaseworkBook> readCasework(const QString& folder, const DeadlineBook& deadlines);

/// Whether an entry may be written in this state (empty: the case is being opened) and says what it must; InvalidArgument
/// names the field and what to do. Fields that the kind does not know are kept as they are.
base::Status checkEntry(const CaseworkBook& book, const EntryKind& kind, const QString& state, const QJsonObject& content,
                        const QString& language);

/// An entry as the fold below needs it.
struct WrittenEntry {
    qint64 sequence = 0;
    QString kind;
    QJsonObject content;
    QDate day; ///< when it was written, in the hall's zone
};

/// A clock of a case.
struct CaseClock {
    QString rule;
    Trigger trigger;
    bool extended = false;
    int standstill = 0;        ///< calendar days that it stood still
    qint64 startedBy = 0;      ///< sequence number of the entry
    qint64 stoppedBy = 0;      ///< 0: it runs
    bool standing = false;     ///< the case is suspended
    bool operator==(const CaseClock&) const = default;
};

/// What the entries of a case add up to.
struct CaseStanding {
    QString state;
    QList<CaseClock> clocks;
    bool operator==(const CaseStanding&) const = default;
};

/// Folds the entries in their order. Kinds that the book no longer knows change nothing. Rules whose profile is off start no
/// clock. A rule that is started again while it runs begins anew.
CaseStanding standing(const QList<WrittenEntry>& entries, const CaseworkBook& book, const DeadlineBook& deadlines);

} // namespace hall::rules
