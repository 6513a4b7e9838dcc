// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/desk/parts.h"

namespace hall::desk {

class DeskSession;
class StoryList;

/// Right: the ticket's way so far, who was passed over for it, and how the hall stands.
class InsightPane : public QWidget
{
    Q_OBJECT

public:
    explicit InsightPane(DeskSession& session, QWidget* parent = nullptr);

protected:
    void changeEvent(QEvent* event) override;

private:
    void refresh();
    void showStory();
    void showPassedOver();
    void showLoads();

    DeskSession& m_session;
    Card* m_storyCard;
    QLabel* m_storyTitle;
    QLabel* m_storyEmpty;
    StoryList* m_story;
    Card* m_passedCard;
    QLabel* m_passedTitle;
    QLabel* m_passedHint;
    StoryList* m_passed;
    QLabel* m_loadsTitle;
    StoryList* m_loads;
};

} // namespace hall::desk
