// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/ctl/commands.h"
#include "app/ctl/texts.h"
#include "app/queue/simulator.h"
#include "app/rules/catalogue.h"

#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QSaveFile>
#include <QTextStream>
#include <algorithm>
#include <cmath>

namespace hall::ctl {

using base::Error;
using base::ErrorCode;
using base::Result;
using base::Status;

namespace {

struct SimulateOptions
{
    std::string trace;
    std::string desks;
    std::string policy;
    std::string out;
    unsigned seed = 1;
};

Result<QByteArray> readFile(const QString& path)
{
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly))
        return Error{ErrorCode::FileUnreadable, tr("%1 cannot be read. Check the path.").arg(path)};
    return file.readAll();
}

class Simulation
{
public:
    explicit Simulation(const SimulateOptions& options)
        : m_options(options)
    {
    }
    Result<Answer> run();

private:
    Status readPolicyFile();
    Status readDesks();
    Status readTrace();
    Status readRow(const QStringList& cells, const QString& place);
    int serviceIndex(const QString& code);
    QJsonObject classFigures() const;
    Status writeRows(const QList<queue::SimulatedOutcome>& outcomes);

    const SimulateOptions& m_options;
    queue::Policy m_policy;
    QStringList m_services;
    std::vector<queue::SimulatedDesk> m_desks;
    std::vector<queue::SimulatedVisitor> m_visitors;
    std::vector<qint64> m_rows;                 ///< place in the file of each visitor, in the order of arrival
    std::vector<std::vector<double>> m_waits;   ///< per class
};

int Simulation::serviceIndex(const QString& code)
{
    const qsizetype known = m_services.indexOf(code);
    if (known >= 0)
        return static_cast<int>(known);
    m_services.append(code);
    return static_cast<int>(m_services.size() - 1);
}

Status Simulation::readPolicyFile()
{
    const QString path = m_options.policy.empty() ? QStringLiteral(":/catalogue/policy.json") : qs(m_options.policy);
    if (m_options.policy.empty())
        (void)rules::readCatalogue(QStringLiteral(":/catalogue")); // makes the program's own catalogue known
    HALL_ASSIGN(const QByteArray text, readFile(path));
    HALL_ASSIGN(m_policy, queue::readPolicy(text, path));
    return {};
}

Status Simulation::readDesks()
{
    const QString path = qs(m_options.desks);
    HALL_ASSIGN(const QByteArray text, readFile(path));
    QJsonParseError parse;
    const QJsonDocument document = QJsonDocument::fromJson(text, &parse);
    const qsizetype line = text.left(parse.offset).count('\n') + 1;
    if (!document.isArray() || document.array().isEmpty())
        return Error{ErrorCode::FileInvalid,
                     tr("%1:%2: expected a list of desks, [{\"desk\":1,\"services\":[\"A\"]}].").arg(path).arg(line)};
    int place = 0;
    for (const QJsonValue& value : document.array()) {
        const QJsonObject object = value.toObject();
        ++place;
        queue::SimulatedDesk desk;
        desk.number = object.value(QLatin1StringView("desk")).toInt();
        for (const QJsonValue& code : object.value(QLatin1StringView("services")).toArray())
            desk.services.push_back(serviceIndex(code.toString()));
        desk.from = object.value(QLatin1StringView("from_s")).toDouble(0);
        desk.to = object.value(QLatin1StringView("to_s")).toDouble(1e300);
        const bool twice = std::ranges::any_of(m_desks, [&](const auto& d) { return d.number == desk.number; });
        if (desk.number < 1 || twice || desk.services.empty() || desk.from < 0 || desk.from >= desk.to)
            return Error{ErrorCode::FileInvalid,
                         tr("%1: desk %2 of the list needs a number of its own, services, and an end after its beginning.")
                             .arg(path)
                             .arg(place)};
        m_desks.push_back(desk);
    }
    return {};
}

