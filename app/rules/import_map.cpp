// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/rules/import_map.h"

#include "app/rules/entry_values.h"
#include "app/rules/texts.h"
#include "app/rules/yaml_reader.h"

#include <QFile>
#include <QFileInfo>
#include <QJsonArray>
#include <QRegularExpression>
#include <algorithm>

namespace hall::rules {

using base::Error;
using base::ErrorCode;
using base::Result;
using base::Status;

namespace {

std::string asString(const YAML::Node& node)
{
    return node.IsScalar() ? node.as<std::string>() : std::string();
}

/// The field that "petitioners.id_number" or "request" means; null where a registration has none.
const EntryField* fieldAt(const CaseworkBook& book, const QString& path)
{
    const EntryField* field = book.opening()->field(path.section(QLatin1Char('.'), 0, 0));
    const QString part = path.section(QLatin1Char('.'), 1);
    if (!field || part.isEmpty())
        return field && field->type == FieldType::People ? nullptr : field;
    if (field->type != FieldType::People)
        return nullptr;
    const auto found = std::find_if(book.person.begin(), book.person.end(), [&](const EntryField& each) { return each.code == part; });
    return found == book.person.end() ? nullptr : &*found;
}

class MapReader
{
public:
    MapReader(const CaseworkBook& book, QString file)
        : m_book(book)
        , m_file(std::move(file))
    {
    }

    Result<ImportMap> read(const QByteArray& text)
    {
        try {
            YamlMap top(YAML::Load(text.toStdString()), m_file, m_complaints);
            m_map.source = top.string("source");
            m_map.key = top.string("key", false).trimmed().toLower();
            for (const auto& item : top.raw("fixed"))
                fix(QString::fromStdString(asString(item.first)), QString::fromStdString(asString(item.second)), top);
            const YAML::Node columns = top.raw("columns");
            if (columns.IsDefined()) {
                for (const auto& item : columns)
                    column(QString::fromStdString(asString(item.first)), item.second);
            }
            if (m_map.columns.isEmpty())
                top.complain(tr("\"columns\" says for no column where it goes"));
        } catch (const YAML::Exception& exception) {
            m_complaints.add(m_file, exception.mark.line + 1, QString::fromStdString(exception.msg));
        }
        if (!m_complaints.isEmpty())
            return Error{ErrorCode::FileInvalid, m_complaints.text()};
        return m_map;
    }

private:
    void fix(const QString& field, const QString& value, YamlMap& top)
    {
        if (!fieldAt(m_book, field) || field.contains(QLatin1Char('.')))
            top.complainAt("fixed", tr("a registration has no field \"%1\"").arg(field));
        m_map.fixed.insert(field, value);
    }

    void column(const QString& header, const YAML::Node& node)
    {
        ImportColumn column;
        column.header = header.trimmed().toLower();
        if (node.IsMap()) {
            YamlMap map(node, m_file, m_complaints);
            column.path = map.string("field");
            for (const auto& item : map.raw("values"))
                column.values.insert(QString::fromStdString(asString(item.first)), QString::fromStdString(asString(item.second)));
        } else {
            column.path = QString::fromStdString(asString(node));
        }
        const EntryField* field = fieldAt(m_book, column.path);
        if (!field)
            m_complaints.add(m_file, node, tr("a registration has no field \"%1\"").arg(column.path));
        else
            column.type = field->type;
        m_map.columns.append(column);
    }

