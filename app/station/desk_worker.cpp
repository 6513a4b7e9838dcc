// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/station/desk_worker.h"

#include "app/base/log.h"
#include "app/seal/clean_memory.h"
#include "app/station/line_opener.h"
#include "app/store/line_witness.h"

#include <QCoreApplication>

namespace hall::station {

using base::Result;
using store::Person;
using store::SignedIn;

namespace {

/// A store that comes back may be another one, or the account may have been closed meanwhile.
bool isStillAdmitted(store::CaseOffice& office, const SignedIn& signedIn)
{
    const Result<Person> now = office.staff().person(signedIn.person.login);
    return now.ok() && now->active && *now == signedIn.person;
}

/// A desk works without a vault where there is no room for one, but not on a store that the vault has seen further on.
Result<std::unique_ptr<store::Vault>> openVault(const store::HallPlace& place, store::CaseOffice& office, const SignedIn& person)
{
    auto vault = store::Vault::open(place, office, person);
    if (!vault.ok()) {
        qCWarning(base::logStore, "no vault: %s", errorName(vault.error().code).data());
        return std::unique_ptr<store::Vault>();
    }
    HALL_TRY((*vault)->witness(office.audit()));
    return vault;
}

OpenSession deskOpener(const StationConfig& config, const base::Clock& clock,
                       const std::shared_ptr<Seat>& seat)
{
    return [config, &clock, seat]() -> Result<std::unique_ptr<StoreSession>> {
        HALL_ASSIGN(auto line, openLine(config));
        HALL_ASSIGN(auto office, store::CaseOffice::open(config.place(), clock));
        if (seat->person && !isStillAdmitted(*office, *seat->person))
            seat->leave();
        return std::unique_ptr<StoreSession>(
            std::make_unique<DeskSession>(std::move(line), std::move(office), clock, seat));
    };
}

} // namespace

base::Error nobodySignedIn()
{
    return {base::ErrorCode::PermissionDenied,
            QCoreApplication::translate("hall::station", "Nobody is signed in at this desk. Sign in first.")};
}

DeskSession::DeskSession(store::LineStore line, std::unique_ptr<store::CaseOffice> office, const base::Clock& clock,
                         std::shared_ptr<Seat> seat)
    : LineSession(std::move(line), clock)
    , m_office(std::move(office))
    , m_seat(std::move(seat))
    , m_custody(m_office->store().connection(), clock, m_office->audit())
    , m_room{services(), *m_office, m_custody, clock, m_seat->person, m_seat->vault}
{
}

DeskWorker::DeskWorker(StationConfig config, const base::Clock& clock, QObject* parent)
    : DeskWorker(std::move(config), clock, std::make_shared<Seat>(), parent)
{
}

DeskWorker::DeskWorker(StationConfig config, const base::Clock& clock, const std::shared_ptr<Seat>& seat, QObject* parent)
    : LineWorker(config, deskOpener(config, clock, seat), parent)
    , m_seat(seat)
{
}

QFuture<Result<Person>> DeskWorker::signIn(const QString& login, QByteArray& passphrase, const QString& code)
{
    seal::SecretBuffer secret = seal::SecretBuffer::takeFrom(passphrase);
    return serve([login, code, secret = std::move(secret), place = config().place()](DeskRoom& room) -> Result<Person> {
        room.vault.reset();
        room.person.reset();
        HALL_ASSIGN(const bool asked, room.office.staff().asksCode(login));
        if (asked && code.isEmpty())
            return base::Error{base::ErrorCode::InvalidArgument,
                               QCoreApplication::translate("hall::station", "This account asks for a one-time code as well.")};
        HALL_ASSIGN(auto signedIn, room.office.staff().signIn(login, secret, code));
        HALL_TRY(store::compareWithLine(room.line.store, room.office, signedIn));
        HALL_ASSIGN(room.vault, openVault(place, room.office, signedIn));
        room.person.emplace(std::move(signedIn));
        return room.person->person;
    });
}

void DeskWorker::signOut()
{
    onThread([seat = m_seat] {
        if (const auto present = seat.lock())
            present->leave();
        seal::forgetCalls();
    });
}

} // namespace hall::station
