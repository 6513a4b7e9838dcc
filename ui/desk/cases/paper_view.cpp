// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/desk/cases/paper_view.h"

#include "ui/desk/cases/column.h"
#include "ui/desk/parts.h"

#include <QResizeEvent>
#include <algorithm>

namespace hall::desk {

namespace {

constexpr double kSheetWidthInches = 210 / 25.4;

} // namespace

PaperView::PaperView(const Look& look, QWidget* parent)
    : QWidget(parent)
    , m_look(look)
    , m_sheets(new QVBoxLayout(this))
{
    m_sheets->setContentsMargins(0, 0, 0, 0);
    m_sheets->setSpacing(8);
}

void PaperView::show(const document::Paper& paper)
{
    m_paper = paper;
    draw();
    setVisible(m_paper.count() > 0);
}

void PaperView::draw()
{
    clearColumn(m_sheets);
    const int room = std::clamp(width() - 12, m_look.px(240), m_look.px(720));
    for (qsizetype i = 0; i < m_paper.count(); ++i) {
        auto* sheet = makeLabel("body", this, "documentPage");
        const QPixmap picture = QPixmap::fromImage(m_paper.image(i, room / kSheetWidthInches));
        sheet->setPixmap(picture);
        sheet->setMaximumWidth(picture.width() + 2);
        sheet->setAccessibleName(tr("Page %1 of %2").arg(i + 1).arg(m_paper.count()));
        sheet->setAccessibleDescription(m_paper.plainText(i));
        sheet->setFrameShape(QFrame::Box);
        sheet->setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Preferred); // a narrower window draws it anew
        m_sheets->addWidget(sheet);
    }
}

void PaperView::resizeEvent(QResizeEvent* event)
{
    QWidget::resizeEvent(event);
    if (event->size().width() != event->oldSize().width() && m_paper.count() > 0)
        draw();
}

} // namespace hall::desk
