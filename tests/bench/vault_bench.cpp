// SPDX-License-Identifier: GPL-3.0-or-later
// What a person's vault can do.
//   vault_bench search [CASES [FOLDER]] a vault of made-up cases: searches by class, against scanning with LIKE in the same run.
//                                 With a folder the vault stays there, and the next run goes on from what it holds.
//                                 Who came before and the board's clocks, against the same rows by SQL alone.
//   vault_bench rebuild [ENTRIES] a hall of sealed entries: a rebuild against the bare loop open + verify + insert; opening a case
// Prints one JSON object.
#include "app/casefile/case_chain.h"
#include "app/casefile/case_index.h"
#include "app/casefile/case_keys.h"
#include "app/casefile/case_shelf.h"
#include "app/casefile/case_words.h"
#include "app/sql/connection.h"
#include "app/sql/full_text.h"
#include "app/sql/sqlcipher/sqlcipher_connection.h"
#include "app/store/migrations.h"
#include "tests/bench/case_corpus.h"
#include "tests/casefile/case_hall.h"

#include <QCoreApplication>
#include <QElapsedTimer>
#include <QFileInfo>
#include <QJsonDocument>
#include <algorithm>
#include <cstdio>
#include <ctime>
#include <functional>

using namespace hall;
using namespace hall::casefile;
using tests::CaseCorpus;
using tests::CaseHall;

namespace {

constexpr int kBatch = 5'000;
constexpr int kSlice = 500;
constexpr int kQueries = 300;
constexpr int kScans = 2;
constexpr int kEntriesOfCase = 4;
constexpr int kOpenings = 1'000;
constexpr int kPeople = 20;
constexpr int kBoards = 7;
const QDate kToday(2026, 3, 5);
constexpr int kSamples = 5'000;
constexpr int kCacheKilobytes = 32'000;
const QStringList kRareNames = {QStringLiteral("王𠮷"), QStringLiteral("𠮷"), QStringLiteral("李𠮷伟"), QStringLiteral("欧阳𠮷"),
                                QStringLiteral("上官𠮷𠮷")};
const QString kReception = QStringLiteral("reception");

double milliseconds(const QElapsedTimer& timer)
{
    return static_cast<double>(timer.nsecsElapsed()) / 1e6;
}

/// Of this thread alone: what else runs on the machine does not stand in it.
double processorMilliseconds()
{
    timespec now = {};
    clock_gettime(CLOCK_THREAD_CPUTIME_ID, &now);
    return static_cast<double>(now.tv_sec) * 1e3 + static_cast<double>(now.tv_nsec) / 1e6;
}

double quantile(QList<double> values, double q)
{
    std::sort(values.begin(), values.end());
    return values.isEmpty() ? 0 : values.at(std::min(values.size() - 1, static_cast<qsizetype>(q * static_cast<double>(values.size()))));
}

template <class T>
T sure(base::Result<T> result)
{
    if (!result.ok())
        qFatal("%s", qPrintable(result.error().message));
    return std::move(result).value();
}
void sure(const base::Status& status)
{
    if (!status.ok())
        qFatal("%s", qPrintable(status.error().message));
}

/// One kind of thing that somebody looks for.
struct Class
{
    QString name;
    std::function<QString()> query;
};

class SearchBench
{
public:
    SearchBench(int cases, const QString& kept)
        : m_cases(cases)
        , m_file((kept.isEmpty() ? m_folder.path() : kept) + QStringLiteral("/vault.db"))
    {
        {
            CaseHall hall; // opening a vault brings the migrations of vaults along
            const store::SignedIn person = hall.signIn("li");
            sure(store::Vault::open(hall.place(), *hall.office, person, m_folder.path()));
        }
        sql::sqlcipher::Options options; // as app/store/vault.cpp opens one
        options.path = m_file;
        options.key = QByteArray(32, 'k');
        options.create = !QFile::exists(m_file);
        options.fullSync = false;
        options.fullText = true;
        options.cacheKilobytes = kCacheKilobytes;
        m_vault = sure(sql::sqlcipher::SqlCipherConnection::open(options));
        sure(store::migrate(*m_vault, QStringLiteral("vault")));
    }

