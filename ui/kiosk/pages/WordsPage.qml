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
    readonly property real fieldRoom: (page.wide ? page.height - buttons.height - Theme.size.gap
                                                 : page.height - buttons.height - board.height - 2 * Theme.size.gap)
                                      - entry.noteHeight

    neededHeight: page.wide ? Math.max(board.implicitHeight, buttons.implicitHeight + entry.noteHeight + (page.severalLines ? 2 : 1) * Theme.size.target + Theme.size.gap)
                            : board.implicitHeight + buttons.implicitHeight + 2 * Theme.size.gap
                              + entry.noteHeight + (page.severalLines ? 2 : 1) * Theme.size.target

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
        onAccepted: page.kiosk.confirmField()
        Component.onCompleted: entry.text = page.kiosk.typedText(page.field)
    }
    ScreenKeyboard {
        id: board
        composer: page.kiosk.composer
        chinese: page.kiosk.language === "zh" && page.kiosk.composer.available
        newLines: page.severalLines
        x: page.wide ? 0 : -Math.round(20 * Theme.unit)
        y: page.wide ? page.height - height : page.height - buttons.height - Theme.size.gap - height
        width: page.wide ? page.wideBoard : page.width - 2 * x
        height: implicitHeight
        onTyped: text => entry.insert(text)
        onErased: entry.erase()
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
            onClicked: page.kiosk.confirmField()
            Layout.fillWidth: true
            Layout.preferredWidth: 2
        }
    }
}
