// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/desk/line_page.h"

#include "ui/desk/insight_pane.h"
#include "ui/desk/line_pane.h"
#include "ui/desk/look.h"
#include "ui/desk/visitor_pane.h"

#include <QScrollArea>
#include <algorithm>

namespace hall::desk {

LinePage::LinePage(DeskSession& session, const Look& look, QWidget* parent)
    : QWidget(parent)
    , m_look(look)
    , m_line(new LinePane(session, look, this))
    , m_visitor(new VisitorPane(session, look, this))
    , m_insight(new InsightPane(session))
    , m_insightScroll(new QScrollArea(this))
{
    setObjectName(QStringLiteral("linePage"));
    setProperty("page", true);
    m_insightScroll->setWidgetResizable(true);
    m_insightScroll->setFrameShape(QFrame::NoFrame);
    m_insightScroll->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_insightScroll->setFocusPolicy(Qt::NoFocus);
    m_insightScroll->setWidget(m_insight);
    connect(m_line, &LinePane::asked, m_visitor, &VisitorPane::act);
    connect(m_visitor, &VisitorPane::reasonAsked, m_line, &LinePane::askReason);
    connect(&m_look, &Look::changed, this, &LinePage::arrange);
}

void LinePage::act(Action action) { m_visitor->act(action); }

void LinePage::restoreInsight()
{
    if (!m_insightScroll->widget()) {
        m_visitor->setTail(nullptr);
        m_insightScroll->setWidget(m_insight);
    }
    m_insightScroll->show();
}

void LinePage::focusFirst() { m_visitor->focusFirst(); }

void LinePage::resizeEvent(QResizeEvent* event)
{
    QWidget::resizeEvent(event);
    arrange();
}

void LinePage::arrange()
{
    const int gap = 12;
    const QRect all = rect().adjusted(16, 14, -16, -14);
    m_wide = width() >= m_look.px(1270);
    const int left = std::clamp(m_look.px(320), 0, all.width() * 42 / 100);
    const int right = m_look.px(310);
    m_line->setGeometry(all.left(), all.top(), left, all.height());
    const int middleLeft = all.left() + left + gap;
    if (m_wide) {
        restoreInsight();
        const int middle = all.width() - left - right - 2 * gap;
        m_visitor->setGeometry(middleLeft, all.top(), middle, all.height());
        m_insightScroll->setGeometry(middleLeft + middle + gap, all.top(), right, all.height());
        return;
    }
    // Two columns: what one needs to know goes below the visitor, or where even that is too low, behind it by scrolling.
    const int middle = all.width() - left - gap;
    const int below = std::min(m_look.px(240), all.height() / 4);
    if (all.height() - below - gap < m_look.px(500)) {
        if (m_insightScroll->widget())
            m_visitor->setTail(m_insightScroll->takeWidget());
        m_insightScroll->hide();
        m_visitor->setGeometry(middleLeft, all.top(), middle, all.height());
        return;
    }
    restoreInsight();
    m_visitor->setGeometry(middleLeft, all.top(), middle, all.height() - below - gap);
    m_insightScroll->setGeometry(middleLeft, all.bottom() + 1 - below, middle, below);
}

} // namespace hall::desk
