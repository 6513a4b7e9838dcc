// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/store/key_ring.h"

#include "app/base/log.h"
#include "app/store/texts.h"

#include <QDir>
#include <QEventLoop>
#include <QFile>
#include <QFileInfo>
#include <QPointer>
#include <QTimer>
#include <cerrno>
#include <chrono>
#include <fcntl.h>
#include <memory>
#include <optional>
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

constexpr auto kPatience = std::chrono::seconds(5);
const QString kService = QStringLiteral("accord-hall");

bool usesSystemKeyring()
{
    return qEnvironmentVariable("HALL_KEYRING") == QLatin1StringView("system");
}

/// The keyring answers through an event loop of its own, on a worker's thread or in hallctl, never under a window. What does
/// not answer in time is left to itself: the job outlives the wait and deletes itself.
template <class Job>
std::optional<QByteArray> finish(Job* job)
{
    struct Outcome
    {
        bool done = false;
        bool good = false;
        QByteArray bytes;
    };
    auto outcome = std::make_shared<Outcome>();
    QEventLoop loop;
    const QPointer<QEventLoop> waiting(&loop);
    QObject::connect(job, &QKeychain::Job::finished, job, [outcome, waiting, job] {
        outcome->done = true;
        outcome->good = job->error() == QKeychain::NoError;
        if constexpr (std::is_same_v<Job, QKeychain::ReadPasswordJob>)
            outcome->bytes = job->binaryData();
        if (waiting)
            waiting->quit();
    });
    QTimer::singleShot(kPatience, &loop, &QEventLoop::quit);
    job->start();
    if (!outcome->done)
        loop.exec();
    if (!outcome->good)
        return std::nullopt;
    return outcome->bytes;
}

const char* fileName(KeyName name)
{
    switch (name) {
    case KeyName::Line: return "line.key";
    case KeyName::Case: return "case.key";
    case KeyName::Station: return "station.key";
    case KeyName::Outbox: return "outbox.key";
    case KeyName::Device: return "device.key";
    case KeyName::Backup: return "backup.key";
    }
    return "";
}

Error cannotWrite(const QString& file)
{
    return {ErrorCode::StoreUnavailable, tr("%1 cannot be written. Check the folder and its permissions.").arg(file)};
}

qsizetype keySize(KeyName name)
{
    return name == KeyName::Station ? 64 : 32;
}

} // namespace

KeyRing::KeyRing(HallFiles files, const QString& place)
    : m_files(std::move(files))
    , m_place(QFileInfo(place.isEmpty() ? m_files.folder : place).absoluteFilePath())
{
}

QString KeyRing::path(KeyName name) const
{
    return m_files.keys() + QLatin1Char('/') + QLatin1StringView(fileName(name));
}

QString KeyRing::entry(KeyName name) const
{
    return QDir::cleanPath(m_place) + QLatin1Char('/') + QLatin1StringView(fileName(name));
}

Result<SecretBuffer> KeyRing::read(KeyName name) const
{
    if (usesSystemKeyring()) {
        auto* job = new QKeychain::ReadPasswordJob(kService);
        job->setKey(entry(name));
        if (auto bytes = finish(job); bytes && bytes->size() == keySize(name))
            return SecretBuffer::takeFrom(*bytes);
        qCWarning(base::logStore, "the system keyring has no key for this hall; looking for a key file");
    }
    return readKeyFile(path(name), keySize(name));
}

Result<SecretBuffer> readKeyFile(const QString& file, qsizetype expected)
{
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
    SecretBuffer key(static_cast<std::size_t>(expected));
    const ssize_t got = S_ISREG(info.st_mode) && info.st_size == expected ? ::read(descriptor, key.data(), key.size()) : -1;
    ::close(descriptor);
    if (got != expected)
        return Error{ErrorCode::WrongKey,
                     tr("%1 is not a key of this hall: it must have %2 bytes. Put back the right file.")
                         .arg(file)
                         .arg(expected)};
    return key;
}

Status KeyRing::write(KeyName name, const SecretBuffer& key) const
{
    if (usesSystemKeyring()) {
        auto* job = new QKeychain::WritePasswordJob(kService);
        job->setKey(entry(name));
        job->setBinaryData(key.view().toByteArray());
        if (finish(job))
            return {};
        qCWarning(base::logStore, "the system keyring does not answer; the key goes into a file");
    }
    const QString folder = m_files.keys();
    if (!QDir().mkpath(folder) || ::chmod(QFile::encodeName(folder).constData(), 0700) != 0)
        return cannotWrite(path(name));
    return writeKeyFile(path(name), key);
}

Status KeyRing::adopt(KeyName name, const SecretBuffer& key) const
{
    if (!QFile::exists(path(name)))
        return write(name, key);
    HALL_ASSIGN(const SecretBuffer there, readKeyFile(path(name), keySize(name)));
    if (there.equals(key))
        return {};
    return Error{ErrorCode::StoreExists,
                 tr("%1 is another hall's key. Name another folder for this one (own_folder in station.conf).").arg(path(name))};
}

void KeyRing::forget() const
{
    if (!usesSystemKeyring())
        return;
    for (const KeyName name : {KeyName::Line, KeyName::Case, KeyName::Station, KeyName::Backup}) {
        auto* job = new QKeychain::DeletePasswordJob(kService);
        job->setKey(entry(name));
        (void)finish(job);
    }
}

Status writeKeyFile(const QString& file, const SecretBuffer& key)
{
    const int descriptor =
        ::open(QFile::encodeName(file).constData(), O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, S_IRUSR | S_IWUSR);
    if (descriptor < 0)
        return cannotWrite(file);
    const bool written = ::write(descriptor, key.data(), key.size()) == static_cast<ssize_t>(key.size())
        && ::fsync(descriptor) == 0;
    ::close(descriptor);
    if (!written)
        return cannotWrite(file);
    return {};
}

} // namespace hall::store
