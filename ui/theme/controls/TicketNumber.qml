// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import Hall.Theme

/*! The number of a ticket: figures of one width, the letter in the hue of its block. */
Item {
    id: ticket

    property string number
    property string block
    property real pixelSize: Theme.type.hero
    property color colour: Theme.colour.ink
    property color letterColour: Theme.blocks[ticket.block] ? Theme.blocks[ticket.block].colour : ticket.colour
    property string spokenNumber: ticket.number

    readonly property string letter: ticket.number.replace(/[0-9].*$/, "")
    readonly property string figures: ticket.number.slice(ticket.letter.length)

    implicitWidth: row.implicitWidth
    implicitHeight: row.implicitHeight
    Accessible.role: Accessible.StaticText
    Accessible.name: ticket.spokenNumber

    Row {
        id: row
        spacing: Math.round(ticket.pixelSize * 0.06)

        Text {
            text: ticket.letter
            color: ticket.letterColour
            font.family: Theme.fontFamily
            font.pixelSize: ticket.pixelSize
            font.weight: Font.Bold
            lineHeight: ticket.pixelSize * 1.16
            lineHeightMode: Text.FixedHeight
            Accessible.ignored: true
        }
        Text {
            text: ticket.figures
            color: ticket.colour
            font.family: Theme.fontFamily
            font.pixelSize: ticket.pixelSize
            font.weight: Font.Bold
            lineHeight: ticket.pixelSize * 1.16
            lineHeightMode: Text.FixedHeight
            Accessible.ignored: true
        }
    }
}
