// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

namespace hall::desk {

/// What Qt keeps of what was shown although no widget shows it any more: the style's copy of the row that it drew last,
/// a text on the clipboard. On the GUI thread, once the pages have put away what they showed.
void putAwayWhatQtKeeps();

} // namespace hall::desk
