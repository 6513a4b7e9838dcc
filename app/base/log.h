// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QLoggingCategory>

namespace hall::base {

/// Categories of the log: "hall.store", "hall.line", "hall.seal", "hall.station", "hall.device", "hall.ui".
/// A log line never carries a name, a number of a person, or anything typed.
Q_DECLARE_LOGGING_CATEGORY(logStore)
Q_DECLARE_LOGGING_CATEGORY(logLine)
Q_DECLARE_LOGGING_CATEGORY(logSeal)
Q_DECLARE_LOGGING_CATEGORY(logStation)
Q_DECLARE_LOGGING_CATEGORY(logDevice)
Q_DECLARE_LOGGING_CATEGORY(logUi)

/// Whatever QT_LOGGING_RULES say: our own categories alone tell details. Those of the libraries write what stands in a window's fields
/// (qt.accessibility.cache does). The first thing that a program does which handles people's words.
void keepLibrariesQuiet();

} // namespace hall::base
