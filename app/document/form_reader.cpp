// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/document/form.h"

#include "app/document/texts.h"

#include <QDir>
#include <QFile>
#include <QRegularExpression>

namespace hall::document {

using base::Error;
using base::ErrorCode;
using base::Result;

namespace {

const QString kOwn = QStringLiteral(":/documents/");
constexpr int kMostLines = 22;

/// Where a line stands, and what is wrong with it.
class Faults
{
public:
    void add(const QString& file, int line, const QString& reason)
    {
        m_lines.append(QStringLiteral("%1:%2: %3").arg(file).arg(line).arg(reason));
    }
    base::Status status() const
    {
        return m_lines.isEmpty() ? base::Status() : Error{ErrorCode::FileInvalid, m_lines.join(QLatin1Char('\n'))};
    }

private:
    QStringList m_lines;
};

Result<QStringList> linesOf(const QString& path)
{
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly))
        return Error{ErrorCode::FileUnreadable, tr("%1 cannot be read. Check the path.").arg(path)};
    return QString::fromUtf8(file.readAll()).split(QLatin1Char('\n'));
}

QStringList trimmed(const QString& text, QChar separator)
{
    QStringList parts = text.split(separator);
    for (QString& part : parts)
        part = part.trimmed();
    return parts;
}

QStringList fieldsIn(const QString& text)
{
    static const QRegularExpression field(QStringLiteral("\\{\\{([^{}]*)\\}\\}"));
    QStringList codes;
    for (auto it = field.globalMatch(text); it.hasNext();)
        codes.append(it.next().captured(1));
    return codes;
}

/// Reads one *.form.
class FormReader
{
public:
    FormReader(const FormBook& book, QString file, Faults& faults)
        : m_book(book)
        , m_file(std::move(file))
        , m_faults(faults)
    {
        m_form.code = m_file.chopped(5);
    }

    Form read(const QStringList& lines)
    {
        for (const QString& raw : lines) {
            ++m_line;
            const QString line = raw.trimmed();
            if (line.isEmpty() || (m_body == nullptr && line.startsWith(QLatin1Char('#'))))
                continue;
            if (line == QLatin1StringView("[zh]") || line == QLatin1StringView("[en]"))
                beginBody(line == QLatin1StringView("[zh]") ? m_form.zh : m_form.en);
            else if (m_body)
                readBlock(line);
            else
                readHead(line);
        }
        endBody();
        checkWhole();
        return m_form;
    }

private:
    void complain(const QString& reason) { m_faults.add(m_file, m_line, reason); }

    void readHead(const QString& line)
    {
        const QString key = line.section(QLatin1Char(':'), 0, 0).trimmed();
        const QString value = line.section(QLatin1Char(':'), 1).trimmed();
        if (value.isEmpty())
            return complain(tr("expected \"key: value\""));
        if (key.startsWith(QLatin1StringView("place ")))
            return readPlace(trimmed(key.simplified(), QLatin1Char(' ')), value);
        const QMap<QString, QString*> texts = {{QStringLiteral("title zh"), &m_form.title.zh},
                                               {QStringLiteral("title en"), &m_form.title.en},
                                               {QStringLiteral("basis zh"), &m_form.basis.zh},
                                               {QStringLiteral("basis en"), &m_form.basis.en},
                                               {QStringLiteral("delivery zh"), &m_form.delivery.zh},
                                               {QStringLiteral("delivery en"), &m_form.delivery.en},
                                               {QStringLiteral("series"), &m_form.series}};
        const QMap<QString, Layout> layouts = {{QStringLiteral("letter"), Layout::Letter},
                                               {QStringLiteral("notice"), Layout::Notice},
                                               {QStringLiteral("table"), Layout::Table}};
        if (QString* text = texts.value(key)) {
            if (!text->isEmpty())
                complain(tr("\"%1\" stands here twice").arg(key));
            *text = value;
        } else if (key == QLatin1StringView("layout")) {
            if (!layouts.contains(value))
                complain(tr("must be one of: %1").arg(layouts.keys().join(QLatin1String(", "))));
            m_form.layout = layouts.value(value);
        } else if (key == QLatin1StringView("needs")) {
            m_form.needs = trimmed(value, QLatin1Char(','));
            for (const QString& code : std::as_const(m_form.needs))
                checkField(code);
        } else {
            complain(tr("\"%1\" is not known here").arg(key));
        }
    }

