// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/base/result.h"

#include <QString>
#include <functional>
#include <memory>

namespace hall::sql {
class Connection;
}

namespace hall::station {

/// What a worker keeps open on its thread; made, used and destroyed there.
class StoreSession
{
public:
    StoreSession() = default;
    StoreSession(const StoreSession&) = delete;
    StoreSession& operator=(const StoreSession&) = delete;
    virtual ~StoreSession() = default;

    /// The line's connection: the change feed asks it what changed.
    virtual sql::Connection& line() = 0;
};

/// Opens a session; runs on the worker's thread, again and again until it succeeds.
using OpenSession = std::function<base::Result<std::unique_ptr<StoreSession>>()>;

} // namespace hall::station
