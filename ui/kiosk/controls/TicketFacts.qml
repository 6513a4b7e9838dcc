// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import Hall.Theme
import Hall.Kiosk

/*! The number, biggest of all, and what one wants to know about it. The number takes the room that the words leave. */
Column {
    id: facts

    required property TicketCard ticket
    property real room: 0
    readonly property real wordsHeight: service.implicitHeight + place.implicitHeight
                                        + (wait.visible ? wait.implicitHeight : 0) + 3 * facts.spacing
    readonly property real numberSize: Math.round(Math.max(120 * Theme.unit, Math.min(340 * Theme.unit, (facts.room - facts.wordsHeight) / 1.5)))

    spacing: Theme.space.s

    HallLabel {
        id: service
        width: facts.width
        value: facts.ticket.serviceName
        kind: HallLabel.Heading
        horizontalAlignment: Text.AlignHCenter
    }
    TicketNumber {
        objectName: "ticket.number"
        anchors.horizontalCenter: parent.horizontalCenter
        number: facts.ticket.number
        block: facts.ticket.block
        pixelSize: facts.numberSize
    }
    HallLabel {
        id: place
        objectName: "ticket.place"
        width: facts.width
        value: facts.ticket.place
        kind: HallLabel.Title
        horizontalAlignment: Text.AlignHCenter
    }
    HallLabel {
        id: wait
        objectName: "ticket.wait"
        width: facts.width
        visible: facts.ticket.waitTime !== ""
        value: qsTr("Expected wait: %1").arg(facts.ticket.waitTime)
        kind: HallLabel.Heading
        color: Theme.colour.primary
        horizontalAlignment: Text.AlignHCenter
    }
}
