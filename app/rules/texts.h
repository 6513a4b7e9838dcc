// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QCoreApplication>

namespace hall::rules {

/// What this room says, in the language of the program.
inline QString tr(const char* text)
{
    return QCoreApplication::translate("hall::rules", text);
}

} // namespace hall::rules
