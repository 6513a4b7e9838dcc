// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/rules/casework.h"

namespace hall::rules {

/// Whether an entry may be written in this state (empty: the case is being opened) and says what it must; InvalidArgument
/// names every field that is wrong and what to do. Fields that the kind does not know are kept as they are. `today`: a birth
/// after it is none.
base::Status checkEntry(const CaseworkBook& book, const EntryKind& kind, const QString& state, const QJsonObject& content,
                        const QString& language, QDate today = QDate::currentDate());

/// What is wrong with one field of an entry.
struct EntryFault {
    QString path; ///< "petitioners[1].id_number"
    QString why;  ///< names the field and says what to do
};
/// The same as a list; the state of the case is not looked at.
QList<EntryFault> entryFaults(const CaseworkBook& book, const EntryKind& kind, const QJsonObject& content, const QString& language,
                              QDate today);

/// What the law asks for and this entry does not say ("petitioners[1].address"): told, but nobody is turned away for it.
QStringList missingFields(const CaseworkBook& book, const EntryKind& kind, const QJsonObject& content);

/// The law on the day of writing.
struct LawToday {
    const CaseworkBook& casework;
    const DeadlineBook& deadlines;
    const Calendar& calendar;
    QDate today;
    QString language; ///< of what is said when an entry is refused
};

/// Who writes.
struct Writer {
    QString login;
    QString name;
};

/// Whether this person may write this entry into a case that stands like that: checkEntry(), the demands of the kind, and
///  - who stepped back (信访工作条例 Art 28) writes nothing until they are admitted again;
///  - an extension names a running clock, which may be extended, once;
///  - a duty's clock that is late is ended only after an entry has explained it;
///  - what may be written only for some days is not written later.
/// Errors: PermissionDenied (stepped back), InvalidArgument.
base::Status checkWriting(const LawToday& law, const EntryKind& kind, const CaseStanding& standing, const QJsonObject& content,
                          const Writer& writer);

/// Whether this person stepped back from the case.
bool steppedBack(const CaseStanding& standing, const Writer& writer);
/// PermissionDenied, and what to do.
base::Error refusedAfterSteppingBack();

/// Whether a case may be registered that goes on with one in state `before` (Art 36): InvalidArgument with the words that the
/// petitioner is answered with.
base::Status checkContinuation(const CaseworkBook& book, const QJsonObject& registration, const QString& before,
                               const QString& language);
/// The case that a registration goes on with; empty: none.
QString continuedCase(const CaseworkBook& book, const QJsonObject& registration);

} // namespace hall::rules
