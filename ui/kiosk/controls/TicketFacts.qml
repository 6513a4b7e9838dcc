// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import QtQuick.Layouts
import Hall.Theme
import Hall.Kiosk

/*! The number, biggest of all, and what one wants to know about it. */
ColumnLayout {
    id: facts

    required property TicketCard ticket
    property bool centred: true
    property real numberSize: Theme.type.hero
    /// Everything but the number, with the distances.
    readonly property real otherHeight: facts.implicitHeight - number.implicitHeight

    spacing: Theme.space.s

    HallLabel {
        value: facts.ticket.serviceName
        kind: HallLabel.Heading
        horizontalAlignment: facts.centred ? Text.AlignHCenter : Text.AlignLeft
        Layout.fillWidth: true
    }
    TicketNumber {
        id: number
        objectName: "ticket.number"
        number: facts.ticket.number
        block: facts.ticket.block
        pixelSize: facts.numberSize
        Layout.alignment: facts.centred ? Qt.AlignHCenter : Qt.AlignLeft
    }
    HallLabel {
        objectName: "ticket.place"
        value: facts.ticket.place
        kind: HallLabel.Title
        horizontalAlignment: facts.centred ? Text.AlignHCenter : Text.AlignLeft
        Layout.fillWidth: true
    }
    HallLabel {
        objectName: "ticket.wait"
        visible: facts.ticket.waitTime !== ""
        value: qsTr("Expected wait: %1").arg(facts.ticket.waitTime)
        kind: HallLabel.Heading
        color: Theme.colour.primary
        horizontalAlignment: facts.centred ? Text.AlignHCenter : Text.AlignLeft
        Layout.fillWidth: true
    }
}
