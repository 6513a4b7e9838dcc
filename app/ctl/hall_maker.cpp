// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/ctl/hall_maker.h"

#include "app/casefile/case_files.h"
#include "app/ctl/demo_cases.h"
#include "app/ctl/demo_day.h"
#include "app/ctl/demo_history.h"
#include "app/ctl/texts.h"
#include "app/queue/catalogue_shelf.h"
#include "app/sql/connection.h"

#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QRandomGenerator>

namespace hall::ctl {

using base::Error;
using base::ErrorCode;
using base::Result;
using base::Status;
using store::HallPlan;
using store::NewPerson;
using store::Person;
namespace role = store::role;

namespace {

constexpr unsigned kDemoSeed = 2020;

struct Furniture
{
    rules::Catalogue catalogue;
    queue::Policy policy;
};

Result<Furniture> ownFurniture()
{
    HALL_ASSIGN(auto catalogue, rules::readCatalogue(QStringLiteral(":/catalogue")));
    QFile file(QStringLiteral(":/catalogue/policy.json"));
    if (!file.open(QIODevice::ReadOnly))
        return Error{ErrorCode::Internal, QStringLiteral("policy.json is missing in this program")};
    HALL_ASSIGN(auto policy, queue::readPolicy(file.readAll(), QStringLiteral("policy.json")));
    return Furniture{catalogue, policy};
}

/// Whoever tries the demo at night finds the hall open.
rules::OpeningHours openAllTheTime()
{
    rules::OpeningHours hours;
    for (int day = 1; day <= 7; ++day)
        hours.week[day] = {{QTime(0, 0), QTime(23, 59, 59)}};
    return hours;
}

class HallMaker
{
public:
    HallMaker(const MakeRequest& request, const base::Clock& clock)
        : m_request(request)
        , m_clock(clock)
    {
    }
    Result<Answer> make();

private:
    void add(const QString& login, const QString& name, const QString& role, const QStringList& blocks = {});
    void addAdministrators();
    void addDemoStaff();
    DemoPassphrases writers() const;
    Status readAnswers();

