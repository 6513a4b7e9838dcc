// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/document/form.h"
#include "app/document/signature.h"

#include <QByteArray>
#include <QImage>
#include <QLineF>
#include <QPointF>
#include <QRectF>
#include <functional>

QT_BEGIN_NAMESPACE
class QPagedPaintDevice;
class QPainter;
QT_END_NAMESPACE

namespace hall::document {

constexpr double kMillimetresPerInch = 25.4;

/// The proportions of official documents, GB/T 9704-2012, 5.2: A4; margins above 37 mm, left 28 mm; type area 156 mm × 225 mm
/// with 22 lines of 28 characters, body 3号 (15.75 pt, so that 28 characters fill a line), title 2号 (22 pt). Millimetres and points.
namespace sheet {
inline constexpr double kWidth = 210;
inline constexpr double kHeight = 297;
inline constexpr double kTop = 37;
inline constexpr double kLeft = 28;
inline constexpr double kTypeWidth = 156;
inline constexpr double kTypeHeight = 225;
inline constexpr int kLines = 22;
inline constexpr int kCharacters = 28;
inline constexpr double kLine = kTypeHeight / kLines;
inline constexpr double kCharacter = kTypeWidth / kCharacters;
inline constexpr double kBodyPoints = 15.75;
inline constexpr double kTitlePoints = 22;
} // namespace sheet

enum class Face { Song, SongBold, Hei };

/// One line of text.
struct TextPiece
{
    QPointF baseline; ///< millimetres from the sheet's corner
    QString text;
    Face face = Face::Song;
    double points = sheet::kBodyPoints;
    bool red = false;
    bool operator==(const TextPiece&) const = default;
};
struct RulePiece
{
    QLineF line;
    double width = 0.2;
    bool red = false;
    bool operator==(const RulePiece&) const = default;
};
struct InkPiece
{
    QRectF box;
    Signature signature;
    bool operator==(const InkPiece&) const = default;
};

struct Page
{
    QList<TextPiece> texts;
    QList<RulePiece> rules;
    QList<InkPiece> inks;

    /// Its text, line by line.
    QString plainText() const;
    bool operator==(const Page&) const = default;
};

/// A document laid out: preview, print and PDF draw these pages with the same code.
struct Pages
{
    QString title;
    QList<Page> pages;
    bool operator==(const Pages&) const = default;
};

/// Lays a filled form out. `number`: "拱信访意〔2026〕12号"; empty in a preview, which leaves its place open.
/// Errors: those of checkFacts; InvalidArgument (a signature for a place that the form does not have); FileUnreadable where the
/// fonts of installer/packages.txt are missing. Needs a QGuiApplication.
base::Result<Pages> compose(const FormBook& book, const Form& form, const Facts& facts, const QString& number,
                            const QList<Signature>& signatures, const QString& language);

/// Draws one page; the painter counts in millimetres.
void paint(QPainter& painter, const Page& page);
/// For the screen.
QImage image(const Page& page, double dotsPerInch);
/// Each of `count` pages onto a printer, or whatever else has pages, by `draw`, whose painter counts in millimetres from the
/// sheet's corner. The device is set to A4 without margins here. Errors: PrinterUnavailable.
base::Status printEach(qsizetype count, QPagedPaintDevice& device, const std::function<void(QPainter&, qsizetype)>& draw);
base::Status print(const Pages& pages, QPagedPaintDevice& device);
/// With its fonts embedded, in memory alone. Names no path.
base::Result<QByteArray> pdf(const Pages& pages);
/// The one way onto a disk: the file that a person asked for, whole or not at all, readable by this account alone. Errors: FileUnreadable.
base::Status save(const QByteArray& pdf, const QString& path);

} // namespace hall::document