    void readPlace(const QStringList& words, const QString& value)
    {
        if (words.size() != 3 || (words.at(2) != QLatin1StringView("zh") && words.at(2) != QLatin1StringView("en")))
            return complain(tr("a place to sign is written as \"place CODE zh: …\" and \"place CODE en: …\""));
        if (!m_form.place(words.at(1)))
            m_form.places.append(SignPlace{words.at(1), {}});
        for (SignPlace& place : m_form.places) {
            if (place.code == words.at(1))
                (words.at(2) == QLatin1StringView("zh") ? place.name.zh : place.name.en) = value;
        }
    }

    void beginBody(QList<Block>& body)
    {
        endBody();
        m_body = &body;
        if (!body.isEmpty())
            complain(tr("this language stands here twice"));
    }
    void endBody()
    {
        if (!m_conditions.isEmpty())
            m_faults.add(m_file, m_opened, tr("this condition has no ?end"));
        m_conditions.clear();
    }

    void readBlock(const QString& line)
    {
        if (line.startsWith(QLatin1Char('?')))
            return readCondition(line.mid(1).trimmed());
        Block block;
        block.conditions = m_conditions;
        if (line.startsWith(QLatin1StringView("||")))
            readRow(block, BlockKind::TallRow, line.mid(2));
        else if (line.startsWith(QLatin1Char('|')))
            readRow(block, BlockKind::Row, line.mid(1));
        else if (line.startsWith(QLatin1StringView("##")))
            take(block, BlockKind::Heading, line.mid(2));
        else if (line.startsWith(QLatin1Char('>')))
            take(block, BlockKind::Recipient, line.mid(1));
        else if (line.startsWith(QLatin1Char('*')))
            readEach(block, line.mid(1).trimmed());
        else if (line.startsWith(QLatin1Char('@')))
            readClosing(block, line.mid(1).simplified());
        else
            take(block, BlockKind::Paragraph, line);
        m_body->append(block);
    }

    void readCondition(const QString& condition)
    {
        if (condition == QLatin1StringView("end")) {
            if (m_conditions.isEmpty())
                return complain(tr("?end without a condition"));
            m_conditions.removeLast();
            return;
        }
        checkField(condition.startsWith(QLatin1Char('!')) ? condition.mid(1) : condition);
        m_conditions.append(condition);
        m_opened = m_line;
    }

    void take(Block& block, BlockKind kind, const QString& text)
    {
        block.kind = kind;
        block.text = text.trimmed();
        for (const QString& code : fieldsIn(block.text)) {
            if (checkField(code) && !m_form.needs.contains(code) && !m_conditions.contains(code))
                complain(tr("\"%1\" may be missing: put it into needs, or the line between ?%1 and ?end").arg(code));
        }
    }

    void readEach(Block& block, const QString& code)
    {
        block.kind = BlockKind::Each;
        block.text = code;
        if (checkField(code) && !m_book.field(code)->list)
            complain(tr("\"%1\" is no list").arg(code));
    }

    void readRow(Block& block, BlockKind kind, const QString& text)
    {
        block.kind = kind;
        block.cells = trimmed(text, QLatin1Char('|'));
        if (kind == BlockKind::TallRow && block.cells.size() == 3) {
            bool ok = false;
            block.lines = block.cells.takeLast().toInt(&ok);
            if (!ok || block.lines < 1 || block.lines > kMostLines)
                complain(tr("the height of a row is 1 to %1 lines").arg(kMostLines));
        }
        const bool pairs = kind == BlockKind::TallRow ? block.cells.size() == 2
                                                      : block.cells.size() == 2 || block.cells.size() == 4;
        if (!pairs)
            complain(tr("a row is \"| label | value\", twice at most; a tall one \"|| label | value | lines\""));
        for (const QString& cell : std::as_const(block.cells)) {
            for (const QString& code : fieldsIn(cell))
                checkField(code);
        }
    }

    void readClosing(Block& block, const QString& text)
    {
        const QStringList words = trimmed(text, QLatin1Char(' '));
        if (words.size() == 1 && words.first() == QLatin1StringView("organ")) {
            block.kind = BlockKind::Organ;
            block.text = QStringLiteral("{{today}}");
        } else if (words.size() == 2 && words.first() == QLatin1StringView("sign")) {
            block.kind = BlockKind::Sign;
            block.text = words.at(1);
            if (!m_form.place(block.text))
                complain(tr("\"%1\" is no place to sign of this form").arg(block.text));
        } else {
            complain(tr("after @ stands \"organ\" or \"sign PLACE\""));
        }
    }

    bool checkField(const QString& code)
    {
        if (m_book.field(code))
            return true;
        complain(tr("there is no field \"%1\"").arg(code));
        return false;
    }

