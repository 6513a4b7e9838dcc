// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/store/hall_folder.h"

#include "app/sql/connection.h"
#include "app/store/key_ring.h"

#include <QCoreApplication>
#include <QDir>
#include <QFile>
#include <QUuid>
#include <cerrno>
#include <cstdio>

namespace hall::store {

using base::Error;
using base::ErrorCode;
using base::Result;
using base::Status;
using seal::SecretBuffer;

namespace {

constexpr std::size_t kStoreKeyBytes = 32;

QString tr(const char* text)
{
    return QCoreApplication::translate("hall::store", text);
}

bool isAdministrator(const Person& person)
{
    return person.is(role::kSystem) || person.is(role::kSecurity) || person.is(role::kAudit);
}

const NewPerson* firstWith(const HallPlan& plan, const QString& role)
{
    for (const NewPerson& p : plan.people) {
        if (p.person.is(role))
            return &p;
    }
    return nullptr;
}

/// The administrators found the roster, admit the others, and the first person of each block gets its key and hands it on.
Status admitEverybody(const HallPlan& plan, StaffRegister& staff, LineStore& line)
{
    QList<Person> administrators;
    std::vector<SecretBuffer> passphrases;
    for (const NewPerson& p : plan.people) {
        if (!isAdministrator(p.person))
            continue;
        administrators.append(p.person);
        passphrases.push_back(SecretBuffer::copyOf(p.passphrase.view()));
    }
    HALL_TRY(staff.found(administrators, passphrases, plan.cost));
    const NewPerson* security = firstWith(plan, role::kSecurity);
    const NewPerson* audit = firstWith(plan, role::kAudit);
    HALL_ASSIGN(const SignedIn securitySignedIn, staff.signIn(security->person.login, security->passphrase));
    HALL_ASSIGN(const SignedIn auditSignedIn, staff.signIn(audit->person.login, audit->passphrase));
    for (const NewPerson& p : plan.people) {
        if (!isAdministrator(p.person))
            HALL_TRY(staff.add(p.person, p.passphrase, securitySignedIn, auditSignedIn, plan.cost));
    }
    for (const QString& block : plan.blocks) {
        const NewPerson* first = nullptr;
        for (const NewPerson& p : plan.people) {
            if (p.person.blocks.contains(block)) {
                first = &p;
                break;
            }
        }
        if (!first)
            continue; // the block gets its key with its first member
        HALL_ASSIGN(SignedIn member, staff.signIn(first->person.login, first->passphrase));
        HALL_ASSIGN(const QByteArray publicKey, staff.makeGroup(block, member));
        HALL_TRY(line.connection().execute("INSERT INTO block_key (block, generation, public_key) VALUES ($1, 1, $2)", block,
                                           publicKey));
        for (const NewPerson& p : plan.people) {
            if (&p != first && p.person.blocks.contains(block))
                HALL_TRY(staff.grant(block, p.person.login, member));
        }
    }
    return {};
}

Status fill(const HallPlan& plan, const QString& folder, const base::Clock& clock)
{
    const HallFiles files{folder};
    const KeyRing keys{files};
    const SecretBuffer lineKey = SecretBuffer::random(kStoreKeyBytes);
    const SecretBuffer caseKey = SecretBuffer::random(kStoreKeyBytes);
    const seal::SignKeyPair station = seal::SignKeyPair::generate();
    HALL_TRY(keys.write(KeyName::Line, lineKey));
    HALL_TRY(keys.write(KeyName::Case, caseKey));
    HALL_TRY(keys.write(KeyName::Station, station.secretKey));
    HALL_ASSIGN(auto line, LineStore::create(folder, lineKey.view().toByteArray()));
    HALL_ASSIGN(auto cases, CaseStore::create(folder, caseKey.view().toByteArray()));
    AuditTrail audit(cases.connection(), clock, station);
    StaffRegister staff(cases.connection(), clock, audit);
    HALL_TRY(line.setSetting(QStringLiteral("hall_name"), plan.name));
    HALL_TRY(line.setSetting(QStringLiteral("hall_id"), QUuid::createUuid().toString(QUuid::WithoutBraces)));
    HALL_TRY(line.setSetting(QStringLiteral("made_at"), base::toIso(clock.now())));
    HALL_TRY(line.setSetting(QStringLiteral("station_key"), QString::fromLatin1(station.publicKey.toHex())));
    HALL_TRY(admitEverybody(plan, staff, line));
    HALL_ASSIGN(const QByteArray root, staff.rosterRoot());
    HALL_TRY(line.setSetting(QStringLiteral("roster_root"), QString::fromLatin1(root.toHex())));
    if (plan.furnish)
        HALL_TRY(plan.furnish(line));
    return {};
}

} // namespace

Status makeHall(const HallPlan& plan, const base::Clock& clock)
{
    const QDir target(plan.folder);
    if (target.exists() && !target.isEmpty(QDir::AllEntries | QDir::Hidden | QDir::NoDotAndDotDot)) {
        const bool isHall = QFile::exists(HallFiles{plan.folder}.line());
        return Error{ErrorCode::StoreExists,
                     isHall ? tr("There is a hall in %1 already. Nothing was changed; choose another folder.").arg(plan.folder)
                            : tr("The folder %1 is not empty. Nothing was changed; choose another folder.").arg(plan.folder)};
    }
    const QString making = QDir::cleanPath(target.absolutePath()) + QStringLiteral(".making-")
        + QUuid::createUuid().toString(QUuid::Id128).left(8);
    if (!QDir().mkpath(making))
        return Error{ErrorCode::StoreUnavailable,
                     tr("%1 cannot be made. Check the folder and its permissions.").arg(plan.folder)};
    Status outcome = fill(plan, making, clock);
    if (outcome.ok()
        && std::rename(QFile::encodeName(making).constData(),
                       QFile::encodeName(QDir::cleanPath(target.absolutePath())).constData())
            != 0)
        outcome = Error{errno == ENOTEMPTY || errno == EEXIST ? ErrorCode::StoreExists : ErrorCode::StoreUnavailable,
                        tr("%1 could not be put in place. Check the folder and its permissions.").arg(plan.folder)};
    if (!outcome.ok())
        QDir(making).removeRecursively();
    return outcome;
}

CaseOffice::CaseOffice(CaseStore store, seal::SignKeyPair station, const base::Clock& clock)
    : m_store(std::move(store))
    , m_station(std::move(station))
    , m_clock(clock)
    , m_audit(m_store.connection(), clock, m_station)
    , m_staff(m_store.connection(), clock, m_audit)
{
}

Result<std::unique_ptr<CaseOffice>> CaseOffice::open(const QString& folder, const base::Clock& clock)
{
    const KeyRing keys{HallFiles{folder}};
    HALL_ASSIGN(const SecretBuffer caseKey, keys.read(KeyName::Case));
    HALL_ASSIGN(SecretBuffer stationKey, keys.read(KeyName::Station));
    HALL_ASSIGN(auto station, seal::SignKeyPair::fromSecret(std::move(stationKey)));
    HALL_ASSIGN(auto store, CaseStore::open(folder, caseKey.view().toByteArray()));
    return std::unique_ptr<CaseOffice>(new CaseOffice(std::move(store), std::move(station), clock));
}

} // namespace hall::store
