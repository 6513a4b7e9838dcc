// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/casefile/hall_verdict.h"

#include "app/casefile/case_audit.h"
#include "app/sql/connection.h"

namespace hall::casefile {

using base::ErrorCode;
using base::Result;
using Part = HallFault::Part;

namespace {

Result<HallVerdict> verifiedAsItStands(store::CaseOffice& office, const base::Progress& progress)
{
    HallVerdict verdict;
    HALL_ASSIGN(const auto head, office.audit().head());
    verdict.records = head.seq;
    if (const base::Status roster = office.staff().verifyRoster(); !roster.ok()) {
        if (roster.error().code != ErrorCode::SignatureInvalid)
            return roster.error();
        verdict.faults.append({Part::Roster, 0, {}, 0, roster.error().message});
        HALL_ASSIGN(const auto trail, office.audit().verify(progress));
        for (const qint64 seq : trail.broken)
            verdict.faults.append({Part::Trail, seq, {}, 0, {}});
        return verdict;
    }
    HALL_ASSIGN(const auto cases, verifyCases(office, std::nullopt, progress));
    verdict.cases = cases.cases;
    verdict.entries = cases.entries;
    for (const Broken& broken : cases.broken) {
        if (broken.number.isEmpty())
            verdict.faults.append({Part::Trail, broken.sequence, {}, 0, broken.why});
        else
            verdict.faults.append({Part::Case, 0, broken.number, broken.sequence, broken.why});
    }
    HALL_ASSIGN(const auto countersigned, store::verifyCountersignatures(office));
    for (const qint64 seq : countersigned.broken)
        verdict.faults.append({Part::Countersignature, seq, {}, 0, {}});
    verdict.countersigned = countersigned.newest;
    return verdict;
}

} // namespace

Result<HallVerdict> verifyHall(store::CaseOffice& office, const base::Progress& progress)
{
    return office.store().connection().transaction(sql::Mode::Read, [&] { return verifiedAsItStands(office, progress); });
}

} // namespace hall::casefile
