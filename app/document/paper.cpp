// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/document/paper.h"

#include <QBuffer>
#include <QCoreApplication>
#include <QPainter>
#include <QPdfDocument>

namespace hall::document {

using base::Result;
using base::Status;

namespace {

constexpr double kPointsPerInch = 72;
constexpr double kPrintedDots = 400; ///< an inch
constexpr double kMostPixels = 8192; ///< along one side, whatever size a stranger's PDF claims

} // namespace

/// The document reads from the buffer as long as it lives.
struct Paper::Kept
{
    explicit Kept(const QByteArray& pdf)
    {
        buffer.setData(pdf);
        buffer.open(QIODevice::ReadOnly);
        document.load(&buffer);
    }

    QImage draw(int page, double dotsPerInch)
    {
        QSizeF size = document.pagePointSize(page) * dotsPerInch / kPointsPerInch;
        if (const double most = std::max(size.width(), size.height()); most > kMostPixels)
            size *= kMostPixels / most;
        const QImage drawn = document.render(page, size.toSize());
        QImage sheet(drawn.size(), QImage::Format_RGB32);
        sheet.fill(Qt::white);
        QPainter(&sheet).drawImage(0, 0, drawn);
        return sheet;
    }

    QBuffer buffer;
    QPdfDocument document;
};

Result<Paper> Paper::fromPdf(const QByteArray& pdf, const QString& title)
{
    Paper paper;
    paper.m_title = title;
    paper.m_kept = std::make_shared<Kept>(pdf);
    if (paper.m_kept->document.status() != QPdfDocument::Status::Ready || paper.count() == 0)
        return base::Error{base::ErrorCode::FileInvalid,
                           QCoreApplication::translate("hall::document", "This document cannot be shown here. Save it as PDF and open it with another program.")};
    return paper;
}

qsizetype Paper::count() const
{
    return m_kept ? m_kept->document.pageCount() : m_pages.pages.size();
}

QImage Paper::image(qsizetype page, double dotsPerInch) const
{
    return m_kept ? m_kept->draw(static_cast<int>(page), dotsPerInch) : document::image(m_pages.pages.at(page), dotsPerInch);
}

QString Paper::plainText(qsizetype page) const
{
    return m_kept ? m_title : m_pages.pages.at(page).plainText();
}

Status Paper::print(QPagedPaintDevice& device) const
{
    if (!m_kept)
        return document::print(m_pages, device);
    return printEach(count(), device, [this](QPainter& painter, qsizetype page) {
        painter.setRenderHint(QPainter::LosslessImageRendering);
        const QSizeF size = m_kept->document.pagePointSize(static_cast<int>(page)) * kMillimetresPerInch / kPointsPerInch;
        painter.drawImage(QRectF(QPointF(), size), image(page, kPrintedDots));
    });
}

} // namespace hall::document
