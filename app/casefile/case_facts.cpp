// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/casefile/case_facts.h"

#include <QJsonArray>

namespace hall::casefile {

using base::Result;
using base::Status;
using document::Facts;
using rules::Text;

namespace {

class FactFiller
{
public:
    explicit FactFiller(const FactSource& source)
        : m_source(source)
    {
    }

    Result<Facts> fill(const document::FormBook& forms)
    {
        put("organ", forms.organ.in(m_source.language));
        put("today", day(m_source.today));
        put("case_number", m_source.file.summary.number);
        registration();
        HALL_TRY(due("registration_due", QStringLiteral("XF-REG")));
        HALL_TRY(due("inform_due", QStringLiteral("XF-INFORM-DIRECT")));
        steps();
        HALL_TRY(due("objection_due", QStringLiteral("XF-OBJECT")));
        HALL_TRY(due("transfer_inform_due", QStringLiteral("XF-INFORM-TRANSFER")));
        HALL_TRY(extension());
        HALL_TRY(dueFromReply("review_due", QStringLiteral("XF-REVIEW-APPLY"), QStringLiteral("replied")));
        HALL_TRY(dueFromReply("recheck_due", QStringLiteral("XF-RECHECK-APPLY"), QStringLiteral("reviewed")));
        HALL_TRY(route());
        return m_facts;
    }

private:
    void put(const char* code, const QString& value) { m_facts.values.insert(QString::fromLatin1(code), value.trimmed()); }
    QString word(const QString& code) const
    {
        return m_source.rules.casework.choiceName({}, code).in(m_source.language);
    }
    QString day(QDate date) const
    {
        if (!date.isValid())
            return {};
        return m_source.language == QLatin1StringView("en") ? date.toString(Qt::ISODate)
                                                            : QStringLiteral("%1年%2月%3日").arg(date.year()).arg(date.month()).arg(date.day());
    }
    QString text(const QJsonValue& value) const
    {
        if (value.isBool())
            return word(value.toBool() ? QStringLiteral("yes") : QStringLiteral("no"));
        if (value.isDouble())
            return QString::number(value.toInteger());
        const QDate date = QDate::fromString(value.toString(), Qt::ISODate);
        return date.isValid() ? day(date) : word(value.toString());
    }
    const rules::WrittenEntry* newest(const QString& kind) const
    {
        const auto found = m_source.file.standing.newest.constFind(kind);
        return found == m_source.file.standing.newest.constEnd() ? nullptr : &*found;
    }
    QString join(const QStringList& names) const
    {
        return names.join(m_source.language == QLatin1StringView("en") ? QStringLiteral(", ") : QStringLiteral("、"));
    }

    void registration()
    {
        const QJsonObject& facts = m_source.file.standing.facts;
        for (const char* code : {"request", "facts", "reasons", "type", "channel", "place", "people", "repeated", "prior_handling",
                                 "accused_organ", "confidential", "received"})
            put(code, text(facts.value(QLatin1StringView(code))));
        const QList<CaseEntry>& entries = m_source.file.entries;
        if (!entries.isEmpty()) {
            put("registered_by", entries.first().author);
            if (!facts.contains(QLatin1StringView("received")))
                put("received", day(base::hallDay(entries.first().at)));
        }
        put("petitioners", people("petitioners"));
        put("others", people("others"));
        const QJsonObject first = facts.value(QLatin1StringView("petitioners")).toArray().at(0).toObject();
        put("petitioner", first.value(QLatin1StringView("name")).toString());
        for (const char* code : {"gender", "birth", "id_number", "phone", "address"})
            put(code, text(first.value(QLatin1StringView(code))));
    }
    QString people(const char* field) const
    {
        QStringList names;
        const QJsonArray list = m_source.file.standing.facts.value(QLatin1StringView(field)).toArray();
        for (const QJsonValue& person : list)
            names.append(person.toObject().value(QLatin1StringView("name")).toString());
        return join(names);
    }

