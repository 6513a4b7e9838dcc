// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import QtQuick.Layouts
import Hall.Theme
import Hall.Kiosk

/*! "Are you still here?" Any touch and any key answers yes; the guard of the window sees them before anything else does. */
Rectangle {
    id: notice

    required property Kiosk kiosk

    visible: notice.kiosk.idle.warning
    color: Qt.rgba(Theme.colour.paper.r, Theme.colour.paper.g, Theme.colour.paper.b, 0.96)
    Accessible.role: Accessible.AlertMessage
    Accessible.name: question.value

    ColumnLayout {
        anchors { left: parent.left; right: parent.right; bottom: parent.bottom; margins: Theme.space.xl; bottomMargin: Math.round(parent.height * 0.2) }
        spacing: Theme.space.l

        Text {
            objectName: "idle.seconds"
            text: notice.kiosk.idle.secondsLeft
            color: Theme.colour.primary
            font.family: Theme.fontFamily
            font.pixelSize: Theme.type.hero
            font.weight: Font.Bold
            horizontalAlignment: Text.AlignHCenter
            Accessible.ignored: true
            Layout.fillWidth: true
        }
        HallLabel {
            id: question
            kind: HallLabel.Title
            value: qsTr("Are you still here?")
            horizontalAlignment: Text.AlignHCenter
            Layout.fillWidth: true
        }
        HallLabel {
            value: qsTr("Touch the screen to go on. Otherwise everything you chose and typed is erased, so that nobody after you sees it.")
            horizontalAlignment: Text.AlignHCenter
            Layout.fillWidth: true
        }
        HallButton {
            objectName: "idle.stay"
            text: qsTr("I am still here")
            font.pixelSize: Theme.type.heading
            onClicked: notice.kiosk.touched()
            Layout.alignment: Qt.AlignHCenter
            Layout.preferredWidth: Math.min(notice.width - 2 * Theme.space.xl, Math.round(720 * Theme.unit))
            Layout.preferredHeight: Math.round(144 * Theme.unit)
        }
    }
}
