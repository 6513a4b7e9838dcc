// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/desk/parts.h"

namespace hall::desk {

/// A button that breaks its line instead of cutting it: QPushButton alone cannot, so a label lies on it.
class WrappedButton : public QPushButton
{
    Q_OBJECT

public:
    WrappedButton(const char* objectName, const QString& words, int margin, QWidget* parent);

    bool hasHeightForWidth() const override { return true; }
    int heightForWidth(int width) const override;
    QSize sizeHint() const override;
    QSize minimumSizeHint() const override;

private:
    QLabel* m_words;
    int m_margin;
};

} // namespace hall::desk
