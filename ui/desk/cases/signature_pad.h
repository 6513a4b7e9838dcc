// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/document/signature.h"
#include "ui/desk/look.h"

#include <QElapsedTimer>
#include <QWidget>

namespace hall::desk {

/// Where somebody signs with a finger, a pen or the mouse. Keeps the lines as points with their times, nothing else.
class SignaturePad : public QWidget
{
    Q_OBJECT

public:
    SignaturePad(const Look& look, QWidget* parent = nullptr);

    const QList<document::Stroke>& strokes() const { return m_strokes; }
    bool isEmpty() const { return m_strokes.isEmpty(); }
    void clear();
    QSize sizeHint() const override;

signals:
    void changed();

protected:
    bool event(QEvent* event) override;
    void mousePressEvent(QMouseEvent* event) override;
    void mouseMoveEvent(QMouseEvent* event) override;
    void mouseReleaseEvent(QMouseEvent* event) override;
    void tabletEvent(QTabletEvent* event) override;
    void paintEvent(QPaintEvent* event) override;

private:
    void press(const QPointF& at);
    void move(const QPointF& at);
    void release();

    const Look& m_look;
    QList<document::Stroke> m_strokes;
    QElapsedTimer m_since;
    bool m_down = false;
};

} // namespace hall::desk
