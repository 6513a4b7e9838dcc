// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import QtQuick.Layouts
import Hall.Theme
import Hall.Kiosk

Page {
    id: page

    readonly property var summary: page.kiosk.summary

    title: page.kiosk.booked ? qsTr("Welcome. Your booking is here.") : qsTr("Is this right?")
    subtitle: page.kiosk.refusal !== "" ? page.kiosk.refusal : qsTr("Then take your ticket.")
    block: page.kiosk.block
    neededHeight: layout.implicitHeight

    GridLayout {
        id: layout
        anchors.fill: parent
        columns: page.wide ? 2 : 1
        columnSpacing: Theme.space.l
        rowSpacing: Theme.size.gap

        Item {
            implicitHeight: rows.implicitHeight + 2 * Theme.space.m
            Layout.fillWidth: true
            Layout.preferredWidth: 1
            Layout.alignment: Qt.AlignTop

            Card { anchors.fill: parent; raised: false }
            ColumnLayout {
                id: rows
                anchors { left: parent.left; right: parent.right; top: parent.top; margins: Theme.space.m }
                spacing: page.wide ? Theme.space.s : Theme.size.gap

                SummaryRow {
                    label: page.summary.block
                    value: page.summary.service
                    canChange: !page.kiosk.booked
                    changeName: "review.service"
                    onChange: page.kiosk.edit("service")
                    Layout.fillWidth: true
                }
                RowLayout {
                    spacing: Theme.space.l
                    Layout.fillWidth: true

                    SummaryRow {
                        label: qsTr("People")
                        value: page.summary.people
                        canChange: !page.kiosk.booked
                        changeName: "review.people"
                        onChange: page.kiosk.edit("people")
                        Layout.fillWidth: true
                        Layout.preferredWidth: 2
                    }
                    SummaryRow {
                        label: qsTr("Order")
                        value: page.summary.priority
                        canChange: !page.kiosk.booked
                        changeName: "review.priority"
                        onChange: page.kiosk.edit("priority")
                        Layout.fillWidth: true
                        Layout.preferredWidth: 3
                    }
                }
            }
        }
        ColumnLayout {
            spacing: Theme.size.gap
            Layout.fillWidth: true
            Layout.fillHeight: true
            Layout.preferredWidth: 1

            ChoiceTile {
                objectName: "review.tell"
                iconName: page.summary.any ? "check" : "note"
                title: page.summary.any ? qsTr("What you told us beforehand") : qsTr("Tell the clerk beforehand")
                officialName: page.wide && page.kiosk.elder ? "" : page.summary.any ? [page.summary.name, page.summary.phone, page.summary.identity, page.summary.matter].filter(t => t !== "").join(" · ")
                                               : qsTr("Not needed for a ticket: name, phone and what it is about. It saves time at the desk.")
                onClicked: page.kiosk.tellMore()
                Layout.fillWidth: true
            }
            Item { Layout.fillHeight: true; visible: page.wide || page.kiosk.seated }
            HallButton {
                objectName: "review.take"
                text: qsTr("Take my ticket")
                iconName: "ticket"
                font.pixelSize: Theme.type.title
                onClicked: page.kiosk.takeTicket()
                Layout.fillWidth: true
                Layout.preferredHeight: Math.max(implicitHeight, Math.round(144 * Theme.unit))
            }
            Item { Layout.fillHeight: true; visible: !page.wide && !page.kiosk.seated }
        }
    }
}
