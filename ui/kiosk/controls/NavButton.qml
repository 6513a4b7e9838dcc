// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import QtQuick.Templates as T
import Hall.Theme

/*! A place in the bar at the bottom: drawing over word. What can be switched on shows that it is on by a tick as well. */
T.Button {
    id: button

    required property string iconName

    implicitHeight: Math.max(Math.round(112 * Theme.unit), column.implicitHeight + 2 * Theme.space.xs)
    focusPolicy: Qt.StrongFocus
    Keys.onReturnPressed: button.clicked()
    Keys.onEnterPressed: button.clicked()

    Accessible.role: button.checkable ? Accessible.CheckBox : Accessible.Button
    Accessible.name: button.text
    Accessible.checkable: button.checkable
    Accessible.checked: button.checked

    readonly property color words: !button.enabled ? Theme.colour.onDisabled : Theme.colour.primary

    contentItem: Item {
        Column {
            id: column
            anchors.centerIn: parent
            width: parent.width
            spacing: Math.round(4 * Theme.unit)

            HallIcon {
                anchors.horizontalCenter: parent.horizontalCenter
                width: Theme.size.icon
                height: width
                name: button.checkable && button.checked ? "check-circle" : button.iconName
                colour: button.words
            }
            Text {
                width: parent.width
                text: button.text
                color: button.words
                font.family: Theme.fontFamily
                font.pixelSize: Theme.type.small
                font.weight: button.checked ? Font.Bold : Font.Normal
                horizontalAlignment: Text.AlignHCenter
                wrapMode: Text.WordWrap
                textFormat: Text.PlainText
                Accessible.ignored: true
            }
        }
    }
    background: Rectangle {
        radius: Theme.size.control
        color: button.down || button.checked ? Theme.colour.primarySoft : Theme.colour.surface
        opacity: button.enabled ? 1 : 0.6
        border.width: button.checked ? Theme.size.stroke * 2 : Theme.size.stroke
        border.color: button.enabled ? (button.checked ? Theme.colour.primary : Theme.colour.outline) : Theme.colour.hairline

        FocusRing { control: button }
    }
}
