// SPDX-License-Identifier: GPL-3.0-or-later
// Dates by law: one, or a file of them; and the rules themselves.
#include "app/ctl/deadline_command.h"
#include "app/ctl/commands.h"
#include "app/ctl/texts.h"
#include "app/rules/calendar_csv.h"
#include "app/rules/router.h"

#include <QFile>
#include <QFileInfo>
#include <QJsonArray>
#include <QJsonObject>

namespace hall::ctl {

using base::Error;
using base::ErrorCode;
using base::Result;

namespace {

struct DeadlineOptions {
    std::string rule;
    std::string from;
    std::string hoursFrom;
    std::string calendar;
    std::string folder;
    std::string profile;
    std::string batch;
    bool extend = false;
};

/// One date that is asked for.
struct Question {
    QString rule;
    QString from;
    QString hoursFrom;
    bool extend = false;
};

/// The moment that `--hours-from` names: a time of that day, or a whole ISO 8601 time.
Result<base::Timestamp> momentOf(const QString& text, QDate day)
{
    QTime time = QTime::fromString(text, QStringLiteral("HH:mm"));
    if (!time.isValid())
        time = QTime::fromString(text, QStringLiteral("HH:mm:ss"));
    if (time.isValid() && day.isValid())
        return base::timestampFromMs(QDateTime(day, time, base::hallTimeZone()).toMSecsSinceEpoch());
    const auto whole = text.size() > 10 ? base::fromIso(text) : std::nullopt;
    if (!whole)
        return Error{ErrorCode::InvalidArgument,
                     tr("\"%1\" is no time. Write 09:30, or 2026-03-05T09:30+08:00.").arg(text.left(40))};
    if (day.isValid() && base::hallDay(*whole) != day)
        return Error{ErrorCode::InvalidArgument,
                     tr("%1 is not on %2. Give the trigger's own day and time.").arg(text, day.toString(Qt::ISODate))};
    return *whole;
}

Result<rules::Trigger> triggerOf(const Question& question)
{
    rules::Trigger trigger;
    if (!question.from.isEmpty()) {
        trigger.day = rules::dayFromIso(question.from);
        if (!trigger.day.isValid()) {
            trigger.moment = question.from.size() > 10 ? base::fromIso(question.from) : std::nullopt;
            if (!trigger.moment)
                return Error{ErrorCode::InvalidArgument,
                             tr("\"%1\" is no date from 1900 to 2199. Write 2026-03-05.").arg(question.from.left(40))};
            trigger.day = base::hallDay(*trigger.moment);
        }
    }
    if (!question.hoursFrom.isEmpty()) {
        HALL_ASSIGN(trigger.moment, momentOf(question.hoursFrom, trigger.day));
        trigger.day = base::hallDay(*trigger.moment);
    }
    if (!trigger.day.isValid())
        return Error{ErrorCode::InvalidArgument, tr("The day of the trigger is missing. Give --from 2026-03-05.")};
    return trigger;
}

class DeadlineDesk
{
public:
    DeadlineDesk(Law law, QString language)
        : m_law(std::move(law))
        , m_language(std::move(language))
    {
    }

    Result<rules::Reckoning> reckon(const Question& question) const
    {
        HALL_ASSIGN(const auto rule, m_law.book.find(question.rule));
        HALL_ASSIGN(const auto trigger, triggerOf(question));
        return rules::reckon(rule, trigger, question.extend, m_law.calendar);
    }
    QJsonObject json(const rules::Reckoning& reckoning) const { return reckoningJson(reckoning, m_law, m_language); }

