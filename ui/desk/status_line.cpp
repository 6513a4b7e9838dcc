// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/desk/status_line.h"

#include "ui/desk/desk_session.h"

#include <QEvent>

namespace hall::desk {

using queue::TicketState;

StatusLine::StatusLine(DeskSession& session, QWidget* parent)
    : QFrame(parent)
    , m_session(session)
{
    setObjectName(QStringLiteral("statusLine"));
    auto* row = new QHBoxLayout(this);
    row->setContentsMargins(20, 5, 20, 5);
    row->setSpacing(20);
    const auto add = [&](const char* name) {
        auto* label = makeLabel("caption", this, name);
        label->setWordWrap(false);
        label->setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Fixed);
        row->addWidget(label);
        return label;
    };
    m_connection = add("statusConnection");
    m_queue = add("statusQueue");
    row->addStretch();
    m_idle = add("statusIdle");
    m_station = add("statusStation");
    m_person = add("statusPerson");
    m_language = add("statusLanguage");
    m_keys = add("statusKeys");
    connect(&session, &DeskSession::situationChanged, this, &StatusLine::refresh);
    connect(&session, &DeskSession::secondPassed, this, &StatusLine::refresh);
    connect(&session, &DeskSession::personChanged, this, &StatusLine::refresh);
    refresh();
}

QString StatusLine::connectionText() const
{
    const auto& watch = m_session.watch();
    const Phrasebook& p = m_session.phrases();
    switch (m_session.gateway().connection()) {
    case DeskGateway::Connection::Connected: return tr("● Connected");
    case DeskGateway::Connection::Connecting: return tr("○ Connecting to the hall store…");
    case DeskGateway::Connection::Lost: break;
    }
    if (!watch.hasPicture())
        return tr("▲ No connection · trying again");
    return tr("▲ No connection · as of %1 (%2 ago)")
        .arg(p.clock(watch.picture().at), p.duration(m_session.now() - watch.picture().at));
}

void StatusLine::refresh()
{
    using Connection = DeskGateway::Connection;
    const auto connection = m_session.gateway().connection();
    setText(m_connection, connectionText());
    setTone(m_connection, "tone",
            connection == Connection::Connected ? QStringLiteral("good")
            : connection == Connection::Lost    ? QStringLiteral("bad")
                                                : QStringLiteral("warn"));
    int waiting = 0;
    int parked = 0;
    for (const queue::Ticket& t : m_session.watch().picture().line) {
        waiting += t.state == TicketState::Waiting;
        parked += t.state == TicketState::Parked;
    }
    setText(m_queue, m_session.watch().hasPicture() ? tr("%1 waiting, %2 parked").arg(waiting).arg(parked) : QString(), true);
    setText(m_idle, m_idleLeft > 0 ? tr("▲ Locks in %1 s – press any key").arg(m_idleLeft) : QString(), true);
    setTone(m_idle, "tone", QStringLiteral("warn"));
    setText(m_station, m_session.gateway().stationName());
    const auto& person = m_session.person();
    setText(m_person, person ? QStringLiteral("%1 (%2)").arg(person->name, m_session.phrases().role(person->role)) : QString(), true);
    setText(m_language, m_session.phrases().chinese() ? QStringLiteral("中文") : QStringLiteral("English"));
    setText(m_keys, tr("F1 keys"));
    m_keys->setVisible(connection != Connection::Lost); // its room is needed
}

void StatusLine::setIdleWarning(int secondsLeft)
{
    m_idleLeft = secondsLeft;
    refresh();
}

void StatusLine::changeEvent(QEvent* event)
{
    QFrame::changeEvent(event);
    if (event->type() == QEvent::LanguageChange)
        refresh();
}

} // namespace hall::desk