    /// What later entries say, each the newest of its kind.
    void steps()
    {
        struct Step
        {
            const char* kind;
            const char* field;
            const char* code;
        };
        static constexpr Step kSteps[] = {{"routed", "to", "transfer_to"},
                                          {"routed", "text", "transfer_text"},
                                          {"routed", "received", "transfer_received"},
                                          {"redirected", "channel", "redirect_channel"},
                                          {"redirected", "article", "redirect_article"},
                                          {"redirected", "where", "redirect_where"},
                                          {"redirected", "text", "redirect_text"},
                                          {"accepted", "day", "accepted_on"},
                                          {"extended", "reason", "extension_reason"},
                                          {"extended", "approved_by", "extension_by"},
                                          {"replied", "request", "opinion_request"},
                                          {"replied", "facts", "opinion_facts"},
                                          {"replied", "legal_basis", "legal_basis"},
                                          {"replied", "measures", "measures"},
                                          {"replied", "received", "reply_received"},
                                          {"review-requested", "text", "review_request"},
                                          {"review-requested", "received", "review_requested_on"},
                                          {"reviewed", "text", "review_opinion"},
                                          {"reviewed", "received", "review_received"},
                                          {"re-examination-requested", "text", "recheck_request"},
                                          {"re-examination-requested", "received", "recheck_requested_on"},
                                          {"re-examined", "text", "recheck_opinion"}};
        for (const Step& step : kSteps) {
            if (const rules::WrittenEntry* entry = newest(QString::fromLatin1(step.kind)))
                put(step.code, text(entry->content.value(QLatin1StringView(step.field))));
        }
        // Without a day of its own an entry's day counts, as it does for its clock.
        for (const auto& [kind, code] : {std::pair("accepted", "accepted_on"), std::pair("review-requested", "review_requested_on"),
                                         std::pair("re-examination-requested", "recheck_requested_on")}) {
            const rules::WrittenEntry* entry = newest(QString::fromLatin1(kind));
            if (entry && !m_facts.has(QString::fromLatin1(code)))
                put(code, day(entry->day));
        }
        if (const rules::WrittenEntry* reply = newest(QStringLiteral("replied"))) {
            const QString opinion = reply->content.value(QLatin1StringView("opinion")).toString();
            put("opinion_supported", opinion == QLatin1StringView("supported") ? word(QStringLiteral("yes")) : QString());
            put("opinion_explained", opinion == QLatin1StringView("explained") ? word(QStringLiteral("yes")) : QString());
            put("opinion_not_supported", opinion == QLatin1StringView("not-supported") ? word(QStringLiteral("yes")) : QString());
        }
        delivered();
    }
    /// The receipt is for the document made last that is no receipt itself.
    void delivered()
    {
        for (const CaseEntry& entry : m_source.file.entries) {
            const QJsonObject& content = entry.content;
            if (entry.kind != QLatin1StringView("document") || content.value(QLatin1StringView("number")).toString().isEmpty()
                || content.value(QLatin1StringView("form")).toString() == QLatin1StringView("delivery-receipt"))
                continue;
            put("delivered_title", content.value(QLatin1StringView("title")).toString());
            put("delivered_number", content.value(QLatin1StringView("number")).toString());
        }
    }

