// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import QtQuick.Layouts
import Hall.Theme
import Hall.Kiosk

Page {
    id: page

    title: qsTr("How this works")
    subtitle: page.kiosk.helpText
    neededHeight: column.implicitHeight

    GridLayout {
        id: column
        width: parent.width
        columns: page.wide ? 2 : 1
        columnSpacing: Theme.size.gap
        rowSpacing: Theme.space.l

        Banner {
            kind: Banner.Info
            title: qsTr("Rather talk to a person?")
            text: qsTr("Please go to the guide desk: %1. You can also take your number there.").arg(page.kiosk.guideDesk)
            Layout.fillWidth: true
            Layout.preferredWidth: 1
        }
        Banner {
            kind: Banner.Info
            title: qsTr("Easier to read and to reach")
            text: qsTr("The bar below has another language, larger letters, strong contrast, and all buttons lower down for those who sit.")
            Layout.fillWidth: true
            Layout.preferredWidth: 1
        }
        HallButton {
            objectName: "help.close"
            text: qsTr("Go on")
            iconName: "forward"
            iconAfter: true
            onClicked: page.kiosk.back()
            Layout.columnSpan: page.wide ? 2 : 1
            Layout.fillWidth: true
            Layout.preferredHeight: Math.max(implicitHeight, Math.round(120 * Theme.unit))
        }
    }
}
