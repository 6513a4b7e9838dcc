// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/store/hall_place.h"

#include <QCryptographicHash>
#include <QRegularExpression>
#include <QStandardPaths>

namespace hall::store {

namespace {

/// postgresql:// [user [:password] @] hosts and database …
const QRegularExpression& addressPattern()
{
    static const QRegularExpression pattern(QStringLiteral("^(postgres(?:ql)?://)(?:([^@/:?]*)(:[^@/?]*)?@)?(.*)$"));
    return pattern;
}

QString folderFor(const QString& url)
{
    // Two accounts of one server mean the same hall.
    const QString server = addressPattern().match(url).captured(4);
    const QByteArray mark = QCryptographicHash::hash(server.toUtf8(), QCryptographicHash::Sha256).toHex().left(12);
    return QStandardPaths::writableLocation(QStandardPaths::GenericDataLocation) + QStringLiteral("/accord-hall/server-")
        + QString::fromLatin1(mark);
}

} // namespace

HallPlace::HallPlace(const QString& url, const QString& own)
    : m_url(url)
    , m_own(!isServer(url) ? url : own.isEmpty() ? folderFor(url) : own)
{
}

bool HallPlace::isServer(const QString& url)
{
    return url.startsWith(QLatin1StringView("postgresql://")) || url.startsWith(QLatin1StringView("postgres://"));
}

QString HallPlace::shown() const
{
    const auto match = addressPattern().match(m_url);
    if (!match.hasMatch())
        return m_url;
    const QString user = match.captured(2).isEmpty() ? QString() : match.captured(2) + QLatin1Char('@');
    QString rest = match.captured(4);
    static const QRegularExpression password(QStringLiteral("([?&]password=)[^&]*"));
    rest.replace(password, QStringLiteral("\\1…"));
    return match.captured(1) + user + rest;
}

} // namespace hall::store
