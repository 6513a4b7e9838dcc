// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import QtQuick.Templates as T
import Hall.Theme

/*! An answer that stands in a grid: the visitor's words, and under them the drawing with the official name. */
T.AbstractButton {
    id: tile

    property string title
    property string officialName
    property string block
    property string iconName
    property real titleSize: Theme.type.heading
    readonly property var look: Theme.blocks[tile.block]
    readonly property color hue: tile.look ? tile.look.colour : Theme.colour.primary
    readonly property color tint: tile.look ? tile.look.soft : Theme.colour.primarySoft
    readonly property real badge: Math.round(72 * Theme.unit)

    padding: Theme.space.m
    implicitHeight: words.implicitHeight + Theme.space.s + foot.implicitHeight + topPadding + bottomPadding
    focusPolicy: Qt.StrongFocus
    text: tile.title
    Keys.onReturnPressed: tile.clicked()
    Keys.onEnterPressed: tile.clicked()
    Accessible.role: Accessible.Button
    Accessible.name: tile.officialName === "" ? tile.title : tile.title + ", " + tile.officialName

    contentItem: Item {
        Text {
            id: words
            anchors { left: parent.left; right: parent.right; top: parent.top }
            text: Theme.unbroken(tile.title)
            color: Theme.colour.ink
            font.family: Theme.fontFamily
            font.pixelSize: tile.titleSize
            font.weight: Font.Bold
            lineHeight: 0.9
            wrapMode: Text.WordWrap
            textFormat: Text.PlainText
            Accessible.ignored: true
        }
        Row {
            id: foot
            anchors { left: parent.left; right: parent.right; bottom: parent.bottom }
            spacing: Theme.space.s

            Rectangle {
                anchors.verticalCenter: parent.verticalCenter
                width: tile.badge
                height: tile.badge
                radius: Theme.size.control
                color: tile.hue
                HallIcon {
                    anchors.centerIn: parent
                    width: Math.round(parent.width * 0.62)
                    height: width
                    name: tile.iconName !== "" ? tile.iconName : tile.look ? tile.look.icon : "ticket"
                    colour: Theme.colour.onBlock
                }
            }
            Text {
                anchors.verticalCenter: parent.verticalCenter
                width: parent.width - tile.badge - parent.spacing
                text: Theme.unbroken(tile.officialName)
                color: Theme.colour.inkMuted
                font.family: Theme.fontFamily
                font.pixelSize: Theme.type.small
                lineHeight: 0.9
                wrapMode: Text.WordWrap
                textFormat: Text.PlainText
                Accessible.ignored: true
            }
        }
    }
    background: Card {
        colour: tile.down ? tile.tint : Theme.colour.surface
        edge: tile.down ? tile.hue : Theme.colour.outline
        edgeWidth: Theme.size.stroke
        raised: !tile.down

        // The hue of the block along the edge; drawing and words say the same.
        Rectangle {
            anchors { left: parent.left; right: parent.right; top: parent.top; margins: Theme.size.stroke }
            height: Math.round(8 * Theme.unit)
            color: tile.hue
            radius: Math.round(4 * Theme.unit)
        }
        FocusRing { control: tile; cornerRadius: Theme.size.card }
    }
}
