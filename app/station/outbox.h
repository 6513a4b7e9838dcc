// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/queue/queue.h"
#include "app/rules/catalogue.h"
#include "app/store/hall_place.h"
#include "app/store/line_store.h"

#include <memory>
#include <mutex>

namespace hall::sql {
class Connection;
}

namespace hall::station {

struct Line;

/// What a kiosk goes on with while the hall's server is away: numbers that it reserved beforehand, the catalogue and the
/// blocks' public keys as they last were, and the tickets that it gave meanwhile, until the line has them. An encrypted file
/// of this machine (SQLCipher, a key of its own); what visitors typed is in it sealed to their block, as everywhere, so the
/// kiosk cannot read it back. A ticket that give() has answered with survives a crash and a power cut.
///
/// Used from several threads: the worker's fills and empties it, another one gives while the worker waits for the server.
class Outbox
{
public:
    /// How many numbers are kept in hand for each block and day, and for how many days from today.
    struct Stock
    {
        int numbers = 20;
        int days = 4;
    };

    /// Errors: the embedded engine's, KeyMissing.
    static base::Result<std::unique_ptr<Outbox>> open(const store::HallFiles& own, const base::Clock& clock, Stock stock = {20, 4});
    ~Outbox();

    // With the line, on its thread.

    /// Takes over catalogue and keys, and reserves what is short.
    base::Status fill(Line& line, const QString& station);
    /// Writes the tickets that were given meanwhile into the line, oldest first, each with its number and its moment; repeated
    /// after an interruption, none twice. A ticket that the line refuses stays here and is tried again the next time.
    base::Status drain(Line& line, const QString& station);

    // Without it, on any thread.

    struct Given
    {
        QString number;
        QString block;
        QString receiptCode;
        base::Timestamp arrived;
    };
    /// Gives a ticket with a reserved number. `request.key` may have been sent to the line already without an answer: what the
    /// line made of it is withdrawn before this one is written. The same key again gives the same ticket.
    /// Errors: StoreUnavailable (no number is left, or none was ever reserved), ServiceUnknown, and the file's.
    base::Result<Given> give(const queue::IssueRequest& request);
    /// A ticket that nobody has seen: it is not written into the line any more. Where that has happened, the key under which.
    base::Result<std::optional<QUuid>> takeBack(const QUuid& asked);
    base::Result<rules::Catalogue> catalogue();
    base::Result<store::LineStore::BlockKey> blockKey(const QString& block);
    /// How many tickets wait to be written.
    base::Result<int> waiting();

private:
    struct Entry
    {
        qint64 id = 0;
        QUuid asked; ///< the key that the line may know
        queue::IssueRequest request;
    };

    Outbox(std::unique_ptr<sql::Connection> file, const base::Clock& clock, Stock stock);
    base::Status keepCatalogue(const rules::Catalogue& catalogue);
    base::Status keepKey(const QString& block, const store::LineStore::BlockKey& key);
    base::Result<int> inHand(const QString& block, const QDate& day);
    base::Status keepReservation(const queue::Reservation& reservation);
    base::Result<Given> write(const queue::IssueRequest& request, const QString& block);
    base::Result<std::optional<Entry>> oldest(qint64 after);
    base::Status noteOutcome(qint64 id, const base::Status& outcome);

    std::mutex m_mutex;
    std::unique_ptr<sql::Connection> m_file;
    const base::Clock& m_clock;
    Stock m_stock;
};

} // namespace hall::station
