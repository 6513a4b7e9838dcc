// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import Hall.Theme
import Hall.Kiosk

/*! The QR code, and under it what it says, for people without a camera. */
Item {
    id: receipt

    required property TicketCard ticket
    property real side: Math.round(296 * Theme.unit)

    implicitWidth: Math.max(receipt.side, code.implicitWidth)
    implicitHeight: receipt.side + Theme.space.xs + code.implicitHeight

    QrCode {
        id: qr
        objectName: "ticket.qr"
        anchors.horizontalCenter: parent.horizontalCenter
        width: receipt.side
        height: receipt.side
        text: receipt.ticket.receiptCode
        Accessible.role: Accessible.Graphic
        Accessible.name: qsTr("QR code of your ticket")
    }
    Text {
        id: code
        objectName: "ticket.receipt"
        anchors { horizontalCenter: parent.horizontalCenter; top: qr.bottom; topMargin: Theme.space.xs }
        text: receipt.ticket.receiptCode.slice(0, 4) + " " + receipt.ticket.receiptCode.slice(4)
        color: Theme.colour.ink
        font.family: Theme.fontFamily
        font.pixelSize: Theme.type.heading
        font.weight: Font.Bold
        font.letterSpacing: Math.round(3 * Theme.unit)
        Accessible.role: Accessible.StaticText
        Accessible.name: qsTr("Receipt code %1").arg(receipt.ticket.receiptCode.split("").join(" "))
    }
}
