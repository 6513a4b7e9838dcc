// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/casefile/case_hall.h"
#include "tests/ctl/hallctl_process.h"

#include <QTest>

using namespace hall;
using tests::CaseHall;
using tests::HallctlProcess;

namespace {

QStringList words(const char* line)
{
    return QString::fromUtf8(line).split(u' ', Qt::SkipEmptyParts);
}

} // namespace

/// hallctl case deadlines and hallctl calendar: the clocks of one person, and what other days off do to them; the people who
/// came before.
class CaseDeadlinesTest : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase()
    {
        QVERIFY2(m_hall.complaint().isEmpty(), qPrintable(m_hall.complaint()));
        qputenv("XDG_DATA_HOME", m_own.path().toUtf8());
        QJsonObject registration = CaseHall::registration();
        registration.insert(QStringLiteral("petitioners"),
                            QJsonArray{QJsonObject{{QStringLiteral("name"), QStringLiteral("王建国")},
                                                   {QStringLiteral("id_number"), QStringLiteral("11010519491231002X")},
                                                   {QStringLiteral("phone"), QStringLiteral("13800000123")}}});
        const auto opened = m_hallctl.run(QStringLiteral("li"), words("case new --block reception --file") << m_hallctl.file(registration));
        QVERIFY2(opened.code == 0, opened.complaint);
        m_number = opened.object()[u"number"].toString();
        QVERIFY(opened.object()[u"earlier"].toArray().isEmpty());
        QVERIFY(opened.object()[u"missing"].toArray().contains(QStringLiteral("petitioners[1].address")));
        append("routed", {{QStringLiteral("to"), QStringLiteral("街道")}, {QStringLiteral("received"), QStringLiteral("2026-03-05")}});
    }

    void whatRunsIsListedSoonestFirst()
    {
        const QJsonArray all = m_hallctl.run(QStringLiteral("wang"), words("case deadlines")).array();
        QCOMPARE(all.size(), 2);
        QCOMPARE(all.at(0)[u"rule"].toString(), QStringLiteral("XF-OBJECT"));
        QCOMPARE(all.at(0)[u"due"].toString(), QStringLiteral("2026-03-12"));
        QCOMPARE(all.at(1)[u"rule"].toString(), QStringLiteral("XF-INFORM-TRANSFER"));
        QCOMPARE(all.at(1)[u"due"].toString(), QStringLiteral("2026-03-20"));
        for (const QJsonValue& row : all) {
            for (const char* key : {"case", "light", "days_left", "basis", "steps", "handler", "state"})
                QVERIFY2(row.toObject().contains(QLatin1String(key)), key);
        }
        QCOMPARE(m_hallctl.run(QStringLiteral("li"), words("case deadlines --until 2026-03-15")).array().size(), 1);
        QVERIFY(m_hallctl.run(QStringLiteral("zhao"), words("case deadlines")).array().isEmpty()); // another block's
        QCOMPARE(m_hallctl.run(QStringLiteral("li"), words("case deadlines --until tomorrow")).error(), QStringLiteral("invalid-argument"));
    }
    /// A day off more on 10 March: five working days end a day later, fifteen calendar days where they did.
    void aChangedCalendarSaysWhatMovesAndForWhom()
    {
        const QString changed = m_hallctl.file(calendar() + "2026-03-10,off,Storm,published,台风停工\n", "csv");
        const auto would = m_hallctl.run(QStringLiteral("li"), words("case deadlines --calendar") << changed).array();
        QCOMPARE(would.size(), 1);
        QCOMPARE(would.at(0)[u"before"].toString(), QStringLiteral("2026-03-12"));
        QCOMPARE(would.at(0)[u"after"].toString(), QStringLiteral("2026-03-13"));
        QCOMPARE(would.at(0)[u"handler"].toString(), QStringLiteral("li"));
        QVERIFY(m_hallctl.run(QStringLiteral("li"), words("case deadlines --moved")).array().isEmpty());

        QCOMPARE(m_hallctl.run(QStringLiteral("li"), words("calendar publish") << changed).error(), QStringLiteral("permission-denied"));
        QVERIFY(m_hallctl.run(QStringLiteral("li"), words("audit list --limit 2")).output.contains("calendar-refused"));
        const QString broken = m_hallctl.file(calendar() + "2026-02-30,off,Storm,published,台风停工\n", "csv");
        QCOMPARE(m_hallctl.run(QStringLiteral("sys"), words("calendar publish") << broken).error(), QStringLiteral("file-invalid"));
        const auto published = m_hallctl.run(QStringLiteral("sys"), words("calendar publish") << changed).object();
        QCOMPARE(published[u"version"].toInt(), 1);
        QCOMPARE(published[u"changed"].toArray().size(), 1);
        const auto trail = m_hallctl.run(QStringLiteral("aud"), words("audit list")).array();
        QVERIFY(std::any_of(trail.begin(), trail.end(), [](const QJsonValue& record) {
            return record[u"kind"].toString() == QLatin1String("calendar-published") && record[u"actor"].toString() == QLatin1String("sys");
        }));

        // Every desk reckons with it from now on; the case is told, once.
        QCOMPARE(m_hallctl.run(QStringLiteral("wang"), words("case deadlines")).array().at(0)[u"due"].toString(), QStringLiteral("2026-03-13"));
        const auto told = m_hallctl.run(QStringLiteral("li"), words("case deadlines --moved --note")).array();
        QCOMPARE(told.size(), 1);
        QVERIFY(told.at(0)[u"noted"].toBool());
        QVERIFY(!m_hallctl.run(QStringLiteral("wang"), words("case deadlines --moved --note")).array().at(0)[u"noted"].toBool());
        const auto shown = m_hallctl.run(QStringLiteral("li"), words("case show") << m_number).object();
        const QJsonObject entry = shown[u"entries"].toArray().last().toObject();
        QCOMPARE(entry[u"kind"].toString(), QStringLiteral("recomputed"));
        QCOMPARE(entry[u"content"][u"after"].toString(), QStringLiteral("2026-03-13"));
    }
    /// Somebody who comes again is found and shown with the reason; nothing is merged.
    void whoCameBeforeIsShown_data()
    {
        QTest::addColumn<QJsonObject>("person");
        QTest::addColumn<QString>("why"); // empty: nobody is found
        const auto row = [](const char* name, const char* called, const char* number, const char* phone, const char* why) {
            QTest::newRow(name) << QJsonObject{{QStringLiteral("name"), QString::fromUtf8(called)},
                                               {QStringLiteral("id_number"), QString::fromUtf8(number)},
                                               {QStringLiteral("phone"), QString::fromUtf8(phone)}}
                                << QString::fromUtf8(why);
        };
        row("number", "王大爷", "11010519491231002X", "", "identity-number");
        row("phone", "小王", "", "138 0000 0123", "phone");
        row("name", "王建国", "", "", "same-name");
        row("nobody", "欧阳修远", "", "13900000999", "");
    }
    void whoCameBeforeIsShown()
    {
        QFETCH(QJsonObject, person);
        QFETCH(QString, why);
        QJsonObject registration{{QStringLiteral("request"), QStringLiteral("同一件事")}, {QStringLiteral("petitioners"), QJsonArray{person}}};
        const auto opened = m_hallctl.run(QStringLiteral("li"), words("case new --block reception --file") << m_hallctl.file(registration));
        QVERIFY2(opened.code == 0, opened.complaint);
        QVERIFY(opened.object()[u"earlier_complete"].toBool());
        const QJsonArray earlier = opened.object()[u"earlier"].toArray();
        QStringList reasons;
        for (const QJsonValue& each : earlier)
            reasons.append(each[u"case"].toString() + u' ' + each[u"why"].toString());
        QVERIFY2(why.isEmpty() ? earlier.isEmpty() : reasons.contains(m_number + u' ' + why), qPrintable(reasons.join(u',')));
        const QString number = opened.object()[u"number"].toString();
        QVERIFY(number != m_number);
        const auto kin = m_hallctl.run(QStringLiteral("wang"), words("case kin") << number).array();
        QCOMPARE(kin.isEmpty(), why.isEmpty());
        for (const QJsonValue& each : kin)
            QVERIFY(each[u"case"].toString() != number);
    }

private:
    void append(const char* kind, const QJsonObject& content)
    {
        const auto written = m_hallctl.run(QStringLiteral("li"), words("case append") << m_number << QStringLiteral("--kind")
                                                                     << QString::fromLatin1(kind) << QStringLiteral("--file")
                                                                     << m_hallctl.file(content));
        QVERIFY2(written.code == 0, written.complaint);
    }
    static QByteArray calendar()
    {
        QFile file(QStringLiteral(":/rules/holidays.csv"));
        return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
    }

    CaseHall m_hall;
    HallctlProcess m_hallctl{m_hall.place().url()};
    QTemporaryDir m_own;
    QString m_number;
};

QTEST_GUILESS_MAIN(CaseDeadlinesTest)
#include "tst_case_deadlines.moc"
