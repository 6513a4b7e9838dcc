// SPDX-License-Identifier: GPL-3.0-or-later
// The catalogue that the programs come with is whole; each way to break it is refused with file, line and reason.
#include "app/rules/catalogue.h"

#include <QDir>
#include <QFile>
#include <QTemporaryDir>
#include <QTest>

using namespace hall;
using namespace hall::rules;

class TestCatalogueReader : public QObject
{
    Q_OBJECT

private slots:
    void shipped()
    {
        const auto catalogue = readCatalogue(QStringLiteral(":/catalogue"));
        QVERIFY2(catalogue.ok(), catalogue.ok() ? "" : qPrintable(catalogue.error().message));
        QCOMPARE(catalogue->blocks.size(), 4);
        QCOMPARE(catalogue->desks.size(), 8);
        QCOMPARE(catalogue->categories.size(), 16);
        QCOMPARE(catalogue->mostRepresentatives, 5);
        for (const char* code : {"elderly", "disabled", "pregnant", "infant", "serviceman", "booked", "ordinary"})
            QVERIFY2(catalogue->priorityClass(QLatin1StringView(code)), code);
        for (const Service& service : catalogue->services) {
            QVERIFY2(!service.name.zh.isEmpty() && !service.name.en.isEmpty(), qPrintable(service.code));
            const bool served = std::ranges::any_of(catalogue->desks, [&](const DeskPlan& d) { return d.services.contains(service.code); });
            QVERIFY2(served, qPrintable(service.code));
        }
        QVERIFY(!catalogue->guide.isEmpty());
        QVERIFY(catalogue->hours.daysOff.contains(QDate(2026, 10, 1))); // the days of the law
        QVERIFY(catalogue->hours.workdays.contains(QDate(2026, 10, 10)));
    }

    void jsonAndBack()
    {
        const auto catalogue = readCatalogue(QStringLiteral(":/catalogue"));
        QVERIFY(catalogue.ok());
        const auto again = catalogueFromJson(toJson(*catalogue));
        QVERIFY2(again.ok(), again.ok() ? "" : qPrintable(again.error().message));
        QCOMPARE(*again, *catalogue);
        QVERIFY(!catalogueFromJson({}).ok());
        QJsonObject broken = toJson(*catalogue);
        broken.insert(QStringLiteral("blocks"), QStringLiteral("none"));
        QVERIFY(!catalogueFromJson(broken).ok());
    }