    Result<Answer> one(const Question& question) const
    {
        HALL_ASSIGN(const auto reckoning, reckon(question));
        return Answer{json(reckoning),
                      {},
                      rules::explain(reckoning, m_law.book, m_law.calendar, m_language).join(QLatin1Char('\n')) +
                          QLatin1Char('\n')};
    }
    Result<Answer> batch(const QString& path) const;

private:
    Law m_law;
    QString m_language;
};

/// A cell that says yes or no; nothing where it says neither.
std::optional<bool> flag(const QString& cell)
{
    const QString word = cell.toLower();
    for (const char* yes : {"yes", "true", "1", "y", "extend"}) {
        if (word == QLatin1StringView(yes))
            return true;
    }
    for (const char* no : {"", "no", "false", "0", "n"}) {
        if (word == QLatin1StringView(no))
            return false;
    }
    return std::nullopt;
}

Result<Answer> DeadlineDesk::batch(const QString& path) const
{
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly))
        return Error{ErrorCode::FileUnreadable, tr("%1 cannot be read. Check the path.").arg(path)};
    const QString name = QFileInfo(path).fileName();
    HALL_ASSIGN(const auto table, rules::parseCsv(file.readAll(), name));
    const auto column = [&](const char* wanted) { return table.column(QString::fromLatin1(wanted)); };
    if (column("rule") < 0 || column("from") < 0)
        return Error{ErrorCode::FileInvalid, tr("%1:1: expected the columns rule,from,extend").arg(name)};
    QJsonArray answers;
    QStringList faults;
    for (const rules::CsvTable::Row& row : table.rows) {
        const auto cell = [&](const char* wanted) { return rules::CsvTable::cell(row, column(wanted)); };
        const auto complain = [&](const QString& reason) {
            faults.append(QStringLiteral("%1:%2: %3").arg(name).arg(row.line).arg(reason));
        };
        const auto extend = flag(cell("extend"));
        if (!extend) {
            complain(tr("\"%1\" is neither yes nor no").arg(cell("extend")));
            continue;
        }
        const auto reckoning = reckon({cell("rule"), cell("from"), cell("hours_from"), *extend});
        if (reckoning.ok())
            answers.append(json(*reckoning));
        else
            complain(reckoning.error().message);
    }
    if (!faults.isEmpty())
        return Error{ErrorCode::FileInvalid, faults.join(QLatin1Char('\n'))};
    return Answer{answers,
                  {QStringLiteral("rule"), QStringLiteral("due"), QStringLiteral("unit"), QStringLiteral("basis")}};
}

Result<Answer> runDeadline(const DeadlineOptions& options, const QString& language)
{
    if (options.batch.empty() == options.rule.empty())
        return Error{ErrorCode::InvalidArgument, tr("Give one of --rule ID and --batch FILE.")};
    HALL_ASSIGN(Law law, readLaw(qs(options.folder), qs(options.calendar)));
    if (!options.profile.empty()) {
        bool known = false;
        for (rules::Profile& profile : law.book.profiles) {
            known = known || profile.code == qs(options.profile);
            profile.on = profile.on || profile.code == qs(options.profile);
        }
        if (!known)
            return Error{ErrorCode::InvalidArgument, tr("There is no profile \"%1\".").arg(qs(options.profile))};
    }
    const DeadlineDesk desk(std::move(law), language);
    if (!options.batch.empty())
        return desk.batch(qs(options.batch));
    return desk.one({qs(options.rule), qs(options.from), qs(options.hoursFrom), options.extend});
}

QJsonObject ruleJson(const rules::DeadlineRule& rule, const rules::DeadlineBook& book, const QString& language)
{
    const rules::Matter* matter = book.matter(rule.matter);
    return {{QStringLiteral("rule"), rule.id},
            {QStringLiteral("matter"), matter ? matter->name.in(language) : rule.matter},
            {QStringLiteral("trigger"), rule.trigger.in(language)},
            {QStringLiteral("length"), rule.length},
            {QStringLiteral("unit"), rules::termUnitName(rule.unit)},
            {QStringLiteral("extension"), rule.extension},
            {QStringLiteral("condition"), rule.condition.in(language)},
            {QStringLiteral("actor"), rule.actor.in(language)},
            {QStringLiteral("rolls"), rule.rolls},
            {QStringLiteral("profile"), rule.profile},
            {QStringLiteral("in_force"), book.inForce(rule)},
            {QStringLiteral("note"), rule.note.in(language)},
            {QStringLiteral("basis"), rule.basis.in(language)},
            {QStringLiteral("mark"), rule.mark}};
}

} // namespace

