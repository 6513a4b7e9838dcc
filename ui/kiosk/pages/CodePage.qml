// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import Hall.Theme
import Hall.Kiosk

/*! A code of known length; the last sign of it looks it up. */
Page {
    id: page

    property int length: 6
    property bool letters: false
    readonly property bool onBoard: page.letters
    readonly property real boxGap: Math.round(12 * Theme.unit)
    readonly property real room: page.wide ? page.width - tools.width - Theme.space.xl : page.width
    readonly property real toolHeight: page.letters ? board.implicitHeight : pad.implicitHeight

    neededHeight: page.wide ? page.toolHeight : boxes.height + message.height + page.toolHeight + 2 * Theme.size.gap

    // A keyboard with wires types here.
    Keys.onPressed: event => {
        if (event.key === Qt.Key_Backspace)
            page.kiosk.codeErase()
        else if (event.text.length === 1 && event.text > " ")
            page.kiosk.codeKey(event.text)
        else
            return
        event.accepted = true
    }

    Row {
        id: boxes
        spacing: page.boxGap
        Accessible.role: Accessible.StaticText
        Accessible.name: qsTr("%1 of %2 signs: %3").arg(page.kiosk.code.length).arg(page.length).arg(page.kiosk.code.split("").join(" "))

        Repeater {
            model: page.length
            Rectangle {
                id: box
                required property int index
                readonly property bool here: box.index === page.kiosk.code.length
                width: Math.min(Math.round(120 * Theme.unit), (page.room - (page.length - 1) * page.boxGap) / page.length)
                height: Math.round(120 * Theme.unit)
                radius: Theme.size.control
                color: Theme.colour.surface
                border.width: box.here ? Theme.size.stroke * 2 : Theme.size.stroke
                border.color: box.here ? Theme.colour.primary : Theme.colour.outline
                Text {
                    anchors.centerIn: parent
                    text: page.kiosk.code.charAt(box.index)
                    color: Theme.colour.ink
                    font.family: Theme.fontFamily
                    font.pixelSize: Math.round(56 * Theme.unit)
                    font.weight: Font.Bold
                    Accessible.ignored: true
                }
            }
        }
    }
    HallLabel {
        id: message
        objectName: "code.problem"
        anchors { top: boxes.bottom; topMargin: Theme.size.gap }
        width: page.room
        height: Math.max(implicitHeight, Math.round(48 * Theme.unit))
        value: page.kiosk.looking ? qsTr("One moment …") : page.kiosk.codeProblem
        color: page.kiosk.codeProblem !== "" ? Theme.colour.danger : Theme.colour.inkMuted
        Accessible.role: Accessible.AlertMessage
    }
    Item {
        id: tools
        anchors { right: parent.right; bottom: parent.bottom; rightMargin: page.letters && !page.wide ? -Math.round(20 * Theme.unit) : 0 }
        width: page.wide ? Math.round((page.letters ? 1120 : 640) * Theme.unit) : page.width + (page.letters ? Math.round(40 * Theme.unit) : 0)
        height: page.toolHeight

        Keypad {
            id: pad
            objectName: "pad"
            visible: !page.letters
            anchors { right: parent.right; bottom: parent.bottom }
            keyWidth: (tools.width - 2 * Theme.size.gap) / 3
            keyHeight: page.wide ? Theme.size.target : Math.round(112 * Theme.unit)
            onTyped: character => page.kiosk.codeKey(character)
            onErased: page.kiosk.codeErase()
        }
        CodeBoard {
            id: board
            visible: page.letters
            width: parent.width
            onTyped: character => page.kiosk.codeKey(character)
            onErased: page.kiosk.codeErase()
        }
    }
}
