// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import QtQuick.Layouts
import Hall.Theme
import Hall.Kiosk

Page {
    id: page

    title: qsTr("Your ticket")
    subtitle: page.kiosk.ticket.waitTime !== "" ? qsTr("This is how it stands now.") : ""
    wholeSheet: true

    Card {
        id: sheet
        anchors { left: parent.left; right: parent.right; top: parent.top; bottom: buttons.top; bottomMargin: Theme.size.gap }
        TicketFacts {
            anchors.verticalCenter: parent.verticalCenter
            x: Theme.space.l
            width: parent.width - 2 * x
            room: sheet.height - 2 * Theme.space.l
            ticket: page.kiosk.ticket
        }
    }
    RowLayout {
        id: buttons
        anchors { left: parent.left; right: parent.right; bottom: parent.bottom }
        spacing: Theme.size.gap

        HallButton {
            objectName: "found.print"
            visible: page.kiosk.hasPrinter
            enabled: page.kiosk.ticket.paper !== TicketCard.Printing
            kind: HallButton.Quiet
            iconName: "print"
            text: page.kiosk.ticket.paper === TicketCard.Failed ? qsTr("The printer cannot print just now. Try again") : qsTr("Print once more")
            onClicked: page.kiosk.printAgain()
            Layout.fillWidth: true
            Layout.preferredWidth: 1
        }
        HallButton {
            objectName: "found.done"
            iconName: "check"
            text: qsTr("Done")
            onClicked: page.kiosk.leave()
            Layout.fillWidth: true
            Layout.preferredWidth: 1
        }
    }
}
