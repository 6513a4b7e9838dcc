// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/ctl/passphrase_source.h"

#include "app/ctl/texts.h"

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
    command.add_option("--passphrase-fd", source->m_passphrases.descriptor,
                       "Descriptor from which passphrases are read, one a line (default: HALL_PASSPHRASE, then the terminal)");
    command.add_option("--totp-fd", source->m_codes.descriptor,
                       "Descriptor from which one-time codes are read, for accounts that ask for one (default: HALL_TOTP, then the terminal)");
    return source;
}

Result<SecretBuffer> PassphraseSource::next(const QString& whose)
{
    return take(m_passphrases, whose, tr("Passphrase of %1: ").arg(whose));
}

Result<QString> PassphraseSource::nextCode(const QString& whose)
{
    HALL_ASSIGN(const SecretBuffer code, take(m_codes, whose, tr("One-time code of %1: ").arg(whose)));
    return QString::fromUtf8(code.view()).trimmed();
}

Result<SecretBuffer> PassphraseSource::take(Given& from, const QString& whose, const QString& question)
{
    if (!from.read)
        HALL_TRY(readGiven(from));
    if (!from.given)
        return ask(whose, question);
    if (from.lines.empty())
        return Error{ErrorCode::PassphraseWrong, tr("A secret of %1 is missing: give passphrases and one-time codes one a line.").arg(whose)};
    SecretBuffer secret = std::move(from.lines.front());
    from.lines.pop_front();
    return secret;
}

Status PassphraseSource::readGiven(Given& from)
{
    from.read = true;
    QByteArray bytes;
    if (from.descriptor >= 0) {
        QFile file;
        if (!file.open(from.descriptor, QIODevice::ReadOnly))
            return Error{ErrorCode::FileUnreadable,
                         tr("Nothing can be read from descriptor %1.").arg(from.descriptor)};
        bytes = file.read(kMostBytes);
    } else if (qEnvironmentVariableIsSet(from.variable)) {
        bytes = qgetenv(from.variable);
    } else {
        return {};
    }
    from.given = true;
    qsizetype start = 0;
    while (start < bytes.size()) {
        qsizetype to = bytes.indexOf('\n', start);
        if (to < 0)
            to = bytes.size();
        from.lines.push_back(SecretBuffer::copyOf(QByteArrayView(bytes).sliced(start, to - start)));
        start = to + 1;
    }
    bytes.fill('\0');
    return {};
}

Result<SecretBuffer> PassphraseSource::ask(const QString& whose, const QString& asked) const
{
    const int terminal = ::open("/dev/tty", O_RDWR | O_CLOEXEC | O_NOCTTY);
    if (terminal < 0)
        return Error{ErrorCode::PassphraseWrong,
                     tr("There is no terminal to ask for the passphrase of %1. Give --passphrase-fd.").arg(whose)};
    const auto closeIt = qScopeGuard([terminal] { ::close(terminal); });
    const QByteArray question = asked.toUtf8();
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
