// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/document/signature.h"

#include "app/document/texts.h"

#include <algorithm>
#include <cmath>

namespace hall::document {

using base::Error;
using base::ErrorCode;
using base::Result;

namespace {

constexpr qsizetype kMostPoints = 20000;
constexpr double kFarthest = 1e6;

Error unreadable()
{
    return {ErrorCode::InvalidArgument,
            tr("A signature has place, signer, at and strokes of [x, y, milliseconds], %1 points at most. Sign again.").arg(kMostPoints)};
}

bool readPoint(const QJsonArray& values, StrokePoint& point)
{
    if (values.size() != 3 || !values.at(0).isDouble() || !values.at(1).isDouble() || !values.at(2).isDouble())
        return false;
    point = {values.at(0).toDouble(), values.at(1).toDouble(), values.at(2).toInteger(-1)};
    return std::abs(point.x) <= kFarthest && std::abs(point.y) <= kFarthest && point.ms >= 0;
}

} // namespace

QJsonObject Signature::toJson() const
{
    QJsonArray lines;
    for (const Stroke& stroke : strokes) {
        QJsonArray line;
        for (const StrokePoint& point : stroke)
            line.append(QJsonArray{point.x, point.y, point.ms});
        lines.append(line);
    }
    return {{QStringLiteral("place"), place},
            {QStringLiteral("signer"), signer},
            {QStringLiteral("at"), base::toIso(at)},
            {QStringLiteral("strokes"), lines}};
}

Result<Signature> Signature::fromJson(const QJsonObject& object)
{
    Signature signature;
    signature.place = object.value(QLatin1StringView("place")).toString();
    signature.signer = object.value(QLatin1StringView("signer")).toString();
    const auto at = base::fromIso(object.value(QLatin1StringView("at")).toString());
    if (signature.place.isEmpty() || signature.signer.isEmpty() || !at)
        return unreadable();
    signature.at = *at;
    qsizetype points = 0;
    const QJsonArray strokes = object.value(QLatin1StringView("strokes")).toArray();
    for (const QJsonValue& stroke : strokes) {
        const QJsonArray line = stroke.toArray();
        points += line.size();
        if (line.isEmpty() || points > kMostPoints)
            return unreadable();
        Stroke read;
        for (const QJsonValue& value : line) {
            StrokePoint point;
            if (!readPoint(value.toArray(), point))
                return unreadable();
            read.append(point);
        }
        signature.strokes.append(read);
    }
    if (points < 2)
        return unreadable();
    return signature;
}

QPainterPath Signature::path(const QRectF& box) const
{
    QRectF bounds;
    for (const Stroke& stroke : strokes) {
        for (const StrokePoint& point : stroke) {
            const QRectF spot(point.x, point.y, 1e-6, 1e-6);
            bounds = bounds.isNull() ? spot : bounds.united(spot);
        }
    }
    const double scale = std::min(box.width() / std::max(bounds.width(), 1e-3), box.height() / std::max(bounds.height(), 1e-3));
    const auto placed = [&](const StrokePoint& point) {
        return QPointF(box.left() + (point.x - bounds.left()) * scale,
                       box.center().y() + (point.y - bounds.center().y()) * scale);
    };
    QPainterPath path;
    for (const Stroke& stroke : strokes) {
        path.moveTo(placed(stroke.first()));
        for (const StrokePoint& point : stroke)
            path.lineTo(placed(point));
    }
    return path;
}

QJsonArray toJson(const QList<Signature>& signatures)
{
    QJsonArray array;
    for (const Signature& signature : signatures)
        array.append(signature.toJson());
    return array;
}

Result<QList<Signature>> signaturesFromJson(const QJsonValue& value)
{
    QList<Signature> list;
    const QJsonArray array = value.isObject() ? QJsonArray{value} : value.toArray();
    if (array.isEmpty())
        return unreadable();
    for (const QJsonValue& item : array) {
        HALL_ASSIGN(const Signature signature, Signature::fromJson(item.toObject()));
        list.append(signature);
    }
    return list;
}

} // namespace hall::document
