// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import Hall.Board
import Hall.Theme

/*! Which hall this is, and what time. */
Item {
    id: header

    required property BoardScreen screen

    readonly property bool isTall: header.width < 1200 * Theme.unit

    TwoLines {
        objectName: "hallName"
        anchors { left: parent.left; right: now.left; rightMargin: Theme.space.l; verticalCenter: parent.verticalCenter }
        fits: true
        texts: header.screen.notices.hallName
        pixelSize: Theme.board.title
    }
    Grid {
        id: now
        anchors { right: parent.right; verticalCenter: parent.verticalCenter }
        columns: header.isTall ? 1 : 2
        columnSpacing: Theme.space.l
        rowSpacing: Theme.space.xs
        verticalItemAlignment: Grid.AlignVCenter
        horizontalItemAlignment: Grid.AlignRight

        TwoLines {
            objectName: header.isTall ? "" : "date"
            visible: !header.isTall
            texts: header.screen.notices.date
            weight: Font.Normal
            alignment: Text.AlignRight
        }
        CapText {
            objectName: "time"
            text: header.screen.time
            pixelSize: Math.round(Theme.board.title * (header.isTall ? 1.5 : 2))
        }
        TwoLines {
            objectName: header.isTall ? "date" : ""
            visible: header.isTall
            texts: header.screen.notices.date
            pixelSize: Theme.board.small
            secondSize: Math.round(Theme.board.small * 0.86)
            weight: Font.Normal
            alignment: Text.AlignRight
        }
    }
}
