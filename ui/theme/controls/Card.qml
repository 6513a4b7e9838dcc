// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import Hall.Theme

/*! A sheet of paper on the page: surface, hairline, one quiet shadow (none in high contrast). */
Item {
    id: card

    property color colour: Theme.colour.surface
    property color edge: Theme.colour.hairline
    property real edgeWidth: Math.max(1, Math.round(Theme.unit))
    property real radius: Theme.size.card
    property bool raised: true

    Repeater {
        model: card.raised ? 3 : 0
        Rectangle {
            required property int index
            readonly property real spread: (index + 1) * 2 * Theme.unit
            x: -spread / 2
            y: spread
            width: card.width + spread
            height: card.height
            radius: card.radius + spread
            color: Qt.rgba(Theme.colour.shadow.r, Theme.colour.shadow.g, Theme.colour.shadow.b, Theme.colour.shadow.a / 3)
        }
    }
    Rectangle {
        anchors.fill: parent
        radius: card.radius
        color: card.colour
        border.color: card.edge
        border.width: card.edgeWidth
    }
}
