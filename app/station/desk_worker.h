// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/station/line_worker.h"
#include "app/store/hall_folder.h"
#include "app/store/intake_custody.h"
#include "app/store/vault.h"

namespace hall::station {

/// Whoever is signed in, and their vault. Keys never leave the worker's thread.
struct Seat
{
    std::optional<store::SignedIn> person;
    std::unique_ptr<store::Vault> vault;

    void leave()
    {
        vault.reset();
        person.reset();
    }
};

/// What a desk's jobs work with, on the worker's thread: the line, the case store's offices, and whoever is signed in.
struct DeskRoom
{
    Line& line;
    store::CaseOffice& office;
    store::IntakeCustody& custody;
    const base::Clock& clock;
    std::optional<store::SignedIn>& person; ///< keys never leave this thread
    /// Of the person who is signed in; null where this account cannot keep one, and the desk works without search and drafts.
    std::unique_ptr<store::Vault>& vault;
};

/// What is asked of a desk at which nobody is signed in.
base::Error nobodySignedIn();

class DeskSession final : public LineSession
{
public:
    /// `seat` outlives the session: a store that was away for a moment signs nobody out.
    DeskSession(store::LineStore line, std::unique_ptr<store::CaseOffice> office, const base::Clock& clock,
                std::shared_ptr<Seat> seat);
    DeskRoom& room() { return m_room; }

private:
    std::unique_ptr<store::CaseOffice> m_office;
    std::shared_ptr<Seat> m_seat;
    store::IntakeCustody m_custody;
    DeskRoom m_room;
};

/// The desk's worker: beside the line (`run`), jobs that need the case store (`serve`).
class DeskWorker final : public LineWorker
{
    Q_OBJECT

public:
    DeskWorker(StationConfig config, const base::Clock& clock, QObject* parent = nullptr);

    /// `f(DeskRoom&)` returns a base::Result<T>.
    template <class F>
    QFuture<std::invoke_result_t<F, DeskRoom&>> serve(F f)
    {
        return submit<DeskSession>([f = std::move(f)](DeskSession& session) mutable { return f(session.room()); });
    }

    /// Takes the passphrase over and wipes the caller's bytes before it returns. `code`: the one-time code of an account that
    /// asks for one; InvalidArgument where it is missing, before anything is tried. About half a second on the worker. Opens the
    /// person's vault, which witnesses that the store was not rolled back (SignatureInvalid). To bring it up to date, hand in one
    /// job after the other that calls casefile::CaseIndex::catchUp with few cases: whatever else is handed in comes between.
    QFuture<base::Result<store::Person>> signIn(const QString& login, QByteArray& passphrase, const QString& code = {});
    /// Forgets the person's keys, also while the store is lost.
    void signOut();

private:
    DeskWorker(StationConfig config, const base::Clock& clock, const std::shared_ptr<Seat>& seat, QObject* parent);

    std::weak_ptr<Seat> m_seat; ///< kept by the worker's thread
};

} // namespace hall::station
