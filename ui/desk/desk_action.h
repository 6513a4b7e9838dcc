// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/desk/desk_types.h"

#include <QCoreApplication>
#include <QKeySequence>

namespace hall::desk {

enum class Action {
    CallNext,
    Recall,
    Serve,
    Park,
    Transfer,
    NoShow,
    Finish,
    CallOutOfTurn,
    Resume,
    Cancel,
    PauseDesk,
    ResumeDesk,
    CloseDesk,
    Undo,
};

inline constexpr Action kVisitorActions[] = {Action::CallNext,      Action::Recall, Action::Serve,
                                             Action::Park,          Action::Transfer, Action::NoShow,
                                             Action::Finish};
inline constexpr Action kLineActions[] = {Action::CallOutOfTurn, Action::Resume, Action::Cancel};

/// What an action is done with. `ticket` is who it is done to; the rest only where the action asks for it.
struct Step {
    Action action = Action::CallNext;
    int desk = 0;
    queue::TicketId ticket;
    QString reason;           ///< CallOutOfTurn
    QString service;          ///< Transfer
    base::Timestamp returnAt; ///< Park
};

/// What came of a step: the ticket as it stands now, or none when nobody waits.
struct Outcome {
    std::optional<queue::Ticket> ticket;
    queue::Why why;
};

/// What decides whether an action is offered.
struct Situation {
    bool connected = false;
    bool busy = false;                     ///< another step is on its way
    queue::DeskState desk = queue::DeskState::Closed;
    std::optional<queue::Ticket> current;  ///< at this desk
    std::optional<queue::Ticket> selected; ///< in the list
    bool undoable = false;
    int noShowCalls = 3;
    double noShowSeconds = 120;
    base::Timestamp now;
};

/// Whether an action is offered now and, if not, why: shown and read out, never a silent grey.
struct Offer {
    bool enabled = false;
    QString reason;
    QString note; ///< a short addition for the button, e.g. the countdown until no-show
};

inline QKeySequence ctrl(Qt::Key key) { return QKeySequence(QKeyCombination(Qt::ControlModifier, key)); }
inline QKeySequence ctrlShift(Qt::Key key) { return QKeySequence(QKeyCombination(Qt::ControlModifier | Qt::ShiftModifier, key)); }

class Actions
{
    Q_DECLARE_TR_FUNCTIONS(hall::desk::Actions)

public:
    static QString label(Action action);
    static QString explanation(Action action);
    static QKeySequence shortcut(Action action);
    static QString iconName(Action action);
    static QString objectName(Action action); ///< stable, for tests and style: "callNext"
    static Offer offer(Action action, const Situation& situation);
    /// The one that this situation asks for; shown as the primary button.
    static Action suggested(const Situation& situation);

private:
    static Offer offerNoShow(const Situation& situation);
};

} // namespace hall::desk
