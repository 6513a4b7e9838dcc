// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QJsonDocument>
#include <QJsonObject>
#include <QString>
#include <QStringList>

namespace hall::tests {

/// Runs a program of ours as its own process and reads its answer.
struct ProgramAnswer {
    int exitCode = -1; ///< -1: did not start, crashed or took too long
    QByteArray output;
    QByteArray complaint;

    QJsonDocument json() const { return QJsonDocument::fromJson(output); }
    QJsonObject object() const { return json().object(); }
};

class ProgramRunner
{
public:
    /// `bin` is the folder of the programs; `store` goes along as HALL_STORE.
    ProgramRunner(QString bin, QString store)
        : m_bin(std::move(bin))
        , m_store(std::move(store))
    {
    }

    ProgramAnswer run(const QString& program, const QStringList& arguments, int waitMs = 60000) const;
    /// `hallctl --json …`
    ProgramAnswer ctl(QStringList arguments, int waitMs = 60000) const;

    const QString& store() const { return m_store; }

private:
    QString m_bin;
    QString m_store;
};

} // namespace hall::tests
