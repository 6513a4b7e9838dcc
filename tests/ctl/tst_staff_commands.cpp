// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/base/clock.h"
#include "app/queue/catalogue_shelf.h"
#include "app/rules/catalogue.h"
#include "app/store/hall_folder.h"
#include "app/store/key_ring.h"

#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QProcess>
#include <QTemporaryDir>
#include <QTest>

using namespace hall;
using seal::SecretBuffer;
using namespace hall::store;

namespace {

struct Outcome
{
    int code = -1;
    QByteArray output;
    QByteArray complaint;
    QJsonObject object() const { return QJsonDocument::fromJson(output).object(); }
    QString error() const { return object()[QLatin1StringView("error")][QLatin1StringView("code")].toString(); }
};

} // namespace

/// hallctl staff, as a process of its own, on a hall that begins with its three administrators.
class StaffCommandsTest : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase()
    {
        HallPlan plan;
        plan.place = m_folder;
        plan.cost = seal::KdfCost::cheapForTests();
        for (const auto& [login, role] : {std::pair("sys", role::kSystem), {"sec", role::kSecurity}, {"aud", role::kAudit}})
            plan.people.push_back({{QString::fromLatin1(login), QString::fromLatin1(login), {role}, {}, true},
                                   SecretBuffer::copyOf(QByteArrayView(login))});
        plan.blocks = {QStringLiteral("reception"), QStringLiteral("mediation")};
        plan.furnish = [this](LineStore& line) -> base::Status {
            HALL_ASSIGN(const auto catalogue, rules::readCatalogue(QStringLiteral(":/catalogue")));
            QFile file(QStringLiteral(":/catalogue/policy.json"));
            if (!file.open(QIODevice::ReadOnly))
                return base::Error{base::ErrorCode::Internal, {}};
            HALL_ASSIGN(const auto policy, queue::readPolicy(file.readAll(), QStringLiteral("policy.json")));
            HALL_TRY(queue::CatalogueShelf(line.connection(), m_clock).publish(catalogue, policy, {}));
            return {};
        };
        const auto made = makeHall(plan, m_clock);
        QVERIFY2(made.ok(), made.ok() ? "" : qPrintable(made.error().message));
    }

    void theFirstOfABlockMakesItsKey()
    {
        QCOMPARE(line()->blockKey(QStringLiteral("reception")).error().code, base::ErrorCode::KeyMissing);
        const Outcome li = add("li", "reception", "reception");
        QVERIFY2(li.code == 0, li.complaint.constData());
        m_li = li.object()[QLatin1StringView("passphrase")].toString().toUtf8();
        QCOMPARE(li.object()[QLatin1StringView("keys")].toArray(), QJsonArray{QStringLiteral("reception")});
        QVERIFY(line()->blockKey(QStringLiteral("reception")).ok());
    }

    void aMemberHandsTheKeyOn()
    {
        const Outcome wang = add("wang", "reception,mediator", "reception,mediation");
        QVERIFY2(wang.code == 0, wang.complaint.constData());
        QCOMPARE(wang.object()[QLatin1StringView("keys")].toArray(), QJsonArray{QStringLiteral("mediation")});
        const QStringList grant{QStringLiteral("grant"), QStringLiteral("--login"), QStringLiteral("wang"),
                                QStringLiteral("--blocks"), QStringLiteral("reception"), QStringLiteral("--user")};
        QCOMPARE(run(grant + QStringList(QStringLiteral("sec")), "sec").error(), QStringLiteral("permission-denied"));
        const Outcome granted = run(grant + QStringList(QStringLiteral("li")), m_li);
        QVERIFY2(granted.code == 0, granted.complaint.constData());
        QCOMPARE(granted.object()[QLatin1StringView("keys")].toArray().size(), 2);
        const auto office = CaseOffice::open(m_folder, m_clock).value();
        const auto signedIn = office->staff().signIn(
            QStringLiteral("wang"),
            SecretBuffer::copyOf(wang.object()[QLatin1StringView("passphrase")].toString().toUtf8()));
        QCOMPARE(signedIn->groups.size(), size_t(2));
    }

    void bothAdministratorsMustSign()
    {
        const QStringList guide{QStringLiteral("add"), QStringLiteral("--login"), QStringLiteral("lin"),
                                QStringLiteral("--role"), QStringLiteral("guide")};
        QCOMPARE(run(guide, "sec\nsec").error(), QStringLiteral("passphrase-wrong"));
        QCOMPARE(run(guide, "sec").error(), QStringLiteral("passphrase-wrong"));
        QCOMPARE(run(guide, "").error(), QStringLiteral("passphrase-wrong"));
        const Outcome lin = add("lin", "guide", nullptr);
        QVERIFY(lin.code == 0);
        m_lin = lin.object()[QLatin1StringView("passphrase")].toString().toUtf8();
        QCOMPARE(add("lin", "guide", nullptr).error(), QStringLiteral("staff-exists"));
        QCOMPARE(add("y", "king", nullptr).error(), QStringLiteral("invalid-argument"));
        QCOMPARE(add("y", "guide", "nowhere").error(), QStringLiteral("block-unknown"));
    }

    void aPassphraseIsChangedByItsOwner()
    {
        const QStringList change{QStringLiteral("passphrase"), QStringLiteral("--user"), QStringLiteral("li")};
        const QByteArray wanted = "春眠不觉晓处处闻啼鸟";
        QCOMPARE(run(change, m_li + "\n" + wanted + "\n" + wanted + "x").error(), QStringLiteral("invalid-argument"));
        QCOMPARE(run(change, m_li + "\nshort\nshort").error(), QStringLiteral("invalid-argument"));
        QCOMPARE(run(change, m_li + "\n春眠不觉\n春眠不觉").error(), QStringLiteral("invalid-argument"));
        QCOMPARE(run(change, m_li + "\n" + wanted + "\n" + wanted).code, 0);
        QCOMPARE(run(change, m_li + "\n" + wanted + "\n" + wanted).error(), QStringLiteral("passphrase-wrong"));
        QCOMPARE(run(change, wanted + "\n" + m_li + "\n" + m_li).code, 0);
    }

    void whoLeavesSignsInNoMoreAndTheKioskSealsToANewKey()
    {
        const Outcome ma = add("ma", "reception", "reception");
        QCOMPARE(ma.code, 0);
        const QByteArray secret = ma.object()[QLatin1StringView("passphrase")].toString().toUtf8();
        QCOMPARE(run({QStringLiteral("grant"), QStringLiteral("--user"), QStringLiteral("li"), QStringLiteral("--login"),
                      QStringLiteral("ma"), QStringLiteral("--blocks"), QStringLiteral("reception")}, m_li).code, 0);
        const int before = line()->blockKey(QStringLiteral("reception"))->generation;
        const QStringList left{QStringLiteral("leave"), QStringLiteral("--login"), QStringLiteral("ma")};
        QCOMPARE(run(left, "sec\naud\n").error(), QStringLiteral("key-missing"));
        const Outcome gone = run(left + QStringList{QStringLiteral("--members"), QStringLiteral("li")}, "sec\naud\n" + m_li);
        QVERIFY2(gone.code == 0, gone.output);
        QCOMPARE(gone.object()[QLatin1StringView("active")].toBool(true), false);
        QCOMPARE(line()->blockKey(QStringLiteral("reception"))->generation, before + 1);
        QCOMPARE(run({QStringLiteral("passphrase"), QStringLiteral("--user"), QStringLiteral("ma")}, secret).error(),
                 QStringLiteral("permission-denied"));
        QCOMPARE(run({QStringLiteral("renew"), QStringLiteral("--user"), QStringLiteral("li"), QStringLiteral("--blocks"),
                      QStringLiteral("reception")}, m_li).code, 0);
        QCOMPARE(line()->blockKey(QStringLiteral("reception"))->generation, before + 2);
    }

    void whoLostTheirPassphraseComesBackThroughTwoCustodians()
    {
        const QStringList custodians{QStringLiteral("--custodians"), QStringLiteral("sys,lin,wang")};
        QCOMPARE(recovery({QStringLiteral("set-up"), QStringLiteral("--custodians"), QStringLiteral("sys,sec,lin")}, "sec\naud\n").error(),
                 QStringLiteral("permission-denied"));
        QCOMPARE(recovery(QStringList{QStringLiteral("set-up")} + custodians, "sec\nsec\n").error(), QStringLiteral("passphrase-wrong"));
        const Outcome set = recovery(QStringList{QStringLiteral("set-up")} + custodians, "sec\naud\n");
        QVERIFY2(set.code == 0, set.output);
        QCOMPARE(set.object()[QLatin1StringView("generation")].toInt(), 1);
        QCOMPARE(run({QStringLiteral("renew"), QStringLiteral("--user"), QStringLiteral("li"), QStringLiteral("--blocks"),
                      QStringLiteral("reception")}, m_li).code, 0); // li was here since, and so their keys are deposited

        const QStringList reset{QStringLiteral("reset"), QStringLiteral("--login")};
        QCOMPARE(run(reset + QStringList{QStringLiteral("sec")}, "sec\naud\n").error(), QStringLiteral("permission-denied"));
        const Outcome anew = run(reset + QStringList{QStringLiteral("li")}, "sec\naud\n");
        QVERIFY2(anew.code == 0, anew.output);
        const QByteArray secret = anew.object()[QLatin1StringView("passphrase")].toString().toUtf8();
        QVERIFY(secret.size() > 10 && secret != m_li);
        const QStringList renew{QStringLiteral("renew"), QStringLiteral("--user"), QStringLiteral("li"), QStringLiteral("--blocks"),
                                QStringLiteral("reception")};
        QCOMPARE(run(renew, m_li).error(), QStringLiteral("passphrase-wrong"));
        QCOMPARE(run(renew, secret).error(), QStringLiteral("permission-denied")); // holds no key any more

        const auto restore = [](const char* two) {
            return QStringList{QStringLiteral("restore"), QStringLiteral("--block"), QStringLiteral("reception"), QStringLiteral("--login"),
                               QStringLiteral("li"), QStringLiteral("--custodians"), QString::fromLatin1(two)};
        };
        QCOMPARE(recovery(restore("sys"), "sys\n" + secret).error(), QStringLiteral("invalid-argument"));
        QCOMPARE(recovery(restore("sys,sys"), "sys\nsys\n" + secret).error(), QStringLiteral("permission-denied"));
        const Outcome back = recovery(restore("sys,lin"), "sys\n" + m_lin + "\n" + secret);
        QVERIFY2(back.code == 0, back.output);
        QVERIFY(back.object()[QLatin1StringView("generations")].toInt() >= 2);
        QCOMPARE(run(renew, secret).code, 0);
        QCOMPARE(recovery({QStringLiteral("status")}, {}).object()[QLatin1StringView("custodians")].toArray().size(), 3);
    }

    void theListNamesEverybodyAndNoPassphrase()
    {
        const Outcome list = run({QStringLiteral("list")}, {});
        QCOMPARE(list.code, 0);
        QCOMPARE(QJsonDocument::fromJson(list.output).array().size(), 7);
        QVERIFY(!list.output.contains("passphrase"));
    }