    /// The newest clock of a rule, running or ended.
    const rules::CaseClock* clock(const QString& rule) const
    {
        const rules::CaseClock* found = nullptr;
        for (const rules::CaseClock& clock : m_source.file.standing.clocks) {
            if (clock.rule == rule)
                found = &clock;
        }
        return found;
    }
    Status due(const char* code, const QString& rule)
    {
        if (const rules::CaseClock* running = clock(rule))
            put(code, day(running->dueDay(m_source.rules.deadlines, m_source.rules.calendar)));
        return {};
    }
    Status extension()
    {
        const rules::WrittenEntry* entry = newest(QStringLiteral("extended"));
        const rules::CaseClock* extended = entry ? clock(entry->content.value(QLatin1StringView("rule")).toString()) : nullptr;
        if (!extended)
            return {};
        HALL_TRY(due("extended_due", extended->rule));
        HALL_ASSIGN(const rules::DeadlineRule rule, m_source.rules.deadlines.find(extended->rule));
        put("extension_basis", rule.basis.in(m_source.language));
        HALL_ASSIGN(const auto reckoning, rules::reckon(rule, extended->trigger, extended->extended, m_source.rules.calendar));
        m_facts.lists.insert(QStringLiteral("extension_steps"),
                             rules::explain(reckoning, m_source.rules.deadlines, m_source.rules.calendar, m_source.language));
        return {};
    }
    /// From the day of receipt, where it is known; else from today, on which the document is handed over.
    Status dueFromReply(const char* code, const QString& ruleId, const QString& kind)
    {
        const rules::WrittenEntry* entry = newest(kind);
        if (!entry)
            return {};
        HALL_ASSIGN(const rules::DeadlineRule rule, m_source.rules.deadlines.find(ruleId));
        const QDate received = QDate::fromString(entry->content.value(QLatin1StringView("received")).toString(), Qt::ISODate);
        HALL_ASSIGN(const auto reckoning, rules::reckon(rule, {received.isValid() ? received : m_source.today, {}}, false,
                                                        m_source.rules.calendar));
        put(code, day(reckoning.due));
        return {};
    }

    /// Of the newest talk that the case keeps.
    rules::Facts keptRoute() const
    {
        rules::Facts facts;
        for (auto entry = m_source.file.entries.crbegin(); entry != m_source.file.entries.crend() && facts.isEmpty(); ++entry) {
            if (entry->kind != QLatin1StringView("talked"))
                continue;
            const QJsonObject kept = entry->content.value(QLatin1StringView("facts")).toObject();
            for (auto fact = kept.begin(); fact != kept.end(); ++fact)
                facts.insert(fact.key(), fact.value().toString());
        }
        // What the router has ceased to know since leaves nothing to say, and is no reason to refuse every other document.
        return rules::route(m_source.router, facts).ok() ? facts : rules::Facts();
    }
    Status route()
    {
        const rules::Facts facts = m_source.route.isEmpty() ? keptRoute() : m_source.route;
        if (facts.isEmpty())
            return {};
        HALL_ASSIGN(const rules::Route walked, rules::route(m_source.router, facts));
        const rules::RouterEnd* end = m_source.router.end(walked.end);
        if (!end)
            return {};
        put("route_title", in(end->title));
        put("route_article", in(end->article));
        put("route_words", in(end->words));
        put("route_where", in(end->where));
        m_facts.lists.insert(QStringLiteral("route_bring"), in(end->bring));
        m_facts.lists.insert(QStringLiteral("route_notes"), in(end->notes));
        QStringList because;
        for (const rules::RouteStep& step : walked.path) {
            const rules::RouterQuestion* question = m_source.router.question(step.question);
            because.append(in(question->text) + QLatin1Char(' ') + in(question->answer(step.answer)->text));
        }
        m_facts.lists.insert(QStringLiteral("route_because"), because);
        return routeDeadlines(*end, facts);
    }
    Status routeDeadlines(const rules::RouterEnd& end, const rules::Facts& facts)
    {
        QStringList lines;
        for (const rules::RouterDeadline& deadline : end.deadlines) {
            const auto trigger = rules::factTrigger(facts, deadline.fact);
            if (!trigger)
                continue;
            HALL_ASSIGN(const rules::DeadlineRule rule, m_source.rules.deadlines.find(deadline.rule));
            HALL_ASSIGN(const auto reckoning, rules::reckon(rule, *trigger, false, m_source.rules.calendar));
            lines += rules::explain(reckoning, m_source.rules.deadlines, m_source.rules.calendar, m_source.language);
        }
        m_facts.lists.insert(QStringLiteral("route_deadlines"), lines);
        return {};
    }
    QString in(const Text& text) const { return text.in(m_source.language); }
    QStringList in(const QList<Text>& texts) const
    {
        QStringList list;
        for (const Text& text : texts)
            list.append(in(text));
        return list;
    }

    const FactSource& m_source;
    Facts m_facts;
};

} // namespace

Result<Facts> caseFacts(const FactSource& source, const document::FormBook& forms)
{
    return FactFiller(source).fill(forms);
}

} // namespace hall::casefile
