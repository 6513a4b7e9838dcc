// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/seal/secret_buffer.h"
#include "app/store/line_store.h"

namespace hall::store {

enum class KeyName { Line, Case, Station, Outbox, Device, Backup };

/// The raw keys of a hall on this machine. They lie as files beside the stores (0600 in a folder 0700; an administrator
/// widens a single file to the group that may use it), because an embedded hall is shared by several accounts of the
/// machine and a personal keyring is not. With HALL_KEYRING=system they are kept in the account's system keyring instead,
/// for a station with one account; a keyring that does not answer within some seconds counts as absent, with a warning.
class KeyRing
{
public:
    /// `place` is the folder under which the keyring knows the hall, where that is not the folder of `files`: a hall is made
    /// in one folder and lives in another.
    explicit KeyRing(HallFiles files, const QString& place = {});

    /// KeyMissing names the file and what to do; PermissionDenied when this account may not read it.
    base::Result<seal::SecretBuffer> read(KeyName name) const;
    base::Status write(KeyName name, const seal::SecretBuffer& key) const;
    /// Writes it unless it is there already; StoreExists where another key lies.
    base::Status adopt(KeyName name, const seal::SecretBuffer& key) const;
    /// Takes the keys out of the system keyring again; files go with their folder.
    void forget() const;
    QString path(KeyName name) const;

private:
    QString entry(KeyName name) const;

    HallFiles m_files;
    QString m_place;
};

/// A raw key in a file of its own. Errors: KeyMissing, PermissionDenied, WrongKey (another number of bytes).
base::Result<seal::SecretBuffer> readKeyFile(const QString& file, qsizetype bytes);
/// 0600; a file that is there already is left alone (StoreUnavailable).
base::Status writeKeyFile(const QString& file, const seal::SecretBuffer& key);

} // namespace hall::store
