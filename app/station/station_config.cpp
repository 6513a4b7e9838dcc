// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/station/station_config.h"

#include "app/station/texts.h"

#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QSaveFile>
#include <QStandardPaths>
#include <QSysInfo>
#include <QTextStream>
#include <QUrl>

namespace hall::station {

using base::Error;
using base::ErrorCode;
using base::Result;
using base::Status;

namespace {

constexpr auto kFolder = "accord-hall";
constexpr auto kFile = "station.conf";

QString fileUnder(const QString& base)
{
    return base + u'/' + QLatin1StringView(kFolder) + u'/' + QLatin1StringView(kFile);
}

/// What follows the first "=": quotes around a value are for people who like them.
QString unquoted(QString value)
{
    value = value.trimmed();
    if (value.size() >= 2 && value.startsWith(u'"') && value.endsWith(u'"'))
        value = value.mid(1, value.size() - 2);
    return value;
}

Result<bool> yesOrNo(const QString& value)
{
    if (value == u"yes"_qs || value == u"true"_qs)
        return true;
    if (value == u"no"_qs || value == u"false"_qs)
        return false;
    return Error{ErrorCode::FileInvalid, tr("say \"yes\" or \"no\"")};
}

Status checkLanguage(const QString& language)
{
    if (language.isEmpty() || language == u"zh"_qs || language == u"en"_qs)
        return {};
    return Error{ErrorCode::InvalidArgument, tr("the language is \"zh\" or \"en\", not \"%1\"").arg(language)};
}

Status setEntry(StationConfig& config, const QString& key, const QString& value)
{
    if (key == u"store"_qs) {
        HALL_ASSIGN(config.storeUrl, StationConfig::storeAddress(value));
    } else if (key == u"own_folder"_qs) {
        config.ownFolder = value;
    } else if (key == u"station"_qs) {
        config.stationName = value;
    } else if (key == u"language"_qs) {
        HALL_TRY(checkLanguage(value));
        config.language = value;
    } else if (key == u"printer"_qs) {
        config.printerName = value;
    } else if (key == u"paper_mm"_qs) {
        config.paperWidthMm = value.toInt();
        if (config.paperWidthMm != 58 && config.paperWidthMm != 80)
            return Error{ErrorCode::FileInvalid, tr("ticket paper is 58 or 80 mm wide, not \"%1\"").arg(value)};
    } else if (key == u"print_tickets"_qs) {
        HALL_ASSIGN(config.printTickets, yesOrNo(value));
    } else if (key == u"speak"_qs) {
        HALL_ASSIGN(config.speak, yesOrNo(value));
    } else if (key == u"wing"_qs) {
        config.wing = value;
    } else {
        return Error{ErrorCode::FileInvalid,
                     tr("\"%1\" is not known here. Known are: store, own_folder, station, language, printer, paper_mm, "
                        "print_tickets, speak, wing")
                         .arg(key)};
    }
    return {};
}

} // namespace

Result<StationConfig> StationConfig::load(const QString& kind, const Given& given)
{
    StationConfig config;
    if (const QString file = fileInForce(); !file.isEmpty()) {
        HALL_ASSIGN(config, readFile(file));
    }
    const QString fromEnvironment = qEnvironmentVariable("HALL_STORE");
    if (const QString& url = given.storeUrl.isEmpty() ? fromEnvironment : given.storeUrl; !url.isEmpty()) {
        HALL_ASSIGN(const QString address, storeAddress(url));
        if (address != config.storeUrl)
            config.ownFolder.clear(); // what the file says of another hall
        config.storeUrl = address;
    }
    HALL_TRY(checkLanguage(given.language));
    if (!given.language.isEmpty())
        config.language = given.language;
    if (!given.stationName.isEmpty())
        config.stationName = given.stationName;
    if (config.stationName.isEmpty())
        config.stationName = kind + u'-' + QSysInfo::machineHostName();
    return config;
}

QString StationConfig::fileInForce()
{
    return QStandardPaths::locate(QStandardPaths::GenericConfigLocation,
                                  QLatin1StringView(kFolder) + u'/' + QLatin1StringView(kFile));
}

QString StationConfig::ownFile()
{
    return fileUnder(QStandardPaths::writableLocation(QStandardPaths::GenericConfigLocation));
}

QString StationConfig::demoFolder()
{
    return QStandardPaths::writableLocation(QStandardPaths::GenericDataLocation) + u'/' + QLatin1StringView(kFolder)
        + u"/demo"_qs;
}

Result<StationConfig> StationConfig::readFile(const QString& path)
{
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly))
        return Error{ErrorCode::FileUnreadable,
                     tr("%1 cannot be read: %2. Check its permissions.").arg(path, file.errorString())};
    StationConfig config;
    QTextStream lines(&file);
    for (int number = 1; !lines.atEnd(); ++number) {
        const QString line = lines.readLine().trimmed();
        if (line.isEmpty() || line.startsWith(u'#') || line.startsWith(u'['))
            continue;
        const qsizetype sign = line.indexOf(u'=');
        const Status status = sign < 0
            ? Status(ErrorCode::FileInvalid, tr("a line has the form \"name = value\""))
            : setEntry(config, line.left(sign).trimmed(), unquoted(line.mid(sign + 1)));
        if (!status.ok())
            return Error{ErrorCode::FileInvalid,
                         tr("%1, line %2: %3.").arg(path).arg(number).arg(status.error().message)};
    }
    return config;
}

Result<QString> StationConfig::storeAddress(const QString& url)
{
    if (store::HallPlace::isServer(url))
        return url;
    if (url.startsWith(u"file:"_qs)) {
        const QUrl parsed(url);
        if (!parsed.isLocalFile())
            return Error{ErrorCode::InvalidArgument, tr("\"%1\" is not a folder of this machine").arg(url)};
        return QDir::cleanPath(parsed.toLocalFile());
    }
    if (url.contains(u"://"_qs))
        return Error{ErrorCode::InvalidArgument, tr("\"%1\" is neither a folder nor postgresql://…").arg(url)};
    return QDir::cleanPath(QFileInfo(url).absoluteFilePath());
}

Status StationConfig::save() const
{
    const QString path = ownFile();
    const auto refused = [&path](const QString& why) {
        return Error{ErrorCode::FileUnreadable, tr("%1 cannot be written: %2.").arg(path, why)};
    };
    if (!QDir().mkpath(QFileInfo(path).absolutePath()))
        return refused(tr("the folder cannot be made"));
    QSaveFile file(path);
    if (!file.open(QIODevice::WriteOnly))
        return refused(file.errorString());
    QTextStream out(&file);
    out << "# Accord Hall: which hall this station belongs to. Names: store, own_folder, station, language,\n"
           "# printer, paper_mm (58 or 80), print_tickets, speak (yes or no), wing.\n"
        << "store = " << storeUrl << '\n';
    const auto entry = [&out](const char* name, const QString& value) {
        if (!value.isEmpty())
            out << name << " = " << value << '\n';
    };
    entry("own_folder", ownFolder);
    entry("station", stationName);
    entry("language", language);
    entry("printer", printerName);
    out << "paper_mm = " << paperWidthMm << '\n'
        << "print_tickets = " << (printTickets ? "yes" : "no") << '\n'
        << "speak = " << (speak ? "yes" : "no") << '\n';
    entry("wing", wing);
    out.flush();
    if (!file.commit())
        return refused(file.errorString());
    return {};
}

} // namespace hall::station
