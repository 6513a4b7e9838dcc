// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/base/clock.h"
#include "app/base/result.h"

#include <QJsonArray>
#include <QJsonObject>
#include <QList>
#include <QPainterPath>
#include <QString>

namespace hall::document {

struct StrokePoint
{
    double x = 0; ///< any unit, the same for both axes; y grows downwards
    double y = 0;
    qint64 ms = 0; ///< since the first touch
    bool operator==(const StrokePoint&) const = default;
};
using Stroke = QList<StrokePoint>;

/// A signature written on the screen with a finger or a pen: vector data, drawn into its place of the document.
struct Signature
{
    QString place;  ///< code of the form's place
    QString signer; ///< name
    base::Timestamp at;
    QList<Stroke> strokes;
    bool operator==(const Signature&) const = default;

    /// {"place","signer","at","strokes":[[[x,y,ms],…],…]}.
    QJsonObject toJson() const;
    /// InvalidArgument: strokes that are none, too many of them, numbers that are none.
    static base::Result<Signature> fromJson(const QJsonObject& object);
    /// The line as it was drawn, made to fit into `box` without changing its proportions.
    QPainterPath path(const QRectF& box) const;
};

QJsonArray toJson(const QList<Signature>& signatures);
/// One object or an array of them.
base::Result<QList<Signature>> signaturesFromJson(const QJsonValue& value);

} // namespace hall::document
