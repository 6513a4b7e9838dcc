// SPDX-License-Identifier: GPL-3.0-or-later
// Lost passphrases: three custodians, of whom any two bring a block's keys back, and an account that goes on with new keys.
#include "app/ctl/recovery_commands.h"

#include "app/ctl/commands.h"
#include "app/ctl/hall_maker.h"
#include "app/ctl/staff_desk.h"
#include "app/ctl/texts.h"
#include "app/store/admission.h"
#include "app/store/line_witness.h"

#include <QJsonArray>
#include <QJsonObject>

namespace hall::ctl {

using base::Error;
using base::ErrorCode;
using base::Result;
using store::SignedIn;

namespace {

struct RecoveryOptions
{
    std::vector<std::string> custodians;
    std::string block;
    std::string login;
};

Result<Answer> status(StaffDesk& desk)
{
    HALL_ASSIGN(const store::RecoveryState state, desk.office().staff().recovery());
    QJsonArray custodians;
    QJsonArray groups;
    for (const auto& custodian : state.custodians)
        custodians.append(QJsonObject{{QStringLiteral("name"), custodian.login}, {QStringLiteral("able"), custodian.able}});
    for (const auto& group : state.groups)
        groups.append(QJsonObject{{QStringLiteral("block"), group.block},
                                  {QStringLiteral("generation"), group.generation},
                                  {QStringLiteral("deposited"), group.deposited}});
    return Answer{QJsonObject{{QStringLiteral("generation"), state.generation},
                              {QStringLiteral("custodians"), custodians},
                              {QStringLiteral("groups"), groups}}};
}

Result<Answer> showStatus(CommandContext& context, PassphraseSource& passphrases)
{
    StaffDesk desk(context, passphrases);
    HALL_TRY(desk.open());
    return status(desk);
}

Result<Answer> setUp(CommandContext& context, PassphraseSource& passphrases, const RecoveryOptions& options)
{
    StaffDesk desk(context, passphrases);
    HALL_TRY(desk.open());
    HALL_ASSIGN(const auto both, desk.administrators());
    HALL_TRY(desk.office().staff().setUpRecovery(qs(options.custodians), both.security, both.audit));
    HALL_TRY(store::compareTrailWithLine(desk.line(), desk.office()));
    return status(desk);
}

Result<Answer> restore(CommandContext& context, PassphraseSource& passphrases, const RecoveryOptions& options)
{
    if (options.custodians.size() != 2)
        return Error{ErrorCode::InvalidArgument, tr("Name two custodians, separated by a comma.")};
    StaffDesk desk(context, passphrases);
    HALL_TRY(desk.open());
    HALL_ASSIGN(const SignedIn first, desk.signIn(qs(options.custodians[0])));
    HALL_ASSIGN(const SignedIn second, desk.signIn(qs(options.custodians[1])));
    HALL_ASSIGN(SignedIn member, desk.signIn(qs(options.login)));
    HALL_ASSIGN(const int generations, desk.office().staff().recoverGroup(qs(options.block), first, second, member));
    HALL_TRY(store::publishBlockKeys(desk.line(), member));
    HALL_TRY(store::compareTrailWithLine(desk.line(), desk.office()));
    return Answer{QJsonObject{{QStringLiteral("block"), qs(options.block)},
                              {QStringLiteral("name"), member.person.login},
                              {QStringLiteral("generations"), generations}}};
}

} // namespace

Result<Answer> resetAccount(CommandContext& context, PassphraseSource& passphrases, const QString& login)
{
    StaffDesk desk(context, passphrases);
    HALL_TRY(desk.open());
    HALL_ASSIGN(const auto both, desk.administrators());
    QByteArray text = newPassphrase();
    const QString shown = QString::fromLatin1(text);
    HALL_TRY(desk.office().staff().reset(login, seal::SecretBuffer::takeFrom(text), both.security, both.audit, seal::KdfCost()));
    HALL_TRY(store::compareTrailWithLine(desk.line(), desk.office()));
    return Answer{QJsonObject{{QStringLiteral("name"), login}, {QStringLiteral("passphrase"), shown}}};
}

void addRecoveryCommands(CLI::App& app, CommandContext& context)
{
    auto options = std::make_shared<RecoveryOptions>();
    CLI::App* group = app.add_subcommand("recovery", "Keys of blocks whose members have all lost their passphrases");
    group->require_subcommand(1)->fallthrough();
    auto passphrases = PassphraseSource::addTo(*group);
    context.command(*group, "status", "Who the custodians are, and which blocks' keys they could bring back",
                    [&context, passphrases] { return showStatus(context, *passphrases); });
    CLI::App* set = context.command(*group, "set-up",
                                    "Chooses three custodians; the security and the audit administrator give their passphrases",
                                    [&context, options, passphrases] { return setUp(context, *passphrases, *options); });
    set->add_option("--custodians", options->custodians, "Three logins, separated by commas")->delimiter(',')->required();
    CLI::App* back = context.command(*group, "restore",
                                     "Gives a block's keys back to a member. Passphrases, in this order: the two custodians, "
                                     "the member",
                                     [&context, options, passphrases] { return restore(context, *passphrases, *options); });
    back->add_option("--custodians", options->custodians, "Two logins, separated by a comma")->delimiter(',')->required();
    back->add_option("--block", options->block, "Block, workspace or \"supervisors\"")->required();
    back->add_option("--login", options->login, "The member who gets the keys")->required();
}

} // namespace hall::ctl
