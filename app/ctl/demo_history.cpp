// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/ctl/demo_history.h"

#include "app/sql/connection.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QTimeZone>
#include <algorithm>
#include <cmath>
#include <map>
#include <random>
#include <vector>

namespace hall::ctl {

using base::Result;
using base::Status;
using base::Timestamp;
using sql::Mode;

namespace {

using Random = std::mt19937;

struct Visit
{
    QString service;
    QString priorityClass;
    QTime arrival;
};

double unit(Random& random)
{
    return std::uniform_real_distribution<double>(0, 1)(random);
}

QString pickClass(Random& random)
{
    const double p = unit(random);
    if (p < 0.17)
        return QStringLiteral("elderly");
    if (p < 0.20)
        return QStringLiteral("disabled");
    if (p < 0.22)
        return QStringLiteral("infant");
    if (p < 0.235)
        return QStringLiteral("serviceman");
    return QStringLiteral("ordinary");
}

/// Two thirds of the visitors come before noon, most of them around ten.
QTime pickArrival(Random& random, const QList<rules::Interval>& open)
{
    const bool morning = open.size() < 2 || unit(random) < 0.66;
    const rules::Interval& span = morning ? open.first() : open.last();
    const int length = span.from.secsTo(span.to) - 25 * 60; // nobody is let in just before the break
    const double where = morning ? (unit(random) + unit(random) + unit(random)) / 3 : std::pow(unit(random), 1.4);
    return span.from.addSecs(static_cast<int>(where * std::max(600, length)));
}

/// One hall, one year: remembers the ids that rows refer to, and what each desk is doing.
class HistoryWriter
{
public:
    HistoryWriter(sql::Connection& line, const rules::Catalogue& catalogue, unsigned seed)
        : m_line(line)
        , m_catalogue(catalogue)
        , m_random(seed)
    {
    }
    Status write(const QDate& today);

private:
    Status readIds();
    std::map<QDate, std::vector<Visit>> plan(const QDate& today);
    Status writeDay(const QDate& day, std::vector<Visit>& visits);
    Status writeVisit(const QDate& day, const Visit& visit, std::map<int, qint64>& freeAt);
    Result<qint64> addTicket(const QDate& day, const Visit& visit, const QString& number, int desk, qint64 arrived,
                             qint64 called, qint64 served, qint64 ended, const QString& state);
    Status addEvent(qint64 ticket, const char* kind, qint64 at, int desk, const QJsonObject& detail = {});
    double minutesOf(const QString& service);

