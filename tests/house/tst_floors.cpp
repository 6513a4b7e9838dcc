// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/house/floor_plan.h"

#include <QDir>
#include <QTest>

using namespace hall::tests;

/// An include goes down the floors of docs/architecture.md, never up, never sideways.
class TestFloors : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase();
    void everyIncludeGoesDown();
    void everyFolderIsARoomOfThePlan();
    void plantedViolationsAreFound_data();
    void plantedViolationsAreFound();

private:
    const QString m_root = QStringLiteral(HALL_SOURCE_DIR);
    FloorPlan m_plan;
};

void TestFloors::initTestCase()
{
    const auto documents = readSources(m_root, {QStringLiteral("docs")}, {QStringLiteral("architecture.md")});
    QCOMPARE(documents.size(), size_t(1));
    m_plan = FloorPlan::fromDocument(documents.front());
    QVERIFY2(m_plan.rooms().size() >= 10, "docs/architecture.md draws no floors");
}

void TestFloors::everyIncludeGoesDown()
{
    const auto files = readSources(m_root, {QStringLiteral("app"), QStringLiteral("ui")},
                                   {QStringLiteral("*.h"), QStringLiteral("*.cpp"), QStringLiteral("*.qml")});
    QVERIFY(files.size() > 50);
    const QStringList violations = m_plan.violations(files);
    QVERIFY2(violations.isEmpty(), qPrintable(violations.join(u'\n')));
}

void TestFloors::everyFolderIsARoomOfThePlan()
{
    QStringList folders;
    for (const QString& top : {QStringLiteral("app"), QStringLiteral("ui")}) {
        const QStringList rooms = QDir(m_root + u'/' + top).entryList(QDir::Dirs | QDir::NoDotAndDotDot);
        for (const QString& room : rooms)
            folders << top + u'/' + room;
    }
    QStringList planned = m_plan.rooms();
    folders.sort();
    planned.sort();
    QCOMPARE(folders, planned);
}

void TestFloors::plantedViolationsAreFound_data()
{
    QTest::addColumn<QString>("path");
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("complaint");

    QTest::newRow("down") << "app/queue/a.cpp" << "#include \"app/store/line_store.h\"" << "";
    QTest::newRow("own room") << "app/queue/a.cpp" << "#include \"app/queue/queue.h\"" << "";
    QTest::newRow("system") << "app/queue/a.cpp" << "#include <QString>" << "";
    QTest::newRow("up") << "app/store/a.cpp" << "#include \"app/queue/queue.h\"" << "a floor up";
    QTest::newRow("up, with spaces") << "app/store/a.h" << "#  include  \"ui/desk/x.h\"" << "a floor up";
    QTest::newRow("sideways") << "ui/kiosk/a.cpp" << "#include \"ui/desk/x.h\"" << "sideways";
    QTest::newRow("unknown target") << "ui/kiosk/a.cpp" << "#include \"app/attic/x.h\"" << "does not know: app/attic";
    QTest::newRow("unknown room") << "app/attic/a.cpp" << "#include \"app/base/id.h\"" << "does not know: app/attic";
    QTest::newRow("beside") << "ui/kiosk/a.cpp" << "#include \"x.h\"" << "from the project's root";
    QTest::newRow("qml down") << "ui/kiosk/A.qml" << "import Hall.Theme" << "";
    QTest::newRow("qml sideways") << "ui/kiosk/A.qml" << "import Hall.Board" << "sideways";
}

void TestFloors::plantedViolationsAreFound()
{
    QFETCH(QString, path);
    QFETCH(QString, text);
    QFETCH(QString, complaint);
    const QStringList found = m_plan.violations({madeUp(path, QStringLiteral("// first\n") + text)});
    if (complaint.isEmpty()) {
        QVERIFY2(found.isEmpty(), qPrintable(found.join(u'\n')));
        return;
    }
    QCOMPARE(found.size(), 1);
    QVERIFY2(found.first().startsWith(path + QStringLiteral(":2: ")), qPrintable(found.first()));
    QVERIFY2(found.first().contains(complaint), qPrintable(found.first()));
}

QTEST_APPLESS_MAIN(TestFloors)
#include "tst_floors.moc"
