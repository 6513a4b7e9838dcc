// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/station/line_opener.h"

#include "app/store/key_ring.h"

#include <QCoreApplication>
#include <QFile>

namespace hall::station {

using base::Error;
using base::ErrorCode;
using base::Result;

Result<store::LineStore> openLine(const StationConfig& config)
{
    if (!QFile::exists(store::HallFiles{config.storeUrl}.line()))
        return Error{ErrorCode::StoreNotFound,
                     QCoreApplication::translate("hall::station", "There is no hall in %1.").arg(config.storeUrl)};
    HALL_ASSIGN(const seal::SecretBuffer secret, store::KeyRing(store::HallFiles{config.storeUrl}).read(store::KeyName::Line));
    QByteArray key = secret.view().toByteArray();
    auto line = store::LineStore::open(config.storeUrl, key);
    key.fill('\0');
    return line;
}

OpenSession lineOpener(const StationConfig& config, const base::Clock& clock)
{
    return [config, &clock]() -> Result<std::unique_ptr<StoreSession>> {
        HALL_ASSIGN(auto line, openLine(config));
        return std::unique_ptr<StoreSession>(std::make_unique<LineSession>(std::move(line), clock));
    };
}

} // namespace hall::station
