// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/bench/bare_line.h"

#include "app/queue/call_statements.h"

#include <QUuid>
#include <cstdio>
#include <cstdlib>
#include <fcntl.h>
#include <sqlite3.h>
#include <sys/file.h>
#include <unistd.h>
#include <variant>
#include <vector>

namespace hall::bench {

namespace {

using Value = std::variant<qint64, double, std::string, QByteArray>;

void bind(sqlite3_stmt* s, int index, const Value& value)
{
    if (const auto* number = std::get_if<qint64>(&value))
        sqlite3_bind_int64(s, index, *number);
    else if (const auto* real = std::get_if<double>(&value))
        sqlite3_bind_double(s, index, *real);
    else if (const auto* text = std::get_if<std::string>(&value))
        sqlite3_bind_text(s, index, text->data(), static_cast<int>(text->size()), SQLITE_TRANSIENT);
    else
        sqlite3_bind_blob(s, index, std::get<QByteArray>(value).constData(),
                          static_cast<int>(std::get<QByteArray>(value).size()), SQLITE_TRANSIENT);
}

[[noreturn]] void giveUp(sqlite3* handle, const char* what)
{
    std::fprintf(stderr, "bare loop: %s: %s\n", what, sqlite3_errmsg(handle));
    std::abort();
}

/// Runs a statement to its end; the first column of its first row, 0 when there is none.
qint64 exec(sqlite3* handle, sqlite3_stmt* s, const std::vector<Value>& values)
{
    for (size_t i = 0; i < values.size(); ++i)
        bind(s, sqlite3_bind_parameter_index(s, ("$" + std::to_string(i + 1)).c_str()), values[i]);
    qint64 first = 0;
    int code = sqlite3_step(s);
    if (code == SQLITE_ROW)
        first = sqlite3_column_int64(s, 0);
    while (code == SQLITE_ROW)
        code = sqlite3_step(s);
    if (code != SQLITE_DONE)
        giveUp(handle, sqlite3_sql(s));
    sqlite3_reset(s);
    return first;
}

const std::string kInsertEvent = "INSERT INTO ticket_event (ticket, kind, at, desk, actor, detail) "
                                 "VALUES ($1, $2, $3, $4, $5, $6) RETURNING id";
const std::string kInsertTicket =
    "INSERT INTO ticket (key, day, number, block, service, class, evidence, party_size, language, state, arrived, "
    "counts_from, due, receipt_code, predicted_p50, predicted_p90) "
    "VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, 'waiting', $10, $11, NULL, $12, $13, $14) RETURNING id";
const std::string kNewestEvent = "SELECT at FROM ticket_event ORDER BY id DESC LIMIT 1";
const std::string kTicket =
    "SELECT t.id, t.key, t.number, t.day, t.block, s.code, c.code, t.evidence, t.party_size, t.language, t.state, "
    "t.arrived, t.counts_from, t.due, t.return_at, t.called_at, t.served_at, t.ended_at, t.desk, t.calls, "
    "t.out_of_turn, EXISTS (SELECT 1 FROM intake i WHERE i.ticket = t.id), t.receipt_code "
    "FROM ticket t JOIN service s ON s.id = t.service JOIN priority_class c ON c.id = t.class WHERE t.id = $1";
const std::string kInsertCall = "INSERT INTO announcement (ticket, desk, at) VALUES ($1, $2, $3)";
const std::string kDay = "2026-03-05";
/// As long as the JSON that our code keeps with a call.
const std::string kCallDetail(760, 'w');
const std::string kFinishDetail(190, 'w');

} // namespace

BareLine::BareLine(const QString& folder, const QByteArray& key, Turn turn)
{
    if (sqlite3_open_v2((folder + QStringLiteral("/line.db")).toUtf8().constData(), &m_handle,
                        SQLITE_OPEN_READWRITE | SQLITE_OPEN_NOMUTEX, nullptr)
        != SQLITE_OK)
        giveUp(m_handle, "open");
    const QByteArray raw = "x'" + key.toHex() + "'";
    sqlite3_key(m_handle, raw.constData(), static_cast<int>(raw.size()));
    sqlite3_busy_timeout(m_handle, 60'000);
    run("PRAGMA temp_store = MEMORY");
    run("PRAGMA journal_mode = WAL");
    run("PRAGMA synchronous = FULL");
    run("PRAGMA secure_delete = ON");
    run("PRAGMA foreign_keys = ON");
    run("PRAGMA cache_size = -8000");
    if (turn == Turn::Flock) {
        m_lock = ::open((folder + QStringLiteral("/line.lock")).toUtf8().constData(), O_RDWR | O_CREAT | O_CLOEXEC, 0600);
        m_bell = ::open((folder + QStringLiteral("/line.bell")).toUtf8().constData(), O_RDWR | O_CREAT | O_CLOEXEC, 0600);
    }
}

BareLine::~BareLine()
{
    for (const auto& [sql, s] : m_statements)
        sqlite3_finalize(s);
    sqlite3_close(m_handle);
    if (m_lock >= 0) {
        ::close(m_lock);
        ::close(m_bell);
    }
}

sqlite3_stmt* BareLine::statement(const std::string& sql)
{
    sqlite3_stmt*& s = m_statements[sql];
    if (!s && sqlite3_prepare_v3(m_handle, sql.c_str(), -1, SQLITE_PREPARE_PERSISTENT, &s, nullptr) != SQLITE_OK)
        giveUp(m_handle, sql.c_str());
    return s;
}

void BareLine::run(const std::string& sql)
{
    if (sqlite3_exec(m_handle, sql.c_str(), nullptr, nullptr, nullptr) != SQLITE_OK)
        giveUp(m_handle, sql.c_str());
}

void BareLine::begin()
{
    if (m_lock >= 0)
        flock(m_lock, LOCK_EX);
    run("BEGIN IMMEDIATE");
}

void BareLine::commit()
{
    run("COMMIT");
    if (m_lock >= 0) {
        flock(m_lock, LOCK_UN);
        [[maybe_unused]] const auto rung = pwrite(m_bell, "!", 1, 0);
    }
}

qint64 BareLine::issue(qint64 now)
{
    const QByteArray key = QUuid::createUuid().toRfc4122();
    begin();
    exec(m_handle, statement("SELECT id FROM ticket WHERE key = $1"), {key});
    exec(m_handle, statement("SELECT s.id, s.block, b.prefix, s.retired FROM service s JOIN block b ON b.code = s.block "
                             "WHERE s.code = $1"),
         {std::string("A1")});
    exec(m_handle, statement("SELECT id FROM priority_class WHERE code = $1 AND retired = 0"), {std::string("ordinary")});
    exec(m_handle, statement(kNewestEvent), {});
    const qint64 serial = exec(m_handle,
                               statement("INSERT INTO series (block, day, last) VALUES ($1, $2, 1) ON CONFLICT (block, "
                                         "day) DO UPDATE SET last = series.last + 1 RETURNING last"),
                               {std::string("reception"), kDay});
    const qint64 id = exec(m_handle, statement(kInsertTicket),
                           {key, kDay, "A" + std::to_string(serial), std::string("reception"), qint64(1), qint64(1),
                            std::string(), qint64(1), std::string("zh"), now, now, std::string("ABCDEFGH"), 0.0, 0.0});
    exec(m_handle, statement(kInsertEvent), {id, std::string("issued"), now, qint64(0), std::string(), std::string()});
    commit();
    return id;
}

qint64 BareLine::callNext(int desk, qint64 now)
{
    begin();
    exec(m_handle,
         statement("SELECT state, (SELECT number FROM ticket WHERE desk = $1 AND state IN ('called', 'serving')) "
                   "FROM desk WHERE number = $1 AND retired = 0"),
         {qint64(desk)});
    exec(m_handle, statement(kNewestEvent), {});
    exec(m_handle, statement("SELECT id, desk FROM ticket WHERE state = 'parked' AND return_at <= $1"), {now});
    const qint64 id = exec(m_handle, statement(queue::kClaimStatement), {qint64(desk), now});
    if (id != 0) {
        exec(m_handle, statement(kTicket), {id});
        exec(m_handle, statement(kInsertEvent),
             {id, std::string("called"), now, qint64(desk), std::string("clerk"), kCallDetail});
        exec(m_handle, statement(kInsertCall), {id, qint64(desk), now});
    }
    commit();
    return id;
}

void BareLine::finish(qint64 ticket, int desk, qint64 now)
{
    begin();
    exec(m_handle, statement(kTicket), {ticket});
    exec(m_handle, statement(kNewestEvent), {});
    exec(m_handle,
         statement("UPDATE ticket SET state = $2, service = (SELECT id FROM service WHERE code = $3), desk = $4, "
                   "calls = $5, return_at = NULL, called_at = $6, served_at = $6, ended_at = $6, out_of_turn = 0, "
                   "first_called_at = coalesce(first_called_at, $6) WHERE id = $1"),
         {ticket, std::string("finished"), std::string("A1"), qint64(desk), qint64(1), now});
    exec(m_handle, statement(kInsertEvent),
         {ticket, std::string("finished"), now, qint64(desk), std::string("clerk"), kFinishDetail});
    commit();
}

qint64 BareLine::writeIssueRows(qint64 now, int serial)
{
    begin();
    exec(m_handle, statement("UPDATE series SET last = $1 WHERE block = 'reception'"), {qint64(serial)});
    const qint64 id = exec(m_handle, statement(kInsertTicket),
                           {QUuid::createUuid().toRfc4122(), kDay, "X" + std::to_string(serial), std::string("reception"),
                            qint64(1), qint64(1), std::string(), qint64(1), std::string("zh"), now, now,
                            std::string("ABCDEFGH"), 0.0, 0.0});
    exec(m_handle, statement(kInsertEvent), {id, std::string("issued"), now, qint64(0), std::string(), std::string()});
    commit();
    return id;
}

void BareLine::writeCallRows(qint64 ticket, int desk, qint64 now)
{
    begin();
    exec(m_handle,
         statement("UPDATE ticket SET state = 'called', desk = $2, called_at = $3, first_called_at = $3, calls = 1 "
                   "WHERE id = $1"),
         {ticket, qint64(desk), now});
    exec(m_handle, statement(kInsertEvent),
         {ticket, std::string("called"), now, qint64(desk), std::string("clerk"), kCallDetail});
    exec(m_handle, statement(kInsertCall), {ticket, qint64(desk), now});
    commit();
}

} // namespace hall::bench
