// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/base/clock.h"
#include "app/ctl/answer.h"
#include "app/store/hall_folder.h"

namespace hall::ctl {

constexpr qsizetype kShortestPassphrase = 10; // characters

/// What `hallctl init` makes: the hall with its own catalogue, and the people who begin there. With `demo`, staff of every
/// role, a year of history and a morning that is under way.
struct MakeRequest
{
    store::HallPlace place;
    bool demo = false;
    QByteArray answers; ///< JSON of --answers-fd: {"hall":{"zh","en"},"staff":[{"role","login","name","passphrase"}]}
};

/// The answer of the contract: {"hall":…,"staff":[{"name","role","passphrase"?}]}. A passphrase is in it only when it was
/// made here; it is kept nowhere else.
base::Result<Answer> makeHallFor(const MakeRequest& request, const base::Clock& clock);

/// Sixteen letters and digits that are not mistaken for each other, in groups of four: 78 bits.
QByteArray newPassphrase();

} // namespace hall::ctl
