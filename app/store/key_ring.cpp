// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/store/key_ring.h"

#include "app/base/log.h"

#include <QCoreApplication>
#include <QDir>
#include <QEventLoop>
#include <QFile>
#include <QFileInfo>
#include <algorithm>
#include <cerrno>
#include <fcntl.h>
#include <qt6keychain/keychain.h>
#include <sys/stat.h>
#include <unistd.h>

namespace hall::store {

using base::Error;
using base::ErrorCode;
using base::Result;
using base::Status;
using seal::SecretBuffer;

namespace {

const QString kService = QStringLiteral("accord-hall");

QString tr(const char* text)
{
    return QCoreApplication::translate("hall::store", text);
}

bool usesSystemKeyring()
{
    return qEnvironmentVariable("HALL_KEYRING") == QLatin1StringView("system");
}

/// The keyring answers through an event loop; this runs on a worker's thread or in hallctl, never under a window.
template <class Job>
void finish(Job& job)
{
    QEventLoop loop;
    QObject::connect(&job, &QKeychain::Job::finished, &loop, &QEventLoop::quit);
    job.setAutoDelete(false);
    job.start();
    loop.exec();
}

const char* fileName(KeyName name)
{
    switch (name) {
    case KeyName::Line: return "line.key";
    case KeyName::Case: return "case.key";
    case KeyName::Station: return "station.key";
    }
    return "";
}

} // namespace

KeyRing::KeyRing(HallFiles files)
    : m_files(std::move(files))
{
}

QString KeyRing::path(KeyName name) const
{
    return m_files.keys() + QLatin1Char('/') + QLatin1StringView(fileName(name));
}

QString KeyRing::entry(KeyName name) const
{
    return QFileInfo(m_files.folder).absoluteFilePath() + QLatin1Char('/') + QLatin1StringView(fileName(name));
}

Result<SecretBuffer> KeyRing::read(KeyName name) const
{
    if (usesSystemKeyring()) {
        QKeychain::ReadPasswordJob job(kService);
        job.setKey(entry(name));
        finish(job);
        if (job.error() == QKeychain::NoError) {
            QByteArray bytes = job.binaryData();
            return SecretBuffer::takeFrom(bytes);
        }
        qCWarning(base::logStore, "the system keyring has no key for this hall; looking for a key file");
    }
    return readFile(name);
}

Result<SecretBuffer> KeyRing::readFile(KeyName name) const
{
    const QString file = path(name);
    const int descriptor = ::open(QFile::encodeName(file).constData(), O_RDONLY | O_CLOEXEC);
    if (descriptor < 0) {
        if (errno == EACCES)
            return Error{ErrorCode::PermissionDenied,
                         tr("This account may not read %1. Ask the system administrator whether it should.").arg(file)};
        return Error{ErrorCode::KeyMissing,
                     tr("The key file %1 is missing. Put back the copy that was kept when the hall was made.").arg(file)};
    }
    struct stat info = {};
    fstat(descriptor, &info);
    if ((info.st_mode & S_IRWXO) != 0)
        qCWarning(base::logStore, "a key file can be read by everybody on this machine; set its mode to 0600 or 0640");
    SecretBuffer key(static_cast<std::size_t>(std::max<off_t>(info.st_size, 1)));
    const ssize_t got = ::read(descriptor, key.data(), key.size());
    ::close(descriptor);
    const std::size_t expected = name == KeyName::Station ? 64 : 32;
    if (got != static_cast<ssize_t>(expected) || key.size() != expected)
        return Error{ErrorCode::WrongKey,
                     tr("%1 is not a key of this hall: it must have %2 bytes. Put back the right file.")
                         .arg(file)
                         .arg(expected)};
    return key;
}

Status KeyRing::write(KeyName name, const SecretBuffer& key) const
{
    if (usesSystemKeyring()) {
        QKeychain::WritePasswordJob job(kService);
        job.setKey(entry(name));
        job.setBinaryData(key.view().toByteArray());
        finish(job);
        if (job.error() == QKeychain::NoError)
            return {};
        qCWarning(base::logStore, "the system keyring does not answer; the key goes into a file");
    }
    return writeFile(name, key);
}

Status KeyRing::writeFile(KeyName name, const SecretBuffer& key) const
{
    const QString folder = m_files.keys();
    const QString file = path(name);
    const auto failed = [&] {
        return Error{ErrorCode::StoreUnavailable, tr("%1 cannot be written. Check the folder and its permissions.").arg(file)};
    };
    if (!QDir().mkpath(folder) || ::chmod(QFile::encodeName(folder).constData(), 0700) != 0)
        return failed();
    const int descriptor =
        ::open(QFile::encodeName(file).constData(), O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, S_IRUSR | S_IWUSR);
    if (descriptor < 0)
        return failed();
    const bool written = ::write(descriptor, key.data(), key.size()) == static_cast<ssize_t>(key.size())
        && ::fsync(descriptor) == 0;
    ::close(descriptor);
    if (!written)
        return failed();
    return {};
}

} // namespace hall::store
