// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/base/clock.h"
#include "app/seal/bundle.h"
#include "app/store/audit_trail.h"

#include <QJsonArray>
#include <QMap>
#include <QStringList>
#include <map>
#include <optional>
#include <vector>

namespace hall::sql {
class Connection;
}

namespace hall::store {

/// What people may do. The three administrators are three people: system (stations, services, backups), security
/// (accounts and roles), audit (reads the trail). None of them holds a group's key.
namespace role {
inline const QString kGuide = QStringLiteral("guide");
inline const QString kReception = QStringLiteral("reception");
inline const QString kLegal = QStringLiteral("legal-talker");
inline const QString kMediator = QStringLiteral("mediator");
inline const QString kExpert = QStringLiteral("expert");
inline const QString kSupervisor = QStringLiteral("supervisor");
inline const QString kSystem = QStringLiteral("system-administrator");
inline const QString kSecurity = QStringLiteral("security-administrator");
inline const QString kAudit = QStringLiteral("audit-administrator");
QStringList all();
} // namespace role

/// The group of the supervisors: it gets every key of an ordinary case. Its members stand on the roster with it as a block.
inline const QString kSupervisorsGroup = QStringLiteral("supervisors");

inline const QString kAccountRefused = QStringLiteral("account-refused");
inline const QString kGroupRefused = QStringLiteral("group-refused");

struct Person
{
    QString login;
    QString name;
    QStringList roles;
    QStringList blocks; ///< whose intakes they may open
    bool active = true;
    bool is(const QString& role) const { return roles.contains(role); }
    /// System, security or audit administrator: three people, who are nothing besides and serve no block.
    bool isAdministrator() const { return is(role::kSystem) || is(role::kSecurity) || is(role::kAudit); }
    bool operator==(const Person&) const = default;
};

/// Whether somebody serves visitors at a desk: clerks, mediators and experts, unless they look after the hall as a supervisor or an
/// administrator.
bool worksAtDesk(const Person& person);

/// Somebody at work: who they are and the keys that their passphrase opened. Wiped when it goes.
struct SignedIn
{
    Person person;
    seal::Bundle bundle;
    std::map<std::pair<QString, int>, seal::BoxKeyPair> groups; ///< by block and generation

    bool mayServe(const QString& block) const;
};

/// What the two administrators signed, record by record: who may be believed, and from when on.
struct Trust
{
    struct Record
    {
        QByteArray hash;
        QString login;
        QByteArray box;
        QByteArray sign;
        QStringList roles;           ///< none: the person has left
        QStringList blocks;
        QMap<QString, int> until;    ///< blocks that they served before, and the newest generation of its key that they had
    };
    QList<Record> records;

    QByteArray root() const { return records.isEmpty() ? QByteArray() : records.first().hash; }
    QByteArray head() const { return records.isEmpty() ? QByteArray() : records.last().hash; }
    /// Position of the record with this hash; -1: none.
    qsizetype indexOf(const QByteArray& hash) const;
    /// What stood on the roster about the holder of this key (Ed25519) when `upTo` was its newest record; null: nothing.
    const Record* holder(const QByteArray& sign, qsizetype upTo) const;
    /// The same by login.
    const Record* person(const QString& login, qsizetype upTo) const;
    /// The newest record of whoever has this role now; null: nobody.
    const Record* holding(const QString& role) const;
    /// Logins that serve this block now.
    QStringList serving(const QString& block) const;
    /// Whether this person might hand on what is sealed to this generation of a block's key, and did sign it. What somebody
    /// handed on before they left, or before they got new keys, holds; nothing of a later generation does.
    bool granted(const QString& login, const QString& block, int generation, const QByteArray& bound,
                 const QByteArray& signature) const;
};

/// Whether lost keys can be recovered, and which.
struct RecoveryState
{
    int generation = 0; ///< how often it was set up; 0: never
    struct Custodian
    {
        QString login;
        bool able = false; ///< false: they have left or have other keys since; set it up again
        bool operator==(const Custodian&) const = default;
    };
    QList<Custodian> custodians;
    struct Group
    {
        QString block;
        int generation = 0; ///< newest of its keys
        int deposited = 0;  ///< newest that could be recovered; 0: none
        bool operator==(const Group&) const = default;
    };
    QList<Group> groups;
};

/// The hall's people: accounts, the roster that says whom to believe, and signing in. A change of accounts and keys that is
/// refused (PermissionDenied, KeyMissing) is an audit record, as the change would be.
/// Errors: StaffUnknown, StaffExists, PassphraseWrong, AccountLocked (the message tells for how long), SignatureInvalid (the
/// roster or a grant was tampered with), InvalidArgument, and the store's.
class StaffRegister
{
public:
    StaffRegister(sql::Connection& cases, const base::Clock& clock, AuditTrail& audit);

