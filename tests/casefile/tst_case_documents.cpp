// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/casefile/attachments.h"
#include "app/casefile/case_documents.h"
#include "app/casefile/document_numbers.h"
#include "tests/casefile/case_hall.h"

#include <QBuffer>
#include <QGuiApplication>
#include <QSet>
#include <QTest>
#include <mutex>
#include <thread>

using namespace hall;
using namespace hall::casefile;
using tests::CaseHall;

namespace {

QJsonObject object(std::initializer_list<std::pair<const char*, const char*>> fields)
{
    QJsonObject made;
    for (const auto& [key, value] : fields)
        made.insert(QString::fromUtf8(key), QString::fromUtf8(value));
    return made;
}

QString textOf(const document::Pages& pages)
{
    QString text;
    for (const document::Page& page : pages.pages) {
        for (const document::TextPiece& piece : page.texts)
            text += piece.text.startsWith(QStringLiteral("— ")) ? QString() : piece.text; // without the page's number
    }
    return text;
}

} // namespace

/// Documents from one case, without retyping; their numbers.
class CaseDocumentsTest : public QObject
{
    Q_OBJECT

private slots:
    void init()
    {
        m_hall = std::make_unique<CaseHall>();
        QVERIFY2(m_hall->complaint().isEmpty(), qPrintable(m_hall->complaint()));
        m_forms = document::readForms({}).value();
        m_router = rules::readRouter({}, m_hall->rules.deadlines).value();
        m_li = std::make_unique<store::SignedIn>(m_hall->signIn("li"));
        QJsonObject registration = CaseHall::registration(QStringLiteral("王𠮷祥"));
        registration.insert(QStringLiteral("received"), QStringLiteral("2026-03-02"));
        registration.insert(QStringLiteral("channel"), QStringLiteral("visit"));
        registration.insert(QStringLiteral("petitioners"),
                            QJsonArray{object({{"name", "王𠮷祥"}, {"address", "和睦新村1幢"}, {"phone", "13800000001"}})});
        m_number = m_hall->files(*m_li).open(QStringLiteral("reception"), registration)->number;
    }

    void oneCaseFillsEveryForm()
    {
        shows("registration", {"王𠮷祥", "13800000001", "楼上漏水，要求赔偿", "来访", "申诉求决", "2026年3月17日"});
        shows("notice-receipt", {"王𠮷祥：", "2026年3月2日", "2026年3月17日", "第二十三条"});
        add("routed", object({{"to", "区住房和城乡建设局"}, {"received", "2026-03-06"}}));
        shows("notice-transfer", {"区住房和城乡建设局", "2026年3月21日"});
        shows("transfer-letter", {"区住房和城乡建设局：", "五个工作日内（至2026年3月13日）", "十五日内"});
        add("accepted", object({{"day", "2026-03-09"}, {"matter", "yes"}}));
        add("extended", object({{"rule", "XF-HANDLE"}, {"approved_by", "局长"}, {"reason", "需要鉴定漏水原因"}, {"told", "2026-03-10"}}));
        shows("extension-notice", {"需要鉴定漏水原因", "2026年6月7日", "第三十四条"});
        add("replied", object({{"opinion", "supported"}, {"request", "要求赔偿"}, {"facts", "渗水属实"}, {"legal_basis", "《民法典》第二百八十八条"},
                               {"measures", "督促修缮"}, {"received", "2026-03-20"}}));
        // 20 March + 30 days is Sunday, 19 April: a citizen's right ends on the Monday.
        shows("opinion", {"一、信访人投诉请求", "渗水属实", "《民法典》第二百八十八条", "予以支持", "2026年4月20日", "第三十五条"});
        add("review-requested", object({{"received", "2026-03-25"}, {"text", "请求改为货币赔偿"}}));
        add("reviewed", object({{"text", "维持原处理意见"}, {"received", "2026-04-01"}}));
        shows("review-opinion", {"请求改为货币赔偿", "维持原处理意见", "2026年5月6日", "第三十六条"});
        add("re-examination-requested", object({{"received", "2026-04-07"}, {"text", "仍不服"}}));
        add("re-examined", object({{"text", "维持复查意见"}}));
        shows("re-examination-opinion", {"仍不服", "维持复查意见", "不再受理"});
    }
    void aRedirectionAndTheLegalChannel()
    {
        DocumentOrder order{m_number, QStringLiteral("legal-channel-notice")};
        QCOMPARE(documents().preview(order).error().code, base::ErrorCode::InvalidArgument);
        order.route = {{QStringLiteral("purpose"), QStringLiteral("appeal")}, {QStringLiteral("stage"), QStringLiteral("replied")},
                       {QStringLiteral("reply_received"), QStringLiteral("2026-03-20")}};
        const auto pages = documents().preview(order);
        QVERIFY2(pages.ok(), pages.ok() ? "" : qPrintable(pages.error().message));
        const QString text = textOf(*pages);
        for (const char* wanted : {"请求复查", "第三十五条", "上一级", "2026年4月20日", "民法典"})
            QVERIFY2(text.contains(QString::fromUtf8(wanted)), wanted);
        add("redirected", object({{"channel", "行政复议"}, {"article", "《行政复议法》第二十条"}, {"where", "区行政复议局"}}));
        shows("redirect-notice", {"行政复议", "《行政复议法》第二十条", "区行政复议局"});
    }
    void aTalkThatTheCaseKeepsFillsTheNotice()
    {
        const auto talk = [&](const QJsonObject& answers) {
            QJsonObject said = object({{"path", "谈过"}, {"end", "结果"}, {"channel", "途径"}, {"article", "依据"}});
            said.insert(QStringLiteral("facts"), answers);
            add("talked", said);
        };
        talk(object({{"purpose", "appeal"}, {"stage", "replied"}, {"reply_received", "2026-03-20"}}));
        shows("legal-channel-notice", {"请求复查", "2026年4月20日"});
        // The newest talk counts, as a whole: no date of the one before is left in it.
        talk(object({{"purpose", "appeal"}, {"stage", "reviewed"}}));
        shows("legal-channel-notice", {"复核"});
        const auto newest = documents().preview({m_number, QStringLiteral("legal-channel-notice")});
        QVERIFY(!textOf(*newest).contains(QStringLiteral("2026年4月20日")));
        // One whose answers the rules have ceased to know is to be held again; the other documents do not suffer from it.
        talk(object({{"purpose", "an answer of years ago"}}));
        QCOMPARE(documents().preview({m_number, QStringLiteral("legal-channel-notice")}).error().code, base::ErrorCode::InvalidArgument);
        shows("registration", {"王𠮷祥"});
        const auto file = m_hall->files(*m_li).show(m_number).value();
        const auto offers = formOffers({file, m_hall->rules, m_router, QDate(2026, 3, 5), QStringLiteral("zh")}, m_forms);
        QVERIFY2(offers.ok(), offers.ok() ? "" : qPrintable(offers.error().message));
    }
    void whatIsMissingIsNamed()
    {
        const auto refused = documents().preview({m_number, QStringLiteral("opinion")});
        QCOMPARE(refused.error().code, base::ErrorCode::InvalidArgument);
        QVERIFY2(refused.error().message.contains(QStringLiteral("法律法规依据（请添加"))
                     || refused.error().message.contains(QStringLiteral("法律法规依据 (请添加")),
                 qPrintable(refused.error().message));
    }

