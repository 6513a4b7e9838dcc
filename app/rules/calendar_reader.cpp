// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/rules/calendar.h"
#include "app/rules/calendar_csv.h"
#include "app/rules/texts.h"
#include "app/rules/yaml_reader.h"

#include <QDir>
#include <QFile>
#include <QFileInfo>

static void initLaw()
{
    Q_INIT_RESOURCE(law);
}

namespace hall::rules {

using base::Error;
using base::ErrorCode;
using base::Result;

namespace {

class CalendarReader
{
public:
    explicit CalendarReader(QString file)
        : m_file(std::move(file))
    {
    }

    Result<Calendar> read(const QByteArray& text)
    {
        HALL_ASSIGN(const CsvTable table, parseCsv(text, m_file));
        for (const char* column : {"date", "kind"}) {
            if (table.column(QString::fromLatin1(column)) < 0)
                m_complaints.add(
                    m_file, 1,
                    tr("the column \"%1\" is missing; write date,kind,name,status").arg(QString::fromLatin1(column)));
        }
        if (m_complaints.isEmpty()) {
            for (const CsvTable::Row& row : table.rows)
                readRow(table, row);
        }
        if (!m_complaints.isEmpty())
            return Error{ErrorCode::FileInvalid, m_complaints.text()};
        return Calendar(m_days);
    }

private:
    void readRow(const CsvTable& table, const CsvTable::Row& row)
    {
        const auto cell = [&](const char* name) {
            return CsvTable::cell(row, table.column(QString::fromLatin1(name)));
        };
        const auto complain = [&](const QString& reason) { m_complaints.add(m_file, row.line, reason); };
        if (row.cells.size() > table.header.size())
            return complain(tr("the row has %1 cells, the header %2").arg(row.cells.size()).arg(table.header.size()));
        const QDate date = dayFromIso(cell("date"));
        const QString kind = cell("kind");
        const QString status = cell("status");
        if (!date.isValid())
            return complain(tr("\"%1\" is no date; write 2026-03-05").arg(cell("date")));
        if (kind != QLatin1StringView("off") && kind != QLatin1StringView("work"))
            return complain(tr("\"%1\" is neither off nor work").arg(kind));
        const bool provisional = status == QLatin1StringView("provisional");
        if (!provisional && !status.isEmpty() && status != QLatin1StringView("published"))
            return complain(tr("\"%1\" is neither published nor provisional").arg(status));
        if (m_days.contains(date))
            return complain(tr("%1 is there already").arg(cell("date")));
        const QString name = cell("name");
        const QString zh = cell("name_zh");
        m_days.insert(date, {kind == QLatin1StringView("off"),
                             {zh.isEmpty() ? name : zh, name},
                             provisional ? Certainty::Provisional : Certainty::Published});
    }

    QString m_file;
    Complaints m_complaints;
    QMap<QDate, CalendarDay> m_days;
};

} // namespace

Result<Calendar> parseCalendar(const QByteArray& text, const QString& file)
{
    return CalendarReader(file).read(text);
}

Result<Calendar> readCalendar(const QString& path)
{
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly))
        return Error{ErrorCode::FileUnreadable, tr("%1 cannot be read. Check the path.").arg(path)};
    return parseCalendar(file.readAll(), QFileInfo(path).fileName());
}

QString shippedLaw()
{
    initLaw();
    return QStringLiteral(":/rules");
}

QString lawFile(const QString& folder, const QString& name)
{
    const QString own = QDir(folder).filePath(name);
    return QFile::exists(own) ? own : shippedLaw() + QLatin1Char('/') + name;
}

} // namespace hall::rules
