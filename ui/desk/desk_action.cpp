// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/desk/desk_action.h"

#include <cmath>

namespace hall::desk {

using queue::DeskState;
using queue::TicketState;

QString Actions::label(Action action)
{
    switch (action) {
    case Action::CallNext: return tr("Call next");
    case Action::Recall: return tr("Recall");
    case Action::Serve: return tr("Serve");
    case Action::Park: return tr("Park");
    case Action::Transfer: return tr("Transfer");
    case Action::NoShow: return tr("No-show");
    case Action::Finish: return tr("Finish");
    case Action::CallOutOfTurn: return tr("Call out of turn");
    case Action::Resume: return tr("Back to line");
    case Action::Cancel: return tr("Cancel ticket");
    case Action::PauseDesk: return tr("Pause desk");
    case Action::ResumeDesk: return tr("Resume desk");
    case Action::CloseDesk: return tr("Close desk");
    case Action::Undo: return tr("Undo");
    }
    return {};
}

QString Actions::explanation(Action action)
{
    switch (action) {
    case Action::CallNext: return tr("Call the visitor whose turn it is");
    case Action::Recall: return tr("Call the same visitor again");
    case Action::Serve: return tr("The visitor is here: start");
    case Action::Park: return tr("Let the visitor come back at a set time");
    case Action::Transfer: return tr("Hand the visitor on; number and arrival time stay");
    case Action::NoShow: return tr("The visitor did not come");
    case Action::Finish: return tr("The visit is over");
    case Action::CallOutOfTurn: return tr("Call the selected visitor first, with a reason that is kept");
    case Action::Resume: return tr("Put the selected parked visitor back in line");
    case Action::Cancel: return tr("Take the selected ticket out of the line");
    case Action::PauseDesk: return tr("Call nobody for a while; the wait estimates leave this desk out");
    case Action::ResumeDesk: return tr("Take visitors again");
    case Action::CloseDesk: return tr("End the work at this desk");
    case Action::Undo: return tr("Take back the last step");
    }
    return {};
}

QKeySequence Actions::shortcut(Action action)
{
    switch (action) {
    case Action::CallNext: return Qt::Key_F2;
    case Action::Recall: return Qt::Key_F3;
    case Action::Serve: return Qt::Key_F4;
    case Action::Park: return Qt::Key_F5;
    case Action::Transfer: return Qt::Key_F6;
    case Action::NoShow: return Qt::Key_F7;
    case Action::Finish: return Qt::Key_F8;
    case Action::CallOutOfTurn: return Qt::Key_F9;
    case Action::Resume: return Qt::Key_F10;
    case Action::Cancel: return ctrl(Qt::Key_Delete);
    case Action::PauseDesk:
    case Action::ResumeDesk: return Qt::Key_F11;
    case Action::CloseDesk: return Qt::Key_F12;
    case Action::Undo: return ctrl(Qt::Key_Z);
    }
    return {};
}

QString Actions::iconName(Action action)
{
    switch (action) {
    case Action::CallNext: return QStringLiteral("call");
    case Action::Recall: return QStringLiteral("recall");
    case Action::Serve: return QStringLiteral("serve");
    case Action::Park: return QStringLiteral("park");
    case Action::Transfer: return QStringLiteral("transfer");
    case Action::NoShow: return QStringLiteral("no-show");
    case Action::Finish: return QStringLiteral("finish");
    case Action::CallOutOfTurn: return QStringLiteral("up");
    case Action::Resume: return QStringLiteral("back");
    case Action::Cancel: return QStringLiteral("cancel");
    case Action::PauseDesk: return QStringLiteral("pause");
    case Action::ResumeDesk: return QStringLiteral("resume");
    case Action::CloseDesk: return QStringLiteral("door");
    case Action::Undo: return QStringLiteral("undo");
    }
    return {};
}

QString Actions::objectName(Action action)
{
    switch (action) {
    case Action::CallNext: return QStringLiteral("callNext");
    case Action::Recall: return QStringLiteral("recall");
    case Action::Serve: return QStringLiteral("serve");
    case Action::Park: return QStringLiteral("park");
    case Action::Transfer: return QStringLiteral("transfer");
    case Action::NoShow: return QStringLiteral("noShow");
    case Action::Finish: return QStringLiteral("finish");
    case Action::CallOutOfTurn: return QStringLiteral("callOutOfTurn");
    case Action::Resume: return QStringLiteral("resume");
    case Action::Cancel: return QStringLiteral("cancelTicket");
    case Action::PauseDesk: return QStringLiteral("pauseDesk");
    case Action::ResumeDesk: return QStringLiteral("resumeDesk");
    case Action::CloseDesk: return QStringLiteral("closeDesk");
    case Action::Undo: return QStringLiteral("undo");
    }
    return {};
}

Offer Actions::offerNoShow(const Situation& s)
{
    if (!s.current || s.current->state != TicketState::Called)
        return {false, tr("Only a visitor who was called can be a no-show."), {}};
    const int missing = s.noShowCalls - s.current->calls;
    if (missing > 0)
        return {false, tr("Recall first: %1 of %2 calls made.").arg(s.current->calls).arg(s.noShowCalls),
                tr("%1 of %2 calls").arg(s.current->calls).arg(s.noShowCalls)};
    const auto since = s.current->calledAt; // the policy's seconds count from the last call
    const double left = since ? s.noShowSeconds - base::toSeconds(s.now - *since) : 0;
    if (left > 0) {
        const int whole = static_cast<int>(std::ceil(left));
        const auto clock = QStringLiteral("%1:%2").arg(whole / 60).arg(whole % 60, 2, 10, QLatin1Char('0'));
        return {false, tr("The visitor still has %1 to come.").arg(clock), clock};
    }
    return {true, {}, {}};
}

Offer Actions::offer(Action action, const Situation& s)
{
    if (!s.connected)
        return {false, tr("No connection to the hall store. What you see stays; this works again by itself."), {}};
    if (s.busy)
        return {false, tr("One moment: the step before is still on its way."), {}};
    const auto state = s.current ? std::optional(s.current->state) : std::nullopt;
    const auto chosen = s.selected ? std::optional(s.selected->state) : std::nullopt;
    const auto when = [](bool enabled, const QString& reason) { return Offer{enabled, enabled ? QString() : reason, {}}; };

    switch (action) {
    case Action::CallNext:
        if (s.desk == DeskState::Paused)
            return {false, tr("The desk is on pause. Resume it first (F11)."), {}};
        if (s.desk == DeskState::Closed)
            return {false, tr("The desk is closed. Open it first."), {}};
        return when(!state, tr("Finish, park or transfer the visitor you have first."));
    case Action::Recall:
    case Action::Serve:
        return when(state == TicketState::Called, tr("Nobody is called to this desk."));
    case Action::Park:
    case Action::Transfer:
        return when(state.has_value(), tr("Nobody is at this desk."));
    case Action::Finish:
        return when(state == TicketState::Serving, tr("Start with Serve (F4) before you finish."));
    case Action::NoShow:
        return offerNoShow(s);
    case Action::CallOutOfTurn:
        if (s.desk != DeskState::Open)
            return {false, tr("The desk is not open."), {}};
        if (state)
            return {false, tr("Finish, park or transfer the visitor you have first."), {}};
        return when(chosen == TicketState::Waiting || chosen == TicketState::Parked,
                    tr("Select a waiting or parked visitor in the line."));
    case Action::Resume:
        return when(chosen == TicketState::Parked, tr("Select a parked visitor in the line."));
    case Action::Cancel:
        return when(chosen == TicketState::Waiting || chosen == TicketState::Parked,
                    tr("Select a waiting or parked visitor in the line."));
    case Action::PauseDesk: return when(s.desk == DeskState::Open, tr("The desk is not open."));
    case Action::ResumeDesk: return when(s.desk == DeskState::Paused, tr("The desk is not on pause."));
    case Action::CloseDesk: return when(!state, tr("Finish, park or transfer the visitor you have first."));
    case Action::Undo: return when(s.undoable, tr("There is nothing to take back."));
    }
    return {};
}

Action Actions::suggested(const Situation& s)
{
    if (!s.current)
        return Action::CallNext;
    return s.current->state == TicketState::Called ? Action::Serve : Action::Finish;
}

} // namespace hall::desk
