// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/desk/intake_keeper.h"
#include "ui/desk/line_watch.h"
#include "ui/desk/phrasebook.h"
#include "ui/desk/preferences.h"
#include "ui/desk/undo_window.h"

#include <QMap>
#include <QVariant>

namespace hall::desk {

/// One person's work in this window: who is signed in, at which desk, what is offered, and the steps they take. The
/// widgets show it and hand over what was clicked; they decide nothing.
class DeskSession : public QObject
{
    Q_OBJECT

public:
    enum class Phase {
        SignedOut,
        SigningIn,
        Locked,      ///< the person is known, the passphrase is asked again
        Unlocking,
        ChoosingDesk,
        OpeningDesk,
        AtDesk,
        LookingOn,   ///< roles without a desk
    };

    DeskSession(DeskGateway& gateway, Preferences& preferences, const base::Clock& clock, QObject* parent = nullptr);

    Phase phase() const { return m_phase; }
    bool working() const { return m_phase == Phase::AtDesk || m_phase == Phase::LookingOn; }
    const std::optional<Person>& person() const { return m_person; }
    int desk() const { return m_desk; }
    queue::DeskState deskState() const;
    DeskGateway& gateway() { return m_gateway; }
    LineWatch& watch() { return m_watch; }
    const LineWatch& watch() const { return m_watch; }
    IntakeKeeper& intake() { return m_intake; }
    UndoWindow& undoWindow() { return m_undo; }
    Preferences& preferences() { return m_preferences; }
    const Phrasebook& phrases() const { return m_phrases; }
    const base::Clock& clock() const { return m_clock; }
    base::Timestamp now() const { return m_clock.now(); }

    const std::optional<queue::Ticket>& current() const { return m_watch.picture().current; }
    std::optional<queue::Ticket> selected() const;
    std::optional<queue::Why> why() const;
    Situation situation() const;
    Offer offer(Action action) const { return Actions::offer(action, situation()); }

    void signIn(const QString& login, QByteArray passphrase, const QString& code = {});
    void signOut();
    void lock();
    void openDesk(int number, const QStringList& services);
    void select(queue::TicketId ticket);
    /// Takes a step; desk and ticket are filled in where they are left out. Ends in performed() or failed().
    void perform(Action action, Step step = {});

    /// What was typed into a form and not sent yet; it outlives an error, a lost connection and the idle lock.
    QVariantMap draft(const QString& form) const;
    void keepDraft(const QString& form, const QVariantMap& content);
    void dropDraft(const QString& form);

signals:
    void phaseChanged();
    void personChanged();
    void signInFailed(const hall::base::Error& error);
    void deskFailed(const hall::base::Error& error);
    void selectionChanged();
    void situationChanged();
    void performed(hall::desk::Action action, const hall::desk::Outcome& outcome);
    void failed(hall::desk::Action action, const hall::base::Error& error);
    void secondPassed();
    void wiped(); ///< everything that was opened is gone: panes clear what they copied

private:
    void setPhase(Phase phase);
    void signedIn(const Person& person);
    void forgetPerson();
    void performAtDesk(Action action);
    void afterStep(Action action, const base::Result<Outcome>& outcome);
    void followFocus();

    DeskGateway& m_gateway;
    Preferences& m_preferences;
    const base::Clock& m_clock;
    LineWatch m_watch;
    IntakeKeeper m_intake;
    UndoWindow m_undo;
    Phrasebook m_phrases;
    QTimer m_second;
    std::optional<Person> m_person;
    Phase m_phase = Phase::SignedOut;
    int m_desk = 0;
    queue::TicketId m_selected;
    quint64 m_epoch = 0;
    bool m_busy = false;
    QMap<QString, QVariantMap> m_drafts;
};

} // namespace hall::desk
