// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

class QColor;
class QPainter;
class QStyleOptionViewItem;

namespace hall::desk {

class Look;

/// The ground of a row in a list: tinted where it is chosen or under the pointer, with a mark in the block's hue that ends `inset`
/// units from above and below.
void paintListRow(QPainter& painter, const Look& look, const QStyleOptionViewItem& option, const QColor& block, int inset);

} // namespace hall::desk
