// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/store/vault.h"

#include "app/base/log.h"
#include "app/sql/sqlcipher/sqlcipher_connection.h"
#include "app/store/file_turn.h"
#include "app/store/hall_folder.h"
#include "app/store/key_ring.h"
#include "app/store/migrations.h"
#include "app/store/texts.h"
#include "app/store/trail_memory.h"

#include <QDir>
#include <QFile>
#include <QJsonDocument>
#include <cstring>

static void initVaultMigrations()
{
    Q_INIT_RESOURCE(vault_migrations);
}

namespace hall::store {

using base::Error;
using base::ErrorCode;
using base::Result;
using base::Status;
using seal::SecretBuffer;
using sql::Mode;
using sql::sqlcipher::SqlCipherConnection;

namespace {

using Opened = Result<std::unique_ptr<sql::Connection>>;

constexpr base::Milliseconds kOpeningPatience(10'000);
constexpr qsizetype kNameBytes = 12;
constexpr int kProjectionCacheKilobytes = 32'000;
constexpr std::size_t kDeviceBytes = 32;

QString nameOf(QByteArrayView purpose, const QByteArray& root, const QString& what)
{
    return QString::fromLatin1(seal::hash(purpose, root + what.toUtf8()).left(kNameBytes).toHex());
}

/// Half of the key; a lost one is replaced, and with it everything that it opened is gone.
Result<SecretBuffer> deviceSecret(const QString& folder)
{
    const KeyRing keys{HallFiles{folder}};
    auto kept = keys.read(KeyName::Device);
    if (kept.ok() || kept.error().code == ErrorCode::PermissionDenied)
        return kept;
    QFile::remove(keys.path(KeyName::Device)); // one of another length
    SecretBuffer fresh = SecretBuffer::random(kDeviceBytes);
    HALL_TRY(keys.write(KeyName::Device, fresh));
    return fresh;
}

SecretBuffer rawKey(const SecretBuffer& vaultSecret, const SecretBuffer& device)
{
    SecretBuffer halves(vaultSecret.size() + device.size());
    std::memcpy(halves.data(), vaultSecret.data(), vaultSecret.size());
    std::memcpy(halves.data() + vaultSecret.size(), device.data(), device.size());
    QByteArray key = seal::hash("hall.vault.v1", halves.view());
    return SecretBuffer::takeFrom(key);
}

/// Errors after which another attempt on the same file would end the same way.
bool isUseless(ErrorCode code)
{
    switch (code) {
    case ErrorCode::WrongKey:
    case ErrorCode::StoreDamaged:
    case ErrorCode::StoreNotEncrypted:
    case ErrorCode::StoreNewer:
    case ErrorCode::Internal:
    case ErrorCode::ConstraintViolated:
        return true;
    default:
        return false;
    }
}

/// One of the two files.
struct Part
{
    QString name; ///< of its migrations
    QString path;
    bool projection = false;
};

Opened openPart(const Part& part, const SecretBuffer& key)
{
    sql::sqlcipher::Options options;
    options.path = part.path;
    options.key = key.view().toByteArray();
    options.create = !QFile::exists(part.path);
    options.lockPath = part.path + QStringLiteral(".lock");
    options.fullSync = !part.projection;
    options.fullText = part.projection;
    if (part.projection)
        options.cacheKilobytes = kProjectionCacheKilobytes;
    auto connection = SqlCipherConnection::open(options);
    options.key.fill('\0');
    if (connection.ok())
        HALL_TRY(migrate(**connection, part.name));
    return connection;
}

void clearAway(const Part& part)
{
    const QString kept = part.path + QStringLiteral(".unreadable");
    if (!part.projection) {
        QFile::remove(kept);
        QFile::rename(part.path, kept);
    }
    for (const char* ending : {"", "-wal", "-shm"})
        QFile::remove(part.path + QLatin1StringView(ending));
}

/// What cannot be used makes way for a new file.
Opened openOrBegin(const Part& part, const SecretBuffer& key, bool& begun)
{
    auto opened = openPart(part, key);
    if (opened.ok() || !isUseless(opened.error().code))
        return opened;
    qCWarning(base::logStore, "a part of the vault (%s) cannot be used and begins anew: %s", qPrintable(part.name),
              errorName(opened.error().code).data());
    begun = true;
    clearAway(part);
    return openPart(part, key);
}

} // namespace

Vault::~Vault() = default;

Result<std::unique_ptr<Vault>> Vault::open(const HallPlace& place, CaseOffice& office, const SignedIn& person,
                                           const QString& folder)
{
    initVaultMigrations();
    const QString own = folder.isEmpty() ? hall::store::accountFolder() : folder;
    const QString vaults = own + QStringLiteral("/vaults");
    if (!QDir().mkpath(vaults))
        return Error{ErrorCode::StoreUnavailable,
                     tr("%1 cannot be made. Check the folder and its permissions.").arg(vaults)};
    QFile::setPermissions(vaults, QFile::ReadOwner | QFile::WriteOwner | QFile::ExeOwner);
    HALL_ASSIGN(const QByteArray root, office.staff().rosterRoot());
    const QString name = vaults + QLatin1Char('/') + nameOf("hall.vault.name.v1", root, person.person.login);
    const auto oneAtATime = takeTurn(name + QStringLiteral(".opening"), kOpeningPatience);
    if (!oneAtATime.ok() && oneAtATime.error().code == ErrorCode::StoreLocked)
        return Error{ErrorCode::StoreLocked, tr("Another program is opening your vault. Try again in a moment.")};
    if (!oneAtATime.ok())
        return oneAtATime.error();

    HALL_ASSIGN(const SecretBuffer device, deviceSecret(own));
    std::unique_ptr<Vault> vault(new Vault);
    vault->m_key = rawKey(person.bundle.vaultSecret, device);
    vault->m_place = placeMark(place, root);
    vault->m_file = name + QStringLiteral(".db");
    bool lostDrafts = false;
    HALL_ASSIGN(vault->m_desk, openOrBegin({QStringLiteral("desk"), name + QStringLiteral(".desk.db")}, vault->m_key, lostDrafts));
    HALL_TRY(vault->openProjection());
    return vault;
}

Status Vault::openProjection()
{
    HALL_ASSIGN(m_projection, openOrBegin({QStringLiteral("vault"), m_file, true}, m_key, m_begunAnew));
    return {};
}

Status Vault::beginAnew()
{
    m_projection.reset();
    m_begunAnew = true;
    clearAway({QStringLiteral("vault"), m_file, true});
    return openProjection();
}

Status Vault::keepDraft(const QString& key, const QJsonObject& content)
{
    return m_desk->execute("INSERT INTO draft (key, content) VALUES ($1, $2) "
                           "ON CONFLICT (key) DO UPDATE SET content = excluded.content",
                           key, QString::fromUtf8(QJsonDocument(content).toJson(QJsonDocument::Compact)));
}

Result<QMap<QString, QJsonObject>> Vault::drafts()
{
    HALL_ASSIGN(auto rows, m_desk->query("SELECT key, content FROM draft"));
    QMap<QString, QJsonObject> drafts;
    while (true) {
        HALL_ASSIGN(const bool more, rows.next());
        if (!more)
            return drafts;
        drafts.insert(rows.get<QString>(0), QJsonDocument::fromJson(rows.get<QString>(1).toUtf8()).object());
    }
}

Status Vault::dropDraft(const QString& key)
{
    return m_desk->execute("DELETE FROM draft WHERE key = $1", key);
}

Status Vault::witness(AuditTrail& audit)
{
    return m_desk->transaction(Mode::Write, [&]() -> Status {
        AuditTrail::Head seen;
        {
            HALL_ASSIGN(auto rows, m_desk->query("SELECT seq, hash FROM seen WHERE place = $1", m_place));
            HALL_ASSIGN(const bool found, rows.next());
            if (found)
                seen = {rows.get<qint64>(0), rows.get<QByteArray>(1)};
        }
        HALL_ASSIGN(const AuditTrail::Head head, continued(audit, seen));
        if (head.seq <= seen.seq)
            return {};
        return m_desk->execute("INSERT INTO seen (place, seq, hash) VALUES ($1, $2, $3) "
                               "ON CONFLICT (place) DO UPDATE SET seq = excluded.seq, hash = excluded.hash",
                               m_place, head.seq, head.hash);
    });
}

} // namespace hall::store
