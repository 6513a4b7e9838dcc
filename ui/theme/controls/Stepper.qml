// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import Hall.Theme

/*! A small whole number, changed by two large buttons or the arrow keys. */
FocusScope {
    id: stepper

    property string label
    property int value: 1
    property int from: 1
    property int to: 9
    property string decreaseText: qsTr("One less")
    property string increaseText: qsTr("One more")

    signal changed(int value)

    function step(by: int) {
        const wanted = Math.max(stepper.from, Math.min(stepper.to, stepper.value + by))
        if (wanted !== stepper.value) {
            stepper.value = wanted
            stepper.changed(wanted)
        }
    }

    implicitWidth: row.implicitWidth
    implicitHeight: Theme.size.target
    activeFocusOnTab: true
    Keys.onUpPressed: stepper.step(1)
    Keys.onRightPressed: stepper.step(1)
    Keys.onDownPressed: stepper.step(-1)
    Keys.onLeftPressed: stepper.step(-1)

    Accessible.role: Accessible.SpinBox
    Accessible.name: stepper.label
    Accessible.description: String(stepper.value)
    Accessible.focusable: true
    Accessible.onIncreaseAction: stepper.step(1)
    Accessible.onDecreaseAction: stepper.step(-1)

    FocusRing { control: stepper }
    Row {
        id: row
        spacing: Theme.size.gap

        IconButton {
            objectName: stepper.objectName + ".less"
            iconName: "minus"
            text: stepper.decreaseText
            enabled: stepper.value > stepper.from
            focusPolicy: Qt.NoFocus
            onClicked: stepper.step(-1)
        }
        Text {
            width: Math.round(Math.max(2.4 * font.pixelSize, Theme.size.target))
            height: Theme.size.target
            text: stepper.value
            color: Theme.colour.ink
            font.family: Theme.fontFamily
            font.pixelSize: Math.round(Theme.type.title * 1.2)
            font.weight: Font.Bold
            horizontalAlignment: Text.AlignHCenter
            verticalAlignment: Text.AlignVCenter
            Accessible.ignored: true
        }
        IconButton {
            objectName: stepper.objectName + ".more"
            iconName: "plus"
            text: stepper.increaseText
            enabled: stepper.value < stepper.to
            focusPolicy: Qt.NoFocus
            onClicked: stepper.step(1)
        }
    }
}
