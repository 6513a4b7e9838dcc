// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/device/ticket_layout.h"

#include "app/device/qr_code.h"

#include <QFont>
#include <QFontMetricsF>
#include <QLocale>
#include <QPainter>
#include <QTextLayout>
#include <QTranslator>
#include <cmath>

namespace hall::device {

namespace {

constexpr double kLeastShrink = 0.78;
constexpr int kBalanceSteps = 20;

/// The labels speak the ticket's language, whatever the kiosk speaks by the time the paper comes.
class Labels
{
public:
    explicit Labels(const QString& language)
    {
        if (language != QStringLiteral("en"))
            static_cast<void>(m_translator.load(QStringLiteral(":/i18n/app_zh_CN.qm")));
    }
    QString operator()(const char* source) const
    {
        const QString translated = m_translator.translate("hall::device", source);
        return translated.isEmpty() ? QString::fromUtf8(source) : translated;
    }

private:
    QTranslator m_translator;
};

#define TICKET_LABEL(text) labels(text)

QFont fontOf(double dots, bool bold)
{
    QFont font;
    font.setFamilies({QStringLiteral("Noto Sans CJK SC"), QStringLiteral("Noto Sans"), QStringLiteral("sans-serif")});
    font.setPixelSize(std::max(1, int(std::lround(dots))));
    font.setBold(bold);
    font.setHintingPreference(QFont::PreferNoHinting);
    return font;
}

/// Lays the lines out in a column; their height together.
double breakLines(QTextLayout& layout, double width)
{
    layout.beginLayout();
    double height = 0;
    for (QTextLine line = layout.createLine(); line.isValid(); line = layout.createLine()) {
        line.setLineWidth(width);
        line.setPosition({0, height});
        height += line.height() * 0.94; // the font's own leading is generous for a narrow roll
    }
    layout.endLayout();
    return height;
}

/// "2026年3月5日 周四 09:12", "Thu, 5 Mar 2026 09:12".
QString issuedText(const TicketSlip& slip)
{
    const bool chinese = slip.language != QStringLiteral("en");
    const QLocale locale = chinese ? QLocale(QLocale::Chinese, QLocale::China) : QLocale(QLocale::English);
    return locale.toString(slip.issued, chinese ? QStringLiteral("yyyy年M月d日 ddd HH:mm")
                                                : QStringLiteral("ddd, d MMM yyyy HH:mm"));
}

} // namespace

int TicketLayout::printableMm(int paperMm)
{
    return paperMm <= 58 ? 48 : 72;
}

TicketLayout::TicketLayout(const TicketSlip& slip, int paperMm, int dotsPerInch)
    : m_dotsPerMm(dotsPerInch / kMmPerInch)
    , m_width(int(printableMm(paperMm) * m_dotsPerMm) / 8 * 8) // whole bytes of dots, as the heads count
    , m_narrow(paperMm <= 58)
{
    QPainter painter(&m_picture);
    m_painter = &painter;
    heading(slip);
    standing(slip);
    preparation(slip);
    receipt(slip);
    gap(3);
    m_painter = nullptr;
    m_height = int(std::ceil(m_y));
}

void TicketLayout::heading(const TicketSlip& slip)
{
    const Labels labels(slip.language);
    gap(2);
    text(slip.hallName, {m_narrow ? 4.0 : 4.8, true});
    text(slip.otherHallName, {m_narrow ? 2.6 : 2.9});
    if (slip.copy) {
        gap(1.5);
        mark(TICKET_LABEL("Reprint of the same ticket"));
    }
    gap(1.5);
    rule();
    text(TICKET_LABEL("Your number"), {3.2});
    number(slip.number);
    text(slip.service, {m_narrow ? 4.4 : 5.2, true});
    text(slip.otherService, {2.9});
    if (slip.block != slip.service)
        text(slip.block, {3.2});
}

void TicketLayout::standing(const TicketSlip& slip)
{
    const Labels labels(slip.language);
    gap(1.5);
    rule();
    if (slip.ahead == 0)
        text(TICKET_LABEL("You are next"), {4.0, true});
    else if (slip.ahead > 0)
        text(TICKET_LABEL("Ahead of you: %1").arg(slip.ahead), {4.0, true});
    if (!slip.wait.isEmpty())
        text(TICKET_LABEL("Expected wait: %1").arg(slip.wait), {4.0, true});
    text(slip.where, {3.4});
}

void TicketLayout::preparation(const TicketSlip& slip)
{
    const Labels labels(slip.language);
    if (slip.bring.isEmpty())
        return;
    gap(1.5);
    rule();
    text(TICKET_LABEL("Please have ready:"), {3.4, true, Qt::AlignLeft});
    for (const QString& line : slip.bring)
        bullet(line);
}

void TicketLayout::receipt(const TicketSlip& slip)
{
    const Labels labels(slip.language);
    gap(1.5);
    rule();
    const QString content = slip.qrText.isEmpty() ? slip.receiptCode : slip.qrText;
    if (!content.isEmpty())
        code(content.toUtf8());
    if (!slip.receiptCode.isEmpty()) {
        const qsizetype half = slip.receiptCode.size() / 2;
        text(TICKET_LABEL("Receipt code: %1").arg(slip.receiptCode.left(half) + u' ' + slip.receiptCode.mid(half)), {3.4, true});
    }
    if (slip.issued.isValid())
        text(issuedText(slip), {3.0});
    text(slip.closing, {3.0});
}

void TicketLayout::text(const QString& words, Type type)
{
    if (words.isEmpty())
        return;
    QFont font = fontOf(dots(type.mm), type.bold);
    const double natural = QFontMetricsF(font).horizontalAdvance(words);
    const bool isCentred = type.alignment.testFlag(Qt::AlignHCenter);
    if (isCentred && natural > m_width && natural * kLeastShrink <= m_width) // rather a little smaller than a line of one word
        font = fontOf(dots(type.mm) * m_width / natural * 0.99, type.bold);
    QTextLayout layout(words, font);
    QTextOption option(type.alignment);
    option.setWrapMode(QTextOption::WrapAtWordBoundaryOrAnywhere);
    layout.setTextOption(option);
    double height = breakLines(layout, m_width);
    const int lines = layout.lineCount();
    double width = m_width;
    // Lines of about the same length: the narrowest column that needs no more of them.
    for (int step = 1; isCentred && lines > 1 && lines < 5 && step < kBalanceSteps; ++step) {
        const double narrower = m_width * (1.0 - double(step) / (2 * kBalanceSteps));
        breakLines(layout, narrower);
        if (layout.lineCount() > lines)
            break;
        width = narrower;
    }
    height = breakLines(layout, width);
    layout.draw(m_painter, {(m_width - width) / 2, m_y});
    m_y += height + dots(0.5);
}

void TicketLayout::bullet(const QString& words)
{
    const double indent = dots(4);
    const double top = m_y;
    m_painter->save();
    m_painter->translate(indent, 0);
    const int full = m_width;
    m_width -= int(indent);
    text(words, {3.4, false, Qt::AlignLeft});
    m_width = full;
    m_painter->restore();
    // A box to tick, as people do with a list on paper.
    const double side = dots(2.2);
    m_painter->save();
    m_painter->setPen(QPen(Qt::black, std::max(1.0, dots(0.25))));
    m_painter->drawRect(QRectF(dots(0.4), top + dots(1.5), side, side));
    m_painter->restore();
}

void TicketLayout::number(const QString& number)
{
    double size = dots(m_narrow ? 18 : 24);
    QFontMetricsF metrics(fontOf(size, true));
    const double width = metrics.horizontalAdvance(number);
    if (width > 0.97 * m_width)
        size *= 0.97 * m_width / width;
    const QFont font = fontOf(size, true);
    metrics = QFontMetricsF(font);
    // A CJK font's line is much taller than its capitals: place by the capitals.
    const double top = m_y + dots(1.2);
    m_painter->save();
    m_painter->setFont(font);
    m_painter->drawText(QPointF((m_width - metrics.horizontalAdvance(number)) / 2, top + metrics.capHeight()), number);
    m_painter->restore();
    m_y = top + metrics.capHeight() + dots(3);
}

void TicketLayout::mark(const QString& words)
{
    const QFont font = fontOf(dots(3.4), true);
    const QFontMetricsF metrics(font);
    const double width = std::min<double>(m_width, metrics.horizontalAdvance(words) + dots(6));
    const QRectF box((m_width - width) / 2, m_y, width, dots(6));
    m_painter->save();
    m_painter->fillRect(box, Qt::black);
    m_painter->setPen(Qt::white);
    m_painter->setFont(font);
    m_painter->drawText(box, Qt::AlignCenter, words);
    m_painter->restore();
    m_y = box.bottom() + dots(0.5);
}

void TicketLayout::code(const QByteArray& content)
{
    const auto matrix = qrCode(content);
    if (!matrix.ok())
        return; // the receipt code in letters follows
    const double wanted = dots(m_narrow ? 26 : 30);
    const int module = std::max(1, int(wanted / (matrix->size + 8)));
    const QImage image = qrImage(*matrix, module);
    m_painter->drawImage(QPointF((m_width - image.width()) / 2, m_y), image); // whole dots: sharp modules
    m_y += image.height();
}

void TicketLayout::rule()
{
    m_y = std::ceil(m_y);
    m_painter->fillRect(QRectF(0, m_y, m_width, std::max(2.0, std::round(dots(0.25)))), Qt::black);
    m_y += dots(1.5);
}

void TicketLayout::gap(double mm)
{
    m_y += dots(mm);
}

void TicketLayout::paint(QPainter& painter) const
{
    // QPicture replays in the units of its own resolution; dots stay dots.
    QPicture picture = m_picture;
    painter.save();
    const double scaleX = double(picture.logicalDpiX()) / painter.device()->logicalDpiX();
    const double scaleY = double(picture.logicalDpiY()) / painter.device()->logicalDpiY();
    painter.scale(scaleX, scaleY);
    painter.drawPicture(0, 0, picture);
    painter.restore();
}

QImage ticketImage(const TicketSlip& slip, int paperMm, int dotsPerInch)
{
    const TicketLayout layout(slip, paperMm, dotsPerInch);
    QImage image(layout.width(), layout.height(), QImage::Format_Grayscale8);
    image.fill(Qt::white);
    QPainter painter(&image);
    painter.setRenderHint(QPainter::TextAntialiasing);
    layout.paint(painter);
    return image;
}

} // namespace hall::device
