// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import QtQuick.Layouts
import Hall.Theme
import Hall.Kiosk

Page {
    id: page

    readonly property real gap: Theme.size.gap
    /// Lying screens have the three other ways beside the blocks, others below them.
    readonly property bool beside: page.wide && !page.kiosk.elder
    readonly property int blockColumns: page.wide ? 4 : 2
    readonly property int columns: page.beside ? 5 : page.blockColumns
    readonly property real cell: (page.width - (page.columns - 1) * page.gap) / page.columns
    readonly property real tallest: {
        let most = 0
        for (let i = 0; i < blocks.count; ++i) {
            const tile = blocks.itemAt(i)
            if (tile)
                most = Math.max(most, tile.implicitHeight)
        }
        return Math.ceil(most)
    }
    readonly property real side: Math.max(unsure.implicitHeight, booking.implicitHeight, find.implicitHeight)
    readonly property int rows: Math.ceil(blocks.count / page.blockColumns)
    readonly property real blockHeight: page.beside
        ? Math.max(page.tallest, page.height)
        : Math.max(page.tallest, Math.min(Math.round(340 * Theme.unit), (page.height - page.side - page.rows * page.gap) / page.rows))

    title: qsTr("Good day. What brings you here?")
    subtitle: qsTr("Touch what fits best. You get a number right away; your papers are looked at later.")
    neededHeight: page.beside ? Math.max(page.tallest, 3 * page.side + 2 * page.gap)
                            : page.rows * (page.tallest + page.gap) + page.side

    Repeater {
        id: blocks
        model: page.kiosk.blocks

        WordTile {
            id: tile
            required property int index
            required property string code
            required property string subtitle
            required title
            required block

            objectName: "block." + tile.code
            officialName: tile.subtitle
            titleSize: page.kiosk.elder ? Theme.type.body : Theme.type.heading
            x: (tile.index % page.blockColumns) * (page.cell + page.gap)
            y: Math.floor(tile.index / page.blockColumns) * (page.blockHeight + page.gap)
            width: page.cell
            height: page.blockHeight
            onClicked: page.kiosk.chooseBlock(tile.code)
        }
    }
    GridLayout {
        x: page.beside ? 4 * (page.cell + page.gap) : 0
        y: page.beside ? 0 : page.rows * (page.blockHeight + page.gap)
        width: page.beside ? page.cell : page.width
        height: page.beside ? page.blockHeight : implicitHeight
        columns: page.beside ? 1 : 3
        columnSpacing: page.gap
        rowSpacing: page.gap

        HallButton {
            id: unsure
            objectName: "welcome.unsure"
            kind: HallButton.Quiet
            iconName: "compass"
            text: qsTr("I am not sure")
            visible: page.kiosk.hasGuide
            leftPadding: Theme.space.s
            rightPadding: Theme.space.s
            onClicked: page.kiosk.askTheGuide()
            Layout.fillWidth: true
            Layout.fillHeight: true
            Layout.preferredWidth: 1
        }
        HallButton {
            id: booking
            objectName: "welcome.booking"
            kind: HallButton.Quiet
            iconName: "calendar"
            text: qsTr("I have a booking")
            leftPadding: Theme.space.s
            rightPadding: Theme.space.s
            onClicked: page.kiosk.openBooking()
            Layout.fillWidth: true
            Layout.fillHeight: true
            Layout.preferredWidth: 1
        }
        HallButton {
            id: find
            objectName: "welcome.find"
            kind: HallButton.Quiet
            iconName: "search"
            text: qsTr("My ticket")
            leftPadding: Theme.space.s
            rightPadding: Theme.space.s
            onClicked: page.kiosk.openFind()
            Layout.fillWidth: true
            Layout.fillHeight: true
            Layout.preferredWidth: 1
        }
    }
}
