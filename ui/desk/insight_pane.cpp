// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/desk/insight_pane.h"

#include "ui/desk/desk_session.h"
#include "ui/desk/story_list.h"

#include <QEvent>
#include <QScrollArea>

namespace hall::desk {

InsightPane::InsightPane(DeskSession& session, QWidget* parent)
    : QWidget(parent)
    , m_session(session)
{
    setObjectName(QStringLiteral("insightPane"));
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(12);
    const auto addCard = [&](QLabel*& title) {
        auto* card = new Card(this, 16, 10);
        title = makeLabel("title", card);
        card->column()->addWidget(title);
        column->addWidget(card);
        return card;
    };
    m_storyCard = addCard(m_storyTitle);
    m_storyEmpty = makeLabel("muted", m_storyCard);
    m_story = new StoryList(m_storyCard);
    m_story->setObjectName(QStringLiteral("ticketStory"));
    m_storyCard->column()->addWidget(m_storyEmpty);
    m_storyCard->column()->addWidget(m_story);
    m_passedCard = addCard(m_passedTitle);
    m_passedHint = makeLabel("caption", m_passedCard);
    m_passed = new StoryList(m_passedCard);
    m_passed->setObjectName(QStringLiteral("passedOver"));
    m_passedCard->column()->addWidget(m_passedHint);
    m_passedCard->column()->addWidget(m_passed);
    auto* loads = addCard(m_loadsTitle);
    m_loads = new StoryList(loads);
    m_loads->setObjectName(QStringLiteral("hallLoads"));
    loads->column()->addWidget(m_loads);
    column->addStretch();

    connect(&session.watch(), &LineWatch::historyChanged, this, &InsightPane::refresh);
    connect(&session.watch(), &LineWatch::pictureChanged, this, &InsightPane::refresh);
    connect(&session.watch(), &LineWatch::catalogueChanged, this, &InsightPane::refresh);
    connect(&session, &DeskSession::selectionChanged, this, &InsightPane::refresh);
    refresh();
}

void InsightPane::refresh()
{
    showStory();
    showPassedOver();
    showLoads();
}

void InsightPane::showStory()
{
    const auto& current = m_session.current();
    const auto ticket = current ? current : m_session.selected();
    setText(m_storyTitle, ticket ? tr("%1 so far").arg(ticket->number) : tr("The ticket so far"));
    QList<StoryList::Row> rows;
    const Phrasebook& p = m_session.phrases();
    if (ticket && m_session.watch().followed() == ticket->id) {
        for (const queue::TicketEvent& e : m_session.watch().history())
            rows.append({p.clock(e.at), p.story(e), {}, e.kind == u"issued" ? QString() : p.person(e.actor)});
    }
    m_story->setRows(rows);
    m_story->setVisible(!rows.isEmpty());
    m_storyEmpty->setVisible(rows.isEmpty());
    setText(m_storyEmpty, tr("Call somebody, or select a ticket in the line, to see its way through the hall."));
}

void InsightPane::showPassedOver()
{
    const auto why = m_session.why();
    QList<StoryList::Row> rows;
    if (why) {
        for (const queue::RunnerUp& r : why->runnersUp) {
            const auto waited = base::Milliseconds(static_cast<qint64>(r.waited * 1000));
            rows.append({r.number, tr("waited %1").arg(m_session.phrases().duration(waited)), QString::number(qRound(r.score)), {}});
        }
    }
    setText(m_passedTitle, tr("Who was passed over"));
    setText(m_passedHint, tr("The next best when this visitor was called, with their claim."));
    m_passed->setRows(rows);
    m_passedCard->setVisible(!rows.isEmpty());
}

void InsightPane::showLoads()
{
    setText(m_loadsTitle, tr("The hall now"));
    const Phrasebook& p = m_session.phrases();
    QList<StoryList::Row> rows;
    for (const queue::BlockLoad& load : m_session.watch().picture().loads) {
        QString detail = tr("Desks open: %1").arg(load.desksOpen);
        if (load.parked > 0)
            detail += tr(" · parked: %1").arg(load.parked);
        if (load.desksOpen > 0)
            detail += tr(" · new visitors: %1").arg(p.waitRange(load.wait));
        rows.append({QString::number(load.waiting), p.block(load.block), {}, detail});
    }
    m_loads->setRows(rows);
}

void InsightPane::changeEvent(QEvent* event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::LanguageChange)
        refresh();
}

} // namespace hall::desk