    QJsonObject run()
    {
        const double filled = fill();
        const double settled = settle();
        takeSamples();
        QJsonObject classes;
        QList<double> all;
        for (const Class& each : kinds())
            classes.insert(each.name, measure(each, all));
        return {{QStringLiteral("cases"), m_cases},
                {QStringLiteral("file_megabytes"), static_cast<double>(QFileInfo(m_file).size()) / 1e6},
                {QStringLiteral("fill_seconds"), filled},
                {QStringLiteral("settle_seconds"), settled},
                {QStringLiteral("p50_ms"), quantile(all, 0.5)},
                {QStringLiteral("p99_ms"), quantile(all, 0.99)},
                {QStringLiteral("worst_ms"), quantile(all, 1)},
                {QStringLiteral("processor_p99_ms"), quantile(m_worked, 0.99)},
                {QStringLiteral("least_times_faster_than_like"), m_leastRatio},
                {QStringLiteral("people"), measurePeople()},
                {QStringLiteral("open_deadlines"), measureDeadlines({})},
                {QStringLiteral("deadlines_of_a_week"), measureDeadlines(kToday.addDays(7))},
                {QStringLiteral("classes"), classes}};
    }

private:
    double fill()
    {
        QElapsedTimer timer;
        timer.start();
        CaseCorpus corpus;
        CaseShelf shelf(*m_vault);
        const auto held = static_cast<int>(sure(m_vault->value<qint64>("SELECT max(id) FROM shown")).value_or(0));
        for (int i = 0; i < std::min(held, m_cases); ++i)
            (void)corpus.next();
        for (int done = held; done < m_cases; done += kBatch) {
            sure(m_vault->transaction(sql::Mode::Write, [&]() -> base::Status {
                for (int i = done; i < std::min(done + kBatch, m_cases); ++i)
                    HALL_TRY(shelf.put(i + 1, withClock(corpus.next(), i)));
                return {};
            }));
            if (done % 50'000 == 0)
                std::fprintf(stderr, "%d cases, %.0f s\n", done, milliseconds(timer) / 1e3);
        }
        m_cases = std::max(held, m_cases);
        return milliseconds(timer) / 1e3;
    }

    /// Every second case is open.
    static Projected withClock(Projected projected, int i)
    {
        rules::CaseClock clock;
        clock.rule = QStringLiteral("XF-REG");
        clock.trigger.day = kToday.addDays(-(i * 7919 % 40));
        if (i % 2 == 0)
            projected.clocks.append({clock, clock.trigger.day.addDays(15)});
        return projected;
    }

    /// Everything that the statement finds, and nothing made of it.
    template <class... Values>
    double bare(const std::string& statement, int columns, const Values&... values)
    {
        QElapsedTimer timer;
        timer.start();
        auto rows = sure(m_vault->query(statement, values...));
        qsizetype size = 0;
        while (sure(rows.next())) {
            for (int column = 0; column < columns; ++column)
                size += rows.template get<std::optional<QString>>(column).value_or(QString()).size();
        }
        if (size < 0)
            qFatal("nothing read");
        return milliseconds(timer);
    }

    static QJsonObject compared(const QList<double>& ours, const QList<double>& bare, qint64 found)
    {
        const double half = quantile(ours, 0.5);
        return {{QStringLiteral("p50_ms"), half},
                {QStringLiteral("p99_ms"), quantile(ours, 0.99)},
                {QStringLiteral("bare_p50_ms"), quantile(bare, 0.5)},
                {QStringLiteral("times_bare_sql"), half / std::max(quantile(bare, 0.5), 1e-6)},
                {QStringLiteral("mean_found"), static_cast<double>(found) / static_cast<double>(std::max<qsizetype>(ours.size(), 1))}};
    }

    /// Of somebody whose name, telephone and identity number are all known.
    QJsonObject measurePeople()
    {
        CaseShelf shelf(*m_vault);
        const std::string statement = "SELECT s.number, s.people FROM words w JOIN shown s ON s.id = w.rowid "
                                      "WHERE w.words MATCH $1 ORDER BY w.rowid DESC LIMIT 20";
        QList<double> ours;
        QList<double> alone;
        qint64 found = 0;
        for (int i = 0; i < kQueries; ++i) {
            const QStringList& person = any(m_numbers);
            QElapsedTimer timer;
            timer.start();
            found += sure(shelf.people({person.at(1), person.at(3), person.at(2)}, kPeople)).size();
            ours.append(milliseconds(timer));
            QStringList similar;
            for (const QString& name : similarNames(comparedName(person.at(1))))
                similar.append(QStringLiteral("~:") + name);
            double sum = 0;
            for (const QStringList& marks : {QStringList{QStringLiteral("i:") + person.at(3)}, QStringList{QStringLiteral("p:") + person.at(2)},
                                             QStringList{QStringLiteral("n:") + comparedName(person.at(1))}, similar})
                sum += bare(statement, 2, sql::matching({}, {marks}));
            alone.append(sum);
        }
        return compared(ours, alone, found);
    }

    QJsonObject measureDeadlines(QDate until)
    {
        CaseShelf shelf(*m_vault);
        QList<double> ours;
        QList<double> alone;
        qint64 found = 0;
        for (int i = 0; i < kBoards; ++i) {
            QElapsedTimer timer;
            timer.start();
            found += sure(shelf.openDeadlines(until)).size();
            ours.append(milliseconds(timer));
            alone.append(bare("SELECT s.case_id, s.number, s.block, s.ticket, s.state, s.category, s.handler, s.opened_at, s.changed_at, s.entries, "
                              "s.people, d.rule, d.trigger_day, d.trigger_at, d.extended, d.standstill, d.started_by, d.standing, d.explained_by, "
                              "d.until, d.due FROM deadline d JOIN shown s ON s.number = d.number WHERE d.falls <= $1 ORDER BY d.falls, s.number",
                              21, until.isValid() ? until.toString(Qt::ISODate) : QStringLiteral("9999")));
        }
        return compared(ours, alone, found);
    }

    double settle()
    {
        QElapsedTimer timer;
        timer.start();
        CaseShelf shelf(*m_vault);
        while (sure(shelf.settle())) {
        }
        return milliseconds(timer) / 1e3;
    }

    void takeSamples()
    {
        for (int i = 0; i < kSamples; ++i) {
            const qint64 id = 1 + static_cast<qint64>(m_random() % static_cast<quint64>(m_cases));
            const auto text = sure(m_vault->value<QString>("SELECT text FROM shown WHERE id = $1", id)).value_or(QString());
            m_samples.append(text.section(QLatin1Char('\n'), 4));
            m_numbers.append(text.section(QLatin1Char('\n'), 0, 3).split(QLatin1Char('\n')));
        }
    }

    template <class T>
    const T& any(const QList<T>& list)
    {
        return list.at(static_cast<qsizetype>(m_random() % static_cast<quint64>(list.size())));
    }
    /// A run of characters that stands in some case.
    QString piece(int length)
    {
        while (true) {
            const QString folded = sql::fold(any(m_samples));
            const auto words = folded.split(QLatin1Char(' '), Qt::SkipEmptyParts);
            if (words.isEmpty())
                continue;
            const QList<uint> word = any(words).toUcs4();
            if (word.size() < length)
                continue;
            const QList<uint> part = word.mid(static_cast<qsizetype>(m_random() % static_cast<quint64>(word.size() - length + 1)), length);
            return QString::fromUcs4(reinterpret_cast<const char32_t*>(part.constData()), part.size());
        }
    }
    QString commonCharacters(int length)
    {
        QString text;
        for (int i = 0; i < length; ++i)
            text += CaseCorpus::commonCharacters().at(static_cast<qsizetype>(m_random() % 100));
        return text;
    }
    QString common(int length)
    {
        QStringList fitting;
        for (const QString& word : CaseCorpus::commonWords()) {
            for (qsizetype at = 0; at + length <= word.size(); ++at)
                fitting.append(word.mid(at, length));
        }
        return any(fitting);
    }
    QString digits(int part, int length)
    {
        const QString number = any(m_numbers).at(part);
        return number.mid(static_cast<qsizetype>(m_random() % static_cast<quint64>(number.size() - length + 1)), length);
    }

    QList<Class> kinds()
    {
        QList<Class> list;
        for (int length = 1; length <= 6; ++length) {
            list.append({QStringLiteral("common_%1").arg(length), [this, length] { return common(length); }});
            list.append({QStringLiteral("any_%1").arg(length), [this, length] { return piece(length); }});
            if (length > 1)
                list.append({QStringLiteral("absent_%1").arg(length), [this, length] { return commonCharacters(length); }});
        }
        list.append({QStringLiteral("glued_common_words"), [this] { return common(2) + common(2); }});
        list.append({QStringLiteral("name_with_surrogates"), [this] { return any(kRareNames); }});
        list.append({QStringLiteral("name"), [this] { return any(m_numbers).at(1); }});
        list.append({QStringLiteral("phone"), [this] { return any(m_numbers).at(2); }});
        for (const int length : {3, 4, 5, 6, 8})
            list.append({QStringLiteral("phone_part_%1").arg(length), [this, length] { return digits(2, length); }});
        list.append({QStringLiteral("identity_number"), [this] { return any(m_numbers).at(3); }});
        list.append({QStringLiteral("case_number"), [this] { return any(m_numbers).at(0); }});
        list.append({QStringLiteral("two_words"), [this] { return common(2) + QLatin1Char(' ') + common(2); }});
        return list;
    }

    QJsonObject measure(const Class& each, QList<double>& all)
    {
        CaseShelf shelf(*m_vault);
        QList<double> times;
        QList<double> worked;
        QList<QString> asked;
        qint64 hits = 0;
        for (int i = 0; i < kQueries; ++i) {
            CaseQuery query;
            query.text = each.query();
            const double began = processorMilliseconds();
            QElapsedTimer timer;
            timer.start();
            const auto found = sure(shelf.search(query, QDate(2026, 3, 5)));
            times.append(milliseconds(timer));
            worked.append(processorMilliseconds() - began);
            hits += found.size();
            asked.append(query.text);
        }
        all += times;
        m_worked += worked;
        QList<double> scans;
        for (int i = 0; i < kScans && i < asked.size(); ++i)
            scans.append(scan(asked.at(i)));
        const double ratio = quantile(scans, 0) / std::max(quantile(times, 0.5), 1e-6);
        if (!scans.isEmpty())
            m_leastRatio = m_leastRatio == 0 ? ratio : std::min(m_leastRatio, ratio);
        return {{QStringLiteral("p50_ms"), quantile(times, 0.5)},
                {QStringLiteral("p99_ms"), quantile(times, 0.99)},
                {QStringLiteral("worst_ms"), quantile(times, 1)},
                {QStringLiteral("processor_p99_ms"), quantile(worked, 0.99)},
                {QStringLiteral("mean_hits"), static_cast<double>(hits) / kQueries},
                {QStringLiteral("like_ms"), quantile(scans, 0)},
                {QStringLiteral("times_faster_than_like"), ratio}};
    }

    double scan(const QString& text)
    {
        QElapsedTimer timer;
        timer.start();
        sure(m_vault->value<qint64>("SELECT count(*) FROM shown WHERE text LIKE $1", QLatin1Char('%') + text + QLatin1Char('%')));
        return milliseconds(timer);
    }

    int m_cases;
    QTemporaryDir m_folder;
    QString m_file;
    std::unique_ptr<sql::Connection> m_vault;
    std::mt19937_64 m_random{7};
    QStringList m_samples;
    QList<QStringList> m_numbers; ///< number, name, phone, identity number
    QList<double> m_worked;
    double m_leastRatio = 0;
};

class RebuildBench
{
public:
    explicit RebuildBench(int entries)
        : m_entries(entries)
        , m_person(m_hall.signIn("li"))
    {
    }