    sql::Connection& m_line;
    const rules::Catalogue& m_catalogue;
    Random m_random;
    std::map<QString, qint64> m_services;
    std::map<QString, qint64> m_classes;
    std::map<QString, int> m_series;
};

Status HistoryWriter::readIds()
{
    HALL_ASSIGN(auto services, m_line.query("SELECT code, id FROM service"));
    while (true) {
        HALL_ASSIGN(const bool more, services.next());
        if (!more)
            break;
        m_services[services.get<QString>(0)] = services.get<qint64>(1);
    }
    HALL_ASSIGN(auto classes, m_line.query("SELECT code, id FROM priority_class"));
    while (true) {
        HALL_ASSIGN(const bool more, classes.next());
        if (!more)
            return {};
        m_classes[classes.get<QString>(0)] = classes.get<qint64>(1);
    }
}

std::map<QDate, std::vector<Visit>> HistoryWriter::plan(const QDate& today)
{
    // Mondays and days after a holiday are busier.
    std::vector<QDate> days;
    std::vector<double> weights;
    for (QDate day = today.addYears(-1); day < today; day = day.addDays(1)) {
        if (m_catalogue.hours.on(day).isEmpty())
            continue;
        days.push_back(day);
        const bool afterRest = m_catalogue.hours.on(day.addDays(-1)).isEmpty();
        weights.push_back((afterRest ? 1.35 : 1.0) * (day.dayOfWeek() == Qt::Friday ? 0.85 : 1.0));
    }
    std::map<QDate, std::vector<Visit>> year;
    if (days.empty())
        return year;
    std::discrete_distribution<size_t> pickDay(weights.begin(), weights.end());
    for (const YearShare& share : zhujiYear()) {
        for (int i = 0; i < share.visits; ++i) {
            // The first services of a share are asked for most.
            const double skew = std::pow(unit(m_random), 1.6);
            const auto which = static_cast<qsizetype>(skew * static_cast<double>(share.services.size()));
            const QDate day = days[pickDay(m_random)];
            year[day].push_back({share.services.at(std::min(which, share.services.size() - 1)), pickClass(m_random),
                                 pickArrival(m_random, m_catalogue.hours.on(day))});
        }
    }
    return year;
}

double HistoryWriter::minutesOf(const QString& service)
{
    const rules::Service* found = m_catalogue.service(service);
    const double mean = found ? found->minutes : 15;
    constexpr double kSigma = 0.55;
    return std::lognormal_distribution<double>(std::log(mean) - kSigma * kSigma / 2, kSigma)(m_random);
}

Result<qint64> HistoryWriter::addTicket(const QDate& day, const Visit& visit, const QString& number, int desk, qint64 arrived,
                                        qint64 called, qint64 served, qint64 ended, const QString& state)
{
    QByteArray key(16, '\0');
    for (char& byte : key)
        byte = static_cast<char>(m_random());
    constexpr std::string_view alphabet = "23456789ABCDEFGHJKMNPQRSTVWXYZ";
    QString receipt;
    for (int i = 0; i < 8; ++i)
        receipt += QLatin1Char(alphabet[m_random() % alphabet.size()]);
    const double predicted = static_cast<double>(called - arrived) / 1000.0;
    const double off = std::lognormal_distribution<double>(0, 0.25)(m_random);
    HALL_ASSIGN(const auto id,
                m_line.value<qint64>(
                    "INSERT INTO ticket (key, day, number, block, service, class, party_size, state, arrived, counts_from, "
                    "first_called_at, called_at, served_at, ended_at, desk, calls, receipt_code, predicted_p50, "
                    "predicted_p90) VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $9, $10, $10, $11, $12, $13, $14, $15, $16, "
                    "$17) RETURNING id",
                    key, day, number, m_catalogue.service(visit.service)->block, m_services[visit.service],
                    m_classes[visit.priorityClass], unit(m_random) < 0.85 ? 1 : 2 + static_cast<int>(m_random() % 4), state,
                    arrived, called, served > 0 ? std::optional(served) : std::nullopt, ended, desk, served > 0 ? 1 : 3,
                    receipt, predicted * off, predicted * off * 1.6 + 120));
    return id.value_or(0);
}

Status HistoryWriter::addEvent(qint64 ticket, const char* kind, qint64 at, int desk, const QJsonObject& detail)
{
    const QString text = detail.isEmpty() ? QString()
                                          : QString::fromUtf8(QJsonDocument(detail).toJson(QJsonDocument::Compact));
    return m_line.execute("INSERT INTO ticket_event (ticket, kind, at, desk, actor, detail) VALUES ($1, $2, $3, $4, $5, $6)",
                          ticket, QString::fromLatin1(kind), at, desk,
                          desk > 0 ? QStringLiteral("desk-%1").arg(desk) : QStringLiteral("kiosk-1"), text);
}

Status HistoryWriter::writeVisit(const QDate& day, const Visit& visit, std::map<int, qint64>& freeAt)
{
    // Whoever of the desks with this service is free first.
    int desk = 0;
    for (const rules::DeskPlan& plan : m_catalogue.desks) {
        if (plan.services.contains(visit.service) && (desk == 0 || freeAt[plan.number] < freeAt[desk]))
            desk = plan.number;
    }
    const QString block = m_catalogue.service(visit.service)->block;
    const QString number = m_catalogue.block(block)->prefix
        + QStringLiteral("%1").arg(++m_series[block], 3, 10, QLatin1Char('0'));
    const qint64 arrived = QDateTime(day, visit.arrival, base::hallTimeZone()).toMSecsSinceEpoch()
        + static_cast<qint64>(m_random() % 1000);
    const qint64 called = std::max(freeAt[desk], arrived + 8'000 + static_cast<qint64>(unit(m_random) * 40'000));
    const bool noShow = unit(m_random) < 0.03;
    const qint64 served = noShow ? 0 : called + 15'000 + static_cast<qint64>(unit(m_random) * 45'000);
    const qint64 ended = noShow ? called + 180'000 : served + static_cast<qint64>(minutesOf(visit.service) * 60'000);
    freeAt[desk] = ended + 20'000;
    HALL_ASSIGN(const qint64 ticket, addTicket(day, visit, number, desk, arrived, called, served, ended,
                                               noShow ? QStringLiteral("no-show") : QStringLiteral("finished")));
    const QJsonObject why{{QStringLiteral("why"),
                           QJsonObject{{QStringLiteral("rule"), QStringLiteral("accumulating")},
                                       {QStringLiteral("score"), static_cast<double>(called - arrived) / 1000.0},
                                       {QStringLiteral("waited"), static_cast<double>(called - arrived) / 1000.0},
                                       {QStringLiteral("runners_up"), QJsonArray()}}}};
    HALL_TRY(addEvent(ticket, "issued", arrived, 0));
    HALL_TRY(addEvent(ticket, "called", called, desk, why));
    if (noShow) {
        HALL_TRY(addEvent(ticket, "recalled", called + 60'000, desk));
        HALL_TRY(addEvent(ticket, "recalled", called + 120'000, desk));
        return addEvent(ticket, "no-show", ended, desk);
    }
    HALL_TRY(addEvent(ticket, "serving", served, desk));
    return addEvent(ticket, "finished", ended, desk);
}

Status HistoryWriter::writeDay(const QDate& day, std::vector<Visit>& visits)
{
    std::sort(visits.begin(), visits.end(), [](const Visit& a, const Visit& b) { return a.arrival < b.arrival; });
    m_series.clear();
    std::map<int, qint64> freeAt;
    const qint64 opening =
        QDateTime(day, m_catalogue.hours.on(day).first().from, base::hallTimeZone()).toMSecsSinceEpoch();
    for (const rules::DeskPlan& desk : m_catalogue.desks)
        freeAt[desk.number] = opening;
    for (const Visit& visit : visits)
        HALL_TRY(writeVisit(day, visit, freeAt));
    for (const auto& [block, last] : m_series)
        HALL_TRY(m_line.execute("INSERT INTO series (block, day, last) VALUES ($1, $2, $3)", block, day, last));
    return {};
}

Status HistoryWriter::write(const QDate& today)
{
    return m_line.transaction(Mode::Write, [&]() -> Status {
        HALL_TRY(readIds());
        auto year = plan(today);
        for (auto& [day, visits] : year)
            HALL_TRY(writeDay(day, visits));
        return {};
    });
}

} // namespace

QList<YearShare> zhujiYear()
{
    const auto codes = [](std::initializer_list<const char*> list) {
        QStringList result;
        for (const char* code : list)
            result.append(QString::fromLatin1(code));
        return result;
    };
    return {{2002, codes({"petition-appeal", "petition-progress", "petition-suggestion", "petition-joint", "petition-accusation"})},
            {59, codes({"legal-police"})},
            {151, codes({"legal-court"})},
            {4995, codes({"legal-advice", "legal-route", "legal-labour", "legal-aid", "legal-review"})},
            {2060, codes({"mediation-family", "mediation-property", "mediation-contract", "mediation-injury",
                          "mediation-other", "mediation-medical"})},
            {140, codes({"expert-consultation", "expert-psychology", "expert-engineering", "expert-welfare"})}};
}

Status writeHistory(sql::Connection& line, const rules::Catalogue& catalogue, const QDate& today, unsigned seed)
{
    return HistoryWriter(line, catalogue, seed).write(today);
}

} // namespace hall::ctl
