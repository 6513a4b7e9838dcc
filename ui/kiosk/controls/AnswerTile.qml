// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import QtQuick.Templates as T
import Hall.Theme

/*! One answer in a list or a grid: the visitor's words, what they mean under them, a drawing where it helps. */
T.AbstractButton {
    id: tile

    property string title
    property string note
    property string iconName
    property color hue: Theme.colour.primary
    property color tint: Theme.colour.primarySoft
    readonly property real badge: tile.iconName === "" ? 0 : Math.round(80 * Theme.unit)
    readonly property real inset: tile.badge === 0 ? 0 : tile.badge + Theme.space.m

    padding: Theme.space.m
    implicitHeight: Math.max(Math.round(136 * Theme.unit), words.implicitHeight + topPadding + bottomPadding)
    focusPolicy: Qt.StrongFocus
    text: tile.title
    Keys.onReturnPressed: tile.clicked()
    Keys.onEnterPressed: tile.clicked()
    Accessible.role: Accessible.Button
    Accessible.name: tile.note === "" ? tile.title : tile.title + ", " + tile.note

    contentItem: Item {
        Rectangle {
            visible: tile.badge > 0
            anchors.verticalCenter: parent.verticalCenter
            width: tile.badge
            height: tile.badge
            radius: Theme.size.control
            color: tile.tint
            border.width: Theme.name === Theme.HighContrast ? Theme.size.stroke : 0
            border.color: tile.hue
            HallIcon {
                anchors.centerIn: parent
                width: Math.round(parent.width * 0.62)
                height: width
                name: tile.iconName
                colour: tile.hue
            }
        }
        Column {
            id: words
            anchors { left: parent.left; right: parent.right; verticalCenter: parent.verticalCenter; leftMargin: tile.inset }
            spacing: Math.round(6 * Theme.unit)

            Text {
                width: parent.width
                text: Theme.unbroken(tile.title)
                color: Theme.colour.ink
                font.family: Theme.fontFamily
                font.pixelSize: Math.round(Theme.type.heading * 0.95)
                font.weight: Font.Bold
                lineHeight: 0.9
                wrapMode: Text.WordWrap
                textFormat: Text.PlainText
                Accessible.ignored: true
            }
            Text {
                visible: tile.note !== ""
                width: parent.width
                text: Theme.unbroken(tile.note)
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

        FocusRing { control: tile; cornerRadius: Theme.size.card }
    }
}
