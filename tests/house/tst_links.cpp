// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/house/linked_code.h"

#include <QTest>

using namespace hall::tests;

/// The machine in the lobby cannot open a case because the code to do it is not there: neither in what CMake links into
/// hall-kiosk and hall-board, nor in the programs that came out.
class TestLinks : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase();
    void lobbyProgramsLinkNoCaseLibrary_data() { lobbyPrograms(); }
    void lobbyProgramsLinkNoCaseLibrary();
    void lobbyProgramsHoldNoCaseCode_data() { lobbyPrograms(); }
    void lobbyProgramsHoldNoCaseCode();
    void aPlantedProgramIsFound();

private:
    static void lobbyPrograms();
    QSet<QString> caseCodeIn(const QString& program) const { return heldByProgram(program) & m_caseCode; }

    inline static const QStringList kCaseLibraries = QStringLiteral(HALL_CASE_LIBRARIES).split(u',');
    QSet<QString> m_caseCode;
};

void TestLinks::initTestCase()
{
    for (const QString& archive : QStringLiteral(HALL_CASE_ARCHIVES).split(u','))
        m_caseCode += definedByLibrary(archive);
    QVERIFY2(m_caseCode.size() > 20, "nm sees no case code in the case libraries: this test would prove nothing");
}

void TestLinks::lobbyPrograms()
{
    QTest::addColumn<QString>("program");
    QTest::addColumn<QString>("closure");
    QTest::newRow("hall-kiosk") << HALL_KIOSK_PROGRAM << HALL_KIOSK_CLOSURE;
    QTest::newRow("hall-board") << HALL_BOARD_PROGRAM << HALL_BOARD_CLOSURE;
}

void TestLinks::lobbyProgramsLinkNoCaseLibrary()
{
    QFETCH(QString, closure);
    const QStringList linked = closure.split(u',');
    QVERIFY(linked.contains(QStringLiteral("hall_store"))); // the closure was walked at all
    for (const QString& library : kCaseLibraries)
        QVERIFY2(!linked.contains(library), qPrintable(library));
}

void TestLinks::lobbyProgramsHoldNoCaseCode()
{
    QFETCH(QString, program);
    QVERIFY(!heldByProgram(program).isEmpty()); // a stripped program would prove nothing
    const QSet<QString> found = caseCodeIn(program);
    QVERIFY2(found.isEmpty(), qPrintable(QStringList(found.values()).join(u'\n')));
}

void TestLinks::aPlantedProgramIsFound()
{
    QVERIFY(!caseCodeIn(QStringLiteral(HALL_PLANTED_PROGRAM)).isEmpty());
    QVERIFY(!caseCodeIn(QStringLiteral(HALL_DESK_PROGRAM)).isEmpty());
    const QStringList planted = QStringLiteral(HALL_PLANTED_CLOSURE).split(u',');
    QVERIFY(planted.contains(QStringLiteral("hall_case_store")));
}

QTEST_APPLESS_MAIN(TestLinks)
#include "tst_links.moc"
