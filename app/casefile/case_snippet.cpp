// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/casefile/case_snippet.h"

#include "app/sql/full_text.h"

#include <algorithm>

namespace hall::casefile {

namespace {

constexpr qsizetype kBefore = 16; // characters in front of what was found
constexpr qsizetype kWhole = 90;

/// Never between the two halves of a character.
qsizetype whole(const QString& text, qsizetype at)
{
    return at > 0 && at < text.size() && text[at].isLowSurrogate() ? at - 1 : at;
}

void joinOverlapping(QList<CaseHit::Mark>& marks)
{
    std::sort(marks.begin(), marks.end(), [](const auto& a, const auto& b) { return a.at < b.at; });
    QList<CaseHit::Mark> joined;
    for (const CaseHit::Mark& mark : marks) {
        if (!joined.isEmpty() && joined.last().at + joined.last().length >= mark.at)
            joined.last().length = std::max(joined.last().length, mark.at + mark.length - joined.last().at);
        else
            joined.append(mark);
    }
    marks = joined;
}

} // namespace

bool holdsAll(const QString& folded, const QStringList& words)
{
    return std::all_of(words.begin(), words.end(), [&](const QString& word) { return folded.contains(word); });
}

void cutSnippet(const QString& text, const sql::FoldedText& folded, const QStringList& words, CaseHit& hit)
{
    // Behind the number, which every hit shows anyway, unless it is what was looked for.
    const qsizetype behindNumber = text.indexOf(QLatin1Char('\n')) + 1;
    qsizetype first = words.isEmpty() ? behindNumber : text.size();
    for (const QString& word : words) {
        if (const qsizetype at = folded.text.indexOf(word); at >= 0)
            first = std::min(first, folded.origin[at]);
    }
    if (first == text.size())
        first = behindNumber;
    const qsizetype floor = first < behindNumber ? 0 : behindNumber;
    const qsizetype begin = whole(text, std::max(floor, first - kBefore));
    const qsizetype end = whole(text, std::min(text.size(), begin + kWhole));
    hit.snippet = text.mid(begin, end - begin).replace(QLatin1Char('\n'), QLatin1Char(' '));
    for (const QString& word : words) {
        const auto from = std::lower_bound(folded.origin.begin(), folded.origin.end(), begin) - folded.origin.begin();
        for (qsizetype at = folded.text.indexOf(word, from); at >= 0; at = folded.text.indexOf(word, at + 1)) {
            const qsizetype from16 = folded.origin[at];
            // A character that folds into several ends where the next one begins.
            qsizetype behind = at + word.size();
            qsizetype to = folded.origin[behind];
            while (to == folded.origin[behind - 1] && behind + 1 < folded.origin.size())
                to = folded.origin[++behind];
            if (to > end)
                break;
            hit.marks.append({from16 - begin, to - from16});
        }
    }
    joinOverlapping(hit.marks);
}

} // namespace hall::casefile
