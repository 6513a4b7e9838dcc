// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/desk/visitor_pane.h"

#include "ui/desk/action_bar.h"
#include "ui/desk/block_mark.h"
#include "ui/desk/desk_session.h"
#include "ui/desk/intake_card.h"
#include "ui/desk/look.h"
#include "ui/desk/park_form.h"
#include "ui/desk/transfer_form.h"
#include "ui/desk/undo_bar.h"
#include "ui/desk/visitor_card.h"

#include <QAccessible>
#include <QEvent>
#include <QScrollArea>
#include <QStackedWidget>
#include <algorithm>

namespace hall::desk {

using queue::TicketState;

VisitorPane::VisitorPane(DeskSession& session, const Look& look, QWidget* parent)
    : QWidget(parent)
    , m_session(session)
    , m_look(look)
{
    setObjectName(QStringLiteral("visitorPane"));
    auto* outer = new QVBoxLayout(this);
    outer->setContentsMargins(0, 0, 0, 0);
    m_scroll = new QScrollArea(this);
    m_scroll->setWidgetResizable(true);
    m_scroll->setFrameShape(QFrame::NoFrame);
    m_scroll->setFocusPolicy(Qt::NoFocus);
    m_scroll->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    outer->addWidget(m_scroll);
    auto* content = new QWidget(m_scroll);
    m_content = new QVBoxLayout(content);
    m_content->setContentsMargins(0, 0, 0, 0);
    m_content->setSpacing(12);
    m_scroll->setWidget(content);
    auto* card = m_card = new Card(content, 20, 10);
    m_content->addWidget(card, 1);
    auto* column = card->column();

    m_stack = new QStackedWidget(card);
    auto* scroll = new QScrollArea(m_stack);
    scroll->setWidgetResizable(true);
    scroll->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    scroll->setFocusPolicy(Qt::NoFocus);
    scroll->setFrameShape(QFrame::NoFrame);
    m_visitor = new VisitorCard(session, look, scroll);
    connect(m_visitor, &VisitorCard::caseAsked, this, &VisitorPane::caseAsked);
    scroll->setWidget(m_visitor);
    const auto size = [this] { m_stack->setMinimumHeight(m_look.px(190)); };
    connect(&look, &Look::changed, this, size);
    size();
    m_stack->addWidget(scroll);
    buildEmpty(look);
    column->addWidget(m_stack, 1);

    buildNotice(card, column);
    m_forms = {new ParkForm(session, card), new TransferForm(session, look, card)};
    for (FormPanel* form : m_forms) {
        form->hide();
        connect(form, &FormPanel::closed, this, &VisitorPane::showSteps);
        column->addWidget(form);
    }
    m_actions = new ActionBar(session, look, card);
    m_undo = new UndoBar(session, card);
    column->addWidget(m_actions);
    column->addWidget(m_undo);

    connect(m_actions, &ActionBar::asked, this, &VisitorPane::act);
    connect(m_undo, &UndoBar::asked, this, [this] { act(Action::Undo); });
    connect(&session, &DeskSession::situationChanged, this, &VisitorPane::refresh);
    connect(&session.watch(), &LineWatch::pictureChanged, this, &VisitorPane::refresh);
    connect(&session, &DeskSession::performed, this, &VisitorPane::onPerformed);
    connect(&session, &DeskSession::failed, this, &VisitorPane::onFailed);
    connect(&session, &DeskSession::wiped, this, [this] { notice({}, false); });
    refresh();
}

void VisitorPane::buildNotice(QWidget* card, QVBoxLayout* column)
{
    m_notice = new QFrame(card);
    m_notice->setObjectName(QStringLiteral("notice"));
    m_notice->setProperty("look", QStringLiteral("attention"));
    auto* noticeRow = new QHBoxLayout(m_notice);
    noticeRow->setContentsMargins(14, 10, 14, 10);
    m_noticeText = makeLabel("body", m_notice, "noticeText");
    noticeRow->addWidget(m_noticeText);
    m_notice->hide();
    column->addWidget(m_notice);
}

void VisitorPane::buildEmpty(const Look& look)
{
    auto* empty = new QWidget(m_stack);
    empty->setObjectName(QStringLiteral("visitorEmpty"));
    auto* column = new QVBoxLayout(empty);
    column->setSpacing(12);
    m_emptyMark = new BlockMark(look, 72, empty);
    m_emptyTitle = makeLabel("page", empty, "emptyTitle");
    m_emptyTitle->setAlignment(Qt::AlignHCenter);
    m_emptyHint = makeLabel("body", empty, "emptyHint");
    m_emptyHint->setAlignment(Qt::AlignHCenter);
    column->addStretch(2);
    column->addWidget(m_emptyMark, 0, Qt::AlignHCenter);
    column->addWidget(m_emptyTitle);
    column->addWidget(m_emptyHint);
    column->addStretch(3);
    m_stack->addWidget(empty);
}

void VisitorPane::refresh()
{
    const bool has = m_session.current().has_value();
    showSteps();
    m_stack->setCurrentIndex(has ? 0 : 1);
    if (has)
        return;
    QStringList mine;
    for (const queue::Desk& desk : m_session.watch().picture().desks) {
        if (desk.number == m_session.desk())
            mine = desk.services;
    }
    int waiting = 0;
    QString first;
    for (const queue::Ticket& t : m_session.watch().picture().line) {
        if (t.state != TicketState::Waiting || !mine.contains(t.service))
            continue;
        if (++waiting == 1)
            first = t.number;
    }
    const bool paused = m_session.deskState() == queue::DeskState::Paused;
    m_emptyMark->setIcon(paused ? QStringLiteral("pause") : QStringLiteral("desk"));
    if (paused) {
        setText(m_emptyTitle, tr("This desk is on pause"));
        setText(m_emptyHint, tr("Nobody is called here. Press F11 when you are ready to go on."));
    } else if (waiting > 0) {
        setText(m_emptyTitle, tr("Ready for the next visitor"));
        setText(m_emptyHint, tr("%1 waiting for your services; %2 is first. Press F2 to call.").arg(waiting).arg(first));
    } else {
        setText(m_emptyTitle, tr("Nobody waits for your services"));
        setText(m_emptyHint, tr("You need do nothing: as soon as somebody takes a ticket, it appears on the left."));
    }
}

void VisitorPane::openForm(FormPanel* form)
{
    for (FormPanel* other : m_forms) {
        if (other != form)
            other->close();
    }
    if (!m_session.current())
        return;
    form->open(*m_session.current());
    showSteps();
    // Once the layout has found room for it.
    QMetaObject::invokeMethod(this, [this, form] { m_scroll->ensureWidgetVisible(form, 0, 8); }, Qt::QueuedConnection);
}

bool VisitorPane::formOpen() const
{
    return std::any_of(m_forms.begin(), m_forms.end(), [](const FormPanel* form) { return !form->isHidden(); });
}

void VisitorPane::showSteps()
{
    // A form stands where the steps were: one thing at a time.
    const bool form = formOpen();
    m_actions->setVisible(!form);
    auto policy = m_undo->sizePolicy();
    policy.setRetainSizeWhenHidden(!form && m_look.scale() < 1.3);
    m_undo->setSizePolicy(policy);
    m_undo->setSuppressed(form);
}

void VisitorPane::setTail(QWidget* tail)
{
    if (tail == m_tail)
        return;
    if (m_tail)
        m_content->removeWidget(m_tail);
    m_tail = tail;
    if (m_tail) {
        m_content->addWidget(m_tail);
        m_tail->show();
    }
}

void VisitorPane::act(Action action)
{
    notice({}, false);
    const Offer offer = m_session.offer(action);
    if (!offer.enabled) {
        notice(offer.reason, false);
        return;
    }
    switch (action) {
    case Action::Park: openForm(m_forms[0]); return;
    case Action::Transfer: openForm(m_forms[1]); return;
    case Action::CallOutOfTurn: emit reasonAsked(); return;
    default: m_session.perform(action);
    }
}

void VisitorPane::focusFirst() { m_actions->focusSuggested(); }

void VisitorPane::offerCases() { m_visitor->offerCases(); }

void VisitorPane::toggleReveal() { m_visitor->intake()->toggleReveal(); }

void VisitorPane::notice(const QString& text, bool bad)
{
    setTone(m_notice, "look", bad ? QStringLiteral("danger") : QStringLiteral("attention"));
    setText(m_noticeText, text);
    m_notice->setVisible(!text.isEmpty());
    if (!text.isEmpty()) {
        QAccessibleEvent alert(m_noticeText, QAccessible::Alert);
        QAccessible::updateAccessibility(&alert);
    }
}

void VisitorPane::onPerformed(Action action, const Outcome& outcome)
{
    for (FormPanel* form : m_forms) {
        const auto& now = m_session.current();
        if (!now || now->id != form->ticket().id)
            form->close();
    }
    if (action == Action::CallNext && !outcome.ticket)
        notice(tr("Nobody waits for your services any more. New tickets appear by themselves."), false);
    else
        notice({}, false);
}

void VisitorPane::onFailed(Action, const base::Error& error)
{
    if (formOpen())
        return; // the form says it beside its field
    notice(m_session.phrases().remedy(error), error.code != base::ErrorCode::InvalidArgument);
}

void VisitorPane::changeEvent(QEvent* event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::LanguageChange) {
        notice({}, false);
        refresh();
    }
}

} // namespace hall::desk
