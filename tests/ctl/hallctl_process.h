// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QProcess>
#include <QTemporaryDir>
#include <memory>

namespace hall::tests {

/// hallctl as a process of its own, on one hall, for people whose passphrase is their login.
class HallctlProcess
{
public:
    explicit HallctlProcess(QString store)
        : m_store(std::move(store))
    {
    }

    struct Answer
    {
        int code = -1;
        QByteArray output;
        QByteArray complaint;
        QJsonObject object() const { return QJsonDocument::fromJson(output).object(); }
        QJsonArray array() const { return QJsonDocument::fromJson(output).array(); }
        QString error() const { return object()[QLatin1StringView("error")][QLatin1StringView("code")].toString(); }
    };

    /// Started; whoever asks waits, or ends it.
    std::unique_ptr<QProcess> start(const QString& login, const QStringList& words, const QString& code = {}) const
    {
        auto process = std::make_unique<QProcess>();
        auto surroundings = QProcessEnvironment::systemEnvironment();
        surroundings.insert(QStringLiteral("HALL_PASSPHRASE"), login);
        if (!code.isEmpty())
            surroundings.insert(QStringLiteral("HALL_TOTP"), code);
        process->setProcessEnvironment(surroundings);
        process->start(QStringLiteral(HALL_BIN "/hallctl"),
                       words + QStringList{QStringLiteral("--store"), m_store, QStringLiteral("--user"), login, QStringLiteral("--json")});
        return process;
    }
    static Answer finish(QProcess& process)
    {
        process.waitForFinished(60'000);
        return {process.exitCode(), process.readAllStandardOutput(), process.readAllStandardError()};
    }
    /// `code`: one-time codes, one a line.
    Answer run(const QString& login, const QStringList& words, const QString& code = {}) const
    {
        const auto process = start(login, words, code);
        return finish(*process);
    }
    /// The path of a new file that holds this.
    QString file(const QByteArray& bytes, const char* ending = "json")
    {
        QFile file(m_files.filePath(QStringLiteral("%1.%2").arg(++m_count).arg(QLatin1String(ending))));
        if (file.open(QIODevice::WriteOnly))
            file.write(bytes);
        return file.fileName();
    }
    QString file(const QJsonObject& object) { return file(QJsonDocument(object).toJson()); }

private:
    QString m_store;
    QTemporaryDir m_files;
    int m_count = 0;
};

} // namespace hall::tests
