// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/casefile/case_audit.h"
#include "app/casefile/case_index.h"
#include "tests/casefile/case_hall.h"

#include <QTest>
#include <atomic>
#include <thread>

using namespace hall;
using namespace hall::casefile;
using tests::CaseHall;

namespace {

const QString kReception = QStringLiteral("reception");
const QString kNote = QStringLiteral("note");
constexpr int kLooks = 40;

} // namespace

/// Somebody reads while others write: what was written a moment ago is never taken for tampering. Colleagues add entries and
/// cases, and people join the roster, as fast as they can; the reader looks again and again in one way each.
class CaseReadersTest : public QObject
{
    Q_OBJECT

private slots:
    void init()
    {
        m_hall = std::make_unique<CaseHall>();
        QVERIFY2(m_hall->complaint().isEmpty(), qPrintable(m_hall->complaint()));
        m_li = std::make_unique<store::SignedIn>(m_hall->signIn("li"));
        m_number = m_hall->files(*m_li).open(kReception, CaseHall::registration())->number;
        m_over = false;
        m_written = 0;
        m_writer = std::thread([this] { writeOn(); });
    }
    void cleanup()
    {
        m_over = true;
        if (m_writer.joinable())
            m_writer.join();
        QVERIFY2(m_written > 10, qPrintable(QString::number(m_written)));
    }

    void whoOpensACase()
    {
        auto files = m_hall->files(*m_li);
        lookAgainAndAgain([&] { return complaintOf(files.show(m_number)); });
    }
    void whoAsksWhetherTheyMayWrite()
    {
        auto files = m_hall->files(*m_li);
        lookAgainAndAgain([&] { return complaintOf(files.check(m_number, kNote, CaseHall::text(QStringLiteral("在吗")))); });
    }
    void whoWritesToo()
    {
        auto files = m_hall->files(*m_li);
        lookAgainAndAgain([&] { return complaintOf(files.append(m_number, kNote, CaseHall::text(QStringLiteral("我也写")))); });
    }
    void whoseVaultFollows()
    {
        QTemporaryDir folder;
        auto vault = store::Vault::open(m_hall->place(), *m_hall->office, *m_li, folder.path()).value();
        CaseIndex index(*vault, *m_hall->office, *m_li, m_hall->rules);
        lookAgainAndAgain([&] {
            const auto caught = index.catchUp(5);
            return caught.ok() ? caught->broken.join(QLatin1Char(' ')) : caught.error().message;
        });
    }
    void whoVerifiesEverything()
    {
        lookAgainAndAgain([&] {
            const auto verdict = verifyCases(*m_hall->office);
            if (!verdict.ok())
                return verdict.error().message;
            return verdict->broken.isEmpty() ? QString() : verdict->broken.first().number + verdict->broken.first().why;
        });
    }

private:
    template <class T>
    static QString complaintOf(const base::Result<T>& outcome)
    {
        return outcome.ok() ? QString() : outcome.error().message;
    }
    template <class Look>
    void lookAgainAndAgain(Look look)
    {
        for (int i = 0; i < kLooks || m_written < 20; ++i) {
            const QString complaint = look();
            QVERIFY2(complaint.isEmpty(), qPrintable(complaint));
        }
    }
    void writeOn()
    {
        auto office = store::CaseOffice::open(m_hall->place(), m_hall->clock).value();
        const auto someone = [&](const char* login) {
            auto signedIn = office->staff().signIn(QString::fromLatin1(login), seal::SecretBuffer::copyOf(login));
            if (!signedIn.ok())
                qFatal("%s", qPrintable(signedIn.error().message));
            return std::move(signedIn).value();
        };
        const auto wang = someone("wang");
        const auto sec = someone("sec");
        const auto aud = someone("aud");
        CaseFiles files(*office, wang, m_hall->rules, QStringLiteral("zh"));
        while (!m_over) {
            m_written += files.append(m_number, kNote, CaseHall::text(QStringLiteral("同时"))).ok() ? 1 : 0;
            m_written += files.open(kReception, CaseHall::registration()).ok() ? 1 : 0;
            const QString login = QStringLiteral("new%1").arg(m_written);
            m_written += office->staff().add({login, login, {store::role::kGuide}, {}, true}, seal::SecretBuffer::copyOf("x"), sec, aud,
                                             seal::KdfCost::cheapForTests()).ok() ? 1 : 0;
            m_written += files.append(m_number, kNote, CaseHall::text(QStringLiteral("名册之后"))).ok() ? 1 : 0;
        }
    }

    std::unique_ptr<CaseHall> m_hall;
    std::unique_ptr<store::SignedIn> m_li;
    QString m_number;
    std::thread m_writer;
    std::atomic<bool> m_over = false;
    std::atomic<int> m_written = 0;
};

QTEST_GUILESS_MAIN(CaseReadersTest)
#include "tst_case_readers.moc"
