// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/rules/calendar.h"
#include "app/rules/calendar_csv.h"
#include "app/rules/catalogue.h"
#include "app/rules/texts.h"
#include "app/rules/yaml_reader.h"

#include <QDir>
#include <QFile>
#include <algorithm>

static void initCatalogue()
{
    Q_INIT_RESOURCE(catalogue);
}

namespace hall::rules {

using base::Error;
using base::ErrorCode;

namespace {

/// Where each thing was written, for complaints that can only be made once everything is read.
using Places = QMap<QString, std::pair<QString, int>>;

class CatalogueReader
{
public:
    base::Result<Catalogue> read(const QString& folder);

private:
    void readFile(const QString& path);
    void readTop(YamlMap& top);
    void readHall(YamlMap& hall);
    void readHours(const YAML::Node& node, const QString& file);
    void readService(YamlMap& map);
    void readClass(YamlMap& map);
    void readDesk(YamlMap& map);
    void readQuestion(YamlMap& map);
    void readCategories(const QString& path);
    void readHolidays(const QString& folder);
    void checkReferences();
    void checkGuide();
    void checkCode(YamlMap& map, const QString& kind, const QString& code);
    void complainOf(const QString& kind, const QString& code, const QString& reason);

    Catalogue m_catalogue;
    Complaints m_complaints;
    Places m_places;
};

void CatalogueReader::complainOf(const QString& kind, const QString& code, const QString& reason)
{
    const auto [file, line] = m_places.value(kind + QLatin1Char(' ') + code, {QStringLiteral("catalogue"), 1});
    m_complaints.add(file, line, reason);
}

void CatalogueReader::checkCode(YamlMap& map, const QString& kind, const QString& code)
{
    const QString key = kind + QLatin1Char(' ') + code;
    if (m_places.contains(key))
        map.complain(tr("the %1 \"%2\" is there already (%3:%4)")
                         .arg(kind, code, m_places[key].first)
                         .arg(m_places[key].second));
    else
        m_places.insert(key, {map.file(), map.line()});
}

void CatalogueReader::readHall(YamlMap& hall)
{
    m_catalogue.hallName = hall.text("name");
    m_catalogue.guideDesk = hall.text("guide_desk");
    m_catalogue.mostRepresentatives = hall.integer("most_representatives", 5);
}

void CatalogueReader::readHours(const YAML::Node& node, const QString& file)
{
    static const QStringList days = {QStringLiteral("monday"),   QStringLiteral("tuesday"), QStringLiteral("wednesday"),
                                     QStringLiteral("thursday"), QStringLiteral("friday"),  QStringLiteral("saturday"),
                                     QStringLiteral("sunday")};
    YamlMap map(node, file, m_complaints);
    for (int day = 1; day <= 7; ++day) {
        const QByteArray key = days.at(day - 1).toLatin1();
        QTime last(0, 0);
        for (const QString& span : map.strings(key.constData(), false)) {
            const QStringList ends = span.split(QLatin1Char('-'));
            const QTime from = QTime::fromString(ends.value(0).trimmed(), QStringLiteral("HH:mm"));
            const QTime to = QTime::fromString(ends.value(1).trimmed(), QStringLiteral("HH:mm"));
            if (ends.size() != 2 || !from.isValid() || !to.isValid() || from >= to || from < last) {
                map.complainAt(key.constData(),
                               tr("\"%1\" is no span of time after the one before; write 09:00-12:00").arg(span));
                continue;
            }
            last = to;
            m_catalogue.hours.week[day].append({from, to});
        }
    }
}

void CatalogueReader::readService(YamlMap& map)
{
    Service service;
    service.code = map.string("code");
    service.block = map.string("block");
    service.name = map.text("name");
    service.words = map.text("words");
    service.bring = map.text("bring", false);
    service.categories = map.strings("categories", false);
    service.minutes = map.number("minutes", 15);
    checkCode(map, QStringLiteral("service"), service.code);
    m_catalogue.services.append(service);
}

void CatalogueReader::readClass(YamlMap& map)
{
    PriorityClass priorityClass;
    priorityClass.code = map.string("code");
    priorityClass.name = map.text("name");
    priorityClass.words = map.text("words");
    priorityClass.atKiosk = map.boolean("at_kiosk", true);
    map.each("proofs", false, [&](YamlMap& proof) {
        const QString code = proof.string("code");
        priorityClass.proofs.append({code, proof.text("name")});
    });
    checkCode(map, QStringLiteral("class"), priorityClass.code);
    m_catalogue.classes.append(priorityClass);
}

void CatalogueReader::readDesk(YamlMap& map)
{
    DeskPlan desk;
    desk.number = map.integer("number", 0);
    desk.name = map.text("name");
    desk.services = map.strings("services");
    if (desk.number < 1 || desk.number > 999)
        map.complainAt("number", tr("a desk has a number from 1 to 999"));
    checkCode(map, QStringLiteral("desk"), QString::number(desk.number));
    m_catalogue.desks.append(desk);
}

void CatalogueReader::readQuestion(YamlMap& map)
{
    Question question;
    question.code = map.string("code");
    question.text = map.text("text");
    map.each("answers", true, [&](YamlMap& item) {
        Answer answer;
        answer.text = item.text("text");
        answer.question = item.string("question", false);
        answer.block = item.string("block", false);
        if (answer.question.isEmpty() == answer.block.isEmpty())
            item.complain(tr("an answer leads to a question or to a block: give one of the two"));
        question.answers.append(answer);
    });
    if (question.answers.size() < 2)
        map.complain(tr("a question needs two answers at least"));
    checkCode(map, QStringLiteral("question"), question.code);
    m_catalogue.guide.append(question);
}

void CatalogueReader::readTop(YamlMap& top)
{
    if (const YAML::Node hall = top.raw("hall"); hall.IsDefined()) {
        YamlMap map(hall, top.file(), m_complaints);
        readHall(map);
    }
    if (const YAML::Node hours = top.raw("hours"); hours.IsDefined())
        readHours(hours, top.file());
    top.each("blocks", false, [&](YamlMap& map) {
        Block block;
        block.code = map.string("code");
        block.prefix = map.string("prefix");
        block.name = map.text("name");
        block.words = map.text("words");
        block.place = map.text("place");
        if (block.prefix.size() != 1 || block.prefix < QLatin1StringView("A") || block.prefix > QLatin1StringView("Z"))
            map.complainAt("prefix", tr("a prefix is one capital letter"));
        checkCode(map, QStringLiteral("block"), block.code);
        checkCode(map, QStringLiteral("prefix"), block.prefix);
        m_catalogue.blocks.append(block);
    });
    top.each("services", false, [&](YamlMap& map) { readService(map); });
    top.each("classes", false, [&](YamlMap& map) { readClass(map); });
    top.each("desks", false, [&](YamlMap& map) { readDesk(map); });
    top.each("guide", false, [&](YamlMap& map) { readQuestion(map); });
    top.each("texts", false, [&](YamlMap& map) {
        const QString code = map.string("code");
        checkCode(map, QStringLiteral("text"), code);
        m_catalogue.texts.insert(code, map.text("text"));
    });
}

void CatalogueReader::readFile(const QString& path)
{
    const QString name = QFileInfo(path).fileName();
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly)) {
        m_complaints.add(name, 1, tr("the file cannot be read"));
        return;
    }
    try {
        const YAML::Node root = YAML::Load(file.readAll().toStdString());
        if (!root.IsDefined() || root.IsNull())
            return;
        YamlMap top(root, name, m_complaints);
        readTop(top);
    } catch (const YAML::Exception& exception) {
        m_complaints.add(name, exception.mark.line + 1, QString::fromStdString(exception.msg));
    }
}

