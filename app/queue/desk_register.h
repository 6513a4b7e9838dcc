// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/base/clock.h"
#include "app/base/result.h"

#include <QList>
#include <QString>
#include <optional>

namespace hall::sql {
class Connection;
}

namespace hall::queue {

enum class DeskState { Closed, Open, Paused };
/// "closed", "open", "paused".
QString deskStateName(DeskState state);

struct Desk {
    int number = 0;
    QString name;              ///< what the board says in Chinese, e.g. "3 号窗口"; from the catalogue
    QString nameEn;            ///< the same in English, e.g. "Desk 3"
    DeskState state = DeskState::Closed;
    QString staff;             ///< who sits there; empty when closed
    QList<QString> services;   ///< what it serves while open
    std::optional<base::Timestamp> since;
    bool operator==(const Desk&) const = default;
};

/// Which desks are staffed, by whom, and for what. A desk must be open to call; one on pause is counted out of the
/// wait estimates but keeps its visitor.
class DeskRegister
{
public:
    DeskRegister(sql::Connection& line, const base::Clock& clock);

    /// Opens or re-opens a desk with these skills. DeskUnknown, ServiceUnknown, DeskBusy (somebody else sits there).
    base::Result<Desk> open(int number, const QList<QString>& services, const QString& staff);
    base::Result<Desk> pause(int number, const QString& actor);
    base::Result<Desk> resume(int number, const QString& actor);
    /// Refused with DeskBusy while a visitor is called or served there.
    base::Result<Desk> close(int number, const QString& actor);
    base::Result<Desk> desk(int number);
    base::Result<QList<Desk>> list();
    /// How many are not closed; says nothing of who sits there.
    base::Result<int> openCount();

private:
    sql::Connection& m_line;
    const base::Clock& m_clock;
};

} // namespace hall::queue