    QJsonObject run()
    {
        write();
        const double bare = bareLoop();
        const double rebuilt = rebuild();
        QList<double> openings;
        auto files = m_hall.files(m_person);
        for (int i = 0; i < std::min<int>(kOpenings, static_cast<int>(m_numbers.size())); ++i) {
            QElapsedTimer timer;
            timer.start();
            sure(files.show(m_numbers.at((i * 7919) % m_numbers.size())));
            openings.append(milliseconds(timer));
        }
        return {{QStringLiteral("entries"), m_entries},
                {QStringLiteral("cases"), m_numbers.size()},
                {QStringLiteral("bare_loop_seconds"), bare},
                {QStringLiteral("rebuild_seconds"), rebuilt},
                {QStringLiteral("ratio"), rebuilt / bare},
                {QStringLiteral("opening_p50_ms"), quantile(openings, 0.5)},
                {QStringLiteral("opening_p99_ms"), quantile(openings, 0.99)}};
    }

private:
    void write()
    {
        CaseCorpus corpus;
        auto files = m_hall.files(m_person);
        while (m_numbers.size() * kEntriesOfCase < m_entries) {
            sure(m_hall.db().transaction(sql::Mode::Write, [&]() -> base::Status { // one sync for many
                for (int i = 0; i < kSlice && m_numbers.size() * kEntriesOfCase < m_entries; ++i) {
                    m_hall.clock.advance(std::chrono::seconds(20));
                    HALL_ASSIGN(const auto opened, files.open(kReception, QJsonObject{{QStringLiteral("request"), corpus.narrative()},
                                                                              {QStringLiteral("petitioners"), QJsonArray{corpus.person()}}}));
                    for (int entry = 1; entry < kEntriesOfCase; ++entry)
                        HALL_TRY(files.append(opened.number, QStringLiteral("note"), CaseHall::text(corpus.narrative())));
                    m_numbers.append(opened.number);
                }
                return {};
            }));
        }
    }

