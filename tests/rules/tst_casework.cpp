// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/rules/casework_checks.h"

#include <QFile>
#include <QJsonArray>
#include <QTemporaryDir>
#include <QTest>

using namespace hall;
using namespace hall::rules;
using base::ErrorCode;

class CaseworkTest : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase()
    {
        m_deadlines = readDeadlineBook({}).value();
        const auto book = readCasework({}, m_deadlines);
        QVERIFY2(book.ok(), book.ok() ? "" : qPrintable(book.error().message));
        m_book = book.value();
    }

    void everyStateCanBeLeftOrIsClosed()
    {
        for (const CaseState& state : m_book.states)
            QVERIFY2(state.closed || !m_book.possible(state.code).isEmpty(), qPrintable(state.code));
    }
    /// 条例 Art 36: after the re-examination the same facts and reasons are closed.
    void afterReExaminationNothingReopens()
    {
        QVERIFY(!m_book.possible(QStringLiteral("final")).contains(QStringLiteral("reopened")));
        QVERIFY(m_book.possible(QStringLiteral("closed")).contains(QStringLiteral("reopened")));
    }
    void acaseBeginsWithItsRegistration()
    {
        QVERIFY(check("registered", {}, {{QStringLiteral("request"), QStringLiteral("x")}}).ok());
        QCOMPARE(check("note", {}, {{QStringLiteral("text"), QStringLiteral("x")}}).error().code, ErrorCode::InvalidArgument);
        QCOMPARE(check("registered", "registered", {{QStringLiteral("request"), QStringLiteral("x")}}).error().code,
                 ErrorCode::InvalidArgument);
    }
    void badFieldsAreNamedAllAtOnce()
    {
        const auto refused = check("registered", {},
                                   {{QStringLiteral("people"), QStringLiteral("many")},
                                    {QStringLiteral("type"), QStringLiteral("rumour")},
                                    {QStringLiteral("received"), QStringLiteral("2026-02-30")},
                                    {QStringLiteral("petitioners"), QJsonArray{QJsonObject()}}});
        QVERIFY(!refused.ok());
        for (const char* field : {"request", "people", "type", "received", "petitioners"})
            QVERIFY2(refused.error().message.contains(QLatin1String(field)), qPrintable(refused.error().message));
    }
    /// Art 32: an opinion without its legal basis is none.
    void anOpinionSaysWhatTheLawAsks()
    {
        QJsonObject opinion{{QStringLiteral("opinion"), QStringLiteral("explained")},
                            {QStringLiteral("request"), QStringLiteral("r")},
                            {QStringLiteral("facts"), QStringLiteral("f")}};
        QVERIFY(!check("replied", "accepted", opinion).ok());
        opinion.insert(QStringLiteral("legal_basis"), QStringLiteral("《民法典》第一千一百六十五条"));
        QVERIFY(check("replied", "accepted", opinion).ok());
    }
    void sixtyDaysForAppealsOfArticle31Alone()
    {
        const auto clocks = [this](const QString& matter) {
            return standing({entry(1, "registered"), entry(2, "accepted", {{QStringLiteral("matter"), matter}})}, m_book,
                            m_deadlines).clocks;
        };
        QVERIFY(!running(clocks(QStringLiteral("no"))).contains(QStringLiteral("XF-HANDLE")));
        QCOMPARE(running(clocks(QStringLiteral("yes"))), QStringList{QStringLiteral("XF-HANDLE")});
    }
    void theClockOfTheStatuteRuns()
    {
        const auto after = standing({entry(1, "registered", {{QStringLiteral("received"), QStringLiteral("2026-03-01")}})},
                                    m_book, m_deadlines);
        QCOMPARE(after.state, QStringLiteral("registered"));
        QCOMPARE(after.clocks.size(), 1);
        QCOMPARE(after.clocks.first().rule, QStringLiteral("XF-REG"));
        QCOMPARE(after.clocks.first().trigger.day, QDate(2026, 3, 1));
    }
    void transferStartsItsClocksAndReturnGoesBack()
    {
        QList<WrittenEntry> entries{entry(1, "registered"), entry(2, "routed", {{QStringLiteral("to"), QStringLiteral("街道")}})};
        auto now = standing(entries, m_book, m_deadlines);
        QCOMPARE(now.state, QStringLiteral("transferred"));
        QCOMPARE(running(now.clocks), (QStringList{QStringLiteral("XF-INFORM-TRANSFER"), QStringLiteral("XF-OBJECT")}));
        entries.append(entry(3, "returned", {{QStringLiteral("agreed_by"), QStringLiteral("区信访局")}}));
        now = standing(entries, m_book, m_deadlines);
        QCOMPARE(now.state, QStringLiteral("registered"));
        QCOMPARE(running(now.clocks), QStringList{QStringLiteral("XF-REG")});
    }
    /// Art 36: the hearing of a re-examination does not count; Art 34 knows nothing of the kind.
    void onlyTheClocksOfTheLawStandStill()
    {
        QList<WrittenEntry> entries{entry(1, "registered"), entry(2, "accepted", {{QStringLiteral("matter"), true}}),
                                    entry(3, "suspended")};
        QVERIFY(!standing(entries, m_book, m_deadlines).running(QStringLiteral("XF-HANDLE"))->standing);
        entries = {entry(1, "registered"), entry(2, "re-examination-requested"), entry(3, "suspended")};
        QVERIFY(standing(entries, m_book, m_deadlines).running(QStringLiteral("XF-RECHECK-DECIDE"))->standing);
        QCOMPARE(standing(entries, m_book, m_deadlines).state, QStringLiteral("suspended"));
        WrittenEntry resumed = entry(4, "resumed");
        resumed.day = resumed.day.addDays(12);
        entries.append(resumed);
        const CaseStanding now = standing(entries, m_book, m_deadlines);
        const CaseClock* clock = now.running(QStringLiteral("XF-RECHECK-DECIDE"));
        QVERIFY(!clock->standing);
        QCOMPARE(clock->standstill, 12);
        QCOMPARE(clock->dueDay(m_deadlines, Calendar()), QDate(2026, 3, 5).addDays(30 + 12));
        QCOMPARE(now.running(QStringLiteral("XF-REG"))->standstill, 0);
        QCOMPARE(now.state, QStringLiteral("re-examination"));
    }
    void anExtensionNamesItsDeadline()
    {
        const auto now = standing({entry(1, "registered"), entry(2, "accepted", {{QStringLiteral("matter"), QStringLiteral("yes")}}),
                                   entry(3, "extended", {{QStringLiteral("rule"), QStringLiteral("XF-HANDLE")}})},
                                  m_book, m_deadlines);
        QVERIFY(now.clocks.last().extended);
    }
    void aProfileThatIsOffStartsNoClock()
    {
        const auto accepted = QList<WrittenEntry>{entry(1, "registered"), entry(2, "accepted")};
        QVERIFY(!running(standing(accepted, m_book, m_deadlines).clocks).contains(QStringLiteral("ZJ-XF-HANDLE")));
        DeadlineBook zhejiang = m_deadlines;
        for (Profile& profile : zhejiang.profiles)
            profile.on = true;
        QVERIFY(running(standing(accepted, m_book, zhejiang).clocks).contains(QStringLiteral("ZJ-XF-HANDLE")));
    }
    void faultsOfTheFileAreNamedWithTheirLine_data()
    {
        QTest::addColumn<QByteArray>("find");
        QTest::addColumn<QByteArray>("put");
        QTest::newRow("state") << QByteArray("to: transferred") << QByteArray("to: lost");
        QTest::newRow("rule") << QByteArray("rule: XF-OBJECT") << QByteArray("rule: XF-NOTHING");
        QTest::newRow("no opening") << QByteArray("    opens: yes\n") << QByteArray("    opens: no\n");
        QTest::newRow("clock on a text") << QByteArray("'on': received}\n") << QByteArray("'on': request}\n");
        QTest::newRow("a long yes") << QByteArray("type: yes-no}") << QByteArray("type: yes-no, long: yes}");
        QTest::newRow("type") << QByteArray("type: yes-no") << QByteArray("type: perhaps");
    }
    void faultsOfTheFileAreNamedWithTheirLine()
    {
        QFETCH(QByteArray, find);
        QFETCH(QByteArray, put);
        QFile own(QStringLiteral(":/rules/casework.yaml"));
        QVERIFY(own.open(QIODevice::ReadOnly));
        QByteArray text = own.readAll();
        QVERIFY(text.contains(find));
        QTemporaryDir folder;
        QFile file(folder.filePath(QStringLiteral("casework.yaml")));
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write(text.replace(text.indexOf(find), find.size(), put));
        file.close();
        const auto read = readCasework(folder.path(), m_deadlines);
        QVERIFY(!read.ok());
        QCOMPARE(read.error().code, ErrorCode::FileInvalid);
        QVERIFY2(read.error().message.startsWith(QLatin1String("casework.yaml:")), qPrintable(read.error().message));
    }
    void everyChoiceHasANameInBothLanguages()
    {
        QList<EntryField> fields = m_book.person;
        for (const EntryKind& kind : std::as_const(m_book.kinds))
            fields += kind.fields;
        int choices = 0;
        for (const EntryField& field : std::as_const(fields)) {
            for (const QString& code : field.choices) {
                const Text name = m_book.choiceName(field.code, code);
                QVERIFY2(name.zh != code && !name.zh.isEmpty() && !name.en.isEmpty(), qPrintable(code));
                ++choices;
            }
        }
        QVERIFY(choices > 40);
        QCOMPARE(m_book.choiceName(QStringLiteral("ground"), QStringLiteral("consultation")).zh, QStringLiteral("咨询、建议"));
        QCOMPARE(m_book.choiceName(QStringLiteral("work"), QStringLiteral("consultation")).zh, QStringLiteral("咨询"));
    }
    void aChoiceWithoutANameIsAFault()
    {
        QTemporaryDir folder;
        QFile file(folder.filePath(QStringLiteral("choices.yaml")));
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write("choices:\n  - {code: 'yes', name: {zh: 是, en: 'yes'}}\n");
        file.close();
        const auto read = readCasework(folder.path(), m_deadlines);
        QVERIFY(!read.ok());
        QCOMPARE(read.error().code, ErrorCode::FileInvalid);
        QVERIFY2(read.error().message.contains(QLatin1String("choices.yaml:")) && read.error().message.contains(QLatin1String("passport")),
                 qPrintable(read.error().message));
    }

private:
    base::Status check(const char* kind, const char* state, const QJsonObject& content) const
    {
        return checkEntry(m_book, *m_book.kind(QString::fromLatin1(kind)), QString::fromLatin1(state), content,
                          QStringLiteral("zh"));
    }
    static WrittenEntry entry(qint64 sequence, const char* kind, const QJsonObject& content = {})
    {
        return {sequence, QString::fromLatin1(kind), content, QDate(2026, 3, 5)};
    }
    static QStringList running(const QList<CaseClock>& clocks)
    {
        QStringList rules;
        for (const CaseClock& clock : clocks) {
            if (clock.stoppedBy == 0)
                rules.append(clock.rule);
        }
        return rules;
    }
    DeadlineBook m_deadlines;
    CaseworkBook m_book;
};

QTEST_GUILESS_MAIN(CaseworkTest)
#include "tst_casework.moc"
