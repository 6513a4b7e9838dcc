// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import QtQuick.Window
import Hall.Board
import Hall.Theme

Window {
    id: window

    required property BoardScreen screen
    readonly property bool isTall: window.height > window.width

    title: window.screen.notices.hallName.first
    color: Theme.colour.paper

    Binding {
        target: Theme
        property: "unit"
        value: window.isTall ? Math.min(window.width / 1080, window.height / 1920)
                             : Math.min(window.width / 1920, window.height / 1080)
    }
    Shortcut {
        sequences: [StandardKey.Quit]
        onActivated: Qt.quit()
    }
    HoverHandler { cursorShape: Qt.BlankCursor }

    Component.onCompleted: Theme.name = Theme.BoardDark

    BoardPage {
        anchors.fill: parent
        screen: window.screen
    }
}
