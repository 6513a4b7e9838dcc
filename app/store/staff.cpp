// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/store/staff.h"

#include "app/sql/connection.h"
#include "app/store/texts.h"

#include <algorithm>

// Accounts and signing in; the roster stands in staff_roster.cpp, the groups in staff_groups.cpp.
namespace hall::store {

using base::Error;
using base::ErrorCode;
using base::Result;
using base::Status;
using seal::SecretBuffer;
using sql::Mode;

namespace {

constexpr int kFreeFailures = 5;
constexpr auto kFirstDelay = std::chrono::seconds(30);
constexpr auto kLongestDelay = std::chrono::hours(1);

base::Milliseconds delayAfter(int failures)
{
    if (failures < kFreeFailures)
        return base::Milliseconds(0);
    const int doublings = std::min(failures - kFreeFailures, 10);
    return std::min<base::Milliseconds>(kFirstDelay * (1LL << doublings), kLongestDelay);
}

Person personFrom(const sql::Rows& rows)
{
    return {rows.get<QString>(0), rows.get<QString>(1),
            rows.get<QString>(2).split(QLatin1Char(' '), Qt::SkipEmptyParts),
            rows.get<QString>(3).split(QLatin1Char(' '), Qt::SkipEmptyParts), rows.get<int>(4) != 0};
}

/// What goes onto the roster; codes stand side by side there, so none may hold a space.
Status checkPerson(const Person& person)
{
    const auto isCode = [](const QString& text) {
        const QList<uint> characters = text.toUcs4();
        return !text.isEmpty() && text.size() <= 64
            && std::all_of(characters.begin(), characters.end(),
                           [](uint c) { return QChar::isPrint(c) && !QChar::isSpace(c); });
    };
    if (!isCode(person.login) || person.name.size() > 128 || person.roles.isEmpty())
        return Error{ErrorCode::InvalidArgument,
                     tr("An account needs a login of at most 64 characters without spaces, a name and a role.")};
    for (const QString& role : person.roles) {
        if (!role::all().contains(role))
            return Error{ErrorCode::InvalidArgument, tr("There is no role \"%1\".").arg(role)};
    }
    if (!std::all_of(person.blocks.begin(), person.blocks.end(), isCode))
        return Error{ErrorCode::InvalidArgument, tr("A block's code must not hold spaces.")};
    if (person.isAdministrator() && (person.roles.size() > 1 || !person.blocks.isEmpty()))
        return Error{ErrorCode::PermissionDenied,
                     tr("An administrator's account has that role alone and serves no block. Make two accounts for two people.")};
    return {};
}

} // namespace

QStringList role::all()
{
    return {kGuide, kReception, kLegal, kMediator, kExpert, kSupervisor, kSystem, kSecurity, kAudit};
}

bool worksAtDesk(const Person& person)
{
    return (person.is(role::kReception) || person.is(role::kLegal) || person.is(role::kMediator) || person.is(role::kExpert))
        && !person.is(role::kSupervisor) && !person.isAdministrator();
}

bool SignedIn::mayServe(const QString& block) const
{
    return person.blocks.contains(block);
}

StaffRegister::StaffRegister(sql::Connection& cases, const base::Clock& clock, AuditTrail& audit)
    : m_cases(cases)
    , m_clock(clock)
    , m_audit(audit)
{
}

Status StaffRegister::found(const QList<Person>& administrators, std::vector<SecretBuffer>& passphrases,
                            const seal::KdfCost& cost)
{
    const auto one = [&](const QString& role) {
        return std::count_if(administrators.begin(), administrators.end(), [&](const Person& p) { return p.is(role); }) == 1;
    };
    if (administrators.size() != 3 || passphrases.size() != 3 || !one(role::kSystem) || !one(role::kSecurity)
        || !one(role::kAudit))
        return Error{ErrorCode::InvalidArgument,
                     tr("A hall needs three administrators, who are three people: system, security and audit.")};
    for (const Person& person : administrators)
        HALL_TRY(checkPerson(person));
    std::vector<seal::Bundle> bundles;
    QList<seal::SealedBundle> sealed;
    for (qsizetype i = 0; i < 3; ++i) {
        bundles.push_back(seal::Bundle::generate());
        HALL_ASSIGN(auto bundle, seal::sealBundle(bundles.back(), administrators.at(i).login,
                                                  passphrases[static_cast<size_t>(i)], cost));
        sealed.append(bundle);
    }
    const auto indexOf = [&](const QString& role) {
        return static_cast<size_t>(std::find_if(administrators.begin(), administrators.end(),
                                                [&](const Person& p) { return p.is(role); })
                                   - administrators.begin());
    };
    const SecretBuffer& securityKey = bundles[indexOf(role::kSecurity)].signSecretKey;
    const SecretBuffer& auditKey = bundles[indexOf(role::kAudit)].signSecretKey;
    return m_cases.transaction(Mode::Write, [&]() -> Status {
        HALL_ASSIGN(const auto taken, m_cases.value<int>("SELECT 1 FROM staff LIMIT 1"));
        if (taken)
            return Error{ErrorCode::StaffExists, tr("This hall has its administrators already.")};
        // Security and audit come first: their records say whose signatures count from then on.
        for (const QString& role : {role::kSecurity, role::kAudit, role::kSystem}) {
            const auto i = static_cast<qsizetype>(indexOf(role));
            HALL_TRY(writeAccount(administrators.at(i), sealed.at(i)));
            HALL_TRY(writeRoster(administrators.at(i), sealed.at(i), securityKey, auditKey));
            HALL_TRY(m_audit.append(QStringLiteral("account-created"), administrators.at(i).login,
                                    administrators.at(i).login));
        }
        return {};
    });
}

Status StaffRegister::add(const Person& person, const SecretBuffer& passphrase, const SignedIn& security,
                          const SignedIn& audit, const seal::KdfCost& cost)
{
    return noted(addSigned(person, passphrase, security, audit, cost), kAccountRefused, security.person.login,
                 QStringLiteral("added %1 %2").arg(audit.person.login, person.login));
}

Status StaffRegister::addSigned(const Person& person, const SecretBuffer& passphrase, const SignedIn& security,
                                const SignedIn& audit, const seal::KdfCost& cost)
{
    if (!security.person.is(role::kSecurity) || !audit.person.is(role::kAudit))
        return Error{ErrorCode::PermissionDenied,
                     tr("An account is added by the security administrator and countersigned by the audit administrator.")};
    HALL_TRY(checkPerson(person));
    const seal::Bundle bundle = seal::Bundle::generate();
    HALL_ASSIGN(const auto sealed, seal::sealBundle(bundle, person.login, passphrase, cost));
    return m_cases.transaction(Mode::Write, [&]() -> Status {
        HALL_ASSIGN(const auto taken, m_cases.value<int>("SELECT 1 FROM staff WHERE login = $1", person.login));
        if (taken)
            return Error{ErrorCode::StaffExists, tr("There is a person \"%1\" already. Choose another login.").arg(person.login)};
        HALL_TRY(writeAccount(person, sealed));
        HALL_TRY(writeRoster(person, sealed, security.bundle.signSecretKey, audit.bundle.signSecretKey));
        return m_audit.append(QStringLiteral("account-created"), security.person.login, person.login);
    });
}

Status StaffRegister::writeAccount(const Person& person, const seal::SealedBundle& sealed)
{
    return m_cases.execute(
        "INSERT INTO staff (login, name, roles, blocks, bundle_version, kdf_passes, kdf_memory, salt, box_public, "
        "sign_public, nonce, sealed) VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12)",
        person.login, person.name, person.roles.join(QLatin1Char(' ')), person.blocks.join(QLatin1Char(' ')),
        sealed.version, sealed.cost.passes, sealed.cost.memoryBytes, sealed.salt, sealed.boxPublicKey,
        sealed.signPublicKey, sealed.nonce, sealed.sealed);
}

Result<std::pair<Person, seal::SealedBundle>> StaffRegister::account(const QString& login)
{
    HALL_ASSIGN(auto rows, m_cases.query("SELECT login, name, roles, blocks, active, bundle_version, kdf_passes, kdf_memory, "
                                         "salt, box_public, sign_public, nonce, sealed FROM staff WHERE login = $1",
                                         login));
    HALL_ASSIGN(const bool found, rows.next());
    if (!found)
        return Error{ErrorCode::StaffUnknown, tr("There is no person \"%1\" in this hall.").arg(login)};
    seal::SealedBundle sealed;
    sealed.person = login;
    sealed.version = rows.get<int>(5);
    sealed.cost = {rows.get<quint64>(6), rows.get<quint64>(7)};
    sealed.salt = rows.get<QByteArray>(8);
    sealed.boxPublicKey = rows.get<QByteArray>(9);
    sealed.signPublicKey = rows.get<QByteArray>(10);
    sealed.nonce = rows.get<QByteArray>(11);
    sealed.sealed = rows.get<QByteArray>(12);
    return std::pair(personFrom(rows), sealed);
}

Status StaffRegister::refuseWhileLocked(const QString& login)
{
    HALL_ASSIGN(const auto until, m_cases.value<base::Timestamp>("SELECT locked_until FROM staff WHERE login = $1", login));
    const base::Timestamp now = m_clock.now();
    if (!until || *until <= now)
        return {};
    // A clock set back makes the wait no shorter, and no longer than the longest delay.
    const auto left = std::min<base::Milliseconds>(*until - now, kLongestDelay);
    return Error{ErrorCode::AccountLocked,
                 tr("This account is locked for another %1 seconds after several wrong passphrases.")
                     .arg(static_cast<qint64>(base::toSeconds(left)) + 1)};
}

/// One attempt is used up before it is tried; how long the account is locked should it fail.
Result<base::Milliseconds> StaffRegister::countAttempt(const QString& login)
{
    return m_cases.transaction(Mode::Write, [&]() -> Result<base::Milliseconds> {
        HALL_TRY(refuseWhileLocked(login));
        HALL_ASSIGN(const auto failures,
                    m_cases.value<int>("UPDATE staff SET failures = failures + 1 WHERE login = $1 RETURNING failures", login));
        const base::Milliseconds lock = delayAfter(failures.value_or(1));
        if (lock.count() > 0)
            HALL_TRY(m_cases.execute("UPDATE staff SET locked_until = $2 WHERE login = $1", login, m_clock.now() + lock));
        return lock;
    });
}

/// Where it was not the passphrase that failed.
Status StaffRegister::giveAttemptBack(const QString& login)
{
    return m_cases.execute("UPDATE staff SET failures = CASE WHEN failures > 0 THEN failures - 1 ELSE 0 END, locked_until = 0 "
                           "WHERE login = $1",
                           login);
}

Status StaffRegister::noteRefusal(const QString& login, base::Milliseconds lock, const QString& kind)
{
    if (lock.count() > 0)
        return m_audit.append(QStringLiteral("account-locked"), login, QString::number(lock.count() / 1000));
    return m_audit.append(kind, login);
}

/// As slow and as silent as a wrong passphrase, so that nobody learns which names exist. The name is not written down:
/// people type their passphrase into the wrong field.
Status StaffRegister::refuseUnknown(const QString& login, const SecretBuffer& passphrase)
{
    seal::KdfCost cost;
    {
        HALL_ASSIGN(auto rows, m_cases.query("SELECT kdf_passes, kdf_memory FROM staff LIMIT 1"));
        HALL_ASSIGN(const bool found, rows.next());
        if (found)
            cost = {rows.get<quint64>(0), rows.get<quint64>(1)};
    }
    const auto decoy = seal::sealBundle(seal::Bundle::generate(), login, passphrase, cost);
    HALL_TRY(m_audit.append(QStringLiteral("sign-in-refused"), {}, QStringLiteral("unknown-login")));
    return Error{ErrorCode::PassphraseWrong, tr("The name or the passphrase is not right. Check the keyboard's "
                                                "language and Caps Lock, then try again.")};
}

Result<SignedIn> StaffRegister::signIn(const QString& login, const SecretBuffer& passphrase, const QString& code)
{
    const auto known = account(login);
    if (!known.ok() && known.error().code == ErrorCode::StaffUnknown) {
        HALL_TRY(refuseUnknown(login, passphrase));
    }
    HALL_ASSIGN(const auto found, known);
    const auto counted = countAttempt(login);
    if (!counted.ok() && counted.error().code == ErrorCode::AccountLocked)
        HALL_TRY(m_audit.append(QStringLiteral("sign-in-refused"), login, QStringLiteral("locked")));
    HALL_ASSIGN(const base::Milliseconds lock, counted);
    auto bundle = seal::openBundle(found.second, passphrase);
    if (!bundle.ok()) {
        if (bundle.error().code == ErrorCode::PassphraseWrong)
            HALL_TRY(noteRefusal(login, lock, QStringLiteral("sign-in-refused")));
        else
            HALL_TRY(giveAttemptBack(login));
        return bundle.error();
    }
    SignedIn signedIn;
    signedIn.person = found.first;
    signedIn.bundle = std::move(bundle).value();
    HALL_TRY(checkCode(signedIn, code, lock));
    HALL_TRY(m_cases.execute("UPDATE staff SET failures = 0, locked_until = 0 WHERE login = $1", login));
    HALL_ASSIGN(const Trust trust, this->trust());
    const bool open = found.first.active;
    if (open)
        HALL_TRY(compare(found.first, found.second.boxPublicKey, found.second.signPublicKey, rosterOf(trust)));
    if (!open || found.first.roles.isEmpty()) {
        HALL_TRY(m_audit.append(QStringLiteral("sign-in-refused"), login, QStringLiteral("closed")));
        return Error{ErrorCode::PermissionDenied, tr("This account has been closed. Ask the security administrator.")};
    }
    HALL_TRY(openGroups(signedIn, trust));
    HALL_TRY(vouchForOwn(signedIn));
    HALL_TRY(depositForRecovery(signedIn, trust));
    HALL_TRY(m_audit.append(QStringLiteral("signed-in"), login));
    return signedIn;
}

Result<QList<Person>> StaffRegister::list()
{
    HALL_ASSIGN(auto rows, m_cases.query("SELECT login, name, roles, blocks, active FROM staff ORDER BY login"));
    QList<Person> people;
    while (true) {
        HALL_ASSIGN(const bool more, rows.next());
        if (!more)
            return people;
        people.append(personFrom(rows));
    }
}

Result<Person> StaffRegister::person(const QString& login)
{
    HALL_ASSIGN(const auto found, account(login));
    return found.first;
}

} // namespace hall::store
