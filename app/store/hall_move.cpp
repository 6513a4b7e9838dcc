// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/store/hall_move.h"

#include "app/sql/connection.h"
#include "app/store/hall_folder.h"
#include "app/store/key_ring.h"

#include <QCoreApplication>
#include <QCryptographicHash>
#include <QFile>
#include <algorithm>
#include <cstring>

namespace hall::store {

using base::Error;
using base::ErrorCode;
using base::Result;
using base::Status;
using sql::Mode;
using sql::Value;

namespace {

constexpr qsizetype kParametersAtOnce = 3000;
constexpr qsizetype kBytesAtOnce = 4 << 20;

/// After it, the folder's line takes no step: each of them adds an event.
constexpr const char* kCloseOldLine =
    "CREATE TRIGGER hall_has_moved BEFORE INSERT ON ticket_event BEGIN SELECT RAISE(ABORT, 'this hall has moved to a server'); END";

QString tr(const char* text)
{
    return QCoreApplication::translate("hall::store", text);
}

/// Where the engine counts rows by itself.
QString countedColumn(const QString& table)
{
    static const QStringList ids{QStringLiteral("service"),      QStringLiteral("priority_class"), QStringLiteral("ticket"),
                                 QStringLiteral("ticket_event"), QStringLiteral("announcement"),   QStringLiteral("appointment")};
    if (table == QLatin1StringView("catalogue"))
        return QStringLiteral("version");
    return ids.contains(table) ? QStringLiteral("id") : QString();
}

std::string selectOf(const QString& table, const QStringList& columns)
{
    return QStringLiteral("SELECT %1 FROM %2").arg(columns.join(QLatin1StringView(", ")), table).toStdString();
}

QByteArray hashOf(const sql::Rows& rows)
{
    QCryptographicHash hash(QCryptographicHash::Sha256);
    const auto add = [&](char kind, QByteArrayView bytes) {
        const qint64 size = bytes.size();
        hash.addData(QByteArrayView(&kind, 1));
        hash.addData(QByteArrayView(reinterpret_cast<const char*>(&size), sizeof size));
        hash.addData(bytes);
    };
    for (int column = 0; column < rows.columns(); ++column) {
        std::visit([&]<class T>(const T& value) {
            if constexpr (std::is_same_v<T, std::monostate>)
                add('0', {});
            else if constexpr (std::is_same_v<T, QString>)
                add('t', value.toUtf8());
            else if constexpr (std::is_same_v<T, QByteArray>)
                add('b', value);
            else
                add(std::is_same_v<T, double> ? 'r' : 'i', QByteArrayView(reinterpret_cast<const char*>(&value), sizeof value));
        }, rows.get<Value>(column));
    }
    return hash.result();
}

/// Rows go over in bundles, so that a server far away is asked a hundredth as often.
class Bundle
{
public:
    Bundle(sql::Connection& to, const QString& table, const QStringList& columns)
        : m_to(to)
        , m_into(QStringLiteral("INSERT INTO %1 (%2) VALUES ").arg(table, columns.join(QLatin1StringView(", "))))
        , m_width(columns.size())
    {
    }
    Status add(const sql::Rows& rows)
    {
        for (int column = 0; column < rows.columns(); ++column) {
            m_values.append(rows.get<Value>(column));
            if (const auto* bytes = std::get_if<QByteArray>(&m_values.last()))
                m_bytes += bytes->size();
        }
        return m_values.size() + m_width > kParametersAtOnce || m_bytes > kBytesAtOnce ? send() : Status();
    }
    Status send()
    {
        if (m_values.isEmpty())
            return {};
        QString sql = m_into;
        for (qsizetype i = 0; i < m_values.size(); ++i)
            sql += (i % m_width == 0 ? (i == 0 ? QStringLiteral("($%1") : QStringLiteral("), ($%1")) : QStringLiteral(", $%1")).arg(i + 1);
        const Status sent = m_to.executeWith((sql + QLatin1Char(')')).toStdString(), m_values);
        m_values.clear();
        m_bytes = 0;
        return sent;
    }

private:
    sql::Connection& m_to;
    QString m_into;
    qsizetype m_width;
    qsizetype m_bytes = 0;
    QList<Value> m_values;
};

Status copyTable(sql::Connection& from, sql::Connection& to, const QString& table, const QStringList& columns, const std::string& where)
{
    HALL_ASSIGN(auto rows, from.query(selectOf(table, columns) + where));
    Bundle bundle(to, table, columns);
    while (true) {
        HALL_ASSIGN(const bool more, rows.next());
        if (!more)
            break;
        HALL_TRY(bundle.add(rows));
    }
    HALL_TRY(bundle.send());
    const QString counted = countedColumn(table);
    return counted.isEmpty() ? Status() : to.countOn(table, counted);
}

class Mover
{
public:
    Mover(const HallPlace& from, const HallPlace& to, const base::Clock& clock, std::function<void(const MovedTable&)> copied)
        : m_from(from)
        , m_to(to)
        , m_clock(clock)
        , m_copied(std::move(copied))
    {
    }

