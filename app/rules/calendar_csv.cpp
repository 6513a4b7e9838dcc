// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/rules/calendar_csv.h"

#include "app/rules/texts.h"

#include <QStringDecoder>
#include <iconv.h>
#include <optional>

namespace hall::rules {

using base::Error;
using base::ErrorCode;

namespace {

Error fault(const QString& file, int line, const QString& reason)
{
    return {ErrorCode::FileInvalid, QStringLiteral("%1:%2: %3").arg(file).arg(line).arg(reason)};
}

/// Cuts text into rows, character by character.
class CsvScanner
{
public:
    explicit CsvScanner(const QString& text)
        : m_text(text)
    {
    }

    QList<CsvTable::Row> rows()
    {
        for (m_at = 0; m_at < m_text.size(); ++m_at)
            take(m_text.at(m_at));
        endRow();
        return m_rows;
    }
    bool quoteLeftOpen() const { return m_quoted; }
    int quoteLine() const { return m_quoteLine; }

private:
    void take(QChar c)
    {
        const bool lineBreak = c == QLatin1Char('\n');
        if (lineBreak)
            ++m_line;
        if (m_quoted) {
            const bool twice = c == QLatin1Char('"') && m_at + 1 < m_text.size() && m_text.at(m_at + 1) == c;
            if (twice)
                ++m_at;
            if (c == QLatin1Char('"') && !twice)
                m_quoted = false;
            else
                m_cell += c;
        } else if (c == QLatin1Char('"') && m_cell.isEmpty()) {
            m_quoted = true;
            m_quoteLine = m_line;
        } else if (c == QLatin1Char(',')) {
            endCell();
        } else if (lineBreak) {
            endRow();
        } else if (c != QLatin1Char('\r')) {
            m_cell += c;
        }
    }
    void endCell()
    {
        m_row.cells.append(m_cell);
        m_cell.clear();
    }
    void endRow()
    {
        endCell();
        const bool empty = m_row.cells.size() == 1 && m_row.cells.first().trimmed().isEmpty();
        if (!empty)
            m_rows.append(m_row);
        m_row = {m_line, {}};
    }

    const QString& m_text;
    qsizetype m_at = 0;
    int m_line = 1;
    int m_quoteLine = 0;
    bool m_quoted = false;
    QString m_cell;
    CsvTable::Row m_row{1, {}};
    QList<CsvTable::Row> m_rows;
};

/// Nothing where it is none.
std::optional<QString> fromGb18030(const QByteArray& text)
{
    const iconv_t converter = iconv_open("UTF-8", "GB18030");
    if (converter == reinterpret_cast<iconv_t>(-1))
        return std::nullopt;
    QByteArray out(text.size() * 4, Qt::Uninitialized);
    QByteArray in = text;
    char* from = in.data();
    char* to = out.data();
    auto left = static_cast<size_t>(in.size());
    auto room = static_cast<size_t>(out.size());
    const bool whole = iconv(converter, &from, &left, &to, &room) != static_cast<size_t>(-1) && left == 0;
    iconv_close(converter);
    if (!whole)
        return std::nullopt;
    return QString::fromUtf8(out.constData(), to - out.constData());
}

base::Result<CsvTable> parseText(const QString& decoded, const QString& file)
{
    CsvScanner scanner(decoded);
    CsvTable table;
    table.rows = scanner.rows();
    if (scanner.quoteLeftOpen())
        return fault(file, scanner.quoteLine(), tr("a quotation mark is opened and not closed"));
    if (table.rows.isEmpty())
        return fault(file, 1, tr("the file is empty; its first line names the columns"));
    for (const QString& name : table.rows.takeFirst().cells)
        table.header.append(name.trimmed().toLower());
    return table;
}

} // namespace

QString CsvTable::cell(const Row& row, qsizetype column)
{
    return column < 0 || column >= row.cells.size() ? QString() : row.cells.at(column).trimmed();
}

base::Result<CsvTable> parseCsv(const QByteArray& text, const QString& file)
{
    QStringDecoder decoder(QStringDecoder::Utf8);
    const QString decoded = decoder(text);
    if (decoder.hasError())
        return fault(file, 1, tr("the file is not UTF-8 text"));
    return parseText(decoded, file);
}

base::Result<CsvTable> parseForeignCsv(const QByteArray& text, const QString& file)
{
    const auto known = QStringConverter::encodingForData(text);
    QStringDecoder decoder(known.value_or(QStringConverter::Utf8));
    const QString decoded = decoder(text);
    if (!decoder.hasError())
        return parseText(decoded, file);
    // What Chinese office programs write where nobody chose UTF-8.
    const auto chinese = fromGb18030(text);
    if (!chinese)
        return fault(file, 1, tr("the file is neither UTF-8 nor GB18030 text. Save it as CSV UTF-8"));
    return parseText(*chinese, file);
}

} // namespace hall::rules
