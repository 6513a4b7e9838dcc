// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import QtQuick.Layouts
import Hall.Theme
import Hall.Kiosk

/*! One thing to write with letters: a name, or what it is about. */
Page {
    id: page

    required property string field
    property bool severalLines: false
    property string note
    property string nextText: qsTr("Next")

    readonly property real wideBoard: Math.round(1120 * Theme.unit)
    /// What stands between the field and the buttons of a lying screen: what was touched, and two lines of candidates.
    readonly property real lineRoom: page.wide && page.kiosk.composer.available
                                     ? line.implicitHeight + strip.implicitHeight + Theme.space.s + Theme.space.xs : 0
    readonly property real fieldRoom: (page.wide ? page.height - buttons.height - Theme.size.gap - page.lineRoom
                                                 : page.height - buttons.height - board.height - 2 * Theme.size.gap)
                                      - entry.noteHeight

    neededHeight: page.wide ? Math.max(board.implicitHeight, buttons.implicitHeight + entry.noteHeight + page.lineRoom
                                                              + (page.severalLines ? 1.5 : 1) * Theme.size.target + Theme.size.gap)
                            : board.implicitHeight + buttons.implicitHeight + 2 * Theme.size.gap
                              + entry.noteHeight + (page.severalLines ? 2 : 1) * Theme.size.target

    function confirm() {
        board.finish()
        page.kiosk.confirmField()
    }

    Field {
        id: entry
        objectName: page.field
        kiosk: page.kiosk
        focus: true
        x: page.wide ? page.wideBoard + Theme.space.l : 0
        width: page.width - x
        label: page.title
        note: page.note
        error: page.kiosk.problems[page.field]
        severalLines: page.severalLines
        linesHeight: Math.max(Theme.size.target * 1.5, page.fieldRoom)
        onEdited: page.kiosk.type(page.field, entry.text)
        onAccepted: page.confirm()
        Component.onCompleted: entry.text = page.kiosk.typedText(page.field)
    }
    ScreenKeyboard {
        id: board
        composer: page.kiosk.composer
        chinese: page.kiosk.language === "zh"
        newLines: page.severalLines
        candidatesAbove: !page.wide
        x: page.wide ? 0 : -Math.round(20 * Theme.unit)
        y: page.wide ? page.height - height : page.height - buttons.height - Theme.size.gap - height
        width: page.wide ? page.wideBoard : page.width - 2 * x
        height: implicitHeight
        onTyped: text => entry.insert(text)
        onErased: entry.erase()
    }
    HallLabel {
        id: line
        objectName: "preedit.beside"
        visible: page.wide && board.line !== ""
        x: entry.x
        y: entry.height + Theme.space.s
        width: page.width - x
        wrapMode: board.composing ? Text.NoWrap : Text.Wrap
        elide: board.composing ? Text.ElideLeft : Text.ElideNone
        kind: HallLabel.Small
        muted: !board.composing
        value: board.line
    }
    CandidateStrip {
        id: strip
        visible: page.wide && board.composing
        x: entry.x
        y: line.y + line.height + Theme.space.xs
        width: page.width - x
        height: implicitHeight
        lines: 2
        gap: board.gap
        keyWidth: board.keyWidth
        keyHeight: board.keyHeight
        candidates: visible ? page.kiosk.composer.candidates : []
        onChosen: index => page.kiosk.composer.choose(index)
    }
    RowLayout {
        id: buttons
        x: entry.x
        anchors.bottom: parent.bottom
        width: page.width - x
        spacing: Theme.size.gap

        HallButton {
            objectName: "field.skip"
            kind: HallButton.Quiet
            text: qsTr("Skip")
            leftPadding: Theme.space.s
            rightPadding: Theme.space.s
            onClicked: page.kiosk.skipField()
            Layout.fillWidth: true
            Layout.preferredWidth: 1
        }
        HallButton {
            objectName: "field.next"
            text: page.nextText
            leftPadding: Theme.space.s
            rightPadding: Theme.space.s
            onClicked: page.confirm()
            Layout.fillWidth: true
            Layout.preferredWidth: 2
        }
    }
}
