// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/house/source_rules.h"

#include <QTest>

using namespace hall::tests;

/// House style that a machine can see: short files, short functions, a licence on each, no word untranslated.
class TestSourceRules : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase();
    void filesAreShort();
    void functionsAreShort();
    void everyFileNamesItsLicence();
    void qmlShowsTranslatedWordsOnly();
    void plantedViolationsAreFound();

private:
    static constexpr int kFileLines = 600;
    static constexpr int kFunctionLines = 60;

    const QString m_root = QStringLiteral(HALL_SOURCE_DIR);
    std::vector<SourceFile> m_code;
};

namespace {

void report(const QStringList& violations)
{
    QVERIFY2(violations.isEmpty(), qPrintable(u'\n' + violations.join(u'\n')));
}

QStringList names(std::initializer_list<const char*> list)
{
    QStringList out;
    for (const char* name : list)
        out << QString::fromLatin1(name);
    return out;
}

} // namespace

void TestSourceRules::initTestCase()
{
    m_code = readSources(m_root, names({"app", "ui", "tests"}), names({"*.h", "*.cpp", "*.qml"}));
    QVERIFY(m_code.size() > 50);
}

void TestSourceRules::filesAreShort()
{
    report(longFiles(m_code, kFileLines));
}

void TestSourceRules::functionsAreShort()
{
    report(longFunctions(m_code, kFunctionLines));
}

void TestSourceRules::everyFileNamesItsLicence()
{
    auto files = readSources(m_root, names({"app", "ui", "tests", "installer", "resources", "translations"}),
                             names({"*.h", "*.cpp", "*.qml", "*.sh", "*.sql", "*.yaml", "*.yml", "*.qss", "*.cmake",
                                    "CMakeLists.txt"}));
    report(withoutLicence(files));
}

void TestSourceRules::qmlShowsTranslatedWordsOnly()
{
    report(untranslatedQml(readSources(m_root, names({"ui"}), names({"*.qml"}))));
}

void TestSourceRules::plantedViolationsAreFound()
{
    const QString line = QStringLiteral("    x();\n");
    const SourceFile cpp = madeUp(QStringLiteral("app/base/a.cpp"),
                                  QStringLiteral("void f()\n{\n") + line.repeated(61) + QStringLiteral("}\n"));
    QCOMPARE(longFunctions({cpp}, 60).size(), 1);
    QCOMPARE(longFunctions({cpp}, 61).size(), 0);
    QCOMPARE(longFiles({cpp}, 63).size(), 1);
    QCOMPARE(longFiles({cpp}, 64).size(), 0);
    QCOMPARE(withoutLicence({cpp}).size(), 1);

    const SourceFile type = madeUp(QStringLiteral("app/base/a.h"),
                                   QStringLiteral("class A\n{\n") + line.repeated(90) + QStringLiteral("};\n"));
    QCOMPARE(longFunctions({type}, 60).size(), 0);

    const SourceFile qml = madeUp(QStringLiteral("ui/kiosk/A.qml"),
                                  QStringLiteral("    text: \"Welcome\"\n    text: qsTr(\"Welcome\")\n    text: \"A\"\n"
                                                 "    Accessible.name: \"信访\"\n    objectName: \"welcome\"\n"));
    QCOMPARE(untranslatedQml({qml}).size(), 2);
}

QTEST_APPLESS_MAIN(TestSourceRules)
#include "tst_source_rules.moc"
