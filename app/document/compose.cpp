// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/document/pages.h"
#include "app/document/texts.h"
#include "app/document/type_face.h"

#include <algorithm>

namespace hall::document {

using base::Error;
using base::ErrorCode;
using base::Result;
using namespace sheet;

namespace {

constexpr double kMarkPoints = 36;
constexpr double kTablePoints = 12;
constexpr double kTableLine = 7;
constexpr double kLabelWidth = 28;
constexpr double kCellPadding = 2;
constexpr double kPagePoints = 14;
constexpr double kAscent = 0.88; ///< of the CJK em box, so that a line's glyphs stand in the middle of its height
constexpr double kMillimetresPerPoint = 25.4 / 72;

/// A band of the page that is never cut; its pieces count from its own upper left corner, which is the type area's left edge.
struct Strip
{
    double height = kLine;
    Page pieces;
    bool keep = false;  ///< stays on one page with the next
    bool table = false; ///< ruled at the edges of the page
    bool blank = false; ///< space, which a page does not begin with
};

double baselineIn(double height, double points)
{
    const double em = points * kMillimetresPerPoint;
    return (height - em) / 2 + em * kAscent;
}

class Composer
{
public:
    Composer(const FormBook& book, const Form& form, const QList<Signature>& signatures, const QString& language)
        : m_book(book)
        , m_form(form)
        , m_signatures(signatures)
        , m_language(language)
        , m_chinese(language != QLatin1StringView("en"))
        , m_points(m_chinese ? kBodyPoints : 12)
    {
    }

    Pages run(const QList<Block>& blocks, const QString& number)
    {
        head(number);
        for (const Block& block : blocks)
            add(block);
        Pages pages = paginated();
        pages.title = m_form.title.in(m_language);
        return pages;
    }

private:
    void head(const QString& number)
    {
        const QString shown = number.isEmpty() ? QStringLiteral("%1%2〔    〕    号").arg(m_book.word, m_form.series) : number;
        if (m_form.layout == Layout::Letter) {
            // 7.2.4: the organ's mark in red; 7.2.5: two lines below it the number, centred; 7.2.7: 4 mm below that the red rule.
            const QString organ = m_book.organ.in(m_language);
            double points = kMarkPoints;
            while (points > kTablePoints && widthOf(organ, Face::SongBold, points) > kTypeWidth)
                points -= 1;
            centred(organ, Face::SongBold, points, 2 * kLine, true);
            space(2);
            centred(shown, Face::Song, kBodyPoints, kLine, false);
            Strip rule{4, {}, true};
            rule.pieces.rules.append({QLineF(0, 4, kTypeWidth, 4), 0.7, true});
            m_strips.append(rule);
            space(2);
            title();
        } else {
            title();
            centred(shown, Face::Song, m_form.layout == Layout::Table ? kTablePoints : kBodyPoints, kLine, false);
        }
        space(m_form.layout == Layout::Table ? 0.4 : 1);
    }
    void title()
    {
        const QStringList lines = brokenInto({}, m_form.title.in(m_language), Face::SongBold, kTitlePoints);
        for (const QString& line : lines)
            centred(line, Face::SongBold, kTitlePoints, kLine * 1.2, false);
    }
    void centred(const QString& text, Face face, double points, double height, bool red)
    {
        Strip strip{height, {}, true};
        const double x = (kTypeWidth - widthOf(text, face, points)) / 2;
        strip.pieces.texts.append({{x, baselineIn(height, points)}, text, face, points, red});
        m_strips.append(strip);
    }
    void space(double lines) { m_strips.append(Strip{lines * kLine, {}, true, false, true}); }

    void add(const Block& block)
    {
        switch (block.kind) {
        case BlockKind::Recipient: return paragraph(block.text, Face::Song, 0, false);
        case BlockKind::Heading: return paragraph(block.text, Face::Hei, m_chinese ? 2 : 0, true);
        case BlockKind::Each:
        case BlockKind::Paragraph: return text(block.text);
        case BlockKind::Row:
        case BlockKind::TallRow: return row(block);
        case BlockKind::Organ: return organ(block.text);
        case BlockKind::Sign: return sign(*m_form.place(block.text));
        }
    }

