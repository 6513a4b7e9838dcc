// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/station/translations.h"
#include "tests/house/message_file.h"

#include <QCoreApplication>
#include <QDebug>
#include <QDir>
#include <QFile>
#include <QLocale>
#include <QProcess>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

using hall::station::Translations;
using hall::tests::MessageFile;

/// Chinese is complete and first-class: every message that the sources hold has a finished translation.
class TestTranslations : public QObject
{
    Q_OBJECT

private slots:
    void everyRoomIsComplete_data();
    void everyRoomIsComplete();
    void everyFileBelongsToARoom();
    void wordsFollowTheGlossary();
    void languagesAreNamedAndSwitched();
    void plantedFaultsAreFound();

private:
    static QMap<QString, QStringList> foldersOfRooms();
    static MessageFile extracted(const QStringList& folders, const QString& into, bool below);

    inline static const QString kRoot = QStringLiteral(HALL_SOURCE_DIR);
};

/// The rooms of the upper floors have a file each; those below app/ctl share "app".
QMap<QString, QStringList> TestTranslations::foldersOfRooms()
{
    QMap<QString, QStringList> rooms;
    for (const QString& top : {QStringLiteral("app"), QStringLiteral("ui")}) {
        for (const QString& folder : QDir(kRoot + u'/' + top).entryList(QDir::Dirs | QDir::NoDotAndDotDot)) {
            const bool shared = top == QLatin1StringView("app") && folder != QLatin1StringView("ctl");
            rooms[shared ? top : folder] << kRoot + u'/' + top + u'/' + folder;
        }
    }
    return rooms;
}

MessageFile TestTranslations::extracted(const QStringList& folders, const QString& into, bool below)
{
    // Without -I a class whose header is included from the root loses its namespace, and its messages are never found.
    QStringList arguments{QStringLiteral("-silent"), QStringLiteral("-no-obsolete"), QStringLiteral("-I"), kRoot,
                          QStringLiteral("-tr-function-alias"), QStringLiteral("tr+=TICKET_LABEL")};
    arguments << folders << QStringLiteral("-ts") << into;
    QProcess lupdate;
    lupdate.start(QStringLiteral(HALL_LUPDATE), arguments);
    if (!lupdate.waitForFinished(60000) || lupdate.exitCode() != 0)
        qWarning() << "lupdate:" << lupdate.readAllStandardError();
    return MessageFile::read(into, below);
}

void TestTranslations::everyRoomIsComplete_data()
{
    QTest::addColumn<QString>("room");
    QTest::addColumn<QStringList>("folders");
    const auto rooms = foldersOfRooms();
    for (auto it = rooms.begin(); it != rooms.end(); ++it)
        QTest::newRow(qPrintable(it.key())) << it.key() << it.value();
}

void TestTranslations::everyRoomIsComplete()
{
    QFETCH(QString, room);
    QFETCH(QStringList, folders);
    QTemporaryDir scratch;
    const MessageFile wanted = extracted(folders, scratch.filePath(QStringLiteral("wanted_zh_CN.ts")),
                                         room == QLatin1StringView("app") || room == QLatin1StringView("ctl"));
    const MessageFile there = MessageFile::read(QStringLiteral("%1/translations/%2_zh_CN.ts").arg(kRoot, room));
    QStringList faults = there.missing(wanted) + there.faults();
    for (const QString& line : wanted.missing(there))
        faults << QStringLiteral("no longer in the source: ") + line;
    for (const QString& fault : faults)
        qWarning().noquote() << room << fault;
    QVERIFY2(faults.isEmpty(), qPrintable(QStringLiteral("%1 messages are missing or wrong").arg(faults.size())));
}

void TestTranslations::everyFileBelongsToARoom()
{
    const auto rooms = foldersOfRooms();
    for (const QString& file : QDir(kRoot + QStringLiteral("/translations")).entryList({QStringLiteral("*.ts")})) {
        const QString room = file.section(u'_', 0, 0);
        QVERIFY2(rooms.contains(room), qPrintable(file));
        const QString language = file.section(u'_', 1).chopped(3);
        QVERIFY2(Translations::languages().contains(language), qPrintable(file));
        QVERIFY2(Translations::rooms(language).contains(room), qPrintable(file));
    }
}