    void aDocumentIsPartOfTheCase()
    {
        const auto at = base::fromIso(QStringLiteral("2026-03-05T10:00:00+08:00")).value();
        DocumentOrder order{m_number, QStringLiteral("notice-receipt")};
        order.signatures = {{QStringLiteral("petitioner"), QStringLiteral("王𠮷祥"), at, {{{0, 0, 0}, {30, 10, 50}}}}};
        const auto made = documents().make(order);
        QVERIFY2(made.ok(), made.ok() ? "" : qPrintable(made.error().message));
        QCOMPARE(made->number, QStringLiteral("拱信访告〔2026〕1号"));
        auto files = m_hall->files(*m_li);
        const CaseEntry entry = files.show(m_number)->entries.last();
        QCOMPARE(entry.kind, QStringLiteral("document"));
        QCOMPARE(entry.content.value(QLatin1StringView("number")).toString(), made->number);
        QCOMPARE(entry.content.value(QLatin1StringView("pages")).toInteger(), qint64(made->pages));
        QCOMPARE(document::signaturesFromJson(entry.content.value(QLatin1StringView("signatures"))).value(), order.signatures);
        Attachments attachments(files, *m_hall->office, *m_li);
        QByteArray kept;
        QBuffer target(&kept);
        target.open(QIODevice::WriteOnly);
        QVERIFY(attachments.save(m_number, entry.sequence, target).ok());
        QCOMPARE(kept, made->pdf);
        shows("delivery-receipt", {"拱信访告〔2026〕1号", "信访事项收到告知书"});
        QCOMPARE(documents().make(order)->number, QStringLiteral("拱信访告〔2026〕2号"));
        m_hall->clock.set(base::fromIso(QStringLiteral("2027-01-01T00:30:00+08:00")).value());
        QCOMPARE(documents().make(order)->number, QStringLiteral("拱信访告〔2027〕1号"));
    }
    /// Refused after the number was taken: it is given to the next.
    void whatFailsGivesItsNumberBack()
    {
        QVERIFY(m_hall->db().execute("ALTER TABLE case_attachment RENAME TO away").ok());
        QVERIFY(!documents().make({m_number, QStringLiteral("registration")}).ok());
        QVERIFY(m_hall->db().execute("ALTER TABLE away RENAME TO case_attachment").ok());
        QCOMPARE(m_hall->files(*m_li).show(m_number)->entries.size(), 1);
        QCOMPARE(likelyDocumentNumber(m_hall->db(), 2026, QStringLiteral("登")).value(), qint64(1));
        DocumentOrder late{m_number, QStringLiteral("registration")};
        late.after = 99;
        QCOMPARE(documents().make(late).error().code, base::ErrorCode::EntryConflict);
        QCOMPARE(documents().make({m_number, QStringLiteral("registration")})->number, QStringLiteral("拱信访登〔2026〕1号"));
    }
    void twoClerksNeverShareANumber()
    {
        constexpr int kClerks = 3;
        constexpr int kEach = 3;
        std::mutex lock;
        QStringList numbers;
        QStringList faults;
        std::vector<std::thread> clerks;
        for (int clerk = 0; clerk < kClerks; ++clerk) {
            clerks.emplace_back([&] {
                auto office = store::CaseOffice::open(m_hall->place(), m_hall->clock).value();
                const auto wang = office->staff().signIn(QStringLiteral("wang"), seal::SecretBuffer::copyOf("wang")).value();
                CaseDocuments own(*office, wang, m_hall->rules, m_router, m_forms);
                for (int i = 0; i < kEach; ++i) {
                    const auto made = own.make({m_number, QStringLiteral("registration")});
                    const std::scoped_lock held(lock);
                    if (made.ok())
                        numbers.append(made->number);
                    else
                        faults.append(made.error().message);
                }
            });
        }
        for (std::thread& clerk : clerks)
            clerk.join();
        QVERIFY2(faults.isEmpty(), qPrintable(faults.join(QLatin1Char('\n'))));
        QCOMPARE(QSet<QString>(numbers.begin(), numbers.end()).size(), kClerks * kEach);
        for (int n = 1; n <= kClerks * kEach; ++n)
            QVERIFY(numbers.contains(QStringLiteral("拱信访登〔2026〕%1号").arg(n)));
        // Each is accounted for by an entry that says it.
        QSet<QString> written;
        const auto entries = m_hall->files(*m_li).show(m_number)->entries;
        for (const CaseEntry& entry : entries)
            written.insert(entry.content.value(QLatin1StringView("number")).toString());
        for (const QString& number : std::as_const(numbers))
            QVERIFY(written.contains(number));
    }
    void strangersMakeNothing()
    {
        const auto zhao = m_hall->signIn("zhao");
        CaseDocuments stranger(*m_hall->office, zhao, m_hall->rules, m_router, m_forms);
        QCOMPARE(stranger.make({m_number, QStringLiteral("registration")}).error().code, base::ErrorCode::PermissionDenied);
        QCOMPARE(stranger.preview({m_number, QStringLiteral("registration")}).error().code, base::ErrorCode::PermissionDenied);
    }

private:
    CaseDocuments documents() { return {*m_hall->office, *m_li, m_hall->rules, m_router, m_forms}; }
    void add(const char* kind, const QJsonObject& content)
    {
        const auto entry = m_hall->files(*m_li).append(m_number, QString::fromLatin1(kind), content);
        QVERIFY2(entry.ok(), entry.ok() ? "" : qPrintable(entry.error().message));
    }
    void shows(const char* form, std::initializer_list<const char*> words)
    {
        const auto pages = documents().preview({m_number, QString::fromLatin1(form)});
        QVERIFY2(pages.ok(), pages.ok() ? "" : qPrintable(pages.error().message));
        const QString text = textOf(*pages);
        for (const char* word : words)
            QVERIFY2(text.contains(QString::fromUtf8(word)), qPrintable(QString::fromUtf8(word) + QStringLiteral(" | ") + text));
        QVERIFY(documents().preview({m_number, QString::fromLatin1(form), QStringLiteral("en")}).ok());
        if (const QString folder = qEnvironmentVariable("HALL_TEST_PICTURES"); !folder.isEmpty()) {
            for (const QString& language : {QStringLiteral("zh"), QStringLiteral("en")}) {
                const auto drawn = documents().preview({m_number, QString::fromLatin1(form), language});
                (void)document::save(document::pdf(*drawn).value(), QStringLiteral("%1/%2-%3.pdf").arg(folder, QString::fromLatin1(form), language));
            }
        }
    }

    std::unique_ptr<CaseHall> m_hall;
    std::unique_ptr<store::SignedIn> m_li;
    document::FormBook m_forms;
    rules::Router m_router;
    QString m_number;
};

QTEST_MAIN(CaseDocumentsTest)
#include "tst_case_documents.moc"
