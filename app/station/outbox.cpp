// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/station/outbox.h"

#include "app/base/log.h"
#include "app/sql/sqlcipher/sqlcipher_connection.h"
#include "app/station/line_worker.h"
#include "app/station/texts.h"
#include "app/store/key_ring.h"

#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QJsonDocument>
#include <QJsonObject>

namespace hall::station {

using base::Error;
using base::ErrorCode;
using base::Result;
using base::Status;
using sql::Mode;

namespace {

constexpr std::size_t kKeyBytes = 32;

constexpr const char* kSchema = R"(
    CREATE TABLE IF NOT EXISTS fact (name TEXT PRIMARY KEY, value TEXT NOT NULL) STRICT;
    CREATE TABLE IF NOT EXISTS block_key (block TEXT PRIMARY KEY, generation INTEGER NOT NULL, public_key BLOB NOT NULL) STRICT;
    -- `next` is the first number of the reservation that was not given.
    CREATE TABLE IF NOT EXISTS reserve (block TEXT NOT NULL, day TEXT NOT NULL, first INTEGER NOT NULL, last INTEGER NOT NULL,
        next INTEGER NOT NULL, prefix TEXT NOT NULL, PRIMARY KEY (block, day, first)) STRICT;
    -- `asked` is the key that was sent to the line before, `key` the one under which this ticket is written there.
    CREATE TABLE IF NOT EXISTS given (id INTEGER PRIMARY KEY, asked BLOB NOT NULL UNIQUE, key BLOB NOT NULL, block TEXT NOT NULL,
        serial INTEGER NOT NULL, number TEXT NOT NULL, service TEXT NOT NULL, class TEXT NOT NULL, evidence TEXT NOT NULL,
        party_size INTEGER NOT NULL, language TEXT NOT NULL, at INTEGER NOT NULL, appointment INTEGER NOT NULL,
        receipt_code TEXT NOT NULL, generation INTEGER NOT NULL, sealed BLOB NOT NULL, actor TEXT NOT NULL,
        written INTEGER NOT NULL DEFAULT 0, refusal TEXT NOT NULL DEFAULT '') STRICT;
    CREATE INDEX IF NOT EXISTS given_open ON given (id) WHERE written = 0;
)";

/// The key is this machine's own and made with the file.
Result<seal::SecretBuffer> keyFor(const store::HallFiles& own)
{
    const store::KeyRing keys(own);
    if (QFile::exists(own.outbox()) || QFile::exists(keys.path(store::KeyName::Outbox)))
        return keys.read(store::KeyName::Outbox);
    auto fresh = seal::SecretBuffer::random(kKeyBytes);
    HALL_TRY(keys.write(store::KeyName::Outbox, fresh));
    return fresh;
}

} // namespace

Outbox::Outbox(std::unique_ptr<sql::Connection> file, const base::Clock& clock, Stock stock)
    : m_file(std::move(file))
    , m_clock(clock)
    , m_stock(stock)
{
}

Outbox::~Outbox() = default;

Result<std::unique_ptr<Outbox>> Outbox::open(const store::HallFiles& own, const base::Clock& clock, Stock stock)
{
    if (!QDir().mkpath(own.folder))
        return Error{ErrorCode::StoreUnavailable, tr("%1 cannot be made. Check the folder and its permissions.").arg(own.folder)};
    HALL_ASSIGN(const seal::SecretBuffer secret, keyFor(own));
    sql::sqlcipher::Options options;
    options.path = own.outbox();
    options.key = secret.view().toByteArray();
    // A file without a byte was being made when the machine died.
    if (QFileInfo(own.outbox()).size() == 0)
        QFile::remove(own.outbox());
    options.create = !QFile::exists(own.outbox());
    auto opened = sql::sqlcipher::SqlCipherConnection::open(options);
    options.key.fill('\0');
    HALL_ASSIGN(auto file, std::move(opened));
    HALL_TRY(file->transaction(Mode::Write, [&] { return file->script(kSchema); }));
    return std::unique_ptr<Outbox>(new Outbox(std::move(file), clock, stock));
}

Status Outbox::fill(Line& line, const QString& station)
{
    HALL_ASSIGN(const auto inForce, line.catalogue.current());
    HALL_TRY(keepCatalogue(inForce.catalogue));
    const QDate today = base::hallDay(m_clock.now());
    for (const rules::Block& block : inForce.catalogue.blocks) {
        if (const auto key = line.store.blockKey(block.code); key.ok())
            HALL_TRY(keepKey(block.code, *key));
        for (int ahead = 0; ahead < m_stock.days; ++ahead) {
            const QDate day = today.addDays(ahead);
            HALL_ASSIGN(const int left, inHand(block.code, day));
            if (2 * left > m_stock.numbers)
                continue;
            HALL_ASSIGN(const auto taken, line.queue.reserve(block.code, day, m_stock.numbers - left, station));
            if (taken.last >= taken.first)
                HALL_TRY(keepReservation(taken));
        }
    }
    return {};
}