/// A message that is nothing but a term of docs/glossary.md says it in the glossary's Chinese.
void TestTranslations::wordsFollowTheGlossary()
{
    QFile document(kRoot + QStringLiteral("/docs/glossary.md"));
    QVERIFY(document.open(QIODevice::ReadOnly));
    QMap<QString, QStringList> glossary;
    for (const QString& line : QString::fromUtf8(document.readAll()).split(u'\n')) {
        const QStringList cells = line.split(u'|');
        if (cells.size() == 5)
            glossary[cells.at(1).trimmed()] = cells.at(2).trimmed().split(u'、');
    }
    QVERIFY(glossary.size() > 40);
    QStringList strangers;
    const QDir folder(kRoot + QStringLiteral("/translations"));
    for (const QString& file : folder.entryList({QStringLiteral("*_zh_CN.ts")})) {
        const MessageFile there = MessageFile::read(folder.filePath(file));
        for (const MessageFile::Message& message : there.messages()) {
            const QString term = QString(message.source).remove(u'&').remove(u'…').toLower().trimmed();
            const QString chinese = QString(message.translations.value(0)).remove(u'&').remove(u'…').trimmed();
            if (glossary.contains(term) && !glossary[term].contains(chinese))
                strangers << QStringLiteral("%1: \"%2\" is \"%3\", the glossary says %4")
                                 .arg(file, message.source, chinese, glossary[term].join(u'、'));
        }
    }
    QVERIFY2(strangers.isEmpty(), qPrintable(u'\n' + strangers.join(u'\n')));
}

void TestTranslations::languagesAreNamedAndSwitched()
{
    QCOMPARE(Translations::normalised(QStringLiteral("zh")), QStringLiteral("zh_CN"));
    QCOMPARE(Translations::normalised(QStringLiteral("zh-Hans-CN")), QStringLiteral("zh_CN"));
    QCOMPARE(Translations::normalised(QStringLiteral("EN_gb")), QStringLiteral("en"));
    QCOMPARE(Translations::normalised({}), Translations::defaultLanguage());
    QCOMPARE(Translations::normalised(QStringLiteral("fr")), Translations::defaultLanguage());

    Translations translations;
    QSignalSpy changed(&translations, &Translations::languageChanged);
    translations.use({});
    QCOMPARE(translations.language(), QStringLiteral("zh_CN"));
    QCOMPARE(QLocale().toString(QDate(2026, 3, 5), QStringLiteral("MMMM")), QStringLiteral("三月"));
    // Qt's own words come along: without them a dialog would mix two languages.
    const QString cancel = QCoreApplication::translate("QPlatformTheme", "Cancel");
    QCOMPARE(cancel, QStringLiteral("取消"));

    translations.use(QStringLiteral("en"));
    QCOMPARE(QLocale().toString(QDate(2026, 3, 5), QLocale::LongFormat), QStringLiteral("Thursday, 5 March 2026"));
    QCOMPARE(QCoreApplication::translate("QPlatformTheme", "Cancel"), QStringLiteral("Cancel"));
    translations.use(QStringLiteral("en"));
    QCOMPARE(changed.size(), 2);
}

void TestTranslations::plantedFaultsAreFound()
{
    QTemporaryDir scratch;
    const QString path = scratch.filePath(QStringLiteral("kiosk_zh_CN.ts"));
    QFile file(path);
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.write(R"(<?xml version="1.0" encoding="utf-8"?><!DOCTYPE TS><TS version="2.1" language="zh_CN"><context><name>A</name>
        <message><source>Good %1</source><translation>好 %1</translation></message>
        <message><source>Half</source><translation type="unfinished">半</translation></message>
        <message><source>Empty</source><translation></translation></message>
        <message><source>Lost %1</source><translation>丢失</translation></message>
        <message><source>Old</source><translation type="vanished">旧</translation></message>
        <message numerus="yes"><source>%n waiting</source><translation><numerusform>%n 人等候</numerusform></translation></message>
        </context></TS>)");
    file.close();
    const MessageFile messages = MessageFile::read(path);
    QCOMPARE(messages.messages().size(), 6);
    QCOMPARE(messages.faults().size(), 4);
    QCOMPARE(MessageFile().missing(messages).size(), 6);
    QCOMPARE(messages.missing(MessageFile()).size(), 0);
}

QTEST_GUILESS_MAIN(TestTranslations)
#include "tst_translations.moc"
