// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import Hall.Board
import Hall.Theme

/*! Which hall this is, and what time. */
Item {
    id: header

    required property BoardScreen screen

    TwoLines {
        objectName: "hallName"
        anchors { left: parent.left; verticalCenter: parent.verticalCenter }
        texts: header.screen.notices.hallName
        pixelSize: Theme.board.title
    }
    Row {
        anchors { right: parent.right; verticalCenter: parent.verticalCenter }
        spacing: Theme.space.l

        TwoLines {
            objectName: "date"
            anchors.verticalCenter: parent.verticalCenter
            texts: header.screen.notices.date
            pixelSize: Theme.board.body
            weight: Font.Normal
            alignment: Text.AlignRight
        }
        Text {
            objectName: "time"
            anchors.verticalCenter: parent.verticalCenter
            text: header.screen.time
            color: Theme.colour.ink
            font.family: Theme.fontFamily
            font.pixelSize: Math.round(Theme.board.title * 1.9)
            font.weight: Font.Bold
            lineHeight: Math.round(font.pixelSize * 1.16)
            lineHeightMode: Text.FixedHeight
            Accessible.role: Accessible.StaticText
            Accessible.name: text
        }
    }
}
