// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/desk/desk_action.h"

#include <QPushButton>

namespace hall::desk {

class Look;

/// A step as a button: drawing, verb, and its key on a key cap; below it, where there is one, a short note such as the
/// countdown until no-show. When it is not offered it says why, by tooltip and to a screen reader.
class ActionButton : public QPushButton
{
    Q_OBJECT

public:
    ActionButton(Action action, const Look& look, QWidget* parent = nullptr);

    Action action() const { return m_action; }
    void setOffer(const Offer& offer);
    /// The one that the situation asks for is filled.
    void setSuggested(bool suggested);
    void setTall(bool tall);
    void retranslate();

    QSize sizeHint() const override;
    QSize minimumSizeHint() const override { return sizeHint(); }

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    QFont labelFont() const;
    QFont smallFont() const;
    QColor foreground() const;
    void paintFrame(QPainter& painter, const QRectF& box) const;

    const Action m_action;
    const Look& m_look;
    Offer m_offer;
    bool m_suggested = false;
    bool m_tall = false;
};

} // namespace hall::desk
