// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QObject>
#include <QString>
#include <QStringList>

#include <memory>
#include <vector>

class QTranslator;

namespace hall::station {

/// The language a program speaks. Loads every room's messages (`:/i18n/<room>_<language>.qm`, compiled from
/// translations/*.ts) and Qt's own, and changes them while the program runs: Widgets hear
/// QEvent::LanguageChange, QML hears `languageChanged` (connect it to QQmlEngine::retranslate).
/// Lives on the GUI thread; make one in main before the first window.
class Translations : public QObject
{
    Q_OBJECT
    Q_PROPERTY(QString language READ language NOTIFY languageChanged)

public:
    explicit Translations(QObject* parent = nullptr);
    ~Translations() override;

    /// What a hall speaks where nothing else is said.
    static QString defaultLanguage();
    /// "zh_CN" and "en", in the order in which a language button offers them.
    static QStringList languages();
    /// "zh", "zh-CN" or "en_GB" → one of languages(); anything else, the empty string too → defaultLanguage().
    static QString normalised(const QString& wanted);
    /// The rooms whose messages are compiled in for a language, e.g. {"board", "kiosk"}.
    static QStringList rooms(const QString& language);

    /// Speaks `wanted` (normalised) from now on, sets the default QLocale with it, and says so if it changed.
    void use(const QString& wanted);
    QString language() const { return m_language; }

signals:
    void languageChanged(const QString& language);

private:
    void install(const QString& file, const QString& folder);

    QString m_language;
    std::vector<std::unique_ptr<QTranslator>> m_translators;
};

} // namespace hall::station
