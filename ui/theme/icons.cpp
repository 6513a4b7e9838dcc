// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/theme/icons.h"

#include <QDir>
#include <QFile>
#include <QHash>
#include <QIconEngine>
#include <QPainter>
#include <QPixmap>
#include <QSvgRenderer>

namespace hall::theme {
namespace {

constexpr auto kFolder = ":/hall/icons/";

/// The drawing with `currentColor` replaced; empty when there is none.
QByteArray drawing(const QString& name, const QColor& colour)
{
    QFile file(QLatin1StringView(kFolder) + name + QStringLiteral(".svg"));
    if (!file.open(QIODevice::ReadOnly))
        return {};
    QByteArray svg = file.readAll();
    svg.replace("currentColor", colour.name().toLatin1());
    return svg;
}

class DrawingEngine final : public QIconEngine
{
public:
    DrawingEngine(QString name, QColor colour, QColor disabled)
        : m_name(std::move(name))
        , m_colour(colour)
        , m_disabled(disabled.isValid() ? disabled : colour)
    {
    }

    void paint(QPainter* painter, const QRect& box, QIcon::Mode mode, QIcon::State) override
    {
        paintIcon(*painter, box, m_name, mode == QIcon::Disabled ? m_disabled : m_colour);
    }
    QPixmap pixmap(const QSize& size, QIcon::Mode mode, QIcon::State state) override
    {
        QPixmap image(size);
        image.fill(Qt::transparent);
        QPainter painter(&image);
        paint(&painter, image.rect(), mode, state);
        return image;
    }
    QIconEngine* clone() const override { return new DrawingEngine(m_name, m_colour, m_disabled); }

private:
    QString m_name;
    QColor m_colour;
    QColor m_disabled;
};

} // namespace

QStringList iconNames()
{
    QStringList names;
    for (const QString& file : QDir(QLatin1StringView(kFolder)).entryList({QStringLiteral("*.svg")}, QDir::Files))
        names.append(file.chopped(4));
    return names;
}

bool paintIcon(QPainter& painter, const QRectF& box, const QString& name, const QColor& colour)
{
    QSvgRenderer renderer(drawing(name, colour));
    if (!renderer.isValid())
        return false;
    const qreal side = std::min(box.width(), box.height());
    QRectF square(0, 0, side, side);
    square.moveCenter(box.center());
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    renderer.render(&painter, square);
    painter.restore();
    return true;
}

QIcon icon(const QString& name, const QColor& colour, const QColor& disabled)
{
    return QIcon(new DrawingEngine(name, colour, disabled));
}

} // namespace hall::theme
