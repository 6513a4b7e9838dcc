// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QColor>
#include <QQuickPaintedItem>

namespace hall::theme {

/// One of our drawings in QML: HallIcon { name: "back"; colour: Theme.colour.ink }. Decorative: no accessible role.
class HallIcon : public QQuickPaintedItem
{
    Q_OBJECT
    QML_ELEMENT
    Q_PROPERTY(QString name READ name WRITE setName NOTIFY nameChanged)
    Q_PROPERTY(QColor colour READ colour WRITE setColour NOTIFY colourChanged)

public:
    explicit HallIcon(QQuickItem* parent = nullptr);

    QString name() const { return m_name; }
    void setName(const QString& name);
    QColor colour() const { return m_colour; }
    void setColour(const QColor& colour);

    void paint(QPainter* painter) override;

signals:
    void nameChanged();
    void colourChanged();

private:
    QString m_name;
    QColor m_colour = Qt::black;
};

} // namespace hall::theme
