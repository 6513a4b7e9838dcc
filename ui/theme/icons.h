// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QColor>
#include <QIcon>
#include <QStringList>

class QPainter;
class QRectF;

namespace hall::theme {

/// Our drawings (resources/icons): 24-grid, one stroke. Painted in any colour at any size.
QStringList iconNames();
/// Nothing is painted, and false returned, when there is no such drawing.
bool paintIcon(QPainter& painter, const QRectF& box, const QString& name, const QColor& colour);
/// For Widgets: sharp at every scale; `disabled` colours its disabled state.
QIcon icon(const QString& name, const QColor& colour, const QColor& disabled = {});

} // namespace hall::theme
