// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/desk/cases/case_row_delegate.h"

#include "ui/desk/cases/case_list_model.h"
#include "ui/desk/list_row.h"
#include "ui/theme/icons.h"

#include <QPainter>
#include <QTextLayout>
#include <algorithm>

namespace hall::desk {

using casefile::Light;

LightLook lightLook(Light light, const theme::Palette& c)
{
    switch (light) {
    case Light::Red: return {QStringLiteral("danger"), c.danger};
    case Light::Yellow: return {QStringLiteral("attention"), c.attention};
    case Light::Green: return {QStringLiteral("clock"), c.good};
    case Light::Standing: return {QStringLiteral("pause"), c.inkMuted};
    case Light::Stopped: return {QStringLiteral("check"), c.inkMuted};
    case Light::Lapsed: break;
    }
    return {QStringLiteral("clock"), c.inkMuted};
}

CaseRowDelegate::CaseRowDelegate(const Look& look, QObject* parent)
    : QStyledItemDelegate(parent)
    , m_look(look)
{
}

QSize CaseRowDelegate::sizeHint(const QStyleOptionViewItem&, const QModelIndex& index) const
{
    const int lines = 2 + (index.data(CaseListModel::LightRole).isValid() ? 1 : 0) + (index.data(CaseListModel::SnippetRole).toString().isEmpty() ? 0 : 1);
    return {m_look.px(200), m_look.px(18) + lines * m_look.px(22)};
}

void CaseRowDelegate::paintLight(QPainter& painter, const QRect& line, const QModelIndex& index) const
{
    const auto look = lightLook(static_cast<Light>(index.data(CaseListModel::LightRole).toInt()), m_look.colours());
    const int side = m_look.px(16);
    theme::paintIcon(painter, QRectF(line.left(), line.center().y() - side / 2.0, side, side), look.icon, look.colour);
    const QFont font = m_look.font(13, QFont::DemiBold);
    painter.setFont(font);
    painter.setPen(look.colour);
    const QRect room = line.adjusted(side + m_look.px(6), 0, 0, 0);
    const QString word = QFontMetrics(font).elidedText(index.data(CaseListModel::LightWordRole).toString(), Qt::ElideRight, room.width());
    painter.drawText(room, Qt::AlignVCenter | Qt::AlignLeft, word);
}

void CaseRowDelegate::paintSnippet(QPainter& painter, const QRect& line, const QModelIndex& index) const
{
    const auto& c = m_look.colours();
    QString text = index.data(CaseListModel::SnippetRole).toString();
    auto marks = index.data(CaseListModel::MarksRole).value<QList<QPoint>>();
    // What was found is in sight, however far back it stands.
    const QFontMetrics metrics(m_look.font(13));
    const auto first = marks.isEmpty() ? 0 : marks.first().x();
    int cut = 0;
    while (cut + 4 < first && metrics.horizontalAdvance(text.mid(cut, first + marks.first().y() - cut)) > line.width() * 2 / 3)
        ++cut;
    if (cut > 0) {
        text = u'…' + text.mid(cut);
        for (QPoint& mark : marks)
            mark.rx() += 1 - cut;
    }
    text = metrics.elidedText(text, Qt::ElideRight, line.width() - m_look.px(4));
    QTextLayout layout(text, m_look.font(13));
    QTextCharFormat found;
    found.setFontWeight(QFont::Bold);
    found.setFontUnderline(true);
    found.setForeground(c.ink);
    found.setBackground(c.attentionSoft);
    QList<QTextLayout::FormatRange> formats;
    for (const QPoint& mark : std::as_const(marks)) {
        if (mark.x() >= 0 && mark.x() < text.size())
            formats.append({mark.x(), std::min(mark.y(), static_cast<int>(text.size()) - mark.x()), found});
    }
    layout.setFormats(formats);
    QTextOption option;
    option.setWrapMode(QTextOption::NoWrap);
    layout.setTextOption(option);
    layout.beginLayout();
    QTextLine only = layout.createLine();
    only.setLineWidth(line.width());
    layout.endLayout();
    painter.setPen(c.inkMuted);
    layout.draw(&painter, QPointF(line.left(), line.center().y() - only.height() / 2));
}

void CaseRowDelegate::paint(QPainter* painter, const QStyleOptionViewItem& option, const QModelIndex& index) const
{
    painter->save();
    painter->setRenderHint(QPainter::Antialiasing);
    painter->setClipRect(option.rect);
    const auto& c = m_look.colours();
    paintListRow(*painter, m_look, option, m_look.theme().blockColour(index.data(CaseListModel::BlockRole).toString()), 10);
    const int left = option.rect.left() + m_look.px(10) + 12;
    QRect line(left, option.rect.top() + m_look.px(9), option.rect.right() - m_look.px(10) - left, m_look.px(22));
    const int step = m_look.px(22);

    const QFont numberFont = m_look.font(15, QFont::Bold);
    painter->setFont(numberFont);
    painter->setPen(c.ink);
    const auto number = index.data(CaseListModel::NumberRole).toString();
    painter->drawText(line, Qt::AlignVCenter | Qt::AlignLeft, number);
    const QRect beside = line.adjusted(QFontMetrics(numberFont).horizontalAdvance(number) + m_look.px(10), 0, 0, 0);
    const QFont namesFont = m_look.font(15);
    painter->setFont(namesFont);
    painter->drawText(beside, Qt::AlignVCenter | Qt::AlignLeft,
                      QFontMetrics(namesFont).elidedText(index.data(CaseListModel::NamesRole).toString(), Qt::ElideRight, beside.width()));
    line.translate(0, step);
    if (index.data(CaseListModel::LightRole).isValid()) {
        paintLight(*painter, line, index);
        line.translate(0, step);
    }
    const QFont factsFont = m_look.font(13);
    painter->setFont(factsFont);
    painter->setPen(c.inkMuted);
    painter->drawText(line, Qt::AlignVCenter | Qt::AlignLeft,
                      QFontMetrics(factsFont).elidedText(index.data(CaseListModel::FactsRole).toString(), Qt::ElideRight, line.width()));
    line.translate(0, step);
    if (!index.data(CaseListModel::SnippetRole).toString().isEmpty())
        paintSnippet(*painter, line, index);
    painter->restore();
}

} // namespace hall::desk
