// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import QtQuick.Templates as T
import Hall.Theme
import Hall.Kiosk

/*! One or several lines of text with what is wrong under them. Its undo history, its selection and its buffer go with it:
    the page that holds it is destroyed when the visitor leaves it. */
FocusScope {
    id: entry

    required property Kiosk kiosk
    property string label
    property string error
    property string note
    property bool severalLines: false
    property int hints: Qt.ImhNone
    property alias text: area.text
    property real linesHeight: Theme.size.target
    readonly property real fieldHeight: area.height
    readonly property bool wrong: entry.error !== ""

    signal edited()
    signal accepted()

    implicitHeight: column.implicitHeight

    function insert(text: string) {
        area.insert(area.cursorPosition, text)
        entry.edited()
    }
    function erase() {
        // One character as people see it: a rare character is two units of the text, an emoji can be more.
        if (area.selectedText !== "") {
            area.remove(area.selectionStart, area.selectionEnd)
        } else if (area.cursorPosition > 0) {
            const before = area.getText(0, area.cursorPosition)
            area.remove(before.length - entry.kiosk.lastCharacterLength(before), before.length)
        }
        entry.edited()
    }

    Column {
        id: column
        width: parent.width
        spacing: Theme.space.xs

        T.TextArea {
            id: area
            objectName: entry.objectName + ".field"
            width: parent.width
            height: entry.severalLines ? entry.linesHeight : Theme.size.target
            implicitHeight: height
            clip: true
            focus: true
            padding: Theme.space.m
            topPadding: entry.severalLines ? Theme.space.s : Math.max(0, (height - area.contentHeight) / 2)
            bottomPadding: Theme.space.s
            wrapMode: entry.severalLines ? TextEdit.Wrap : TextEdit.NoWrap
            textFormat: TextEdit.PlainText
            color: Theme.colour.ink
            selectionColor: Theme.colour.primary
            selectedTextColor: Theme.colour.onPrimary
            font.family: Theme.fontFamily
            font.pixelSize: entry.severalLines ? Theme.type.body : Theme.type.heading
            inputMethodHints: entry.hints | Qt.ImhSensitiveData | Qt.ImhNoPredictiveText
            onTextChanged: if (activeFocus) entry.edited()
            Keys.onTabPressed: nextItemInFocusChain(true).forceActiveFocus(Qt.TabFocusReason)
            Keys.onBacktabPressed: nextItemInFocusChain(false).forceActiveFocus(Qt.BacktabFocusReason)
            Keys.onReturnPressed: event => {
                if (entry.severalLines)
                    event.accepted = false
                else
                    entry.accepted()
            }
            Keys.onEnterPressed: event => {
                if (entry.severalLines)
                    event.accepted = false
                else
                    entry.accepted()
            }

            Accessible.role: Accessible.EditableText
            Accessible.name: entry.label
            Accessible.description: entry.wrong ? entry.error : entry.note

            background: Rectangle {
                radius: Theme.size.control
                color: Theme.colour.surface
                border.width: entry.wrong ? Theme.size.stroke * 2 : Theme.size.stroke
                border.color: entry.wrong ? Theme.colour.danger : Theme.colour.outline
                FocusRing { control: area }
            }
        }
        HallLabel {
            objectName: entry.objectName + ".problem"
            width: parent.width
            kind: HallLabel.Small
            value: entry.wrong ? entry.error : entry.note
            color: entry.wrong ? Theme.colour.danger : Theme.colour.inkMuted
            font.weight: entry.wrong ? Font.Bold : Font.Normal
            visible: value !== ""
            Accessible.role: entry.wrong ? Accessible.AlertMessage : Accessible.StaticText
        }
    }
}
