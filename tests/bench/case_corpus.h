// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/casefile/case_shelf.h"

#include <random>

namespace hall::tests {

/// Made-up cases of a petition hall, always the same ones for the same seed: names by their real frequency (with now and then
/// a 𠮷), numbers, addresses, and sentences whose words recur as they do in such cases, with one or two that are rare.
class CaseCorpus
{
public:
    explicit CaseCorpus(quint64 seed = 1);

    casefile::Projected next();
    QJsonObject person();
    QString narrative();

    static const QStringList& commonWords();  ///< of two to six characters, in a great part of the cases
    static const QString& commonCharacters(); ///< most frequent first

private:
    template <class T>
    const T& any(const QList<T>& list)
    {
        return list.at(static_cast<qsizetype>(m_random() % static_cast<quint64>(list.size())));
    }
    /// Frequent ones far more often than rare ones.
    QString characters(int count);
    QString digits(int count);
    QString identityNumber();

    std::mt19937_64 m_random;
    qint64 m_number = 0;
};

} // namespace hall::tests
