// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/bench/case_corpus.h"

#include <QDate>
#include <cmath>

namespace hall::tests {

namespace {

const QString kCommon = QStringLiteral(
    "的一是在不了有和人这中大为上个国我以要他时来用们生到作地于出就分对成会可主发年动同工也能下过子说产种面而方后多定行学法所民得经十三之进着等部度家电力里如水化高自二理起小物现实加量都两体制机当使点从业本去把性好应开它合还因由其些然前外天政四日那社义事平形相全表间样与关各重新线内数正心反你明看原又么利比或但质气第向道命此变条只没结解问意建月公无系军很情者最立代想已通并提直题党程展五果料象员革位入常文总次品式活设及管特件长求老头基资边流路级少图山统接知较将组见计别她手角期根论运农指几九区强放决西被干做必战先回则任取据处队南给色光门即保治北造百规热领七海口东导器压志世金增争济阶油思术极交受联什认六共权收证改清己美再采转更单风切打白教速花带安场身车例真务具万每目至达走积示议声报斗完类八离华名确才科张信马节话米整空元况今集温传土许步群广石记需段研界拉林律叫且究观越织装影算低持音众书布复容儿须际商非验连断深难近矿千周委素技备半办青省列习响约支般史感劳便团往酸历市克何除消构府称太准精值号率族维划选标写存候毛亲快效斯院查江型眼王按格养易置派层片始却专状育厂京识适属圆包火住调满县局照参红细引听该铁价严龙飞");
const QStringList kSurnames = {QStringLiteral("王"), QStringLiteral("李"), QStringLiteral("张"), QStringLiteral("刘"), QStringLiteral("陈"),
                               QStringLiteral("杨"), QStringLiteral("黄"), QStringLiteral("赵"), QStringLiteral("吴"), QStringLiteral("周"),
                               QStringLiteral("徐"), QStringLiteral("孙"), QStringLiteral("马"), QStringLiteral("朱"), QStringLiteral("胡"),
                               QStringLiteral("郭"), QStringLiteral("何"), QStringLiteral("林"), QStringLiteral("高"), QStringLiteral("罗"),
                               QStringLiteral("欧阳"), QStringLiteral("上官"), QStringLiteral("司马"), QStringLiteral("邬"), QStringLiteral("缪")};
const QString kGiven = QStringLiteral("伟芳娜秀英敏静丽强磊军洋勇艳杰娟涛明超兰霞平刚桂华建国红梅玉文斌志海波宁浩凯鑫宇辉健俊帆雪慧倩雯佳琪璐瑶晨曦梓涵𠮷喆犇淼");
const QStringList kWords = {QStringLiteral("赔偿"), QStringLiteral("工资"), QStringLiteral("拖欠"), QStringLiteral("物业"), QStringLiteral("漏水"),
                            QStringLiteral("拆迁"), QStringLiteral("征地"), QStringLiteral("补偿"), QStringLiteral("邻居"), QStringLiteral("医疗"),
                            QStringLiteral("派出所"), QStringLiteral("居委会"), QStringLiteral("劳动合同"), QStringLiteral("社会保险"), QStringLiteral("房产证"),
                            QStringLiteral("开发商"), QStringLiteral("宅基地"), QStringLiteral("公积金"), QStringLiteral("低保"), QStringLiteral("噪音"),
                            QStringLiteral("人民调解"), QStringLiteral("交通事故"), QStringLiteral("信访事项"), QStringLiteral("处理意见"), QStringLiteral("农村合作医疗"),
                            QStringLiteral("机动车道"), QStringLiteral("施工单位"), QStringLiteral("营业执照"), QStringLiteral("退役军人"), QStringLiteral("住房公积金")};
const QStringList kClauses = {QStringLiteral("本人于%1月%2日到有关部门反映%3问题，至今没有得到答复"),
                              QStringLiteral("因%3一事与对方发生争议，多次协商未果"),
                              QStringLiteral("要求依法处理%3并支付%4元"),
                              QStringLiteral("称%5在%6办理%3时态度不好"),
                              QStringLiteral("%6的%3长期无人管理，影响居民生活"),
                              QStringLiteral("已向%3主管部门提交材料，编号%4"),
                              QStringLiteral("对%3的结果不服，申请重新核实"),
                              QStringLiteral("现场调查后，%5承认%3属实"),
                              QStringLiteral("建议由%6牵头，会同相关单位研究%3"),
                              QStringLiteral("双方就%3达成一致，约定于%1月底前履行"),
                              QStringLiteral("另反映%7，请求一并解决")};
const QStringList kPlaces = {QStringLiteral("新华路街道"), QStringLiteral("解放社区"), QStringLiteral("东湖镇"), QStringLiteral("城关镇政府"),
                             QStringLiteral("开发区管委会"), QStringLiteral("红旗村"), QStringLiteral("人民医院"), QStringLiteral("第三小学"),
                             QStringLiteral("幸福小区"), QStringLiteral("滨江花园")};
const QStringList kStates = {QStringLiteral("registered"), QStringLiteral("transferred"), QStringLiteral("accepted"), QStringLiteral("replied"),
                             QStringLiteral("closed"), QStringLiteral("closed"), QStringLiteral("closed")};
constexpr qint64 kFirstMs = 1'600'000'000'000;
constexpr qint64 kStepMs = 170'000;

const QStringList& letters(const QString& text)
{
    static QHash<QString, QStringList> known;
    QStringList& list = known[text];
    if (list.isEmpty()) {
        for (const uint c : text.toUcs4())
            list.append(QString::fromUcs4(reinterpret_cast<const char32_t*>(&c), 1));
    }
    return list;
}

} // namespace

CaseCorpus::CaseCorpus(quint64 seed)
    : m_random(seed)
{
}

const QStringList& CaseCorpus::commonWords()
{
    return kWords;
}

const QString& CaseCorpus::commonCharacters()
{
    return kCommon;
}

QString CaseCorpus::characters(int count)
{
    QString text;
    for (int i = 0; i < count; ++i) {
        // Zipf: the n-th in proportion to 1/n.
        const double u = static_cast<double>(m_random() % 1'000'000) / 1'000'000.0;
        text += kCommon.at(static_cast<qsizetype>(std::pow(static_cast<double>(kCommon.size()), u)) - 1);
    }
    return text;
}

QString CaseCorpus::digits(int count)
{
    QString text;
    for (int i = 0; i < count; ++i)
        text += QChar(u'0' + static_cast<char16_t>(m_random() % 10));
    return text;
}

QJsonObject CaseCorpus::person()
{
    static const QStringList given = letters(kGiven);
    QString name = any(kSurnames) + any(given);
    if (m_random() % 4 != 0)
        name += any(given);
    return {{QStringLiteral("name"), name},
            {QStringLiteral("phone"), QStringLiteral("1") + digits(10)},
            {QStringLiteral("id_number"), identityNumber()}};
}

/// With a day of birth that there was and the check character that belongs to it (GB 11643).
QString CaseCorpus::identityNumber()
{
    const QDate born = QDate(1940, 1, 1).addDays(static_cast<qint64>(m_random() % (65 * 365)));
    const QString number = QStringLiteral("33010") + digits(1) + born.toString(QStringLiteral("yyyyMMdd")) + digits(3);
    int sum = 0;
    for (const QChar digit : number)
        sum = (2 * sum + digit.digitValue()) % 11; // the published weights are powers of two
    return number + QStringLiteral("10X98765432").at(2 * sum % 11);
}

QString CaseCorpus::narrative()
{
    QStringList clauses;
    const int count = 3 + static_cast<int>(m_random() % 5);
    for (int i = 0; i < count; ++i) {
        QString clause = any(kClauses);
        clause.replace(QStringLiteral("%1"), QString::number(1 + m_random() % 12)).replace(QStringLiteral("%2"), QString::number(1 + m_random() % 28));
        clause.replace(QStringLiteral("%3"), any(kWords)).replace(QStringLiteral("%4"), digits(4));
        clause.replace(QStringLiteral("%6"), any(kPlaces)).replace(QStringLiteral("%7"), characters(4 + static_cast<int>(m_random() % 8)));
        if (clause.contains(QStringLiteral("%5")))
            clause.replace(QStringLiteral("%5"), person().value(QLatin1StringView("name")).toString());
        clauses.append(clause);
    }
    return clauses.join(QStringLiteral("；")) + QStringLiteral("。");
}

casefile::Projected CaseCorpus::next()
{
    ++m_number;
    casefile::Projected projected;
    casefile::CaseSummary& summary = projected.summary;
    summary.id = QByteArray::number(m_number).rightJustified(16, '0');
    summary.number = QStringLiteral("%1-%2").arg(2020 + m_number / 1'000'000).arg(m_number % 1'000'000, 6, 10, QLatin1Char('0'));
    summary.block = m_random() % 3 == 0 ? QStringLiteral("mediation") : QStringLiteral("reception");
    summary.state = any(kStates);
    summary.category = QStringLiteral("housing");
    summary.handler = QStringLiteral("clerk%1").arg(m_random() % 20);
    summary.openedAt = base::timestampFromMs(kFirstMs + m_number * kStepMs);
    summary.changedAt = summary.openedAt;
    summary.entries = 1;
    const QJsonObject petitioner = person();
    projected.people = {petitioner};
    projected.text = QStringList{summary.number, petitioner.value(QLatin1StringView("name")).toString(),
                                 petitioner.value(QLatin1StringView("phone")).toString(),
                                 petitioner.value(QLatin1StringView("id_number")).toString(), narrative()}
                         .join(QLatin1Char('\n'));
    return projected;
}

} // namespace hall::tests
