// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/desk/talk/wrapped_button.h"

#include <algorithm>

namespace hall::desk {

WrappedButton::WrappedButton(const char* objectName, const QString& words, int margin, QWidget* parent)
    : QPushButton(parent)
    , m_words(makeLabel("body", this))
    , m_margin(margin)
{
    setObjectName(QLatin1StringView(objectName));
    setAutoDefault(false);
    setCursor(Qt::PointingHandCursor);
    m_words->setAttribute(Qt::WA_TransparentForMouseEvents);
    m_words->setWordWrap(true);
    hall::desk::setText(m_words, words);
    auto* inner = new QHBoxLayout(this);
    inner->setContentsMargins(margin, margin / 2, margin, margin / 2);
    inner->addWidget(m_words);
    setAccessibleName(words);
    QSizePolicy policy(QSizePolicy::Expanding, QSizePolicy::Minimum);
    policy.setHeightForWidth(true);
    setSizePolicy(policy);
}

int WrappedButton::heightForWidth(int width) const
{
    return std::max(minimumHeight(), m_words->heightForWidth(std::max(1, width - 2 * m_margin)) + m_margin + 4);
}

QSize WrappedButton::sizeHint() const
{
    const int wide = width() > 2 * m_margin ? width() : 12 * m_margin;
    return {wide, heightForWidth(wide)};
}

/// A word is never cut, lines are broken: as wide as the longest word.
QSize WrappedButton::minimumSizeHint() const
{
    return {m_words->minimumSizeHint().width() + 2 * m_margin, std::max(minimumHeight(), m_margin * 2)};
}

} // namespace hall::desk
