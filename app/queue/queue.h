// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/base/clock.h"
#include "app/base/result.h"
#include "app/queue/forecast.h"
#include "app/queue/ticket.h"

namespace hall::sql {
class Connection;
}

namespace hall::queue {

struct IssueRequest {
    QUuid key;                              ///< required: repeated, it answers the first ticket
    QString service;
    QString priorityClass = QStringLiteral("ordinary");
    QString evidence;
    int partySize = 1;
    QString language = QStringLiteral("zh");
    std::optional<base::Timestamp> at;      ///< default: now
    AppointmentId appointment;              ///< booked visitors: sets `due`, marks the booking as arrived
    QByteArray sealedIntake;                ///< sealed to the block's key; empty for none
    int intakeGeneration = 0;               ///< which block key sealed it
    QString actor;                          ///< station that asks
    // A ticket that a station gave while the store was away:
    int reserved = 0;                       ///< its number, out of that station's reservation; 0: the next of the series
    QString receiptCode;                    ///< what stands on its paper; empty: a new one
};

/// Numbers of one block and day that a station may give by itself.
struct Reservation {
    QString block;
    QString prefix;
    QDate day;
    int first = 0;
    int last = -1; ///< none where it is less than `first`
    bool operator==(const Reservation&) const = default;
};

/// What became of the numbers of one block and day.
struct SeriesBooks {
    QString block;
    int given = 0;         ///< out of the series
    int givenReserved = 0; ///< out of reservations
    int unused = 0;        ///< reserved and not given (yet)
    int missing = 0;       ///< numbers that are neither a ticket's nor anybody's reserve: always 0
    bool operator==(const SeriesBooks&) const = default;
};

struct Issued {
    Ticket ticket;
    int position = 0; ///< place in the line by today's policy, 1 = next
    int ahead = 0;    ///< visitors who would go first if no one else came
    WaitRange wait;
    bool repeated = false; ///< the key was known: nothing new was written
};

struct Called {
    std::optional<Ticket> ticket; ///< none: nobody waits for this desk
    Why why;
};

/// The line of a hall. Each call is one transaction that is durable when it returns. Several programs use one line at
/// once; a loser of a race gets the next visitor or a TicketStateConflict that names the present state.
/// Errors: DeskUnknown, DeskClosed, DeskBusy (finish or park the visitor you have first), ServiceUnknown,
/// PriorityClassUnknown, TicketNotFound, TicketStateConflict, ReasonMissing, UndoExpired, and the store's.
class Queue
{
public:
    Queue(sql::Connection& line, const base::Clock& clock);

    base::Result<Issued> issue(const IssueRequest& request);

    /// Cancels the ticket of a key that nobody has seen, if it waits; a ticket of this key that is not written yet never will
    /// be (Cancelled). Whether there was one.
    base::Result<bool> withdraw(const QUuid& key, const QString& actor);
    /// Takes up to `count` numbers of a block's day aside for a station. They come from a range that the series leaves out;
    /// fewer, or none, when that range is used up.
    base::Result<Reservation> reserve(const QString& block, const QDate& day, int count, const QString& station);
    base::Result<QList<SeriesBooks>> books(const QDate& day);

    /// Chooses by the policy in force and claims, in one statement; a parked visitor whose time has come takes part.
    base::Result<Called> callNext(int desk, const QString& actor);
    /// Calls a visitor who waits or is parked although it is not their turn. `reason` is required and kept.
    base::Result<Called> callOutOfTurn(int desk, TicketId ticket, const QString& reason, const QString& actor);

