// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/store/hall_folder.h"

#include "app/sql/connection.h"
#include "app/store/admission.h"
#include "app/store/key_ring.h"
#include "app/store/texts.h"

#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QUuid>
#include <cerrno>
#include <cstdio>
#include <fcntl.h>
#include <unistd.h>

namespace hall::store {

using base::Error;
using base::ErrorCode;
using base::Result;
using base::Status;
using seal::SecretBuffer;

namespace {

constexpr std::size_t kStoreKeyBytes = 32;

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
        if (!p.person.isAdministrator())
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
        if (!p.person.isAdministrator())
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
            continue; // the block gets its key with its first member: see admit()
        HALL_ASSIGN(SignedIn member, staff.signIn(first->person.login, first->passphrase));
        HALL_TRY(staff.makeGroup(block, member));
        HALL_TRY(publishBlockKeys(line, member));
        for (const NewPerson& p : plan.people) {
            if (&p != first && p.person.blocks.contains(block))
                HALL_TRY(staff.grant(block, p.person.login, member));
        }
    }
    return {};
}

/// The engine takes a key as plain bytes; they are wiped when it has them.
template <class F>
auto withPlainKey(const SecretBuffer& secret, F f)
{
    QByteArray key = secret.view().toByteArray();
    auto outcome = f(key);
    key.fill('\0');
    return outcome;
}

/// A file is there after a power cut when its folder's entry is written as well.
void syncFolder(const QString& folder)
{
    const int descriptor = ::open(QFile::encodeName(folder).constData(), O_RDONLY | O_DIRECTORY | O_CLOEXEC);
    if (descriptor < 0)
        return;
    (void)::fsync(descriptor);
    ::close(descriptor);
}

Error notInPlace(const QString& folder)
{
    if (errno == ENOTEMPTY || errno == EEXIST)
        return {ErrorCode::StoreExists,
                tr("Somebody else made a hall in %1 at the same moment. Nothing of it was changed.").arg(folder)};
    return {ErrorCode::StoreUnavailable, tr("%1 could not be put in place. Check the folder and its permissions.").arg(folder)};
}

/// Moves what was made into a folder that was there before and whose parent may belong to somebody else. The line comes
/// last: where it lies, there is a hall.
Status moveInto(const QString& making, const QString& target)
{
    QStringList names = QDir(making).entryList(QDir::AllEntries | QDir::Hidden | QDir::NoDotAndDotDot);
    const QString last = QFileInfo(HallFiles{making}.line()).fileName();
    names.removeAll(last);
    names.append(last);
    QStringList moved;
    for (const QString& name : std::as_const(names)) {
        const QString to = target + QLatin1Char('/') + name;
        if (::renameat2(AT_FDCWD, QFile::encodeName(making + QLatin1Char('/') + name).constData(), AT_FDCWD,
                        QFile::encodeName(to).constData(), RENAME_NOREPLACE)
            != 0) {
            const Error error = notInPlace(target);
            for (const QString& done : std::as_const(moved))
                (void)::rename(QFile::encodeName(done).constData(),
                               QFile::encodeName(making + QLatin1Char('/') + QFileInfo(done).fileName()).constData());
            return error;
        }
        moved.append(to);
    }
    QDir().rmdir(making);
    syncFolder(target);
    return {};
}

Status moveTo(const QString& making, const QString& target)
{
    if (::renameat2(AT_FDCWD, QFile::encodeName(making).constData(), AT_FDCWD, QFile::encodeName(target).constData(),
                    RENAME_NOREPLACE)
        != 0)
        return notInPlace(target);
    syncFolder(QFileInfo(target).path());
    return {};
}

/// Fills two empty stores. That the line says which hall it is comes last.
Status fill(const HallPlan& plan, LineStore& line, CaseStore& cases, const seal::SignKeyPair& station, const base::Clock& clock)
{
    AuditTrail audit(cases.connection(), clock, station);
    StaffRegister staff(cases.connection(), clock, audit);
    HALL_TRY(line.setSetting(QStringLiteral("hall_name"), plan.name));
    HALL_TRY(line.setSetting(QStringLiteral("made_at"), base::toIso(clock.now())));
    HALL_TRY(line.setSetting(QStringLiteral("station_key"), QString::fromLatin1(station.publicKey.toHex())));
    HALL_TRY(admitEverybody(plan, staff, line));
    HALL_ASSIGN(const QByteArray root, staff.rosterRoot());
    HALL_TRY(line.setSetting(QStringLiteral("roster_root"), QString::fromLatin1(root.toHex())));
    if (plan.furnish)
        HALL_TRY(plan.furnish(line));
    return line.setSetting(QStringLiteral("hall_id"), QUuid::createUuid().toString(QUuid::WithoutBraces));
}

Status fillFolder(const HallPlan& plan, const QString& folder, const KeyRing& keys, const base::Clock& clock)
{
    const SecretBuffer lineKey = SecretBuffer::random(kStoreKeyBytes);
    const SecretBuffer caseKey = SecretBuffer::random(kStoreKeyBytes);
    const seal::SignKeyPair station = seal::SignKeyPair::generate();
    HALL_TRY(keys.write(KeyName::Line, lineKey));
    HALL_TRY(keys.write(KeyName::Case, caseKey));
    HALL_TRY(keys.write(KeyName::Station, station.secretKey));
    HALL_ASSIGN(auto line, withPlainKey(lineKey, [&](const QByteArray& key) { return LineStore::create(folder, key); }));
    HALL_ASSIGN(auto cases, withPlainKey(caseKey, [&](const QByteArray& key) { return CaseStore::create(folder, key); }));
    return fill(plan, line, cases, station, clock);
}