Status Simulation::readRow(const QStringList& cells, const QString& place)
{
    const auto bad = [&](const QString& reason) { return Error{ErrorCode::FileInvalid, place + reason}; };
    if (cells.size() < 4 || cells.size() > 5)
        return bad(tr("expected arrival_s,service,priority,service_s[,patience_s]"));
    const auto number = [](const QString& text) {
        bool ok = false;
        const double value = text.trimmed().toDouble(&ok);
        return ok && std::isfinite(value) && value >= 0 ? std::optional(value) : std::nullopt;
    };
    queue::SimulatedVisitor visitor;
    const auto arrival = number(cells.at(0));
    const auto length = number(cells.at(3));
    if (!arrival || !length)
        return bad(tr("arrival and length of the visit are seconds of 0 or more"));
    visitor.arrival = *arrival;
    visitor.length = *length;
    if (cells.size() == 5 && !cells.at(4).trimmed().isEmpty()) {
        const auto patience = number(cells.at(4));
        if (!patience)
            return bad(tr("patience is seconds of 0 or more"));
        visitor.patience = *patience;
    }
    const QString code = cells.at(2).trimmed();
    const queue::ClassRule* rule = m_policy.find(code);
    if (!rule)
        return Error{ErrorCode::PriorityClassUnknown,
                     place + tr("the policy has no class \"%1\". Name it there, or correct the trace.").arg(code)};
    visitor.priorityClass = static_cast<int>(rule - m_policy.classes.constData());
    visitor.service = serviceIndex(cells.at(1).trimmed());
    m_visitors.push_back(visitor);
    return {};
}

Status Simulation::readTrace()
{
    const QString path = qs(m_options.trace);
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly))
        return Error{ErrorCode::FileUnreadable, tr("%1 cannot be read. Check the path.").arg(path)};
    const auto place = [&](int line) { return QStringLiteral("%1:%2: ").arg(path).arg(line); };
    const QByteArray header = file.readLine().trimmed();
    if (!header.startsWith("arrival_s,service,priority,service_s"))
        return Error{ErrorCode::FileInvalid,
                     place(1) + tr("expected the columns arrival_s,service,priority,service_s[,patience_s]")};
    for (int line = 2; !file.atEnd(); ++line) {
        const QString text = QString::fromUtf8(file.readLine()).trimmed();
        if (!text.isEmpty())
            HALL_TRY(readRow(text.split(QLatin1Char(',')), place(line)));
    }
    m_rows.resize(m_visitors.size());
    for (size_t i = 0; i < m_rows.size(); ++i)
        m_rows[i] = static_cast<qint64>(i);
    std::stable_sort(m_rows.begin(), m_rows.end(), [&](qint64 a, qint64 b) {
        return m_visitors[static_cast<size_t>(a)].arrival < m_visitors[static_cast<size_t>(b)].arrival;
    });
    return {};
}

QJsonObject Simulation::classFigures() const
{
    QJsonObject figures;
    for (size_t c = 0; c < m_waits.size(); ++c) {
        std::vector<double> waits = m_waits[c];
        if (waits.empty())
            continue;
        std::sort(waits.begin(), waits.end());
        double sum = 0;
        for (const double wait : waits)
            sum += wait;
        const auto at = [&](double share) {
            const double place = share * static_cast<double>(waits.size() - 1);
            const auto low = static_cast<size_t>(place);
            const size_t high = std::min(low + 1, waits.size() - 1);
            return waits[low] + (waits[high] - waits[low]) * (place - static_cast<double>(low));
        };
        figures.insert(m_policy.classes.at(static_cast<qsizetype>(c)).code,
                       QJsonObject{{QStringLiteral("customers"), static_cast<qint64>(waits.size())},
                                   {QStringLiteral("mean_wait"), sum / static_cast<double>(waits.size())},
                                   {QStringLiteral("p50"), at(0.5)},
                                   {QStringLiteral("p90"), at(0.9)},
                                   {QStringLiteral("max"), waits.back()}});
    }
    return figures;
}

