// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import QtQuick.Layouts
import Hall.Theme
import Hall.Kiosk

/*! Back, start again and help, then language and view: on every screen at the same place. */
Item {
    id: bar

    required property Kiosk kiosk
    required property bool wide

    implicitHeight: grid.implicitHeight + 2 * Theme.space.m

    Rectangle {
        anchors.fill: parent
        color: Theme.colour.surfaceSunken
        Rectangle {
            width: parent.width
            height: Math.max(1, Math.round(Theme.unit))
            color: Theme.colour.hairline
        }
    }
    GridLayout {
        id: grid
        anchors { left: parent.left; right: parent.right; verticalCenter: parent.verticalCenter; margins: Theme.space.l }
        columns: bar.wide ? 2 : 1
        rowSpacing: Theme.size.gap
        columnSpacing: Theme.space.xl

        RowLayout {
            spacing: Theme.size.gap
            Layout.fillWidth: true
            Layout.preferredWidth: 3

            NavButton {
                objectName: "nav.back"
                iconName: "back"
                text: qsTr("Back")
                enabled: bar.kiosk.canGoBack
                onClicked: bar.kiosk.back()
                Layout.fillWidth: true
                Layout.fillHeight: true
                Layout.preferredWidth: 1
            }
            NavButton {
                objectName: "nav.startAgain"
                iconName: "restart"
                text: qsTr("Start again")
                enabled: bar.kiosk.underWay && bar.kiosk.stage === Kiosk.Visit
                onClicked: bar.kiosk.startAgain()
                Layout.fillWidth: true
                Layout.fillHeight: true
                Layout.preferredWidth: 1
            }
            NavButton {
                objectName: "nav.help"
                iconName: "help"
                text: qsTr("Help")
                enabled: bar.kiosk.stage === Kiosk.Visit && bar.kiosk.page !== Visit.Help && bar.kiosk.page !== Visit.Issuing
                onClicked: bar.kiosk.openHelp()
                Layout.fillWidth: true
                Layout.fillHeight: true
                Layout.preferredWidth: 1
            }
        }
        RowLayout {
            spacing: Theme.size.gap
            Layout.fillWidth: true
            Layout.preferredWidth: 4

            NavButton {
                objectName: "nav.language"
                iconName: "language"
                text: bar.kiosk.language === "zh" ? "English" : "中文"
                onClicked: bar.kiosk.language = bar.kiosk.language === "zh" ? "en" : "zh"
                Layout.fillWidth: true
                Layout.fillHeight: true
                Layout.preferredWidth: 1
            }
            NavButton {
                objectName: "nav.elder"
                iconName: "text-size"
                text: qsTr("Larger")
                checkable: true
                checked: bar.kiosk.elder
                onClicked: bar.kiosk.elder = !bar.kiosk.elder
                Layout.fillWidth: true
                Layout.fillHeight: true
                Layout.preferredWidth: 1
            }
            NavButton {
                objectName: "nav.contrast"
                iconName: "contrast"
                text: qsTr("Contrast")
                checkable: true
                checked: bar.kiosk.highContrast
                onClicked: bar.kiosk.highContrast = !bar.kiosk.highContrast
                Layout.fillWidth: true
                Layout.fillHeight: true
                Layout.preferredWidth: 1
            }
            NavButton {
                objectName: "nav.seated"
                iconName: "seated"
                text: qsTr("Seated")
                checkable: true
                checked: bar.kiosk.seated
                onClicked: bar.kiosk.seated = !bar.kiosk.seated
                Layout.fillWidth: true
                Layout.fillHeight: true
                Layout.preferredWidth: 1
            }
        }
    }
}
