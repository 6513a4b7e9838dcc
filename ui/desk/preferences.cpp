// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/desk/preferences.h"

#include <QUrl>
#include <algorithm>

namespace hall::desk {

namespace {

// A login may hold a slash, which QSettings would take for a group.
QString personGroup(const QString& login)
{
    return QStringLiteral("desk/people/") + QString::fromLatin1(QUrl::toPercentEncoding(login));
}

} // namespace

Preferences::Preferences(const QString& file, QObject* parent)
    : QObject(parent)
    , m_settings(file.isEmpty() ? std::make_unique<QSettings>() : std::make_unique<QSettings>(file, QSettings::IniFormat))
{
}

bool Preferences::chinese() const
{
    return m_settings->value(QStringLiteral("desk/language"), QStringLiteral("zh")).toString() != u"en";
}

void Preferences::setChinese(bool chinese)
{
    if (chinese == this->chinese() && m_settings->contains(QStringLiteral("desk/language")))
        return;
    m_settings->setValue(QStringLiteral("desk/language"), chinese ? QStringLiteral("zh") : QStringLiteral("en"));
    emit languageChanged();
}

Preferences::Look Preferences::look() const
{
    const auto name = m_settings->value(QStringLiteral("desk/look")).toString();
    return name == u"dark" ? Look::Dark : name == u"high-contrast" ? Look::HighContrast : Look::Light;
}

void Preferences::setLook(Look look)
{
    if (look == this->look())
        return;
    m_settings->setValue(QStringLiteral("desk/look"), look == Look::Dark           ? QStringLiteral("dark")
                                                      : look == Look::HighContrast ? QStringLiteral("high-contrast")
                                                                                   : QStringLiteral("light"));
    emit lookChanged();
}

int Preferences::textPercent() const
{
    return std::clamp(m_settings->value(QStringLiteral("desk/text"), 100).toInt(), 100, 200);
}

void Preferences::setTextPercent(int percent)
{
    percent = std::clamp(percent, 100, 200);
    if (percent == textPercent())
        return;
    m_settings->setValue(QStringLiteral("desk/text"), percent);
    emit lookChanged();
}

int Preferences::idleMinutes() const
{
    return std::max(0, m_settings->value(QStringLiteral("desk/idle_minutes"), 10).toInt());
}

void Preferences::setIdleMinutes(int minutes)
{
    m_settings->setValue(QStringLiteral("desk/idle_minutes"), std::max(0, minutes));
}

QString Preferences::lastLogin() const { return m_settings->value(QStringLiteral("desk/last_login")).toString(); }

void Preferences::setLastLogin(const QString& login) { m_settings->setValue(QStringLiteral("desk/last_login"), login); }

int Preferences::deskOf(const QString& login) const
{
    return m_settings->value(personGroup(login) + QStringLiteral("/desk"), 0).toInt();
}

QStringList Preferences::skillsOf(const QString& login) const
{
    return m_settings->value(personGroup(login) + QStringLiteral("/skills")).toStringList();
}

void Preferences::rememberDesk(const QString& login, int desk, const QStringList& skills)
{
    m_settings->setValue(personGroup(login) + QStringLiteral("/desk"), desk);
    m_settings->setValue(personGroup(login) + QStringLiteral("/skills"), skills);
}

} // namespace hall::desk
