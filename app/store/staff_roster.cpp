// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/sql/connection.h"
#include "app/store/staff.h"

#include <QCoreApplication>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

// The roster: whom to believe. A database administrator can swap a public key in the accounts, but not on the roster.
namespace hall::store {

using base::Error;
using base::ErrorCode;
using base::Result;
using base::Status;
using seal::SecretBuffer;

namespace {

const QByteArray kPurpose = QByteArrayLiteral("hall.roster.v1");

QString base64(const QByteArray& bytes)
{
    return QString::fromLatin1(bytes.toBase64());
}

QByteArray fromBase64(const QJsonValue& value)
{
    return QByteArray::fromBase64(value.toString().toLatin1());
}

Error tampered(qint64 seq)
{
    return {ErrorCode::SignatureInvalid,
            QCoreApplication::translate("hall::store", "Record %1 of the roster was changed, removed or put in by somebody "
                                                       "without the right. Tell the audit administrator; do not go on "
                                                       "working.")
                .arg(seq)};
}

/// What a roster record binds together.
QByteArray recordOf(const Person& person, const seal::SealedBundle& sealed, qint64 seq)
{
    return QJsonDocument(QJsonObject{{QStringLiteral("seq"), seq},
                                     {QStringLiteral("login"), person.login},
                                     {QStringLiteral("roles"), QJsonArray::fromStringList(person.roles)},
                                     {QStringLiteral("blocks"), QJsonArray::fromStringList(person.blocks)},
                                     {QStringLiteral("box"), base64(sealed.boxPublicKey)},
                                     {QStringLiteral("sign"), base64(sealed.signPublicKey)}})
        .toJson(QJsonDocument::Compact);
}

QStringList strings(const QJsonValue& value)
{
    QStringList list;
    for (const QJsonValue& item : value.toArray())
        list.append(item.toString());
    return list;
}

bool hasRole(const QJsonObject& record, const QString& role)
{
    return record.value(QLatin1StringView("roles")).toArray().contains(role);
}

} // namespace

Status StaffRegister::writeRoster(const Person& person, const seal::SealedBundle& sealed, const SecretBuffer& securityKey,
                                  const SecretBuffer& auditKey)
{
    qint64 seq = 1;
    QByteArray previous;
    {
        HALL_ASSIGN(auto rows, m_cases.query("SELECT seq, hash FROM roster ORDER BY seq DESC LIMIT 1"));
        HALL_ASSIGN(const bool found, rows.next());
        if (found) {
            seq = rows.get<qint64>(0) + 1;
            previous = rows.get<QByteArray>(1);
        }
    }
    const QByteArray record = recordOf(person, sealed, seq);
    const QByteArray hash = seal::hash(kPurpose, previous + record);
    return m_cases.execute("INSERT INTO roster (seq, record, hash, signature, countersigned) VALUES ($1, $2, $3, $4, $5)",
                           seq, record, hash, seal::signWith(securityKey, hash), seal::signWith(auditKey, hash));
}

/// Reads and checks the whole roster. The first two records are the founders': they carry the keys that all signatures,
/// their own included, are checked with.
Result<StaffRegister::Roster> StaffRegister::readRoster()
{
    struct Record
    {
        qint64 seq;
        QByteArray hash;
        QByteArray signature;
        QByteArray countersigned;
        QJsonObject content;
    };
    QList<Record> records;
    HALL_ASSIGN(auto rows, m_cases.query("SELECT seq, record, hash, signature, countersigned FROM roster ORDER BY seq"));
    QByteArray previous;
    while (true) {
        HALL_ASSIGN(const bool more, rows.next());
        if (!more)
            break;
        const auto bytes = rows.get<QByteArray>(1);
        Record record{rows.get<qint64>(0), rows.get<QByteArray>(2), rows.get<QByteArray>(3), rows.get<QByteArray>(4),
                      QJsonDocument::fromJson(bytes).object()};
        if (record.seq != records.size() + 1 || record.hash != seal::hash(kPurpose, previous + bytes)
            || record.content.value(QLatin1StringView("seq")).toInteger() != record.seq)
            return tampered(record.seq);
        previous = record.hash;
        records.append(record);
    }
    if (records.size() < 2 || !hasRole(records.at(0).content, role::kSecurity)
        || !hasRole(records.at(1).content, role::kAudit))
        return tampered(1);
    const QByteArray security = fromBase64(records.at(0).content.value(QLatin1StringView("sign")));
    const QByteArray audit = fromBase64(records.at(1).content.value(QLatin1StringView("sign")));
    Roster roster;
    for (const Record& record : std::as_const(records)) {
        if (!seal::verify(security, record.hash, record.signature) || !seal::verify(audit, record.hash, record.countersigned))
            return tampered(record.seq);
        roster.insert(record.content.value(QLatin1StringView("login")).toString(),
                      {fromBase64(record.content.value(QLatin1StringView("box"))),
                       fromBase64(record.content.value(QLatin1StringView("sign"))),
                       strings(record.content.value(QLatin1StringView("roles"))),
                       strings(record.content.value(QLatin1StringView("blocks")))});
    }
    return roster;
}

Status StaffRegister::compare(const Person& person, const QByteArray& box, const QByteArray& sign, const Roster& roster)
{
    const Believed believed = roster.value(person.login);
    if (believed.box != box || believed.sign != sign)
        return Error{ErrorCode::SignatureInvalid,
                     QCoreApplication::translate("hall::store", "The keys of \"%1\" are not those that the administrators "
                                                                "signed. Tell the audit administrator; do not go on "
                                                                "working.")
                         .arg(person.login)};
    if (believed.roles != person.roles || believed.blocks != person.blocks)
        return Error{ErrorCode::SignatureInvalid,
                     QCoreApplication::translate("hall::store", "The roles or blocks of \"%1\" are not those that the "
                                                                "administrators signed. Tell the audit administrator; do "
                                                                "not go on working.")
                         .arg(person.login)};
    return {};
}

Status StaffRegister::verifyRoster()
{
    HALL_ASSIGN(Roster roster, readRoster());
    HALL_ASSIGN(const auto people, list());
    for (const Person& person : people) {
        HALL_ASSIGN(const auto found, account(person.login));
        HALL_TRY(compare(found.first, found.second.boxPublicKey, found.second.signPublicKey, roster));
        roster.remove(person.login);
    }
    if (!roster.isEmpty())
        return Error{ErrorCode::SignatureInvalid,
                     QCoreApplication::translate("hall::store", "\"%1\" stands on the roster, but the account is gone. Tell "
                                                                "the audit administrator.")
                         .arg(roster.firstKey())};
    return {};
}

Result<QByteArray> StaffRegister::rosterRoot()
{
    HALL_ASSIGN(const auto root, m_cases.value<QByteArray>("SELECT hash FROM roster WHERE seq = 1"));
    return root.value_or(QByteArray());
}

} // namespace hall::store
