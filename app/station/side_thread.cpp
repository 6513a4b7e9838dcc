// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/station/side_thread.h"

#include "app/seal/clean_memory.h"

#include <QCoreApplication>

namespace hall::station {

using base::Error;
using base::ErrorCode;
using base::Result;
using seal::SecretBuffer;

namespace {

seal::BoxKeyPair copyOfPair(const seal::BoxKeyPair& pair)
{
    return {pair.publicKey, SecretBuffer::copyOf(pair.secretKey.view())};
}

Result<std::unique_ptr<store::CaseOffice>> openFor(const store::HallPlace& place, const base::Clock& clock, const store::SignedIn& person)
{
    HALL_ASSIGN(auto office, store::CaseOffice::open(place, clock));
    HALL_ASSIGN(const store::Person now, office->staff().person(person.person.login));
    if (!now.active)
        return Error{ErrorCode::PermissionDenied,
                     QCoreApplication::translate("hall::station", "This account was closed meanwhile. Ask the system administrator.")};
    return office;
}

} // namespace

SideThread::SideThread(store::HallPlace place, const base::Clock& clock)
    : m_place(std::move(place))
    , m_clock(clock)
{
    m_pool.setMaxThreadCount(1);
}

SideThread::~SideThread() { m_pool.waitForDone(); }

SideThread::Keys SideThread::copyOf(const store::SignedIn& person)
{
    auto copy = std::make_shared<store::SignedIn>();
    copy->person = person.person;
    copy->bundle = {copyOfPair(person.bundle.box), person.bundle.signPublicKey, SecretBuffer::copyOf(person.bundle.signSecretKey.view()),
                    SecretBuffer()}; // the vault stays where it is
    for (const auto& [group, pair] : person.groups)
        copy->groups.emplace(group, copyOfPair(pair));
    return copy;
}

void SideThread::start(Keys person, Job job)
{
    m_pool.start([place = m_place, &clock = m_clock, person = std::move(person), job = std::move(job)]() mutable {
        {
            const auto office = openFor(place, clock, *person);
            job(office.ok() ? Result<store::CaseOffice*>(office->get()) : Result<store::CaseOffice*>(office.error()), person);
        }
        person.reset();
        job = {};
        seal::forgetCalls();
    });
}

} // namespace hall::station