    base::Result<Ticket> recall(TicketId ticket, const QString& actor);
    base::Result<Ticket> serve(TicketId ticket, const QString& actor);
    base::Result<Ticket> finish(TicketId ticket, const QString& actor);
    base::Result<Ticket> park(TicketId ticket, base::Timestamp returnAt, const QString& actor);
    base::Result<Ticket> resume(TicketId ticket, const QString& actor);
    /// Refused (TicketStateConflict) until the policy's number of calls and seconds is reached, unless forced by the clerk.
    base::Result<Ticket> noShow(TicketId ticket, const QString& actor, bool force = false);
    base::Result<Ticket> cancel(TicketId ticket, const QString& actor);
    /// Keeps number, arrival and claim; goes back to waiting for the other service.
    base::Result<Ticket> transfer(TicketId ticket, const QString& service, const QString& actor);
    /// Takes back the last step of this ticket if the same actor made it at most `undo_s` seconds ago (policy; 5).
    base::Result<Ticket> undo(TicketId ticket, const QString& actor);

    base::Result<Ticket> ticket(TicketId id);
    base::Result<std::optional<Ticket>> ticketByKey(const QUuid& key);
    base::Result<std::optional<Ticket>> ticketByNumber(const QDate& day, const QString& number);
    /// The ticket of a day whose paper carries this code; letters of either case.
    base::Result<std::optional<Ticket>> ticketByReceipt(const QDate& day, const QString& code);
    /// What the desk has in front of it (called or serving), if anything.
    base::Result<std::optional<Ticket>> current(int desk);

    struct Filter {
        QList<TicketState> states;  ///< empty: every state
        QList<QString> services;    ///< empty: every service
        std::optional<QDate> day;   ///< default: today
        int desk = 0;               ///< 0: every desk
        int limit = 1000;
    };
    /// Waiting tickets first, in the order in which the policy would call them now; then the others, newest first.
    base::Result<QList<Ticket>> list(const Filter& filter);
    base::Result<QList<TicketEvent>> history(TicketId ticket);
    /// Everything this actor or desk did on a day, newest first: "my day".
    base::Result<QList<TicketEvent>> dayOf(int desk, const QDate& day);

    base::Result<QList<BlockLoad>> loads();
    /// Expected wait of a visitor who takes a ticket now.
    base::Result<WaitRange> expectedWait(const QString& service, const QString& priorityClass);
    /// How good the ranges were that the visitors of a day were told, bookings and calls out of turn left out.
    base::Result<EstimatorAccuracy> estimatorAccuracy(const QDate& day);
    /// Expected remaining wait and place of a ticket that waits.
    base::Result<Issued> standing(TicketId ticket);

    /// The sealed intake and the generation of the block key that opens it; empty when nothing was typed.
    base::Result<std::pair<QByteArray, int>> sealedIntake(TicketId ticket);
    /// Wipes the sealed intake from the line once the desk keeps it; that there was one stays known.
    base::Status forgetIntake(TicketId ticket);

    struct Closing {
        int finished = 0;
        int unserved = 0; ///< still waiting, called or parked: listed by name of ticket, none is dropped
        QList<Ticket> unservedTickets;
    };
    /// End of day: desks close, tickets still open become `unserved`, each with an event; the next day's series starts at 1.
    base::Result<Closing> closeDay(const QDate& day, const QString& actor);

private:
    base::Result<std::optional<Ticket>> writeTicket(const IssueRequest& request, const WaitRange& told);
    base::Result<base::Timestamp> bookedTime(const IssueRequest& request);
    base::Result<int> nextSerial(const IssueRequest& request, const QString& block, const QDate& day);
    base::Status deskMayCall(int desk);
    base::Status resumeDue(base::Timestamp now);
    base::Result<Called> claimBest(int desk, base::Timestamp now, const QString& actor);
    base::Status writeCall(const Ticket& called, const QJsonObject& before, const Why& why, base::Timestamp now,
                           const QString& actor);
    base::Result<Issued> standingOf(const Ticket& ticket, bool repeated);
    /// One step of a ticket: refused unless its state is among `from`; `change` edits it and may add to the event.
    template <class Change>
    base::Result<Ticket> step(TicketId id, const QString& kind, const QString& actor,
                              std::initializer_list<TicketState> from, Change change);

    sql::Connection& m_line;
    const base::Clock& m_clock;
    Forecast m_forecast;
};

} // namespace hall::queue
