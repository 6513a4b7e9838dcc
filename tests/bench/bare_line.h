// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QString>
#include <map>
#include <string>

struct sqlite3;
struct sqlite3_stmt;

namespace hall::bench {

/// The line's work as a bare loop over the engine's C interface: the statements of app/queue with nothing around them.
/// What our own code is measured against. Any failure ends the program.
class BareLine
{
public:
    enum class Turn { Flock, EngineOnly };

    BareLine(const QString& folder, const QByteArray& key, Turn turn);
    ~BareLine();

    /// The statements of Queue::issue, one transaction; the ticket's id.
    qint64 issue(qint64 now);
    /// The statements of Queue::callNext; 0 when nobody waits.
    qint64 callNext(int desk, qint64 now);
    /// The statements of Queue::finish.
    void finish(qint64 ticket, int desk, qint64 now);

    /// Only the rows that an issue or a call writes, with nothing looked up: the floor of what any code can cost.
    qint64 writeIssueRows(qint64 now, int serial);
    void writeCallRows(qint64 ticket, int desk, qint64 now);

private:
    sqlite3_stmt* statement(const std::string& sql);
    void run(const std::string& sql);
    void begin();
    void commit();

    sqlite3* m_handle = nullptr;
    std::map<std::string, sqlite3_stmt*> m_statements;
    int m_lock = -1;
    int m_bell = -1;
};

} // namespace hall::bench
