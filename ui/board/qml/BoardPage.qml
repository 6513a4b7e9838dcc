// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import Hall.Board
import Hall.Theme

/*! The whole board, laid out for a wide and for a tall screen. */
Rectangle {
    id: page

    required property BoardScreen screen
    readonly property bool isTall: page.height > page.width
    readonly property real margin: Math.round(48 * Theme.unit)
    readonly property real gap: Math.round(32 * Theme.unit)
    readonly property real stripHeight: Math.round((page.isTall ? 504 : 240) * Theme.unit)
    readonly property bool isClosed: page.screen.phase === BoardScreen.Closed

    objectName: "board"
    color: Theme.colour.paper

    HeaderBar {
        id: header
        screen: page.screen
        x: page.margin
        y: Math.round((page.isTall ? 36 : 28) * Theme.unit)
        width: page.width - 2 * page.margin
        height: Math.round((page.isTall ? 132 : 108) * Theme.unit)
    }
    Item {
        id: middle
        x: page.margin
        y: header.y + header.height + Math.round(20 * Theme.unit)
        width: page.width - 2 * page.margin
        height: page.height - y - page.margin - page.stripHeight - page.gap
        visible: !page.isClosed

        NowPanel {
            id: now
            screen: page.screen
            width: page.isTall ? parent.width : Math.round((parent.width - page.gap) * 0.628)
            height: page.isTall ? Math.round((parent.height - page.gap) * 0.52) : parent.height
        }
        CallList {
            screen: page.screen
            x: page.isTall ? 0 : now.width + page.gap
            y: page.isTall ? now.height + page.gap : 0
            width: parent.width - x
            height: parent.height - y
        }
    }
    BlockStrip {
        objectName: "blocks"
        screen: page.screen
        visible: !page.isClosed && !page.screen.isAway
        columns: page.isTall ? 2 : 4
        x: page.margin
        y: page.height - page.margin - page.stripHeight
        width: page.width - 2 * page.margin
        tileHeight: page.isTall ? (page.stripHeight - spacing) / 2 : page.stripHeight
    }
    ClosedPanel {
        screen: page.screen
        visible: page.isClosed
        x: page.margin
        y: middle.y
        width: middle.width
        height: page.height - y - page.margin - (page.screen.isAway ? page.stripHeight : 0)
    }
    AwayBanner {
        screen: page.screen
        visible: page.screen.isAway
        x: page.margin
        y: page.height - page.margin - page.stripHeight
        width: page.width - 2 * page.margin
        height: page.stripHeight
    }
}