Status Outbox::drain(Line& line, const QString& station)
{
    qint64 last = 0;
    while (true) {
        HALL_ASSIGN(const auto entry, oldest(last));
        if (!entry)
            return {};
        last = entry->id;
        HALL_TRY(line.queue.withdraw(entry->asked, station));
        queue::IssueRequest request = entry->request;
        auto written = line.queue.issue(request);
        // The catalogue may have changed since: the visitor stands there all the same.
        if (!written.ok() && written.error().code == ErrorCode::PriorityClassUnknown) {
            request.priorityClass = QStringLiteral("ordinary");
            written = line.queue.issue(request);
        }
        if (!written.ok() && written.error().code == ErrorCode::AppointmentNotFound) {
            request.appointment = {};
            written = line.queue.issue(request);
        }
        const Status outcome = written.ok() ? Status() : Status(written.error());
        if (!outcome.ok() && (outcome.error().code == ErrorCode::StoreUnavailable || outcome.error().code == ErrorCode::StoreLocked))
            return outcome;
        HALL_TRY(noteOutcome(entry->id, outcome));
    }
}

Result<Outbox::Given> Outbox::give(const queue::IssueRequest& request)
{
    HALL_ASSIGN(const rules::Catalogue menu, catalogue());
    const rules::Service* service = menu.service(request.service);
    if (!service)
        return Error{ErrorCode::ServiceUnknown, tr("There is no service \"%1\". Choose one of the catalogue.").arg(request.service)};
    const std::scoped_lock lock(m_mutex);
    return m_file->transaction(Mode::Write, [&]() -> Result<Given> {
        HALL_ASSIGN(auto rows, m_file->query("SELECT number, block, receipt_code, at FROM given WHERE asked = $1", request.key));
        HALL_ASSIGN(const bool again, rows.next());
        if (again)
            return Given{rows.get<QString>(0), rows.get<QString>(1), rows.get<QString>(2), rows.get<base::Timestamp>(3)};
        return write(request, service->block);
    });
}

Result<Outbox::Given> Outbox::write(const queue::IssueRequest& request, const QString& block)
{
    Given given{{}, block, queue::newReceiptCode(), m_clock.now()};
    const QDate day = base::hallDay(given.arrived);
    int serial = 0;
    {
        HALL_ASSIGN(auto rows, m_file->query("UPDATE reserve SET next = next + 1 WHERE block = $1 AND day = $2 AND first = (SELECT "
                                             "min(first) FROM reserve WHERE block = $1 AND day = $2 AND next <= last) "
                                             "RETURNING next - 1, prefix",
                                             block, day));
        HALL_ASSIGN(const bool left, rows.next());
        if (!left)
            return Error{ErrorCode::StoreUnavailable,
                         tr("The hall's server cannot be reached, and this machine has no number left to give. Please go to the desk.")};
        serial = rows.get<int>(0);
        given.number = queue::ticketNumber(rows.get<QString>(1), serial);
        HALL_TRY(rows.next());
    }
    HALL_TRY(m_file->execute("INSERT INTO given (asked, key, block, serial, number, service, class, evidence, party_size, language, at, "
                             "appointment, receipt_code, generation, sealed, actor) VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, "
                             "$11, $12, $13, $14, $15, $16)",
                             request.key, QUuid::createUuid(), block, serial, given.number, request.service, request.priorityClass,
                             request.evidence, request.partySize, request.language, given.arrived, request.appointment,
                             given.receiptCode, request.intakeGeneration,
                             request.sealedIntake.isNull() ? QByteArray("") : request.sealedIntake, request.actor));
    return given;
}

Result<std::optional<QUuid>> Outbox::takeBack(const QUuid& asked)
{
    const std::scoped_lock lock(m_mutex);
    return m_file->transaction(Mode::Write, [&]() -> Result<std::optional<QUuid>> {
        HALL_TRY(m_file->execute("UPDATE given SET written = 1, sealed = x'', refusal = 'withdrawn' WHERE asked = $1 AND written = 0", asked));
        return m_file->value<QUuid>("SELECT key FROM given WHERE asked = $1 AND refusal <> 'withdrawn'", asked);
    });
}

Result<rules::Catalogue> Outbox::catalogue()
{
    const std::scoped_lock lock(m_mutex);
    HALL_ASSIGN(const auto kept, m_file->value<QString>("SELECT value FROM fact WHERE name = 'catalogue'"));
    if (!kept)
        return Error{ErrorCode::StoreUnavailable, tr("This machine has not seen the hall's server yet.")};
    return rules::catalogueFromJson(QJsonDocument::fromJson(kept->toUtf8()).object());
}

