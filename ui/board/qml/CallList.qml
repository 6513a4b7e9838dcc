// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import Hall.Board
import Hall.Theme

/*! The calls before, newest first; those that are to be heard next stand among them already, in the colour of a call. */
Item {
    id: list

    required property BoardScreen screen
    readonly property int listed: 5

    Repeater {
        // The lines of the page are there before the calls are: nothing moves when they come.
        model: list.listed
        Rectangle {
            required property int index
            y: index * view.rowHeight
            width: list.width
            height: view.rowHeight - view.gap
            radius: Theme.size.card
            color: Theme.colour.surface
            opacity: index < view.count ? 1 : 0.45
        }
    }
    TwoLines {
        anchors.centerIn: parent
        visible: view.count === 0
        texts: list.screen.words.noCalls
        alignment: Text.AlignHCenter
        weight: Font.Normal
        colour: Theme.colour.inkMuted
    }
    ListView {
        id: view
        objectName: "calls"
        readonly property real gap: Theme.space.s
        readonly property real rowHeight: (height + gap) / list.listed
        anchors.fill: parent
        model: list.screen.calls
        interactive: false
        clip: true

        add: Transition { NumberAnimation { property: "opacity"; from: 0; to: 1; duration: Theme.motion.calm } }
        displaced: Transition {
            NumberAnimation { property: "y"; duration: Theme.motion.calm; easing.type: Easing.OutCubic }
            NumberAnimation { property: "opacity"; to: 1; duration: Theme.motion.quick }
        }
        move: Transition { NumberAnimation { property: "y"; duration: Theme.motion.calm; easing.type: Easing.OutCubic } }

        delegate: Item {
            id: row
            required property string number
            required property string block
            required property string deskNumber
            required property string deskWords
            required property string deskSecond
            required property bool deskWordsLead
            required property bool upcoming
            readonly property color colour: row.upcoming && !list.screen.isAway ? Theme.colour.call : Theme.colour.ink

            width: view.width
            height: view.rowHeight
            Accessible.role: Accessible.ListItem
            Accessible.name: row.number + " " + (row.deskWordsLead ? row.deskWords + " " + row.deskNumber : row.deskNumber + row.deskWords)

            Item {
                anchors { fill: parent; leftMargin: Theme.space.m; rightMargin: Theme.space.m; bottomMargin: view.gap }

                BlockBadge {
                    id: badge
                    anchors { left: parent.left; verticalCenter: parent.verticalCenter }
                    block: row.block
                    showsLetter: false
                    side: Math.round(64 * Theme.unit)
                    Accessible.ignored: true
                }
                CapText {
                    objectName: "listNumber"
                    anchors { left: badge.right; leftMargin: Theme.space.s * 1.25; verticalCenter: parent.verticalCenter }
                    text: row.number
                    color: row.colour
                    pixelSize: Theme.board.recent
                    Accessible.ignored: true
                }
                HallIcon {
                    anchors { right: desk.left; rightMargin: Theme.space.s; verticalCenter: parent.verticalCenter }
                    width: Math.round(40 * Theme.unit)
                    height: width
                    name: "arrow-right"
                    colour: row.upcoming ? row.colour : Theme.colour.inkMuted
                }
                DeskName {
                    id: desk
                    anchors { right: parent.right; verticalCenter: parent.verticalCenter }
                    width: Math.round((list.width > 800 * Theme.unit ? 320 : 236) * Theme.unit)
                    maximumWidth: width
                    number: row.deskNumber
                    words: row.deskWords
                    secondWords: row.deskSecond
                    wordsLead: row.deskWordsLead
                    pixelSize: Theme.board.recent
                    colour: row.colour
                    Accessible.ignored: true
                }
            }
        }
    }
}
