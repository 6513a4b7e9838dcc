// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/store/audit_trail.h"

#include "app/sql/connection.h"
#include "app/store/base64.h"

#include <QCoreApplication>
#include <QJsonDocument>
#include <QJsonObject>
#include <limits>

namespace hall::store {

using base::Result;
using base::Status;
using sql::Mode;

namespace {

const QByteArray kAuditPurpose = QByteArrayLiteral("hall.audit.v1");
constexpr qint64 kTellEvery = 256; ///< records between two words about how far it is

QByteArray chained(const QByteArray& previous, const QByteArray& record)
{
    return seal::hash(kAuditPurpose, previous + record);
}

AuditRecord recordFrom(qint64 seq, const QByteArray& bytes)
{
    const QJsonObject object = QJsonDocument::fromJson(bytes).object();
    return {seq, base::timestampFromMs(object.value(QLatin1StringView("at")).toInteger()),
            object.value(QLatin1StringView("kind")).toString(), object.value(QLatin1StringView("actor")).toString(),
            object.value(QLatin1StringView("subject")).toString(),
            fromBase64(object.value(QLatin1StringView("sealed")))};
}

} // namespace

AuditTrail::AuditTrail(sql::Connection& cases, const base::Clock& clock, const seal::SignKeyPair& station)
    : m_cases(cases)
    , m_clock(clock)
    , m_station(station)
{
}

Status AuditTrail::append(const QString& kind, const QString& actor, const QString& subject, const QByteArray& sealed)
{
    return m_cases.transaction(Mode::Write, [&]() -> Status {
        HALL_ASSIGN(const Head last, head());
        const qint64 seq = last.seq + 1;
        QJsonObject object{{QStringLiteral("seq"), seq},
                           {QStringLiteral("at"), base::toMs(m_clock.now())},
                           {QStringLiteral("kind"), kind},
                           {QStringLiteral("actor"), actor},
                           {QStringLiteral("subject"), subject}};
        if (!sealed.isEmpty())
            object.insert(QStringLiteral("sealed"), base64(sealed));
        const QByteArray record = QJsonDocument(object).toJson(QJsonDocument::Compact);
        const QByteArray hash = chained(last.hash, record);
        return m_cases.execute("INSERT INTO audit (seq, record, hash, signature) VALUES ($1, $2, $3, $4)", seq, record, hash,
                               seal::signWith(m_station.secretKey, hash));
    });
}

Result<AuditTrail::Head> AuditTrail::head()
{
    HALL_ASSIGN(auto rows, m_cases.query("SELECT seq, hash FROM audit ORDER BY seq DESC LIMIT 1"));
    HALL_ASSIGN(const bool found, rows.next());
    return found ? Head{rows.get<qint64>(0), rows.get<QByteArray>(1)} : Head();
}

Result<QByteArray> AuditTrail::hashOf(qint64 seq)
{
    HALL_ASSIGN(const auto hash, m_cases.value<QByteArray>("SELECT hash FROM audit WHERE seq = $1", seq));
    return hash.value_or(QByteArray());
}

Result<QList<AuditRecord>> AuditTrail::list(int newest) { return before(std::numeric_limits<qint64>::max(), newest); }

Result<QList<AuditRecord>> AuditTrail::before(qint64 seq, int atMost)
{
    HALL_ASSIGN(auto rows, m_cases.query("SELECT seq, record FROM audit WHERE seq < $1 ORDER BY seq DESC LIMIT $2", seq, atMost));
    QList<AuditRecord> list;
    while (true) {
        HALL_ASSIGN(const bool more, rows.next());
        if (!more)
            return list;
        list.append(recordFrom(rows.get<qint64>(0), rows.get<QByteArray>(1)));
    }
}

Result<AuditTrail::Continuation> AuditTrail::since(const Head& known, int atMost)
{
    HALL_ASSIGN(auto rows, m_cases.query("SELECT seq, record, hash, signature FROM audit WHERE seq > $1 ORDER BY seq LIMIT $2",
                                         known.seq, atMost));
    Continuation found{{}, known};
    QByteArray signature;
    bool follows = true;
    while (true) {
        HALL_ASSIGN(const bool more, rows.next());
        if (!more)
            break;
        const auto record = rows.get<QByteArray>(1);
        const Head next{rows.get<qint64>(0), rows.get<QByteArray>(2)};
        follows = follows && next.seq == found.newest.seq + 1 && next.hash == chained(found.newest.hash, record);
        found.records.append(recordFrom(next.seq, record));
        found.newest = next;
        signature = rows.get<QByteArray>(3);
    }
    if (!found.records.isEmpty() && (!follows || !seal::verify(m_station.publicKey, found.newest.hash, signature)))
        return base::Error{base::ErrorCode::SignatureInvalid,
                           QCoreApplication::translate("hall::store", "The audit trail does not go on from what was seen before. "
                                                                      "Tell the audit administrator; do not go on working.")};
    return found;
}

Result<AuditTrail::Verdict> AuditTrail::verify(const base::Progress& progress)
{
    HALL_ASSIGN(const Head newest, head());
    HALL_ASSIGN(auto rows, m_cases.query("SELECT seq, record, hash, signature FROM audit ORDER BY seq"));
    Verdict verdict;
    QByteArray previous;
    while (true) {
        HALL_ASSIGN(const bool more, rows.next());
        if (!more)
            break;
        const auto seq = rows.get<qint64>(0);
        const auto record = rows.get<QByteArray>(1);
        const auto hash = rows.get<QByteArray>(2);
        const bool follows = seq == verdict.records + 1 && hash == chained(previous, record)
            && QJsonDocument::fromJson(record).object().value(QLatin1StringView("seq")).toInteger() == seq
            && seal::verify(m_station.publicKey, hash, rows.get<QByteArray>(3));
        if (!follows)
            verdict.broken.append(seq);
        verdict.records = seq;
        previous = hash;
        if (progress && seq % kTellEvery == 0 && !progress(seq, newest.seq))
            return base::Error{base::ErrorCode::Cancelled, QCoreApplication::translate("hall::store", "Stopped before the whole trail was walked.")};
    }
    verdict.head = previous;
    return verdict;
}

} // namespace hall::store