    void text(const QString& words)
    {
        const QStringList paragraphs = words.split(QLatin1Char('\n'), Qt::SkipEmptyParts);
        for (const QString& one : paragraphs)
            paragraph(one.trimmed(), Face::Song, m_chinese ? 2 : 0, false);
    }
    void paragraph(const QString& words, Face face, int indent, bool keep)
    {
        const double in = indent * kCharacter;
        const QStringList lines = brokenInto({kTypeWidth - in, kTypeWidth}, words, face, m_points);
        for (qsizetype i = 0; i < lines.size(); ++i) {
            Strip strip{kLine * (m_chinese ? 1 : 0.75), {}, keep};
            strip.pieces.texts.append({{i == 0 ? in : 0, baselineIn(strip.height, m_points)}, lines.at(i), face, m_points, false});
            m_strips.append(strip);
        }
        if (!m_chinese && !lines.isEmpty())
            m_strips.append(Strip{kLine * 0.25, {}, keep, false, true});
    }

    /// Label, value, label, value: as high as the longest of them; a value that fills more than a page goes on on the next.
    void row(const Block& block)
    {
        const qsizetype pairs = block.cells.size() / 2;
        const double valueWidth = kTypeWidth / double(pairs) - kLabelWidth;
        QList<QStringList> columns;
        qsizetype lines = block.lines;
        for (qsizetype i = 0; i < block.cells.size(); ++i) {
            const double width = (i % 2 == 0 ? kLabelWidth : valueWidth) - 2 * kCellPadding;
            columns.append(brokenInto({width, width}, block.cells.at(i), i % 2 == 0 ? Face::Hei : Face::Song, kTablePoints));
            lines = std::max(lines, columns.last().size());
        }
        for (qsizetype line = 0; line < lines; ++line) {
            const bool first = line == 0;
            const bool last = line == lines - 1;
            const double above = first ? 1 : 0;
            Strip strip{kTableLine + above + (last ? 1 : 0), {}, lines <= 3 && !last, true};
            if (first)
                strip.pieces.rules.append({QLineF(0, 0, kTypeWidth, 0), 0.25, false});
            double x = 0;
            for (qsizetype i = 0; i < columns.size(); ++i) {
                strip.pieces.rules.append({QLineF(x, 0, x, strip.height), i == 0 ? 0.5 : 0.25, false});
                if (line < columns.at(i).size())
                    strip.pieces.texts.append({{x + kCellPadding, above + baselineIn(kTableLine, kTablePoints)},
                                               columns.at(i).at(line), i % 2 == 0 ? Face::Hei : Face::Song, kTablePoints, false});
                x += i % 2 == 0 ? kLabelWidth : valueWidth;
            }
            strip.pieces.rules.append({QLineF(kTypeWidth, 0, kTypeWidth, strip.height), 0.5, false});
            m_strips.append(strip);
        }
    }

    /// 7.3.5: the date ends four characters from the right, the organ's name stands above it, centred on it.
    void organ(const QString& date)
    {
        keepWithBody();
        space(m_form.layout == Layout::Table ? 0.5 : 1);
        const double end = kTypeWidth - 4 * kCharacter;
        const double dateWidth = widthOf(date, Face::Song, m_points);
        const QString name = m_book.organ.in(m_language);
        const double nameWidth = widthOf(name, Face::Song, m_points);
        const double centre = end - dateWidth / 2;
        const double left = std::min(centre - nameWidth / 2, kTypeWidth - nameWidth);
        for (const auto& [words, x] : {std::pair(name, left), std::pair(date, end - dateWidth)}) {
            Strip strip{kLine, {}, true};
            strip.pieces.texts.append({{x, baselineIn(kLine, m_points)}, words, Face::Song, m_points, false});
            m_strips.append(strip);
        }
        m_strips.last().keep = false;
    }

    void sign(const SignPlace& place)
    {
        keepWithBody();
        Strip strip{kLine * 1.6, {}, false};
        const double points = m_form.layout == Layout::Table ? kTablePoints : std::min(m_points, 14.0);
        const double base = strip.height - 4;
        const QString label = place.name.in(m_language) + (m_chinese ? QStringLiteral("：") : QStringLiteral(": "));
        const double x = widthOf(label, Face::Song, points) + 1;
        strip.pieces.texts.append({{0, base}, label, Face::Song, points, false});
        strip.pieces.rules.append({QLineF(x, base + 1, x + 50, base + 1), 0.2, false});
        QString day = m_chinese ? QStringLiteral("      年    月    日") : QStringLiteral("Date:");
        for (const Signature& signature : m_signatures) {
            if (signature.place != place.code)
                continue;
            strip.pieces.inks.append({QRectF(x + 2, 0.8, 46, strip.height - 4), signature});
            const QDate signedOn = base::hallDay(signature.at);
            day = m_chinese ? QStringLiteral("%1年%2月%3日").arg(signedOn.year()).arg(signedOn.month()).arg(signedOn.day())
                            : signedOn.toString(Qt::ISODate);
            day.prepend(signature.signer + (m_chinese ? QStringLiteral("，") : QStringLiteral(", ")));
        }
        strip.pieces.texts.append({{x + 53, base}, day, Face::Song, points, false});
        m_strips.append(strip);
    }