Status fillServer(const HallPlan& plan, LineStore& line, CaseStore& cases, const base::Clock& clock)
{
    const KeyRing keys(plan.place.files());
    const seal::SignKeyPair station = seal::SignKeyPair::generate();
    HALL_TRY(keys.write(KeyName::Station, station.secretKey));
    const Status filled = fill(plan, line, cases, station, clock);
    if (!filled.ok())
        QFile::remove(keys.path(KeyName::Station));
    return filled;
}

} // namespace

Status proveTrust(CaseStore& cases, const seal::SignKeyPair& station, const base::Clock& clock)
{
    AuditTrail audit(cases.connection(), clock, station);
    HALL_TRY(StaffRegister(cases.connection(), clock, audit).verifyRoster());
    HALL_ASSIGN(const AuditTrail::Verdict verdict, audit.verify());
    if (!verdict.broken.isEmpty())
        return Error{ErrorCode::SignatureInvalid,
                     tr("The audit trail of this hall does not hold together. Tell the audit administrator; nothing was copied.")};
    return {};
}

Status onFreshServer(const HallPlace& place, const std::function<Status(LineStore&, CaseStore&)>& fill, StoreVersions versions)
{
    auto line = LineStore::createOn(place, versions.line);
    if (!line.ok() && line.error().code == ErrorCode::StoreExists) {
        const auto finished = LineStore::open(place);
        if (finished.ok() || finished.error().code != ErrorCode::StoreNotFound)
            return line.error();
        HALL_TRY(LineStore::removeFrom(place));
        HALL_TRY(CaseStore::removeFrom(place));
        line = LineStore::createOn(place, versions.line);
    }
    Status filled;
    {
        HALL_ASSIGN(LineStore newLine, std::move(line));
        auto cases = CaseStore::createOn(place, versions.cases);
        filled = cases.ok() ? fill(newLine, *cases) : Status(cases.error());
    }
    if (!filled.ok()) {
        (void)CaseStore::removeFrom(place);
        (void)LineStore::removeFrom(place);
    }
    return filled;
}

Status onFreshFolder(const HallPlace& place, const std::function<Status(const QString& folder, const KeyRing& keys)>& fill)
{
    const QDir target(place.url());
    if (target.exists() && !target.isEmpty(QDir::AllEntries | QDir::Hidden | QDir::NoDotAndDotDot)) {
        const bool isHall = QFile::exists(place.files().line());
        return Error{ErrorCode::StoreExists,
                     isHall ? tr("There is a hall in %1 already. Nothing was changed; choose another folder.").arg(place.url())
                            : tr("The folder %1 is not empty. Nothing was changed; choose another folder.").arg(place.url())};
    }
    const QString path = QDir::cleanPath(target.absolutePath());
    const bool existed = target.exists();
    const QString making = (existed ? path + QStringLiteral("/.making-") : path + QStringLiteral(".making-"))
        + QUuid::createUuid().toString(QUuid::Id128).left(8);
    if (!QDir().mkpath(making))
        return Error{ErrorCode::StoreUnavailable,
                     tr("%1 cannot be made. Check the folder and its permissions.").arg(place.url())};
    const KeyRing keys{HallFiles{making}, path};
    Status outcome = fill(making, keys);
    if (outcome.ok()) {
        syncFolder(HallFiles{making}.keys());
        syncFolder(making);
        outcome = existed ? moveInto(making, path) : moveTo(making, path);
    }
    if (!outcome.ok()) {
        keys.forget();
        QDir(making).removeRecursively();
    }
    return outcome;
}

Status makeHall(const HallPlan& plan, const base::Clock& clock)
{
    if (plan.place.onServer())
        return onFreshServer(plan.place, [&](LineStore& line, CaseStore& cases) { return fillServer(plan, line, cases, clock); });
    return onFreshFolder(plan.place, [&](const QString& folder, const KeyRing& keys) { return fillFolder(plan, folder, keys, clock); });
}

CaseOffice::CaseOffice(HallPlace place, CaseStore store, seal::SignKeyPair station, const base::Clock& clock)
    : m_place(std::move(place))
    , m_store(std::move(store))
    , m_station(std::move(station))
    , m_clock(clock)
    , m_audit(m_store.connection(), clock, m_station)
    , m_staff(m_store.connection(), clock, m_audit)
{
}

Result<std::unique_ptr<CaseOffice>> CaseOffice::open(const HallPlace& place, const base::Clock& clock)
{
    HALL_ASSIGN(SecretBuffer stationKey, KeyRing(place.files()).read(KeyName::Station));
    HALL_ASSIGN(auto station, seal::SignKeyPair::fromSecret(std::move(stationKey)));
    HALL_ASSIGN(auto store, CaseStore::open(place));
    return std::unique_ptr<CaseOffice>(new CaseOffice(place, std::move(store), std::move(station), clock));
}

} // namespace hall::store
