// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import QtQuick.Layouts
import Hall.Theme

/*! A screen of its own when nothing can be asked: what is the matter, and what to do now. */
Item {
    id: notice

    property string iconName
    property string title
    property string text
    property string note

    Accessible.role: Accessible.AlertMessage
    Accessible.name: [notice.title, notice.text, notice.note].filter(t => t !== "").join(". ")

    ColumnLayout {
        anchors.centerIn: parent
        width: Math.min(parent.width, Math.round(1100 * Theme.unit))
        spacing: Theme.space.l

        Rectangle {
            radius: width / 2
            color: Theme.colour.primarySoft
            border.width: Theme.name === Theme.HighContrast ? Theme.size.stroke : 0
            border.color: Theme.colour.primary
            Layout.preferredWidth: Math.round(200 * Theme.unit)
            Layout.preferredHeight: Layout.preferredWidth
            Layout.alignment: Qt.AlignHCenter
            HallIcon {
                anchors.centerIn: parent
                width: Math.round(104 * Theme.unit)
                height: width
                name: notice.iconName
                colour: Theme.colour.primary
            }
        }
        HallLabel {
            kind: HallLabel.Title
            font.pixelSize: Math.round(Theme.type.title * 1.25)
            value: notice.title
            horizontalAlignment: Text.AlignHCenter
            Accessible.ignored: true
            Layout.fillWidth: true
        }
        HallLabel {
            font.pixelSize: Theme.type.heading
            value: notice.text
            visible: value !== ""
            horizontalAlignment: Text.AlignHCenter
            Accessible.ignored: true
            Layout.fillWidth: true
        }
        HallLabel {
            value: notice.note
            visible: value !== ""
            muted: true
            horizontalAlignment: Text.AlignHCenter
            Accessible.ignored: true
            Layout.fillWidth: true
        }
    }
}
