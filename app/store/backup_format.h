// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/seal/sealed_stream.h"
#include "app/store/table_rows.h"

#include <QIODevice>
#include <QJsonObject>
#include <optional>

namespace hall::store {

/// One piece of a backup, in the order in which they stand in it: the hall, its keys, then table by table its rows, and the
/// end. Layout (docs/security.md): magic, the stream's header, chunks of seal::StreamSealer; inside, each piece is a letter, its
/// length and its bytes.
struct BackupPiece
{
    enum class Kind : char { Hall = 'H', Key = 'K', Table = 'T', Row = 'R', TableEnd = 'E', End = 'Z' };
    Kind kind = Kind::End;
    QJsonObject object = {};   ///< of Hall, Table, TableEnd, End
    QString name = {};         ///< of a Key
    seal::SecretBuffer secret = {};
    RowValues row = {};
};

/// Writes sealed pieces to a device as they come. Errors: DiskFull.
class BackupWriter
{
public:
    BackupWriter(QIODevice& target, const seal::SecretBuffer& key);
    ~BackupWriter();

    base::Status object(BackupPiece::Kind kind, const QJsonObject& object);
    base::Status key(const QString& name, const seal::SecretBuffer& secret);
    base::Status row(const RowValues& row);
    /// The last piece, with how many rows there are and a hash over all that stands before it.
    base::Status end(qint64 records);
    /// BLAKE2b-256 of the file, after end().
    QByteArray checksum() { return m_file.result(); }

private:
    base::Status piece(BackupPiece::Kind kind, QByteArrayView bytes);
    base::Status put(QByteArrayView plain);
    base::Status flush(bool last);
    base::Status write(QByteArrayView bytes);

    QIODevice& m_target;
    std::unique_ptr<seal::StreamSealer> m_sealer;
    seal::RunningHash m_plain;
    seal::RunningHash m_file;
    seal::SecretBuffer m_chunk;
    qsizetype m_filled = 0;
    bool m_begun = false;
};

/// Reads the pieces of a backup, each of which is authentic. Errors: NotAPackage (no backup), StoreNewer (of a newer program),
/// SealInvalid (changed, cut off, or another key), FileUnreadable.
class BackupReader
{
public:
    static base::Result<BackupReader> open(QIODevice& source, const seal::SecretBuffer& key);

    /// The next piece; with the End the whole file was read and is what was written.
    base::Result<BackupPiece> next();
    QByteArray checksum() { return m_file.result(); }
    qint64 records() const { return m_rows; }

private:
    BackupReader(QIODevice& source, seal::StreamOpener opener);
    base::Status need(qsizetype bytes);
    base::Status readChunk();
    base::Result<BackupPiece> parsed(char kind, QByteArrayView bytes);
    base::Result<BackupPiece> ended(const QJsonObject& object);

    QIODevice* m_source;
    seal::StreamOpener m_opener;
    seal::RunningHash m_plain;
    seal::RunningHash m_file;
    QByteArray m_waiting; ///< opened, not yet handed out; sealed rows and keys, so wiped as it goes
    qsizetype m_at = 0;
    qint64 m_rows = 0;
};

} // namespace hall::store
