// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QList>
#include <QString>
#include <QStringList>

namespace hall::sql {

/// Full text without a dictionary of words, for Chinese and everything else: a word is found wherever it stands in a text,
/// also inside another word or a number. What is indexed and what is searched are folded alike, so full width equals half
/// width, capitals equal small letters, accents are left out, and all that is neither letter nor digit is one space.
///
/// The index (an FTS5 table with `tokenize='hall_grams'`) holds every run of one to four characters, and of six digits.
/// A word of up to four characters is one token and its list needs no second look; a longer one is the meeting of several,
/// and whoever searches looks whether it really stands there (contains()).

/// A folded text and where each of its units came from.
struct FoldedText
{
    QString text;
    QList<qsizetype> origin; ///< of each unit of `text`, and one more for its end
};

QString fold(QStringView text);
FoldedText foldWithOrigin(QStringView text);

/// What somebody typed, as folded words; each must be found. No character of it means anything to the index.
QStringList searchedWords(QStringView typed);

/// A property that is searched like a word but never typed: "state:closed". In front of an indexed text.
QString mark(const QString& property);

/// What is handed to an FTS5 table's MATCH: all of the words, and for each list at least one of its marks. Empty where nothing
/// is asked for.
QString matching(const QStringList& words, const QList<QStringList>& marks = {});

/// Whether the index alone answers for this folded word.
bool isOneToken(const QString& word);

} // namespace hall::sql
