// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/theme/tokens.h"

namespace hall::theme {

/// The Widgets' style sheet. What a widget is, it says by the dynamic property `look`:
/// QPushButton "primary", "danger", "quiet"; QFrame "card", "sunken", "info", "attention", "danger", "good";
/// QLabel "title", "heading", "muted", "number", "danger", "attention", "good", "key" (a key cap).
QString styleSheet(const Palette& palette, const Tokens& tokens, int textPercent);

} // namespace hall::theme
