// SPDX-License-Identifier: GPL-3.0-or-later
// The people of a hall that is running: who they are, admitting one, handing a block's key on, a new passphrase.
#include "app/casefile/case_files.h"
#include "app/ctl/commands.h"
#include "app/ctl/hall_maker.h"
#include "app/ctl/recovery_commands.h"
#include "app/ctl/second_factor_commands.h"
#include "app/ctl/staff_desk.h"
#include "app/ctl/texts.h"
#include "app/queue/catalogue_shelf.h"
#include "app/store/admission.h"
#include "app/store/line_witness.h"

#include <QJsonArray>
#include <QJsonObject>
#include <algorithm>

namespace hall::ctl {

using base::Error;
using base::ErrorCode;
using base::Result;
using base::Status;
using store::Person;
using store::SignedIn;
namespace role = store::role;

namespace {


const QStringList kStaffColumns = {QStringLiteral("name"),   QStringLiteral("person"), QStringLiteral("role"),
                              QStringLiteral("blocks"), QStringLiteral("keys")};

struct StaffOptions
{
    std::string login;
    std::string person;
    std::vector<std::string> roles;
    std::vector<std::string> blocks;
    std::vector<std::string> members;
};

QJsonObject json(const Person& person, const QMap<QString, QStringList>& holders)
{
    QStringList keys;
    for (const QString& block : person.blocks) {
        if (holders.value(block).contains(person.login))
            keys.append(block);
    }
    return {{QStringLiteral("name"), person.login},
            {QStringLiteral("person"), person.name},
            {QStringLiteral("role"), person.roles.join(QLatin1Char(','))},
            {QStringLiteral("blocks"), QJsonArray::fromStringList(person.blocks)},
            {QStringLiteral("keys"), QJsonArray::fromStringList(keys)},
            {QStringLiteral("active"), person.active}};
}

Result<QJsonObject> show(StaffDesk& desk, const QString& login)
{
    HALL_ASSIGN(const auto holders, desk.office().staff().keyHolders());
    HALL_ASSIGN(const Person person, desk.office().staff().person(login));
    return json(person, holders);
}

Status checkBlocks(CommandContext& context, store::LineStore& line, const QStringList& blocks)
{
    HALL_ASSIGN(const auto inForce, queue::CatalogueShelf(line.connection(), context.clock()).current());
    HALL_ASSIGN(const auto law, casefile::CaseRules::read({}));
    for (const QString& block : blocks) {
        const bool group = block == store::kSupervisorsGroup || law.casework.workspace(block);
        if (!group && !inForce.catalogue.block(block))
            return Error{ErrorCode::BlockUnknown, tr("There is no block \"%1\" in the catalogue.").arg(block)};
    }
    return {};
}

Result<Answer> addPerson(CommandContext& context, PassphraseSource& passphrases, const StaffOptions& options)
{
    StaffDesk desk(context, passphrases);
    HALL_TRY(desk.open());
    const Person person{qs(options.login), options.person.empty() ? qs(options.login) : qs(options.person),
                        qs(options.roles), qs(options.blocks), true};
    HALL_TRY(checkBlocks(context, desk.line(), person.blocks));
    HALL_ASSIGN(const auto both, desk.administrators());
    QByteArray text = newPassphrase();
    const QString shown = QString::fromLatin1(text);
    const auto passphrase = seal::SecretBuffer::takeFrom(text);
    HALL_TRY(store::admit(desk.line(), desk.office(), person, passphrase, both.security, both.audit, seal::KdfCost()));
    HALL_ASSIGN(QJsonObject added, show(desk, person.login));
    added.insert(QStringLiteral("passphrase"), shown);
    return Answer{added, kStaffColumns + QStringList(QStringLiteral("passphrase"))};
}

Result<Answer> grantKey(CommandContext& context, PassphraseSource& passphrases, const StaffOptions& options)
{
    StaffDesk desk(context, passphrases);
    HALL_TRY(desk.open());
    HALL_ASSIGN(const SignedIn granter, desk.signIn(context.actor()));
    for (const std::string& block : options.blocks)
        HALL_TRY(desk.office().staff().grant(qs(block), qs(options.login), granter));
    HALL_TRY(store::publishBlockKeys(desk.line(), granter));
    HALL_ASSIGN(const QJsonObject member, show(desk, qs(options.login)));
    return Answer{member, kStaffColumns};
}

Result<Answer> renewKeys(CommandContext& context, PassphraseSource& passphrases, const StaffOptions& options)
{
    StaffDesk desk(context, passphrases);
    HALL_TRY(desk.open());
    HALL_ASSIGN(SignedIn member, desk.signIn(context.actor()));
    for (const std::string& block : options.blocks)
        HALL_TRY(desk.office().staff().renewGroup(qs(block), member));
    HALL_TRY(store::publishBlockKeys(desk.line(), member));
    HALL_ASSIGN(const QJsonObject shown, show(desk, context.actor()));
    return Answer{shown, kStaffColumns};
}

Result<Answer> leave(CommandContext& context, PassphraseSource& passphrases, const StaffOptions& options)
{
    StaffDesk desk(context, passphrases);
    HALL_TRY(desk.open());
    HALL_ASSIGN(const auto both, desk.administrators());
    std::vector<SignedIn> people;
    for (const std::string& login : options.members) {
        HALL_ASSIGN(SignedIn person, desk.signIn(qs(login)));
        people.push_back(std::move(person));
    }
    std::vector<SignedIn*> members;
    for (SignedIn& person : people)
        members.push_back(&person);
    HALL_TRY(desk.office().staff().close(qs(options.login), both.security, both.audit, members));
    for (const SignedIn& person : people)
        HALL_TRY(store::publishBlockKeys(desk.line(), person));
    HALL_TRY(store::compareTrailWithLine(desk.line(), desk.office()));
    HALL_ASSIGN(const QJsonObject shown, show(desk, qs(options.login)));
    return Answer{shown, kStaffColumns};
}

Result<Answer> changePassphrase(CommandContext& context, PassphraseSource& passphrases)
{
    StaffDesk desk(context, passphrases);
    HALL_TRY(desk.open());
    HALL_ASSIGN(const SignedIn person, desk.signIn(context.actor()));
    HALL_ASSIGN(const auto wanted, passphrases.next(tr("%1, the new one").arg(context.actor())));
    HALL_ASSIGN(const auto again, passphrases.next(tr("%1, the new one again").arg(context.actor())));
    if (!wanted.equals(again))
        return Error{ErrorCode::InvalidArgument, tr("The two new passphrases differ. Nothing was changed.")};
    const auto begins = [](char byte) { return (byte & 0xC0) != 0x80; }; // bytes that begin a character of UTF-8
    if (std::count_if(wanted.view().begin(), wanted.view().end(), begins) < kShortestPassphrase)
        return Error{ErrorCode::InvalidArgument,
                     tr("The new passphrase is shorter than %1 characters. Choose a longer one.").arg(kShortestPassphrase)};
    HALL_TRY(desk.office().staff().changePassphrase(person, wanted, seal::KdfCost()));
    HALL_ASSIGN(const QJsonObject changed, show(desk, context.actor()));
    return Answer{changed, kStaffColumns};
}

} // namespace

void addStaffCommands(CLI::App& app, CommandContext& context)
{
    auto options = std::make_shared<StaffOptions>();
    CLI::App* group = app.add_subcommand("staff", "The hall's people");
    group->require_subcommand(1)->fallthrough();
    auto passphrases = PassphraseSource::addTo(*group);
    context.command(*group, "list", "Who works here, with which roles, and whose keys they hold",
                    [&context, passphrases]() -> Result<Answer> {
                        StaffDesk desk(context, *passphrases);
                        HALL_TRY(desk.open());
                        HALL_TRY(desk.office().staff().verifyRoster());
                        HALL_ASSIGN(const auto people, desk.office().staff().list());
                        HALL_ASSIGN(const auto holders, desk.office().staff().keyHolders());
                        QJsonArray rows;
                        for (const Person& person : people)
                            rows.append(json(person, holders));
                        return Answer{rows, kStaffColumns};
                    });
    CLI::App* add = context.command(*group, "add",
                                    "Admits a person; the security and the audit administrator give their passphrases",
                                    [&context, options, passphrases] { return addPerson(context, *passphrases, *options); });
    add->add_option("--login", options->login, "What the person signs in with")->required();
    add->add_option("--name", options->person, "The person's name");
    add->add_option("--role", options->roles, "Roles, separated by commas")->delimiter(',')->required();
    add->add_option("--blocks", options->blocks, "Blocks that the person serves, separated by commas")->delimiter(',');
    CLI::App* grant = context.command(*group, "grant", "A member of a block (--user) hands its key on",
                                      [&context, options, passphrases] { return grantKey(context, *passphrases, *options); });
    grant->add_option("--login", options->login, "Who gets the key")->required();
    grant->add_option("--blocks", options->blocks, "Blocks, separated by commas")->delimiter(',')->required();
    CLI::App* renew = context.command(*group, "renew", "A member of a block (--user) renews its key; colleagues get it at once",
                                      [&context, options, passphrases] { return renewKeys(context, *passphrases, *options); });
    renew->add_option("--blocks", options->blocks, "Blocks, separated by commas")->delimiter(',')->required();
    CLI::App* left = context.command(*group, "leave",
                                     "Somebody leaves. Passphrases, in this order: the security administrator, the audit "
                                     "administrator, the members",
                                     [&context, options, passphrases] { return leave(context, *passphrases, *options); });
    left->add_option("--login", options->login, "Who leaves")->required();
    left->add_option("--members", options->members, "Colleagues who renew the keys of the leaver's blocks, separated by commas")
        ->delimiter(',');
    CLI::App* reset = context.command(*group, "reset",
                                      "New keys and a new passphrase for who lost theirs; the security and the audit "
                                      "administrator give theirs",
                                      [&context, options, passphrases] { return resetAccount(context, *passphrases, qs(options->login)); });
    reset->add_option("--login", options->login, "Whose account")->required();
    context.command(*group, "passphrase", "A new passphrase for --user: the old one, then the new one twice",
                    [&context, passphrases] { return changePassphrase(context, *passphrases); });
    addSecondFactorCommands(*group, context, passphrases);
}

} // namespace hall::ctl
