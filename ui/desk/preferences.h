// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QObject>
#include <QSettings>
#include <QStringList>

namespace hall::desk {

/// What this station remembers between days: language, look, size of text, idle lock, and for each person the desk and
/// skills chosen last. Nothing of a visitor.
class Preferences : public QObject
{
    Q_OBJECT

public:
    enum class Look { Light, Dark, HighContrast };

    /// `file` empty: the system's place for settings.
    explicit Preferences(const QString& file = {}, QObject* parent = nullptr);

    bool chinese() const;
    void setChinese(bool chinese);
    Look look() const;
    void setLook(Look look);
    int textPercent() const; ///< 100 to 200
    void setTextPercent(int percent);
    int idleMinutes() const; ///< until the window locks; 0: never
    void setIdleMinutes(int minutes);

    QString lastLogin() const;
    void setLastLogin(const QString& login);
    int deskOf(const QString& login) const;
    QStringList skillsOf(const QString& login) const;
    void rememberDesk(const QString& login, int desk, const QStringList& skills);

signals:
    void languageChanged();
    void lookChanged();

private:
    std::unique_ptr<QSettings> m_settings;
};

} // namespace hall::desk
