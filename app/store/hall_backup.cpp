// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/store/hall_backup.h"

#include "app/store/backup_format.h"
#include "app/store/hall_folder.h"
#include "app/store/key_ring.h"
#include "app/store/line_witness.h"
#include "app/store/migrations.h"
#include "app/store/texts.h"

#include <QFile>
#include <QFileInfo>
#include <QJsonArray>
#include <QSaveFile>

namespace hall::store {

using base::Error;
using base::ErrorCode;
using base::Result;
using base::Status;
using seal::SecretBuffer;
using sql::Mode;
using Kind = BackupPiece::Kind;

namespace {

const QString kBackupMade = QStringLiteral("backup-made");
const QString kPart = QStringLiteral("part");
const QString kTable = QStringLiteral("table");
const QString kColumns = QStringLiteral("columns");
const QString kRows = QStringLiteral("rows");
const QString kDigest = QStringLiteral("digest");
const QString kLine = QStringLiteral("line");
const QString kCase = QStringLiteral("case");

const QList<std::pair<KeyName, QString>>& carriedKeys()
{
    static const QList<std::pair<KeyName, QString>> keys{
        {KeyName::Line, kLine}, {KeyName::Case, kCase}, {KeyName::Station, QStringLiteral("station")}};
    return keys;
}

/// What one engine keeps for itself: a folder knows no logins.
bool isShared(const QString& table, const QString& column)
{
    return table != QLatin1StringView("ticket_event") || column != QLatin1StringView("login");
}

QStringList sharedOf(const QString& table, QStringList columns)
{
    columns.removeIf([&](const QString& column) { return !isShared(table, column); });
    return columns;
}

RowValues sharedOf(const QString& table, const QStringList& columns, const RowValues& row)
{
    RowValues shared;
    for (qsizetype i = 0; i < row.size(); ++i) {
        if (isShared(table, columns.at(i)))
            shared.append(row.at(i));
    }
    return shared;
}

/// The hall's own key for backups, made with the first one. With it lies a copy beside the backup, for the day on which the
/// hall's own is gone.
Result<SecretBuffer> backupKey(const HallPlace& hall, const QString& copy)
{
    const KeyRing keys(hall.files());
    auto key = keys.read(KeyName::Backup);
    if (!key.ok() && key.error().code == ErrorCode::KeyMissing) {
        HALL_TRY(keys.write(KeyName::Backup, SecretBuffer::random(seal::kStreamKeyBytes)));
        key = keys.read(KeyName::Backup);
    }
    if (!key.ok())
        return key;
    if (!QFileInfo::exists(copy)) {
        HALL_TRY(writeKeyFile(copy, *key));
        return key;
    }
    HALL_ASSIGN(const SecretBuffer there, readKeyFile(copy, seal::kStreamKeyBytes));
    if (!there.equals(*key))
        return Error{ErrorCode::StoreExists, tr("%1 is another hall's key. Name another file with --key.").arg(copy)};
    return key;
}

class Copying
{
public:
    Copying(const HallPlace& hall, LineStore& line, CaseStore& cases, const base::Clock& clock)
        : m_hall(hall)
        , m_line(line)
        , m_cases(cases)
        , m_clock(clock)
    {
    }

    Result<BackupReport> run(const QString& path, const SecretBuffer& key)
    {
        QSaveFile file(path); // without commit() nothing stays
        if (!file.open(QIODevice::WriteOnly) || !file.setPermissions(QFileDevice::ReadOwner | QFileDevice::WriteOwner))
            return Error{ErrorCode::FileUnreadable, tr("%1 cannot be written. Check the folder and its permissions.").arg(path)};
        BackupWriter writer(file, key);
        HALL_TRY(describe(writer));
        HALL_TRY(copyPart(writer, kLine, m_line.connection()));
        HALL_TRY(copyPart(writer, kCase, m_cases.connection()));
        HALL_TRY(writer.end(m_report.records));
        if (!file.commit())
            return Error{ErrorCode::DiskFull, tr("The backup could not be written to its end. Make room, then try again; nothing was left behind.")};
        m_report.checksum = writer.checksum();
        return m_report;
    }

private:
    static Result<QJsonArray> migrationsOf(sql::Connection& store, const QString& part)
    {
        HALL_ASSIGN(const int version, storeVersion(store));
        return QJsonArray::fromStringList(migrationNames(store, part, version));
    }

