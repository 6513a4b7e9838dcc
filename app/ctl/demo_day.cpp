// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/ctl/demo_day.h"

#include "app/queue/appointments.h"
#include "app/queue/desk_register.h"
#include "app/queue/queue.h"
#include "app/seal/sealed_box.h"

#include <QJsonDocument>
#include <QJsonObject>

namespace hall::ctl {

using base::Result;
using base::Status;
using namespace std::chrono_literals;

namespace {

struct Typed
{
    const char* service;
    const char* priorityClass;
    int minutesAgo;
    int people;
    const char* name;
    const char* phone;
    const char* text;
};

/// Invented people; the numbers are of the kind that is never given out.
constexpr Typed kVisitors[] = {
    {"legal-advice", "ordinary", 58, 1, "吴国平", "13800000011", "租房押金不退，想问怎么办。"},
    {"petition-appeal", "elderly", 55, 2, "何秀兰", "13800000012", "小区加装电梯的补贴一直没有到账。"},
    {"mediation-family", "ordinary", 51, 2, "郑海", "13800000013", "兄弟俩为老房子的事争执，想请人调解。"},
    {"legal-labour", "ordinary", 47, 1, "钱小军", "13800000014", "公司拖欠三个月工资。"},
    {"legal-advice", "ordinary", 43, 1, "", "", ""},
    {"petition-progress", "ordinary", 40, 1, "冯霞", "13800000015", "上个月反映的噪声问题，想知道进展。"},
    {"mediation-property", "ordinary", 38, 3, "魏强", "13800000016", "楼上漏水，物业说不归他们管。"},
    {"legal-route", "elderly", 35, 1, "蒋阿姨", "13800000017", "不知道该找哪个部门。"},
    {"legal-advice", "infant", 33, 1, "沈洁", "13800000018", "离婚后孩子抚养费。"},
    {"petition-appeal", "ordinary", 30, 1, "韩建", "13800000019", "对征收补偿的答复不满意。"},
    {"expert-engineering", "ordinary", 28, 1, "朱明", "13800000020", "外墙开裂，想请专家看看。"},
    {"legal-court", "ordinary", 26, 1, "", "", ""},
    {"mediation-contract", "ordinary", 24, 2, "许志", "13800000021", "装修合同纠纷，对方停工两个月。"},
    {"petition-suggestion", "ordinary", 21, 1, "吕峰", "13800000022", "建议在桥头加一个红绿灯。"},
    {"legal-aid", "disabled", 19, 1, "施燕", "13800000023", "申请法律援助。"},
    {"legal-advice", "ordinary", 16, 1, "", "", ""},
    {"mediation-injury", "ordinary", 14, 1, "孔亮", "13800000024", "电动车被撞，赔偿谈不拢。"},
    {"legal-review", "ordinary", 12, 1, "曹斌", "13800000025", "收到行政处罚决定书，不服。"},
    {"petition-joint", "ordinary", 10, 7, "严芳", "13800000026", "三幢居民代表，反映楼下餐馆油烟。"},
    {"expert-psychology", "ordinary", 8, 1, "", "", ""},
    {"legal-advice", "serviceman", 7, 1, "华军", "13800000027", "退役安置的问题。"},
    {"mediation-family", "elderly", 5, 1, "金婆婆", "13800000028", "赡养费的事。"},
    {"petition-appeal", "ordinary", 4, 1, "魏红", "13800000029", "孩子入学的问题。"},
    {"legal-labour", "ordinary", 3, 1, "陶伟", "13800000030", "被辞退没有补偿。"},
    {"legal-advice", "ordinary", 2, 1, "", "", ""},
    {"mediation-other", "ordinary", 1, 2, "姜萍", "13800000031", "邻居养狗夜里吵。"},
};

constexpr std::pair<int, const char*> kStaff[] = {{2, "wang"}, {3, "zhang"}, {4, "chen"}, {5, "liu"},
                                                 {6, "zhao"}, {7, "sun"},   {8, "zhou"}};

Status issue(queue::Queue& queue, store::LineStore& line, const rules::Catalogue& catalogue, const Typed& visitor,
             base::Timestamp now)
{
    queue::IssueRequest request;
    request.key = QUuid::createUuid();
    request.service = QString::fromLatin1(visitor.service);
    request.priorityClass = QString::fromLatin1(visitor.priorityClass);
    request.partySize = visitor.people;
    request.at = now - std::chrono::minutes(visitor.minutesAgo);
    request.actor = QStringLiteral("kiosk-1");
    if (*visitor.text != '\0') {
        const QByteArray typed = QJsonDocument(QJsonObject{{QStringLiteral("name"), QString::fromUtf8(visitor.name)},
                                                           {QStringLiteral("phone"), QString::fromLatin1(visitor.phone)},
                                                           {QStringLiteral("text"), QString::fromUtf8(visitor.text)}})
                                     .toJson(QJsonDocument::Compact);
        HALL_ASSIGN(const auto key, line.blockKey(catalogue.service(request.service)->block));
        HALL_ASSIGN(const auto sealed, seal::sealTo(key.publicKey, key.generation, typed));
        request.sealedIntake = sealed.bytes;
        request.intakeGeneration = key.generation;
    }
    HALL_TRY(queue.issue(request));
    return {};
}

} // namespace

Status startDemoDay(store::LineStore& line, const rules::Catalogue& catalogue, const base::Clock& clock)
{
    const base::Timestamp now = clock.now();
    base::ManualClock then(now);
    queue::DeskRegister desks(line.connection(), then);
    queue::Queue queue(line.connection(), then);
    for (const auto& [number, login] : kStaff)
        HALL_TRY(desks.open(number, catalogue.desk(number)->services, QString::fromLatin1(login)));
    for (const Typed& visitor : kVisitors)
        HALL_TRY(issue(queue, line, catalogue, visitor, now));
    for (const auto& [number, login] : kStaff) {
        HALL_ASSIGN(const auto called, queue.callNext(number, QString::fromLatin1(login)));
        if (called.ticket && number % 3 != 0)
            HALL_TRY(queue.serve(called.ticket->id, QString::fromLatin1(login)));
    }
    queue::Appointments bookings(line.connection(), then);
    HALL_TRY(bookings.book(QStringLiteral("legal-advice"), now + 25min, QStringLiteral("zhang")));
    HALL_TRY(bookings.book(QStringLiteral("mediation-contract"), now + 40min, QStringLiteral("sun")));
    HALL_TRY(bookings.book(QStringLiteral("expert-consultation"), now + 55min, QStringLiteral("zhou")));
    return {};
}

} // namespace hall::ctl
