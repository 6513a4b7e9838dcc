// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/base/result.h"

#include <QByteArray>
#include <QList>
#include <QObject>
#include <QProcess>
#include <QString>

namespace hall::setup {

/// One of the first three administrators. The passphrase is UTF-8 and is overwritten by whoever held it last.
struct NewAdministrator
{
    QString role; ///< "system-administrator", "security-administrator", "audit-administrator"
    QString name;
    QString login;
    QByteArray passphrase;
};

struct NewHall
{
    QString folder;
    QString nameZh;
    QString nameEn;
    QList<NewAdministrator> administrators;
};

/// A person as hallctl answers; the passphrase only for the demo's staff.
struct MadePerson
{
    QString name;
    QString login;
    QString role;
    QString passphrase;
    bool operator==(const MadePerson&) const = default;
};

/// Overwrites the bytes, then empties.
void wipe(QByteArray& bytes);

/// Makes halls by running `hallctl init` beside this program: the window itself links no case code. Passphrases go through
/// a pipe (`--answers-fd 3`), never through arguments, files or the environment.
class HallctlRunner : public QObject
{
    Q_OBJECT

public:
    /// `program` empty: "hallctl" beside this executable, else on the search path.
    explicit HallctlRunner(QString program = {}, QObject* parent = nullptr);
    ~HallctlRunner() override;

    bool isRunning() const { return m_process.state() != QProcess::NotRunning; }
    /// Wipes the passphrases of `hall` as soon as they are in the pipe.
    void makeHall(NewHall& hall);
    void makeDemo(const QString& folder, const QString& language);
    /// Gives up; what was made so far stays in its folder and is no hall.
    void cancel();

signals:
    /// 0 to 100, when hallctl says so.
    void progressed(int percent);
    void made(const QList<hall::setup::MadePerson>& staff);
    void failed(const hall::base::Error& error);

private:
    void start(const QStringList& arguments, QByteArray answers);
    void readProgress();
    void finish(int exitCode, QProcess::ExitStatus status);
    void fail(base::ErrorCode code, const QString& message);

    QString m_program;
    QProcess m_process;
    QByteArray m_complaint;
    bool m_isCancelled = false;
};

} // namespace hall::setup
