// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import Hall.Board
import Hall.Theme

/*! The hall has closed for today, or has not opened yet. */
Item {
    id: panel

    required property BoardScreen screen

    Column {
        anchors.centerIn: parent
        width: parent.width - 2 * Theme.space.xl
        spacing: Theme.space.l

        HallIcon {
            anchors.horizontalCenter: parent.horizontalCenter
            width: Math.round(144 * Theme.unit)
            height: width
            name: "moon"
            colour: Theme.colour.inkMuted
        }
        TwoLines {
            objectName: "closed"
            width: parent.width
            fits: true
            alignment: Text.AlignHCenter
            texts: panel.screen.words.closed
            pixelSize: Math.round(Theme.board.title * 2.6)
            secondSize: Theme.board.title
        }
        TwoLines {
            objectName: "opening"
            width: parent.width
            fits: true
            visible: panel.screen.notices.opening.first !== ""
            alignment: Text.AlignHCenter
            texts: panel.screen.notices.opening
            pixelSize: Math.round(Theme.board.title * 1.4)
            secondSize: Theme.board.body
            colour: Theme.colour.call
        }
        TwoLines {
            width: parent.width
            fits: true
            alignment: Text.AlignHCenter
            texts: panel.screen.words.closedMore
            pixelSize: Theme.board.body
            weight: Font.Normal
            colour: Theme.colour.inkMuted
        }
    }
}
