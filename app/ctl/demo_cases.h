// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/store/hall_folder.h"

#include <map>

namespace hall::ctl {

/// Passphrases of the people who write, by login.
using DemoPassphrases = std::map<QString, seal::SecretBuffer>;

/// Writes the case files of the demo hall (resources/demo/cases.json: invented people; the days are told from `clock`'s today,
/// so that there is always something green, yellow, red and standing still). Each entry is written by the person whose it is,
/// under the hall's own rules, in the order of time. One transaction.
/// Errors: FileInvalid (what the file asks for is refused: case and entry are named), and the stores'.
base::Status writeDemoCases(const store::HallPlace& place, const DemoPassphrases& passphrases, const base::Clock& clock);

} // namespace hall::ctl
