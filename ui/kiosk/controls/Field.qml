// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
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
    /// What stands under the field, with its distance.
    readonly property real noteHeight: problem.visible ? problem.implicitHeight + column.spacing : 0
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

        Rectangle {
            width: parent.width
            height: entry.severalLines ? entry.linesHeight : Theme.size.target
            radius: Theme.size.control
            color: Theme.colour.surface
            border.width: entry.wrong ? Theme.size.stroke * 2 : Theme.size.stroke
            border.color: entry.wrong ? Theme.colour.danger : Theme.colour.outline
            FocusRing { control: area }

            // Long text moves under the edge of the field; the cursor stays in sight.
            Flickable {
                id: pane
                anchors { fill: parent; margins: Theme.space.s }
                clip: true
                boundsBehavior: Flickable.StopAtBounds
                contentWidth: entry.severalLines ? width : Math.max(width, area.contentWidth + Theme.space.m)
                contentHeight: Math.max(height, area.contentHeight)

                function follow(place: rect) {
                    if (place.y < contentY)
                        contentY = place.y
                    else if (place.y + place.height > contentY + height)
                        contentY = place.y + place.height - height
                    if (place.x < contentX)
                        contentX = place.x
                    else if (place.x + Theme.space.m > contentX + width)
                        contentX = place.x + Theme.space.m - width
                }

                TextEdit {
                    id: area
                    objectName: entry.objectName + ".field"
                    width: pane.contentWidth
                    height: pane.contentHeight
                    focus: true
                    activeFocusOnTab: true
                    selectByMouse: false
                    verticalAlignment: entry.severalLines ? TextEdit.AlignTop : TextEdit.AlignVCenter
                    wrapMode: entry.severalLines ? TextEdit.Wrap : TextEdit.NoWrap
                    textFormat: TextEdit.PlainText
                    color: Theme.colour.ink
                    font.family: Theme.fontFamily
                    font.pixelSize: entry.severalLines ? Theme.type.body : Theme.type.heading
                    inputMethodHints: entry.hints | Qt.ImhSensitiveData | Qt.ImhNoPredictiveText
                    onTextChanged: if (activeFocus) entry.edited()
                    onCursorRectangleChanged: pane.follow(cursorRectangle)
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
                }
            }
        }
        HallLabel {
            id: problem
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