    /// Nothing but what cannot be left out: read, verify, open, insert with full text; no progress, no deadlines, no filters.
    double bareLoop()
    {
        QElapsedTimer timer;
        timer.start();
        sql::sqlcipher::Options options;
        options.path = m_folder.filePath(QStringLiteral("bare.db"));
        options.key = QByteArray(32, 'k');
        options.create = true;
        options.fullSync = false;
        options.fullText = true;
        options.memorySecurity = true;
        auto bare = sure(sql::sqlcipher::SqlCipherConnection::open(options));
        sure(bare->script("CREATE TABLE shown (id INTEGER PRIMARY KEY, text TEXT); CREATE VIRTUAL TABLE words USING fts5 (text, "
                          "content='', contentless_delete=1, detail='none', tokenize='hall_grams')"));
        const store::Trust trust = sure(m_hall.office->staff().trust());
        const auto cases = sure(readSummaries(m_hall.db(), {kReception}));
        CaseKeys caseKeys(m_hall.office->staff(), m_hall.db(), m_person, trust);
        for (qsizetype done = 0; done < cases.size(); done += kSlice) {
            sure(bare->transaction(sql::Mode::Write, [&]() -> base::Status {
                for (qsizetype i = done; i < std::min(done + kSlice, cases.size()); ++i) {
                    const QString text = sure(opened(cases.at(i), trust, caseKeys));
                    HALL_TRY(bare->execute("INSERT INTO shown (id, text) VALUES ($1, $2)", i + 1, text));
                    HALL_TRY(bare->execute("INSERT INTO words (rowid, text) VALUES ($1, $2)", i + 1, sql::fold(text)));
                }
                return {};
            }));
        }
        return milliseconds(timer) / 1e3;
    }

