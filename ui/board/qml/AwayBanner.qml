// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import Hall.Board
import Hall.Theme

/*! The store cannot be reached: what is shown is the last that was known. */
Rectangle {
    id: banner

    required property BoardScreen screen

    objectName: "away"
    radius: Theme.size.card
    color: Theme.colour.attentionSoft
    border.width: Math.max(1, Math.round(2 * Theme.unit))
    border.color: Theme.colour.attention
    Accessible.role: Accessible.AlertMessage
    Accessible.name: banner.screen.words.away.first + ". " + banner.screen.words.awayMore.first

    HallIcon {
        id: icon
        anchors { left: parent.left; leftMargin: Theme.space.l; verticalCenter: parent.verticalCenter }
        width: Math.round(80 * Theme.unit)
        height: width
        name: "lost"
        colour: Theme.colour.attention
    }
    Grid {
        anchors { left: icon.right; leftMargin: Theme.space.l; right: parent.right; rightMargin: Theme.space.l; verticalCenter: parent.verticalCenter }
        columns: banner.width > 1400 * Theme.unit ? 2 : 1
        rowSpacing: Theme.space.m
        columnSpacing: Theme.space.xl

        TwoLines {
            width: parent.columns === 2 ? parent.width - age.width - parent.columnSpacing : parent.width
            wraps: true
            texts: ({ first: banner.screen.words.away.first + " · " + banner.screen.words.awayMore.first,
                      second: banner.screen.words.away.second + " · " + banner.screen.words.awayMore.second })
            pixelSize: Theme.board.body
            Accessible.ignored: true
        }
        TwoLines {
            id: age
            objectName: "lastKnown"
            texts: banner.screen.notices.lastKnown
            pixelSize: Theme.board.body
            weight: Font.Normal
            colour: Theme.colour.attention
        }
    }
}