    /// The first accounts of a hall: the three administrators, who found the roster. Once.
    base::Status found(const QList<Person>& administrators, std::vector<seal::SecretBuffer>& passphrases,
                       const seal::KdfCost& cost);
    /// Adds an account. `security` and `audit` sign the roster; a group's key is granted by one of its members (grant()).
    base::Status add(const Person& person, const seal::SecretBuffer& passphrase, const SignedIn& security,
                     const SignedIn& audit, const seal::KdfCost& cost);

    /// Makes the first generation of a block's key; `first`, who serves there, becomes its first member and holds it from
    /// now on. The public half goes to the line.
    base::Result<QByteArray> makeGroup(const QString& block, SignedIn& first);
    /// A member hands the block's keys on. Errors: PermissionDenied when the granter holds none or the other does not serve
    /// there.
    base::Status grant(const QString& block, const QString& member, const SignedIn& granter);

    /// The newest public key of a group that one of its members vouches for: what somebody outside may seal to. Nothing where
    /// the group has no key. Without the voucher, whoever can write into the store could put a key of their own there.
    struct VouchedKey
    {
        int generation = 0; ///< 0: none
        QByteArray publicKey;
    };
    base::Result<VouchedKey> vouchedKey(const QString& block, const Trust& trust);

    /// A new generation of a block's key, handed to everybody who serves there and held the one before. What is written from
    /// now on is sealed to it (CaseKeys, kiosks once it is published). Errors: PermissionDenied (no holder of the newest
    /// generation), EntryConflict (somebody renewed it at the same moment).
    base::Status renewGroup(const QString& block, SignedIn& member);
    /// Somebody leaves: their account is closed and the roster says so, and each of their blocks' keys is renewed by one of
    /// `members`, all in one step. What they could read before, they could have copied; of what is written afterwards they
    /// open nothing. Errors: PermissionDenied (not both administrators; an administrator themselves), KeyMissing (a block
    /// for which no holder of its key is among `members`, named), StaffUnknown.
    base::Status close(const QString& login, const SignedIn& security, const SignedIn& audit,
                       const std::vector<SignedIn*>& members);

    /// Splits a new recovery key among three custodians: any two of them make it, one alone holds noise. Every secret of a
    /// group is deposited under it as its members sign in and as keys are renewed. Doing it again makes what the custodians
    /// of before hold worthless. Errors: PermissionDenied (not both administrators; one of
    /// them as a custodian), InvalidArgument (not three people), StaffUnknown.
    base::Status setUpRecovery(const QStringList& custodians, const SignedIn& security, const SignedIn& audit);
    base::Result<RecoveryState> recovery();
    /// Two custodians give a member of a block its keys back, where nobody is left who could hand them on; how many
    /// generations. Errors: PermissionDenied (not two custodians; the member does not serve there), KeyMissing (nothing was
    /// deposited), SealInvalid and SignatureInvalid (tampered with).
    base::Result<int> recoverGroup(const QString& block, const SignedIn& first, const SignedIn& second, SignedIn& member);
    /// A lost passphrase: new keys under a new one. The blocks' keys come back through a colleague (grant()) or through
    /// custodians; what the old keys signed holds. Errors: PermissionDenied (not both administrators; one of these two
    /// themselves; a closed account), StaffUnknown.
    base::Status reset(const QString& login, const seal::SecretBuffer& passphrase, const SignedIn& security,
                       const SignedIn& audit, const seal::KdfCost& cost);

    /// About 0.4 s of work on purpose. Five failures lock the account for 30 s, and each further one for twice as long, up
    /// to an hour; setting the clock back does not shorten it. An attempt is counted before it is tried, so neither ending
    /// the program in between nor trying on many machines at once gains one. Roles and blocks are the roster's: an account
    /// that says otherwise is refused with SignatureInvalid, and so is a group's key that no member handed on.
    /// `code`: the one-time code, where the account asks for one. It is good once; a wrong one, one used before and none at all
    /// count like a wrong passphrase.
    base::Result<SignedIn> signIn(const QString& login, const seal::SecretBuffer& passphrase, const QString& code = {});
    /// Whether signing in asks for a one-time code. False for a login that there is not.
    base::Result<bool> asksCode(const QString& login);
    /// A secret for one-time codes, kept aside sealed to the person until they prove with a code that they have it.
    base::Result<seal::SecretBuffer> offerCodes(const SignedIn& person);
    /// From now on signing in asks for a code. The secret goes into the person's bundle, so that nobody who can write into the
    /// store takes the question away. Errors: InvalidArgument (nothing was offered), PassphraseWrong (the code).
    base::Status confirmCodes(SignedIn& person, const seal::SecretBuffer& passphrase, const QString& code, const seal::KdfCost& cost);
    base::Status removeCodes(SignedIn& person, const seal::SecretBuffer& passphrase, const seal::KdfCost& cost);
    base::Status changePassphrase(const SignedIn& person, const seal::SecretBuffer& passphrase, const seal::KdfCost& cost);

    /// Who was granted a key of which block: logins by block.
    base::Result<QMap<QString, QStringList>> keyHolders();