Result<Law> readLaw(const QString& folder, const QString& calendar)
{
    const QString from = folder.isEmpty() ? rules::shippedLaw() : folder;
    Law law;
    HALL_ASSIGN(law.book, rules::readDeadlineBook(from));
    const QString days = calendar.isEmpty() ? rules::lawFile(from, QStringLiteral("holidays.csv")) : calendar;
    HALL_ASSIGN(law.calendar, rules::readCalendar(days));
    return law;
}

QJsonObject reckoningJson(const rules::Reckoning& reckoning, const Law& law, const QString& language)
{
    return {{QStringLiteral("rule"), reckoning.rule.id},
            {QStringLiteral("due"), reckoning.dueText()},
            {QStringLiteral("unit"), rules::termUnitName(reckoning.rule.unit)},
            {QStringLiteral("basis"), reckoning.rule.basis.in(language)},
            {QStringLiteral("extended"), reckoning.extended},
            {QStringLiteral("in_force"), law.book.inForce(reckoning.rule)},
            {QStringLiteral("mark"), reckoning.rule.mark},
            {QStringLiteral("days_off"), rules::certaintyName(reckoning.certainty)},
            {QStringLiteral("steps"),
             QJsonArray::fromStringList(rules::explain(reckoning, law.book, law.calendar, language))}};
}

void addDeadlineCommands(CLI::App& app, CommandContext& context)
{
    auto options = std::make_shared<DeadlineOptions>();
    CLI::App* deadline = context.command(app, "deadline", "Computes a statutory date and shows its arithmetic",
                                         [&context, options] { return runDeadline(*options, context.language()); });
    deadline->add_option("--rule", options->rule, "Id of the rule, e.g. XF-HANDLE");
    deadline->add_option("--from", options->from, "Day of the trigger (2026-03-05), or its time (ISO 8601)");
    deadline->add_option("--hours-from", options->hoursFrom,
                         "Time of the trigger, for terms in hours (09:30 or ISO 8601)");
    deadline->add_flag("--extend", options->extend, "With the rule's extension");
    deadline->add_option("--batch", options->batch, "CSV with the columns rule,from,extend[,hours_from]");
    deadline->add_option("--calendar", options->calendar,
                         "CSV of days off and make-up workdays, instead of the known one");
    deadline->add_option("--profile", options->profile, "Reckon as a hall that has this profile switched on");

    CLI::App* group = app.add_subcommand("rules", "The law as data: deadlines, days off, legal channels");
    group->require_subcommand(1)->fallthrough();
    CLI::App* list = context.command(*group, "list", "All deadline rules", [&context, options]() -> Result<Answer> {
        HALL_ASSIGN(const Law law, readLaw(qs(options->folder), {}));
        QJsonArray array;
        for (const rules::DeadlineRule& rule : law.book.rules)
            array.append(ruleJson(rule, law.book, context.language()));
        return Answer{array,
                      {QStringLiteral("rule"), QStringLiteral("length"), QStringLiteral("unit"),
                       QStringLiteral("rolls"), QStringLiteral("in_force"), QStringLiteral("trigger"),
                       QStringLiteral("basis")}};
    });
    CLI::App* check = context.command(
        *group, "check", "Reads a folder of rules and says what is wrong with it", [options]() -> Result<Answer> {
            HALL_ASSIGN(const Law law, readLaw(qs(options->folder), {}));
            HALL_ASSIGN(const auto router, rules::readRouter(qs(options->folder), law.book));
            return Answer{QJsonObject{{QStringLiteral("rules"), law.book.rules.size()},
                                      {QStringLiteral("calendar_days"), law.calendar.days().size()},
                                      {QStringLiteral("questions"), router.questions.size()},
                                      {QStringLiteral("ends"), router.ends.size()}},
                          {}};
        });
    for (CLI::App* command : {deadline, list})
        command->add_option("--rules", options->folder, "Folder with rule files that go before the programs' own");
    check->add_option("folder", options->folder, "Folder with rule files")->required();
}

} // namespace hall::ctl
