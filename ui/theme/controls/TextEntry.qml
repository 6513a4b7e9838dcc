// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import QtQuick.Templates as T
import Hall.Theme

/*! A field with its label above, why it is asked or what is wrong below. The error says what to do. */
FocusScope {
    id: entry

    property string label
    property string hint
    property string error
    property alias text: field.text
    property alias placeholderText: field.placeholderText
    property alias maximumLength: field.maximumLength
    property alias inputMethodHints: field.inputMethodHints
    property alias validator: field.validator
    property alias echoMode: field.echoMode
    property alias readOnly: field.readOnly
    property alias field: field
    readonly property bool wrong: entry.error !== ""

    signal accepted()
    signal edited()

    implicitWidth: Math.round(560 * Theme.unit)
    implicitHeight: column.implicitHeight

    Column {
        id: column
        width: parent.width
        spacing: Theme.space.xs

        HallLabel {
            width: parent.width
            value: entry.label
            visible: entry.label !== ""
            font.weight: Font.Bold
            Accessible.ignored: true
        }
        T.TextField {
            id: field
            objectName: entry.objectName === "" ? "" : entry.objectName + ".field"
            width: parent.width
            height: Math.max(Theme.size.target, contentHeight + topPadding + bottomPadding)
            implicitHeight: height
            focus: true
            leftPadding: Theme.space.m
            topPadding: Theme.space.s
            bottomPadding: Theme.space.s
            rightPadding: entry.wrong ? Theme.space.m * 2 + Theme.size.icon : Theme.space.m
            verticalAlignment: TextInput.AlignVCenter
            color: enabled ? Theme.colour.ink : Theme.colour.onDisabled
            placeholderTextColor: Theme.colour.inkMuted
            selectionColor: Theme.colour.primary
            selectedTextColor: Theme.colour.onPrimary
            selectByMouse: true
            font.family: Theme.fontFamily
            font.pixelSize: Theme.type.body
            onAccepted: entry.accepted()
            onTextEdited: entry.edited()

            Accessible.role: Accessible.EditableText
            Accessible.name: entry.label
            Accessible.description: entry.wrong ? entry.error : entry.hint

            Text {
                anchors.fill: parent
                anchors.leftMargin: field.leftPadding
                anchors.rightMargin: field.rightPadding
                visible: field.text === "" && field.preeditText === ""
                text: field.placeholderText
                color: Theme.colour.inkMuted
                font: field.font
                elide: Text.ElideRight
                verticalAlignment: Text.AlignVCenter
                textFormat: Text.PlainText
                Accessible.ignored: true
            }
            HallIcon {
                visible: entry.wrong
                anchors { right: parent.right; rightMargin: Theme.space.m; verticalCenter: parent.verticalCenter }
                width: Theme.size.icon
                height: width
                name: "danger"
                colour: Theme.colour.danger
            }

            background: Rectangle {
                radius: Theme.size.control
                color: field.enabled ? Theme.colour.surface : Theme.colour.disabled
                border.width: entry.wrong ? Theme.size.stroke * 2 : Theme.size.stroke
                border.color: entry.wrong ? Theme.colour.danger : Theme.colour.outline

                FocusRing { control: field }
            }
        }
        HallLabel {
            width: parent.width
            kind: HallLabel.Small
            value: entry.wrong ? entry.error : entry.hint
            color: entry.wrong ? Theme.colour.danger : Theme.colour.inkMuted
            visible: value !== ""
            Accessible.role: entry.wrong ? Accessible.AlertMessage : Accessible.StaticText
        }
    }
}
