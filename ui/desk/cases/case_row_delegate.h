// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/casefile/case_clocks.h"
#include "ui/desk/look.h"

#include <QStyledItemDelegate>

namespace hall::desk {

/// How a deadline's light is drawn: each its own shape, never colour alone.
struct LightLook
{
    QString icon;
    QColor colour;
};
LightLook lightLook(casefile::Light light, const theme::Palette& colours);

/// A case in the list: number and people, its nearest deadline as drawing and word, state and handler, and what was found with the
/// words that were looked for marked (bold on a tint, underlined: not by colour alone).
class CaseRowDelegate : public QStyledItemDelegate
{
    Q_OBJECT

public:
    CaseRowDelegate(const Look& look, QObject* parent = nullptr);

    QSize sizeHint(const QStyleOptionViewItem& option, const QModelIndex& index) const override;
    void paint(QPainter* painter, const QStyleOptionViewItem& option, const QModelIndex& index) const override;

private:
    void paintLight(QPainter& painter, const QRect& line, const QModelIndex& index) const;
    void paintSnippet(QPainter& painter, const QRect& line, const QModelIndex& index) const;

    const Look& m_look;
};

} // namespace hall::desk
