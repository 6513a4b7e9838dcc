// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/station/line_worker.h"
#include "app/store/hall_folder.h"
#include "app/store/intake_custody.h"

namespace hall::station {

/// What a desk's jobs work with, on the worker's thread: the line, the case store's offices, and whoever is signed in.
struct DeskRoom
{
    Line& line;
    store::CaseOffice& office;
    store::IntakeCustody& custody;
    const base::Clock& clock;
    std::optional<store::SignedIn>& person; ///< keys never leave this thread
};

class DeskSession final : public LineSession
{
public:
    /// `person` outlives the session: a store that was away for a moment signs nobody out.
    DeskSession(store::LineStore line, std::unique_ptr<store::CaseOffice> office, const base::Clock& clock,
                std::shared_ptr<std::optional<store::SignedIn>> person);
    DeskRoom& room() { return m_room; }

private:
    std::unique_ptr<store::CaseOffice> m_office;
    std::shared_ptr<std::optional<store::SignedIn>> m_person;
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

    /// Takes the passphrase over and wipes the caller's bytes before it returns. About half a second on the worker.
    QFuture<base::Result<store::Person>> signIn(const QString& login, QByteArray& passphrase);
    /// Forgets the person's keys, also while the store is lost.
    void signOut();

private:
    using Seat = std::shared_ptr<std::optional<store::SignedIn>>;

    DeskWorker(StationConfig config, const base::Clock& clock, const Seat& seat, QObject* parent);

    std::weak_ptr<std::optional<store::SignedIn>> m_seat; ///< kept by the worker's thread
};

} // namespace hall::station
