// SPDX-License-Identifier: GPL-3.0-or-later
// The legal-channel router: from the facts of a matter to the channel that must settle it.
#include "app/ctl/commands.h"
#include "app/ctl/deadline_command.h"
#include "app/ctl/texts.h"
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

struct RouteOptions {
    std::string facts;
    std::string calendar;
    std::string folder;
    bool questions = false;
};

/// Says a route in JSON and for a person.
class RouteTeller
{
public:
    RouteTeller(const rules::Router& router, const Law& law, const rules::Facts& facts, QString language)
        : m_router(router)
        , m_law(law)
        , m_facts(facts)
        , m_language(std::move(language))
    {
    }

    Result<Answer> tell(const rules::Route& route)
    {
        because(route);
        QJsonObject object;
        if (const rules::RouterEnd* end = m_router.end(route.end)) {
            HALL_TRY(consequences(*end));
            object = {{QStringLiteral("channel"), end->channel},
                      {QStringLiteral("channel_name"), in(m_router.channel(end->channel)->name)},
                      {QStringLiteral("end"), end->code},
                      {QStringLiteral("title"), in(end->title)},
                      {QStringLiteral("article"), in(end->article)}};
            m_lines.prepend(in(end->title) + QStringLiteral(" (") + in(end->article) + QLatin1Char(')'));
        } else {
            object = {{QStringLiteral("channel"), QJsonValue::Null},
                      {QStringLiteral("article"), QJsonValue::Null},
                      {QStringLiteral("next"), questionJson(*m_router.question(route.next))}};
        }
        object.insert(QStringLiteral("because"), m_because);
        object.insert(QStringLiteral("then"), m_then);
        return Answer{object, {}, m_lines.join(QLatin1Char('\n')) + QLatin1Char('\n')};
    }

    QJsonObject questionJson(const rules::RouterQuestion& question)
    {
        QJsonArray answers;
        m_lines.append(in(question.text) + QLatin1Char(' ') + in(question.help));
        for (const rules::RouterAnswer& answer : question.answers) {
            QJsonObject object{{QStringLiteral("value"), answer.value}, {QStringLiteral("text"), in(answer.text)}};
            if (!answer.question.isEmpty())
                object.insert(QStringLiteral("question"), answer.question);
            else
                object.insert(QStringLiteral("end"), answer.end);
            answers.append(object);
            m_lines.append(QStringLiteral("  %1: %2 – %3").arg(question.code, answer.value, in(answer.text)));
        }
        return {{QStringLiteral("fact"), question.code},
                {QStringLiteral("text"), in(question.text)},
                {QStringLiteral("help"), in(question.help)},
                {QStringLiteral("answers"), answers}};
    }

    Answer questions()
    {
        QJsonArray array;
        for (const rules::RouterQuestion& question : m_router.questions)
            array.append(questionJson(question));
        for (const rules::RouterName& date : m_router.dates) {
            array.append(QJsonObject{{QStringLiteral("fact"), date.code},
                                     {QStringLiteral("text"), in(date.name)},
                                     {QStringLiteral("date"), true}});
            m_lines.append(QStringLiteral("%1: 2026-03-05 – %2").arg(date.code, in(date.name)));
        }
        return Answer{array, {}, m_lines.join(QLatin1Char('\n')) + QLatin1Char('\n')};
    }

private:
    QString in(const rules::Text& text) const { return text.in(m_language); }

    void because(const rules::Route& route)
    {
        for (const rules::RouteStep& step : route.path) {
            const rules::RouterQuestion* question = m_router.question(step.question);
            const rules::RouterAnswer* answer = question->answer(step.answer);
            QString line = in(question->text) + QLatin1Char(' ') + in(answer->text);
            if (!answer->because.en.isEmpty())
                line += QStringLiteral(" → ") + in(answer->because);
            m_because.append(line);
            m_lines.append(line);
        }
        if (const rules::RouterEnd* end = m_router.end(route.end)) {
            m_because.append(in(end->words));
            m_lines.append(in(end->words));
        }
    }

    base::Status consequences(const rules::RouterEnd& end)
    {
        for (const rules::RouterDeadline& deadline : end.deadlines)
            HALL_TRY(clock(deadline));
        add("go", in(end.where));
        for (const rules::Text& text : end.bring)
            add("bring", in(text));
        for (const rules::Text& text : end.notes)
            add("note", in(text));
        return {};
    }

