// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/desk/desk_session.h"

#include <chrono>

namespace hall::desk {

using base::Error;
using base::Result;

DeskSession::DeskSession(DeskGateway& gateway, Preferences& preferences, const base::Clock& clock, QObject* parent)
    : QObject(parent)
    , m_gateway(gateway)
    , m_preferences(preferences)
    , m_clock(clock)
    , m_watch(gateway)
    , m_intake(gateway)
    , m_undo(clock)
{
    m_phrases.setChinese(preferences.chinese());
    connect(&m_preferences, &Preferences::languageChanged, this,
            [this] { m_phrases.setChinese(m_preferences.chinese()); });
    connect(&m_watch, &LineWatch::catalogueChanged, this, [this] {
        m_phrases.setCatalogue(m_watch.catalogue());
        emit situationChanged();
    });
    connect(&m_watch, &LineWatch::pictureChanged, this, [this] {
        followFocus();
        emit situationChanged();
    });
    connect(&m_watch, &LineWatch::connectionChanged, this, &DeskSession::situationChanged);
    connect(&m_undo, &UndoWindow::changed, this, &DeskSession::situationChanged);
    m_second.setInterval(1000);
    connect(&m_second, &QTimer::timeout, this, &DeskSession::secondPassed);
    m_second.start();
    if (m_watch.connected())
        m_watch.readCatalogue();
}

queue::DeskState DeskSession::deskState() const
{
    for (const queue::Desk& desk : m_watch.picture().desks) {
        if (desk.number == m_desk)
            return desk.state;
    }
    return queue::DeskState::Closed;
}

std::optional<queue::Ticket> DeskSession::selected() const
{
    for (const queue::Ticket& ticket : m_watch.picture().line) {
        if (ticket.id == m_selected)
            return ticket;
    }
    return std::nullopt;
}

std::optional<queue::Why> DeskSession::why() const
{
    return current() && m_watch.followed() == current()->id ? lastWhy(m_watch.history()) : std::nullopt;
}

Situation DeskSession::situation() const
{
    Situation s;
    s.connected = m_watch.connected();
    s.busy = m_busy;
    s.desk = deskState();
    s.current = current();
    s.selected = selected();
    s.undoable = m_undo.offered().has_value();
    s.noShowCalls = m_watch.catalogue().noShowCalls;
    s.noShowSeconds = m_watch.catalogue().noShowSeconds;
    s.now = now();
    return s;
}

void DeskSession::setPhase(Phase phase)
{
    if (phase == m_phase)
        return;
    m_phase = phase;
    emit phaseChanged();
}

void DeskSession::signIn(const QString& login, QByteArray passphrase, const QString& code)
{
    if (m_phase != Phase::SignedOut && m_phase != Phase::Locked)
        return;
    const bool unlocking = m_phase == Phase::Locked;
    setPhase(unlocking ? Phase::Unlocking : Phase::SigningIn);
    m_gateway.signIn(login, std::move(passphrase), code)
        .then(this, [this, unlocking, epoch = ++m_epoch](const Result<Person>& person) {
            if (epoch != m_epoch)
                return;
            if (person.ok()) {
                signedIn(person.value());
                return;
            }
            setPhase(unlocking ? Phase::Locked : Phase::SignedOut);
            emit signInFailed(person.error());
        });
}

void DeskSession::signedIn(const Person& person)
{
    if (m_person && m_person->login != person.login)
        forgetPerson();
    m_person = person;
    m_preferences.setLastLogin(person.login);
    m_watch.readCatalogue(); // who works here may have changed since this window opened
    emit personChanged();
    if (!hasDesk(person.role)) {
        m_watch.setDesk(0);
        setPhase(Phase::LookingOn);
        return;
    }
    if (m_desk != 0) { // back from the idle lock
        m_watch.setDesk(m_desk);
        m_watch.setDay(base::hallDay(now()));
        setPhase(Phase::AtDesk);
        followFocus();
        return;
    }
    m_watch.setDesk(0);
    setPhase(Phase::ChoosingDesk);
}

void DeskSession::openDesk(int number, const QStringList& services)
{
    if (m_phase != Phase::ChoosingDesk || !m_person)
        return;
    setPhase(Phase::OpeningDesk);
    m_gateway.openDesk(number, services).then(this, [this, number, services, epoch = m_epoch](const Result<queue::Desk>& d) {
        if (epoch != m_epoch)
            return;
        if (!d.ok()) {
            setPhase(Phase::ChoosingDesk);
            emit deskFailed(d.error());
            return;
        }
        m_preferences.rememberDesk(m_person->login, number, services);
        m_desk = number;
        m_watch.setDesk(number);
        m_watch.setDay(base::hallDay(now()));
        setPhase(Phase::AtDesk);
        followFocus();
    });
}

void DeskSession::lock()
{
    if (!working() && m_phase != Phase::ChoosingDesk)
        return;
    ++m_epoch;
    m_gateway.signOut();
    m_intake.wipe();
    m_undo.withdraw();
    m_watch.forget();
    m_busy = false;
    emit wiped();
    setPhase(Phase::Locked);
}

void DeskSession::signOut()
{
    ++m_epoch;
    // A desk without a visitor is left closed; one with a visitor waits for its clerk to come back.
    if (m_phase == Phase::AtDesk && !current() && m_watch.connected() && deskState() != queue::DeskState::Closed)
        static_cast<void>(m_gateway.closeDesk(m_desk));
    m_gateway.signOut();
    forgetPerson();
    setPhase(Phase::SignedOut);
}

void DeskSession::forgetPerson()
{
    m_intake.wipe();
    m_undo.withdraw();
    m_watch.forget();
    m_drafts.clear();
    m_selected = {};
    m_desk = 0;
    m_busy = false;
    m_person.reset();
    emit wiped();
    emit personChanged();
}

void DeskSession::select(queue::TicketId ticket)
{
    if (ticket == m_selected)
        return;
    m_selected = ticket;
    followFocus();
    emit selectionChanged();
    emit situationChanged();
}

void DeskSession::followFocus()
{
    if (m_phase == Phase::AtDesk)
        m_intake.show(current());
    m_watch.follow(current() ? current()->id : m_selected);
}

void DeskSession::perform(Action action, Step step)
{
    const Offer offered = offer(action);
    if (!offered.enabled) {
        const bool away = !m_watch.connected();
        emit failed(action, {away ? base::ErrorCode::StoreUnavailable : base::ErrorCode::InvalidArgument, offered.reason});
        return;
    }
    if (action == Action::PauseDesk || action == Action::ResumeDesk || action == Action::CloseDesk) {
        performAtDesk(action);
        return;
    }
    step.action = action;
    step.desk = m_desk;
    if (step.ticket.isNull()) {
        const bool onLine = action == Action::CallOutOfTurn || action == Action::Resume || action == Action::Cancel;
        if (action == Action::Undo)
            step.ticket = m_undo.offered()->ticket;
        else if (onLine)
            step.ticket = m_selected;
        else if (current())
            step.ticket = current()->id;
    }
    m_busy = true;
    emit situationChanged();
    m_gateway.perform(step).then(this, [this, action, epoch = m_epoch](const Result<Outcome>& outcome) {
        if (epoch == m_epoch)
            afterStep(action, outcome);
    });
}

void DeskSession::performAtDesk(Action action)
{
    auto reply = action == Action::PauseDesk    ? m_gateway.pauseDesk(m_desk)
                 : action == Action::ResumeDesk ? m_gateway.resumeDesk(m_desk)
                                                : m_gateway.closeDesk(m_desk);
    m_busy = true;
    emit situationChanged();
    reply.then(this, [this, action, epoch = m_epoch](const Result<queue::Desk>& desk) {
        if (epoch != m_epoch)
            return;
        if (desk.ok() && action == Action::CloseDesk) {
            m_desk = 0;
            m_undo.withdraw();
            m_intake.wipe();
            m_watch.setDesk(0);
            setPhase(Phase::ChoosingDesk);
        }
        afterStep(action, desk.ok() ? Result<Outcome>(Outcome{}) : Result<Outcome>(desk.error()));
    });
}

void DeskSession::afterStep(Action action, const Result<Outcome>& outcome)
{
    m_busy = false;
    if (outcome.ok()) {
        const auto& ticket = outcome.value().ticket;
        if (action == Action::Undo)
            m_undo.withdraw();
        else if (ticket)
            m_undo.offer(action, *ticket, m_watch.catalogue().undoSeconds);
        if (ticket)
            m_watch.apply(*ticket);
        emit performed(action, outcome.value());
    } else {
        if (action == Action::Undo)
            m_undo.withdraw();
        emit failed(action, outcome.error());
    }
    emit situationChanged();
    m_watch.refresh();
}

QVariantMap DeskSession::draft(const QString& form) const { return m_drafts.value(form); }

void DeskSession::keepDraft(const QString& form, const QVariantMap& content) { m_drafts.insert(form, content); }

void DeskSession::dropDraft(const QString& form) { m_drafts.remove(form); }

} // namespace hall::desk
