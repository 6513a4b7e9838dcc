// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import Hall.Board
import Hall.Theme

/*! Who goes where, now. A new call lights the panel up once; a recall too. */
Item {
    id: panel

    required property BoardScreen screen
    readonly property var call: panel.screen.current
    readonly property color accent: panel.screen.isAway ? Theme.colour.ink : Theme.colour.call

    Rectangle {
        anchors.fill: parent
        radius: Math.round(Theme.size.card * 1.5)
        color: Theme.colour.surface

        Rectangle {
            id: light
            anchors.fill: parent
            radius: parent.radius
            color: Theme.colour.primarySoft
            border.width: Math.round(4 * Theme.unit)
            border.color: Theme.colour.call
            opacity: panel.call.isSpeaking && !panel.screen.isAway ? 1 : 0

            Behavior on opacity { NumberAnimation { duration: Theme.motion.calm } }
        }
    }

    Item {
        id: inside
        anchors { fill: parent; margins: Theme.space.l; leftMargin: Theme.space.xl * 0.85; rightMargin: Theme.space.xl * 0.85 }
        visible: panel.call.isSet

        TwoLines {
            id: heading
            objectName: "nowCalled"
            anchors { left: parent.left; top: parent.top }
            texts: panel.call.isAgain ? panel.screen.words.again : panel.screen.words.nowCalled
            pixelSize: Theme.board.title
            colour: panel.accent
        }
        HallIcon {
            anchors { right: badge.left; rightMargin: Theme.space.m; verticalCenter: badge.verticalCenter }
            visible: panel.call.isSpeaking
            width: Math.round(Theme.board.title * 1.2)
            height: width
            name: "call"
            colour: panel.accent
        }
        BlockBadge {
            id: badge
            anchors { right: parent.right; top: parent.top }
            block: panel.call.block
            side: Math.round(80 * Theme.unit)
        }
        CapText {
            objectName: "nowNumber"
            x: -Math.round(Theme.board.now * 0.03)
            y: Math.round((heading.height + desk.y - height) / 2)
            text: panel.call.number
            color: panel.accent
            pixelSize: Theme.board.now
            font.letterSpacing: Math.round(Theme.board.now * 0.01)
        }
        Row {
            id: desk
            anchors { left: parent.left; bottom: parent.bottom }
            spacing: Theme.space.l

            HallIcon {
                anchors.verticalCenter: parent.verticalCenter
                width: Math.round(Theme.board.nowDesk * 0.86)
                height: width
                name: "arrow-right"
                colour: panel.accent
            }
            DeskName {
                objectName: "nowDesk"
                maximumWidth: inside.width - Math.round(Theme.board.nowDesk * 0.86) - Theme.space.l
                anchors.verticalCenter: parent.verticalCenter
                number: panel.call.deskNumber
                words: panel.call.deskWords
                secondWords: panel.call.deskSecond
                wordsLead: panel.call.deskWordsLead
                pixelSize: Theme.board.nowDesk
            }
        }
    }

    Column {
        anchors.centerIn: parent
        width: parent.width - 2 * Theme.space.xl
        spacing: Theme.space.m
        visible: !panel.call.isSet

        HallIcon {
            anchors.horizontalCenter: parent.horizontalCenter
            width: Math.round(112 * Theme.unit)
            height: width
            name: panel.screen.phase === BoardScreen.Starting ? "clock" : "ticket"
            colour: Theme.colour.inkMuted
        }
        TwoLines {
            objectName: "listen"
            width: parent.width
            alignment: Text.AlignHCenter
            fits: true
            texts: panel.screen.phase === BoardScreen.Starting ? panel.screen.words.starting : panel.screen.words.listen
            pixelSize: Math.round(Theme.board.title * 1.7)
        }
        TwoLines {
            width: parent.width
            visible: panel.screen.phase !== BoardScreen.Starting
            alignment: Text.AlignHCenter
            fits: true
            texts: panel.screen.words.listenMore
            pixelSize: Theme.board.body
            weight: Font.Normal
            colour: Theme.colour.inkMuted
        }
    }
}