    const CaseworkBook& m_book;
    QString m_file;
    Complaints m_complaints;
    ImportMap m_map;
};

QString day(const QString& text)
{
    static const QRegularExpression parts(QStringLiteral("^([12][0-9]{3})[-/.年 ]?([0-9]{1,2})[-/.月 ]?([0-9]{1,2})日?([ T].*)?$"));
    const auto match = parts.match(text);
    const QDate date(match.captured(1).toInt(), match.captured(2).toInt(), match.captured(3).toInt());
    return match.hasMatch() && date.isValid() ? date.toString(Qt::ISODate) : text;
}

QString yesNo(const QString& text)
{
    const QString word = text.toLower();
    for (const char* yes : {"是", "有", "yes", "y", "true", "1", "√"}) {
        if (word == QString::fromUtf8(yes))
            return QStringLiteral("yes");
    }
    for (const char* no : {"否", "无", "no", "n", "false", "0", "×"}) {
        if (word == QString::fromUtf8(no))
            return QStringLiteral("no");
    }
    return text;
}

QString ours(const ImportColumn& column, const QString& cell)
{
    if (column.values.contains(cell))
        return column.values.value(cell);
    if (column.type == FieldType::Date)
        return day(cell);
    return column.type == FieldType::YesNo ? yesNo(cell) : cell;
}

void put(QJsonObject& registration, const QString& path, const QString& value)
{
    const QString part = path.section(QLatin1Char('.'), 1);
    if (part.isEmpty()) {
        registration.insert(path, value);
        return;
    }
    const QString list = path.section(QLatin1Char('.'), 0, 0);
    QJsonObject person = registration.value(list).toArray().at(0).toObject();
    person.insert(part, value);
    registration.insert(list, QJsonArray{person});
}

/// "petitioners[1].id_number" as the map calls it.
QString withoutPlaces(QString path)
{
    static const QRegularExpression place(QStringLiteral("\\[[0-9]+\\]"));
    return path.remove(place);
}

} // namespace

Result<ImportMap> ImportMap::read(const QString& path, const CaseworkBook& book)
{
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly))
        return Error{ErrorCode::FileUnreadable, tr("%1 cannot be read. Check the path.").arg(path)};
    return MapReader(book, QFileInfo(path).fileName()).read(file.readAll());
}

Status ImportMap::fits(const CsvTable& table, const QString& file) const
{
    QStringList missing;
    for (const ImportColumn& column : columns) {
        if (table.column(column.header) < 0)
            missing.append(column.header);
    }
    if (!key.isEmpty() && table.column(key) < 0)
        missing.append(key);
    if (missing.isEmpty())
        return {};
    return Error{ErrorCode::FileInvalid,
                 tr("%1:1: the table has no column %2. Its columns are: %3. Correct the map.")
                     .arg(file, missing.join(QLatin1String(", ")), table.header.join(QLatin1String(", ")))};
}

ImportRow importRow(const ImportMap& map, const CsvTable& table, qsizetype index, const CaseworkBook& book,
                    const QString& language, QDate today)
{
    const CsvTable::Row& row = table.rows.at(index);
    ImportRow result;
    result.number = index + 1;
    result.line = row.line;
    result.registration = map.fixed;
    QMap<QString, QString> columnOf;
    for (const ImportColumn& column : map.columns) {
        const QString cell = CsvTable::cell(row, table.column(column.header));
        columnOf.insert(column.path, column.header);
        if (!cell.isEmpty())
            put(result.registration, column.path, ours(column, cell));
    }
    const QString given = map.key.isEmpty() ? QString() : CsvTable::cell(row, table.column(map.key));
    result.key = given.isEmpty() ? row.cells.join(QChar(0x1f)) : given;
    if (!given.isEmpty())
        result.registration.insert(QStringLiteral("source_key"), QStringLiteral("%1 %2").arg(map.source, given));
    if (!result.registration.contains(QLatin1StringView("channel")))
        result.registration.insert(QStringLiteral("channel"), QStringLiteral("import"));
    if (row.cells.size() > table.header.size())
        result.refusals.append({QString(), QString(),
                                tr("The row has %1 cells, the header %2. A comma in a text is not in quotation marks: mend the file.")
                                    .arg(row.cells.size())
                                    .arg(table.header.size())});
    for (const EntryFault& fault : entryFaults(book, *book.opening(), result.registration, language, today))
        result.refusals.append({columnOf.value(withoutPlaces(fault.path)), fault.path, fault.why});
    return result;
}

} // namespace hall::rules
