// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/ctl/case_kin.h"

#include "app/ctl/case_json.h"

#include <QSet>

namespace hall::ctl {

using base::Result;
using casefile::EarlierCase;

Result<Kin> kinOf(CaseDesk& desk, const QJsonObject& registration, const QString& self)
{
    HALL_ASSIGN(casefile::CaseIndex* index, desk.index());
    Kin kin;
    kin.complete = desk.indexComplete();
    QSet<QString> seen{self};
    const QJsonArray petitioners = registration.value(QLatin1StringView("petitioners")).toArray();
    for (const QJsonValue& person : petitioners) {
        const casefile::PersonQuery asked{person[QLatin1StringView("name")].toString(), person[QLatin1StringView("id_number")].toString(),
                                          person[QLatin1StringView("phone")].toString()};
        HALL_ASSIGN(const QList<EarlierCase> found, index->people(asked));
        for (const EarlierCase& each : found) {
            if (seen.contains(each.summary.number))
                continue;
            seen.insert(each.summary.number);
            kin.cases.append(each);
        }
    }
    return kin;
}

QString whyName(EarlierCase::Why why)
{
    switch (why) {
    case EarlierCase::Why::IdentityNumber: return QStringLiteral("identity-number");
    case EarlierCase::Why::Phone: return QStringLiteral("phone");
    case EarlierCase::Why::SameName: return QStringLiteral("same-name");
    case EarlierCase::Why::SimilarName: return QStringLiteral("similar-name");
    }
    return {};
}

QJsonArray kinJson(const Kin& kin)
{
    QJsonArray list;
    for (const EarlierCase& each : kin.cases)
        list.append(QJsonObject{{QStringLiteral("case"), each.summary.number},
                                {QStringLiteral("why"), whyName(each.why)},
                                {QStringLiteral("name"), each.person.value(QLatin1StringView("name"))},
                                {QStringLiteral("block"), each.summary.block},
                                {QStringLiteral("state"), each.summary.state},
                                {QStringLiteral("opened_at"), base::toIso(each.summary.openedAt)}});
    return list;
}

} // namespace hall::ctl
