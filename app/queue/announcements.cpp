// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/queue/announcements.h"

#include "app/queue/ticket_rows.h"

namespace hall::queue {

using base::Result;
using base::Status;
using base::Timestamp;
using sql::Mode;

namespace {

constexpr auto kNewBoardLooksBack = std::chrono::minutes(2);

constexpr std::string_view kColumns = "SELECT a.id, a.ticket, t.number, a.desk, coalesce(d.name, ''), t.block, t.language, "
                                      "a.repeat, a.withdrawn, a.at FROM ";
constexpr std::string_view kJoins = " JOIN ticket t ON t.id = a.ticket LEFT JOIN desk d ON d.number = a.desk ";
const std::string kSelect = std::string(kColumns) + "announcement a" + std::string(kJoins);
/// What a board can show is among the newest calls, even if most of them were repeated or withdrawn; the rest of a long day is
/// not looked at.
const std::string kSelectNewest =
    std::string(kColumns) + "(SELECT * FROM announcement ORDER BY id DESC LIMIT $2 * 8) a" + std::string(kJoins);

Result<QList<Announcement>> readAll(sql::Rows rows)
{
    QList<Announcement> list;
    while (true) {
        HALL_ASSIGN(const bool more, rows.next());
        if (!more)
            return list;
        Announcement a;
        a.id = rows.get<AnnouncementId>(0);
        a.ticket = rows.get<TicketId>(1);
        a.number = rows.get<QString>(2);
        a.desk = rows.get<int>(3);
        const DeskNames names = deskNames(rows.get<QString>(4));
        a.deskName = names.zh;
        a.deskNameEn = names.en;
        a.block = rows.get<QString>(5);
        a.language = rows.get<QString>(6);
        a.repeat = rows.get<int>(7) != 0;
        a.withdrawn = rows.get<int>(8) != 0;
        a.at = rows.get<Timestamp>(9);
        list.append(a);
    }
}

} // namespace

Announcements::Announcements(sql::Connection& line, const base::Clock& clock)
    : m_line(line)
    , m_clock(clock)
{
}

Result<QList<Announcement>> Announcements::pending(const QString& board)
{
    HALL_ASSIGN(auto first, m_line.value<qint64>("SELECT first_announcement FROM board WHERE name = $1", board));
    if (!first) {
        HALL_TRY(m_line.transaction(Mode::Write, [&]() -> Status {
            HALL_ASSIGN(const Timestamp now, lineNow(m_line, m_clock));
            return m_line.execute("INSERT INTO board (name, first_announcement) VALUES ($1, "
                                  "coalesce((SELECT min(id) FROM (SELECT id, at FROM announcement ORDER BY id DESC "
                                  "LIMIT 100) AS late WHERE at >= $2), (SELECT coalesce(max(id), 0) + 1 FROM announcement))) "
                                  "ON CONFLICT DO NOTHING",
                                  board, now - kNewBoardLooksBack);
        }));
        HALL_ASSIGN(first, m_line.value<qint64>("SELECT first_announcement FROM board WHERE name = $1", board));
    }
    HALL_ASSIGN(auto rows,
                m_line.query(kSelect
                                 + "WHERE a.id >= $2 AND a.withdrawn = 0 AND NOT EXISTS (SELECT 1 FROM acknowledgement k "
                                   "WHERE k.board = $1 AND k.announcement = a.id) ORDER BY a.id",
                             board, first.value_or(0)));
    return readAll(std::move(rows));
}

Status Announcements::acknowledge(AnnouncementId id, const QString& board)
{
    return m_line.transaction(Mode::Write, [&]() -> Status {
        HALL_TRY(m_line.execute("INSERT INTO acknowledgement (board, announcement, at) VALUES ($1, $2, $3) "
                                "ON CONFLICT DO NOTHING",
                                board, id, m_clock.now()));
        // What was acknowledged without a gap need not be looked at again.
        return m_line.execute("UPDATE board SET first_announcement = coalesce((SELECT min(a.id) FROM announcement a "
                              "WHERE a.id >= board.first_announcement AND a.withdrawn = 0 AND NOT EXISTS (SELECT 1 FROM "
                              "acknowledgement k WHERE k.board = $1 AND k.announcement = a.id)), $2 + 1) WHERE name = $1",
                              board, id);
    });
}

Result<QList<Announcement>> Announcements::latest(int count)
{
    HALL_ASSIGN(const Timestamp now, lineNow(m_line, m_clock));
    const qint64 today = base::hallDay(now).startOfDay(base::hallTimeZone()).toMSecsSinceEpoch();
    HALL_ASSIGN(auto rows,
                m_line.query(kSelectNewest
                                 + "WHERE a.at >= $1 AND a.withdrawn = 0 AND NOT EXISTS (SELECT 1 FROM announcement n "
                                   "WHERE n.ticket = a.ticket AND n.id > a.id AND n.withdrawn = 0) "
                                   "ORDER BY a.at DESC, a.id DESC LIMIT $2",
                             today, count));
    return readAll(std::move(rows));
}

Result<QList<AnnouncementReport>> Announcements::report(int count)
{
    HALL_ASSIGN(auto rows, m_line.query(kSelect + "ORDER BY a.id DESC LIMIT $1", count));
    HALL_ASSIGN(const auto calls, readAll(std::move(rows)));
    QList<AnnouncementReport> reports;
    for (const Announcement& call : calls) {
        AnnouncementReport report{call, {}};
        HALL_ASSIGN(auto heard, m_line.query("SELECT board, at FROM acknowledgement WHERE announcement = $1", call.id));
        while (true) {
            HALL_ASSIGN(const bool more, heard.next());
            if (!more)
                break;
            report.acknowledged.insert(heard.get<QString>(0), heard.get<Timestamp>(1));
        }
        reports.append(report);
    }
    return reports;
}

} // namespace hall::queue
