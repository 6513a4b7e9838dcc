// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/base/clock.h"
#include "app/base/id.h"

#include <QDate>
#include <QJsonObject>
#include <QList>
#include <QString>
#include <QUuid>
#include <optional>

namespace hall::queue {

/// Numbers of each block and day that the series leaves out, for stations to reserve: three figures, like the others.
constexpr int kFirstReserved = 800;
constexpr int kLastReserved = 999;

/// "A", 7 → "A007".
QString ticketNumber(const QString& prefix, int serial);
/// Eight of thirty letters and digits that are not taken for each other on paper: 39 bits.
QString newReceiptCode();

using TicketId = base::Id<struct TicketTag>;
using EventId = base::Id<struct EventTag>;
using AnnouncementId = base::Id<struct AnnouncementTag>;
using AppointmentId = base::Id<struct AppointmentTag>;

/// A ticket's place in its life (docs/glossary.md). Waiting, Called, Serving and Parked are open; the rest are ends.
enum class TicketState { Waiting, Called, Serving, Parked, Finished, NoShow, Cancelled, Unserved };

/// "waiting", "called", "serving", "parked", "finished", "no-show", "cancelled", "unserved" (still open at the day's close).
QString stateName(TicketState state);
std::optional<TicketState> stateFromName(const QString& name);
constexpr bool isOpen(TicketState state) { return state <= TicketState::Parked; }

struct Ticket {
    TicketId id;
    QUuid key;               ///< idempotency key: the same key is the same ticket
    QString number;          ///< what the visitor reads, "A017"; unique within its day
    QDate day;               ///< the hall's day of the number series
    QString block;           ///< block whose series numbered it; a transfer keeps it
    QString service;         ///< code of the service it waits for now
    QString priorityClass;   ///< code, e.g. "elderly"
    QString evidence;        ///< code of what proves the class, e.g. "identity-card"; empty for ordinary
    int partySize = 1;       ///< people in the visit
    QString language;        ///< "zh" or "en": how to call the visitor
    TicketState state = TicketState::Waiting;
    base::Timestamp arrived; ///< when it was issued
    base::Timestamp countsFrom; ///< from when its claim grows: arrival, or the booked time if that is later
    std::optional<base::Timestamp> due;      ///< booked for
    std::optional<base::Timestamp> returnAt; ///< parked until
    std::optional<base::Timestamp> calledAt; ///< last call or recall
    std::optional<base::Timestamp> servedAt;
    std::optional<base::Timestamp> endedAt;
    int desk = 0;            ///< desk that holds it (called, serving, parked by), 0 for none
    int calls = 0;           ///< how often it was called, recalls included
    bool outOfTurn = false;
    bool hasIntake = false;  ///< something was typed at the kiosk (sealed; the desk opens it)
    QString receiptCode;     ///< eight letters and digits without look-alikes; in the QR code

    bool operator==(const Ticket&) const = default;
};

/// Seconds, as a range: half of the visitors wait at most p50, nine in ten at most p90.
struct WaitRange {
    double p50 = 0;
    double p90 = 0;
    bool operator==(const WaitRange&) const = default;
};

struct RunnerUp {
    TicketId ticket;
    QString number;
    double score = 0;
    double waited = 0; ///< seconds
    bool operator==(const RunnerUp&) const = default;
};

/// Why this visitor: stored with every call.
struct Why {
    QString rule;        ///< "accumulating", "strict", "fifo", "bound" (waited past the policy's bound), "out-of-turn"
    double score = 0;    ///< claim at the moment of the call, in the policy's units (seconds)
    double waited = 0;   ///< seconds since countsFrom
    QString reason;      ///< given by the clerk when out of turn
    QList<RunnerUp> runnersUp; ///< who was passed over: the next best, best first
    bool operator==(const Why&) const = default;
};

/// {"rule","score","waited","reason"?,"runners_up":[{"id","number","score","waited"}]}, as events keep it and hallctl tells it.
QJsonObject toJson(const Why& why);

struct TicketEvent {
    EventId id;
    TicketId ticket;
    QString kind; ///< issued, called, recalled, serving, parked, resumed, transferred, finished, no-show, cancelled, unserved, undone
    base::Timestamp at;
    int desk = 0;
    QString actor;       ///< staff name or station name
    QJsonObject detail;  ///< e.g. {"why":{…}}, {"from":"SVC","to":"SVC"}, {"return_at":…}, {"reason":…}
    bool operator==(const TicketEvent&) const = default;
};

/// How many wait for a block, and how long a newcomer would.
struct BlockLoad {
    QString block;
    int waiting = 0;
    int parked = 0;
    int desksOpen = 0;
    WaitRange wait; ///< for an ordinary visitor who comes now
    bool operator==(const BlockLoad&) const = default;
};

} // namespace hall::queue
