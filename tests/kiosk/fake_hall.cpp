// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/kiosk/fake_hall.h"

namespace hall::kiosk::test {
namespace {

rules::Text text(const char* zh, const char* en)
{
    return {QString::fromUtf8(zh), QString::fromUtf8(en)};
}

rules::Service service(const char* code, const char* block, rules::Text name, rules::Text words)
{
    rules::Service made;
    made.code = QLatin1String(code);
    made.block = QLatin1String(block);
    made.name = std::move(name);
    made.words = std::move(words);
    return made;
}

} // namespace

rules::Catalogue smallCatalogue()
{
    rules::Catalogue made;
    made.hallName = text("诸暨市社会矛盾纠纷调处化解中心", "Zhuji Centre for Petitions and Mediation");
    made.guideDesk = text("进门左手边的导办台", "on your left as you come in");
    for (int day = 1; day <= 5; ++day)
        made.hours.week[day] = {{QTime(8, 30), QTime(12, 0)}, {QTime(13, 30), QTime(17, 30)}};
    made.blocks = {
        {u"reception"_qs, u"A"_qs, text("信访接待", "Petition reception"), text("我要反映问题或信访", "I want to complain or petition"), {}},
        {u"legal"_qs, u"B"_qs, text("法定途径接谈", "Legal channels"), text("让我去法院或仲裁", "I was told to go to court or arbitration"), {}},
        {u"mediation"_qs, u"C"_qs, text("矛盾纠纷多元化解", "Mediation of disputes"), text("我们有纠纷要调解", "We have a dispute"), {}},
        {u"experts"_qs, u"D"_qs, text("专家后援团", "Expert panel"), text("我想找专家咨询", "I need an expert"), {}},
    };
    made.services = {
        service("SUGGEST", "reception", text("意见建议", "Opinions and suggestions"), text("对工作提意见、出主意", "I want to suggest how things could be better")),
        service("COMPLAIN", "reception", text("申诉求决", "Requests for a decision"), text("我的事没有解决，请求处理", "My matter is not solved, please deal with it")),
        service("ACCUSE", "reception", text("检举控告", "Accusations"), text("举报违纪违法（内容保密）", "I report a breach of rules, kept in confidence")),
        service("ASK", "reception", text("查询办理进度", "Where my petition stands"), text("我来过，想知道办到哪一步", "I was here before and want to know how far it is")),
        service("LABOUR", "legal", text("劳动仲裁", "Labour arbitration"), text("工资、工伤、合同", "Wages, injury at work, contract")),
        service("COURT", "legal", text("法院立案咨询", "Filing at court"), text("起诉、执行怎么办", "How to sue or to enforce")),
        service("FAMILY", "mediation", text("婚姻家庭纠纷", "Marriage and family"), text("离婚、抚养、赡养、继承", "Divorce, support, inheritance")),
        service("NEIGHBOUR", "mediation", text("邻里纠纷", "Neighbours"), text("噪音、漏水、相邻关系", "Noise, leaks, boundaries")),
        service("LAND", "mediation", text("土地与拆迁纠纷", "Land and relocation"), text("承包地、宅基地、征收补偿", "Fields, homesteads, compensation")),
        service("TRAFFIC", "mediation", text("交通事故纠纷", "Traffic accidents"), text("赔偿谈不拢", "No agreement on damages")),
        service("MEDICAL", "mediation", text("医疗纠纷", "Medical disputes"), text("对诊疗有争议", "I disagree with a treatment")),
        service("CONSUMER", "mediation", text("消费纠纷", "Consumer disputes"), text("买到的东西或服务有问题", "Something I bought is not right")),
        service("PROPERTY", "mediation", text("物业纠纷", "Property management"), text("物业费、维修、服务", "Fees, repairs, services")),
        service("EXPERT", "experts", text("专家咨询", "Expert opinion"), text("请专家看一看", "Let an expert look at it")),
    };
    const rules::Proof idCard{u"id-card"_qs, text("居民身份证", "identity card")};
    made.classes = {
        {u"elderly"_qs, text("60 周岁以上老年人", "60 years or older"), {}, {idCard, {u"elder-card"_qs, text("老年优待证", "senior citizen card")}}, true},
        {u"disabled"_qs, text("残疾人", "With a disability"), {}, {{u"disability-card"_qs, text("残疾人证", "disability certificate")}}, true},
        {u"pregnant"_qs, text("孕妇", "Pregnant"), text("告诉工作人员即可", "Just tell the staff"), {}, true},
        {u"infant"_qs, text("携带婴幼儿", "With a small child"), text("孩子同来即可", "The child is with you"), {}, true},
        {u"serviceman"_qs, text("现役或退役军人", "Soldier or veteran"), {}, {{u"service-card"_qs, text("军人或优待证件", "service or veteran card")}}, true},
        {u"other-by-law"_qs, text("法律规定的其他优先对象", "Other priority by law"), {}, {{u"other-proof"_qs, text("相关证件", "the document that says so")}}, true},
        {u"booked"_qs, text("预约", "Booked"), {}, {}, false},
        {u"ordinary"_qs, text("普通", "Ordinary"), {}, {}, true},
    };
    made.guide = {
        {u"told"_qs, text("有没有单位让您去法院、仲裁或申请行政复议？", "Has somebody told you to go to court, to arbitration or to an administrative review?"),
         {{text("有", "Yes"), {}, u"legal"_qs}, {text("没有", "No"), u"other"_qs, {}}}},
        {u"other"_qs, text("是您和另一个人或单位之间的矛盾吗？", "Is it a quarrel between you and another person or company?"),
         {{text("是", "Yes"), {}, u"mediation"_qs}, {text("不是", "No"), u"advice"_qs, {}}}},
        {u"advice"_qs, text("您主要想听专业人士的意见吗？", "Do you mainly want to hear what a specialist thinks?"),
         {{text("是", "Yes"), {}, u"experts"_qs}, {text("不是，我要反映问题", "No, I want to complain or ask for help"), {}, u"reception"_qs}}},
    };
    return made;
}

Reply<GivenTicket> FakeHall::issue(const VisitRequest& request)
{
    asked.append(request);
    if (trouble)
        return done<GivenTicket>(*trouble);
    GivenTicket ticket = given.value(request.key);
    if (ticket.number.isEmpty()) {
        const rules::Service* wanted = catalogue.service(request.service);
        if (!wanted)
            return done<GivenTicket>(base::Error{base::ErrorCode::ServiceUnknown, {}});
        const rules::Block* block = catalogue.block(wanted->block);
        ticket.number = block->prefix + QStringLiteral("%1").arg(given.size() + 17, 3, 10, QLatin1Char('0'));
        ticket.block = block->code;
        ticket.service = wanted->code;
        ticket.receiptCode = QStringLiteral("7KF3MXW9");
        ticket.position = 4;
        ticket.wait = {600, 1500};
        given.insert(request.key, ticket);
    }
    if (loseAnswer)
        return done<GivenTicket>(base::Error{base::ErrorCode::StoreUnavailable, {}});
    if (hang) {
        auto promise = std::make_shared<QPromise<base::Result<GivenTicket>>>();
        promise->start();
        m_hanging.push_back({promise, ticket});
        return promise->future();
    }
    return done<GivenTicket>(ticket);
}

void FakeHall::answer()
{
    for (auto& [promise, ticket] : std::exchange(m_hanging, {})) {
        promise->addResult(ticket);
        promise->finish();
    }
}

Reply<bool> FakeHall::withdraw(const QUuid& key)
{
    if (trouble)
        return done<bool>(*trouble);
    withdrawn.append(key);
    given.remove(key);
    return done<bool>(true);
}

Reply<Booking> FakeHall::booking(const QString& code)
{
    if (trouble)
        return done<Booking>(*trouble);
    if (code != QLatin1String("123456"))
        return done<Booking>(base::Error{base::ErrorCode::AppointmentNotFound, {}});
    return done<Booking>(booked);
}

Reply<GivenTicket> FakeHall::find(const QString& receiptCode)
{
    for (const GivenTicket& ticket : std::as_const(given)) {
        if (ticket.receiptCode == receiptCode)
            return done<GivenTicket>(ticket);
    }
    return done<GivenTicket>(base::Error{base::ErrorCode::TicketNotFound, {}});
}

QFuture<base::Status> FakeHall::print(const device::TicketSlip& slip)
{
    printed.append(slip);
    QPromise<base::Status> promise;
    promise.start();
    promise.addResult(printOutcome);
    promise.finish();
    return promise.future();
}

} // namespace hall::kiosk::test