    Status describe(BackupWriter& writer)
    {
        HALL_ASSIGN(const QJsonArray line, migrationsOf(m_line.connection(), kLine));
        HALL_ASSIGN(const QJsonArray cases, migrationsOf(m_cases.connection(), kCase));
        HALL_ASSIGN(const QString id, m_line.setting(QStringLiteral("hall_id")));
        HALL_TRY(writer.object(Kind::Hall, {{QStringLiteral("hall_id"), id},
                                            {QStringLiteral("made_at"), base::toIso(m_clock.now())},
                                            {kLine, line},
                                            {kCase, cases}}));
        const KeyRing keys(m_hall.files());
        for (const auto& [name, label] : carriedKeys()) {
            if (m_hall.onServer() && name != KeyName::Station)
                continue; // a server has no files to open
            HALL_ASSIGN(const SecretBuffer key, keys.read(name));
            HALL_TRY(writer.key(label, key));
        }
        return {};
    }

    Status copyPart(BackupWriter& writer, const QString& part, sql::Connection& store)
    {
        for (const QString& table : tablesOf(part)) {
            HALL_ASSIGN(const QStringList columns, store.columnsOf(table));
            HALL_TRY(writer.object(Kind::Table, {{kPart, part}, {kTable, table}, {kColumns, QJsonArray::fromStringList(columns)}}));
            Weight weight;
            HALL_TRY(eachRow(store, table, columns, {}, [&](const sql::Rows& rows) {
                const RowValues row = valuesOf(rows);
                weight.add(sharedOf(table, columns, row));
                return writer.row(row);
            }));
            const MovedTable copied{part, table, weight.rows(), weight.digest()};
            HALL_TRY(writer.object(Kind::TableEnd, {{kRows, copied.rows}, {kDigest, QString::fromLatin1(copied.digest.toHex())}}));
            m_report.tables.append(copied);
            m_report.records += copied.rows;
        }
        return {};
    }

    const HallPlace& m_hall;
    LineStore& m_line;
    CaseStore& m_cases;
    const base::Clock& m_clock;
    BackupReport m_report;
};

/// Both parts as they stand: a transaction takes its picture with the first thing that it reads.
template <class Body>
Result<BackupReport> inOneMoment(sql::Connection& line, sql::Connection& cases, Body body)
{
    return line.transaction(Mode::Read, [&]() -> Result<BackupReport> {
        HALL_TRY(storeVersion(line));
        return cases.transaction(Mode::Read, [&]() -> Result<BackupReport> {
            HALL_TRY(storeVersion(cases));
            return body();
        });
    });
}

/// A table as the backup describes it.
struct KeptTable
{
    MovedTable weight;
    QStringList columns;
};

/// What a backup holds besides the rows.
struct Contents
{
    StoreVersions onServer;
    StoreVersions inFolder;
    std::map<QString, SecretBuffer> keys;
    QList<KeptTable> tables;
    QString hallId;
    BackupReport report;
};

Error notWhole()
{
    return {ErrorCode::SealInvalid, tr("This backup does not hold a whole hall. Nothing of it was used; take another one.")};
}

Result<BackupReader> opened(QFile& file, const SecretBuffer& key)
{
    if (!file.open(QIODevice::ReadOnly))
        return Error{ErrorCode::FileUnreadable, tr("%1 cannot be read. Check the path.").arg(file.fileName())};
    return BackupReader::open(file, key);
}

/// Reads a backup from end to end and keeps no row. What it says of tables and columns goes into statements later, so it must
/// be what this program knows.
class Inspection
{
public:
    Result<Contents> run(BackupReader& reader)
    {
        while (true) {
            HALL_ASSIGN(BackupPiece piece, reader.next());
            if (piece.kind == Kind::End)
                break;
            HALL_TRY(take(std::move(piece)));
        }
        if (m_open || !m_described || !m_contents.keys.contains(QStringLiteral("station")) || m_contents.tables.isEmpty())
            return notWhole();
        m_contents.report.records = reader.records();
        m_contents.report.checksum = reader.checksum();
        return std::move(m_contents);
    }

private:
    Status take(BackupPiece piece)
    {
        switch (piece.kind) {
        case Kind::Hall: return describe(piece.object);
        case Kind::Key: m_contents.keys[piece.name] = std::move(piece.secret); return {};
        case Kind::Table: return begin(piece.object);
        case Kind::Row:
            ++m_rows;
            return m_open && piece.row.size() == m_contents.tables.last().columns.size() ? Status() : Status(notWhole());
        case Kind::TableEnd: return finish(piece.object);
        case Kind::End: break;
        }
        return {};
    }

    Status describe(const QJsonObject& hall)
    {
        m_described = true;
        m_contents.hallId = hall.value(QLatin1StringView("hall_id")).toString();
        for (const QString& part : {kLine, kCase}) {
            const QStringList names = hall.value(part).toVariant().toStringList();
            HALL_ASSIGN(const int server, versionWith(QLatin1StringView("postgresql"), part, names));
            HALL_ASSIGN(const int folder, versionWith(QLatin1StringView("sqlcipher"), part, names));
            (part == kLine ? m_contents.onServer.line : m_contents.onServer.cases) = server;
            (part == kLine ? m_contents.inFolder.line : m_contents.inFolder.cases) = folder;
        }
        return {};
    }

