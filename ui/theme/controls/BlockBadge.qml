// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import Hall.Theme

/*! A block by drawing, letter and hue; with its name beside it when `name` is set. */
Item {
    id: badge

    property string block
    property string name
    property string secondName
    property real side: Math.round(64 * Theme.unit)
    property real pixelSize: Theme.type.small
    property bool showsLetter: true

    readonly property var look: Theme.blocks[badge.block]

    implicitWidth: row.implicitWidth
    implicitHeight: Math.max(badge.side, row.implicitHeight)
    Accessible.role: Accessible.StaticText
    Accessible.name: (badge.look ? badge.look.letter : "") + (badge.name === "" ? "" : " " + badge.name)

    Row {
        id: row
        spacing: Math.round(badge.side * 0.25)

        Rectangle {
            anchors.verticalCenter: parent.verticalCenter
            width: badge.showsLetter ? Math.round(badge.side * 1.55) : badge.side
            height: badge.side
            radius: Math.round(badge.side * 0.24)
            color: badge.look ? badge.look.colour : Theme.colour.inkMuted

            Row {
                anchors.centerIn: parent
                spacing: Math.round(badge.side * 0.1)

                HallIcon {
                    anchors.verticalCenter: parent.verticalCenter
                    width: Math.round(badge.side * 0.62)
                    height: width
                    name: badge.look ? badge.look.icon : "ticket"
                    colour: Theme.colour.onBlock
                }
                CapText {
                    visible: badge.showsLetter
                    anchors.verticalCenter: parent.verticalCenter
                    text: badge.look ? badge.look.letter : ""
                    color: Theme.colour.onBlock
                    pixelSize: Math.round(badge.side * 0.58)
                    Accessible.ignored: true
                }
            }
        }
        Column {
            anchors.verticalCenter: parent.verticalCenter
            visible: badge.name !== ""

            Text {
                text: Theme.unbroken(badge.name)
                color: Theme.colour.ink
                font.family: Theme.fontFamily
                font.pixelSize: badge.pixelSize
                font.weight: Font.Bold
                textFormat: Text.PlainText
                Accessible.ignored: true
            }
            Text {
                visible: badge.secondName !== ""
                text: badge.secondName
                color: Theme.colour.inkMuted
                font.family: Theme.fontFamily
                font.pixelSize: Math.round(badge.pixelSize * 0.8)
                textFormat: Text.PlainText
                Accessible.ignored: true
            }
        }
    }
}