    void add(const char* kind, const QString& text)
    {
        m_then.append(QJsonObject{{QStringLiteral("kind"), QString::fromLatin1(kind)}, {QStringLiteral("text"), text}});
        m_lines.append(QStringLiteral("  - ") + text);
    }

    /// A clock that runs: with its date where the facts know when it began, else with what one must know.
    base::Status clock(const rules::RouterDeadline& deadline)
    {
        HALL_ASSIGN(const auto rule, m_law.book.find(deadline.rule));
        const auto trigger = rules::factTrigger(m_facts, deadline.fact);
        QJsonObject object;
        QString text;
        if (trigger) {
            HALL_ASSIGN(const auto reckoning, rules::reckon(rule, *trigger, false, m_law.calendar));
            object = reckoningJson(reckoning, m_law, m_language);
            const QJsonArray steps = object.value(QLatin1StringView("steps")).toArray();
            text = in(rule.note) + QStringLiteral(" – ") + steps.last().toString();
            object.insert(QStringLiteral("from"), m_facts.value(deadline.fact));
        } else {
            const rules::RouterName* date = m_router.date(deadline.fact);
            object = {{QStringLiteral("rule"), rule.id},
                      {QStringLiteral("due"), QJsonValue::Null},
                      {QStringLiteral("unit"), rules::termUnitName(rule.unit)},
                      {QStringLiteral("basis"), in(rule.basis)},
                      {QStringLiteral("needs"), deadline.fact}};
            const QString code =
                rules::termUnitName(rule.unit) + (rule.length == 1 ? QStringLiteral("-one") : QString());
            const QString length = m_law.book.wording.say(code, m_language, {QString::number(rule.length)});
            text = QStringLiteral("%1 – %2 (%3: %4)").arg(in(rule.note), length, deadline.fact, in(date->name));
        }
        object.insert(QStringLiteral("kind"), QStringLiteral("deadline"));
        object.insert(QStringLiteral("text"), text);
        object.insert(QStringLiteral("actor"), in(rule.actor));
        m_then.append(object);
        m_lines.append(QStringLiteral("  - ") + text);
        return {};
    }

    const rules::Router& m_router;
    const Law& m_law;
    const rules::Facts& m_facts;
    QString m_language;
    QJsonArray m_because;
    QJsonArray m_then;
    QStringList m_lines;
};

Result<Answer> runRoute(const RouteOptions& options, const QString& language)
{
    HALL_ASSIGN(const Law law, readLaw(qs(options.folder), qs(options.calendar)));
    HALL_ASSIGN(const auto router, rules::readRouter(qs(options.folder), law.book));
    if (options.questions == !options.facts.empty())
        return Error{ErrorCode::InvalidArgument, tr("Give one of --facts FILE.json and --questions.")};
    rules::Facts facts;
    if (options.questions)
        return RouteTeller(router, law, facts, language).questions();
    QFile file(qs(options.facts));
    if (!file.open(QIODevice::ReadOnly))
        return Error{ErrorCode::FileUnreadable, tr("%1 cannot be read. Check the path.").arg(file.fileName())};
    HALL_ASSIGN(facts, rules::parseFacts(file.readAll(), QFileInfo(file.fileName()).fileName(), router));
    HALL_ASSIGN(const auto route, rules::route(router, facts));
    return RouteTeller(router, law, facts, language).tell(route);
}

} // namespace

void addRouteCommand(CLI::App& app, CommandContext& context)
{
    auto options = std::make_shared<RouteOptions>();
    CLI::App* command = context.command(app, "route", "The legal channel that must settle a matter",
                                        [&context, options] { return runRoute(*options, context.language()); });
    command->add_option("--facts", options->facts, "JSON: {\"purpose\":\"appeal\", …}");
    command->add_flag("--questions", options->questions, "Lists the questions, their answers and the dates");
    command->add_option("--calendar", options->calendar,
                        "CSV of days off and make-up workdays, instead of the known one");
    command->add_option("--rules", options->folder, "Folder with rule files that go before the programs' own");
}

} // namespace hall::ctl
