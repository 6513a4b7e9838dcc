// SPDX-License-Identifier: GPL-3.0-or-later
// The clocks that run in the cases that somebody may see, and what another calendar does to them.
#include "app/casefile/case_clocks.h"
#include "app/ctl/case_desk.h"
#include "app/ctl/case_json.h"
#include "app/ctl/texts.h"

#include <QJsonArray>
#include <algorithm>
#include <limits>

namespace hall::ctl {

using base::Error;
using base::ErrorCode;
using base::Result;
using base::Status;
using casefile::OpenDeadline;

namespace {

struct CaseDeadlineOptions
{
    std::string calendar;
    std::string until;
    bool moved = false;
    bool note = false;
};

/// The clocks of one person, read today.
class DeadlineList
{
public:
    DeadlineList(CaseDesk& desk, QString language)
        : m_desk(desk)
        , m_language(std::move(language))
    {
    }

    Result<Answer> running(QDate until)
    {
        HALL_ASSIGN(const auto open, clocks());
        QJsonArray rows;
        for (const OpenDeadline& deadline : open) {
            HALL_ASSIGN(QJsonObject row, clockJson(deadline.clock, m_desk.today(), m_desk.law(), m_language));
            if (until.isValid() && QDate::fromString(row.value(QLatin1StringView("due")).toString().left(10), Qt::ISODate) > until)
                continue;
            describe(row, deadline);
            rows.append(row);
        }
        return Answer{sorted(rows, "due"),
                      {QStringLiteral("due"), QStringLiteral("light"), QStringLiteral("days_left"), QStringLiteral("case"),
                       QStringLiteral("rule"), QStringLiteral("state"), QStringLiteral("handler"), QStringLiteral("basis")}};
    }

    /// With `note`: each case that moves is told so by an entry, once for each version of the calendar.
    Result<Answer> moved(const rules::Calendar& before, const rules::Calendar& after, bool note)
    {
        HALL_ASSIGN(const auto open, clocks());
        QJsonArray rows;
        for (const OpenDeadline& deadline : open) {
            const auto moves = casefile::movedBetween(deadline.clock, m_desk.rules().deadlines, before, after);
            if (!moves)
                continue;
            QJsonObject row{{QStringLiteral("before"), moves->before.toString(Qt::ISODate)},
                            {QStringLiteral("after"), moves->after.toString(Qt::ISODate)}};
            HALL_ASSIGN(const auto rule, m_desk.rules().deadlines.find(deadline.clock.rule));
            row.insert(QStringLiteral("basis"), rule.basis.in(m_language));
            describe(row, deadline);
            if (note) {
                HALL_ASSIGN(const bool written, tell(deadline.summary.number, *moves));
                row.insert(QStringLiteral("noted"), written);
            }
            rows.append(row);
        }
        if (note)
            HALL_TRY(m_desk.remember());
        return Answer{sorted(rows, "after"),
                      {QStringLiteral("case"), QStringLiteral("rule"), QStringLiteral("before"), QStringLiteral("after"),
                       QStringLiteral("handler"), QStringLiteral("basis")}};
    }

private:
    Result<QList<OpenDeadline>> clocks()
    {
        // A deadline that is not shown is a deadline that is missed: all of them, however long it takes.
        HALL_ASSIGN(casefile::CaseIndex* index, m_desk.index(std::numeric_limits<int>::max()));
        return index->openDeadlines();
    }

    static void describe(QJsonObject& row, const OpenDeadline& deadline)
    {
        row.insert(QStringLiteral("case"), deadline.summary.number);
        row.insert(QStringLiteral("block"), deadline.summary.block);
        row.insert(QStringLiteral("state"), deadline.summary.state);
        row.insert(QStringLiteral("handler"), deadline.summary.handler);
        row.insert(QStringLiteral("rule"), deadline.clock.rule);
    }

    static QJsonArray sorted(const QJsonArray& rows, const char* key)
    {
        QList<QJsonValue> list(rows.begin(), rows.end());
        std::stable_sort(list.begin(), list.end(), [key](const QJsonValue& a, const QJsonValue& b) {
            return a[QLatin1StringView(key)].toString() < b[QLatin1StringView(key)].toString();
        });
        QJsonArray result;
        for (const QJsonValue& row : std::as_const(list))
            result.append(row);
        return result;
    }

    Result<bool> tell(const QString& number, const casefile::MovedClock& moves)
    {
        const QJsonObject content{{QStringLiteral("rule"), moves.clock.rule},
                                  {QStringLiteral("before"), moves.before.toString(Qt::ISODate)},
                                  {QStringLiteral("after"), moves.after.toString(Qt::ISODate)},
                                  {QStringLiteral("calendar"), m_desk.calendar().version}};
        auto files = m_desk.files();
        HALL_ASSIGN(const auto file, files.show(number));
        const bool told = std::any_of(file.entries.begin(), file.entries.end(), [&](const casefile::CaseEntry& entry) {
            return entry.kind == QLatin1StringView("recomputed") && entry.content == content;
        });
        if (!told)
            HALL_TRY(files.append(number, QStringLiteral("recomputed"), content));
        return !told;
    }

    CaseDesk& m_desk;
    QString m_language;
};

Result<Answer> deadlines(CommandContext& context, PassphraseSource& passphrases, const CaseDeadlineOptions& options, const QString& folder)
{
    const QDate until = options.until.empty() ? QDate() : rules::dayFromIso(qs(options.until));
    if (!options.until.empty() && !until.isValid())
        return Error{ErrorCode::InvalidArgument, tr("\"%1\" is no date from 1900 to 2199. Write 2026-03-05.").arg(qs(options.until))};
    if (options.note && !options.moved)
        return Error{ErrorCode::InvalidArgument, tr("--note goes with --moved: what a published calendar moved is noted in the cases.")};
    rules::Calendar other;
    if (!options.calendar.empty()) {
        HALL_ASSIGN(other, rules::readCalendar(qs(options.calendar)));
    }
    CaseDesk desk(context, passphrases);
    HALL_TRY(desk.open(folder));
    DeadlineList list(desk, context.language());
    if (options.moved)
        return list.moved(desk.calendar().before, desk.calendar().inForce, options.note);
    if (!options.calendar.empty())
        return list.moved(desk.rules().calendar, other, false);
    return list.running(until);
}

} // namespace

void addCaseDeadlines(const CaseCommandGroup& cases)
{
    auto options = std::make_shared<CaseDeadlineOptions>();
    CommandContext& context = cases.context;
    CLI::App* command = context.command(cases.group, "deadlines", "The clocks that run in the cases that you may see",
                                        [&context, options, passphrases = cases.passphrases, rules = cases.rules] {
                                            return deadlines(context, *passphrases, *options, qs(*rules));
                                        });
    command->add_option("--until", options->until, "Those that end by this day alone");
    command->add_option("--calendar", options->calendar, "What this calendar would move, and from when to when; writes nothing");
    command->add_flag("--moved", options->moved, "What the calendar in force moved, compared with the one before it");
    command->add_flag("--note", options->note, "Each case that moved is told so by an entry, once");
}

} // namespace hall::ctl