void CatalogueReader::readCategories(const QString& path)
{
    const QString name = QFileInfo(path).fileName();
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly))
        return m_complaints.add(name, 1, tr("the file cannot be read"));
    const auto table = parseCsv(file.readAll(), name);
    if (!table.ok())
        return m_complaints.add(table.error());
    for (const CsvTable::Row& row : table->rows) {
        const auto cell = [&](const char* column) { return CsvTable::cell(row, table->column(QString::fromLatin1(column))); };
        const DisputeCategory category{cell("code"), {cell("zh"), cell("en")}, cell("default_first_destination")};
        const bool whole = row.cells.size() == table->header.size() && !category.code.isEmpty() && !category.name.zh.isEmpty()
                        && !category.name.en.isEmpty();
        const bool known = std::ranges::any_of(m_catalogue.categories, [&](const auto& c) { return c.code == category.code; });
        if (!whole)
            m_complaints.add(name, row.line, tr("expected code,zh,en,default_first_destination"));
        else if (known)
            m_complaints.add(name, row.line, tr("the category \"%1\" is there already").arg(category.code));
        else
            m_catalogue.categories.append(category);
    }
}

/// The hall keeps the days of the law, unless its folder brings days of its own.
void CatalogueReader::readHolidays(const QString& folder)
{
    const auto calendar = readCalendar(lawFile(folder, QStringLiteral("holidays.csv")));
    if (!calendar.ok())
        return m_complaints.add(calendar.error());
    for (auto day = calendar->days().cbegin(); day != calendar->days().cend(); ++day)
        (day->off ? m_catalogue.hours.daysOff : m_catalogue.hours.workdays).insert(day.key());
}

