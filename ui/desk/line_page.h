// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/desk/desk_action.h"

#include <QWidget>

class QScrollArea;

namespace hall::desk {

class DeskSession;
class InsightPane;
class LinePane;
class Look;
class VisitorPane;

/// The clerk's page: left the line, middle the visitor, right what one needs to know; in two columns where there is less
/// room than 1,280 px at 100 %.
class LinePage : public QWidget
{
    Q_OBJECT

public:
    LinePage(DeskSession& session, const Look& look, QWidget* parent = nullptr);

    void act(Action action);
    void focusFirst();
    LinePane* line() { return m_line; }
    VisitorPane* visitor() { return m_visitor; }
    bool isWide() const { return m_wide; }

protected:
    void resizeEvent(QResizeEvent* event) override;

private:
    void arrange();
    void restoreInsight();

    const Look& m_look;
    LinePane* m_line;
    VisitorPane* m_visitor;
    InsightPane* m_insight;
    QScrollArea* m_insightScroll;
    bool m_wide = true;
};

} // namespace hall::desk
