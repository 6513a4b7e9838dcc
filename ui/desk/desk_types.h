// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/base/clock.h"
#include "app/queue/desk_register.h"
#include "app/queue/ticket.h"

#include <QDate>
#include <QHash>
#include <QList>
#include <QString>
#include <QStringList>

namespace hall::desk {

/// A text that the catalogue keeps in both languages.
struct Bilingual {
    QString zh;
    QString en;
    const QString& in(bool chinese) const { return chinese || en.isEmpty() ? zh : en; }
    bool operator==(const Bilingual&) const = default;
};

/// What a person may do in this window. A clerk, a mediator and an expert have a desk; the others look on.
enum class Role { Clerk, Mediator, Expert, Guide, Supervisor, SystemAdministrator, SecurityAdministrator, AuditAdministrator };

constexpr bool hasDesk(Role role) { return role <= Role::Expert; }

/// Who is signed in. No key is in here: those stay on the worker's thread.
struct Person {
    QString login;
    QString name;
    Role role = Role::Clerk;
    QStringList blocks; ///< whose intakes this person may open
    bool operator==(const Person&) const = default;
};

struct BlockInfo {
    QString code;
    QString prefix;
    Bilingual name;
    bool operator==(const BlockInfo&) const = default;
};

struct ServiceInfo {
    QString code;
    QString block;
    Bilingual name;
    bool operator==(const ServiceInfo&) const = default;
};

struct ClassInfo {
    QString code;
    Bilingual name;
    bool operator==(const ClassInfo&) const = default;
};

struct DeskInfo {
    int number = 0;
    Bilingual name;
    QStringList services; ///< skills that the catalogue suggests
    bool operator==(const DeskInfo&) const = default;
};

/// The catalogue in force as this window needs it, with the figures of the policy that decide what is offered.
struct CatalogueView {
    int version = 0;
    base::Timestamp publishedAt;
    QString publishedBy;
    Bilingual hallName;
    QList<BlockInfo> blocks;
    QList<ServiceInfo> services;
    QList<ClassInfo> classes;
    QList<DeskInfo> desks;
    QHash<QString, QString> people; ///< display names by login: the line knows logins only
    int noShowCalls = 3;
    double noShowSeconds = 120;
    double undoSeconds = 5;
    double boundSeconds = 0;
    bool operator==(const CatalogueView&) const = default;
};

/// Everything that the line's page shows, read in one go so that its parts agree.
struct Picture {
    base::Timestamp at;                    ///< when it was read
    QList<queue::Ticket> line;             ///< open tickets: waiting first, in the order in which they would be called
    std::optional<queue::Ticket> current;  ///< called or served at this desk
    QList<queue::BlockLoad> loads;
    QList<queue::Desk> desks;
};

/// One row of "my day": an event with what is needed to read it alone.
struct DayEntry {
    queue::TicketEvent event;
    QString number;
    QString service;
    QString priorityClass;
    bool operator==(const DayEntry&) const = default;
};

/// What a visitor typed at the kiosk, opened. Wiped (wipe) when the visitor leaves the desk, on lock and on sign-out.
struct Intake {
    QString name;
    QString phone;
    QString idNumber;
    QString text;

    bool isEmpty() const { return name.isEmpty() && phone.isEmpty() && idNumber.isEmpty() && text.isEmpty(); }
    void wipe();
};

/// What came of reading a catalogue file.
struct CatalogueReport {
    QString folder;
    int blocks = 0;
    int services = 0;
    int desks = 0;
    int version = 0;         ///< the version it became, 0 when it was only checked
    QStringList complaints;  ///< "services.yaml:14: …"; empty when the file is good
    bool ok() const { return complaints.isEmpty(); }
    bool operator==(const CatalogueReport&) const = default;
};

} // namespace hall::desk