void CatalogueReader::checkReferences()
{
    if (m_catalogue.hallName.zh.isEmpty())
        m_complaints.add(QStringLiteral("catalogue"), 1, tr("the hall has no name"));
    if (m_catalogue.blocks.isEmpty())
        m_complaints.add(QStringLiteral("catalogue"), 1, tr("there is no block"));
    if (!m_catalogue.priorityClass(QStringLiteral("ordinary")))
        m_complaints.add(QStringLiteral("catalogue"), 1, tr("the class \"ordinary\" is missing"));
    for (const Block& block : std::as_const(m_catalogue.blocks)) {
        if (m_catalogue.servicesOf(block.code).isEmpty())
            complainOf(QStringLiteral("block"), block.code, tr("the block \"%1\" has no service").arg(block.code));
    }
    for (const Service& service : std::as_const(m_catalogue.services)) {
        const auto complain = [&](const QString& reason) { complainOf(QStringLiteral("service"), service.code, reason); };
        if (!m_catalogue.block(service.block))
            complain(tr("there is no block \"%1\"").arg(service.block));
        if (service.minutes <= 0)
            complain(tr("a visit takes more than 0 minutes"));
        for (const QString& category : service.categories) {
            const bool known = std::any_of(m_catalogue.categories.begin(), m_catalogue.categories.end(),
                                           [&](const DisputeCategory& c) { return c.code == category; });
            if (!known)
                complain(tr("there is no dispute category \"%1\"").arg(category));
        }
    }
    for (const DeskPlan& desk : std::as_const(m_catalogue.desks)) {
        for (const QString& service : desk.services) {
            if (!m_catalogue.service(service))
                complainOf(QStringLiteral("desk"), QString::number(desk.number),
                           tr("there is no service \"%1\"").arg(service));
        }
    }
}

void CatalogueReader::checkGuide()
{
    for (const Question& question : std::as_const(m_catalogue.guide)) {
        const auto complain = [&](const QString& reason) { complainOf(QStringLiteral("question"), question.code, reason); };
        for (const Answer& answer : question.answers) {
            if (!answer.block.isEmpty() && !m_catalogue.block(answer.block))
                complain(tr("there is no block \"%1\"").arg(answer.block));
            if (!answer.question.isEmpty() && !m_catalogue.question(answer.question))
                complain(tr("there is no question \"%1\"").arg(answer.question));
        }
    }
    // From the first question every way must end: no path is longer than there are questions.
    const std::function<bool(const QString&, qsizetype)> ends = [&](const QString& code, qsizetype left) {
        const Question* question = m_catalogue.question(code);
        if (!question || left == 0)
            return question == nullptr;
        return std::all_of(question->answers.begin(), question->answers.end(), [&](const Answer& answer) {
            return answer.question.isEmpty() || ends(answer.question, left - 1);
        });
    };
    if (!m_catalogue.guide.isEmpty() && !ends(m_catalogue.guide.first().code, m_catalogue.guide.size()))
        complainOf(QStringLiteral("question"), m_catalogue.guide.first().code, tr("the questions go round in a circle"));
}

base::Result<Catalogue> CatalogueReader::read(const QString& folder)
{
    const QDir dir(folder);
    const QStringList files = dir.entryList({QStringLiteral("*.yaml")}, QDir::Files, QDir::Name);
    if (files.isEmpty())
        return Error{ErrorCode::FileUnreadable,
                     tr("There is no catalogue in %1: no *.yaml file is there. Check the folder.").arg(folder)};
    readCategories(dir.filePath(QStringLiteral("dispute_categories.csv")));
    readHolidays(folder);
    for (const QString& file : files)
        readFile(dir.filePath(file));
    checkReferences();
    checkGuide();
    if (!m_complaints.isEmpty())
        return Error{ErrorCode::CatalogueInvalid, m_complaints.text()};
    return m_catalogue;
}

} // namespace

base::Result<Catalogue> readCatalogue(const QString& folder)
{
    initCatalogue();
    return CatalogueReader().read(folder);
}

} // namespace hall::rules