    /// A page never begins with who signs: two lines of what they sign go with it.
    void keepWithBody()
    {
        qsizetype kept = 0;
        for (qsizetype i = m_strips.size() - 1; i >= 0 && kept < 2; --i) {
            m_strips[i].keep = true;
            kept += m_strips.at(i).blank ? 0 : 1;
        }
    }

    Pages paginated()
    {
        Pages pages;
        double used = kTypeHeight + 1;
        for (qsizetype i = 0; i < m_strips.size();) {
            qsizetype next = i;
            double height = 0;
            do {
                height += m_strips.at(next).height;
            } while (m_strips.at(next++).keep && next < m_strips.size());
            // What must stay together and is longer than a page cannot; it goes on where it is.
            if (height > kTypeHeight) {
                next = i + 1;
                height = m_strips.at(i).height;
            }
            if (used + height > kTypeHeight + 0.01) {
                closeTable(pages, i, used);
                pages.pages.append(Page());
                used = 0;
            }
            for (; i < next; ++i) {
                if (m_strips.at(i).blank && used == 0)
                    continue;
                place(pages.pages.last(), m_strips.at(i), used, used == 0 || !m_strips.at(i - 1).table);
                used += m_strips.at(i).height;
                if (i + 1 < m_strips.size() && m_strips.at(i).table && !m_strips.at(i + 1).table)
                    closeTable(pages, i + 1, used);
            }
        }
        closeTable(pages, m_strips.size(), used);
        numberPages(pages);
        return pages;
    }
    /// The rule under the last row on a page.
    void closeTable(Pages& pages, qsizetype next, double used) const
    {
        if (next > 0 && m_strips.at(next - 1).table && !pages.pages.isEmpty())
            pages.pages.last().rules.append({QLineF(kLeft, kTop + used, kLeft + kTypeWidth, kTop + used), 0.5, false});
    }
    static void place(Page& page, const Strip& strip, double used, bool tableBegins)
    {
        const QPointF by(kLeft, kTop + used);
        for (TextPiece piece : strip.pieces.texts) {
            piece.baseline += by;
            page.texts.append(piece);
        }
        for (RulePiece piece : strip.pieces.rules) {
            piece.line.translate(by);
            page.rules.append(piece);
        }
        for (InkPiece piece : strip.pieces.inks) {
            piece.box.translate(by);
            page.inks.append(piece);
        }
        if (strip.table && tableBegins)
            page.rules.append({QLineF(kLeft, kTop + used, kLeft + kTypeWidth, kTop + used), 0.5, false});
    }
    /// 7.5: 7 mm below the type area, 4号; odd pages one character from the right, even ones from the left.
    static void numberPages(Pages& pages)
    {
        for (qsizetype i = 0; i < pages.pages.size(); ++i) {
            const QString text = QStringLiteral("— %1 —").arg(i + 1);
            const double width = widthOf(text, Face::Song, kPagePoints);
            const double x = i % 2 == 0 ? kLeft + kTypeWidth - kCharacter - width : kLeft + kCharacter;
            pages.pages[i].texts.append({{x, kTop + kTypeHeight + 7 + baselineIn(0, kPagePoints) + 2.5}, text, Face::Song, kPagePoints, false});
        }
    }

    const FormBook& m_book;
    const Form& m_form;
    const QList<Signature>& m_signatures;
    QString m_language;
    bool m_chinese;
    double m_points;
    QList<Strip> m_strips;
};

} // namespace

Result<Pages> compose(const FormBook& book, const Form& form, const Facts& facts, const QString& number,
                      const QList<Signature>& signatures, const QString& language)
{
    HALL_TRY(fontsInstalled());
    HALL_TRY(checkFacts(form, facts, book, language));
    for (const Signature& signature : signatures) {
        if (!form.place(signature.place))
            return Error{ErrorCode::InvalidArgument,
                         tr("\"%1\" has no place \"%2\" to sign.").arg(form.title.in(language), signature.place)};
    }
    return Composer(book, form, signatures, language).run(filled(form, facts, language), number);
}

} // namespace hall::document
