// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QList>
#include <QString>
#include <algorithm>
#include <cstddef>
#include <string_view>

namespace hall::sql {

// The pieces that the full-text index is made of; for the room's own files.

inline constexpr qsizetype kGramCharacters = 4;
/// A hall's numbers share their runs of four digits (there are but ten thousand); those of six are rare.
inline constexpr qsizetype kDigitCharacters = 6;
inline constexpr QChar kMarkBegins = QChar(u'\x02');
inline constexpr QChar kMarkEnds = QChar(u'\x03');

/// Calls sink(begin, end) for the bytes of every token of a folded text (UTF-8) until it returns something else than 0, which
/// is returned.
template <class Sink>
int forEachToken(std::string_view text, Sink sink)
{
    const auto isDigit = [&](std::size_t i) { return text[i] >= '0' && text[i] <= '9'; };
    const auto ends = [&](std::size_t i) { return i >= text.size() || text[i] == ' ' || text[i] == '\x02' || text[i] == '\x03'; };
    const auto next = [&](std::size_t i) {
        for (++i; i < text.size() && (static_cast<unsigned char>(text[i]) & 0xC0) == 0x80;)
            ++i;
        return i;
    };
    std::size_t at = 0;
    while (at < text.size()) {
        if (text[at] == '\x02') {
            const std::size_t close = text.find('\x03', at);
            const std::size_t end = close == std::string_view::npos ? text.size() : close + 1;
            if (const int stop = sink(at, end); stop != 0)
                return stop;
            at = end;
            continue;
        }
        if (ends(at)) {
            ++at;
            continue;
        }
        std::size_t end = at;
        for (qsizetype length = 1; length <= kGramCharacters && !ends(end); ++length) {
            end = next(end);
            if (const int stop = sink(at, end); stop != 0)
                return stop;
        }
        qsizetype digits = 0;
        while (digits < kDigitCharacters && at + digits < text.size() && isDigit(at + digits))
            ++digits;
        if (digits == kDigitCharacters) {
            if (const int stop = sink(at, at + digits); stop != 0)
                return stop;
        }
        at = next(at);
    }
    return 0;
}

/// Calls sink(token) for tokens that a text with this folded word has for certain, the rarer ones first.
template <class Sink>
void narrowest(const QString& word, Sink sink)
{
    const QList<uint> characters = word.toUcs4();
    const auto token = [&](qsizetype at, qsizetype length) {
        QString text;
        for (const uint c : characters.mid(at, length))
            text += QString::fromUcs4(reinterpret_cast<const char32_t*>(&c), 1);
        return text;
    };
    const auto isDigit = [&](qsizetype i) { return characters[i] >= '0' && characters[i] <= '9'; };
    const qsizetype size = characters.size();
    if (size <= kGramCharacters) {
        sink(word);
        return;
    }
    // The longest run of digits, which tells most.
    qsizetype begin = 0;
    qsizetype digits = 0;
    for (qsizetype at = 0; at < size; ++at) {
        qsizetype length = 0;
        while (at + length < size && isDigit(at + length))
            ++length;
        if (length > digits) {
            begin = at;
            digits = length;
        }
        at += length;
    }
    if (digits >= kDigitCharacters) {
        // Of a long number the end tells most; its beginning is an area's, a year's, a network's.
        const qsizetype end = begin + digits;
        sink(token(end - kDigitCharacters, kDigitCharacters));
        if (digits > kDigitCharacters)
            sink(token(std::max(begin, end - 2 * kDigitCharacters), kDigitCharacters));
        if (end < size)
            sink(token(size - kGramCharacters, kGramCharacters));
        if (begin > 0)
            sink(token(0, kGramCharacters));
        return;
    }
    // As few as cover the word: each costs a walk along its list, and whether they touch is looked at in the text.
    for (qsizetype at = 0; at + kGramCharacters < size; at += kGramCharacters)
        sink(token(at, kGramCharacters));
    sink(token(size - kGramCharacters, kGramCharacters));
}

} // namespace hall::sql
