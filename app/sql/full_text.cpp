// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/sql/full_text.h"

#include "app/sql/grams.h"

#include <QChar>
#include <utility>

namespace hall::sql {

namespace {

constexpr qsizetype kMostGrams = 24;   // of one word; a longer one is looked for by its beginning, then compared
constexpr char32_t kFirstAccent = 0x300;
constexpr char32_t kLastAccent = 0x36F;

bool isIdeograph(char32_t c)
{
    return (c >= 0x4E00 && c <= 0x9FFF) || (c >= 0x3400 && c <= 0x4DBF) || (c >= 0x20000 && c <= 0x2F7FF) || (c >= 0x30000 && c <= 0x323AF);
}

/// Rare characters of names are in nobody's tables yet, or in private ones.
bool belongsToWords(char32_t c)
{
    switch (QChar::category(c)) {
    case QChar::Letter_Uppercase:
    case QChar::Letter_Lowercase:
    case QChar::Letter_Titlecase:
    case QChar::Letter_Modifier:
    case QChar::Letter_Other:
    case QChar::Number_DecimalDigit:
    case QChar::Number_Letter:
    case QChar::Number_Other:
    case QChar::Mark_NonSpacing:
    case QChar::Mark_SpacingCombining:
    case QChar::Mark_Enclosing:
    case QChar::Symbol_Other:
    case QChar::Other_PrivateUse:
    case QChar::Other_NotAssigned:
        return true;
    default:
        return false;
    }
}

template <class Sink>
void foldCharacter(char32_t c, Sink sink)
{
    if (isIdeograph(c)) {
        sink(c);
        return;
    }
    if (c < 0x80) {
        const bool word = (c >= '0' && c <= '9') || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
        sink(!word ? U' ' : c >= 'A' && c <= 'Z' ? c + 0x20 : c);
        return;
    }
    const QString parts = QString::fromUcs4(&c, 1).normalized(QString::NormalizationForm_KD);
    for (const char32_t part : parts.toUcs4()) {
        if (part < kFirstAccent || part > kLastAccent)
            sink(belongsToWords(part) ? QChar::toCaseFolded(part) : U' ');
    }
}

/// Calls sink(folded character, position in `text`); spaces are not gathered.
template <class Sink>
void foldEach(QStringView text, Sink sink)
{
    for (qsizetype i = 0; i < text.size(); ++i) {
        const qsizetype at = i;
        char32_t c = text[i].unicode();
        if (text[i].isHighSurrogate() && i + 1 < text.size() && text[i + 1].isLowSurrogate()) {
            c = QChar::surrogateToUcs4(text[i], text[i + 1]);
            ++i;
        } else if (text[i].isSurrogate()) {
            c = U' ';
        }
        foldCharacter(c, [&](char32_t folded) { sink(folded, at); });
    }
}

/// Gathers spaces; calls came(position in `text`) for each unit of `folded`.
template <class Came>
void foldInto(QString& folded, QStringView text, Came came)
{
    bool afterSpace = true;
    foldEach(text, [&](char32_t c, qsizetype at) {
        if (c == U' ' && std::exchange(afterSpace, true))
            return;
        afterSpace = c == U' ';
        if (QChar::requiresSurrogates(c)) {
            folded += QChar(QChar::highSurrogate(c));
            came(at);
            folded += QChar(QChar::lowSurrogate(c));
        } else {
            folded += QChar(static_cast<char16_t>(c));
        }
        came(at);
    });
}

QString quoted(const QString& token)
{
    return QLatin1Char('"') + token + QLatin1Char('"'); // no token holds a quotation mark
}

} // namespace

FoldedText foldWithOrigin(QStringView text)
{
    FoldedText folded;
    folded.text.reserve(text.size());
    folded.origin.reserve(text.size() + 1);
    foldInto(folded.text, text, [&](qsizetype at) { folded.origin.append(at); });
    folded.origin.append(text.size());
    return folded;
}

QString fold(QStringView text)
{
    QString folded;
    folded.reserve(text.size());
    foldInto(folded, text, [](qsizetype) {});
    return folded;
}

QStringList searchedWords(QStringView typed)
{
    QStringList words = fold(typed).split(QLatin1Char(' '), Qt::SkipEmptyParts);
    words.removeDuplicates();
    return words;
}

QString mark(const QString& property)
{
    QString clean = property;
    clean.remove(QLatin1Char('"')).remove(kMarkBegins).remove(kMarkEnds);
    return kMarkBegins + clean + kMarkEnds;
}

bool isOneToken(const QString& word)
{
    return word.toUcs4().size() <= kGramCharacters;
}

QString matching(const QStringList& words, const QList<QStringList>& marks)
{
    QStringList all;
    for (const QString& word : words) {
        QStringList grams;
        narrowest(word, [&](const QString& gram) {
            if (grams.size() < kMostGrams)
                grams.append(quoted(gram));
        });
        all += grams;
    }
    all.removeDuplicates();
    for (const QStringList& anyOf : marks) {
        QStringList alternatives;
        for (const QString& property : anyOf)
            alternatives.append(quoted(mark(property)));
        if (!alternatives.isEmpty())
            all.append(QLatin1Char('(') + alternatives.join(QStringLiteral(" OR ")) + QLatin1Char(')'));
    }
    return all.join(QStringLiteral(" AND "));
}

} // namespace hall::sql