    void refusals_data()
    {
        QTest::addColumn<QString>("file");
        QTest::addColumn<QString>("was");
        QTest::addColumn<QString>("is");
        QTest::addColumn<QString>("marker"); // stands in the line that is named
        QTest::addColumn<QString>("reason");
        const auto row = [](const char* name, const char* file, const char* was, const char* is, const char* marker, const char* reason) {
            QTest::newRow(name) << QString::fromUtf8(file) << QString::fromUtf8(was) << QString::fromUtf8(is)
                                << QString::fromUtf8(marker) << QString::fromUtf8(reason);
        };
        row("service nobody offers", "desks.yaml", "services: [petition-appeal, petition-suggestion", "services: [petition-apeal, petition-suggestion",
            "number: 1", "there is no service \"petition-apeal\"");
        row("desk twice", "desks.yaml", "number: 2", "number: 1 # again", "again", "the desk \"1\" is there already (desks.yaml:4)");
        row("desk number 0", "desks.yaml", "number: 3", "number: 0", "number: 0", "a desk has a number from 1 to 999");
        row("desk without a number", "desks.yaml", "number: 4", "number: four", "number: four", "");
        row("block's prefix", "services.yaml", "prefix: B", "prefix: BB", "prefix: BB", "a prefix is one capital letter");
        row("prefix twice", "services.yaml", "prefix: B", "prefix: A # again", "code: legal", "the prefix \"A\" is there already");
        row("service of no block", "services.yaml", "block: reception", "block: receptoin", "code: petition-appeal", "there is no block \"receptoin\"");
        row("zero minutes", "services.yaml", "  - code: petition-appeal\n", "  - code: petition-appeal\n    minutes: 0\n", "code: petition-appeal", "");
        row("key that nobody knows", "services.yaml", "prefix: A", "prefix: A\n    colour: red", "colour: red", "");
        row("one language only", "services.yaml", "name: {zh: 信访接待, en: Petition reception}", "name: {zh: 信访接待}", "信访接待", "");
        row("no YAML", "classes.yaml", "classes:", "classes: [", "", "");
        row("ordinary is missing", "classes.yaml", "code: ordinary", "code: usual", "", "the class \"ordinary\" is missing");
        row("span of time", "hall.yaml", "[\"08:30-12:00\", \"13:30-17:30\"]", "[\"12:00-08:30\"]", "12:00-08:30", "\"12:00-08:30\" is no span of time");
        row("spans that overlap", "hall.yaml", "[\"08:30-12:00\", \"13:30-17:30\"]", "[\"08:30-12:00\", \"11:00-17:30\"]", "11:00-17:30", "\"11:00-17:30\" is no span of time");
        row("guide to nowhere", "guide.yaml", "block: mediation", "block: meditation", "code: agree", "there is no block \"meditation\"");
        row("guide in a circle", "guide.yaml", "block: mediation", "question: between", "code: between", "the questions go round in a circle");
        row("answer to both", "guide.yaml", "block: mediation", "block: mediation\n        question: help", "", "give one of the two");
        row("category short of a cell", "dispute_categories.csv", "D02,", "D02", "D02", "expected code,zh,en,default_first_destination");
        row("category twice", "dispute_categories.csv", "D02,", "D01,", "邻里", "the category \"D01\" is there already");
        row("holiday that is none", "holidays.csv", "2024-02-04", "2024-02-30", "2024-02-30", "\"2024-02-30\" is no date; write 2026-03-05");
        row("neither off nor work", "holidays.csv", "2024-02-04,work", "2024-02-04,wrok", "wrok", "\"wrok\" is neither off nor work");
    }
    void refusals()
    {
        QFETCH(QString, file);
        QFETCH(QString, was);
        QFETCH(QString, is);
        QFETCH(QString, marker);
        QFETCH(QString, reason);
        QTemporaryDir folder;
        copyTo(folder.path());
        QFile changed(folder.filePath(file));
        if (file == u"holidays.csv")
            QVERIFY(QFile::copy(QStringLiteral(":/rules/holidays.csv"), changed.fileName()));
        changed.setPermissions(QFile::ReadOwner | QFile::WriteOwner);
        QVERIFY(changed.open(QIODevice::ReadOnly));
        QString text = QString::fromUtf8(changed.readAll());
        changed.close();
        const qsizetype place = text.indexOf(was);
        QVERIFY2(place >= 0, "the shipped file no longer has what this test breaks");
        text.replace(place, was.size(), is);
        QVERIFY(changed.open(QIODevice::WriteOnly | QIODevice::Truncate));
        changed.write(text.toUtf8());
        changed.close();
        const auto catalogue = readCatalogue(folder.path());
        QVERIFY(!catalogue.ok());
        QCOMPARE(catalogue.error().code, base::ErrorCode::CatalogueInvalid);
        const QStringList complaints = catalogue.error().message.split(u'\n');
        const qsizetype line = text.left(text.indexOf(marker)).count(u'\n') + 1;
        const QString start = marker.isEmpty() ? QString() : QStringLiteral("%1:%2: ").arg(file).arg(line);
        const bool named = std::ranges::any_of(complaints, [&](const QString& c) { return c.startsWith(start) && c.contains(reason); });
        QVERIFY2(named, qPrintable(u"wanted %1%2\ngot %3"_qs.arg(start, reason, catalogue.error().message)));
    }

    void everyFaultIsListed()
    {
        QTemporaryDir folder;
        copyTo(folder.path());
        QFile desks(folder.filePath(QStringLiteral("desks.yaml")));
        QVERIFY(desks.open(QIODevice::WriteOnly | QIODevice::Truncate));
        desks.write("desks:\n  - number: 0\n    name: {zh: 甲, en: A}\n    services: [nothing]\n  - number: 1\n    services: []\n");
        desks.close();
        const auto catalogue = readCatalogue(folder.path());
        QVERIFY(!catalogue.ok());
        QVERIFY2(catalogue.error().message.count(u'\n') >= 2, qPrintable(catalogue.error().message));
    }

    void nothingThere()
    {
        QTemporaryDir folder;
        QCOMPARE(readCatalogue(folder.path()).error().code, base::ErrorCode::FileUnreadable);
        QCOMPARE(readCatalogue(folder.filePath(QStringLiteral("away"))).error().code, base::ErrorCode::FileUnreadable);
    }

private:
    static void copyTo(const QString& folder)
    {
        for (const QString& name : QDir(QStringLiteral(":/catalogue")).entryList(QDir::Files)) {
            QVERIFY(QFile::copy(QStringLiteral(":/catalogue/") + name, folder + u'/' + name));
            QFile::setPermissions(folder + u'/' + name, QFile::ReadOwner | QFile::WriteOwner);
        }
    }
};

QTEST_GUILESS_MAIN(TestCatalogueReader)
#include "tst_catalogue_reader.moc"
