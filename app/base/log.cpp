// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/base/log.h"

namespace hall::base {

Q_LOGGING_CATEGORY(logStore, "hall.store", QtInfoMsg)
Q_LOGGING_CATEGORY(logLine, "hall.line", QtInfoMsg)
Q_LOGGING_CATEGORY(logSeal, "hall.seal", QtInfoMsg)
Q_LOGGING_CATEGORY(logStation, "hall.station", QtInfoMsg)
Q_LOGGING_CATEGORY(logDevice, "hall.device", QtInfoMsg)
Q_LOGGING_CATEGORY(logUi, "hall.ui", QtInfoMsg)

} // namespace hall::base
