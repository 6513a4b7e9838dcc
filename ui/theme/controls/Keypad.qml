// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import Hall.Theme

/*! Figures to touch, in the order of a telephone. `extra` is the key left of zero (X for an identity number). */
Grid {
    id: keypad

    property string extra
    property string eraseText: qsTr("Erase")
    property real keyWidth: Math.round(148 * Theme.unit)
    property real keyHeight: Theme.size.target

    signal typed(string character)
    signal erased()

    columns: 3
    spacing: Theme.size.gap
    Accessible.role: Accessible.Grouping
    Accessible.name: qsTr("Figures")

    Repeater {
        model: ["1", "2", "3", "4", "5", "6", "7", "8", "9", keypad.extra, "0", "erase"]

        Item {
            id: place
            required property string modelData
            implicitWidth: keypad.keyWidth
            implicitHeight: keypad.keyHeight

            HallButton {
                anchors.fill: parent
                objectName: place.modelData === "" ? "" : keypad.objectName + ".key." + place.modelData
                visible: place.modelData !== ""
                kind: HallButton.Quiet
                leftPadding: 0
                rightPadding: 0
                font.pixelSize: Theme.type.heading
                focusPolicy: Qt.TabFocus
                text: place.modelData === "erase" ? "" : place.modelData
                iconName: place.modelData === "erase" ? "erase" : ""
                Accessible.name: place.modelData === "erase" ? keypad.eraseText : place.modelData
                onClicked: place.modelData === "erase" ? keypad.erased() : keypad.typed(place.modelData)
            }
        }
    }
}
