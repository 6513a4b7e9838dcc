// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/desk/visitor_card.h"

#include "ui/desk/block_mark.h"
#include "ui/desk/desk_session.h"
#include "ui/desk/intake_card.h"
#include "ui/desk/look.h"

#include <QEvent>
#include <QGridLayout>

namespace hall::desk {

using queue::TicketState;

VisitorCard::VisitorCard(DeskSession& session, const Look& look, QWidget* parent)
    : QWidget(parent)
    , m_session(session)
{
    setObjectName(QStringLiteral("visitorCard"));
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(16);
    buildHead(column, look);
    buildFacts(column);

    m_whyBox = new QFrame(this);
    m_whyBox->setProperty("look", QStringLiteral("sunken"));
    auto* why = new QVBoxLayout(m_whyBox);
    why->setContentsMargins(16, 12, 16, 12);
    why->setSpacing(4);
    m_whyTitle = makeLabel("caption", m_whyBox);
    m_why = makeLabel("body", m_whyBox, "whyThisVisitor");
    why->addWidget(m_whyTitle);
    why->addWidget(m_why);
    m_intake = new IntakeCard(session.intake(), this);
    column->addWidget(m_intake);
    m_startCase = makeButton("startCase", this);
    m_startCase->hide(); // until the window has case files
    connect(m_startCase, &QPushButton::clicked, this, &VisitorCard::caseAsked);
    column->addWidget(m_startCase, 0, Qt::AlignLeft);
    column->addWidget(m_whyBox);
    column->addStretch();

    connect(&session.watch(), &LineWatch::pictureChanged, this, &VisitorCard::refresh);
    connect(&session.watch(), &LineWatch::historyChanged, this, &VisitorCard::refresh);
    connect(&session.watch(), &LineWatch::catalogueChanged, this, &VisitorCard::refresh);
    connect(&session, &DeskSession::secondPassed, this, &VisitorCard::tick);
    refresh();
}

void VisitorCard::buildHead(QVBoxLayout* column, const Look& look)
{
    auto* row = new QHBoxLayout;
    row->setSpacing(16);
    m_mark = new BlockMark(look, 56, this);
    m_number = makeLabel("display", this, "currentNumber");
    m_number->setWordWrap(false);
    auto* right = new QVBoxLayout;
    right->setSpacing(0);
    m_state = makeLabel("strong", this, "currentState");
    m_elapsed = makeLabel("timer", this, "currentElapsed");
    m_elapsedCaption = makeLabel("caption", this);
    for (auto* label : {m_state, m_elapsed, m_elapsedCaption}) {
        label->setAlignment(Qt::AlignRight | Qt::AlignVCenter);
        label->setWordWrap(false);
    }
    right->addStretch();
    right->addWidget(m_state);
    right->addWidget(m_elapsed);
    right->addWidget(m_elapsedCaption);
    right->addStretch();
    row->addWidget(m_mark, 0, Qt::AlignVCenter);
    row->addWidget(m_number, 0, Qt::AlignVCenter);
    row->addStretch();
    row->addLayout(right);
    column->addLayout(row);
    // Large text needs the room for the number.
    const auto size = [this, &look] { m_mark->setVisible(look.scale() < 1.6); };
    connect(&look, &Look::changed, this, size);
    size();
}

void VisitorCard::buildFacts(QVBoxLayout* column)
{
    auto* grid = new QGridLayout;
    grid->setHorizontalSpacing(24);
    grid->setVerticalSpacing(2);
    const auto fact = [&](int at, int cellColumn, QLabel*& label, QLabel*& value, const char* name) {
        label = makeLabel("caption", this);
        value = makeLabel("strong", this, name);
        grid->addWidget(label, at, cellColumn);
        grid->addWidget(value, at + 1, cellColumn, Qt::AlignTop);
        grid->setColumnStretch(cellColumn, 1);
    };
    fact(0, 0, m_serviceLabel, m_service, "currentService");
    fact(0, 1, m_classLabel, m_class, "currentClass");
    grid->setRowMinimumHeight(2, 10);
    fact(3, 0, m_waitedLabel, m_waited, "currentWaited");
    fact(3, 1, m_partyLabel, m_party, "currentParty");
    column->addLayout(grid);
}

void VisitorCard::refresh()
{
    const auto& ticket = m_session.current();
    setText(m_serviceLabel, tr("Service"));
    setText(m_classLabel, tr("Class"));
    setText(m_partyLabel, tr("Party"));
    setText(m_waitedLabel, tr("Waited"));
    setText(m_whyTitle, tr("Why this visitor"));
    m_startCase->setText(tr("Start case"));
    m_startCase->setAccessibleName(m_startCase->text());
    if (!ticket)
        return;
    const Phrasebook& p = m_session.phrases();
    const auto block = p.blockOfService(ticket->service);
    m_mark->setBlock(block.isEmpty() ? ticket->block : block);
    setText(m_number, ticket->number);
    m_number->setAccessibleName(tr("Visitor at this desk: %1").arg(ticket->number));
    setText(m_state, p.state(ticket->state));
    setTone(m_state, "type", ticket->state == TicketState::Called ? QStringLiteral("attention") : QStringLiteral("good"));
    setText(m_service, p.service(ticket->service));
    setText(m_class, p.priorityClass(ticket->priorityClass));
    setText(m_party, p.party(ticket->partySize));
    const auto until = ticket->servedAt ? *ticket->servedAt : ticket->calledAt.value_or(m_session.now());
    setText(m_waited, tr("%1, since %2").arg(p.duration(until - ticket->arrived), p.clock(ticket->arrived)));
    const auto why = m_session.why();
    m_whyBox->setVisible(why.has_value());
    if (why)
        setText(m_why, p.why(*why));
    tick();
}

void VisitorCard::tick()
{
    const auto& ticket = m_session.current();
    if (!ticket)
        return;
    const bool called = ticket->state == TicketState::Called;
    const auto since = called ? ticket->calledAt : ticket->servedAt;
    setText(m_elapsed, m_session.phrases().stopwatch(since ? m_session.now() - *since : base::Milliseconds(0)));
    setText(m_elapsedCaption, called ? tr("since the last call (%1)").arg(ticket->calls) : tr("at the desk"));
}

void VisitorCard::changeEvent(QEvent* event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::LanguageChange)
        refresh();
}

} // namespace hall::desk
