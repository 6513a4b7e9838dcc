// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import Hall.Theme
import Hall.Kiosk

/*! The answers of a page in a grid of equal tiles. What does not fit goes to a further leaf, reached by two buttons:
    nothing is scrolled and nothing is cut. */
Item {
    id: choices

    required property ChoiceModel model
    property int columns: 1
    property string prefix: "choice"
    property real preferredCell: 0
    property int leaf: 0
    property string block
    readonly property var look: Theme.blocks[choices.block]

    signal chosen(string code)

    readonly property real gap: Theme.size.gap
    readonly property real cellWidth: (choices.width - (choices.columns - 1) * choices.gap) / choices.columns
    readonly property real tallest: {
        let most = Theme.size.target
        for (let i = 0; i < tiles.count; ++i) {
            const tile = tiles.itemAt(i)
            if (tile)
                most = Math.max(most, tile.implicitHeight)
        }
        return Math.ceil(most)
    }
    readonly property int allRows: Math.ceil(Math.max(1, tiles.count) / choices.columns)
    readonly property real needed: choices.allRows * (choices.tallest + choices.gap) - choices.gap
    readonly property bool paged: choices.needed > choices.height + 1
    readonly property real room: choices.paged ? choices.height - Theme.size.target - choices.gap : choices.height
    readonly property int rows: Math.max(1, Math.min(choices.allRows, Math.floor((choices.room + choices.gap) / (choices.tallest + choices.gap))))
    readonly property int perLeaf: choices.rows * choices.columns
    readonly property int leaves: Math.ceil(Math.max(1, tiles.count) / choices.perLeaf)
    readonly property real cellHeight: Math.max(choices.tallest, Math.min(choices.preferredCell,
                                                (choices.room - (choices.rows - 1) * choices.gap) / choices.rows))

    readonly property real pagerWidth: pager.width

    onLeavesChanged: choices.leaf = Math.min(choices.leaf, choices.leaves - 1)

    Repeater {
        id: tiles
        model: choices.model

        AnswerTile {
            id: tile
            required property int index
            required property string code
            required title
            required property string subtitle
            required property string drawing
            readonly property int place: tile.index - choices.leaf * choices.perLeaf

            objectName: choices.prefix + "." + tile.code
            visible: tile.place >= 0 && tile.place < choices.perLeaf
            note: tile.subtitle
            iconName: tile.drawing
            hue: choices.look ? choices.look.colour : Theme.colour.primary
            tint: choices.look ? choices.look.soft : Theme.colour.primarySoft
            x: (Math.max(0, tile.place) % choices.columns) * (choices.cellWidth + choices.gap)
            y: Math.floor(Math.max(0, tile.place) / choices.columns) * (choices.cellHeight + choices.gap)
            width: choices.cellWidth
            height: choices.cellHeight
            onClicked: choices.chosen(tile.code)
        }
    }
    Row {
        id: pager
        anchors { bottom: parent.bottom; right: parent.right }
        visible: choices.paged
        spacing: choices.gap

        HallLabel {
            anchors.verticalCenter: parent.verticalCenter
            muted: true
            value: qsTr("%1 of %2", "leaf of a list").arg(choices.leaf + 1).arg(choices.leaves)
        }
        HallButton {
            objectName: choices.prefix + "s.earlier"
            kind: HallButton.Quiet
            iconName: "up"
            text: qsTr("Earlier")
            enabled: choices.leaf > 0
            onClicked: --choices.leaf
        }
        HallButton {
            objectName: choices.prefix + "s.more"
            kind: HallButton.Quiet
            iconName: "down"
            text: qsTr("More")
            enabled: choices.leaf < choices.leaves - 1
            onClicked: ++choices.leaf
        }
    }
}