Result<store::LineStore::BlockKey> Outbox::blockKey(const QString& block)
{
    const std::scoped_lock lock(m_mutex);
    HALL_ASSIGN(auto rows, m_file->query("SELECT generation, public_key FROM block_key WHERE block = $1", block));
    HALL_ASSIGN(const bool found, rows.next());
    if (!found)
        return Error{ErrorCode::KeyMissing, tr("The block \"%1\" has no key on this machine.").arg(block)};
    return store::LineStore::BlockKey{rows.get<int>(0), rows.get<QByteArray>(1)};
}

Result<int> Outbox::waiting()
{
    const std::scoped_lock lock(m_mutex);
    HALL_ASSIGN(const auto count, m_file->value<int>("SELECT count(*) FROM given WHERE written = 0"));
    return count.value_or(0);
}

Status Outbox::keepCatalogue(const rules::Catalogue& catalogue)
{
    const QString text = QString::fromUtf8(QJsonDocument(rules::toJson(catalogue)).toJson(QJsonDocument::Compact));
    const std::scoped_lock lock(m_mutex);
    return m_file->execute("INSERT INTO fact (name, value) VALUES ('catalogue', $1) ON CONFLICT (name) DO UPDATE SET "
                           "value = excluded.value WHERE value <> excluded.value",
                           text);
}

Status Outbox::keepKey(const QString& block, const store::LineStore::BlockKey& key)
{
    const std::scoped_lock lock(m_mutex);
    return m_file->execute("INSERT INTO block_key (block, generation, public_key) VALUES ($1, $2, $3) ON CONFLICT (block) DO "
                           "UPDATE SET generation = excluded.generation, public_key = excluded.public_key "
                           "WHERE generation <> excluded.generation OR public_key <> excluded.public_key",
                           block, key.generation, key.publicKey);
}

Result<int> Outbox::inHand(const QString& block, const QDate& day)
{
    const std::scoped_lock lock(m_mutex);
    HALL_ASSIGN(const auto left,
                m_file->value<int>("SELECT sum(last - next + 1) FROM reserve WHERE block = $1 AND day = $2", block, day));
    return left.value_or(0);
}

Status Outbox::keepReservation(const queue::Reservation& taken)
{
    const std::scoped_lock lock(m_mutex);
    return m_file->transaction(Mode::Write, [&]() -> Status {
        // What is over is of no more use here; the line keeps the account of it.
        const QDate today = base::hallDay(m_clock.now());
        HALL_TRY(m_file->execute("DELETE FROM reserve WHERE day < $1", today));
        HALL_TRY(m_file->execute("DELETE FROM given WHERE written = 1 AND at < $1", m_clock.now() - std::chrono::hours(48)));
        return m_file->execute("INSERT INTO reserve (block, day, first, last, next, prefix) VALUES ($1, $2, $3, $4, $3, $5)",
                               taken.block, taken.day, taken.first, taken.last, taken.prefix);
    });
}

Result<std::optional<Outbox::Entry>> Outbox::oldest(qint64 after)
{
    const std::scoped_lock lock(m_mutex);
    HALL_ASSIGN(auto rows, m_file->query("SELECT id, asked, key, service, class, evidence, party_size, language, at, appointment, serial, "
                                         "receipt_code, generation, sealed, actor FROM given WHERE written = 0 AND id > $1 "
                                         "ORDER BY id LIMIT 1",
                                         after));
    HALL_ASSIGN(const bool found, rows.next());
    if (!found)
        return std::optional<Entry>();
    Entry entry;
    entry.id = rows.get<qint64>(0);
    entry.asked = rows.get<QUuid>(1);
    queue::IssueRequest& r = entry.request;
    r.key = rows.get<QUuid>(2);
    r.service = rows.get<QString>(3);
    r.priorityClass = rows.get<QString>(4);
    r.evidence = rows.get<QString>(5);
    r.partySize = rows.get<int>(6);
    r.language = rows.get<QString>(7);
    r.at = rows.get<base::Timestamp>(8);
    r.appointment = rows.get<queue::AppointmentId>(9);
    r.reserved = rows.get<int>(10);
    r.receiptCode = rows.get<QString>(11);
    r.intakeGeneration = rows.get<int>(12);
    r.sealedIntake = rows.get<QByteArray>(13);
    r.actor = rows.get<QString>(14);
    return std::optional(entry);
}

Status Outbox::noteOutcome(qint64 id, const Status& outcome)
{
    const std::scoped_lock lock(m_mutex);
    if (!outcome.ok())
        qCWarning(base::logStation, "a ticket that was given while the store was away is refused by the line: %s",
                  base::errorName(outcome.error().code).data());
    return m_file->transaction(Mode::Write, [&] {
        // What was typed goes as soon as the line has it.
        return outcome.ok() ? m_file->execute("UPDATE given SET written = 1, sealed = x'' WHERE id = $1", id)
                            : m_file->execute("UPDATE given SET refusal = $2 WHERE id = $1", id, outcome.error().message);
    });
}

} // namespace hall::station
