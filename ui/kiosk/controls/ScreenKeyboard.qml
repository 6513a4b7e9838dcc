// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import Hall.Theme
import Hall.Kiosk

/*! Letters, figures and Chinese to touch. Where letters become Chinese is the composer's business; what the keyboard
    holds goes with its page. Keys take no focus, so that the field keeps it; a keyboard with wires types into the field. */
Item {
    id: board

    required property Composer composer
    property bool chinese: board.composer.available
    property bool figures: false
    property bool shifted: false
    property bool newLines: false

    signal typed(string text)
    signal erased()

    readonly property bool composes: board.chinese && board.composer.available && !board.figures
    readonly property real gap: Math.round(8 * Theme.unit)
    readonly property real keyWidth: (board.width - 9 * board.gap) / 10
    readonly property real keyHeight: Math.round(96 * Theme.unit)
    readonly property var letterRows: ["qwertyuiop", "asdfghjkl", "zxcvbnm"]
    readonly property var figureRows: ["1234567890", "-/:;()￥@“”", ".,?!、。，"]
    readonly property real stripHeight: board.composer.available ? board.keyHeight + board.gap : 0

    implicitHeight: board.stripHeight + 4 * board.keyHeight + 3 * board.gap

    function press(character: string) {
        if (board.composes && board.composer.key(character))
            return
        board.typed(board.shifted ? character.toUpperCase() : character)
        board.shifted = false
    }
    function erase() {
        if (!(board.composes && board.composer.erase()))
            board.erased()
    }

    Connections {
        target: board.composer
        function onCommitted(text: string) { board.typed(text) }
    }

    component Key: HallButton {
        kind: HallButton.Quiet
        height: board.keyHeight
        leftPadding: 0
        rightPadding: 0
        topPadding: 0
        bottomPadding: 0
        focusPolicy: Qt.NoFocus
        font.pixelSize: Math.round(38 * Theme.unit)
    }

    // What the letters may mean.
    Row {
        id: strip
        visible: board.composer.available
        width: parent.width
        height: board.keyHeight
        spacing: board.gap

        HallLabel {
            visible: board.composes && board.composer.candidates.length === 0
            anchors.verticalCenter: parent.verticalCenter
            width: parent.width
            kind: HallLabel.Small
            muted: true
            value: board.composer.preedit !== "" ? board.composer.preedit : qsTr("Type pinyin, then touch the characters.")
        }
        Repeater {
            model: board.composes ? board.composer.candidates : []

            Key {
                id: candidate
                required property int index
                required property string modelData
                objectName: "candidate." + candidate.index
                visible: strip.width - x >= width + (board.keyWidth + board.gap) * 2
                text: candidate.modelData
                leftPadding: Theme.space.s
                rightPadding: Theme.space.s
                width: Math.max(board.keyWidth, implicitWidth)
                onClicked: board.composer.choose(candidate.index)
            }
        }
    }
    Row {
        visible: board.composes && board.composer.candidates.length > 0
        anchors { right: parent.right; top: parent.top }
        spacing: board.gap
        Key {
            objectName: "candidates.fewer"
            width: board.keyWidth
            iconName: "back"
            text: ""
            Accessible.name: qsTr("Earlier characters")
            enabled: board.composer.hasFewer
            onClicked: board.composer.turnPage(false)
        }
        Key {
            objectName: "candidates.more"
            width: board.keyWidth
            iconName: "forward"
            text: ""
            Accessible.name: qsTr("More characters")
            enabled: board.composer.hasMore
            onClicked: board.composer.turnPage(true)
        }
    }

    Repeater {
        model: board.figures ? board.figureRows : board.letterRows

        Row {
            id: line
            required property int index
            required property string modelData
            y: board.stripHeight + line.index * (board.keyHeight + board.gap)
            x: line.index === 2 ? (board.figures ? 0 : board.keyWidth * 1.5 + board.gap)
                                : (10 - line.modelData.length) * (board.keyWidth + board.gap) / 2
            spacing: board.gap

            Repeater {
                model: line.modelData.split("")
                Key {
                    id: letter
                    required property string modelData
                    objectName: "key." + letter.modelData
                    width: board.keyWidth
                    text: board.shifted ? letter.modelData.toUpperCase() : letter.modelData
                    Accessible.name: letter.text
                    onClicked: board.press(letter.modelData)
                }
            }
        }
    }
    Key {
        objectName: "key.shift"
        visible: !board.figures
        y: board.stripHeight + 2 * (board.keyHeight + board.gap)
        width: board.keyWidth * 1.5
        iconName: "up"
        text: ""
        checkable: true
        checked: board.shifted
        Accessible.name: qsTr("Capital letters")
        onClicked: board.shifted = !board.shifted
    }
    Key {
        objectName: "key.erase"
        y: board.stripHeight + 2 * (board.keyHeight + board.gap)
        x: board.width - width
        width: board.figures ? 3 * board.keyWidth + 2 * board.gap : board.keyWidth * 1.5 
        iconName: "erase"
        text: ""
        autoRepeat: true
        Accessible.name: qsTr("Erase")
        onClicked: board.erase()
    }
    Row {
        id: bottomRow
        y: board.stripHeight + 3 * (board.keyHeight + board.gap)
        width: parent.width
        spacing: board.gap

        Key {
            objectName: "key.figures"
            width: 2 * board.keyWidth + board.gap
            text: board.figures ? "ABC" : "123"
            Accessible.name: board.figures ? qsTr("Letters") : qsTr("Figures and signs")
            onClicked: board.figures = !board.figures
        }
        Key {
            objectName: "key.chinese"
            visible: board.composer.available
            width: 2 * board.keyWidth + board.gap
            text: board.chinese ? "拼音" : "EN"
            Accessible.name: board.chinese ? qsTr("Pinyin is on: change to letters") : qsTr("Letters are on: change to pinyin")
            onClicked: {
                board.composer.reset()
                board.chinese = !board.chinese
            }
        }
        Key {
            objectName: "key.space"
            width: bottomRow.width - x - (board.newLines ? 2 * board.keyWidth + 2 * board.gap : 0)
            text: qsTr("Space")
            onClicked: board.press(" ")
        }
        Key {
            objectName: "key.newLine"
            visible: board.newLines
            width: 2 * board.keyWidth + board.gap
            text: qsTr("New line")
            font.pixelSize: Math.round(30 * Theme.unit)
            onClicked: board.typed("\n")
        }
    }
}