    base::Result<QString> opened(const CaseSummary& summary, const store::Trust& trust, CaseKeys& caseKeys)
    {
        HALL_ASSIGN(const auto keys, caseKeys.forReading(summary));
        HALL_ASSIGN(const auto rows, readEntries(m_hall.db(), summary.id));
        CaseChain chain(trust, summary, {summary.block});
        QStringList text;
        for (const EntryRow& row : rows) {
            if (const QString fault = chain.take(row); !fault.isEmpty())
                return base::Error{base::ErrorCode::SignatureInvalid, fault};
            HALL_ASSIGN(const auto plain, seal::openEntry(row.entry, keys.at(chain.header().generation)));
            const auto content = QJsonDocument::fromJson(plain.view().toByteArray()).object().value(QLatin1StringView("content")).toObject();
            text.append(content.value(QLatin1StringView("request")).toString() + content.value(QLatin1StringView("text")).toString());
            for (const QJsonValue& person : content.value(QLatin1StringView("petitioners")).toArray())
                text.append(person.toObject().value(QLatin1StringView("name")).toString() + QLatin1Char('\n')
                            + person.toObject().value(QLatin1StringView("phone")).toString() + QLatin1Char('\n')
                            + person.toObject().value(QLatin1StringView("id_number")).toString());
        }
        return text.join(QLatin1Char('\n'));
    }

    double rebuild()
    {
        auto vault = sure(store::Vault::open(m_hall.place(), *m_hall.office, m_person, m_folder.path()));
        CaseIndex index(*vault, *m_hall.office, m_person, m_hall.rules);
        QElapsedTimer timer;
        timer.start();
        while (!sure(index.catchUp(kSlice)).finished) {
        }
        return milliseconds(timer) / 1e3;
    }

    int m_entries;
    CaseHall m_hall;
    store::SignedIn m_person;
    QTemporaryDir m_folder;
    QStringList m_numbers;
};

} // namespace

int main(int argc, char** argv)
{
    const QCoreApplication app(argc, argv);
    const QStringList arguments = QCoreApplication::arguments();
    const QString what = arguments.value(1);
    QJsonObject answer;
    if (what == QLatin1StringView("search"))
        answer = SearchBench(arguments.value(2, QStringLiteral("1000000")).toInt(), arguments.value(3)).run();
    else if (what == QLatin1StringView("rebuild"))
        answer = RebuildBench(arguments.value(2, QStringLiteral("100000")).toInt()).run();
    else {
        std::fprintf(stderr, "usage: vault_bench search [CASES [FOLDER]] | rebuild [ENTRIES]\n");
        return 2;
    }
    std::printf("%s\n", QJsonDocument(answer).toJson().constData());
    return 0;
}