    Status begin(const QJsonObject& table)
    {
        KeptTable kept;
        kept.weight.part = table.value(kPart).toString();
        kept.weight.name = table.value(kTable).toString();
        kept.columns = table.value(kColumns).toVariant().toStringList();
        if (m_open || !m_described || !tablesOf(kept.weight.part).contains(kept.weight.name) || kept.columns.isEmpty())
            return notWhole();
        m_open = true;
        m_rows = 0;
        m_contents.tables.append(kept);
        return {};
    }

    Status finish(const QJsonObject& end)
    {
        if (!m_open || end.value(kRows).toInteger(-1) != m_rows)
            return notWhole();
        m_open = false;
        MovedTable& weight = m_contents.tables.last().weight;
        weight.rows = m_rows;
        weight.digest = QByteArray::fromHex(end.value(kDigest).toString().toLatin1());
        m_contents.report.tables.append(weight);
        return {};
    }

    Contents m_contents;
    bool m_described = false;
    bool m_open = false;
    qint64 m_rows = 0;
};

/// Fills two empty stores from a backup that was inspected.
class Refill
{
public:
    Refill(const Contents& contents, LineStore& line, CaseStore& cases, const base::Clock& clock)
        : m_contents(contents)
        , m_line(line)
        , m_cases(cases)
        , m_clock(clock)
    {
    }

    Status run(BackupReader& reader)
    {
        std::optional<RowBundle> bundle;
        qsizetype table = 0;
        QList<qsizetype> taken; // columns that this engine has, too
        while (true) {
            HALL_ASSIGN(const BackupPiece piece, reader.next());
            if (piece.kind == Kind::End)
                break;
            const KeptTable& kept = m_contents.tables.at(std::min(table, m_contents.tables.size() - 1));
            if (piece.kind == Kind::Table) {
                HALL_ASSIGN(taken, columnsHere(kept));
                QStringList names;
                for (const qsizetype column : std::as_const(taken))
                    names.append(kept.columns.at(column));
                bundle.emplace(storeOf(kept), kept.weight.name, names);
            } else if (piece.kind == Kind::Row) {
                RowValues row;
                for (const qsizetype column : std::as_const(taken))
                    row.append(piece.row.at(column));
                if (!isHallId(kept, row))
                    HALL_TRY(bundle->add(row));
            } else if (piece.kind == Kind::TableEnd) {
                HALL_TRY(bundle->send());
                HALL_TRY(countOn(storeOf(kept), kept.weight.name));
                ++table;
            }
        }
        return prove();
    }

private:
    sql::Connection& storeOf(const KeptTable& kept) { return kept.weight.part == kLine ? m_line.connection() : m_cases.connection(); }

    Result<QList<qsizetype>> columnsHere(const KeptTable& kept)
    {
        HALL_ASSIGN(const QStringList here, storeOf(kept).columnsOf(kept.weight.name));
        QList<qsizetype> taken;
        for (qsizetype i = 0; i < kept.columns.size(); ++i) {
            if (here.contains(kept.columns.at(i)))
                taken.append(i);
            else if (isShared(kept.weight.name, kept.columns.at(i)))
                return notWhole();
        }
        return taken;
    }

    /// Comes last: with it there is a hall.
    static bool isHallId(const KeptTable& kept, const RowValues& row)
    {
        return kept.weight.name == QLatin1StringView("setting") && row.first() == sql::Value(QStringLiteral("hall_id"));
    }

    Status prove()
    {
        HALL_ASSIGN(const auto station, seal::SignKeyPair::fromSecret(SecretBuffer::copyOf(m_contents.keys.at(QStringLiteral("station")).view())));
        HALL_TRY(proveTrust(m_cases, station, m_clock));
        HALL_TRY(m_line.setSetting(QStringLiteral("hall_id"), m_contents.hallId));
        for (const KeptTable& kept : m_contents.tables) {
            HALL_ASSIGN(const MovedTable here, weigh(storeOf(kept), kept.weight.part, kept.weight.name, sharedOf(kept.weight.name, kept.columns)));
            if (!(here == kept.weight))
                return Error{ErrorCode::StoreDamaged,
                             tr("The new store does not hold what the backup's table \"%1\" holds. Nothing was kept of it.").arg(kept.weight.name)};
        }
        return {};
    }

    const Contents& m_contents;
    LineStore& m_line;
    CaseStore& m_cases;
    const base::Clock& m_clock;
};

class Restoring
{
public:
    Restoring(const QString& path, SecretBuffer key, Contents contents, const base::Clock& clock)
        : m_path(path)
        , m_key(std::move(key))
        , m_contents(std::move(contents))
        , m_clock(clock)
    {
    }

