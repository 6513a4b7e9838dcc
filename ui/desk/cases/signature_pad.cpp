// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/desk/cases/signature_pad.h"

#include <QMouseEvent>
#include <QPainter>
#include <QTabletEvent>
#include <QTouchEvent>

namespace hall::desk {

SignaturePad::SignaturePad(const Look& look, QWidget* parent)
    : QWidget(parent)
    , m_look(look)
{
    setAttribute(Qt::WA_AcceptTouchEvents);
    setCursor(Qt::CrossCursor);
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
}

QSize SignaturePad::sizeHint() const { return {m_look.px(360), m_look.px(130)}; }

void SignaturePad::clear()
{
    m_strokes.clear();
    m_down = false;
    update();
    emit changed();
}

void SignaturePad::press(const QPointF& at)
{
    if (m_strokes.isEmpty())
        m_since.start();
    m_down = true;
    m_strokes.append(document::Stroke{{at.x(), at.y(), m_since.elapsed()}});
    update();
}

void SignaturePad::move(const QPointF& at)
{
    if (!m_down)
        return;
    m_strokes.last().append({at.x(), at.y(), m_since.elapsed()});
    update();
}

void SignaturePad::release()
{
    if (!m_down)
        return;
    m_down = false;
    emit changed();
}

void SignaturePad::mousePressEvent(QMouseEvent* event)
{
    if (event->button() == Qt::LeftButton)
        press(event->position());
}

void SignaturePad::mouseMoveEvent(QMouseEvent* event) { move(event->position()); }

void SignaturePad::mouseReleaseEvent(QMouseEvent*) { release(); }

void SignaturePad::tabletEvent(QTabletEvent* event)
{
    if (event->type() == QEvent::TabletPress)
        press(event->position());
    else if (event->type() == QEvent::TabletMove)
        move(event->position());
    else
        release();
    event->accept(); // no mouse beside the pen
}

bool SignaturePad::event(QEvent* event)
{
    switch (event->type()) {
    case QEvent::TouchBegin:
    case QEvent::TouchUpdate:
    case QEvent::TouchEnd:
    case QEvent::TouchCancel: break;
    default: return QWidget::event(event);
    }
    const auto* touch = static_cast<QTouchEvent*>(event);
    if (touch->points().isEmpty() || event->type() == QEvent::TouchEnd || event->type() == QEvent::TouchCancel)
        release();
    else if (event->type() == QEvent::TouchBegin)
        press(touch->points().first().position());
    else
        move(touch->points().first().position());
    event->accept();
    return true;
}

void SignaturePad::paintEvent(QPaintEvent*)
{
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    const auto& c = m_look.colours();
    painter.setBrush(c.surface);
    painter.setPen(QPen(c.outline, 1));
    painter.drawRoundedRect(QRectF(rect()).adjusted(0.5, 0.5, -0.5, -0.5), 8, 8);
    painter.setPen(QPen(c.hairline, 1));
    const double base = height() * 0.78;
    painter.drawLine(QPointF(m_look.px(16), base), QPointF(width() - m_look.px(16), base));
    painter.setPen(QPen(c.ink, m_look.px(2.5), Qt::SolidLine, Qt::RoundCap, Qt::RoundJoin));
    painter.setBrush(Qt::NoBrush);
    for (const auto& stroke : m_strokes) {
        QPolygonF line;
        for (const auto& point : stroke)
            line.append({point.x, point.y});
        if (line.size() == 1)
            painter.drawPoint(line.first());
        else
            painter.drawPolyline(line);
    }
}

} // namespace hall::desk
