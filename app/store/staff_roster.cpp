// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/sql/connection.h"
#include "app/store/base64.h"
#include "app/store/staff.h"

#include <QCoreApplication>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <algorithm>

// The roster: whom to believe. A database administrator can swap a public key in the accounts, but not on the roster.
namespace hall::store {

using base::Error;
using base::ErrorCode;
using base::Result;
using base::Status;
using seal::SecretBuffer;
using sql::Mode;

namespace {

const QByteArray kRosterPurpose = QByteArrayLiteral("hall.roster.v1");

Error tampered(qint64 seq)
{
    return {ErrorCode::SignatureInvalid,
            QCoreApplication::translate("hall::store", "Record %1 of the roster was changed, removed or put in by somebody "
                                                       "without the right. Tell the audit administrator; do not go on "
                                                       "working.")
                .arg(seq)};
}

/// What a roster record binds together.
QByteArray recordOf(const Person& person, const seal::SealedBundle& sealed, qint64 seq, const QMap<QString, int>& until)
{
    QJsonObject record{{QStringLiteral("seq"), seq},
                       {QStringLiteral("login"), person.login},
                       {QStringLiteral("roles"), QJsonArray::fromStringList(person.roles)},
                       {QStringLiteral("blocks"), QJsonArray::fromStringList(person.blocks)},
                       {QStringLiteral("box"), base64(sealed.boxPublicKey)},
                       {QStringLiteral("sign"), base64(sealed.signPublicKey)}};
    if (!until.isEmpty()) {
        QJsonObject generations;
        for (auto it = until.begin(); it != until.end(); ++it)
            generations.insert(it.key(), it.value());
        record.insert(QStringLiteral("until"), generations);
    }
    return QJsonDocument(record).toJson(QJsonDocument::Compact);
}

QStringList strings(const QJsonValue& value)
{
    QStringList list;
    for (const QJsonValue& item : value.toArray())
        list.append(item.toString());
    return list;
}

QMap<QString, int> generations(const QJsonValue& value)
{
    const QJsonObject object = value.toObject();
    QMap<QString, int> map;
    for (auto it = object.begin(); it != object.end(); ++it)
        map.insert(it.key(), it.value().toInt());
    return map;
}

const Trust::Record* lastWhere(const QList<Trust::Record>& records, qsizetype upTo, const auto& matches)
{
    for (qsizetype i = std::min(upTo, records.size() - 1); i >= 0; --i) {
        if (matches(records.at(i)))
            return &records.at(i);
    }
    return nullptr;
}

} // namespace

Status StaffRegister::writeRoster(const Person& person, const seal::SealedBundle& sealed, const SecretBuffer& securityKey,
                                  const SecretBuffer& auditKey, const QMap<QString, int>& until)
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
    const QByteArray record = recordOf(person, sealed, seq, until);
    const QByteArray hash = seal::hash(kRosterPurpose, previous + record);
    return m_cases.execute("INSERT INTO roster (seq, record, hash, signature, countersigned) VALUES ($1, $2, $3, $4, $5)",
                           seq, record, hash, seal::signWith(securityKey, hash), seal::signWith(auditKey, hash));
}

qsizetype Trust::indexOf(const QByteArray& hash) const
{
    const auto found = std::find_if(records.begin(), records.end(), [&](const Record& record) { return record.hash == hash; });
    return found == records.end() ? -1 : found - records.begin();
}

const Trust::Record* Trust::holder(const QByteArray& sign, qsizetype upTo) const
{
    const Record* record = lastWhere(records, upTo, [&](const Record& candidate) { return candidate.sign == sign; });
    // Whoever got new keys is believed with these alone from then on.
    return record && person(record->login, upTo)->sign == sign ? record : nullptr;
}

const Trust::Record* Trust::person(const QString& login, qsizetype upTo) const
{
    return lastWhere(records, upTo, [&](const Record& record) { return record.login == login; });
}

const Trust::Record* Trust::holding(const QString& role) const
{
    return lastWhere(records, records.size() - 1, [&](const Record& record) {
        return record.roles.contains(role) && person(record.login, records.size() - 1) == &record;
    });
}

QStringList Trust::serving(const QString& block) const
{
    QStringList logins;
    for (const Record& record : records) {
        if (record.blocks.contains(block) && person(record.login, records.size() - 1) == &record)
            logins.append(record.login);
    }
    return logins;
}

