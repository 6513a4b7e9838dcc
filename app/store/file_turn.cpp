// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/store/file_turn.h"

#include "app/sql/sqlcipher/writer_turn.h"
#include "app/store/texts.h"

namespace hall::store {

base::Result<std::unique_ptr<QFile>> takeTurn(const QString& path, base::Milliseconds patience)
{
    auto file = std::make_unique<QFile>(path);
    if (!file->open(QIODevice::ReadWrite | QIODevice::Unbuffered))
        return base::Error{base::ErrorCode::StoreUnavailable,
                           tr("%1 cannot be opened for writing. Check the folder and its permissions.").arg(path)};
    file->setPermissions(QFile::ReadOwner | QFile::WriteOwner);
    HALL_TRY(sql::sqlcipher::waitForTurn(file->handle(), patience));
    return file;
}

} // namespace hall::store