    Status run(LineStore& line, CaseStore& cases, LineStore& newLine, CaseStore& newCases)
    {
        HALL_TRY(mustBeQuiet(line.connection()));
        HALL_TRY(copyPart(QStringLiteral("line"), line.connection(), newLine.connection()));
        HALL_TRY(copyPart(QStringLiteral("case"), cases.connection(), newCases.connection()));
        HALL_TRY(carryKey());
        HALL_TRY(walk(newCases));
        HALL_ASSIGN(const QString id, line.setting(QStringLiteral("hall_id")));
        HALL_TRY(newLine.setSetting(QStringLiteral("hall_id"), id)); // from here on there is a hall
        HALL_TRY(line.setSetting(QStringLiteral("moved_to"), m_to.shown()));
        return line.connection().script(kCloseOldLine);
    }
    QList<MovedTable> tables() const { return m_tables; }

private:
    static Status mustBeQuiet(sql::Connection& line)
    {
        HALL_ASSIGN(const auto desk, line.value<int>("SELECT number FROM desk WHERE state <> 'closed' ORDER BY number"));
        if (desk)
            return Error{ErrorCode::DeskBusy, tr("Desk %1 is open. End the day first (hallctl day close) and stop the programs.").arg(*desk)};
        return {};
    }

    Status copyPart(const QString& part, sql::Connection& from, sql::Connection& to)
    {
        for (const QString& table : tablesOf(part)) {
            HALL_ASSIGN(const QStringList columns, from.columnsOf(table));
            const bool settings = table == QLatin1StringView("setting");
            HALL_TRY(to.transaction(Mode::Write, [&] {
                return copyTable(from, to, table, columns, settings ? " WHERE name <> 'hall_id'" : "");
            }));
            HALL_ASSIGN(MovedTable here, weigh(from, part, table, columns));
            HALL_ASSIGN(const MovedTable there, weigh(to, part, table, columns));
            if (!(here == there) && !settings)
                return Error{ErrorCode::StoreDamaged,
                             tr("The server does not hold what this hall's table \"%1\" holds. Nothing was moved.").arg(table)};
            m_tables.append(there);
            if (m_copied)
                m_copied(there);
        }
        return {};
    }

    /// Desks go on with the same key: it signs the audit trail.
    Status carryKey()
    {
        HALL_ASSIGN(const seal::SecretBuffer key, KeyRing(m_from.files()).read(KeyName::Station));
        const KeyRing keys(m_to.files());
        if (!QFile::exists(keys.path(KeyName::Station)))
            return keys.write(KeyName::Station, key);
        HALL_ASSIGN(const seal::SecretBuffer there, keys.read(KeyName::Station));
        if (there.view() == key.view())
            return {};
        return Error{ErrorCode::StoreExists,
                     tr("%1 is another hall's key. Name another folder for this one (own_folder in station.conf).").arg(keys.path(KeyName::Station))};
    }

    Status walk(CaseStore& cases)
    {
        HALL_ASSIGN(seal::SecretBuffer secret, KeyRing(m_to.files()).read(KeyName::Station));
        HALL_ASSIGN(const auto station, seal::SignKeyPair::fromSecret(std::move(secret)));
        AuditTrail audit(cases.connection(), m_clock, station);
        HALL_TRY(StaffRegister(cases.connection(), m_clock, audit).verifyRoster());
        HALL_ASSIGN(const AuditTrail::Verdict verdict, audit.verify());
        if (!verdict.broken.isEmpty())
            return Error{ErrorCode::SignatureInvalid, tr("The audit trail of this hall does not hold together. Tell the audit administrator; "
                                                         "nothing was moved.")};
        return {};
    }

    const HallPlace& m_from;
    const HallPlace& m_to;
    const base::Clock& m_clock;
    std::function<void(const MovedTable&)> m_copied;
    QList<MovedTable> m_tables;
};

} // namespace

QStringList tablesOf(const QString& part)
{
    const auto list = [](std::initializer_list<const char*> names) {
        QStringList all;
        for (const char* name : names)
            all.append(QString::fromLatin1(name));
        return all;
    };
    if (part == QLatin1StringView("case"))
        return list({"staff", "roster", "group_key", "group_grant", "intake", "audit",
                     "case_series", "case_file", "case_grant", "case_entry", "case_upload", "case_attachment_chunk",
                     "case_attachment"});
    return list({"setting", "catalogue", "block", "service", "priority_class", "policy", "desk", "desk_service", "series", "ticket",
                 "ticket_event", "announcement", "board", "acknowledgement", "appointment", "intake", "block_key", "reservation",
                 "withdrawal"});
}

Result<MovedTable> weigh(sql::Connection& store, const QString& part, const QString& table, const QStringList& columns)
{
    MovedTable weighed{part, table};
    QList<QByteArray> hashes;
    HALL_ASSIGN(auto rows, store.query(selectOf(table, columns)));
    while (true) {
        HALL_ASSIGN(const bool more, rows.next());
        if (!more)
            break;
        hashes.append(hashOf(rows));
    }
    std::sort(hashes.begin(), hashes.end());
    QCryptographicHash all(QCryptographicHash::Sha256);
    for (const QByteArray& hash : std::as_const(hashes))
        all.addData(hash);
    weighed.rows = hashes.size();
    weighed.digest = all.result();
    return weighed;
}

Result<QList<MovedTable>> moveHall(const HallPlace& from, const HallPlace& to, const base::Clock& clock,
                                   const std::function<void(const MovedTable&)>& copied)
{
    if (from.onServer() || !to.onServer())
        return Error{ErrorCode::InvalidArgument, tr("A hall moves from a folder (--from) to a server (--to postgresql://…).")};
    HALL_ASSIGN(LineStore line, LineStore::open(from));
    HALL_ASSIGN(CaseStore cases, CaseStore::open(from));
    Mover mover(from, to, clock, copied);
    // Both parts stand still while they are copied.
    HALL_TRY(line.connection().transaction(Mode::Write, [&] {
        return cases.connection().transaction(Mode::Write, [&] {
            return onFreshServer(to, [&](LineStore& newLine, CaseStore& newCases) { return mover.run(line, cases, newLine, newCases); });
        });
    }));
    return mover.tables();
}

} // namespace hall::store
