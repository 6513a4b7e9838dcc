// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/base/log.h"

namespace hall::base {

Q_LOGGING_CATEGORY(logStore, "hall.store", QtInfoMsg)
Q_LOGGING_CATEGORY(logLine, "hall.line", QtInfoMsg)
Q_LOGGING_CATEGORY(logSeal, "hall.seal", QtInfoMsg)
Q_LOGGING_CATEGORY(logStation, "hall.station", QtInfoMsg)
Q_LOGGING_CATEGORY(logDevice, "hall.device", QtInfoMsg)
Q_LOGGING_CATEGORY(logUi, "hall.ui", QtInfoMsg)

namespace {

QLoggingCategory::CategoryFilter rulesOfTheSystem = nullptr;

void ownDetailsAlone(QLoggingCategory* category)
{
    rulesOfTheSystem(category);
    if (QLatin1StringView(category->categoryName()).startsWith(QLatin1StringView("hall.")))
        return;
    category->setEnabled(QtDebugMsg, false);
    category->setEnabled(QtInfoMsg, false);
}

} // namespace

void keepLibrariesQuiet()
{
    if (rulesOfTheSystem)
        return;
    rulesOfTheSystem = QLoggingCategory::installFilter(nullptr); // tells what it was; ours is asked at once
    QLoggingCategory::installFilter(ownDetailsAlone);
}

} // namespace hall::base
