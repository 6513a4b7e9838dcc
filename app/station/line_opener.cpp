// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/station/line_opener.h"

#include <QCoreApplication>
#include <QFile>

namespace hall::station {

using base::Error;
using base::ErrorCode;
using base::Result;

namespace {

Result<QByteArray> lineKey(const store::HallFiles& files)
{
    QFile file(files.keys() + QStringLiteral("/line.key"));
    if (!file.open(QIODevice::ReadOnly))
        return Error{ErrorCode::KeyMissing,
                     QCoreApplication::translate("hall::station", "The key %1 cannot be read by this account. Ask the system "
                                                                  "administrator to grant it.")
                         .arg(file.fileName())};
    return file.readAll();
}

} // namespace

Result<store::LineStore> openLine(const StationConfig& config)
{
    if (!QFile::exists(store::HallFiles{config.storeUrl}.line()))
        return Error{ErrorCode::StoreNotFound,
                     QCoreApplication::translate("hall::station", "There is no hall in %1.").arg(config.storeUrl)};
    HALL_ASSIGN(QByteArray key, lineKey(store::HallFiles{config.storeUrl}));
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
