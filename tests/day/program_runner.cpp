// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/day/program_runner.h"

#include <QProcess>
#include <QProcessEnvironment>

namespace hall::tests {

ProgramAnswer ProgramRunner::run(const QString& program, const QStringList& arguments, int waitMs) const
{
    QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
    environment.insert(QStringLiteral("HALL_STORE"), m_store);
    environment.insert(QStringLiteral("HALL_KEYRING"), QStringLiteral("file"));
    QProcess process;
    process.setProcessEnvironment(environment);
    process.setStandardInputFile(QProcess::nullDevice());
    process.start(m_bin + u'/' + program, arguments);
    ProgramAnswer answer;
    const bool ended = process.waitForFinished(waitMs);
    if (ended && process.exitStatus() == QProcess::NormalExit)
        answer.exitCode = process.exitCode();
    answer.output = process.readAllStandardOutput();
    answer.complaint = process.readAllStandardError();
    return answer;
}

ProgramAnswer ProgramRunner::ctl(QStringList arguments, int waitMs) const
{
    arguments << QStringLiteral("--json");
    return run(QStringLiteral("hallctl"), arguments, waitMs);
}

} // namespace hall::tests