    const MakeRequest& m_request;
    const base::Clock& m_clock;
    HallPlan m_plan;
    Furniture m_furniture;
    QJsonArray m_staff;
};

void HallMaker::add(const QString& login, const QString& name, const QString& role, const QStringList& blocks)
{
    QByteArray passphrase = newPassphrase();
    m_staff.append(QJsonObject{{QStringLiteral("name"), login},
                               {QStringLiteral("person"), name},
                               {QStringLiteral("role"), role},
                               {QStringLiteral("blocks"), QJsonArray::fromStringList(blocks)},
                               {QStringLiteral("passphrase"), QString::fromLatin1(passphrase)}});
    m_plan.people.push_back({Person{login, name, {role}, blocks, true}, seal::SecretBuffer::takeFrom(passphrase)});
}

void HallMaker::addAdministrators()
{
    add(QStringLiteral("system"), QStringLiteral("系统管理员"), role::kSystem);
    add(QStringLiteral("security"), QStringLiteral("安全管理员"), role::kSecurity);
    add(QStringLiteral("audit"), QStringLiteral("审计管理员"), role::kAudit);
}

/// Everybody who serves a block.
DemoPassphrases HallMaker::writers() const
{
    DemoPassphrases passphrases;
    for (const NewPerson& each : m_plan.people) {
        if (!each.person.blocks.isEmpty())
            passphrases.emplace(each.person.login, seal::SecretBuffer::copyOf(each.passphrase.view()));
    }
    return passphrases;
}

void HallMaker::addDemoStaff()
{
    const QString reception = QStringLiteral("reception");
    const QString legal = QStringLiteral("legal");
    const QString mediation = QStringLiteral("mediation");
    const QString experts = QStringLiteral("experts");
    add(QStringLiteral("lin"), QStringLiteral("林晓燕"), role::kGuide);
    add(QStringLiteral("li"), QStringLiteral("李娜"), role::kReception, {reception});
    add(QStringLiteral("wang"), QStringLiteral("王建国"), role::kReception, {reception});
    add(QStringLiteral("zhang"), QStringLiteral("张敏"), role::kLegal, {legal});
    add(QStringLiteral("chen"), QStringLiteral("陈志强"), role::kLegal, {legal});
    add(QStringLiteral("liu"), QStringLiteral("刘芳"), role::kLegal, {legal});
    add(QStringLiteral("zhao"), QStringLiteral("赵秀英"), role::kMediator, {mediation});
    add(QStringLiteral("sun"), QStringLiteral("孙伟"), role::kMediator, {mediation});
    add(QStringLiteral("zhou"), QStringLiteral("周文彬"), role::kExpert, {experts});
    add(QStringLiteral("he"), QStringLiteral("何静"), role::kReception, {QStringLiteral("accusations")});
    add(QStringLiteral("xu"), QStringLiteral("徐丽华"), role::kSupervisor, {store::kSupervisorsGroup});
}

Status HallMaker::readAnswers()
{
    const QJsonDocument document = QJsonDocument::fromJson(m_request.answers);
    if (!document.isObject())
        return Error{ErrorCode::InvalidArgument, tr("The answers are no JSON object. See the manual of hallctl init.")};
    const QJsonObject names = document.object().value(QLatin1StringView("hall")).toObject();
    if (const QString zh = names.value(QLatin1StringView("zh")).toString().trimmed(); !zh.isEmpty()) {
        m_furniture.catalogue.hallName.zh = zh;
        const QString en = names.value(QLatin1StringView("en")).toString().trimmed();
        m_furniture.catalogue.hallName.en = en.isEmpty() ? zh : en;
    }
    for (const QJsonValue& value : document.object().value(QLatin1StringView("staff")).toArray()) {
        const QJsonObject person = value.toObject();
        const QString login = person.value(QLatin1StringView("login")).toString().trimmed();
        const QString name = person.value(QLatin1StringView("name")).toString().trimmed();
        const QString roleCode = person.value(QLatin1StringView("role")).toString();
        QByteArray passphrase = person.value(QLatin1StringView("passphrase")).toString().toUtf8();
        if (login.isEmpty() || !role::all().contains(roleCode))
            return Error{ErrorCode::InvalidArgument, tr("Each person needs a login and a known role.")};
        if (QString::fromUtf8(passphrase).size() < kShortestPassphrase)
            return Error{ErrorCode::InvalidArgument,
                         tr("The passphrase of \"%1\" is shorter than %2 characters. Choose a longer one.")
                             .arg(login)
                             .arg(kShortestPassphrase)};
        m_staff.append(QJsonObject{{QStringLiteral("name"), login},
                                   {QStringLiteral("person"), name},
                                   {QStringLiteral("role"), roleCode},
                                   {QStringLiteral("blocks"), QJsonArray()}});
        m_plan.people.push_back({Person{login, name.isEmpty() ? login : name, {roleCode}, {}, true},
                                 seal::SecretBuffer::takeFrom(passphrase)});
    }
    return {};
}

Result<Answer> HallMaker::make()
{
    HALL_ASSIGN(m_furniture, ownFurniture());
    if (m_request.answers.isEmpty())
        addAdministrators();
    else
        HALL_TRY(readAnswers());
    if (m_request.demo) {
        addDemoStaff();
        // Demo passphrases open nothing worth having, so signing in may be quick.
        m_plan.cost = {2, 64ULL << 20};
    }
    m_plan.place = m_request.place;
    m_plan.name = m_furniture.catalogue.hallName.zh;
    for (const rules::Block& block : std::as_const(m_furniture.catalogue.blocks))
        m_plan.blocks.append(block.code);
    HALL_ASSIGN(const auto law, casefile::CaseRules::read({}));
    for (const rules::Workspace& workspace : law.casework.workspaces)
        m_plan.blocks.append(workspace.code);
    m_plan.blocks.append(store::kSupervisorsGroup);
    m_plan.furnish = [this](store::LineStore& line) -> Status {
        queue::CatalogueShelf shelf(line.connection(), m_clock);
        rules::Catalogue inForce = m_furniture.catalogue;
        if (m_request.demo)
            inForce.hours = openAllTheTime();
        HALL_TRY(shelf.publish(inForce, m_furniture.policy, QStringLiteral("hallctl init")));
        if (!m_request.demo)
            return {};
        const QDate today = base::hallDay(m_clock.now());
        HALL_TRY(writeHistory(line.connection(), m_furniture.catalogue, today, kDemoSeed));
        return startDemoDay(line, m_furniture.catalogue, m_clock);
    };
    HALL_TRY(store::makeHall(m_plan, m_clock));
    if (m_request.demo)
        HALL_TRY(writeDemoCases(m_request.place, writers(), m_clock));
    return Answer{QJsonObject{{QStringLiteral("hall"),
                               QJsonObject{{QStringLiteral("name"), m_plan.name},
                                           {QStringLiteral("store"), m_request.place.shown()},
                                           {QStringLiteral("keys"), m_request.place.files().keys()},
                                           {QStringLiteral("demo"), m_request.demo}}},
                              {QStringLiteral("staff"), m_staff}},
                  {}};
}

} // namespace

QByteArray newPassphrase()
{
    constexpr std::string_view alphabet = "23456789abcdefghjkmnpqrstvwxyz";
    QByteArray text;
    for (int i = 0; i < 16; ++i) {
        if (i > 0 && i % 4 == 0)
            text += '-';
        text += alphabet[QRandomGenerator::system()->bounded(static_cast<quint32>(alphabet.size()))];
    }
    return text;
}

Result<Answer> makeHallFor(const MakeRequest& request, const base::Clock& clock)
{
    return HallMaker(request, clock).make();
}

} // namespace hall::ctl
