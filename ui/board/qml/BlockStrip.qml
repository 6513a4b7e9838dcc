// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import Hall.Board
import Hall.Theme

/*! How many wait for each block, and how long it takes. */
Grid {
    id: strip

    required property BoardScreen screen
    readonly property real tileWidth: (strip.width - (strip.columns - 1) * strip.spacing) / strip.columns
    property real tileHeight: Math.round(240 * Theme.unit)

    spacing: Theme.space.m

    Repeater {
        model: strip.screen.blocks

        Rectangle {
            id: tile
            required property string block
            required property string name
            required property string secondName
            required property var waiting
            required property string wait
            required property string secondWait
            required property bool isOpen

            objectName: "block." + tile.block
            width: strip.tileWidth
            height: strip.tileHeight
            radius: Theme.size.card
            color: Theme.colour.surface
            Accessible.role: Accessible.StaticText
            Accessible.name: tile.name + ": " + tile.waiting + " " + strip.screen.notices.waiting.first + ", " + tile.wait

            Item {
                anchors { fill: parent; margins: Math.round(20 * Theme.unit) }

                BlockBadge {
                    id: badge
                    anchors { left: parent.left; top: parent.top }
                    block: tile.block
                    side: Math.round(60 * Theme.unit)
                    Accessible.ignored: true
                }
                TwoLines {
                    anchors { left: badge.right; leftMargin: Theme.space.s; right: parent.right; verticalCenter: badge.verticalCenter }
                    fits: true
                    texts: ({ first: tile.name, second: tile.secondName })
                    anchors.verticalCenterOffset: -Math.round(4 * Theme.unit)
                    pixelSize: Math.round(Theme.board.body * 0.94)
                    secondSize: Math.round(Theme.board.small * 0.86)
                    Accessible.ignored: true
                }
                CapText {
                    id: count
                    anchors { left: parent.left; verticalCenter: parent.verticalCenter; verticalCenterOffset: Math.round(17 * Theme.unit) }
                    text: tile.waiting
                    color: tile.isOpen ? Theme.colour.ink : Theme.colour.inkMuted
                    pixelSize: Math.round(Theme.board.title * 1.7)
                    Accessible.ignored: true
                }
                TwoLines {
                    anchors { left: count.right; leftMargin: Theme.space.s * 0.75; verticalCenter: count.verticalCenter }
                    texts: strip.screen.notices.waiting
                    pixelSize: Theme.board.small
                    weight: Font.Normal
                    Accessible.ignored: true
                }
                Text {
                    id: wait
                    anchors { left: parent.left; bottom: parent.bottom }
                    width: Math.min(implicitWidth, parent.width * 0.56)
                    text: tile.wait
                    color: tile.isOpen ? Theme.colour.ink : Theme.colour.inkMuted
                    font.family: Theme.fontFamily
                    font.pixelSize: Math.round(Theme.board.small * 1.12)
                    fontSizeMode: Text.HorizontalFit
                    minimumPixelSize: Math.round(Theme.board.small * 0.6)
                    font.weight: Font.Bold
                    Accessible.ignored: true
                }
                Text {
                    anchors { left: wait.right; leftMargin: Theme.space.s; right: parent.right; baseline: wait.baseline }
                    text: tile.secondWait
                    color: Theme.colour.inkMuted
                    font.family: Theme.fontFamily
                    font.pixelSize: Math.round(Theme.board.small * 0.8)
                    fontSizeMode: Text.HorizontalFit
                    minimumPixelSize: Math.round(Theme.board.small * 0.5)
                    horizontalAlignment: Text.AlignRight
                    Accessible.ignored: true
                }
            }
        }
    }
}
