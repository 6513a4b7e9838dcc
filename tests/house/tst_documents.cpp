// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/house/source_tree.h"

#include <QFileInfo>
#include <QRegularExpression>
#include <QTest>

using namespace hall::tests;

/// The build does not leave the documents behind: what they point to is there.
class TestDocuments : public QObject
{
    Q_OBJECT

private slots:
    void linksAndPathsExist();
    void plantedDeadEndsAreFound();

private:
    static QStringList deadEnds(const std::vector<SourceFile>& documents);
};

QStringList TestDocuments::deadEnds(const std::vector<SourceFile>& documents)
{
    static const QRegularExpression kLink(QStringLiteral(R"re(\]\(([^)#:]+)(#[^)]*)?\))re"));
    static const QRegularExpression kPath(
        QStringLiteral(R"re(`((?:app|ui|tests|resources|installer|translations|docs)/[A-Za-z0-9_./-]*)`)re"));
    const QString root = QStringLiteral(HALL_SOURCE_DIR "/");
    QStringList found;
    for (const SourceFile& document : documents) {
        const QString folder = QFileInfo(root + document.path).path() + u'/';
        for (const QString& line : document.lines) {
            for (auto it = kLink.globalMatch(line); it.hasNext();) {
                const QString target = it.next().captured(1);
                if (!QFileInfo::exists(folder + target))
                    found << document.path + QStringLiteral(" links to ") + target;
            }
            for (auto it = kPath.globalMatch(line); it.hasNext();) {
                const QString target = it.next().captured(1);
                if (!QFileInfo::exists(root + target))
                    found << document.path + QStringLiteral(" names ") + target;
            }
        }
    }
    return found;
}

void TestDocuments::linksAndPathsExist()
{
    const auto documents = readSources(QStringLiteral(HALL_SOURCE_DIR), {QStringLiteral("docs"), QStringLiteral("README.md"),
                                       QStringLiteral("README.zh-CN.md")}, {QStringLiteral("*.md")});
    QVERIFY(documents.size() >= 6);
    const QStringList found = deadEnds(documents);
    QVERIFY2(found.isEmpty(), qPrintable(u'\n' + found.join(u'\n')));
}

void TestDocuments::plantedDeadEndsAreFound()
{
    const SourceFile document = madeUp(QStringLiteral("docs/x.md"),
                                       QStringLiteral("[good](building.md) [bad](nowhere.md) [web](https://example.org/)\n"
                                                      "`app/base` and `app/nowhere/x.h`\n"));
    QCOMPARE(deadEnds({document}).size(), 2);
}

QTEST_APPLESS_MAIN(TestDocuments)
#include "tst_documents.moc"
