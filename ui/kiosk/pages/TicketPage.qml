// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import QtQuick.Layouts
import Hall.Theme
import Hall.Kiosk

/*! The ticket: all of the sheet. */
Page {
    id: page

    readonly property TicketCard card: page.kiosk.ticket
    readonly property bool printing: page.card.paper === TicketCard.Printing
    readonly property bool failed: page.card.paper === TicketCard.Failed

    title: qsTr("Your number is %1").arg(page.card.number)
    wholeSheet: true

    Card {
        id: sheet
        anchors { left: parent.left; right: parent.right; top: parent.top; bottom: buttons.top; bottomMargin: Theme.size.gap }

        Rectangle {
            anchors { left: parent.left; right: parent.right; top: parent.top; margins: Theme.size.stroke }
            height: Math.round(12 * Theme.unit)
            radius: height / 2
            color: Theme.blocks[page.card.block] ? Theme.blocks[page.card.block].colour : Theme.colour.primary
        }
        TicketFacts {
            id: facts
            x: Theme.space.l
            y: page.wide ? Math.max(Theme.space.m, (sheet.height - height) / 2) : Theme.space.l
            width: page.wide ? Math.round(sheet.width * 0.44) - Theme.space.l : sheet.width - 2 * Theme.space.l
            room: page.wide ? sheet.height - 2 * Theme.space.l : sheet.height - foot.implicitHeight - 2 * Theme.space.l - Theme.space.m
            ticket: page.card
        }
            GridLayout {
                id: foot
                x: page.wide ? Math.round(sheet.width * 0.44) + Theme.space.l : Theme.space.l
                y: page.wide ? (sheet.height - height) / 2 : sheet.height - height - Theme.space.m
                width: sheet.width - x - Theme.space.l
                columns: 2
                columnSpacing: Theme.space.l
                rowSpacing: Theme.space.m

                ReceiptCode {
                    ticket: page.card
                    side: Math.round((page.wide ? 280 : 290) * Theme.unit)
                    Layout.alignment: Qt.AlignVCenter
                }
                ColumnLayout {
                    spacing: Theme.space.m
                    Layout.fillWidth: true
                    Layout.alignment: Qt.AlignVCenter

                    Banner {
                        objectName: "ticket.paper"
                        kind: page.failed ? Banner.Attention : page.card.paper === TicketCard.Printed ? Banner.Good : Banner.Info
                        text: page.failed ? qsTr("The printer cannot print just now. Your number counts all the same: please photograph it or write it down.")
                            : page.printing ? qsTr("Your ticket is being printed. Your number counts already.")
                            : page.card.paper === TicketCard.Printed ? qsTr("Please take your paper ticket below the screen.")
                            : qsTr("Please photograph this, or write the number down.")
                        Layout.fillWidth: true
                    }
                    HallLabel {
                        visible: value !== ""
                        value: [page.card.intakeLost ? qsTr("What you typed could not be kept safely and was thrown away. Please tell it to the clerk.") : "",
                                page.card.proof].filter(t => t !== "").join(" ")
                        font.weight: Font.Bold
                        Layout.fillWidth: true
                    }
                }
                HallLabel {
                    value: page.card.next
                    horizontalAlignment: Text.AlignHCenter
                    Layout.columnSpan: 2
                    Layout.fillWidth: true
                }
            }
    }
    RowLayout {
        id: buttons
        anchors { left: parent.left; right: parent.right; bottom: parent.bottom }
        spacing: Theme.size.gap

        HallButton {
            objectName: "ticket.printAgain"
            visible: page.kiosk.hasPrinter
            enabled: !page.printing
            kind: HallButton.Quiet
            iconName: "print"
            text: page.failed ? qsTr("Try the printer again") : qsTr("Print once more")
            onClicked: page.kiosk.printAgain()
            Layout.fillWidth: true
            Layout.preferredWidth: 1
            Layout.preferredHeight: Math.max(implicitHeight, Math.round(120 * Theme.unit))
        }
        HallButton {
            objectName: "ticket.done"
            iconName: "check"
            text: qsTr("I have my number")
            onClicked: page.kiosk.leave()
            Layout.fillWidth: true
            Layout.preferredWidth: 1
            Layout.preferredHeight: Math.max(implicitHeight, Math.round(120 * Theme.unit))
        }
    }
}
