// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/station/desk_worker.h"
#include "app/station/side_thread.h"

#include <QPromise>

namespace hall::station {

/// What takes long, as whoever is signed in when its turn among the desk's jobs comes: `prepare(DeskRoom&)`, which returns a
/// base::Result, on the desk's thread, then `f(CaseOffice&, const SignedIn&, prepared)` on the second one. `context` lives on the
/// caller's thread.
template <class Prepare, class F>
auto workAside(DeskWorker& worker, std::shared_ptr<SideThread> side, QObject* context, Prepare prepare, F f)
{
    using Prepared = typename std::invoke_result_t<Prepare&, DeskRoom&>::value_type;
    using Answer = std::invoke_result_t<F&, store::CaseOffice&, const store::SignedIn&, const Prepared&>;
    auto promise = std::make_shared<QPromise<Answer>>();
    promise->start();
    QFuture<Answer> future = promise->future();
    worker
        .serve([promise, f = std::move(f), prepare = std::move(prepare), side = std::move(side)](DeskRoom& room) mutable -> base::Result<bool> {
            if (!room.person)
                return nobodySignedIn();
            HALL_ASSIGN(auto prepared, prepare(room));
            side->start(SideThread::copyOf(*room.person),
                        [promise, f, prepared](base::Result<store::CaseOffice*> office, const SideThread::Keys& person) mutable {
                            promise->addResult(office.ok() ? f(**office, *person, prepared) : Answer(office.error()));
                            promise->finish();
                        });
            return true;
        })
        .then(context, [promise](const base::Result<bool>& started) {
            if (started.ok())
                return;
            promise->addResult(Answer(started.error()));
            promise->finish();
        });
    return future;
}

} // namespace hall::station
