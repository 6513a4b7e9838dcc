// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import Hall.Theme
import Hall.Kiosk

/*! Letters, figures and Chinese to touch. Where letters become Chinese is the composer's business; what the keyboard
    holds goes with its page. Keys take no focus, so that the field keeps it; a keyboard with wires types into the field. */
Item {
    id: board

    required property Composer composer
    /*! Whether a visitor of this language writes Chinese before anything else. */
    property bool chinese: true
    property bool newLines: false
    /*! Where height is scarce, the page shows `line` and the candidates elsewhere. */
    property bool candidatesAbove: true
    property bool shifted: false
    /*! "pinyin", "strokes", "letters" or "figures". */
    property string mode: !board.chinese || !board.composer.available ? "letters"
                          : board.composer.method === Composer.Strokes ? "strokes" : "pinyin"

    // The same in every language, as on every keyboard here.
    readonly property var modeNames: ({"pinyin": "拼音", "strokes": "笔画", "letters": "ABC", "figures": "123"})

    signal typed(string text)
    signal erased()

    readonly property bool composes: board.composer.available && (board.mode === "pinyin" || board.mode === "strokes")
    readonly property bool composing: board.composes && board.composer.preedit !== ""
    readonly property real gap: Math.round(8 * Theme.unit)
    readonly property real keyWidth: (board.width - 9 * board.gap) / 10
    readonly property real keyHeight: Math.round(96 * Theme.unit)
    readonly property var rows: board.mode === "figures" ? ["1234567890", "-/:;()￥@“”", ".,?!、。，"]
                                : board.mode === "strokes" ? [] : ["qwertyuiop", "asdfghjkl", "zxcvbnm"]
    readonly property real strokeHeight: (3 * board.keyHeight + board.gap) / 2
    readonly property real lineHeight: Math.ceil(touched.implicitHeight) + Theme.space.xs
    /*! What was touched and is not yet written, or what to do. */
    readonly property string line: !board.composes ? ""
        : board.composing ? board.composer.preedit
        : board.mode === "strokes" ? qsTr("Touch the strokes in the order of writing, then the character.")
                                   : qsTr("Type pinyin, then touch the characters.")
    readonly property bool strip: board.candidatesAbove && board.composer.available
    readonly property real stripHeight: board.strip ? board.lineHeight + board.keyHeight + board.gap : 0

    implicitHeight: board.stripHeight + 4 * board.keyHeight + 3 * board.gap

    function press(character: string) {
        if (board.shifted) {
            board.finish()
            board.typed(character.toUpperCase())
            board.shifted = false
        } else if (!(board.composes && board.composer.key(character))) {
            board.typed(character)
        }
    }
    function erase() {
        if (!(board.composes && board.composer.erase()))
            board.erased()
    }
    /*! Writes what is still being composed into the field. */
    function finish() {
        board.composer.finish()
    }
    function turnTo(mode: string) {
        board.finish()
        board.shifted = false
        board.mode = mode
        if (board.composes)
            board.composer.use(mode === "strokes" ? Composer.Strokes : Composer.Pinyin)
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

    /*! One of the ways to write; the one in force is filled. */
    component ModeKey: Key {
        id: modeKey
        required property string mode
        objectName: "key." + modeKey.mode
        text: board.modeNames[modeKey.mode]
        width: 1.5 * board.keyWidth
        kind: board.mode === modeKey.mode ? HallButton.Primary : HallButton.Quiet
        font.pixelSize: Math.round(32 * Theme.unit)
        Accessible.checkable: true
        Accessible.checked: board.mode === modeKey.mode
        onClicked: board.turnTo(modeKey.mode)
    }

    // What was touched, and under it what it may mean.
    HallLabel {
        id: touched
        objectName: "preedit"
        visible: board.strip && board.composes
        width: parent.width
        wrapMode: Text.NoWrap
        elide: Text.ElideLeft
        kind: HallLabel.Small
        muted: !board.composing
        value: board.line
    }
    CandidateStrip {
        visible: board.strip && board.composing
        y: board.lineHeight
        width: parent.width
        height: implicitHeight
        gap: board.gap
        keyWidth: board.keyWidth
        keyHeight: board.keyHeight
        candidates: visible ? board.composer.candidates : []
        onChosen: index => board.composer.choose(index)
    }

    Repeater {
        model: board.rows

        Row {
            id: line
            required property int index
            required property string modelData
            y: board.stripHeight + line.index * (board.keyHeight + board.gap)
            x: line.index === 2 ? (board.mode === "figures" ? 0 : board.keyWidth * 1.5 + board.gap)
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
    // The five strokes that every character is made of.
    Grid {
        visible: board.mode === "strokes"
        y: board.stripHeight
        columns: 3
        spacing: board.gap

        Repeater {
            model: board.mode === "strokes" ? [["h", "一", "横"], ["s", "丨", "竖"], ["p", "丿", "撇"], ["n", "丶", "点"], ["z", "乛", "折"]] : []
            Key {
                id: stroke
                required property var modelData
                objectName: "key." + stroke.modelData[0]
                width: (board.width - 2 * board.gap) / 3
                height: board.strokeHeight
                text: stroke.modelData[1] + "  " + stroke.modelData[2]
                Accessible.name: stroke.modelData[2]
                onClicked: board.press(stroke.modelData[0])
            }
        }
    }
    Key {
        objectName: "key.shift"
        visible: board.mode === "letters" || board.mode === "pinyin"
        y: board.stripHeight + 2 * (board.keyHeight + board.gap)
        width: board.keyWidth * 1.5
        iconName: "up"
        text: ""
        kind: board.shifted ? HallButton.Primary : HallButton.Quiet
        Accessible.checkable: true
        Accessible.checked: board.shifted
        Accessible.name: qsTr("Capital letters")
        onClicked: board.shifted = !board.shifted
    }
    Key {
        readonly property bool amongStrokes: board.mode === "strokes"
        objectName: "key.erase"
        y: board.stripHeight + (amongStrokes ? board.strokeHeight + board.gap : 2 * (board.keyHeight + board.gap))
        x: board.width - width
        width: amongStrokes ? (board.width - 2 * board.gap) / 3
             : board.mode === "figures" ? 3 * board.keyWidth + 2 * board.gap : board.keyWidth * 1.5
        height: amongStrokes ? board.strokeHeight : board.keyHeight
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

        ModeKey {
            mode: "pinyin"
            visible: board.composer.available
            Accessible.name: qsTr("Chinese by its sounds")
        }
        ModeKey {
            mode: "strokes"
            visible: board.composer.knowsStrokes
            Accessible.name: qsTr("Chinese by its strokes")
        }
        ModeKey {
            mode: "letters"
            Accessible.name: qsTr("Letters")
        }
        ModeKey {
            mode: "figures"
            Accessible.name: qsTr("Figures and signs")
        }
        Key {
            objectName: "key.space"
            width: bottomRow.width - x - (board.newLines ? 1.8 * board.keyWidth + board.gap : 0)
            text: qsTr("Space")
            font.pixelSize: Math.round(30 * Theme.unit)
            onClicked: board.press(" ")
        }
        Key {
            objectName: "key.newLine"
            visible: board.newLines
            width: 1.8 * board.keyWidth
            text: qsTr("New line")
            font.pixelSize: Math.round(30 * Theme.unit)
            onClicked: {
                board.finish()
                board.typed("\n")
            }
        }
    }
}
