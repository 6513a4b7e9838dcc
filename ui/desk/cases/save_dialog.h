// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>
#include <functional>

class QWidget;

namespace hall::desk {

/// Asks where a copy named `name` goes; returns at once, and `then` is told the path when one was chosen.
void askWhereToSave(QWidget* parent, const QString& title, const QString& name, std::function<void(const QString&)> then);

} // namespace hall::desk
