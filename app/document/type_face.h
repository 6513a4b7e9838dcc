// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/document/pages.h"

#include <QFont>

namespace hall::document {

/// Type is measured and drawn in these, without hinting, so that lines break alike on screen, on paper and in a PDF.
inline constexpr double kUnitsPerMillimetre = 1440 / 25.4;

QFont fontOf(Face face, double points);
/// In millimetres.
double widthOf(const QString& text, Face face, double points);

struct LineWidth
{
    double first = sheet::kTypeWidth;
    double others = sheet::kTypeWidth;
};
/// Breaks a paragraph by the rules of its script (no 。 at the beginning of a line). Nothing is cut.
QStringList brokenInto(const LineWidth& width, const QString& text, Face face, double points);

/// FileUnreadable where a font is not installed.
base::Status fontsInstalled();

} // namespace hall::document
