// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QStringList>

namespace hall::setup {

enum class Strength { Empty, Weak, Fair, Good };

/// A careful guess of how hard a passphrase is to find, in bits: characters by their kind, less for runs, repetitions,
/// plain words and for what is known about the person (`personal`: names, the login, the hall).
double passphraseBits(const QString& passphrase, const QStringList& personal);
/// Weak ones are refused: a stolen store may be guessed at for years, though each guess costs 0.4 s and 256 MiB.
Strength passphraseStrength(const QString& passphrase, const QStringList& personal);

} // namespace hall::setup
