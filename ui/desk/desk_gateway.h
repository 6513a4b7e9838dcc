// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/base/result.h"
#include "ui/desk/desk_action.h"
#include "ui/desk/desk_types.h"

#include <QFuture>
#include <QObject>

namespace hall::desk {

template <class T>
using Reply = QFuture<base::Result<T>>;

/// What changed in the hall, on whatever machine.
enum class Change { Line = 1, Desks = 2, Catalogue = 4 };
Q_DECLARE_FLAGS(Changes, Change)
Q_DECLARE_OPERATORS_FOR_FLAGS(Changes)

/// The window's only way to the hall: everything behind it runs on the worker's thread. Answers arrive as futures;
/// while the store is away they fail at once with StoreUnavailable.
class DeskGateway : public QObject
{
    Q_OBJECT

public:
    enum class Connection { Connecting, Connected, Lost };

    using QObject::QObject;

    virtual Connection connection() const = 0;
    virtual QString stationName() const = 0;

    /// Takes over the bytes of the passphrase and overwrites them when it is done. `code`: the one-time code, where one is asked.
    virtual Reply<Person> signIn(const QString& login, QByteArray passphrase, const QString& code = {}) = 0;
    /// Forgets every key of the person who was signed in.
    virtual void signOut() = 0;

    virtual Reply<CatalogueView> catalogue() = 0;
    virtual Reply<Picture> picture(int desk) = 0;
    virtual Reply<queue::Desk> openDesk(int number, const QStringList& services) = 0;
    virtual Reply<queue::Desk> pauseDesk(int number) = 0;
    virtual Reply<queue::Desk> resumeDesk(int number) = 0;
    virtual Reply<queue::Desk> closeDesk(int number) = 0;
    virtual Reply<Outcome> perform(const Step& step) = 0;
    virtual Reply<QList<queue::TicketEvent>> history(queue::TicketId ticket) = 0;
    virtual Reply<QList<DayEntry>> day(int desk, const QDate& day) = 0;
    /// Opens what the visitor typed. PermissionDenied when the person does not belong to the block.
    virtual Reply<Intake> openIntake(queue::TicketId ticket) = 0;

    /// Reads a catalogue folder and says what is wrong with it; `publish` puts a good one in force.
    virtual Reply<CatalogueReport> readCatalogue(const QString& folder, bool publish) = 0;

signals:
    void connectionChanged(hall::desk::DeskGateway::Connection connection);
    void changed(hall::desk::Changes what);
};

} // namespace hall::desk