    base::Result<QList<Person>> list();
    base::Result<Person> person(const QString& login);
    /// Walks the whole roster: chain, signatures, and that the accounts' people, keys, roles and blocks are those on it.
    base::Status verifyRoster();
    /// The whole roster, checked. Errors: SignatureInvalid.
    base::Result<Trust> trust();
    /// The same where somebody was written on it since; within a transaction that must not take long.
    base::Status renew(Trust& trust);
    /// Hash of the first record: every other trust hangs on it, so it is kept a second time in the line.
    base::Result<QByteArray> rosterRoot();

private:
    /// What the administrators signed about a person. The accounts repeat it, but are never believed.
    struct Believed
    {
        QByteArray box;
        QByteArray sign;
        QStringList roles;
        QStringList blocks;
    };
    using Roster = QMap<QString, Believed>;
    /// To be called outside of a transaction, which the refusal would roll back. `whom`: countersigner and account, block and member, …
    template <class Outcome>
    Outcome noted(Outcome outcome, const QString& kind, const QString& actor, const QString& whom)
    {
        const bool refused = !outcome.ok() && (outcome.error().code == base::ErrorCode::PermissionDenied || outcome.error().code == base::ErrorCode::KeyMissing);
        if (refused)
            HALL_TRY(m_audit.append(kind, actor, whom));
        return outcome;
    }
    base::Status addSigned(const Person& person, const seal::SecretBuffer& passphrase, const SignedIn& security, const SignedIn& audit,
                           const seal::KdfCost& cost);
    base::Status closeSigned(const QString& login, const SignedIn& security, const SignedIn& audit, const std::vector<SignedIn*>& members);
    base::Status resetSigned(const QString& login, const seal::SecretBuffer& passphrase, const SignedIn& security, const SignedIn& audit,
                             const seal::KdfCost& cost);
    base::Status setUpSigned(const QStringList& custodians, const SignedIn& security, const SignedIn& audit);
    base::Result<QByteArray> makeHeld(const QString& block, SignedIn& first);
    base::Status grantHeld(const QString& block, const QString& member, const SignedIn& granter);
    base::Status renewHeld(const QString& block, SignedIn& member);
    base::Status writeAccount(const Person& person, const seal::SealedBundle& sealed);
    base::Status writeRoster(const Person& person, const seal::SealedBundle& sealed, const seal::SecretBuffer& securityKey,
                             const seal::SecretBuffer& auditKey, const QMap<QString, int>& until = {});
    base::Result<std::pair<Person, seal::SealedBundle>> account(const QString& login);
    base::Result<Roster> readRoster();
    static Roster rosterOf(const Trust& trust);
    static base::Status compare(const Person& person, const QByteArray& box, const QByteArray& sign, const Roster& roster);
    base::Status refuseUnknown(const QString& login, const seal::SecretBuffer& passphrase);
    base::Status refuseWhileLocked(const QString& login);
    base::Result<base::Milliseconds> countAttempt(const QString& login);
    base::Status giveAttemptBack(const QString& login);
    base::Status noteRefusal(const QString& login, base::Milliseconds lock, const QString& kind);
    base::Status checkCode(const SignedIn& person, const QString& code, base::Milliseconds lock);
    base::Result<bool> useUpStep(const QString& login, qint64 step);
    base::Status resealBundle(const SignedIn& person, const seal::SecretBuffer& passphrase, const seal::KdfCost& cost,
                              const QString& kind);
    base::Status vouch(const QString& block, int generation, const QByteArray& publicKey, const SignedIn& member);
    base::Status vouchForOwn(const SignedIn& member);
    base::Status openGroups(SignedIn& signedIn, const Trust& trust);
    /// What the two administrators signed about recovery.
    struct RecoveryRecord
    {
        int generation = 0;
        QByteArray publicKey;
        QList<std::pair<QString, QByteArray>> custodians; ///< logins, and the keys that their shares are sealed to
        QJsonArray shares;
    };
    base::Result<std::optional<RecoveryRecord>> recoveryRecord(const Trust& trust);
    base::Status depositForRecovery(const SignedIn& member, const Trust& trust);
    /// A key that has just been made; nothing where recovery was never set up.
    base::Status depositNew(const QString& block, int generation, const seal::BoxKeyPair& pair, const SignedIn& member,
                            const Trust& trust);
    base::Status deposit(const RecoveryRecord& recovery, const QString& block, int generation, const seal::BoxKeyPair& pair,
                         const SignedIn& member);
    base::Result<int> recoverWith(const QString& block, const SignedIn& first, const SignedIn& second, SignedIn& member);
    base::Result<std::map<int, seal::BoxKeyPair>> openDeposits(const RecoveryRecord& record, const seal::BoxKeyPair& recovery,
                                                               const QString& block, const Trust& trust);
    base::Status handOn(const QString& block, int generation, const seal::BoxKeyPair& pair, const QString& member,
                        const QByteArray& box, const SignedIn& granter);

    sql::Connection& m_cases;
    const base::Clock& m_clock;
    AuditTrail& m_audit;
};

} // namespace hall::store
