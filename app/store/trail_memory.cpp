// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/store/trail_memory.h"

#include "app/base/log.h"
#include "app/store/file_turn.h"
#include "app/store/hall_folder.h"

#include <QCoreApplication>
#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QSaveFile>
#include <QStandardPaths>

namespace hall::store {

using base::Error;
using base::ErrorCode;
using base::Result;
using base::Status;

namespace {

constexpr qsizetype kMarkBytes = 12;
constexpr base::Milliseconds kMemoryPatience(2'000);

AuditTrail::Head readSeen(const QString& path)
{
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly))
        return {};
    const QList<QByteArray> parts = file.readAll().trimmed().split(' ');
    return parts.size() == 2 ? AuditTrail::Head{parts.first().toLongLong(), QByteArray::fromHex(parts.last())} : AuditTrail::Head();
}

void writeSeen(const QString& path, const AuditTrail::Head& head)
{
    QSaveFile file(path);
    const QByteArray line = QByteArray::number(head.seq) + ' ' + head.hash.toHex() + '\n';
    if (!file.open(QIODevice::WriteOnly) || file.write(line) != line.size() || !file.commit())
        qCWarning(base::logStore, "the newest audit record cannot be remembered on this machine");
}

} // namespace

QString accountFolder()
{
    return QStandardPaths::writableLocation(QStandardPaths::GenericDataLocation) + QStringLiteral("/accord-hall");
}

QString placeMark(const HallPlace& place, const QByteArray& rosterRoot)
{
    const QString where = place.onServer() ? place.shown() : QFileInfo(place.url()).absoluteFilePath();
    return QString::fromLatin1(seal::hash("hall.place.v1", rosterRoot + where.toUtf8()).left(kMarkBytes).toHex());
}

Result<AuditTrail::Head> continued(AuditTrail& audit, const AuditTrail::Head& seen)
{
    if (seen.seq > 0) {
        HALL_ASSIGN(const QByteArray hash, audit.hashOf(seen.seq));
        if (hash != seen.hash)
            return Error{ErrorCode::SignatureInvalid,
                         QCoreApplication::translate("hall::store",
                                                     "This hall's store is older than what was seen on this machine before, or its "
                                                     "audit trail was cut or rewritten. Tell the audit administrator; do not go on "
                                                     "working.")};
    }
    return audit.head();
}

Status compareWithAccount(CaseOffice& office)
{
    HALL_ASSIGN(const QByteArray root, office.staff().rosterRoot());
    const QString folder = accountFolder() + QStringLiteral("/seen");
    const QString path = folder + QLatin1Char('/') + placeMark(office.place(), root);
    QDir().mkpath(folder);
    const auto turn = takeTurn(path + QStringLiteral(".lock"), kMemoryPatience); // several programs of one account
    const AuditTrail::Head seen = readSeen(path);
    HALL_ASSIGN(const AuditTrail::Head head, continued(office.audit(), seen));
    if (turn.ok() && head.seq > seen.seq)
        writeSeen(path, head);
    return {};
}

} // namespace hall::store
