// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import QtQuick.Templates as T
import Hall.Theme

/*! A square button with a drawing alone; `text` is its accessible name and must be set. */
T.Button {
    id: button

    required property string iconName
    property bool framed: true

    implicitWidth: Theme.size.target
    implicitHeight: Theme.size.target
    focusPolicy: Qt.StrongFocus
    Keys.onReturnPressed: button.clicked()
    Keys.onEnterPressed: button.clicked()

    Accessible.role: Accessible.Button
    Accessible.name: button.text

    contentItem: Item {
        HallIcon {
            anchors.centerIn: parent
            width: Math.round(Theme.size.icon * Math.min(Theme.textScale, 1.35))
            height: width
            name: button.iconName
            colour: button.enabled ? Theme.colour.primary : Theme.colour.onDisabled
        }
    }

    background: Rectangle {
        radius: Theme.size.control
        color: !button.enabled ? Theme.colour.disabled : button.down ? Theme.colour.primarySoft : Theme.colour.surface
        border.width: button.framed ? Theme.size.stroke : 0
        border.color: button.enabled ? Theme.colour.outline : Theme.colour.onDisabled

        FocusRing { control: button }
    }
}
