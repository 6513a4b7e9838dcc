// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import QtQuick.Layouts
import Hall.Theme

/*! One line of the review: what was chosen, and a way to change it. */
RowLayout {
    id: row

    property string label
    property string value
    property bool canChange: true
    property string changeName

    signal change()

    spacing: Theme.space.m

    ColumnLayout {
        spacing: 0
        Layout.fillWidth: true
        Layout.alignment: Qt.AlignVCenter

        HallLabel {
            value: row.label
            kind: HallLabel.Small
            muted: true
            Layout.fillWidth: true
        }
        HallLabel {
            value: row.value
            font.weight: Font.Bold
            wrapMode: Text.Wrap
            Layout.fillWidth: true
        }
    }
    IconButton {
        objectName: row.changeName
        visible: row.canChange
        iconName: "edit"
        text: qsTr("Change: %1").arg(row.label)
        onClicked: row.change()
        Layout.alignment: Qt.AlignVCenter
    }
}
