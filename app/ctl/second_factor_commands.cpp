// SPDX-License-Identifier: GPL-3.0-or-later
// One-time codes as a second factor: hallctl staff totp.
#include "app/ctl/second_factor_commands.h"

#include "app/ctl/staff_desk.h"
#include "app/ctl/texts.h"
#include "app/device/qr_code.h"
#include "app/seal/totp.h"
#include "app/store/line_witness.h"

#include <QJsonObject>

namespace hall::ctl {

using base::Result;
using store::SignedIn;

namespace {

/// Two modules a character, light ones filled, as terminals are dark; with the quiet zone that readers need.
QString qrText(const device::QrMatrix& matrix)
{
    constexpr int kQuiet = 2;
    const auto dark = [&](int x, int y) {
        return x >= 0 && y >= 0 && x < matrix.size && y < matrix.size && matrix.at(x, y);
    };
    QString text;
    for (int y = -kQuiet; y < matrix.size + kQuiet; y += 2) {
        for (int x = -kQuiet; x < matrix.size + kQuiet; ++x) {
            const bool above = dark(x, y);
            const bool below = dark(x, y + 1);
            text += above ? (below ? QChar(u' ') : QChar(u'▄')) : (below ? QChar(u'▀') : QChar(u'█'));
        }
        text += u'\n';
    }
    return text;
}

Result<Answer> enrol(CommandContext& context, PassphraseSource& passphrases)
{
    StaffDesk desk(context, passphrases);
    HALL_TRY(desk.open());
    HALL_ASSIGN(const SignedIn person, desk.signIn(context.actor()));
    HALL_ASSIGN(const auto secret, desk.office().staff().offerCodes(person));
    HALL_ASSIGN(const QString hall, desk.line().setting(QStringLiteral("hall_name")));
    const QString address =
        seal::codeAddress(secret, person.person.login, hall.isEmpty() ? QStringLiteral("Accord Hall") : hall);
    HALL_ASSIGN(const auto matrix, device::qrCode(address.toUtf8()));
    HALL_TRY(store::compareTrailWithLine(desk.line(), desk.office()));
    const QString said = tr("Read this with the authenticator, then run \"hallctl staff totp confirm\" with its first "
                            "code. Until then nothing "
                            "changes. Show it to nobody.\n\n%1\n%2\n");
    return Answer{QJsonObject{{QStringLiteral("uri"), address}}, {}, said.arg(qrText(matrix), address)};
}

Result<Answer> change(CommandContext& context, PassphraseSource& passphrases, bool confirm)
{
    StaffDesk desk(context, passphrases);
    HALL_TRY(desk.open());
    const QString login = context.actor();
    HALL_ASSIGN(const auto passphrase, passphrases.next(login));
    HALL_ASSIGN(SignedIn person, desk.signIn(login, passphrase));
    if (confirm) {
        HALL_ASSIGN(const QString code, passphrases.nextCode(login));
        HALL_TRY(desk.office().staff().confirmCodes(person, passphrase, code, seal::KdfCost()));
    } else {
        HALL_TRY(desk.office().staff().removeCodes(person, passphrase, seal::KdfCost()));
    }
    HALL_TRY(store::compareTrailWithLine(desk.line(), desk.office()));
    return Answer{QJsonObject{{QStringLiteral("name"), login}, {QStringLiteral("asks_code"), confirm}},
                  {QStringLiteral("name"), QStringLiteral("asks_code")}};
}

} // namespace

void addSecondFactorCommands(CLI::App& staff, CommandContext& context,
                             const std::shared_ptr<PassphraseSource>& passphrases)
{
    CLI::App* group = staff.add_subcommand("totp", "One-time codes at signing in, for --user");
    group->require_subcommand(1)->fallthrough();
    context.command(*group, "enrol", "Shows a new secret as an address and a QR code",
                    [&context, passphrases] { return enrol(context, *passphrases); });
    context.command(*group, "confirm", "Its first code: from now on signing in asks for one",
                    [&context, passphrases] { return change(context, *passphrases, true); });
    context.command(*group, "remove", "Signing in asks for no code any more; takes a last one",
                    [&context, passphrases] { return change(context, *passphrases, false); });
}

} // namespace hall::ctl
