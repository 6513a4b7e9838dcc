// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/station/station_config.h"

#include <QHash>
#include <QList>
#include <QSize>
#include <QStringList>
#include <optional>

namespace hall::station {

/// An option that one program has beside the common ones; `valueName` empty: a switch.
struct ExtraOption
{
    QString name;
    QString description;
    QString valueName;
};

/// The common command line of the windows:
/// --store URL --station NAME --windowed WxH --language zh|en --self-test --demo --help --version
struct ProgramOptions
{
    StationConfig config;
    std::optional<QSize> windowed; ///< instead of full screen
    bool selfTest = false;         ///< start, show the first frame, quit with 0
    bool demo = false;             ///< the person's own demo hall; config.storeUrl is empty until it is made
    QString answer;                ///< text of --help or --version: print it and quit with 0
    QHash<QString, QString> extra; ///< what was given of the ExtraOptions; switches are "1"

    /// `arguments` begin with the program's own name. Never quits the program: errors (InvalidArgument, FileInvalid …)
    /// go back to main, which prints them and quits with 2.
    static base::Result<ProgramOptions> parse(const QString& kind, const QString& description,
                                              const QStringList& arguments, const QList<ExtraOption>& extra = {});
};

} // namespace hall::station