    Status intoFolder(const HallPlace& to)
    {
        return onFreshFolder(to, [&](const QString& folder, const KeyRing& keys) -> Status {
            const SecretBuffer lineKey = storeKey(kLine);
            const SecretBuffer caseKey = storeKey(kCase);
            HALL_TRY(keys.write(KeyName::Line, lineKey));
            HALL_TRY(keys.write(KeyName::Case, caseKey));
            HALL_TRY(keys.write(KeyName::Station, m_contents.keys.at(QStringLiteral("station"))));
            HALL_TRY(keys.write(KeyName::Backup, m_key));
            QByteArray plainLine = lineKey.view().toByteArray();
            QByteArray plainCase = caseKey.view().toByteArray();
            Status outcome = fillFolder(folder, plainLine, plainCase);
            plainLine.fill('\0');
            plainCase.fill('\0');
            return outcome;
        });
    }

    Status ontoServer(const HallPlace& to)
    {
        const KeyRing keys(to.files());
        HALL_TRY(onFreshServer(to, [&](LineStore& line, CaseStore& cases) -> Status {
            HALL_TRY(keys.adopt(KeyName::Station, m_contents.keys.at(QStringLiteral("station"))));
            HALL_TRY(keys.adopt(KeyName::Backup, m_key));
            return refill(line, cases);
        }, m_contents.onServer));
        // An older hall is brought up to date, as by any program that opens it.
        HALL_TRY(LineStore::open(to));
        HALL_TRY(CaseStore::open(to));
        return {};
    }

    const BackupReport& report() const { return m_contents.report; }

private:
    /// As it was; a hall that comes from a server had none.
    SecretBuffer storeKey(const QString& name) const
    {
        const auto kept = m_contents.keys.find(name);
        return kept == m_contents.keys.end() ? SecretBuffer::random(seal::kStreamKeyBytes) : SecretBuffer::copyOf(kept->second.view());
    }

    Status fillFolder(const QString& folder, const QByteArray& lineKey, const QByteArray& caseKey)
    {
        {
            HALL_ASSIGN(LineStore line, LineStore::create(folder, lineKey, m_contents.inFolder.line));
            HALL_ASSIGN(CaseStore cases, CaseStore::create(folder, caseKey, m_contents.inFolder.cases));
            HALL_TRY(refill(line, cases));
        }
        HALL_TRY(LineStore::open(folder, lineKey));
        HALL_TRY(CaseStore::open(folder, caseKey));
        return {};
    }

    Status refill(LineStore& line, CaseStore& cases)
    {
        QFile file(m_path);
        HALL_ASSIGN(BackupReader reader, opened(file, m_key));
        HALL_TRY(Refill(m_contents, line, cases, m_clock).run(reader));
        // Between the two readings somebody may have put another backup of this hall in its place.
        return reader.checksum() == m_contents.report.checksum ? Status() : Status(notWhole());
    }

    QString m_path;
    SecretBuffer m_key;
    Contents m_contents;
    const base::Clock& m_clock;
};

} // namespace

Result<BackupReport> backUpHall(const HallPlace& hall, const BackupPlace& to, const QString& actor, const base::Clock& clock)
{
    if (QFileInfo::exists(to.file))
        return Error{ErrorCode::InvalidArgument, tr("%1 is there already. A backup is never written over another; name another file.").arg(to.file)};
    HALL_ASSIGN(LineStore line, LineStore::open(hall));
    HALL_ASSIGN(const auto office, CaseOffice::open(hall, clock));
    HALL_ASSIGN(const SecretBuffer key, backupKey(hall, to.key()));
    HALL_TRY(office->audit().append(kBackupMade, actor));
    HALL_TRY(compareTrailWithLine(line, *office));
    HALL_ASSIGN(BackupReport report, inOneMoment(line.connection(), office->store().connection(), [&] {
        return Copying(hall, line, office->store(), clock).run(to.file, key);
    }));
    report.keyFile = to.key();
    return report;
}

Result<BackupReport> restoreHall(const BackupPlace& from, const HallPlace& to, const base::Clock& clock)
{
    HALL_ASSIGN(SecretBuffer key, readKeyFile(from.key(), seal::kStreamKeyBytes));
    CaseStore::prepare();
    QFile file(from.file);
    HALL_ASSIGN(BackupReader reader, opened(file, key));
    HALL_ASSIGN(Contents contents, Inspection().run(reader));
    contents.report.keyFile = from.key();
    Restoring restoring(from.file, std::move(key), std::move(contents), clock);
    HALL_TRY(to.onServer() ? restoring.ontoServer(to) : restoring.intoFolder(to));
    return restoring.report();
}

} // namespace hall::store
