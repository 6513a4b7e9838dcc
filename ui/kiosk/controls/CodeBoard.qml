// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import Hall.Theme

/*! The signs of a receipt code: figures and capital letters, without those that look alike. */
Column {
    id: board

    signal typed(string character)
    signal erased()

    readonly property real gap: Math.round(8 * Theme.unit)
    readonly property real keyWidth: (board.width - 9 * board.gap) / 10

    spacing: board.gap

    Repeater {
        model: ["23456789<", "ABCDEFGHJ", "KMNPQRSTV", "WXYZ"]

        Row {
            id: line
            required property string modelData
            spacing: board.gap

            Repeater {
                model: line.modelData.split("")
                HallButton {
                    id: key
                    required property string modelData
                    readonly property bool erases: key.modelData === "<"
                    objectName: "code.key." + (key.erases ? "erase" : key.modelData)
                    kind: HallButton.Quiet
                    width: key.erases ? 2 * board.keyWidth + board.gap : board.keyWidth
                    height: Math.round(96 * Theme.unit)
                    padding: 0
                    leftPadding: 0
                    rightPadding: 0
                    focusPolicy: Qt.NoFocus
                    font.pixelSize: Math.round(38 * Theme.unit)
                    text: key.erases ? "" : key.modelData
                    iconName: key.erases ? "erase" : ""
                    Accessible.name: key.erases ? qsTr("Erase") : key.modelData
                    onClicked: key.erases ? board.erased() : board.typed(key.modelData)
                }
            }
        }
    }
}
