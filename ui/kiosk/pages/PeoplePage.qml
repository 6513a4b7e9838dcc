// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import QtQuick.Layouts
import Hall.Theme
import Hall.Kiosk

Page {
    id: page

    /// More than may go in: then the number is set by hand, and it says what happens.
    readonly property bool many: page.kiosk.jointVisit
    readonly property int columns: page.wide ? 6 : 3

    title: page.many ? qsTr("How many of you are there?") : qsTr("How many of you are here together?")
    subtitle: page.many ? "" : qsTr("Count yourself. You all share one number.")
    block: page.kiosk.block
    neededHeight: page.many ? joint.implicitHeight : grid.implicitHeight

    GridLayout {
        id: grid
        visible: !page.many
        anchors { left: parent.left; right: parent.right; top: parent.top }
        columns: page.columns
        rowSpacing: Theme.size.gap
        columnSpacing: Theme.size.gap

        Repeater {
            model: page.kiosk.representatives

            HallButton {
                id: number
                required property int index
                objectName: "people." + (number.index + 1)
                kind: HallButton.Quiet
                text: number.index === 0 ? qsTr("Just me") : String(number.index + 1)
                font.pixelSize: number.index === 0 ? Theme.type.heading : Theme.type.title
                leftPadding: Theme.space.s
                rightPadding: Theme.space.s
                Accessible.name: number.index === 0 ? qsTr("Just me") : qsTr("%1 people").arg(number.index + 1)
                onClicked: {
                    page.kiosk.people = number.index + 1
                    page.kiosk.confirmPeople()
                }
                Layout.fillWidth: true
                Layout.preferredWidth: 1
                Layout.preferredHeight: Math.round(220 * Theme.unit)
            }
        }
        HallButton {
            objectName: "people.more"
            kind: HallButton.Quiet
            text: qsTr("%1 or more").arg(page.kiosk.representatives + 1)
            font.pixelSize: Theme.type.heading
            leftPadding: Theme.space.s
            rightPadding: Theme.space.s
            onClicked: page.kiosk.people = page.kiosk.representatives + 1
            Layout.fillWidth: true
            Layout.preferredWidth: 1
            Layout.preferredHeight: Math.round(220 * Theme.unit)
        }
    }
    ColumnLayout {
        id: joint
        visible: page.many
        width: parent.width
        spacing: Theme.space.l

        Banner {
            kind: Banner.Info
            title: qsTr("At most %1 of you can go in together").arg(page.kiosk.representatives)
            text: qsTr("By Article 20 of the Regulation on Petition Work, up to %1 representatives speak for everybody. Please choose who goes in; the others are welcome to wait here.").arg(page.kiosk.representatives)
            Layout.fillWidth: true
        }
        Stepper {
            objectName: "people.count"
            label: qsTr("People in your group")
            value: page.kiosk.people
            from: page.kiosk.representatives + 1
            to: page.kiosk.mostPeople
            onChanged: value => page.kiosk.people = value
            Layout.alignment: Qt.AlignHCenter
        }
        RowLayout {
            spacing: Theme.size.gap
            Layout.fillWidth: true

            HallButton {
                objectName: "people.fewer"
                kind: HallButton.Quiet
                text: qsTr("We are fewer")
                onClicked: page.kiosk.people = 1
                Layout.fillWidth: true
                Layout.fillHeight: true
                Layout.preferredWidth: 1
            }
            HallButton {
                objectName: "people.continue"
                text: qsTr("Continue")
                iconName: "forward"
                iconAfter: true
                onClicked: page.kiosk.confirmPeople()
                Layout.fillWidth: true
                Layout.fillHeight: true
                Layout.preferredWidth: 1
            }
        }
    }
}
