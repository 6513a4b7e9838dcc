// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/station/line_opener.h"

namespace hall::station {

using base::Result;

Result<store::LineStore> openLine(const StationConfig& config)
{
    return store::LineStore::open(config.place());
}

OpenSession lineOpener(const StationConfig& config, const base::Clock& clock)
{
    return [config, &clock]() -> Result<std::unique_ptr<StoreSession>> {
        HALL_ASSIGN(auto line, openLine(config));
        return std::unique_ptr<StoreSession>(std::make_unique<LineSession>(std::move(line), clock));
    };
}

} // namespace hall::station
