// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/desk/form_panel.h"

#include <QEvent>
#include <QKeyEvent>

namespace hall::desk {

FormPanel::FormPanel(DeskSession& session, Action action, QWidget* parent)
    : QFrame(parent)
    , m_session(session)
    , m_action(action)
{
    setProperty("look", QStringLiteral("form"));
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(16, 14, 16, 14);
    column->setSpacing(10);
    m_title = makeLabel("strong", this, "formTitle");
    column->addWidget(m_title);
    m_fields = new QVBoxLayout;
    m_fields->setSpacing(8);
    column->addLayout(m_fields);
    m_error = makeLabel("error", this, "formError");
    m_error->hide();
    column->addWidget(m_error);
    auto* row = new QHBoxLayout;
    m_go = makeButton("formGo", this, true);
    m_leave = makeButton("formLeave", this);
    row->addWidget(m_go);
    row->addWidget(m_leave);
    row->addStretch();
    column->addLayout(row);

    connect(m_go, &QPushButton::clicked, this, &FormPanel::submit);
    connect(m_leave, &QPushButton::clicked, this, &FormPanel::close);
    connect(&m_session, &DeskSession::situationChanged, this, &FormPanel::refresh);
    connect(&m_session, &DeskSession::performed, this, [this](Action done) {
        if (!m_open || !m_sent || done != m_action)
            return;
        m_session.dropDraft(draftName());
        close();
    });
    connect(&m_session, &DeskSession::failed, this, [this](Action tried, const base::Error& error) {
        if (!m_open || !m_sent || tried != m_action)
            return;
        m_sent = false;
        setError(m_session.phrases().remedy(error));
        firstField()->setFocus();
    });
    connect(&m_session, &DeskSession::wiped, this, [this] {
        if (m_open)
            close();
    });
}

QString FormPanel::draftName() const
{
    return Actions::objectName(m_action) + u'/' + QString::number(m_ticket.id.value());
}

void FormPanel::open(const queue::Ticket& ticket)
{
    m_ticket = ticket;
    m_open = true;
    m_sent = false;
    setError({});
    m_setting = true;
    setContent(m_session.draft(draftName()));
    m_setting = false;
    retranslate();
    refresh();
    show();
    firstField()->setFocus(Qt::OtherFocusReason);
}

void FormPanel::close()
{
    if (!m_open)
        return;
    m_open = false;
    hide();
    emit closed();
}

void FormPanel::changed()
{
    if (m_setting || !m_open)
        return;
    m_session.keepDraft(draftName(), content());
    setError({});
}

void FormPanel::setError(const QString& text) { setText(m_error, text, true); }

void FormPanel::submit()
{
    Step step;
    step.ticket = m_ticket.id;
    if (const auto missing = read(step); !missing.isEmpty()) {
        setError(missing);
        firstField()->setFocus();
        return;
    }
    m_sent = true;
    m_session.perform(m_action, step);
}

void FormPanel::refresh()
{
    if (!m_open)
        return;
    const auto situation = m_session.situation();
    m_go->setEnabled(situation.connected && !situation.busy);
    m_go->setToolTip(situation.connected ? QString() : Actions::offer(m_action, situation).reason);
    if (!situation.connected)
        setError(Actions::offer(m_action, situation).reason);
    else if (m_error->text() == m_goneText)
        setError({});
    m_goneText = situation.connected ? QString() : m_error->text();
}

void FormPanel::retranslate()
{
    setText(m_title, titleText());
    setAccessibleName(titleText());
    m_go->setText(Actions::label(m_action));
    m_go->setAccessibleName(m_go->text());
    m_leave->setText(tr("Not now"));
    m_leave->setAccessibleName(m_leave->text());
    m_leave->setToolTip(tr("Close the form (Esc); what you typed is kept"));
}

void FormPanel::changeEvent(QEvent* event)
{
    QFrame::changeEvent(event);
    if (event->type() == QEvent::LanguageChange)
        retranslate();
}

void FormPanel::keyPressEvent(QKeyEvent* event)
{
    const bool enter = event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter;
    if (event->key() == Qt::Key_Escape || (enter && m_leave->hasFocus())) {
        close();
        return;
    }
    if (enter) {
        if (m_go->isEnabled())
            submit();
        return;
    }
    QFrame::keyPressEvent(event);
}

} // namespace hall::desk
