// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/document/pages.h"

#include <memory>

namespace hall::document {

/// What is looked at and printed: pages that were laid out a moment ago, or a PDF that a case keeps. A PDF is read in memory
/// alone and drawn as it was made, whatever has become of its form since. Its text is never asked for: the PDF library has a
/// heap of its own, which is not wiped, and what it draws passes through there as numbers of glyphs.
class Paper
{
public:
    Paper() = default;
    explicit Paper(Pages pages)
        : m_pages(std::move(pages))
    {
    }
    /// Errors: FileInvalid (no PDF, or a damaged one).
    static base::Result<Paper> fromPdf(const QByteArray& pdf, const QString& title = {});

    qsizetype count() const;
    /// White where nothing is drawn.
    QImage image(qsizetype page, double dotsPerInch) const;
    /// Its text, line by line, for whoever has it read aloud; of a PDF its title.
    QString plainText(qsizetype page) const;
    /// As print(Pages, …); a PDF is drawn fine enough for small print and thin signatures.
    base::Status print(QPagedPaintDevice& device) const;

private:
    struct Kept;
    Pages m_pages;
    QString m_title; ///< of a PDF
    std::shared_ptr<Kept> m_kept;
};

} // namespace hall::document
