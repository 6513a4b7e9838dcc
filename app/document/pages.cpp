// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/document/pages.h"
#include "app/document/texts.h"
#include "app/document/type_face.h"

#include <QBuffer>
#include <QPainter>
#include <QPdfWriter>
#include <QSaveFile>
#include <cmath>

namespace hall::document {

using base::Error;
using base::ErrorCode;
using base::Result;
using base::Status;

namespace {

constexpr double kInkWidth = 0.55; // millimetres: a pen's line
constexpr QColor kRed(200, 16, 16);

} // namespace

QString Page::plainText() const
{
    QStringList lines;
    for (const TextPiece& piece : texts)
        lines.append(piece.text);
    return lines.join(QLatin1Char('\n'));
}

void paint(QPainter& painter, const Page& page)
{
    for (const RulePiece& rule : page.rules) {
        painter.setPen(QPen(rule.red ? kRed : QColor(Qt::black), rule.width, Qt::SolidLine, Qt::SquareCap));
        painter.drawLine(rule.line);
    }
    for (const InkPiece& ink : page.inks) {
        painter.setPen(QPen(Qt::black, kInkWidth, Qt::SolidLine, Qt::RoundCap, Qt::RoundJoin));
        painter.drawPath(ink.signature.path(ink.box));
    }
    for (const TextPiece& piece : page.texts) {
        painter.save();
        painter.scale(1 / kUnitsPerMillimetre, 1 / kUnitsPerMillimetre);
        painter.setFont(fontOf(piece.face, piece.points));
        painter.setPen(piece.red ? kRed : QColor(Qt::black));
        painter.drawText(piece.baseline * kUnitsPerMillimetre, piece.text);
        painter.restore();
    }
}

QImage image(const Page& page, double dotsPerInch)
{
    const double scale = dotsPerInch / kMillimetresPerInch;
    QImage picture(static_cast<int>(std::lround(sheet::kWidth * scale)), static_cast<int>(std::lround(sheet::kHeight * scale)),
                   QImage::Format_RGB32);
    picture.fill(Qt::white);
    QPainter painter(&picture);
    painter.setRenderHints(QPainter::Antialiasing | QPainter::TextAntialiasing);
    painter.scale(scale, scale);
    paint(painter, page);
    return picture;
}

Status printEach(qsizetype count, QPagedPaintDevice& device, const std::function<void(QPainter&, qsizetype)>& draw)
{
    device.setPageSize(QPageSize(QPageSize::A4));
    device.setPageMargins(QMarginsF());
    QPainter painter;
    const Error refused{ErrorCode::PrinterUnavailable, tr("The document could not be printed. Look after the printer and print again.")};
    if (!painter.begin(&device))
        return refused;
    // A printer that cannot print up to the edge counts from its own corner.
    const QPointF corner = device.pageLayout().margins(QPageLayout::Millimeter).isNull()
                               ? QPointF()
                               : device.pageLayout().paintRect(QPageLayout::Millimeter).topLeft();
    for (qsizetype i = 0; i < count; ++i) {
        if (i > 0 && !device.newPage())
            return refused;
        painter.save();
        painter.scale(painter.device()->logicalDpiX() / kMillimetresPerInch, painter.device()->logicalDpiY() / kMillimetresPerInch);
        painter.translate(-corner);
        draw(painter, i);
        painter.restore();
    }
    return painter.end() ? Status() : refused;
}

Status print(const Pages& pages, QPagedPaintDevice& device)
{
    return printEach(pages.pages.size(), device, [&](QPainter& painter, qsizetype page) { paint(painter, pages.pages.at(page)); });
}

Result<QByteArray> pdf(const Pages& pages)
{
    QByteArray bytes;
    QBuffer buffer(&bytes);
    buffer.open(QIODevice::WriteOnly);
    QPdfWriter writer(&buffer);
    writer.setResolution(1440);
    writer.setTitle(pages.title);
    writer.setCreator(QStringLiteral("Accord Hall"));
    HALL_TRY(print(pages, writer));
    return bytes;
}

Status save(const QByteArray& pdf, const QString& path)
{
    QSaveFile file(path);
    if (file.open(QIODevice::WriteOnly) && file.setPermissions(QFileDevice::ReadOwner | QFileDevice::WriteOwner)
        && file.write(pdf) == pdf.size() && file.commit())
        return {};
    return Error{ErrorCode::FileUnreadable, tr("%1 could not be written. Check the folder and the space on the disk.").arg(path)};
}

} // namespace hall::document
