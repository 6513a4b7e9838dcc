// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import QtQuick.Layouts
import Hall.Theme

/*! The question of a screen, a sentence under it, and how far one is. */
Item {
    id: header

    property string title
    property string subtitle
    property int steps: 0
    property int step: 0
    property bool centred: false

    implicitWidth: Math.round(800 * Theme.unit)
    implicitHeight: column.implicitHeight
    Accessible.role: Accessible.Heading
    Accessible.name: header.subtitle === "" ? header.title : header.title + ". " + header.subtitle

    ColumnLayout {
        id: column
        width: parent.width
        spacing: Theme.space.s

        ProgressDots {
            visible: header.steps > 1
            count: header.steps
            current: header.step
            Layout.alignment: header.centred ? Qt.AlignHCenter : Qt.AlignLeft
            Layout.bottomMargin: Theme.space.xs
        }
        HallLabel {
            value: header.title
            kind: HallLabel.Title
            horizontalAlignment: header.centred ? Text.AlignHCenter : Text.AlignLeft
            Layout.fillWidth: true
            Accessible.ignored: true
        }
        HallLabel {
            value: header.subtitle
            visible: value !== ""
            muted: true
            horizontalAlignment: header.centred ? Text.AlignHCenter : Text.AlignLeft
            Layout.fillWidth: true
            Accessible.ignored: true
        }
    }
}