Status Simulation::writeRows(const QList<queue::SimulatedOutcome>& outcomes)
{
    QSaveFile file(qs(m_options.out));
    if (!file.open(QIODevice::WriteOnly))
        return Error{ErrorCode::StoreUnavailable, tr("%1 cannot be written. Check the folder.").arg(file.fileName())};
    QTextStream text(&file);
    text << "index,start_s,desk,waited_s,predicted_p50_s,predicted_p90_s\n";
    text.setRealNumberNotation(QTextStream::FixedNotation);
    text.setRealNumberPrecision(3);
    for (const queue::SimulatedOutcome& o : outcomes) {
        text << o.index << ',';
        if (o.end == queue::SimulatedOutcome::End::Served)
            text << o.start << ',' << o.desk << ',' << o.waited;
        else
            text << ",,"; // never called
        text << ',' << o.told.p50 << ',' << o.told.p90 << '\n';
    }
    text.flush();
    if (!file.commit())
        return Error{ErrorCode::DiskFull, tr("%1 cannot be written. Is the disk full?").arg(file.fileName())};
    return {};
}

Result<Answer> Simulation::run()
{
    HALL_TRY(readPolicyFile());
    HALL_TRY(readDesks());
    HALL_TRY(readTrace());
    queue::Simulator::Setup setup;
    setup.desks = m_desks;
    setup.classes = queue::weightsOf(m_policy);
    setup.services = static_cast<int>(m_services.size());
    setup.bound = m_policy.bound;
    setup.estimate = true;
    setup.seed = m_options.seed;
    queue::Simulator simulator(setup);
    m_waits.resize(static_cast<size_t>(m_policy.classes.size()));
    QList<queue::SimulatedOutcome> outcomes;
    size_t next = 0;
    simulator.run(
        [&](queue::SimulatedVisitor& visitor) {
            if (next == m_rows.size())
                return false;
            visitor = m_visitors[static_cast<size_t>(m_rows[next++])];
            return true;
        },
        [&](const queue::SimulatedOutcome& outcome, const queue::SimulatedVisitor& visitor) {
            if (outcome.end == queue::SimulatedOutcome::End::Served)
                m_waits[static_cast<size_t>(visitor.priorityClass)].push_back(outcome.waited);
            if (m_options.out.empty())
                return;
            outcomes.append(outcome);
            outcomes.last().index = m_rows[static_cast<size_t>(outcome.index)];
        });
    const queue::EstimatorAccuracy& accuracy = simulator.accuracy();
    QJsonObject answer{{QStringLiteral("customers"), static_cast<qint64>(m_visitors.size())},
                       {QStringLiteral("classes"), classFigures()},
                       {QStringLiteral("abandoned"), simulator.abandoned()},
                       {QStringLiteral("unserved"), simulator.unserved()},
                       {QStringLiteral("estimator"),
                        QJsonObject{{QStringLiteral("mae"), accuracy.meanAbsoluteError},
                                    {QStringLiteral("within_120s"), accuracy.within120},
                                    {QStringLiteral("p90_coverage"), accuracy.p90Coverage}}}};
    if (!m_options.out.empty()) {
        std::sort(outcomes.begin(), outcomes.end(), [](const auto& a, const auto& b) { return a.index < b.index; });
        HALL_TRY(writeRows(outcomes));
        answer.insert(QStringLiteral("customers_csv"), qs(m_options.out));
    }
    return Answer{answer, {}};
}

} // namespace

void addSimulateCommand(CLI::App& app, CommandContext& context)
{
    auto options = std::make_shared<SimulateOptions>();
    CLI::App* command = context.command(app, "simulate", "Plays arrivals through the hall's own line in virtual time",
                                        [options]() -> Result<Answer> { return Simulation(*options).run(); });
    command->add_option("--trace", options->trace, "CSV: arrival_s,service,priority,service_s[,patience_s]")->required();
    command->add_option("--desks", options->desks, "JSON: [{\"desk\",\"services\",\"from_s\",\"to_s\"}]")->required();
    command->add_option("--policy", options->policy, "JSON (default: the policy that halls are made with)");
    command->add_option("--seed", options->seed, "Of the estimator's draws");
    command->add_option("--out", options->out, "CSV with a row for each visitor");
}

} // namespace hall::ctl
