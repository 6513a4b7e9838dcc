// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/device/ticket_slip.h"

#include <QImage>
#include <QPicture>

class QPainter;

namespace hall::device {

constexpr double kMmPerInch = 25.4;

/// How a ticket lies on its roll. Lengths are dots of the printer.
class TicketLayout
{
public:
    /// `paperMm` is the roll: 58 (48 mm of it print) or 80 (72 mm).
    TicketLayout(const TicketSlip& slip, int paperMm, int dotsPerInch);

    int width() const { return m_width; } ///< of what prints
    int height() const { return m_height; }
    void paint(QPainter& painter) const;

    static int printableMm(int paperMm);

private:
    struct Type
    {
        double mm;
        bool bold = false;
        Qt::Alignment alignment = Qt::AlignHCenter;
    };

    void heading(const TicketSlip& slip);
    void standing(const TicketSlip& slip);
    void preparation(const TicketSlip& slip);
    void receipt(const TicketSlip& slip);

    void text(const QString& words, Type type);
    void bullet(const QString& words);
    void number(const QString& number);
    void mark(const QString& words);
    void code(const QByteArray& content);
    void rule();
    void gap(double mm);
    double dots(double mm) const { return mm * m_dotsPerMm; }

    double m_dotsPerMm;
    int m_width;
    double m_y = 0;
    int m_height = 0;
    bool m_narrow;
    QPicture m_picture;
    QPainter* m_painter = nullptr; ///< on m_picture, while the layout is made
};

/// The ticket as it will be on paper: black on white, one pixel a dot.
QImage ticketImage(const TicketSlip& slip, int paperMm, int dotsPerInch = 203);

} // namespace hall::device
