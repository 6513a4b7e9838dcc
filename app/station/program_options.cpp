// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/station/program_options.h"

#include "app/station/texts.h"
#include "app/store/line_store.h"

#include <QCommandLineParser>
#include <QCoreApplication>
#include <QFileInfo>
#include <QRegularExpression>

namespace hall::station {

using base::Error;
using base::ErrorCode;
using base::Result;

namespace {

constexpr int kLeastSide = 240;
constexpr int kGreatestSide = 16384;

Result<QSize> sizeFrom(const QString& text)
{
    static const QRegularExpression pattern(u"^(\\d+)[xX](\\d+)$"_qs);
    const auto match = pattern.match(text);
    const QSize size(match.captured(1).toInt(), match.captured(2).toInt());
    if (!match.hasMatch() || size.width() < kLeastSide || size.height() < kLeastSide || size.width() > kGreatestSide
        || size.height() > kGreatestSide)
        return Error{ErrorCode::InvalidArgument,
                     tr("A window's size is written like 1080x1920, not \"%1\".").arg(text)};
    return size;
}

} // namespace

Result<ProgramOptions> ProgramOptions::parse(const QString& kind, const QString& description,
                                             const QStringList& arguments, const QList<ExtraOption>& extra)
{
    QCommandLineParser parser;
    parser.setApplicationDescription(description);
    parser.addHelpOption();
    parser.addVersionOption();
    parser.addOptions({
        {u"store"_qs, tr("The hall: a folder. Default: the variable HALL_STORE, else the station's file."), u"URL"_qs},
        {u"station"_qs, tr("The name of this station, for example %1-1.").arg(kind), u"NAME"_qs},
        {u"windowed"_qs, tr("A window of this size instead of the full screen."), u"WxH"_qs},
        {u"language"_qs, tr("zh or en."), u"LANGUAGE"_qs},
        {u"self-test"_qs, tr("Start, show the first picture, and quit with 0.")},
        {u"demo"_qs, tr("Use the demo hall of this account.")},
    });
    for (const ExtraOption& option : extra) {
        parser.addOption(option.valueName.isEmpty()
                             ? QCommandLineOption(option.name, option.description)
                             : QCommandLineOption(option.name, option.description, option.valueName));
    }
    if (!parser.parse(arguments))
        return Error{ErrorCode::InvalidArgument, parser.errorText()};
    if (!parser.positionalArguments().isEmpty())
        return Error{ErrorCode::InvalidArgument,
                     tr("\"%1\" is not understood. See --help.").arg(parser.positionalArguments().first())};

    ProgramOptions options;
    if (parser.isSet(u"help"_qs)) {
        options.answer = parser.helpText();
        return options;
    }
    if (parser.isSet(u"version"_qs)) {
        options.answer = QCoreApplication::applicationName() + u' ' + QCoreApplication::applicationVersion() + u'\n';
        return options;
    }
    options.selfTest = parser.isSet(u"self-test"_qs);
    options.demo = parser.isSet(u"demo"_qs);
    if (parser.isSet(u"windowed"_qs)) {
        HALL_ASSIGN(options.windowed, sizeFrom(parser.value(u"windowed"_qs)));
    }
    for (const ExtraOption& option : extra) {
        if (parser.isSet(option.name))
            options.extra.insert(option.name, option.valueName.isEmpty() ? u"1"_qs : parser.value(option.name));
    }
    HALL_ASSIGN(options.config, StationConfig::load(kind, {parser.value(u"store"_qs), parser.value(u"station"_qs),
                                                           parser.value(u"language"_qs)}));
    if (options.demo) {
        const QString folder = StationConfig::demoFolder();
        options.config.storeUrl = QFileInfo::exists(store::HallFiles{folder}.line()) ? folder : QString();
    }
    return options;
}

} // namespace hall::station