private:
    Outcome run(const QStringList& arguments, const QByteArray& passphrases) { return call("staff", arguments, passphrases); }
    Outcome recovery(const QStringList& arguments, const QByteArray& passphrases) { return call("recovery", arguments, passphrases); }
    Outcome call(const char* group, const QStringList& arguments, const QByteArray& passphrases)
    {
        QProcess process;
        process.start(QStringLiteral(HALL_BIN "/hallctl"),
                      QStringList{QStringLiteral("--json"), QStringLiteral("--store"), m_folder, QString::fromLatin1(group)}
                          + arguments + QStringList{QStringLiteral("--passphrase-fd"), QStringLiteral("0")});
        process.write(passphrases);
        process.closeWriteChannel();
        if (!process.waitForFinished(60'000) || process.exitStatus() != QProcess::NormalExit)
            return {};
        return {process.exitCode(), process.readAllStandardOutput(), process.readAllStandardError()};
    }
    Outcome add(const char* login, const char* roles, const char* blocks)
    {
        QStringList arguments{QStringLiteral("add"), QStringLiteral("--login"), QString::fromLatin1(login),
                              QStringLiteral("--role"), QString::fromLatin1(roles)};
        if (blocks)
            arguments << QStringLiteral("--blocks") << QString::fromLatin1(blocks);
        return run(arguments, "sec\naud\n");
    }
    std::unique_ptr<LineStore> line()
    {
        const KeyRing keys{HallFiles{m_folder}};
        return std::make_unique<LineStore>(
            LineStore::open(m_folder, keys.read(KeyName::Line)->view().toByteArray()).value());
    }

    base::SystemClock m_clock;
    QTemporaryDir m_temporary;
    QString m_folder = m_temporary.filePath(QStringLiteral("hall"));
    QByteArray m_li;
    QByteArray m_lin;
};

QTEST_GUILESS_MAIN(StaffCommandsTest)
#include "tst_staff_commands.moc"
