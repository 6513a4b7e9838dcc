// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/base/result.h"
#include "app/store/hall_place.h"

#include <QString>

namespace hall::station {

/// Who this station is and which hall it belongs to. From the command line, else the variable HALL_STORE, else the
/// configuration file: `$XDG_CONFIG_HOME/accord-hall/station.conf`, then the same under each of `$XDG_CONFIG_DIRS`.
struct StationConfig
{
    QString storeUrl;           ///< absolute folder of the hall, or postgresql://…; empty: no hall is set up here
    QString ownFolder;          ///< what this machine keeps of a hall on a server: keys, the kiosk's outbox; empty: the usual place
    QString stationName;        ///< "kiosk-lobby"; a board acknowledges calls under this name, so names differ
    QString language;           ///< "zh" or "en"; empty: not said
    QString printerName;        ///< of the ticket printer as the system calls it; empty: the system's default
    int paperWidthMm = 80;      ///< 58 or 80
    bool printTickets = true;   ///< false: tickets are shown to be photographed
    bool speak = true;          ///< false: the board is silent
    QString wing;               ///< the board's place in the hall, for arrows; empty: none

    bool isSetUp() const { return !storeUrl.isEmpty(); }
    store::HallPlace place() const { return {storeUrl, ownFolder}; }
    bool operator==(const StationConfig&) const = default;

    /// What was said on the command line; empty strings: not said.
    struct Given
    {
        QString storeUrl;
        QString stationName;
        QString language;
    };

    /// `kind` ("kiosk", "board", "desk") names a station whose name is said nowhere: "<kind>-<machine>".
    /// Errors: FileUnreadable and FileInvalid name the file, the line and the remedy; InvalidArgument for a store or
    /// a language that cannot be.
    static base::Result<StationConfig> load(const QString& kind, const Given& given = {});

    /// The file that `load` reads: the first that exists; empty when there is none.
    static QString fileInForce();
    /// The file that `save` writes: the person's own.
    static QString ownFile();
    /// Writes the person's own file, whole or not at all.
    base::Status save() const;

    static base::Result<StationConfig> readFile(const QString& path);
    /// "/var/lib/hall", "file:///var/lib/hall" or a relative folder as an absolute folder; a server's address as it is.
    static base::Result<QString> storeAddress(const QString& url);
    /// Where the demo hall of this person is made.
    static QString demoFolder();
};

} // namespace hall::station