bool Trust::granted(const QString& login, const QString& block, int generation, const QByteArray& bound,
                    const QByteArray& signature) const
{
    const Record* replacement = nullptr; // the record that brought the key which came after the one that is looked at
    for (qsizetype i = records.size() - 1; i >= 0; --i) {
        const Record& record = records.at(i);
        if (record.login != login)
            continue;
        if (!replacement || replacement->sign != record.sign) {
            const bool might = replacement ? generation <= replacement->until.value(block, 0)
                                           : record.blocks.contains(block) || generation <= record.until.value(block, 0);
            if (might && seal::verify(record.sign, bound, signature))
                return true;
        }
        replacement = &record;
    }
    return false;
}

/// The first two records are the founders': they carry the keys that all signatures, their own included, are checked with.
Result<Trust> StaffRegister::trust()
{
    Trust trust;
    QByteArray security;
    QByteArray audit;
    QList<QPair<QByteArray, QByteArray>> signatures;
    HALL_ASSIGN(auto rows, m_cases.query("SELECT seq, record, hash, signature, countersigned FROM roster ORDER BY seq"));
    while (true) {
        HALL_ASSIGN(const bool more, rows.next());
        if (!more)
            break;
        const auto seq = rows.get<qint64>(0);
        const auto bytes = rows.get<QByteArray>(1);
        const QJsonObject content = QJsonDocument::fromJson(bytes).object();
        const auto hash = rows.get<QByteArray>(2);
        if (seq != trust.records.size() + 1 || hash != seal::hash(kRosterPurpose, trust.head() + bytes)
            || content.value(QLatin1StringView("seq")).toInteger() != seq)
            return tampered(seq);
        trust.records.append({hash, content.value(QLatin1StringView("login")).toString(),
                              fromBase64(content.value(QLatin1StringView("box"))),
                              fromBase64(content.value(QLatin1StringView("sign"))),
                              strings(content.value(QLatin1StringView("roles"))),
                              strings(content.value(QLatin1StringView("blocks"))),
                              generations(content.value(QLatin1StringView("until")))});
        signatures.append({rows.get<QByteArray>(3), rows.get<QByteArray>(4)});
    }
    if (trust.records.size() < 2 || !trust.records.at(0).roles.contains(role::kSecurity)
        || !trust.records.at(1).roles.contains(role::kAudit))
        return tampered(1);
    for (qsizetype i = 0; i < trust.records.size(); ++i) {
        const QByteArray& hash = trust.records.at(i).hash;
        if (!seal::verify(trust.records.at(0).sign, hash, signatures.at(i).first)
            || !seal::verify(trust.records.at(1).sign, hash, signatures.at(i).second))
            return tampered(i + 1);
    }
    return trust;
}

Status StaffRegister::renew(Trust& trust)
{
    HALL_ASSIGN(const auto newest, m_cases.value<QByteArray>("SELECT hash FROM roster ORDER BY seq DESC LIMIT 1"));
    if (newest.value_or(QByteArray()) == trust.head())
        return {};
    HALL_ASSIGN(trust, this->trust());
    return {};
}

Result<StaffRegister::Roster> StaffRegister::readRoster()
{
    HALL_ASSIGN(const Trust whole, trust());
    return rosterOf(whole);
}

StaffRegister::Roster StaffRegister::rosterOf(const Trust& trust)
{
    Roster roster;
    for (const Trust::Record& record : trust.records)
        roster.insert(record.login, {record.box, record.sign, record.roles, record.blocks});
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
    // As of one moment: somebody who gets an account meanwhile is neither missing nor made up.
    return m_cases.transaction(Mode::Read, [&]() -> Status {
        HALL_ASSIGN(Roster roster, readRoster());
        HALL_ASSIGN(const auto people, list());
        for (const Person& person : people) {
            HALL_ASSIGN(const auto found, account(person.login));
            HALL_TRY(compare(found.first, found.second.boxPublicKey, found.second.signPublicKey, roster));
            roster.remove(person.login);
        }
        if (!roster.isEmpty())
            return Error{ErrorCode::SignatureInvalid,
                         QCoreApplication::translate("hall::store", "\"%1\" stands on the roster, but the account is gone. "
                                                                    "Tell the audit administrator.")
                             .arg(roster.firstKey())};
        return {};
    });
}

Result<QByteArray> StaffRegister::rosterRoot()
{
    HALL_ASSIGN(const auto root, m_cases.value<QByteArray>("SELECT hash FROM roster WHERE seq = 1"));
    return root.value_or(QByteArray());
}

} // namespace hall::store
