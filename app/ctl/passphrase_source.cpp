// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/ctl/passphrase_source.h"

#include <QCoreApplication>
#include <QFile>
#include <QScopeGuard>
#include <fcntl.h>
#include <termios.h>
#include <unistd.h>

namespace hall::ctl {

using base::Error;
using base::ErrorCode;
using base::Result;
using base::Status;
using seal::SecretBuffer;

namespace {

constexpr qsizetype kMostBytes = 1 << 20;

QString tr(const char* text)
{
    return QCoreApplication::translate("hall::ctl", text);
}

/// One line from a terminal, without the line's end. Empty at the end of input.
QByteArray readLine(int terminal)
{
    QByteArray line;
    char c = 0;
    while (line.size() < kMostBytes && ::read(terminal, &c, 1) == 1 && c != '\n')
        line.append(c);
    return line;
}

} // namespace

std::shared_ptr<PassphraseSource> PassphraseSource::addTo(CLI::App& command)
{
    auto source = std::make_shared<PassphraseSource>();
    command.add_option("--passphrase-fd", source->m_descriptor,
                       "Descriptor from which passphrases are read, one a line (default: HALL_PASSPHRASE, then the terminal)");
    return source;
}

Result<SecretBuffer> PassphraseSource::next(const QString& whose)
{
    if (!m_read)
        HALL_TRY(readGiven());
    if (!m_given)
        return ask(whose);
    if (m_lines.empty())
        return Error{ErrorCode::PassphraseWrong, tr("The passphrase of %1 is missing: give one a line.").arg(whose)};
    SecretBuffer secret = std::move(m_lines.front());
    m_lines.pop_front();
    return secret;
}

Status PassphraseSource::readGiven()
{
    m_read = true;
    QByteArray bytes;
    if (m_descriptor >= 0) {
        QFile file;
        if (!file.open(m_descriptor, QIODevice::ReadOnly))
            return Error{ErrorCode::FileUnreadable,
                         tr("Passphrases cannot be read from descriptor %1.").arg(m_descriptor)};
        bytes = file.read(kMostBytes);
    } else if (qEnvironmentVariableIsSet("HALL_PASSPHRASE")) {
        bytes = qgetenv("HALL_PASSPHRASE");
    } else {
        return {};
    }
    m_given = true;
    qsizetype from = 0;
    while (from < bytes.size()) {
        qsizetype to = bytes.indexOf('\n', from);
        if (to < 0)
            to = bytes.size();
        m_lines.push_back(SecretBuffer::copyOf(QByteArrayView(bytes).sliced(from, to - from)));
        from = to + 1;
    }
    bytes.fill('\0');
    return {};
}

Result<SecretBuffer> PassphraseSource::ask(const QString& whose) const
{
    const int terminal = ::open("/dev/tty", O_RDWR | O_CLOEXEC | O_NOCTTY);
    if (terminal < 0)
        return Error{ErrorCode::PassphraseWrong,
                     tr("There is no terminal to ask for the passphrase of %1. Give --passphrase-fd.").arg(whose)};
    const auto closeIt = qScopeGuard([terminal] { ::close(terminal); });
    const QByteArray question = tr("Passphrase of %1: ").arg(whose).toUtf8();
    (void)!::write(terminal, question.constData(), static_cast<size_t>(question.size()));
    termios shown = {};
    tcgetattr(terminal, &shown);
    termios hidden = shown;
    hidden.c_lflag &= ~static_cast<tcflag_t>(ECHO);
    tcsetattr(terminal, TCSAFLUSH, &hidden);
    QByteArray line = readLine(terminal);
    tcsetattr(terminal, TCSAFLUSH, &shown);
    (void)!::write(terminal, "\n", 1);
    return SecretBuffer::takeFrom(line);
}

} // namespace hall::ctl
