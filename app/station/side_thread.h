// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/store/hall_folder.h"

#include <QThreadPool>
#include <functional>
#include <memory>

namespace hall::station {

/// A desk's second thread, for what takes long and must not keep the line waiting: an attachment of a gigabyte, a document
/// drawn. Each job opens the case store for itself and works with a copy of the person's keys, which lives in locked memory and
/// is wiped when the job ends. Jobs run one after the other; the destructor waits for them, so ask those that run to stop first.
class SideThread
{
public:
    using Keys = std::shared_ptr<const store::SignedIn>;
    using Job = std::function<void(base::Result<store::CaseOffice*>, const Keys&)>;

    SideThread(store::HallPlace place, const base::Clock& clock);
    ~SideThread();

    /// On the thread that holds the keys.
    static Keys copyOf(const store::SignedIn& person);
    /// From any thread. The job is told why there is no store, or that the account was closed meanwhile (PermissionDenied).
    void start(Keys person, Job job);

private:
    store::HallPlace m_place;
    const base::Clock& m_clock;
    QThreadPool m_pool;
};

} // namespace hall::station
