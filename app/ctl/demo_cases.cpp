// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/ctl/demo_cases.h"

#include "app/casefile/case_files.h"
#include "app/sql/connection.h"
#include "app/store/line_witness.h"

#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <algorithm>
#include <vector>

namespace hall::ctl {

using base::Error;
using base::ErrorCode;
using base::Result;
using base::Status;

namespace {

/// Something that somebody writes on a certain day: a registration or an entry.
struct Step
{
    base::Timestamp at;
    qsizetype theCase = 0;
    QString author;
    QString kind; ///< empty: the registration
    QJsonObject content;
};

class DemoCases
{
public:
    DemoCases(store::CaseOffice& office, base::ManualClock& clock, QDate today)
        : m_office(office)
        , m_clock(clock)
        , m_today(today)
    {
    }

    Status read(const QByteArray& text)
    {
        QJsonParseError fault;
        m_cases = QJsonDocument::fromJson(text, &fault).array();
        if (fault.error != QJsonParseError::NoError || m_cases.isEmpty())
            return Error{ErrorCode::FileInvalid, QStringLiteral("cases.json:%1: %2").arg(fault.offset).arg(fault.errorString())};
        for (qsizetype i = 0; i < m_cases.size(); ++i) {
            const QJsonObject object = m_cases.at(i).toObject();
            m_steps.push_back(step(i, object, {}, object.value(QLatin1StringView("registration")).toObject()));
            const QJsonArray entries = object.value(QLatin1StringView("entries")).toArray();
            for (const QJsonValue& value : entries) {
                const QJsonObject entry = value.toObject();
                m_steps.push_back(step(i, entry, entry.value(QLatin1StringView("kind")).toString(),
                                       entry.value(QLatin1StringView("content")).toObject()));
            }
        }
        // One clerk after the other, as the days went.
        std::stable_sort(m_steps.begin(), m_steps.end(), [](const Step& a, const Step& b) { return a.at < b.at; });
        return {};
    }

    Status signInAll(const DemoPassphrases& passphrases)
    {
        for (const auto& [login, passphrase] : passphrases) {
            HALL_ASSIGN(auto person, m_office.staff().signIn(login, passphrase));
            m_people.emplace(login, std::move(person));
        }
        return {};
    }

    Status write(const casefile::CaseRules& rules)
    {
        return m_office.store().connection().transaction(sql::Mode::Write, [&]() -> Status {
            m_numbers.clear();
            m_byKey.clear();
            for (const Step& step : m_steps)
                HALL_TRY(write(step, rules));
            return {};
        });
    }

private:
    Step step(qsizetype theCase, const QJsonObject& object, const QString& kind, const QJsonObject& content) const
    {
        const QDate day = m_today.addDays(object.value(QLatin1StringView("day")).toInt());
        const QTime time = QTime::fromString(object.value(QLatin1StringView("at")).toString(), QStringLiteral("HH:mm"));
        return {base::timestampFromMs(QDateTime(day, time, base::hallTimeZone()).toMSecsSinceEpoch()), theCase,
                object.value(QLatin1StringView("by")).toString(), kind, content};
    }

    /// "@-12" is the day twelve days ago, "#key" the number of the case with that key.
    QJsonObject filled(QJsonObject content) const
    {
        for (auto it = content.begin(); it != content.end(); ++it) {
            const QString text = it->toString();
            if (text.startsWith(QLatin1Char('@')))
                *it = m_today.addDays(text.mid(1).toInt()).toString(Qt::ISODate);
            else if (text.startsWith(QLatin1Char('#')))
                *it = m_byKey.value(text.mid(1));
        }
        return content;
    }

    Status write(const Step& step, const casefile::CaseRules& rules)
    {
        const auto author = m_people.find(step.author);
        if (author == m_people.end())
            return Error{ErrorCode::FileInvalid, QStringLiteral("cases.json: nobody is called %1").arg(step.author)};
        m_clock.set(step.at);
        casefile::CaseFiles files(m_office, author->second, rules, QStringLiteral("zh"));
        const QJsonObject object = m_cases.at(step.theCase).toObject();
        Status written;
        if (step.kind.isEmpty()) {
            const auto opened = files.open(object.value(QLatin1StringView("block")).toString(), filled(step.content));
            if (opened.ok()) {
                m_numbers.insert(step.theCase, opened->number);
                m_byKey.insert(object.value(QLatin1StringView("key")).toString(), opened->number);
                return {};
            }
            written = opened.error();
        } else {
            const auto entry = files.append(m_numbers.value(step.theCase), step.kind, filled(step.content));
            written = entry.ok() ? Status() : Status(entry.error());
        }
        if (written.ok() || written.error().code != ErrorCode::InvalidArgument)
            return written;
        return Error{ErrorCode::FileInvalid,
                     QStringLiteral("cases.json: case %1, %2: %3").arg(step.theCase + 1).arg(step.kind, written.error().message)};
    }

    store::CaseOffice& m_office;
    base::ManualClock& m_clock;
    QDate m_today;
    QJsonArray m_cases;
    std::vector<Step> m_steps;
    std::map<QString, store::SignedIn> m_people;
    QMap<qsizetype, QString> m_numbers;
    QMap<QString, QString> m_byKey;
};

} // namespace

Status writeDemoCases(const store::HallPlace& place, const DemoPassphrases& passphrases, const base::Clock& clock)
{
    QFile file(QStringLiteral(":/demo/cases.json"));
    if (!file.open(QIODevice::ReadOnly))
        return Error{ErrorCode::Internal, QStringLiteral("cases.json is missing in this program")};
    base::ManualClock then(clock.now());
    HALL_ASSIGN(const auto rules, casefile::CaseRules::read({}));
    HALL_ASSIGN(const auto office, store::CaseOffice::open(place, then));
    DemoCases cases(*office, then, base::hallDay(clock.now()));
    HALL_TRY(cases.read(file.readAll()));
    HALL_TRY(cases.signInAll(passphrases));
    HALL_TRY(cases.write(rules));
    HALL_ASSIGN(auto line, store::LineStore::open(place));
    return store::compareTrailWithLine(line, *office);
}

} // namespace hall::ctl