    void checkWhole()
    {
        const QList<std::pair<const char*, bool>> wanted = {
            {"title zh", m_form.title.zh.isEmpty()},       {"title en", m_form.title.en.isEmpty()},
            {"basis zh", m_form.basis.zh.isEmpty()},       {"basis en", m_form.basis.en.isEmpty()},
            {"delivery zh", m_form.delivery.zh.isEmpty()}, {"delivery en", m_form.delivery.en.isEmpty()},
            {"series", m_form.series.isEmpty()},           {"[zh]", m_form.zh.isEmpty()},
            {"[en]", m_form.en.isEmpty()}};
        for (const auto& [key, missing] : wanted) {
            if (missing)
                m_faults.add(m_file, 1, tr("\"%1\" is missing").arg(QString::fromLatin1(key)));
        }
        for (const SignPlace& place : std::as_const(m_form.places)) {
            if (place.name.zh.isEmpty() || place.name.en.isEmpty())
                m_faults.add(m_file, 1, tr("the place \"%1\" needs both zh and en").arg(place.code));
        }
    }

    const FormBook& m_book;
    QString m_file;
    Faults& m_faults;
    Form m_form;
    QList<Block>* m_body = nullptr;
    QStringList m_conditions;
    int m_line = 0;
    int m_opened = 0;
};

void readFields(const QStringList& lines, FormBook& book, Faults& faults)
{
    const QString file = QStringLiteral("fields.txt");
    for (qsizetype i = 0; i < lines.size(); ++i) {
        const QString line = lines.at(i).trimmed();
        if (line.isEmpty() || line.startsWith(QLatin1Char('#')))
            continue;
        const int at = static_cast<int>(i) + 1;
        QStringList cells = trimmed(line, QLatin1Char('|'));
        if (cells.size() != 5 || cells.contains(QString())) {
            faults.add(file, at, tr("expected \"field | Chinese | English | what to do in Chinese | in English\""));
            continue;
        }
        const bool list = cells.first().endsWith(QLatin1Char('*'));
        if (list)
            cells.first().chop(1);
        if (book.field(cells.first()))
            faults.add(file, at, tr("\"%1\" stands here twice").arg(cells.first()));
        book.fields.append(Field{cells.at(0), list, {cells.at(1), cells.at(2)}, {cells.at(3), cells.at(4)}});
    }
}

void readOrgan(const QStringList& lines, FormBook& book, Faults& faults)
{
    const QString file = QStringLiteral("organ.txt");
    const QMap<QString, QString*> keys = {{QStringLiteral("name zh"), &book.organ.zh},
                                          {QStringLiteral("name en"), &book.organ.en},
                                          {QStringLiteral("word"), &book.word}};
    for (qsizetype i = 0; i < lines.size(); ++i) {
        const QString line = lines.at(i).trimmed();
        if (line.isEmpty() || line.startsWith(QLatin1Char('#')))
            continue;
        QString* value = keys.value(line.section(QLatin1Char(':'), 0, 0).trimmed());
        if (!value)
            faults.add(file, static_cast<int>(i) + 1, tr("must be one of: %1").arg(keys.keys().join(QLatin1String(", "))));
        else
            *value = line.section(QLatin1Char(':'), 1).trimmed();
    }
    for (auto key = keys.begin(); key != keys.end(); ++key) {
        if (key.value()->isEmpty())
            faults.add(file, 1, tr("\"%1\" is missing").arg(key.key()));
    }
}

} // namespace

Result<FormBook> readForms(const QString& folder)
{
    const auto path = [&](const QString& name) {
        const QString own = QDir(folder).filePath(name);
        return !folder.isEmpty() && QFile::exists(own) ? own : kOwn + name;
    };
    FormBook book;
    Faults faults;
    HALL_ASSIGN(const QStringList organ, linesOf(path(QStringLiteral("organ.txt"))));
    readOrgan(organ, book, faults);
    HALL_ASSIGN(const QStringList fields, linesOf(path(QStringLiteral("fields.txt"))));
    readFields(fields, book, faults);
    const QStringList pattern(QStringLiteral("*.form"));
    QStringList names = QDir(kOwn).entryList(pattern);
    if (!folder.isEmpty())
        names += QDir(folder).entryList(pattern);
    names.removeDuplicates();
    names.sort();
    QMap<QString, QString> series;
    for (const QString& name : std::as_const(names)) {
        HALL_ASSIGN(const QStringList lines, linesOf(path(name)));
        const Form form = FormReader(book, name, faults).read(lines);
        if (series.contains(form.series))
            faults.add(name, 1, tr("the series \"%1\" is that of %2 already").arg(form.series, series.value(form.series)));
        series.insert(form.series, name);
        book.forms.append(form);
    }
    HALL_TRY(faults.status());
    return book;
}

} // namespace hall::document
