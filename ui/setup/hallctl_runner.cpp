// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/setup/hallctl_runner.h"

#include <QCoreApplication>
#include <QFileInfo>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QRegularExpression>
#include <QStandardPaths>
#include <fcntl.h>
#include <string.h>
#include <unistd.h>

namespace hall::setup {

using base::Error;
using base::ErrorCode;

namespace {

constexpr int kAnswersFd = 3;
constexpr int kKillAfterMs = 3000;

QString besideThisProgram()
{
    const QString beside = QCoreApplication::applicationDirPath() + QStringLiteral("/hallctl");
    return QFileInfo(beside).isExecutable() ? beside : QStandardPaths::findExecutable(QStringLiteral("hallctl"));
}

/// A JSON string, appended byte by byte so that no copy of a passphrase is left behind.
void appendString(QByteArray& json, QByteArrayView utf8)
{
    json.append('"');
    for (const char c : utf8) {
        const auto byte = static_cast<unsigned char>(c);
        if (c == '"' || c == '\\') {
            json.append('\\').append(c);
        } else if (byte < 0x20) {
            constexpr char digits[] = "0123456789abcdef";
            json.append("\\u00").append(digits[byte >> 4]).append(digits[byte & 15]);
        } else {
            json.append(c);
        }
    }
    json.append('"');
}

void appendEntry(QByteArray& json, const char* name, QByteArrayView utf8, char before)
{
    json.append(before);
    appendString(json, name);
    json.append(':');
    appendString(json, utf8);
}

QByteArray answersFor(const NewHall& hall)
{
    QByteArray json;
    json.reserve(16 * 1024); // never moved while it grows
    json.append("{\"hall\":");
    appendEntry(json, "zh", hall.nameZh.toUtf8(), '{');
    appendEntry(json, "en", hall.nameEn.toUtf8(), ',');
    json.append("},\"staff\":");
    char before = '[';
    for (const NewAdministrator& person : hall.administrators) {
        json.append(before);
        before = ',';
        appendEntry(json, "role", person.role.toUtf8(), '{');
        appendEntry(json, "login", person.login.toUtf8(), ',');
        appendEntry(json, "name", person.name.toUtf8(), ',');
        appendEntry(json, "passphrase", person.passphrase, ',');
        json.append('}');
    }
    json.append("]}");
    return json;
}

} // namespace

void wipe(QByteArray& bytes)
{
    if (!bytes.isEmpty())
        explicit_bzero(bytes.data(), size_t(bytes.size()));
    bytes.clear();
}

HallctlRunner::HallctlRunner(QString program, QObject* parent)
    : QObject(parent)
    , m_program(program.isEmpty() ? besideThisProgram() : std::move(program))
{
    connect(&m_process, &QProcess::finished, this, &HallctlRunner::finish);
    connect(&m_process, &QProcess::readyReadStandardError, this, &HallctlRunner::readProgress);
    connect(&m_process, &QProcess::errorOccurred, this, [this](QProcess::ProcessError error) {
        if (error == QProcess::FailedToStart)
            fail(ErrorCode::FileUnreadable, tr("%1 could not be started. Install Accord Hall again.").arg(m_program));
    });
}

HallctlRunner::~HallctlRunner()
{
    m_process.disconnect(this);
    if (isRunning()) {
        m_process.terminate();
        if (!m_process.waitForFinished(kKillAfterMs))
            m_process.kill();
        m_process.waitForFinished(kKillAfterMs);
    }
}

void HallctlRunner::makeHall(NewHall& hall)
{
    QByteArray answers = answersFor(hall);
    for (NewAdministrator& person : hall.administrators)
        wipe(person.passphrase);
    start({QStringLiteral("init"), QStringLiteral("--json"), QStringLiteral("--store"), hall.folder,
           QStringLiteral("--answers-fd"), QString::number(kAnswersFd)},
          std::move(answers));
}

void HallctlRunner::makeDemo(const QString& folder, const QString& language)
{
    start({QStringLiteral("init"), QStringLiteral("--demo"), QStringLiteral("--json"), QStringLiteral("--store"), folder,
           QStringLiteral("--language"), language},
          {});
}

void HallctlRunner::start(const QStringList& arguments, QByteArray answers)
{
    m_complaint.clear();
    m_isCancelled = false;
    if (m_program.isEmpty()) {
        fail(ErrorCode::FileUnreadable, tr("The program hallctl is missing. Install Accord Hall again."));
        return;
    }
    int ends[2] = {-1, -1};
    // A pipe holds 64 KiB: the answers fit whole, so writing never waits for the other side.
    if (!answers.isEmpty() && (::pipe2(ends, O_CLOEXEC) != 0 || ::write(ends[1], answers.constData(), size_t(answers.size())) != answers.size())) {
        wipe(answers);
        fail(ErrorCode::Internal, tr("The passphrases could not be handed over. Start the program again."));
        return;
    }
    wipe(answers);
    m_process.setChildProcessModifier([readEnd = ends[0]] {
        if (readEnd == kAnswersFd)
            ::fcntl(readEnd, F_SETFD, 0);
        else if (readEnd >= 0)
            ::dup2(readEnd, kAnswersFd);
    });
    if (ends[1] >= 0)
        ::close(ends[1]);
    m_process.start(m_program, arguments, QIODevice::ReadOnly);
    if (ends[0] >= 0)
        ::close(ends[0]);
}

void HallctlRunner::cancel()
{
    if (!isRunning())
        return;
    m_isCancelled = true;
    m_process.terminate();
}

void HallctlRunner::readProgress()
{
    m_complaint += m_process.readAllStandardError();
    static const QRegularExpression pattern(QStringLiteral("progress (\\d{1,3})"));
    int percent = -1;
    const QString said = QString::fromUtf8(m_complaint);
    for (auto it = pattern.globalMatch(said); it.hasNext();)
        percent = it.next().captured(1).toInt();
    if (percent >= 0)
        emit progressed(std::min(percent, 100));
}

void HallctlRunner::finish(int exitCode, QProcess::ExitStatus status)
{
    readProgress();
    QByteArray output = m_process.readAllStandardOutput();
    const QJsonObject answer = QJsonDocument::fromJson(output).object();
    wipe(output);
    if (m_isCancelled) {
        fail(ErrorCode::Cancelled, tr("Stopped. No hall was made."));
        return;
    }
    if (status != QProcess::NormalExit || exitCode != 0) {
        const QString message = answer.value(u"error").toObject().value(u"message").toString();
        fail(ErrorCode::Internal,
             message.isEmpty() ? tr("hallctl stopped without saying why (code %1).").arg(exitCode) : message);
        return;
    }
    QList<MadePerson> staff;
    for (const QJsonValue& value : answer.value(u"staff").toArray()) {
        const QJsonObject person = value.toObject();
        // hallctl calls the sign-in name "name", as its --user option does.
        staff.append({person.value(u"person").toString(), person.value(u"name").toString(),
                      person.value(u"role").toString(), person.value(u"passphrase").toString()});
    }
    emit made(staff);
}

void HallctlRunner::fail(ErrorCode code, const QString& message)
{
    // Queued: whoever called start() has returned by then.
    QMetaObject::invokeMethod(this, [this, code, message] { emit failed(Error{code, message}); }, Qt::QueuedConnection);
}

} // namespace hall::setup
