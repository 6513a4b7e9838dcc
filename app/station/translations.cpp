// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/station/translations.h"

#include <QCoreApplication>
#include <QDir>
#include <QLibraryInfo>
#include <QLocale>
#include <QTranslator>

// A static library's resources are registered by name, from outside any namespace.
static void registerMessages()
{
    Q_INIT_RESOURCE(hall_messages);
}

namespace hall::station {
namespace {

const QString kChinese = QStringLiteral("zh_CN");
const QString kEnglish = QStringLiteral("en");
const QString kMessages = QStringLiteral(":/i18n");

QLocale localeOf(const QString& language)
{
    // A hall's English is the one that writes "5 March 2026".
    return language == kChinese ? QLocale(QLocale::Chinese, QLocale::China)
                                : QLocale(QLocale::English, QLocale::UnitedKingdom);
}

} // namespace

Translations::Translations(QObject* parent)
    : QObject(parent)
{
    registerMessages();
}

Translations::~Translations()
{
    for (const auto& translator : m_translators)
        QCoreApplication::removeTranslator(translator.get());
}

QString Translations::defaultLanguage()
{
    return kChinese;
}

QStringList Translations::languages()
{
    return {kChinese, kEnglish};
}

QString Translations::normalised(const QString& wanted)
{
    const QString prefix = wanted.left(2).toLower();
    if (prefix == kEnglish)
        return kEnglish;
    return kChinese;
}

QStringList Translations::rooms(const QString& language)
{
    registerMessages();
    const QString ending = QStringLiteral("_%1.qm").arg(language);
    QStringList found = QDir(kMessages).entryList({u'*' + ending}, QDir::Files, QDir::Name);
    for (QString& name : found)
        name.chop(ending.size());
    return found;
}

void Translations::use(const QString& wanted)
{
    const QString language = normalised(wanted);
    if (language == m_language)
        return;
    for (const auto& translator : m_translators)
        QCoreApplication::removeTranslator(translator.get());
    m_translators.clear();
    m_language = language;
    QLocale::setDefault(localeOf(language));

    // The last one installed is asked first: Qt's own words before the rooms'.
    const QString qtFolder = QLibraryInfo::path(QLibraryInfo::TranslationsPath);
    install(QStringLiteral("qtbase_%1").arg(language), qtFolder);
    install(QStringLiteral("qtdeclarative_%1").arg(language), qtFolder);
    for (const QString& room : rooms(language))
        install(QStringLiteral("%1_%2").arg(room, language), kMessages);
    emit languageChanged(m_language);
}

void Translations::install(const QString& file, const QString& folder)
{
    auto translator = std::make_unique<QTranslator>();
    // Qt ships no "en" file of some modules, and a minimal system has none at all: then the source text shows.
    if (!translator->load(file, folder))
        return;
    QCoreApplication::installTranslator(translator.get());
    m_translators.push_back(std::move(translator));
}

} // namespace hall::station
