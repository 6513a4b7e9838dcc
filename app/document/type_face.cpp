// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/document/type_face.h"

#include <QCoreApplication>
#include <QFontDatabase>
#include <QFontMetricsF>
#include <QTextLayout>
#include <cmath>

namespace hall::document {

namespace {

constexpr double kUnitsPerPoint = 20;
constexpr double kTolerance = 4; ///< units: rounding of 28 advances
const QString kSong = QStringLiteral("Noto Serif CJK SC");
const QString kHei = QStringLiteral("Noto Sans CJK SC");

} // namespace

QFont fontOf(Face face, double points)
{
    QFont font(face == Face::Hei ? kHei : kSong);
    font.setPixelSize(static_cast<int>(std::lround(points * kUnitsPerPoint)));
    font.setBold(face == Face::SongBold);
    font.setHintingPreference(QFont::PreferNoHinting);
    font.setKerning(false);
    return font;
}

double widthOf(const QString& text, Face face, double points)
{
    return QFontMetricsF(fontOf(face, points)).horizontalAdvance(text) / kUnitsPerMillimetre;
}

QStringList brokenInto(const LineWidth& width, const QString& text, Face face, double points)
{
    QStringList lines;
    const QStringList paragraphs = text.split(QLatin1Char('\n'));
    for (const QString& paragraph : paragraphs) {
        if (paragraph.isEmpty()) {
            lines.append(QString());
            continue;
        }
        QTextLayout layout(paragraph, fontOf(face, points));
        QTextOption option;
        option.setWrapMode(QTextOption::WrapAtWordBoundaryOrAnywhere);
        layout.setTextOption(option);
        layout.beginLayout();
        while (true) {
            QTextLine line = layout.createLine();
            if (!line.isValid())
                break;
            line.setLineWidth((lines.isEmpty() ? width.first : width.others) * kUnitsPerMillimetre + kTolerance);
            lines.append(paragraph.mid(line.textStart(), line.textLength()));
        }
        layout.endLayout();
    }
    return lines;
}

base::Status fontsInstalled()
{
    const QStringList families = QFontDatabase::families();
    for (const QString& family : {kSong, kHei}) {
        if (!families.contains(family))
            return base::Error{base::ErrorCode::FileUnreadable,
                               QCoreApplication::translate("hall::document", "The font %1 is not installed, and without it documents "
                                                                             "would show gaps. Install the package fonts-noto-cjk.")
                                   .arg(family)};
    }
    return {};
}

} // namespace hall::document
